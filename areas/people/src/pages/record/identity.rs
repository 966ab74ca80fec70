//! Who it is: the bar at the top, the details and the numbers.

use govuk::{
    SummaryAction, SummaryList,
    kit::{IdentityBar, long_date},
};
use maud::{Markup, html};
use record::{CareStatus, care};
use web::Visit;

use super::View;
use crate::offer::masked;

impl View {
    pub(super) fn identity_bar(&self, visit: &Visit) -> Markup {
        let person = &self.person;
        let age = person
            .died_on
            .map_or_else(|| person.age_on(visit.today).to_string(), |died| format!("Died on {}", long_date(died)));
        let mut bar =
            IdentityBar::new(person.name.to_string(), Some(person.born), person.id.to_string()).fact("Age", age);
        // A family page never says it: whoever reads over a shoulder must not learn that there is something to find.
        bar = bar.protected_address(self.secrecy.is_kept() && !self.reader.is_family);
        html! { (bar) }
    }

    pub(super) fn details(&self, visit: &Visit) -> Markup {
        let person = &self.person;
        let status = care::status_on(&self.care, visit.today);
        let care = match self.care.iter().find(|spell| spell.status == status && spell.period.contains(visit.today)) {
            Some(spell) if status != CareStatus::None => {
                format!(
                    "{}, {}, since {}",
                    status.words(),
                    self.organisation(spell.authority),
                    long_date(spell.period.from)
                )
            }
            _ => CareStatus::None.words().to_owned(),
        };
        let mut list = SummaryList::new()
            .row("Name", person.name.to_string())
            .row("Date of birth", long_date(person.born))
            .row("Sex", person.sex.words())
            .row("Languages", joined(person.languages.iter().map(|language| language.words()), "Not recorded"))
            .row("Interpreter", person.interpreter.words())
            .row(
                "What helps in letters, calls and meetings",
                joined(person.access_needs.iter().map(|need| need.words()), "Nothing asked for"),
            )
            .row("Care", care);
        if self.reader.may_edit {
            list = list.card("Details").card_action(SummaryAction::new("Change", self.at("details"), ""));
        } else {
            list = list.card("Details");
        }
        html! { (list) }
    }

    pub(super) fn numbers(&self) -> Markup {
        let identifiers = &self.person.identifiers;
        let upn = match (identifiers.upn, identifiers.upn_unknown) {
            (Some(upn), _) => upn.to_string(),
            (None, Some(why)) => format!("None: {}", why.words()),
            (None, None) => "Not known".to_owned(),
        };
        let mut list = SummaryList::new().card("Numbers").row("Unique pupil number", upn);
        if !identifiers.former_upns.is_empty() {
            let former: Vec<String> = identifiers.former_upns.iter().map(ToString::to_string).collect();
            list = list.row("Unique pupil numbers before", former.join(", "));
        }
        list = list.row(
            "Unique learner number",
            identifiers.uln.map_or_else(|| "Not known".to_owned(), |uln| uln.to_string()),
        );
        list = match identifiers.nhs_number {
            None => list.row("NHS number", "Not known"),
            Some(number) if self.show_nhs => list.row("NHS number", number.to_string()).action(SummaryAction::new(
                "Hide",
                format!("/people/{}", self.person.id),
                "the NHS number",
            )),
            Some(number) => list.row("NHS number", masked(&number.unspaced())).action(SummaryAction::new(
                "Show",
                format!("/people/{}?show=nhs-number", self.person.id),
                "the NHS number",
            )),
        };
        html! { (list) }
    }
}

fn joined<'a>(words: impl Iterator<Item = &'a str>, none: &str) -> String {
    let all: Vec<&str> = words.collect();
    if all.is_empty() { none.to_owned() } else { all.join(", ") }
}
