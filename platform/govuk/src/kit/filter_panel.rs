//! Choosing what a list shows.

use maud::{Markup, Render, html};

use crate::{Button, Content, Details};

/// A form that narrows a list. It sends itself by GET, so the choice is in the address and can be kept or shared.
#[derive(Clone, Debug)]
pub struct FilterPanel {
    action: String,
    fields: Markup,
    chosen: Vec<(String, String)>,
    clear_href: Option<String>,
    open: bool,
}

impl FilterPanel {
    /// A panel whose form goes to `action`.
    pub fn new(action: impl Into<String>) -> Self {
        Self { action: action.into(), fields: Markup::default(), chosen: Vec::new(), clear_href: None, open: false }
    }

    /// Sets the fields.
    #[must_use]
    pub fn fields(mut self, fields: Markup) -> Self {
        self.fields = fields;
        self
    }

    /// Adds a choice made, with the address without it.
    #[must_use]
    pub fn chosen(mut self, words: impl Into<String>, remove_href: impl Into<String>) -> Self {
        self.chosen.push((words.into(), remove_href.into()));
        self
    }

    /// Sets the address without any choice.
    #[must_use]
    pub fn clear(mut self, href: impl Into<String>) -> Self {
        self.clear_href = Some(href.into());
        self
    }

    /// Starts with the fields in sight.
    #[must_use]
    pub fn open(mut self) -> Self {
        self.open = true;
        self
    }

    fn form(&self) -> Content {
        html! {
            form method="get" action=(self.action) {
                (self.fields)
                (Button::new("Show these").secondary())
            }
        }
        .into()
    }
}

impl Render for FilterPanel {
    fn render(&self) -> Markup {
        let details = Details::new("Choose what to show", self.form());
        html! {
            section class="wh-filter" aria-label="What this list shows" {
                @if !self.chosen.is_empty() {
                    p class="govuk-body govuk-!-margin-bottom-1" { "Only:" }
                    ul class="govuk-body wh-filter__chosen" {
                        @for (words, href) in &self.chosen {
                            li {
                                a class="govuk-link govuk-link--no-visited-state" href=(href) {
                                    span class="govuk-visually-hidden" { "Remove " } (words)
                                }
                            }
                        }
                    }
                }
                @if let Some(href) = &self.clear_href {
                    p class="govuk-body" { a class="govuk-link" href=(href) { "Show everything" } }
                }
                (if self.open { details.open() } else { details })
            }
        }
    }
}
