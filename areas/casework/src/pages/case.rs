//! `/cases/{case}`: a case as those read it who work with it: where it is, its legal dates, what was asked, what to do.
//!
//! Who reads decides what is on it. An officer who does the casework sees everything; a setting sees where it is and its
//! dates; a family is sent to its own page.

use ::access::{AllocateCase, DecideAssessment, ReadCase, Role};
use ::store::people::{read, unchecked};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use calendar::Calendar;
use casework_rules::{Audience, StageKind};
use govuk::{Button, SummaryList, WarningText};
use maud::{Markup, html};
use web::{PageError, PageResult, Visit};

use super::{asked, notices, parts, possible};
use crate::{
    access::{self, Opened},
    file::CaseFile,
    request_form::words,
    store::{self, Contact, Notice, PossibleChild},
};

/// What only those see who do the casework.
struct Casework {
    contact: Option<Contact>,
    possible: Vec<PossibleChild>,
    notices: Vec<Notice>,
    protected: bool,
    may_allocate: bool,
}

/// `GET /cases/{case}`.
pub async fn show(visit: Visit, Path(case): Path<String>) -> PageResult {
    let opened = access::open::<ReadCase>(&visit, &case, "case").await?;
    let file = opened.file.clone();
    let role = opened.permit.role();
    if role.is_family() {
        opened.tx.commit().await?;
        return Ok(Redirect::to(&format!("/my/{}", file.id)).into_response());
    }
    let loaded = store::load(&opened.tx, file.id).await?.ok_or(PageError::NotFound)?;
    let person = read::person(&opened.tx, &opened.permit).await?.ok_or(PageError::NotFound)?;
    let holder = parts::staff_name(&opened.tx, file.officer).await?;
    let banner = opened.permit.obligations().banner;
    let may_allocate = opened.may::<AllocateCase>(&visit);
    let casework = match opened.may::<DecideAssessment>(&visit) {
        true => Some(casework(&visit, &opened, may_allocate).await?),
        false => None,
    };
    opened.tx.commit().await?;

    let audience = if matches!(role, Role::Senco | Role::SettingStaff) { Audience::Setting } else { Audience::Officer };
    let clock = loaded.case.clock(&Calendar::england(), visit.today);
    let words = loaded.case.words(audience, &clock, holder.as_deref());
    let id = file.id.to_string();
    let (list, back) = if audience == Audience::Setting { ("My setting", "/setting") } else { ("Cases", "/cases") };
    Ok(visit.page(format!("Case {}", file.reference)).under(list, back).wide().body(html! {
        @if let Some(banner) = banner { (WarningText::new(format!("You are here by emergency access, until {}. Everything you open is written down and will be reviewed.", words::when(banner.until)))) }
        (parts::head(&person, &file, casework.as_ref().is_some_and(|casework| casework.protected)))
        h1 class="govuk-heading-l" { (words.title) }
        @if audience == Audience::Officer { (parts::sections(&file, "Summary")) }
        (SummaryList::new()
            .row("Where it is", words.where_is_it.clone())
            .row("Who has it", words.who_has_it.clone())
            .row("What is next", words.what_next.clone()))
        @if let Some(late) = &words.late { (WarningText::new(late.clone())) }
        @if !words.you_can.is_empty() { h2 class="govuk-heading-m" { "What you can do" } ul class="govuk-list govuk-list--bullet" { @for thing in &words.you_can { li { (thing) } } } }
        @if let Some(casework) = &casework {
            (actions(&file, casework.may_allocate))
            (possible::show(&visit, &id, &casework.possible))
        }
        (parts::dates(&clock, visit.today))
        (parts::advice(&loaded.case, &clock, visit.today))
        @if let Some(casework) = &casework { (notices::show(&visit, &id, &casework.notices, true)) }
        (asked::show(&loaded, casework.as_ref().and_then(|casework| casework.contact.as_ref()), audience == Audience::Officer))
    }))
}

async fn casework(visit: &Visit, opened: &Opened<ReadCase>, may_allocate: bool) -> PageResult<Casework> {
    let file = &opened.file;
    let addresses = unchecked::addresses(&opened.tx, file.child).await?;
    Ok(Casework {
        contact: store::contact(&opened.tx, file.id).await?,
        possible: possible::read(visit, opened).await?,
        notices: store::notices(&opened.tx, file.id).await?,
        protected: addresses.iter().any(|address| address.protected.is_some() && address.period.contains(visit.today)),
        may_allocate,
    })
}

fn actions(file: &CaseFile, may_allocate: bool) -> Markup {
    let id = file.id;
    let notify = matches!(file.stage, StageKind::NotAssessing | StageKind::Assessing);
    html! {
        div class="govuk-button-group" {
            @if file.stage == StageKind::Deciding { (Button::link("Decide whether to assess", format!("/cases/{id}/decide"))) }
            @if notify { (Button::link("Letter to the family", format!("/cases/{id}/notified")).secondary()) }
            @if may_allocate || file.is_open() { (Button::link("Give the case to somebody", format!("/cases/{id}/allocate")).secondary()) }
            (Button::link("Who can follow it", format!("/cases/{id}/asker")).secondary())
        }
    }
}
