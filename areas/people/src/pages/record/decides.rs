//! Who decides: the parents until the rights pass, then the young person, decision by decision.

use govuk::{InsetText, Table, kit::long_date};
use maud::{Markup, html};
use record::{RightsHolder, rights, who_decides};
use web::Visit;

use super::View;
use crate::words;

impl View {
    pub(super) fn who_decides(&self, visit: &Visit) -> Markup {
        let passes_on = rights::young_person_from(self.person.born);
        let first = self.person.name.first();
        html! {
            h2 class="govuk-heading-m" id="decides" { "Who decides" }
            @if visit.today < passes_on {
                p class="govuk-body" { (RightsHolder::Parents.sentence()) }
                p class="govuk-body" { "The rights pass to " (first) " on " strong { (long_date(passes_on)) } ": the day after the last Friday in June of the school year in which they turn 16." }
            } @else if self.capacity.is_empty() {
                p class="govuk-body" { (RightsHolder::YoungPerson.sentence()) }
                p class="govuk-body" { "The rights passed to " (first) " on " strong { (long_date(passes_on)) } ". They are presumed to be able to make every decision: nobody has recorded otherwise." }
            } @else {
                p class="govuk-body" { "The rights passed to " (first) " on " strong { (long_date(passes_on)) } ". Capacity is looked at for each decision by itself." }
                (self.decisions(visit))
            }
            @if !self.reader.is_family {
                (InsetText::new("Being over compulsory school age: Education Act 1996 section 8, Children and Families Act 2014 section 83(2). Lack of capacity: Children and Families Act 2014 section 80, SEND Regulations 2014 regulations 63 to 65."))
            }
        }
    }

    fn decisions(&self, visit: &Visit) -> Markup {
        let mut table =
            Table::new("Who makes each decision").caption_size("s").row_headings().head(["Decision", "Who decides"]);
        for (_, kind, words) in words::DECISIONS {
            let who = match who_decides(&self.person, *kind, visit.today, &self.capacity) {
                RightsHolder::YoungPerson => self.person.name.to_string(),
                RightsHolder::Representative(person) => format!("{}, as representative", self.name_of(person)),
                RightsHolder::Parents | RightsHolder::ParentsForLackOfCapacity => "The parents".to_owned(),
            };
            table = table.row([capitalised(words), who]);
        }
        html! { (table) }
    }
}

/// With a capital first letter.
pub(super) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
