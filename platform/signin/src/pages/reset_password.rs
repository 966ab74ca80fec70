//! Set a new password by the link that came by e-mail. Every device is signed out; the second factor stays.

use super::forgot_password::PURPOSE;
use super::kit::{Service, as_typed, form_page, new_password};
use super::sign_in::hash_of;
use crate::attempts::{self, Keys};
use crate::notices;
use crate::password;
use crate::tokens::{self, Purpose};
use axum::Extension;
use axum::extract::Path;
use axum::response::Response;
use govuk::Button;
use http::StatusCode;
use maud::html;
use store::accounts::{self, Account};
use store::{one_time, sessions};
use web::{Field, Form, PageResult, Posted, Visit, kind};

const PASSWORD: Field<kind::Text> = Field::new("password");

async fn account_of(visit: &Visit, token: &str) -> PageResult<Option<(String, Account)>> {
    let Some(hash) = tokens::hash_of(Purpose::Recovery, token) else { return Ok(None) };
    let reader = visit.site.store.reader();
    let Some(id) = one_time::peek(reader, &hash, PURPOSE, visit.now).await?.and_then(|kept| kept.account) else {
        return Ok(None);
    };
    let account = accounts::find(reader, id).await?.filter(|account| account.disabled_at.is_none());
    Ok(account.map(|account| (hash, account)))
}

pub(super) async fn show(visit: Visit, Path(token): Path<String>) -> PageResult {
    Ok(match account_of(&visit, &token).await? {
        Some(_) => page(&visit, &Form::blank(), None),
        None => over(&visit),
    })
}

pub(super) async fn send(
    visit: Visit,
    Extension(sign_in): Service,
    Path(token): Path<String>,
    posted: Posted,
) -> PageResult {
    let Some((hash, account)) = account_of(&visit, &token).await? else { return Ok(over(&visit)) };
    let mut form = Form::of(posted.clone());
    let password = as_typed(&posted, PASSWORD.name());
    let about = [account.email.as_str(), &account.display_name, &visit.site.settings.area_name];
    if let Err(problem) = password::check(password, &about, &sign_in.forbidden) {
        let says = problem.to_string();
        form.error(PASSWORD, says.clone());
        return Ok(page(&visit, &form, Some(&says)));
    }
    let new = hash_of(&visit, &sign_in, password).await?;
    let tx = visit.site.store.begin().await?;
    if one_time::take(&tx, &hash, PURPOSE, visit.now).await?.is_none() {
        tx.rollback().await?;
        return Ok(over(&visit));
    }
    accounts::set_password(&tx, account.id, Some(&new), visit.now).await?;
    sessions::end_all(&tx, account.id, None, "new password", visit.now).await?;
    one_time::revoke(&tx, account.id, PURPOSE, visit.now).await?;
    // Whoever reads the mailbox may sign in from here at once, whatever others have tried.
    attempts::succeeded(&tx, &Keys::password(&account.email, &visit), &visit).await?;
    notices::changed(&visit, &tx, &account, "Your password was changed.").await?;
    tx.commit().await?;
    Ok(visit.page("Your password is changed").body(html! {
        h1 class="govuk-heading-l" { "Your password is changed" }
        p class="govuk-body" { "We have signed your account out on every device." }
        (Button::link("Sign in", "/sign-in"))
    }))
}

fn page(visit: &Visit, form: &Form, error: Option<&str>) -> Response {
    let fields = html! { (new_password(PASSWORD.name(), "New password", error)) };
    form_page(visit, "Set a new password", "/sign-in", form, html! {}, fields, "Set the password")
}

fn over(visit: &Visit) -> Response {
    visit.page("This link no longer works").status(StatusCode::GONE).body(html! {
        h1 class="govuk-heading-l" { "This link no longer works" }
        p class="govuk-body" { "A link to set a password works once, for 30 minutes, and only the newest one works." }
        (Button::link("Send me a new link", "/forgot-password"))
    })
}
