//! Where they live, now and before.

use govuk::{Button, SummaryAction, SummaryList, Tag, TagColour, WarningText, kit::long_date};
use maud::{Markup, html};
use record::Address;
use web::Visit;

use super::View;
use crate::{shell, words};

impl View {
    pub(super) fn homes(&self, visit: &Visit) -> Markup {
        html! {
            h2 class="govuk-heading-m" id="addresses" { "Where they live" }
            @match &self.addresses {
                None => { p class="govuk-body" { "Your work does not need the address, so it is not shown." } }
                Some(all) if all.is_empty() => { p class="govuk-body" { "No address is shown here." } }
                Some(all) => {
                    @for address in all.iter().rev() { (self.home(address, visit)) }
                }
            }
            @if self.reader.may_edit { (Button::link("Add an address", self.at("addresses/new")).secondary()) }
        }
    }

    fn home(&self, address: &Address, visit: &Visit) -> Markup {
        let is_now = address.period.contains(visit.today);
        let is_to_come = address.period.from > visit.today;
        let title = match (is_now, is_to_come) {
            (true, _) => "Lives here now",
            (_, true) => "Will live here",
            _ => "Lived here before",
        };
        let mut list = SummaryList::new()
            .card(title)
            .row("Address", lines(address))
            .row("When", words::period(address.period))
            .row("Who told us", words::source(address.source))
            .row("Checked with the contact known before", self.checked(address));
        if let Some(protection) = &address.protected {
            let from: Vec<String> = protection.withhold_from.iter().map(|person| self.name_of(*person)).collect();
            let from = if from.is_empty() { String::new() } else { format!(" Above all from {}.", from.join(", ")) };
            let review = protection
                .review_on
                .map_or_else(String::new, |day| format!(" To be looked at again on {}.", long_date(day)));
            let says =
                format!("{}. Since {}.{from}{review}", words::reason(protection.reason), long_date(protection.set_on));
            list = list.row("Kept secret", html! { (Tag::new("Protected").colour(TagColour::Red)) " " (says) });
        }
        if self.reader.may_edit && (is_now || is_to_come) {
            let street = address.lines.first().cloned().unwrap_or_default();
            let words = if address.protected.is_some() { "Change protection" } else { "Protect" };
            list = list.card_action(SummaryAction::new(
                words,
                format!("{}/protection", self.at(&format!("addresses/{}", address.id))),
                street,
            ));
        }
        html! {
            (shell::below_a_heading(list))
            @if is_now && address.confirmed_on.is_none() { (self.ask(address, visit)) }
        }
    }

    fn checked(&self, address: &Address) -> Markup {
        html! {
            @match (address.confirmed_on, self.said.get(&address.id)) {
                (Some(on), _) => { "Confirmed on " (long_date(on)) }
                (None, Some(said)) if !said.is_right => { (Tag::new("Said to be wrong").colour(TagColour::Red)) " Somebody in the family says so. Send nothing there until it is settled." }
                _ => { "Not yet" }
            }
        }
    }

    /// "Is this right?", for the family and, by telephone, for officers.
    fn ask(&self, address: &Address, visit: &Visit) -> Markup {
        if !self.reader.is_family && !self.reader.may_edit {
            return Markup::default();
        }
        let action = format!("{}/answer", self.at(&format!("addresses/{}", address.id)));
        let (question, yes, no) = if self.reader.is_family {
            ("Is this address right?", "Yes, it is right", "No, it is wrong")
        } else {
            (
                "Once you have reached the family by the contact known before:",
                "They say it is right",
                "They say it is wrong",
            )
        };
        html! {
            @if self.reader.is_family { (WarningText::new("We send letters to this address. Please tell us whether it is right.")) }
            p class="govuk-body" { (question) }
            div class="govuk-button-group" {
                form method="post" action=(action) novalidate { (visit.csrf_field()) (Button::new(yes).secondary().name("answer").value("right")) }
                form method="post" action=(action) novalidate { (visit.csrf_field()) (Button::new(no).secondary().name("answer").value("wrong")) }
            }
        }
    }
}

/// The lines of an address, also of a protected one: only what the permit let through gets here.
pub(crate) fn lines(address: &Address) -> Markup {
    let mut all: Vec<String> = address.lines.clone();
    all.push(address.town.clone());
    all.extend(address.postcode.map(|postcode| postcode.to_string()));
    all.retain(|line| !line.is_empty());
    html! { @for (place, line) in all.iter().enumerate() { @if place > 0 { br; } (line) } }
}
