//! Ask for a link to set a new password. The page says the same whether there is an account or not.

use super::kit::{Service, form_page, see_other};
use crate::attempts::{self, Keys};
use crate::notices;
use crate::throttle::Verdict;
use crate::tokens::{NewToken, Purpose};
use axum::Extension;
use axum::response::Response;
use maud::html;
use notify::templates::ResetPassword;
use serde_json::json;
use store::accounts;
use store::one_time::{self, OneTime};
use web::{Field, Form, PageError, PageResult, Posted, Visit, kind};

const EMAIL: Field<kind::Text> = Field::new("email");

/// What a recovery link is kept for.
pub(super) const PURPOSE: &str = "recover-account";

pub(super) async fn show(visit: Visit) -> Response {
    page(&visit, &Form::blank())
}

pub(super) async fn send(visit: Visit, Extension(_): Service, posted: Posted) -> PageResult {
    let mut form = Form::of(posted);
    let Some(email) = form.text(EMAIL, "Enter your email address") else { return Ok(page(&visit, &form)) };
    if !email.contains('@') {
        form.error(EMAIL, "Enter an email address in the correct format, like name@example.com");
        return Ok(page(&visit, &form));
    }
    // Each request counts as a mistake, so that nobody's mailbox is flooded; many for one address are let pass in silence.
    let keys = Keys::other("recovery", &email, &visit);
    match attempts::begin(&visit, &keys).await? {
        Verdict::Wait { seconds } => return Err(PageError::TooMany(seconds)),
        Verdict::SlowerWay => return Ok(see_other("/forgot-password/sent")),
        Verdict::Go => {}
    }
    let account = accounts::by_email(visit.site.store.reader(), &email).await?;
    let account = account.filter(|account| account.disabled_at.is_none());
    let token = NewToken::new(Purpose::Recovery, visit.site.random.bytes32(), visit.now);
    let tx = visit.site.store.begin().await?;
    if let Some(account) = &account {
        one_time::revoke(&tx, account.id, PURPOSE, visit.now).await?;
    }
    // A link is made and kept in any case, so that the work is the same; without an account nobody gets it.
    let secret = OneTime {
        token_hash: token.hash,
        purpose: PURPOSE.to_owned(),
        account: account.as_ref().map(|account| account.id),
        details: json!({}),
        expires_at: token.expires_at,
    };
    one_time::put(&tx, &secret, visit.now).await?;
    if let Some(account) = &account {
        let context = ResetPassword {
            area: visit.site.settings.area_name.clone(),
            link: format!("/reset/{}", token.shown),
            minutes: 30,
        };
        notices::promise(&visit, &tx, account, "reset-password", &context).await?;
    }
    tx.commit().await?;
    Ok(see_other("/forgot-password/sent"))
}

pub(super) async fn sent(visit: Visit) -> Response {
    visit.page("Check your email").body(html! {
        h1 class="govuk-heading-l" { "Check your email" }
        p class="govuk-body" { "If there is an account with that address, we have sent it a link to set a new password. The link works once, for 30 minutes." }
        p class="govuk-body" { "It can take a few minutes to arrive. Look in your junk folder too." }
        p class="govuk-body" { a class="govuk-link" href="/forgot-password" { "Send another" } }
    })
}

fn page(visit: &Visit, form: &Form) -> Response {
    let words = html! { p class="govuk-body" { "Enter the email address of your account. We send it a link with which you can set a new password." } };
    let fields = html! { (form.input(EMAIL).email().label("Email address")) };
    form_page(visit, "Set a new password", "/sign-in", form, words, fields, "Send the link")
}
