//! `/people/{id}/looked`: who has looked at this record. The family reads it in plain words, with staff by role and
//! organisation; officers and auditors read every row.

use std::collections::BTreeMap;

use ::access::{ReadAudit, Role};
use ::store::{
    accounts,
    audit::{self, AuditRow, Decision},
    people,
};
use axum::extract::{Path, Query};
use govuk::{
    Pagination, Tag, TagColour,
    kit::{Column, WorkQueue, long_date, long_moment},
};
use maud::{Markup, html};
use record::{AccountId, Organisation};
use serde::Deserialize;
use web::{PageResult, Visit};

use crate::{
    access::{self, Opened},
    shell,
    store::protection,
    versions::name_of,
    words,
};

/// Rows of the audit on a page.
const PAGE: usize = 100;

/// Where the page begins.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    before: Option<i64>,
}

/// `GET /people/{id}/looked`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>, Query(asked): Query<Asked>) -> PageResult {
    let opened = access::open::<ReadAudit>(&visit, &id, "who has looked").await?;
    let child = opened.child.to_string();
    let mut rows = audit::for_child(&opened.tx, &child, asked.before, PAGE as u64 + 1).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let is_family = opened.permit.role().is_family();
    let list = if is_family { for_family(&visit, &opened, &rows).await? } else { in_full(&opened, &rows).await? };
    opened.tx.commit().await?;
    let next = rows.last().filter(|_| more).map(|last| format!("/people/{child}/looked?before={}", last.sequence));
    let list = match &next {
        Some(next) => list.pagination(Pagination::of_parts(None, Some(("Earlier", next.as_str())))),
        None => list,
    };
    let page = visit.page("Who has looked at this record").wide();
    let page =
        if opened.permit.role() == Role::Auditor { page.back("/audit") } else { page.back(format!("/people/{child}")) };
    shell::show(&visit, page, html! {
        h1 class="govuk-heading-l" { "Who has looked at this record" }
        @if is_family {
            p class="govuk-body" { "This lists who opened or changed this record, on which day. People who work for the council, schools and the health service are shown by their role. If something looks wrong, tell us: " (visit.site.settings.help_line) "." }
        } @else {
            p class="govuk-body" { "Every reading, change and refusal, as the audit holds it." }
        }
        (list)
    })
    .await
}

/// What one person did on one day.
struct Day {
    on: String,
    who: String,
    did: Vec<&'static str>,
    in_emergency: bool,
}

/// Permitted looks only, joined by person and day, without anything that would give away where the child lives.
async fn for_family(visit: &Visit, opened: &Opened<ReadAudit>, rows: &[AuditRow]) -> PageResult<WorkQueue> {
    let secrecy = protection::secrecy_for_audit(&opened.tx, &opened.permit, visit.today).await?;
    let kept_away = secrecy.is_from(opened.permit.person());
    let own = visit.viewer.as_ref().map(|viewer| viewer.account.to_string());
    let mut whose: BTreeMap<(String, String), String> = BTreeMap::new();
    let mut days: Vec<Day> = Vec::new();
    for row in rows.iter().filter(|row| row.event.decision == Decision::Permitted) {
        let event = &row.event;
        let key = (event.account.clone(), event.role.clone());
        if !whose.contains_key(&key) {
            let words = if Some(&event.account) == own.as_ref() {
                "You".to_owned()
            } else {
                who(visit, opened, &event.account, &event.role, kept_away).await?
            };
            whose.insert(key.clone(), words);
        }
        let who = whose.get(&key).cloned().unwrap_or_default();
        let on = long_date(visit.site.clock.date_of(event.at));
        let did = words::looked(&event.action);
        let in_emergency = event.break_glass.is_some();
        match days.iter_mut().find(|day| day.on == on && day.who == who && day.in_emergency == in_emergency) {
            Some(day) if !day.did.contains(&did) => day.did.push(did),
            Some(_) => {}
            None => days.push(Day { on, who, did: vec![did], in_emergency }),
        }
    }
    let mut queue = WorkQueue::new("Who looked, newest first")
        .column(Column::new("When"))
        .column(Column::new("Who"))
        .column(Column::new("What they did"))
        .empty("Nobody has looked at this record yet.");
    for day in days {
        let did = html! {
            (day.did.join(". ")) "."
            @if day.in_emergency { br; (Tag::new("In an emergency").colour(TagColour::Orange)) " Somebody else reviews this." }
        };
        queue = queue.row([html! { (day.on) }, html! { (day.who) }, did]);
    }
    Ok(queue)
}

/// Who an account is, for a family: staff by role and organisation, never by name.
async fn who(
    visit: &Visit,
    opened: &Opened<ReadAudit>,
    account: &str,
    role: &str,
    kept_away: bool,
) -> PageResult<String> {
    let Ok(role) = role.parse::<Role>() else { return Ok("The service itself".to_owned()) };
    if role.is_family() {
        return Ok("Somebody in the family, or who helps them".to_owned());
    }
    let Ok(id) = account.parse::<AccountId>() else { return Ok(role.words().to_owned()) };
    let grants = accounts::grants(&opened.tx, id).await?;
    let organisation = grants.iter().filter(|grant| grant.role == role).find_map(|grant| grant.organisation);
    let Some(organisation) = organisation else { return Ok(role.words().to_owned()) };
    let Some(found) = people::find::<Organisation>(&opened.tx, organisation).await? else {
        return Ok(role.words().to_owned());
    };
    let own_authority = opened
        .relationships
        .facts
        .iter()
        .any(|dated| dated.fact == ::access::Fact::Responsible(found.id) && dated.period.contains(visit.today));
    let name = if kept_away && !own_authority { words::sort_of(&found.kind).to_owned() } else { found.name };
    Ok(format!("{}, {name}", role.words()))
}

async fn in_full(opened: &Opened<ReadAudit>, rows: &[AuditRow]) -> PageResult<WorkQueue> {
    Ok(table(rows, &names_of(&opened.tx, rows).await?, false))
}

/// The names of the accounts in these rows.
pub(super) async fn names_of(
    conn: &impl ::store::Connection,
    rows: &[AuditRow],
) -> PageResult<BTreeMap<String, String>> {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for row in rows {
        let account = &row.event.account;
        if !names.contains_key(account) {
            names.insert(account.clone(), name_of(conn, account).await?);
        }
    }
    Ok(names)
}

/// Rows of the audit, as far as a person can use them. `with_child` names whose record each is about.
pub(super) fn table(rows: &[AuditRow], names: &BTreeMap<String, String>, with_child: bool) -> WorkQueue {
    let mut queue = WorkQueue::new("The audit, newest first")
        .column(Column::new("When"))
        .column(Column::new("Who"))
        .column(Column::new("What"))
        .column(Column::new("By what right"))
        .column(Column::new("Result"))
        .empty("The audit holds nothing that fits.");
    for row in rows {
        let event = &row.event;
        let who = names.get(&event.account).unwrap_or(&event.account);
        let role = event.role.parse::<Role>().map_or("", Role::words);
        let child = event.child.as_ref().filter(|_| with_child);
        queue = queue.row([
            html! { (long_moment(event.at)) br; "Row " (row.sequence) },
            html! { (who) @if !role.is_empty() { br; (role) } },
            html! {
                (words::action(&event.action))
                @if !event.fields_class.is_empty() { br; "(" (event.fields_class) ")" }
                @if let Some(child) = child { br; a class="govuk-link" href={ "/people/" (child) "/looked" } { (child) } }
            },
            html! {
                (event.relationship)
                @if event.break_glass.is_some() { br; (Tag::new("In an emergency").colour(TagColour::Orange)) }
            },
            result(event.decision, &event.purpose),
        ]);
    }
    queue
}

fn result(decision: Decision, purpose: &str) -> Markup {
    match decision {
        Decision::Permitted => html! { "Allowed" },
        Decision::Refused => {
            html! { (Tag::new("Refused").colour(TagColour::Red)) @if !purpose.is_empty() { br; (purpose.replace('-', " ")) } }
        }
    }
}
