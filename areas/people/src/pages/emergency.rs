//! `/people/{id}/emergency`: open a record in an emergency, with a reason, for 60 minutes.

use ::access::{BreakGlass, EmergencyAccess, Fact, break_glass::FEWEST_CHARACTERS};
use ::store::break_glass;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use calendar::Calendar;
use govuk::{Button, WarningText, kit::long_date};
use maud::html;
use record::{OrganisationId, PersonId};
use web::{Field, Form, PageError, PageResult, Posted, Visit, kind, session_life};

use crate::{
    access::{self, Opened},
    kept, notices, once, shell, words,
};

const REASON: Field<kind::Choice> = Field::new("reason");
const WORDS: Field<kind::LongText> = Field::new("words");

/// Whoever opens a record in an emergency proves again who they are, unless they did so within ten minutes. In the
/// demonstration nobody has anything to prove.
fn proof_needed(visit: &Visit) -> PageResult<Option<Response>> {
    let viewer = visit.signed_in()?;
    if visit.is_demonstration() || visit.now.duration_since(viewer.proved_at) < session_life::FRESH {
        return Ok(None);
    }
    let path = visit.path.split('?').next().unwrap_or_default();
    let next: String = url::form_urlencoded::byte_serialize(path.as_bytes()).collect();
    Ok(Some(Redirect::to(&format!("/account/prove?next={next}")).into_response()))
}

/// `GET /people/{id}/emergency`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> PageResult {
    let (child, relationships) = access::relationships(&visit, &id).await?;
    // The form shows nothing of the child, so only a refusal is written into the audit.
    if !visit.may::<BreakGlass>(&relationships, &::access::Resource::Child(child)) {
        access::open::<BreakGlass>(&visit, &id, "emergency access").await?;
    }
    if let Some(prove) = proof_needed(&visit)? {
        return Ok(prove);
    }
    page(&visit, child, &Form::blank()).await
}

/// `POST /people/{id}/emergency`.
pub(crate) async fn send(visit: Visit, Path(id): Path<String>, posted: Posted) -> PageResult {
    let draft = kept::name(&id, "emergency");
    kept::if_lapsed(&visit, &draft, &posted).await?;
    if let Some(prove) = proof_needed(&visit)? {
        return Ok(prove);
    }
    let mut form = Form::of(posted.clone());
    let reason = form.choice(REASON, words::EMERGENCIES, "Select why you need to open this record");
    let why = form.long_text(WORDS, "Say what has happened");
    if why.as_ref().is_some_and(|why| why.trim().chars().count() < FEWEST_CHARACTERS) {
        form.error(WORDS, format!("Say what has happened in at least {FEWEST_CHARACTERS} characters"));
    }
    let (Some(reason), Some(why), false) = (reason, why, form.has_errors()) else {
        let (child, relationships) = access::relationships(&visit, &id).await?;
        if !visit.may::<BreakGlass>(&relationships, &::access::Resource::Child(child)) {
            access::open::<BreakGlass>(&visit, &id, "emergency access").await?;
        }
        return page(&visit, child, &form).await;
    };
    let opened = access::open::<BreakGlass>(&visit, &id, "emergency access").await?;
    if let Some(before) = once::sent_before(&visit, &opened.tx, &posted, &draft).await? {
        opened.tx.commit().await?;
        return Ok(before);
    }
    let emergency = EmergencyAccess::open(&opened.permit, shell::new_id(&visit), reason, &why)
        .map_err(|refusal| PageError::bad_request(refusal.to_string()))?;
    let calendar = Calendar::england();
    let due = EmergencyAccess::review_due_on(visit.today, |day| calendar.is_working_day(day));
    break_glass::open(&opened.tx, &emergency, due).await?;
    if let Some(authority) = authority(&visit, &opened) {
        let link = format!("/emergency-access/{}", emergency.id);
        notices::emergency_opened(&visit, &opened.tx, authority, link, long_date(due)).await?;
    }
    once::done(opened.tx, &posted, format!("/people/{}", opened.child)).await
}

/// The authority that is responsible for the child, else the one in whose name the record is opened.
fn authority(visit: &Visit, opened: &Opened<BreakGlass>) -> Option<OrganisationId> {
    let responsible = opened.relationships.facts.iter().find_map(|dated| match dated.fact {
        Fact::Responsible(authority) if dated.period.contains(visit.today) => Some(authority),
        _ => None,
    });
    responsible.or(opened.permit.organisation())
}

async fn page(visit: &Visit, child: PersonId, form: &Form) -> PageResult {
    let page = visit.page("Open a record in an emergency").back("/people").form(form);
    let reasons = words::EMERGENCIES.iter().map(|(value, reason)| (*value, reason.words()));
    shell::show(visit, page, html! {
        h1 class="govuk-heading-l" { "Open a record in an emergency" }
        p class="govuk-body" { "Record " (child) "." }
        (WarningText::new("Your manager and the data protection officer are told at once. Everything you look at is written down, and somebody else reviews it within 2 working days."))
        p class="govuk-body" { "The record is open to you for 60 minutes. You can close it sooner." }
        form method="post" action={ "/people/" (child) "/emergency" } novalidate {
            (visit.form_fields())
            (form.radios(REASON, reasons).legend("Why do you need to open it?"))
            (form.textarea(WORDS).label("What has happened?").hint(format!("At least {FEWEST_CHARACTERS} characters")).rows(4_u32))
            (Button::new("Open the record").warning())
        }
    })
    .await
}
