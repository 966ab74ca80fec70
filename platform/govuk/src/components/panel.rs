//! Panel: confirmation or interruption.

use maud::{Markup, Render, html};
use serde::Deserialize;

use super::button::Button;
use crate::base::attributes::Attributes;
use crate::base::content::{self, Content};
use crate::base::element::{Element, joined};
use crate::base::lenient;

const INTERRUPTION: &str = "govuk-panel--interruption";

/// The main message of a confirmation page or an interruption page.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Panel {
    /// The heading.
    #[serde(flatten, deserialize_with = "content::title")]
    pub title: Content,
    /// 1 to 6; 1 unless said otherwise.
    pub heading_level: Option<u8>,
    /// What stands beneath the heading, if anything.
    #[serde(flatten)]
    pub content: Content,
    /// What an interruption page lets the person do.
    pub actions: Option<PanelActions>,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// The buttons and links of an interruption.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PanelActions {
    /// The buttons and links.
    pub items: Vec<PanelAction>,
    /// Extra classes.
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// One button or link of an interruption.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PanelAction {
    /// What it says.
    pub text: String,
    /// Where a link goes.
    pub href: String,
    /// `button` dresses a link as a button; for a real button its type, `button` unless said otherwise.
    #[serde(rename = "type")]
    pub kind: String,
    /// Extra classes.
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl Panel {
    /// The panel of a confirmation page.
    pub fn confirmation(title: impl Into<Content>, content: impl Into<Content>) -> Self {
        Self { title: title.into(), content: content.into(), ..Self::default() }
    }

    /// The panel of an interruption page: something cannot be undone, or is probably a mistake.
    pub fn interruption(title: impl Into<Content>, content: impl Into<Content>) -> Self {
        Self::confirmation(title, content).class(INTERRUPTION)
    }

    /// Adds a button or link to an interruption.
    #[must_use]
    pub fn action(mut self, action: PanelAction) -> Self {
        self.actions.get_or_insert_default().items.push(action);
        self
    }
}

impl PanelAction {
    /// A submit button: the panel must stand in a form.
    pub fn submit(text: impl Into<String>) -> Self {
        Self { text: text.into(), kind: "submit".to_owned(), ..Self::default() }
    }

    /// A link.
    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into(), ..Self::default() }
    }
}

styled!(Panel);

impl Render for PanelAction {
    fn render(&self) -> Markup {
        if !self.href.is_empty() && self.kind != "button" {
            return Element::new("a")
                .class("govuk-link govuk-link--inverse")
                .class(&self.classes)
                .attribute("href", &self.href)
                .attributes(&self.attributes)
                .containing(&self.text);
        }
        Button {
            kind: if self.kind.is_empty() { "button".to_owned() } else { self.kind.clone() },
            classes: joined("govuk-button--inverse", &self.classes),
            href: self.href.clone(),
            attributes: self.attributes.clone(),
            ..Button::new(&self.text)
        }
        .render()
    }
}

impl Render for PanelActions {
    fn render(&self) -> Markup {
        let actions =
            Element::new("div").class("govuk-panel__actions").class(&self.classes).attributes(&self.attributes);
        actions.containing(html! {
            @if !self.items.is_empty() {
                div class="govuk-button-group" { @for action in &self.items { (action) " " } }
            }
        })
    }
}

impl Render for Panel {
    fn render(&self) -> Markup {
        let is_interruption = self.classes.contains(INTERRUPTION);
        let level = self.heading_level.filter(|level| *level > 0).unwrap_or(1);
        Element::new("div")
            .class("govuk-panel")
            .class_if(!is_interruption, "govuk-panel--confirmation")
            .class(&self.classes)
            .attributes(&self.attributes)
            .containing(html! {
                (Element::heading(level).class("govuk-panel__title").containing(&self.title))
                @if !self.content.is_empty() { div class="govuk-panel__body" { (self.content) } }
                @if is_interruption && let Some(actions) = &self.actions { (actions) }
            })
    }
}
