//! `/cases/{case}`: the officer's page of a case: where it is, its legal dates, what was asked, what to do.

use ::access::{AllocateCase, DecideAssessment, ReadCase};
use ::store::people::{read, unchecked};
use axum::extract::Path;
use calendar::Calendar;
use casework_rules::{Audience, StageKind};
use govuk::{Button, SummaryList, WarningText};
use maud::{Markup, html};
use record::Person;
use web::{PageError, PageResult, Visit};

use super::parts;
use crate::{
    access::{self, Opened},
    request_form::words,
    store::{self, Contact, PossibleChild},
};

/// `GET /cases/{case}`.
pub async fn show(visit: Visit, Path(case): Path<String>) -> PageResult {
    let opened = access::open::<ReadCase>(&visit, &case, "case").await?;
    let file = opened.file.clone();
    let loaded = store::load(&opened.tx, file.id).await?.ok_or(PageError::NotFound)?;
    let person = read::person(&opened.tx, &opened.permit).await?.ok_or(PageError::NotFound)?;
    let contact = store::contact(&opened.tx, file.id).await?;
    let matches = store::matches(&opened.tx, file.id).await?;
    let candidates =
        unchecked::by_ids::<Person>(&opened.tx, &matches.iter().map(|one| one.candidate).collect::<Vec<_>>()).await?;
    let holder = parts::staff_name(&opened.tx, file.officer).await?;
    let protected = unchecked::addresses(&opened.tx, file.child)
        .await?
        .iter()
        .any(|address| address.protected.is_some() && address.period.contains(visit.today));
    let (may_decide, may_allocate) = (opened.may::<DecideAssessment>(&visit), opened.may::<AllocateCase>(&visit));
    let banner = opened.permit.obligations().banner;
    let Opened { tx, .. } = opened;
    tx.commit().await?;

    let clock = loaded.case.clock(&Calendar::england(), visit.today);
    let words = loaded.case.words(Audience::Officer, &clock, holder.as_deref());
    let caseworker = visit.viewer.as_ref().is_some_and(web::Viewer::is_caseworker);
    Ok(visit.page(format!("Case {}", file.reference)).under("Cases", "/cases").wide().body(html! {
        @if let Some(banner) = banner { (WarningText::new(format!("You are here by emergency access, until {}. Everything you open is written down and will be reviewed.", words::when(banner.until)))) }
        (parts::head(&person, &file, protected))
        h1 class="govuk-heading-l" { (words.title) }
        @if caseworker { (parts::sections(&file, "Summary")) }
        (SummaryList::new()
            .row("Where it is", words.where_is_it.clone())
            .row("Who has it", words.who_has_it.clone())
            .row("What is next", words.what_next.clone()))
        @if let Some(late) = &words.late { (WarningText::new(late.clone())) }
        (actions(&file.id.to_string(), file.stage, may_decide, may_allocate))
        (possible_children(&visit, &file.id.to_string(), &matches, &candidates))
        (parts::dates(&clock, visit.today))
        (parts::advice(&loaded.case, &clock, visit.today))
        (asked(&loaded, contact.as_ref()))
    }))
}

fn actions(id: &str, stage: StageKind, may_decide: bool, may_allocate: bool) -> Markup {
    let decide = may_decide && stage == StageKind::Deciding;
    let notify = may_decide && matches!(stage, StageKind::NotAssessing | StageKind::Assessing);
    html! {
        div class="govuk-button-group" {
            @if decide { (Button::link("Decide whether to assess", format!("/cases/{id}/decide"))) }
            @if notify { (Button::link("Letter to the family", format!("/cases/{id}/notified")).secondary()) }
            @if may_allocate || may_decide { (Button::link("Give the case to somebody", format!("/cases/{id}/allocate")).secondary()) }
        }
    }
}

/// People who may be the same child: shown side by side with the reasons, never merged.
fn possible_children(visit: &Visit, id: &str, matches: &[PossibleChild], people: &[Person]) -> Markup {
    html! {
        @if matches.iter().any(|one| one.answer.is_none()) {
            h2 class="govuk-heading-m" { "Is this child on record already?" }
            p class="govuk-body" { "The request named somebody who may be one of these. Nothing is joined until you say so." }
            @for one in matches.iter().filter(|one| one.answer.is_none()) {
                @if let Some(person) = people.iter().find(|person| person.id == one.candidate) {
                    div class="govuk-summary-card" {
                        div class="govuk-summary-card__title-wrapper" { h3 class="govuk-summary-card__title" { (person.name.to_string()) ", born " (casework_rules::long_date(person.born)) } }
                        div class="govuk-summary-card__content" {
                            ul class="govuk-list govuk-list--bullet" { @for reason in &one.reasons { li { (reason) } } }
                            form method="post" action={ "/cases/" (id) "/matches" } novalidate {
                                (visit.csrf_field())
                                input type="hidden" name="candidate" value=(one.candidate.to_string());
                                div class="govuk-button-group" {
                                    button class="govuk-button" data-module="govuk-button" name="answer" value="same" type="submit" { "The same child as " (person.name.to_string()) }
                                    button class="govuk-button govuk-button--secondary" data-module="govuk-button" name="answer" value="different" type="submit" { "Not " (person.name.to_string()) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What was asked, in the asker's own words.
fn asked(loaded: &store::Loaded, contact: Option<&Contact>) -> Markup {
    let request = loaded.events.iter().find_map(|(_, event)| match event {
        casework_rules::Event::RequestReceived { on, from, channel, needs, .. } => {
            Some((*on, *from, *channel, needs.clone()))
        }
        _ => None,
    });
    let Some((on, from, channel, needs)) = request else { return html! {} };
    let given = |text: &Option<String>| text.clone().unwrap_or_else(|| "Not given".to_owned());
    let mut list = SummaryList::new()
        .row("Reached us", format!("{}, by {}", words::day(on), words::channel(channel).to_lowercase()))
        .row("Asked by", words::requester(from));
    if !needs.is_empty() {
        list = list.row("The worry", paragraphs(&needs));
    }
    if let Some(contact) = contact {
        list = list
            .row("What has been tried", paragraphs(&given(&contact.tried)))
            .row("What they would like", paragraphs(&given(&contact.hopes)))
            .row("Name", contact.name.clone())
            .row("E-mail", given(&contact.email))
            .row("Telephone", given(&contact.phone))
            .row("Postal address", paragraphs(&given(&contact.address)))
            .row("Help with language", given(&contact.interpreter))
            .row("Nursery, school or college", given(&contact.setting_name));
        if let Some(says) = &contact.responsibility {
            list = list.row("Says they have parental responsibility", says.clone());
        }
    }
    html! { h2 class="govuk-heading-m" { "What was asked" } (list) }
}

/// Typed text with its line breaks.
pub fn paragraphs(text: &str) -> Markup {
    html! { @for (index, line) in text.lines().enumerate() { @if index > 0 { br; } (line) } }
}
