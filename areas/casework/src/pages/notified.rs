//! `/cases/{case}/notified`: the letter that tells the family of the decision. Telling them is what meets the limit.
//!
//! Where the family has an account or an e-mail address, a message says that there is news and the letter waits behind
//! the sign-in; the officer can print it as well. Where they have neither, the officer prints and posts it and says so.

use ::access::DecideAssessment;
use ::store::people::read;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use calendar::Calendar;
use casework_rules::{Command, Event};
use govuk::{Button, InsetText};
use maud::{Markup, html};
use web::{PageError, PageResult, Posted, Visit, messages};

use super::parts;
use crate::{
    access, act, letter,
    store::{self, Loaded},
};

/// `GET`: the letter, and how it will go.
pub async fn show(visit: Visit, Path(case): Path<String>) -> PageResult {
    let opened = access::open::<DecideAssessment>(&visit, &case, "letter").await?;
    let file = opened.file.clone();
    let loaded = store::load(&opened.tx, file.id).await?.ok_or(PageError::NotFound)?;
    let person = read::person(&opened.tx, &opened.permit).await?.ok_or(PageError::NotFound)?;
    let contact = store::contact(&opened.tx, file.id).await?;
    opened.tx.commit().await?;
    let clock = loaded.case.clock(&Calendar::england(), visit.today);
    let Some(letter) = letter::decision(&visit, &loaded, &clock, &person, &file) else {
        return Err(PageError::NotFound);
    };
    let email = contact.as_ref().and_then(|contact| contact.email.clone());
    let told = told_on(&loaded);
    Ok(visit.page("Letter to the family").back(format!("/cases/{}", file.id)).body(html! {
        div class="wh-no-print" {
            (parts::head(&person, &file, false))
            h1 class="govuk-heading-l" { "Letter to the family" }
            @match told {
                Some(on) => (InsetText::new(format!("The family was told on {}.", casework_rules::long_date(on)))),
                None => (sending(&visit, &file.id.to_string(), email.as_deref())),
            }
        }
        (letter)
    }))
}

fn sending(visit: &Visit, id: &str, email: Option<&str>) -> Markup {
    html! {
        form method="post" action={ "/cases/" (id) "/notified" } novalidate {
            (visit.form_fields())
            @match email {
                Some(email) => {
                    p class="govuk-body" { "A message goes to " strong { (email) } ". It says only that there is news; the letter is read after signing in. You can print and post it as well." }
                    (Button::new("Send it now"))
                }
                None => {
                    p class="govuk-body" { "We have no e-mail address for the family. Print this page, post the letter today, then say so here." }
                    (Button::new("I have posted it today"))
                }
            }
        }
    }
}

/// `POST`: the family is told, today.
pub async fn send(visit: Visit, Path(case): Path<String>, _posted: Posted) -> PageResult {
    let opened = access::open::<DecideAssessment>(&visit, &case, "letter").await?;
    let file = opened.file.clone();
    let loaded = store::load(&opened.tx, file.id).await?.ok_or(PageError::NotFound)?;
    if told_on(&loaded).is_none() {
        act::act(
            &visit,
            &opened.tx,
            &loaded,
            file.team,
            vec![Command::NotifyDecision { on: visit.today }],
            &act::officer(&visit),
        )
        .await?;
        let contact = store::contact(&opened.tx, file.id).await?;
        if let Some(email) = contact.and_then(|contact| contact.email) {
            let words = notify::templates::News {
                area: visit.site.settings.area_name.clone(),
                link: format!("/my/{}", file.id),
            };
            messages::promise(&visit.site, &opened.tx, notify::Address::Email(email), "news", &words).await?;
        }
        opened.tx.commit().await?;
    } else {
        opened.tx.commit().await?;
    }
    Ok(Redirect::to(&format!("/cases/{}/notified", file.id)).into_response())
}

fn told_on(loaded: &Loaded) -> Option<jiff::civil::Date> {
    loaded.events.iter().rev().find_map(|(_, event)| match event {
        Event::DecisionNotified { on } => Some(*on),
        _ => None,
    })
}
