//! What happened, as an officer reads it in the history.

use casework_rules::{AssessmentTest, Event, ReviewOutcome};
use maud::{Markup, html};

use crate::request_form::words;

/// One event in words.
pub fn happened(event: &Event) -> Markup {
    match event {
        Event::RequestReceived { from, channel, .. } => {
            html! { "Request received from: " (words::requester(*from).to_lowercase()) ". Came by: " (words::channel(*channel).to_lowercase()) "." }
        }
        Event::BecameResponsible { reason, .. } => html! { "The authority became responsible. " (reason) },
        Event::RequestWithdrawn { reason, .. } => html! { "Request withdrawn. " (reason) },
        Event::AssessmentAgreed { test, .. } => html! { "Decided to assess." (reasons(test)) },
        Event::AssessmentRefused { test, .. } => html! { "Decided not to assess." (reasons(test)) },
        Event::ExceptionRecorded { impractical, .. } => {
            html! { "Exception recorded: " (impractical) " The clock runs on." }
        }
        Event::PlanRefused { reasons, .. } => html! { "Decided that no plan is necessary. " (reasons) },
        Event::ReviewDecided { outcome, .. } => {
            let outcome = match outcome {
                ReviewOutcome::Maintain => "the plan stays as it is",
                ReviewOutcome::Amend => "the plan will change",
                ReviewOutcome::Cease => "the plan will end",
            };
            html! { "Review decided: " (outcome) "." }
        }
        other => html! { (sentence(other.kind().tag())) },
    }
}

fn reasons(test: &AssessmentTest) -> Markup {
    let yes = |met: bool| if met { "yes" } else { "no" };
    html! {
        ul class="govuk-list govuk-list--bullet" {
            li { "Has or may have special educational needs: " (yes(test.needs.met)) ". " (test.needs.why) }
            li { "May need provision through a plan: " (yes(test.plan.met)) ". " (test.plan.why) }
        }
    }
}

fn sentence(tag: &str) -> String {
    let words = tag.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>() + ".").unwrap_or_default()
}

/// Whoever recorded an event without an account.
pub fn author(author: &str) -> String {
    match author {
        "anonymous" => "Somebody without an account".to_owned(),
        other if other.starts_with("visitor:") => "Somebody without an account".to_owned(),
        _ => "Earlier records".to_owned(),
    }
}
