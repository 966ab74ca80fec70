//! `/accounts`: who can sign in and as what, for administrators, and for SENCOs within their own setting. Nothing of any
//! child.

pub(super) mod scope;

use ::access::ManageAccounts;
use ::store::{
    Tx,
    accounts::{self, Account, Grant},
    changes::{self, Change},
    invitations, people,
};
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect},
};
use govuk::{
    Button, Pagination, Tag, TagColour,
    kit::{Column, WorkQueue, long_moment},
};
use maud::{Markup, html};
use record::{AccountId, InvitationId, Organisation, OrganisationId};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use web::{PageError, PageResult, Posted, Visit};

use crate::{
    access, shell,
    store::members::{self, OpenInvitation},
};
pub(super) use scope::Scope;

/// Accounts on a page.
const PAGE: usize = 50;

/// Where the page begins: after an account.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    after: String,
}

/// An account with the roles it holds today.
struct Row {
    account: Account,
    grants: Vec<Grant>,
}

/// `GET /accounts`.
pub(crate) async fn show(visit: Visit, Query(asked): Query<Asked>) -> PageResult {
    let (tx, permit) = access::service::<ManageAccounts>(&visit, "accounts").await?;
    let scope = Scope::of(&permit);
    let (accounts, next) = match scope.setting() {
        Some(setting) => {
            let mut all = Vec::new();
            for id in members::accounts_of(&tx, &permit, setting, visit.today).await? {
                all.extend(accounts::find(&tx, id).await?);
            }
            (all, None)
        }
        None => page_of_all(&tx, &asked).await?,
    };
    let mut rows = Vec::with_capacity(accounts.len());
    for account in accounts {
        let mut grants = accounts::grants(&tx, account.id).await?;
        grants.retain(|grant| grant.period.contains(visit.today) && scope.covers(grant.organisation));
        rows.push(Row { account, grants });
    }
    let invited = members::open_invitations(&tx, &permit, scope.setting(), visit.now).await?;
    let bodies: Vec<OrganisationId> = rows
        .iter()
        .flat_map(|row| row.grants.iter().filter_map(|grant| grant.organisation))
        .chain(invited.iter().filter_map(|one| one.organisation))
        .collect();
    let names = organisation_names(&tx, &bodies).await?;
    tx.commit().await?;
    let page = visit.page("Accounts").wide();
    shell::show(&visit, page, html! {
        h1 class="govuk-heading-l" { "Accounts" }
        p class="govuk-body" { @if scope.setting().is_some() { "Everybody who can sign in for your setting." } @else { "Everybody who can sign in." } }
        (Button::link("Invite somebody", "/accounts/invite"))
        (list(&rows, &names, next))
        (invitations_list(&visit, &invited, &names))
    })
    .await
}

async fn page_of_all(tx: &Tx, asked: &Asked) -> PageResult<(Vec<Account>, Option<String>)> {
    // The address names an account, never its e-mail address.
    let after = match asked.after.parse::<AccountId>() {
        Ok(id) => accounts::find(tx, id).await?.map(|account| account.email),
        Err(_) => None,
    };
    let mut all = accounts::list(tx, after.as_deref(), PAGE as u64 + 1).await?;
    let more = all.len() > PAGE;
    all.truncate(PAGE);
    let next = all.last().filter(|_| more).map(|last| format!("/accounts?after={}", last.id));
    Ok((all, next))
}

/// The names of organisations.
pub(super) async fn organisation_names(
    conn: &impl ::store::Connection,
    ids: &[OrganisationId],
) -> PageResult<BTreeMap<OrganisationId, String>> {
    let found = people::find_many::<Organisation>(conn, ids).await?;
    Ok(found.into_iter().map(|one| (one.id, one.name)).collect())
}

fn list(rows: &[Row], names: &BTreeMap<OrganisationId, String>, next: Option<String>) -> Markup {
    let mut queue = WorkQueue::new("Accounts")
        .column(Column::new("Name"))
        .column(Column::new("Email address"))
        .column(Column::new("Roles today"))
        .column(Column::new("Last signed in"))
        .empty("There is no account yet.");
    for row in rows {
        let last = row.account.last_sign_in_at.map_or_else(|| "Never".to_owned(), long_moment);
        queue = queue.row([
            html! { a class="govuk-link" href={ "/accounts/" (row.account.id) } { (row.account.display_name) } },
            html! { (row.account.email) @if row.account.disabled_at.is_some() { " " (Tag::new("Closed").colour(TagColour::Grey)) } },
            html! { @for (place, grant) in row.grants.iter().enumerate() { @if place > 0 { br; } (held(grant, names)) } @if row.grants.is_empty() { "None" } },
            html! { (last) },
        ]);
    }
    if let Some(next) = next {
        queue = queue.pagination(Pagination::of_parts(None, Some(("Next page", next.as_str()))));
    }
    html! { (queue) }
}

/// A role and where it is held.
pub(super) fn held(grant: &Grant, names: &BTreeMap<OrganisationId, String>) -> String {
    match grant.organisation.and_then(|id| names.get(&id)) {
        Some(name) => format!("{}, {name}", grant.role.words()),
        None => grant.role.words().to_owned(),
    }
}

fn invitations_list(visit: &Visit, invited: &[OpenInvitation], names: &BTreeMap<OrganisationId, String>) -> Markup {
    html! {
        @if !invited.is_empty() {
            h2 class="govuk-heading-m" { "Invited, and not here yet" }
            ul class="govuk-list" {
                @for one in invited {
                    li {
                        (one.email) ": "
                        (one.role.parse::<::access::Role>().map_or("", ::access::Role::words))
                        @if let Some(name) = one.organisation.and_then(|id| names.get(&id)) { ", " (name) }
                        ". Until " (long_moment(one.expires_at)) "."
                        form method="post" action={ "/accounts/invitations/" (one.id) "/withdraw" } novalidate {
                            (visit.csrf_field())
                            (Button::new(html! { "Take it back" span class="govuk-visually-hidden" { ": the invitation of " (one.email) } }).secondary())
                        }
                    }
                }
            }
        }
    }
}

/// `POST /accounts/invitations/{id}/withdraw`.
pub(crate) async fn withdraw(visit: Visit, Path(id): Path<String>, _posted: Posted) -> PageResult {
    let id: InvitationId = id.parse().map_err(|_| PageError::NotFound)?;
    let (tx, permit) = access::service::<ManageAccounts>(&visit, "invitation").await?;
    let scope = Scope::of(&permit);
    let open = members::open_invitations(&tx, &permit, scope.setting(), visit.now).await?;
    if !open.iter().any(|one| one.id == id) {
        return Err(PageError::NotFound);
    }
    invitations::withdraw(&tx, id, visit.now).await?;
    note(&visit, &tx, "invitation", id.to_string(), None, Some("taken back".into())).await?;
    tx.commit().await?;
    Ok(Redirect::to("/accounts").into_response())
}

/// An entry in the change log.
pub(super) async fn note(
    visit: &Visit,
    tx: &Tx,
    table: &str,
    row_id: String,
    before: Option<Value>,
    after: Option<Value>,
) -> PageResult<()> {
    let change =
        Change { table: table.to_owned(), row_id, before, after, author: shell::account(visit), at: visit.now };
    changes::record(tx, &change).await?;
    Ok(())
}
