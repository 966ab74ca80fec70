//! `/accounts/{id}`: one account: its roles, ending one, closing it.

use ::access::{ManageAccounts, Role};
use ::store::{
    Tx,
    accounts::{self, Account, Grant},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use govuk::{
    Button, InsetText, SummaryList, Table,
    kit::{long_date, long_moment},
};
use maud::{Markup, html};
use record::{AccountId, OrganisationId};
use serde_json::json;
use std::collections::BTreeMap;
use web::{PageError, PageResult, Posted, Visit};

use super::accounts::{Scope, held, note, organisation_names};
use crate::{access, fields::hidden, shell, words};

/// An account, opened for keeping.
pub(super) struct Opened {
    pub(super) tx: Tx,
    pub(super) scope: Scope,
    pub(super) permit: ::access::Permit<ManageAccounts>,
    pub(super) account: Account,
    /// The roles within the scope, past ones too.
    pub(super) grants: Vec<Grant>,
}

/// Opens an account. One of which the viewer keeps no role does not exist for them.
pub(super) async fn open(visit: &Visit, id: &str, fields: &str) -> PageResult<Opened> {
    let (tx, permit) = access::service::<ManageAccounts>(visit, fields).await?;
    let id: AccountId = id.parse().map_err(|_| PageError::NotFound)?;
    let scope = Scope::of(&permit);
    let account = accounts::find(&tx, id).await?.ok_or(PageError::NotFound)?;
    let mut grants = accounts::grants(&tx, id).await?;
    grants.retain(|grant| scope.covers(grant.organisation));
    if grants.is_empty() && scope != Scope::Everybody {
        return Err(PageError::NotFound);
    }
    Ok(Opened { tx, scope, permit, account, grants })
}

/// `GET /accounts/{id}`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> PageResult {
    let opened = open(&visit, &id, "an account").await?;
    let bodies: Vec<OrganisationId> = opened.grants.iter().filter_map(|grant| grant.organisation).collect();
    let names = organisation_names(&opened.tx, &bodies).await?;
    let Opened { tx, scope, account, grants, .. } = opened;
    tx.commit().await?;
    let is_own = visit.viewer.as_ref().is_some_and(|viewer| viewer.account == account.id);
    let page = visit.page(account.display_name.clone()).under("Accounts", "/accounts");
    shell::show(&visit, page, html! {
        h1 class="govuk-heading-l" { (account.display_name) }
        (SummaryList::new()
            .row("Email address", account.email.clone())
            .row("Opened", long_moment(account.created_at))
            .row("Last signed in", account.last_sign_in_at.map_or_else(|| "Never".to_owned(), long_moment))
            .row("Second factor", if account.totp_secret.is_some() || account.passkeys.as_array().is_some_and(|keys| !keys.is_empty()) { "Yes" } else { "No" })
            .row_if("Closed", account.disabled_at.map(long_moment)))
        (roles(&visit, account.id, &grants, &names, is_own))
        @if scope == Scope::Everybody { (closing(&visit, &account, is_own)) }
    })
    .await
}

fn roles(
    visit: &Visit,
    id: AccountId,
    grants: &[Grant],
    names: &BTreeMap<OrganisationId, String>,
    is_own: bool,
) -> Markup {
    let (now, before): (Vec<&Grant>, Vec<&Grant>) =
        grants.iter().partition(|grant| grant.period.to.is_none_or(|last| last >= visit.today));
    let mut past = Table::new("Roles held before").caption_size("s").row_headings().head(["Role", "When"]);
    for grant in &before {
        past = past.row([held(grant, names), words::period(grant.period)]);
    }
    html! {
        h2 class="govuk-heading-m" { "Roles" }
        @if now.is_empty() { p class="govuk-body" { "No role at the moment: signing in shows nothing." } }
        @for grant in &now {
            p class="govuk-body govuk-!-margin-bottom-1" { (held(grant, names)) ", since " (long_date(grant.period.from)) }
            @if is_own && matches!(grant.role, Role::Administrator | Role::Senco) {
                @if grant.role == Role::Administrator { p class="govuk-body-s" { "Your own role as administrator can be ended by another administrator." } }
            } @else {
                form method="post" action={ "/accounts/" (id) "/end-role" } novalidate {
                    (visit.csrf_field())
                    (hidden("grant", &grant.id))
                    (Button::new(html! { "End this role" span class="govuk-visually-hidden" { ": " (held(grant, names)) } }).secondary())
                }
            }
            @if grant.role == Role::Senco { p class="govuk-body" { a class="govuk-link" href={ "/accounts/" (id) "/hand-over" } { "Hand the setting over to another SENCO" } } }
        }
        @if !before.is_empty() { (past) }
    }
}

fn closing(visit: &Visit, account: &Account, is_own: bool) -> Markup {
    let (action, words) = if account.disabled_at.is_some() {
        ("reopen", "Open the account again")
    } else {
        ("close", "Close the account")
    };
    html! {
        h2 class="govuk-heading-m" { "The account" }
        @if is_own { (InsetText::new("Your own account can be closed by another administrator.")) } @else {
            @if account.disabled_at.is_none() { p class="govuk-body" { "Closing it ends every session at once. What it did stays in the audit." } }
            form method="post" action={ "/accounts/" (account.id) "/" (action) } novalidate { (visit.csrf_field()) (Button::new(words).warning()) }
        }
    }
}

/// `POST /accounts/{id}/end-role`: it holds no longer, from this moment.
pub(crate) async fn end_role(visit: Visit, Path(id): Path<String>, posted: Posted) -> PageResult {
    let opened = open(&visit, &id, "role of an account").await?;
    let is_own = visit.viewer.as_ref().is_some_and(|viewer| viewer.account == opened.account.id);
    let chosen = posted.get("grant");
    let grant = opened.grants.iter().find(|grant| grant.id == chosen).ok_or(PageError::NotFound)?;
    if is_own {
        return Err(PageError::forbidden(match grant.role {
            Role::Senco => "Hand your setting over to another SENCO: that ends your role.",
            _ => "You cannot end your own role. Ask another administrator.",
        }));
    }
    end(&visit, &opened.tx, grant).await?;
    opened.tx.commit().await?;
    Ok(Redirect::to(&format!("/accounts/{}", opened.account.id)).into_response())
}

/// Ends a role: its last day was yesterday, so that the next request finds it gone.
pub(super) async fn end(visit: &Visit, tx: &Tx, grant: &Grant) -> PageResult<()> {
    let last = visit.today.yesterday().unwrap_or(visit.today);
    accounts::end_role(tx, &grant.id, last).await?;
    let (before, after) = (json!({ "last_day": grant.period.to }), json!({ "last_day": last }));
    note(visit, tx, "account_role", grant.id.clone(), Some(before), Some(after)).await
}

/// `POST /accounts/{id}/close`.
pub(crate) async fn close(visit: Visit, Path(id): Path<String>, _posted: Posted) -> PageResult {
    let opened = open(&visit, &id, "closing an account").await?;
    let is_own = visit.viewer.as_ref().is_some_and(|viewer| viewer.account == opened.account.id);
    if opened.scope != Scope::Everybody || is_own {
        return Err(PageError::forbidden("Only an administrator can close an account, and not their own."));
    }
    accounts::disable(&opened.tx, opened.account.id, visit.now).await?;
    note(&visit, &opened.tx, "account", opened.account.id.to_string(), None, Some("closed".into())).await?;
    opened.tx.commit().await?;
    Ok(Redirect::to(&format!("/accounts/{}", opened.account.id)).into_response())
}

/// `POST /accounts/{id}/reopen`.
pub(crate) async fn reopen(visit: Visit, Path(id): Path<String>, _posted: Posted) -> PageResult {
    let opened = open(&visit, &id, "opening an account again").await?;
    if opened.scope != Scope::Everybody {
        return Err(PageError::forbidden("Only an administrator can open an account again."));
    }
    accounts::enable(&opened.tx, opened.account.id).await?;
    note(&visit, &opened.tx, "account", opened.account.id.to_string(), None, Some("opened again".into())).await?;
    opened.tx.commit().await?;
    Ok(Redirect::to(&format!("/accounts/{}", opened.account.id)).into_response())
}
