//! The adults and bodies round the child, and how each link is proved.

use govuk::{Button, Table, Tag, TagColour};
use maud::{Markup, html};
use record::{Party, Relationship};
use web::Visit;

use super::View;
use crate::words;

impl View {
    pub(super) fn linked_adults(&self, visit: &Visit) -> Markup {
        let mut table = Table::new("People and bodies linked to them").caption_size("s").row_headings().head([
            "Who",
            "What they are",
            "Proved",
        ]);
        for (link, name) in &self.adults {
            let name = match (&link.party, name) {
                (_, Some(name)) => name.to_string(),
                (Party::Organisation(id), _) => self.organisation(*id),
                _ => "Somebody no longer on record".to_owned(),
            };
            let who = html! { a class="govuk-link" href=(self.at(&format!("adults/{}", link.id))) { (name) } };
            table = table.row([who, self.what(link, visit), proved(link, visit)]);
        }
        html! {
            h2 class="govuk-heading-m" id="adults" { "Adults" }
            @if self.adults.is_empty() { p class="govuk-body" { "No adult is linked to this record." } } @else { (table) }
            @if self.reader.may_edit { (Button::link("Add an adult", self.at("adults/new")).secondary()) }
        }
    }

    fn what(&self, link: &Relationship, visit: &Visit) -> Markup {
        html! {
            (link.kind.words())
            @if !link.period.contains(visit.today) { br; (words::period(link.period)) }
            @if self.reader.is_caseworker && link.is_restricted_on(visit.today) { br; (Tag::new("Kept away by a court").colour(TagColour::Red)) }
        }
    }
}

/// Whether a link is proved today, in a tag.
pub(crate) fn proved(link: &Relationship, visit: &Visit) -> Markup {
    if link.is_verified_on(visit.today) {
        html! { (Tag::new("Proved").colour(TagColour::Green)) }
    } else {
        html! { (Tag::new("Not proved").colour(TagColour::Yellow)) }
    }
}
