//! Accept an invitation: set up an account, or take a further role into the account one has.

use super::kit::{Service, as_typed, form_page, may_try, new_password, see_other};
use super::sign_in::hash_of;
use crate::attempts::{self, Keys};
use crate::factors;
use crate::password::{self, Verified};
use crate::service::SignIn;
use crate::session::{self, How};
use crate::steps::{self, Todo};
use crate::tokens::{self, Purpose};
use axum::Extension;
use axum::extract::Path;
use axum::response::Response;
use govuk::{Button, PasswordInput, SummaryList};
use http::{HeaderMap, StatusCode};
use maud::html;
use record::{Period, PersonId};
use store::accounts::{self, Account, Grant, NewAccount};
use store::invitations::{self, Invitation};
use store::{StoreError, Tx};
use web::{Field, Form, PageError, PageResult, Posted, Visit, kind};

const NAME: Field<kind::Text> = Field::new("name");
const PASSWORD: Field<kind::Text> = Field::new("password");

async fn found(visit: &Visit, token: &str) -> PageResult<Option<(Invitation, Option<Account>)>> {
    let Some(hash) = tokens::hash_of(Purpose::Invitation, token) else { return Ok(None) };
    let reader = visit.site.store.reader();
    let Some(invitation) = invitations::usable(reader, &hash, visit.now).await? else { return Ok(None) };
    let account = accounts::by_email(reader, &invitation.email).await?;
    Ok(Some((invitation, account)))
}

pub(super) async fn show(visit: Visit, Path(token): Path<String>) -> PageResult {
    Ok(match found(&visit, &token).await? {
        Some((invitation, account)) => page(&visit, &invitation, account.is_some(), &Form::blank(), None),
        None => over(&visit),
    })
}

pub(super) async fn send(
    visit: Visit,
    Extension(sign_in): Service,
    Path(token): Path<String>,
    headers: HeaderMap,
    posted: Posted,
) -> PageResult {
    let Some((invitation, account)) = found(&visit, &token).await? else { return Ok(over(&visit)) };
    let mut form = Form::of(posted.clone());
    let password = as_typed(&posted, PASSWORD.name());
    let ready = match account {
        Some(account) => has_account(&visit, &sign_in, account, password, &mut form).await?,
        None => open_account(&visit, &sign_in, &invitation, password, &mut form).await?,
    };
    match ready {
        Ready::Yes { account, new } => accept(&visit, &sign_in, &headers, &invitation, *account, new).await,
        Ready::No(says) => Ok(page(
            &visit,
            &invitation,
            posted.get(NAME.name()).is_empty() && !form.has_errors(),
            &form,
            says.as_deref(),
        )),
        Ready::HasAccount(says) => Ok(page(&visit, &invitation, true, &form, says.as_deref())),
        Ready::Instead(page) => Ok(*page),
    }
}

enum Ready {
    Yes { account: Box<Account>, new: Option<NewAccount> },
    No(Option<String>),
    HasAccount(Option<String>),
    Instead(Box<Response>),
}

/// Somebody who has an account proves that it is theirs by its password.
async fn has_account(
    visit: &Visit,
    sign_in: &SignIn,
    account: Account,
    password: &str,
    form: &mut Form,
) -> PageResult<Ready> {
    let keys = Keys::password(&account.email, visit);
    if let Err(instead) = may_try(visit, &keys).await? {
        return Ok(Ready::Instead(Box::new(instead)));
    }
    let verified =
        sign_in.hasher.verify(password, account.password_hash.as_deref()).await.map_err(PageError::internal)?;
    if account.disabled_at.is_some() || verified == Verified::Wrong {
        let says = "Enter the password of your account".to_owned();
        form.error(PASSWORD, says.clone());
        return Ok(Ready::HasAccount(Some(says)));
    }
    let tx = visit.site.store.begin().await?;
    attempts::succeeded(&tx, &keys, visit).await?;
    tx.commit().await?;
    Ok(Ready::Yes { account: Box::new(account), new: None })
}

/// Somebody new gives a name and a password.
async fn open_account(
    visit: &Visit,
    sign_in: &SignIn,
    invitation: &Invitation,
    password: &str,
    form: &mut Form,
) -> PageResult<Ready> {
    let name = form.text(NAME, "Enter your full name");
    let about = [invitation.email.as_str(), name.as_deref().unwrap_or_default(), &visit.site.settings.area_name];
    let problem = password::check(password, &about, &sign_in.forbidden).err().map(|problem| problem.to_string());
    if let Some(says) = &problem {
        form.error(PASSWORD, says.clone());
    }
    let (Some(name), None) = (name, &problem) else { return Ok(Ready::No(problem)) };
    let hash = hash_of(visit, sign_in, password).await?;
    let new = NewAccount {
        id: visit.site.random.ulid(visit.now).into(),
        email: invitation.email.clone(),
        display_name: name,
        person: invitation.details["person"].as_str().and_then(|id| id.parse::<PersonId>().ok()),
        password_hash: Some(hash),
    };
    let account = Account {
        id: new.id,
        email: new.email.clone(),
        display_name: new.display_name.clone(),
        person: new.person,
        password_hash: new.password_hash.clone(),
        password_changed_at: Some(visit.now),
        totp_secret: None,
        totp_last_step: 0,
        passkeys: serde_json::json!([]),
        locked_until: None,
        disabled_at: None,
        created_at: visit.now,
        last_sign_in_at: None,
    };
    Ok(Ready::Yes { account: Box::new(account), new: Some(new) })
}

async fn accept(
    visit: &Visit,
    sign_in: &SignIn,
    headers: &HeaderMap,
    invitation: &Invitation,
    account: Account,
    new: Option<NewAccount>,
) -> PageResult {
    let works_here = !invitation.role.is_family();
    let needs_second = sign_in.second_factor_needed && (works_here || sign_in.families_need_second_factor);
    let tx = visit.site.store.begin().await?;
    if !take_up(visit, &tx, invitation, &account, new.as_ref()).await? {
        tx.rollback().await?;
        return Ok(over(visit));
    }
    let todo =
        if factors::has_second(&account)? { Some(Todo::SecondFactor) } else { needs_second.then_some(Todo::SetUp) };
    let answer = match todo {
        Some(todo) => see_other(&steps::keep(visit, &tx, account.id, todo, false, "/").await?),
        None => session::begin(visit, &tx, &account, How::Invitation, headers).await?.see_other("/"),
    };
    tx.commit().await?;
    Ok(answer)
}

/// Opens the account, uses the invitation up and gives the role: all or nothing. False when somebody was quicker.
async fn take_up(
    visit: &Visit,
    tx: &Tx,
    invitation: &Invitation,
    account: &Account,
    new: Option<&NewAccount>,
) -> PageResult<bool> {
    if let Some(new) = new {
        match accounts::create(tx, new, visit.now).await {
            Err(StoreError::Duplicate(_)) => return Ok(false),
            other => other?,
        }
    }
    if !invitations::redeem(tx, invitation.id, account.id, visit.now).await? {
        return Ok(false);
    }
    let grant = Grant {
        id: visit.site.random.ulid(visit.now).to_string(),
        account: account.id,
        role: invitation.role,
        organisation: invitation.organisation,
        period: Period::since(visit.today),
        granted_by: invitation.invited_by.clone(),
        scopes: Vec::new(),
    };
    accounts::grant_role(tx, &grant).await?;
    Ok(true)
}

fn page(visit: &Visit, invitation: &Invitation, has_account: bool, form: &Form, error: Option<&str>) -> Response {
    let facts = SummaryList::new()
        .row("Email address", invitation.email.clone())
        .row("You are invited as", invitation.role.words());
    let (title, before, fields, button) = if has_account {
        let before = html! { p class="govuk-body" { "You have an account with this address. Enter its password to accept the invitation." } (facts) };
        let fields = html! { (PasswordInput::new(PASSWORD.name()).label("Password").error_if(error)) };
        ("Accept the invitation", before, fields, "Accept")
    } else {
        let fields = html! {
            (form.input(NAME).label("Full name").autocomplete("name"))
            (new_password(PASSWORD.name(), "Choose a password", error))
        };
        ("Set up your account", html! { (facts) }, fields, "Continue")
    };
    form_page(visit, title, "/", form, before, fields, button)
}

fn over(visit: &Visit) -> Response {
    visit.page("This invitation no longer works").status(StatusCode::GONE).body(html! {
        h1 class="govuk-heading-l" { "This invitation no longer works" }
        p class="govuk-body" { "An invitation works once, for seven days. If you have used it already, sign in. If not, ask the person who invited you to send another." }
        (Button::link("Sign in", "/sign-in"))
    })
}
