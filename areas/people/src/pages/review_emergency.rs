//! `/emergency-access`: emergency accesses that wait for a second person's review, and the review of one.

use ::access::{Relationships, Resource, ReviewBreakGlass, Verdict, break_glass::FEWEST_CHARACTERS};
use ::store::{
    accounts,
    break_glass::{self, Emergency},
    facts,
};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use govuk::{
    Button, InsetText, SummaryList, Tag, TagColour,
    kit::{Column, WorkQueue, long_date, long_moment},
};
use maud::{Markup, html};
use record::{BreakGlassId, OrganisationId};
use web::{Field, Form, PageError, PageResult, Posted, Visit, kind};

use super::looked::{names_of, table};
use crate::{access, kept, notices, shell, store::audit_log, versions::name_of};

const VERDICT: Field<kind::Choice> = Field::new("verdict");
const WORDS: Field<kind::LongText> = Field::new("words");

/// `GET /emergency-access`: those that wait for a review, the most urgent first.
pub(crate) async fn list(visit: Visit) -> PageResult {
    let (tx, _permit) = access::service::<ReviewBreakGlass>(&visit, "emergency accesses").await?;
    let waiting = break_glass::unreviewed(&tx).await?;
    let mut queue = WorkQueue::new("Waiting for a review, the most urgent first")
        .column(Column::new("Record"))
        .column(Column::new("Opened by"))
        .column(Column::new("When"))
        .column(Column::new("Why"))
        .column(Column::new("Review by"))
        .empty("No emergency access waits for a review.");
    for one in &waiting {
        let who = name_of(&tx, &one.access.by.to_string()).await?;
        queue = queue.row([
            html! { a class="govuk-link" href={ "/emergency-access/" (one.access.id) } { (one.access.child) } },
            html! { (who) },
            html! { (long_moment(one.access.from)) },
            html! { (one.access.reason.words()) },
            due(one, &visit),
        ]);
    }
    tx.commit().await?;
    let page = visit.page("Emergency access").wide();
    shell::show(&visit, page, html! {
        h1 class="govuk-heading-l" { "Emergency access" }
        p class="govuk-body" { (waiting.len()) @if waiting.len() == 1 { " emergency access waits" } @else { " emergency accesses wait" } " for a review. Somebody other than the one who opened the record must review it within 2 working days." }
        (queue)
    })
    .await
}

fn due(one: &Emergency, visit: &Visit) -> Markup {
    html! {
        @if one.review_due_on < visit.today { (Tag::new("Late").colour(TagColour::Red)) " " }
        @else if one.review_due_on == visit.today { (Tag::new("Today").colour(TagColour::Orange)) " " }
        (long_date(one.review_due_on))
    }
}

/// `GET /emergency-access/{id}`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> PageResult {
    page(&visit, &id, &Form::blank()).await
}

/// `POST /emergency-access/{id}`: the review.
pub(crate) async fn send(visit: Visit, Path(id): Path<String>, posted: Posted) -> PageResult {
    kept::if_lapsed(&visit, &kept::name(&id, "review"), &posted).await?;
    let mut form = Form::of(posted);
    let verdicts = [("justified", Verdict::Justified), ("not-justified", Verdict::NotJustified)];
    let verdict = form.choice(VERDICT, &verdicts, "Select whether there was good reason");
    let words = form.long_text(WORDS, "Say what you looked at and what you found");
    if words.as_ref().is_some_and(|words| words.trim().chars().count() < FEWEST_CHARACTERS) {
        form.error(WORDS, format!("Say what you found in at least {FEWEST_CHARACTERS} characters"));
    }
    let (Some(verdict), Some(words), false) = (verdict, words, form.has_errors()) else {
        return page(&visit, &id, &form).await;
    };
    let (tx, permit) = access::service::<ReviewBreakGlass>(&visit, "review of an emergency access").await?;
    let one = find(&tx, &id).await?;
    let review = match one.access.review(&permit, verdict, &words) {
        Ok(review) => review,
        Err(refusal) => {
            tx.commit().await?;
            form.error(WORDS, refusal.to_string());
            return page(&visit, &id, &form).await;
        }
    };
    if !break_glass::review(&tx, &review).await? {
        tx.commit().await?;
        form.error(
            WORDS,
            "Somebody else reviewed this while you had the page open. Their review stands; yours is still in the box",
        );
        return page(&visit, &id, &form).await;
    }
    if verdict == Verdict::NotJustified {
        let authority = authority(&visit, &tx, &one).await?.or(permit.organisation());
        if let Some(authority) = authority {
            notices::emergency_questioned(&visit, &tx, authority, format!("/emergency-access/{id}")).await?;
        }
    }
    tx.commit().await?;
    Ok(Redirect::to("/emergency-access").into_response())
}

/// `POST /emergency-access/{id}/end`: whoever opened it closes it before the hour is over.
pub(crate) async fn end(visit: Visit, Path(id): Path<String>, _posted: Posted) -> PageResult {
    let viewer = visit.signed_in()?;
    let one = find(visit.site.store.reader(), &id).await?;
    if one.access.by != viewer.account {
        return Err(PageError::NotFound);
    }
    let tx = visit.site.store.begin().await?;
    break_glass::end(&tx, one.access.id, visit.now).await?;
    tx.commit().await?;
    Ok(Redirect::to("/people").into_response())
}

async fn find(conn: &impl ::store::Connection, id: &str) -> PageResult<Emergency> {
    let id: BreakGlassId = id.parse().map_err(|_| PageError::NotFound)?;
    break_glass::find(conn, id).await?.ok_or(PageError::NotFound)
}

/// The authority that is responsible for the child.
async fn authority(
    visit: &Visit,
    conn: &impl ::store::Connection,
    one: &Emergency,
) -> PageResult<Option<OrganisationId>> {
    let found = facts::relationships(conn, one.access.child, None, visit.moment()).await?;
    Ok(found.and_then(|relationships| {
        relationships.facts.iter().find_map(|dated| match dated.fact {
            ::access::Fact::Responsible(authority) if dated.period.contains(visit.today) => Some(authority),
            _ => None,
        })
    }))
}

async fn page(visit: &Visit, id: &str, form: &Form) -> PageResult {
    let (tx, permit) = access::service::<ReviewBreakGlass>(visit, "an emergency access").await?;
    let one = find(&tx, id).await?;
    let who = accounts::find(&tx, one.access.by).await?;
    let rows = audit_log::of_emergency(&tx, &permit, &one.access.child.to_string(), one.access.id).await?;
    let names = names_of(&tx, &rows).await?;
    let reviewer = match &one.review {
        Some(review) => Some(name_of(&tx, &review.by.to_string()).await?),
        None => None,
    };
    tx.commit().await?;
    let is_own = visit.viewer.as_ref().is_some_and(|viewer| viewer.account == one.access.by);
    let is_open = one.access.is_open_at(visit.now);
    let page =
        visit.page(format!("Emergency access to {}", one.access.child)).wide().back("/emergency-access").form(form);
    shell::show(visit, page, html! {
        h1 class="govuk-heading-l" { "Emergency access to " (one.access.child) }
        (SummaryList::new()
            .row("Opened by", who.map_or_else(|| "An account that is gone".to_owned(), |account| format!("{} ({})", account.display_name, account.email)))
            .row("From", long_moment(one.access.from))
            .row("Until", long_moment(one.access.until))
            .row("Reason", one.access.reason.words())
            .row("In their own words", one.access.words.clone())
            .row("Review by", due(&one, visit)))
        @if may_see_lookers(visit) { p class="govuk-body" { a class="govuk-link" href={ "/people/" (one.access.child) "/looked" } { "See everybody who has looked at this record" } } }
        h2 class="govuk-heading-m" { "What was looked at" }
        (table(&rows, &names, false))
        h2 class="govuk-heading-m" { "Review" }
        @match (&one.review, is_own, is_open) {
            (Some(review), _, _) => { (done(review, reviewer)) }
            (None, true, _) => { (InsetText::new("You opened this record yourself. Somebody else must review it.")) }
            (None, _, true) => { (InsetText::new("The record is still open. Review it when the hour is over, or when it has been closed.")) }
            (None, _, _) => { (review_form(visit, id, form)) }
        }
    })
    .await
}

fn may_see_lookers(visit: &Visit) -> bool {
    visit.may::<::access::ReadAuditLog>(&Relationships::none(), &Resource::Service)
        || visit.viewer.as_ref().is_some_and(|viewer| viewer.has(::access::Role::Manager))
}

fn done(review: &::access::Review, reviewer: Option<String>) -> Markup {
    let verdict = match review.verdict {
        Verdict::Justified => html! { (Tag::new("Good reason").colour(TagColour::Green)) },
        Verdict::NotJustified => {
            html! { (Tag::new("No good reason").colour(TagColour::Red)) " The data protection officer follows it up." }
        }
    };
    html! {
        (SummaryList::new()
            .row("Result", verdict)
            .row("Reviewed by", reviewer.unwrap_or_default())
            .row("When", long_moment(review.at))
            .row("What they found", review.words.clone()))
    }
}

fn review_form(visit: &Visit, id: &str, form: &Form) -> Markup {
    html! {
        form method="post" action={ "/emergency-access/" (id) } novalidate {
            (visit.csrf_field())
            (form.radios(VERDICT, [("justified", "Yes, there was good reason"), ("not-justified", "No: raise it with the data protection officer")]).legend("Was there good reason to open the record?"))
            (form.textarea(WORDS).label("What did you look at, and what did you find?").hint(format!("At least {FEWEST_CHARACTERS} characters")).rows(4_u32))
            (Button::new("Save the review"))
        }
    }
}
