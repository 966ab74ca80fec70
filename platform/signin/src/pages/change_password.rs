//! Change my password: the old one proves that it is me. Every other device is signed out.

use super::kit::{Service, as_typed, form_page, may_try, new_password, own_account};
use super::sign_in::hash_of;
use crate::attempts::{self, Keys};
use crate::notices;
use crate::password::{self, Verified};
use crate::session;
use axum::Extension;
use axum::response::Response;
use govuk::PasswordInput;
use maud::html;
use store::accounts::{self, Account};
use store::sessions;
use web::{Field, Form, PageError, PageResult, Posted, Visit, kind};

const OLD: Field<kind::Text> = Field::new("old-password");
const NEW: Field<kind::Text> = Field::new("new-password");

pub(super) async fn show(visit: Visit) -> PageResult {
    let account = own_account(&visit).await?;
    Ok(page(&visit, &account, &Form::blank(), None, None))
}

pub(super) async fn send(visit: Visit, Extension(sign_in): Service, posted: Posted) -> PageResult {
    let account = own_account(&visit).await?;
    if account.password_hash.is_none() {
        return Err(PageError::bad_request(
            "Your account has no password. To set one, sign out and use “I have forgotten my password”.",
        ));
    }
    let mut form = Form::of(posted.clone());
    let (old, new) = (as_typed(&posted, OLD.name()), as_typed(&posted, NEW.name()));
    let about = [account.email.as_str(), &account.display_name, &visit.site.settings.area_name];
    let problem = password::check(new, &about, &sign_in.forbidden).err().map(|problem| problem.to_string());
    if let Some(says) = &problem {
        form.error(NEW, says.clone());
        return Ok(page(&visit, &account, &form, None, Some(says)));
    }
    let keys = Keys::password(&account.email, &visit);
    if let Err(instead) = may_try(&visit, &keys).await? {
        return Ok(instead);
    }
    let verified = sign_in.hasher.verify(old, account.password_hash.as_deref()).await.map_err(PageError::internal)?;
    if verified == Verified::Wrong {
        let says = "Enter the password that you have now";
        form.error(OLD, says);
        return Ok(page(&visit, &account, &form, Some(says), None));
    }
    let hash = hash_of(&visit, &sign_in, new).await?;
    let here = visit.signed_in()?.session.clone();
    let tx = visit.site.store.begin().await?;
    attempts::succeeded(&tx, &keys, &visit).await?;
    accounts::set_password(&tx, account.id, Some(&hash), visit.now).await?;
    sessions::end_all(&tx, account.id, Some(&here), "new password", visit.now).await?;
    notices::changed(&visit, &tx, &account, "Your password was changed.").await?;
    let cookie = session::renew(&visit, &tx).await?;
    tx.commit().await?;
    Ok(cookie.see_other("/account"))
}

fn page(visit: &Visit, account: &Account, form: &Form, old: Option<&str>, new: Option<&str>) -> Response {
    let fields = html! {
        // For password managers: whose password it is.
        input type="hidden" name="username" autocomplete="username" value=(account.email);
        (PasswordInput::new(OLD.name()).label("Password now").error_if(old))
        (new_password(NEW.name(), "New password", new))
    };
    let words = html! { p class="govuk-body" { "You stay signed in here. Every other device is signed out." } };
    form_page(visit, "Change your password", "/account", form, words, fields, "Change the password")
}
