//! Consent, and capacity decision by decision.

use govuk::{Button, SummaryList, Table, Tag, TagColour, kit::long_date};
use maud::{Markup, html};
use record::{CapacityOutcome, ConsentAnswer};
use web::Visit;

use super::{View, decides::capitalised};
use crate::{shell, words};

impl View {
    pub(super) fn consent(&self) -> Markup {
        let mut table =
            Table::new("Answers").caption_size("s").row_headings().head(["Consent", "Answer", "Who answered", "When"]);
        for consent in self.consents.iter().rev() {
            let colour = if consent.answer == ConsentAnswer::Given { TagColour::Green } else { TagColour::Grey };
            let whom = consent.for_person.map_or_else(String::new, |person| format!(": {}", self.name_of(person)));
            table = table.row([
                html! { (capitalised(words::purpose(consent.purpose))) (whom) },
                html! { (Tag::new(words::answer(consent.answer)).colour(colour)) },
                html! { (self.name_of(consent.by)) },
                html! { (words::period(consent.period)) },
            ]);
        }
        html! {
            h2 class="govuk-heading-m" id="consent" { "Consent" }
            p class="govuk-body" { "An assessment rests on a duty in law and needs no consent. These do." }
            @if self.consents.is_empty() { p class="govuk-body" { "Nobody has been asked yet." } } @else { (table) }
            @if self.reader.may_edit { (Button::link("Record an answer", self.at("consent/new")).secondary()) }
        }
    }

    pub(super) fn capacity(&self, visit: &Visit) -> Markup {
        let grown = record::rights::young_person_from(self.person.born) <= visit.today;
        if self.capacity.is_empty() && !grown {
            return Markup::default();
        }
        html! {
            h2 class="govuk-heading-m" id="capacity" { "Capacity to decide" }
            @for found in self.capacity.iter().rev() {
                (shell::below_a_heading(SummaryList::new()
                    .card(format!("To {}", words::decision(found.decision)))
                    .row("Found", match &found.outcome {
                        CapacityOutcome::HasCapacity => "Can make this decision, with support where needed".to_owned(),
                        CapacityOutcome::LacksCapacity { representative: Some(person) } => format!("Lacks capacity for this decision. {} decides", self.name_of(*person)),
                        CapacityOutcome::LacksCapacity { representative: None } => "Lacks capacity for this decision. The parents decide".to_owned(),
                    })
                    .row("Assessed", format!("{}, by {}", long_date(found.assessed_on), found.assessed_by))
                    .row_if("To be looked at again", found.review_on.map(long_date))))
            }
            @if self.capacity.is_empty() { p class="govuk-body" { "Nobody has recorded that any decision is beyond them." } }
            @if self.reader.may_edit { (Button::link("Record an assessment of capacity", self.at("capacity/new")).secondary()) }
        }
    }
}
