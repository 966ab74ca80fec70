//! Who a page is about, at the top of every page about a person.

use jiff::civil::Date;
use maud::{Markup, Render, html};

use super::dates::time;
use crate::Content;

/// Name, date of birth and reference, with what an officer must not miss.
#[derive(Clone, Debug)]
pub struct IdentityBar {
    name: String,
    facts: Vec<(String, Content)>,
    alerts: Vec<String>,
}

impl IdentityBar {
    /// The bar of a person.
    pub fn new(name: impl Into<String>, born: Option<Date>, reference: impl Into<String>) -> Self {
        let mut facts = Vec::new();
        if let Some(born) = born {
            facts.push(("Date of birth".to_owned(), time(born).into()));
        }
        facts.push(("Reference".to_owned(), Content::Text(reference.into())));
        Self { name: name.into(), facts, alerts: Vec::new() }
    }

    /// Adds a fact.
    #[must_use]
    pub fn fact(mut self, name: impl Into<String>, value: impl Into<Content>) -> Self {
        self.facts.push((name.into(), value.into()));
        self
    }

    /// Adds an alert.
    #[must_use]
    pub fn alert(mut self, words: impl Into<String>) -> Self {
        self.alerts.push(words.into());
        self
    }

    /// Warns that the address must not become known, if so.
    #[must_use]
    pub fn protected_address(self, is_protected: bool) -> Self {
        if is_protected { self.alert("Address is protected. Do not share where this person lives.") } else { self }
    }
}

impl Render for IdentityBar {
    fn render(&self) -> Markup {
        html! {
            section class="govuk-body wh-identity" aria-label="Who this is about" {
                p class="wh-identity__name" { (self.name) }
                dl class="wh-identity__facts" {
                    @for (name, value) in &self.facts { div { dt { (name) } " " dd { (value) } } }
                }
                @for alert in &self.alerts { p class="wh-identity__alert" { (alert) } }
            }
        }
    }
}
