//! `/audit`: the whole audit, by account or by child, and a walk along its chain.

use ::access::{Permit, ReadAuditLog};
use ::store::{
    Tx, accounts,
    audit::{self, AuditRow, Verified},
};
use axum::{
    extract::Query,
    response::{IntoResponse, Redirect},
};
use govuk::{Button, ErrorSummary, InsetText, NotificationBanner, Pagination};
use maud::{Markup, html};
use record::PersonId;
use serde::Deserialize;
use web::{Field, Form, PageResult, Posted, Visit, drafts, kind};

use super::looked::{names_of, table};
use crate::{access, shell, store::audit_log};

const WHO: Field<kind::Text> = Field::new("account");
const CHILD: Field<kind::Text> = Field::new("child");
/// Rows on a page.
const PAGE: usize = 100;
/// The most rows that are walked while somebody waits: a few seconds.
const WALK: i64 = 250_000;

/// Which search, and where the page begins.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    search: String,
    before: Option<i64>,
}

/// `POST /audit`: keeps what was typed with the account, and leads to an address that says nothing of it.
pub(crate) async fn send(visit: Visit, posted: Posted) -> PageResult {
    access::may_begin::<ReadAuditLog>(&visit, "the audit").await?;
    if posted.is_blank() {
        return Ok(Redirect::to("/audit").into_response());
    }
    let search: ulid::Ulid = shell::new_id(&visit);
    let typed = posted.pairs().iter().filter(|(name, _)| name == WHO.name() || name == CHILD.name());
    drafts::save(&visit, &format!("audit-search-{search}"), &Posted::from_pairs(typed.cloned())).await?;
    Ok(Redirect::to(&format!("/audit?search={search}")).into_response())
}

/// `GET /audit`.
pub(crate) async fn show(visit: Visit, Query(asked): Query<Asked>) -> PageResult {
    let (tx, permit) = access::service::<ReadAuditLog>(&visit, "the audit").await?;
    let kept = match asked.search.parse::<ulid::Ulid>() {
        Ok(search) => drafts::load(&visit, &format!("audit-search-{search}")).await?,
        Err(_) => None,
    };
    let mut form = kept.map_or_else(Form::blank, |draft| Form::of(draft.posted));
    let mut rows = find(&tx, &permit, &mut form, asked.before).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let names = names_of(&tx, &rows).await?;
    tx.commit().await?;
    let mut list = table(&rows, &names, true);
    if let (true, Some(last)) = (more, rows.last()) {
        let next = format!("/audit?search={}&before={}", asked.search, last.sequence);
        list = list.pagination(Pagination::of_parts(None, Some(("Earlier", next.as_str()))));
    }
    page(&visit, &form, html! { (list) }, Markup::default()).await
}

async fn find(
    tx: &Tx,
    permit: &Permit<ReadAuditLog>,
    form: &mut Form,
    before: Option<i64>,
) -> PageResult<Vec<AuditRow>> {
    let limit = PAGE as u64 + 1;
    let who = form.optional_text(WHO);
    let child = form.optional_text(CHILD);
    if who.is_some() && child.is_some() {
        form.error(CHILD, "Search by an account or by a record, not by both");
        return Ok(Vec::new());
    }
    if let Some(who) = who {
        let Some(account) = accounts::by_email(tx, &who).await? else {
            form.error(WHO, "No account has this email address");
            return Ok(Vec::new());
        };
        return Ok(audit::by_account(tx, &account.id.to_string(), before, limit).await?);
    }
    if let Some(child) = child {
        let Ok(child) = child.to_uppercase().parse::<PersonId>() else {
            form.error(CHILD, "Enter the reference of a record: 26 letters and numbers");
            return Ok(Vec::new());
        };
        return Ok(audit::for_child(tx, &child.to_string(), before, limit).await?);
    }
    Ok(audit_log::all(tx, permit, before, limit).await?)
}

/// `POST /audit/check`: walks the chain, all of it or its last part, and says what it found.
pub(crate) async fn check(visit: Visit, _posted: Posted) -> PageResult {
    let (tx, _permit) = access::service::<ReadAuditLog>(&visit, "the audit's chain").await?;
    tx.commit().await?;
    let snapshot = visit.site.store.snapshot().await?;
    let head = audit::head(&snapshot).await?;
    let found = if head.sequence <= WALK {
        audit::verify(&snapshot, &::store::no_progress).await?
    } else {
        audit::verify_tail(&snapshot, WALK).await?
    };
    snapshot.rollback().await?;
    let result = match found {
        Verified::Whole(head_found) => {
            let part = if head.sequence <= WALK { "every row".to_owned() } else { format!("the last {WALK} rows") };
            html! { (NotificationBanner::success(html! {
                p class="govuk-notification-banner__heading" { "The chain is whole." }
                p class="govuk-body" { "We walked " (part) " up to row " (head_found.sequence) ". Each is as it was written." }
                @if head.sequence > WALK { p class="govuk-body" { "“wherry doctor” walks all of it." } }
            })) }
        }
        Verified::Tampered(tampering) => {
            html! { (ErrorSummary::new().general(format!("Somebody changed the audit at row {}. {} Keep the database as it is and tell the data protection officer.", tampering.sequence, tampering.what))) }
        }
    };
    page(
        &visit,
        &Form::blank(),
        html! { p class="govuk-body" { a class="govuk-link" href="/audit" { "Back to the audit" } } },
        result,
    )
    .await
}

async fn page(visit: &Visit, form: &Form, list: Markup, result: Markup) -> PageResult {
    let checked = !result.0.is_empty();
    let page = visit.page(if checked { "The audit was checked" } else { "Audit" }).wide().form(form);
    shell::show(visit, page, html! {
        (result)
        h1 class="govuk-heading-l" { "Audit" }
        p class="govuk-body" { "Everything that anybody read or changed in a person’s record, and what was refused. Rows are never changed or removed: each seals the one before." }
        form method="post" action="/audit" novalidate {
            (visit.csrf_field())
            (form.input(WHO).label("Email address of an account").email().width(30))
            (form.input(CHILD).label("Reference of a person’s record").hint("26 letters and numbers").width(30))
            (Button::new("Search"))
        }
        form method="post" action="/audit/check" novalidate { (visit.csrf_field()) (Button::new("Check the chain").secondary()) }
        @if form.has_errors() { (InsetText::new("Put right what is wrong above to see rows.")) } @else { (list) }
    })
    .await
}
