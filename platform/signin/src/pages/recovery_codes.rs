//! Make new recovery codes; the old ones stop working.

use super::kit::{Service, codes_to_keep, form_page, freshly_proved};
use super::set_up::new_codes;
use crate::notices;
use axum::Extension;
use maud::html;
use store::accounts;
use web::{Form, PageResult, Visit};

pub(super) async fn show(visit: Visit) -> PageResult {
    if let Err(instead) = freshly_proved(&visit).await? {
        return Ok(instead);
    }
    let words = html! { p class="govuk-body" { "With a recovery code you can sign in when you do not have your phone or passkey. If you make new codes, the ones you have stop working." } };
    Ok(form_page(&visit, "Make recovery codes", "/account", &Form::blank(), words, html! {}, "Make new codes"))
}

pub(super) async fn send(visit: Visit, Extension(sign_in): Service) -> PageResult {
    let account = match freshly_proved(&visit).await? {
        Ok(account) => account,
        Err(instead) => return Ok(instead),
    };
    let codes = new_codes(&visit, &sign_in, &account).await?;
    let tx = visit.site.store.begin().await?;
    accounts::set_recovery_codes(&tx, account.id, &codes.hashes).await?;
    notices::changed(&visit, &tx, &account, "New recovery codes were made for your account.").await?;
    tx.commit().await?;
    Ok(codes_to_keep(&visit, &codes.shown, "/account"))
}
