//! The tables of sign-in: accounts and what proves them, roles, sessions, invitations, tries, emergency access.

use sea_orm_migration::MigrationTrait;

use crate::schema::{Table, migration};

pub(super) fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![migration("m20261101_000002_accounts", tables)]
}

fn tables() -> Vec<Table> {
    vec![
        Table::new("account")
            .text("id")
            // As typed, and folded so that no two accounts differ by capitals alone.
            .text("email")
            .text("email_key")
            .text("display_name")
            .text_or_null("person")
            .text_or_null("password_hash")
            .instant_or_null("password_changed_at")
            // Encrypted by the caller.
            .text_or_null("totp_secret")
            .whole("totp_last_step")
            // JSON.
            .text("passkeys")
            .instant_or_null("locked_until")
            .instant_or_null("disabled_at")
            .instant("created_at")
            .instant_or_null("last_sign_in_at")
            .primary(&["id"])
            .unique(&["email_key"])
            .index(&["person"]),
        Table::new("account_identity")
            .text("issuer")
            .text("subject")
            .text("account")
            .instant("linked_at")
            .primary(&["issuer", "subject"])
            .index(&["account"])
            .refers_to("account", "account", "id"),
        Table::new("account_recovery_code")
            .text("account")
            .text("code_hash")
            .instant_or_null("used_at")
            .primary(&["account", "code_hash"])
            .refers_to("account", "account", "id"),
        Table::new("account_role")
            .text("id")
            .text("account")
            .text("role")
            .text_or_null("organisation")
            .date("valid_from")
            .date_or_null("valid_to")
            .text("granted_by")
            // JSON: what another system may do; empty for people.
            .text("scopes")
            .primary(&["id"])
            .index(&["account"])
            .index(&["organisation", "role"])
            .refers_to("account", "account", "id"),
        Table::new("session")
            .text("id_hash")
            // A name that may be shown and audited, unlike the id.
            .text("name")
            .text("account")
            .text("audience")
            .instant("began_at")
            .instant("seen_at")
            .instant("proved_at")
            .instant("ends_by")
            .text("device")
            .text("source_key")
            .instant_or_null("ended_at")
            .text_or_null("ended_why")
            .primary(&["id_hash"])
            .unique(&["name"])
            .index(&["account", "ended_at"])
            .index(&["ends_by"])
            .refers_to("account", "account", "id"),
        Table::new("invitation")
            .text("id")
            .text("token_hash")
            .text("email")
            .text("role")
            .text_or_null("organisation")
            // JSON: what the invitation opens besides, such as a link to a child.
            .text("details")
            .text("invited_by")
            .instant("created_at")
            .instant("expires_at")
            .instant_or_null("used_at")
            .text_or_null("used_by")
            .instant_or_null("withdrawn_at")
            .primary(&["id"])
            .unique(&["token_hash"])
            .index(&["email"]),
        // Single-use secrets: recovery links, e-mail confirmation, the state of a passkey or single sign-on exchange.
        Table::new("one_time")
            .text("token_hash")
            .text("purpose")
            .text_or_null("account")
            .text("details")
            .instant("created_at")
            .instant("expires_at")
            .instant_or_null("used_at")
            .primary(&["token_hash"])
            .index(&["account", "purpose"])
            .index(&["expires_at"]),
        Table::new("sign_in_try")
            .numbered("id")
            .text("account_key")
            .text("source_key")
            .instant("at")
            .flag("succeeded")
            .index(&["account_key", "source_key", "at"])
            .index(&["source_key", "at"])
            .index(&["at"]),
        Table::new("break_glass")
            .text("id")
            .text("account")
            .text("child")
            .text("reason")
            .text("words")
            .instant("from_at")
            .instant("until_at")
            .date("review_due_on")
            .text_or_null("reviewed_by")
            .instant_or_null("reviewed_at")
            .text_or_null("verdict")
            .text_or_null("review_words")
            .primary(&["id"])
            .index(&["child", "until_at"])
            .index(&["account", "until_at"])
            .index(&["reviewed_at", "review_due_on"]),
    ]
}
