//! My account: how I sign in, and the devices on which I am signed in.

use super::kit::{Service, freshly_proved, own_account, see_other};
use crate::factors;
use crate::notices::in_words;
use crate::session;
use axum::Extension;
use govuk::{Button, SummaryAction, SummaryList, Table};
use maud::{Markup, html};
use store::accounts::{self, Account};
use store::audit::{self, Decision};
use store::sessions::{self, Session};
use web::session_life::{Audience, Session as Life, Standing};
use web::{PageResult, Posted, Visit};

pub(super) async fn show(visit: Visit, Extension(sign_in): Service) -> PageResult {
    let account = own_account(&visit).await?;
    let reader = visit.site.store.reader();
    let alive = |session: &Session| {
        let audience = if session.audience == "family" { Audience::Family } else { Audience::Staff };
        let life =
            Life { began_at: session.began_at, seen_at: session.seen_at, proved_at: session.proved_at, audience };
        matches!(life.standing(visit.now), Standing::Alive { .. })
    };
    let devices: Vec<Session> =
        sessions::open(reader, account.id, visit.now).await?.into_iter().filter(alive).collect();
    let codes = accounts::recovery_codes_left(reader, account.id).await?;
    let linked = accounts::identities(reader, account.id).await?;
    let others = devices.len() > 1;
    Ok(visit.page("Your account").body(html! {
        h1 class="govuk-heading-l" { "Your account" }
        (facts(&account, codes)?)
        @if !sign_in.providers.is_empty() {
            h2 class="govuk-heading-m" { "Other ways to sign in" }
            @for provider in &sign_in.providers {
                @let settings = provider.settings();
                @if linked.iter().any(|(issuer, _)| *issuer == settings.issuer) {
                    p class="govuk-body" { "You can sign in with " (settings.label) "." }
                } @else {
                    p class="govuk-body" { a class="govuk-link" href=(format!("/sign-in/with/{}", settings.key)) { "Link " (settings.label) " to this account" } }
                }
            }
        }
        h2 class="govuk-heading-m" { "Where you are signed in" }
        p class="govuk-body" { "If you do not know one of these devices, sign it out and change your password." }
        (devices_table(&visit, &devices))
        @if others {
            form method="post" action="/account/devices/end-others" {
                (visit.csrf_field())
                (Button::new("Sign out on every other device").secondary())
            }
        }
    }))
}

fn facts(account: &Account, codes: u64) -> PageResult<Markup> {
    let passkeys = factors::passkeys(account)?;
    let password = match (account.password_hash.is_some(), account.password_changed_at) {
        (true, Some(when)) => format!("Changed on {}", in_words(when)),
        (true, None) => "Set".to_owned(),
        (false, _) => "None".to_owned(),
    };
    let mut list = SummaryList::new()
        .row("Name", account.display_name.clone())
        .row("Email address", account.email.clone())
        .row("Password", password)
        .change("/account/password", "your password")
        .row("Authenticator app", if account.totp_secret.is_some() { "Set up" } else { "Not set up" });
    list = if account.totp_secret.is_some() {
        list.action(SummaryAction::new("Remove", "/account/app/remove", "the authenticator app"))
    } else {
        list.action(SummaryAction::new("Set up", "/account/app", "an authenticator app"))
    };
    for passkey in &passkeys {
        list = list
            .row("Passkey", format!("{}, made on {}", passkey.name, in_words(passkey.made_at)))
            .action(SummaryAction::new("Remove", format!("/account/passkeys/{}/remove", passkey.id), "this passkey"));
    }
    list = list
        .row(
            if passkeys.is_empty() { "Passkeys" } else { "Another passkey" },
            if passkeys.is_empty() { "None" } else { "" },
        )
        .action(SummaryAction::new("Add", "/account/passkeys", "a passkey"));
    let left = if codes == 1 { "1 left".to_owned() } else { format!("{codes} left") };
    let list = list.row("Recovery codes", left).action(SummaryAction::new(
        "Make new ones",
        "/account/recovery-codes",
        "recovery codes",
    ));
    Ok(html! { (list) })
}

fn devices_table(visit: &Visit, devices: &[Session]) -> Markup {
    let here = visit.viewer.as_ref().map(|viewer| viewer.session.clone()).unwrap_or_default();
    let mut table = Table::new("Devices").head(["Device", "Signed in", "Last used", "Action"]);
    for device in devices {
        let action = if device.name == here {
            html! { "This device" }
        } else {
            html! {
                form method="post" action="/account/devices/end" {
                    (visit.csrf_field())
                    input type="hidden" name="device" value=(device.name);
                    button class="wh-link-button" type="submit" { "Sign out" span class="govuk-visually-hidden" { " " (device.device) } }
                }
            }
        };
        let text = |words: String| html! { (words) };
        table = table.row([
            text(device.device.clone()),
            text(in_words(device.began_at)),
            text(in_words(device.seen_at)),
            action,
        ]);
    }
    html! { (table) }
}

pub(super) async fn end_device(visit: Visit, posted: Posted) -> PageResult {
    let account = own_account(&visit).await?;
    let tx = visit.site.store.begin().await?;
    if sessions::end(&tx, account.id, posted.get("device"), "signed out from another device", visit.now).await? {
        audit::append(&tx, &session::event(&visit, &account, "sign_out_device", "", Decision::Permitted)).await?;
    }
    tx.commit().await?;
    Ok(see_other("/account"))
}

pub(super) async fn end_others(visit: Visit) -> PageResult {
    let account = match freshly_proved(&visit).await? {
        Ok(account) => account,
        Err(instead) => return Ok(instead),
    };
    let here = visit.signed_in()?.session.clone();
    let tx = visit.site.store.begin().await?;
    sessions::end_all(&tx, account.id, Some(&here), "signed out from another device", visit.now).await?;
    audit::append(&tx, &session::event(&visit, &account, "sign_out_device", "all others", Decision::Permitted)).await?;
    tx.commit().await?;
    Ok(see_other("/account"))
}
