//! The part of a case's page that says what was asked, in the asker's own words.

use casework_rules::{Event, Requester};
use govuk::SummaryList;
use maud::{Markup, html};

use super::paragraphs;
use crate::{
    request_form::words,
    store::{Contact, Loaded},
};

/// What was asked. The asker's contact is shown to those who do the casework; a setting reads its own request.
pub fn show(loaded: &Loaded, contact: Option<&Contact>, all: bool) -> Markup {
    let request = loaded.events.iter().find_map(|(_, event)| match event {
        Event::RequestReceived { on, from, channel, needs, .. } => Some((*on, *from, *channel, needs.as_str())),
        _ => None,
    });
    let Some((on, from, channel, needs)) = request else { return html! {} };
    let mut list = SummaryList::new()
        .row("Reached us", format!("{}, {}", words::day(on), words::by_channel(channel)))
        .row("Asked by", words::requester(from));
    if !needs.is_empty() && (all || from == Requester::Setting) {
        list = list.row("The worry", paragraphs(needs));
    }
    if let Some(contact) = contact {
        let given = |text: &Option<String>| text.clone().unwrap_or_else(|| "Not given".to_owned());
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
