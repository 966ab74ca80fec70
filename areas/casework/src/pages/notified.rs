//! `/cases/{case}/notified`: the letter that tells the family of the decision. Telling them is what meets the limit.
//!
//! Where somebody of the family can read the case online, a message says that there is news and the letter waits behind
//! the sign-in; the officer can print it as well. Where nobody can, the officer prints and posts it and says so: an
//! e-mail that leads to a locked door tells nobody anything.

use ::access::DecideAssessment;
use ::store::people::read;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use casework_rules::{Command, Event};
use govuk::{Button, InsetText};
use maud::{Markup, html};
use web::{PageError, PageResult, Posted, Visit, messages};

use super::parts;
use crate::{
    access,
    act::{self, ActError},
    followers::{Follower, followers},
    letter,
    store::{self, Loaded},
};

/// `GET`: the letter, and how it will go.
pub async fn show(visit: Visit, Path(case): Path<String>) -> PageResult {
    let opened = access::open::<DecideAssessment>(&visit, &case, "letter").await?;
    let file = opened.file.clone();
    let loaded = store::load(&opened.tx, file.id).await?.ok_or(PageError::NotFound)?;
    let person = read::person(&opened.tx, &opened.permit).await?.ok_or(PageError::NotFound)?;
    let readers = followers(&visit, &opened.tx, &opened.relationships, &opened.resource()).await?;
    opened.tx.commit().await?;
    let Some(letter) = letter::decision(&visit, &loaded, &person, &file) else {
        return Err(PageError::bad_request(
            "There is no decision to write about yet. Decide whether to assess first; then the letter is here.",
        ));
    };
    let told = told_on(&loaded);
    Ok(visit.page("Letter to the family").back(format!("/cases/{}", file.id)).body(html! {
        div class="wh-no-print" {
            (parts::head(&person, &file, false))
            h1 class="govuk-heading-l" { "Letter to the family" }
            @match told {
                Some(on) => (InsetText::new(format!("The family was told on {}.", casework_rules::long_date(on)))),
                None => (sending(&visit, &file.id.to_string(), &readers)),
            }
        }
        (letter)
    }))
}

fn sending(visit: &Visit, id: &str, readers: &[Follower]) -> Markup {
    html! {
        form method="post" action={ "/cases/" (id) "/notified" } novalidate {
            (visit.form_fields())
            @if readers.is_empty() {
                p class="govuk-body" { "Nobody of the family can read this online yet. Print this page, post the letter today, then say so here. Or " a class="govuk-link" href={ "/cases/" (id) "/asker" } { "invite them to follow it online" } " first." }
                (Button::new("I have posted it today"))
            } @else {
                p class="govuk-body" { "A message goes to " @for (index, reader) in readers.iter().enumerate() { @if index > 0 { ", " } strong { (reader.email) } } ". It says only that there is news; the letter is read after signing in. You can print and post it as well." }
                (Button::new("Send it now"))
            }
        }
    }
}

/// `POST`: the family is told, today. A second time changes nothing.
pub async fn send(visit: Visit, Path(case): Path<String>, _posted: Posted) -> PageResult {
    let opened = access::open::<DecideAssessment>(&visit, &case, "letter").await?;
    let file = opened.file.clone();
    let page = Redirect::to(&format!("/cases/{}/notified", file.id)).into_response();
    let loaded = store::load(&opened.tx, file.id).await?.ok_or(PageError::NotFound)?;
    if told_on(&loaded).is_some() {
        opened.tx.commit().await?;
        return Ok(page);
    }
    let command = Command::NotifyDecision { on: visit.today };
    match act::act(&visit, &opened.tx, &loaded, file.team, vec![command], &act::officer(&visit)).await {
        Ok(_) => {}
        // Somebody else told them in the same moment: the page shows it.
        Err(ActError::Conflict) => return Ok(page),
        Err(ActError::Refused(refusal)) => {
            opened.tx.commit().await?;
            return Err(PageError::bad_request(refusal.to_string()));
        }
        Err(other) => return Err(other.into()),
    }
    for reader in followers(&visit, &opened.tx, &opened.relationships, &opened.resource()).await? {
        let (area, link) = (visit.site.settings.area_name.clone(), format!("/my/{}", file.id));
        let words = notify::templates::News { area, link };
        messages::promise(&visit.site, &opened.tx, notify::Address::Email(reader.email), "news", &words).await?;
    }
    opened.tx.commit().await?;
    Ok(page)
}

/// The day on which the family was told of the last decision whether to assess.
fn told_on(loaded: &Loaded) -> Option<jiff::civil::Date> {
    loaded.events.iter().rev().find_map(|(_, event)| match event {
        Event::DecisionNotified { on } => Some(Some(*on)),
        // A refusal that was reversed needs a new letter.
        Event::AssessmentAgreed { .. } | Event::AssessmentRefused { .. } => Some(None),
        _ => None,
    })?
}
