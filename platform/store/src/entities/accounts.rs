//! Accounts, roles, sessions, invitations, emergency access.

entity!(account = "account" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    email: String,
    email_key: String,
    display_name: String,
    person: Option<String>,
    password_hash: Option<String>,
    password_changed_at: Option<String>,
    totp_secret: Option<String>,
    totp_last_step: i64,
    passkeys: String,
    locked_until: Option<String>,
    disabled_at: Option<String>,
    created_at: String,
    last_sign_in_at: Option<String>,
});

entity!(account_role = "account_role" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    account: String,
    role: String,
    organisation: Option<String>,
    valid_from: String,
    valid_to: Option<String>,
    granted_by: String,
    scopes: String,
});

entity!(session = "session" {
    #[sea_orm(primary_key, auto_increment = false)]
    id_hash: String,
    name: String,
    account: String,
    audience: String,
    began_at: String,
    seen_at: String,
    proved_at: String,
    ends_by: String,
    device: String,
    source_key: String,
    ended_at: Option<String>,
    ended_why: Option<String>,
});

entity!(invitation = "invitation" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    token_hash: String,
    email: String,
    role: String,
    organisation: Option<String>,
    details: String,
    invited_by: String,
    created_at: String,
    expires_at: String,
    used_at: Option<String>,
    used_by: Option<String>,
    withdrawn_at: Option<String>,
});

entity!(break_glass = "break_glass" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    account: String,
    child: String,
    reason: String,
    words: String,
    from_at: String,
    until_at: String,
    review_due_on: String,
    reviewed_by: Option<String>,
    reviewed_at: Option<String>,
    verdict: Option<String>,
    review_words: Option<String>,
});
