//! `/accounts/{id}/hand-over`: a SENCO's setting goes to another SENCO in one action: the role, and every child and case
//! that was theirs by name. What is the setting's stays the setting's, so nothing is re-pointed one by one.

use ::access::Role;
use ::store::{
    Connection,
    accounts::{self, Account, Grant},
    people,
};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use govuk::{Button, InsetText, Panel};
use maud::html;
use record::{AccountId, OrganisationId, Period, PersonName, StaffId, StaffMember};
use web::{Field, Form, PageError, PageResult, Posted, Visit, kind};

use super::account::{self, Opened};
use crate::{kept, shell, store::members};

const TO: Field<kind::Choice> = Field::new("to");

/// The setting whose SENCO the account is, and the colleagues to whom it can go.
async fn setting_and_colleagues(visit: &Visit, opened: &Opened) -> PageResult<(Grant, OrganisationId, Vec<Account>)> {
    let grant = opened.grants.iter().find(|grant| grant.role == Role::Senco && grant.period.contains(visit.today));
    let grant = grant.cloned().ok_or(PageError::NotFound)?;
    let setting = grant.organisation.ok_or(PageError::NotFound)?;
    let mut colleagues = Vec::new();
    for id in members::accounts_of(&opened.tx, &opened.permit, setting, visit.today).await? {
        if id != opened.account.id {
            colleagues.extend(accounts::find(&opened.tx, id).await?.filter(|found| found.disabled_at.is_none()));
        }
    }
    Ok((grant, setting, colleagues))
}

/// `GET /accounts/{id}/hand-over`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> PageResult {
    let opened = account::open(&visit, &id, "hand-over of a setting").await?;
    let (_, _, colleagues) = setting_and_colleagues(&visit, &opened).await?;
    page(&visit, opened, &colleagues, &Form::blank()).await
}

/// `POST /accounts/{id}/hand-over`.
pub(crate) async fn send(visit: Visit, Path(id): Path<String>, posted: Posted) -> PageResult {
    kept::if_lapsed(&visit, &kept::name(&id, "hand-over"), &posted).await?;
    let opened = account::open(&visit, &id, "hand-over of a setting").await?;
    let (grant, setting, colleagues) = setting_and_colleagues(&visit, &opened).await?;
    let chosen = posted.get(TO.name()).to_owned();
    let mut form = Form::of(posted);
    let Some(successor) = colleagues.iter().find(|one| one.id.to_string() == chosen) else {
        form.error(TO, "Select who takes over");
        return page(&visit, opened, &colleagues, &form).await;
    };
    hand_over(&visit, &opened, setting, successor).await?;
    account::end(&visit, &opened.tx, &grant).await?;
    for other in opened.grants.iter().filter(|other| {
        other.role == Role::ConsultedSetting
            && other.organisation == Some(setting)
            && other.period.contains(visit.today)
    }) {
        account::end(&visit, &opened.tx, other).await?;
    }
    opened.tx.commit().await?;
    Ok(Redirect::to("/accounts/handed-over").into_response())
}

/// Gives the successor the roles and everything that was the other one's by name.
async fn hand_over(visit: &Visit, opened: &Opened, setting: OrganisationId, to: &Account) -> PageResult<usize> {
    let held = accounts::grants(&opened.tx, to.id).await?;
    for role in [Role::Senco, Role::ConsultedSetting] {
        let has = held.iter().any(|grant| {
            grant.role == role && grant.organisation == Some(setting) && grant.period.contains(visit.today)
        });
        if !has {
            let grant = Grant {
                id: visit.site.random.ulid(visit.now).to_string(),
                account: to.id,
                role,
                organisation: Some(setting),
                period: Period::since(visit.today),
                granted_by: shell::account(visit),
                scopes: Vec::new(),
            };
            accounts::grant_role(&opened.tx, &grant).await?;
        }
    }
    let Some(from) = post(&opened.tx, opened.account.id, setting, visit).await? else { return Ok(0) };
    let account = shell::account(visit);
    let author = shell::author(visit, &account);
    let to = match post(&opened.tx, to.id, setting, visit).await? {
        Some(post) => post,
        None => {
            let new = new_post(visit, to, setting);
            people::save(&opened.tx, &new, author).await?;
            new.id
        }
    };
    let new_id = || shell::new_id(visit);
    Ok(members::hand_over(&opened.tx, &opened.permit, from, to, visit.today, author, new_id).await?)
}

async fn post(
    conn: &impl Connection,
    account: AccountId,
    setting: OrganisationId,
    visit: &Visit,
) -> PageResult<Option<StaffId>> {
    let posts = people::posts_of(conn, account, visit.today).await?;
    Ok(posts.into_iter().find(|post| post.organisation == setting).map(|post| post.id))
}

fn new_post(visit: &Visit, account: &Account, setting: OrganisationId) -> StaffMember {
    let (given, family) = account.display_name.rsplit_once(' ').unwrap_or((account.display_name.as_str(), ""));
    StaffMember {
        id: shell::new_id(visit),
        organisation: setting,
        teams: Vec::new(),
        account: Some(account.id),
        person: account.person,
        name: PersonName::new(given, family),
        job_title: Role::Senco.words().to_owned(),
        email: account.email.parse().ok(),
        phone: None,
        period: Period::since(visit.today),
    }
}

async fn page(visit: &Visit, opened: Opened, colleagues: &[Account], form: &Form) -> PageResult {
    let Opened { tx, account, .. } = opened;
    tx.commit().await?;
    let back = format!("/accounts/{}", account.id);
    let colleagues: Vec<(String, String)> =
        colleagues.iter().map(|one| (one.id.to_string(), format!("{} ({})", one.display_name, one.email))).collect();
    let page = visit.page("Hand the setting over").back(back.clone()).form(form);
    shell::show(visit, page, html! {
        h1 class="govuk-heading-l" { "Hand the setting over" }
        p class="govuk-body" { (account.display_name) " is SENCO now. In one action the role, and every child and task that is theirs by name, goes to somebody else. Children stay on the setting’s roll, and requests stay with the setting." }
        @if colleagues.is_empty() {
            (InsetText::new(html! { "Nobody else of this setting has an account yet. " a class="govuk-link" href="/accounts/invite" { "Invite them first" } "." }))
        } @else {
            form method="post" action={ (back) "/hand-over" } novalidate {
                (visit.csrf_field())
                (form.radios(TO, colleagues.iter().map(|(id, words)| (id.as_str(), words.as_str()))).legend("Who takes over?").hint("Not here? Invite them first, and hand over when they have signed in."))
                (Button::new("Hand over now").warning())
            }
        }
    })
    .await
}

/// `GET /accounts/handed-over`: what happened, also for somebody whose role has just ended.
pub(crate) async fn done(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let page = visit.page("Handed over");
    shell::show(&visit, page, html! {
        (Panel::confirmation("Handed over", "The setting has its new SENCO"))
        p class="govuk-body" { "It holds from this moment. The new SENCO finds every child and every task of the setting when they sign in next." }
        p class="govuk-body" { a class="govuk-link" href="/" { "Go to the start page" } }
    })
    .await
}
