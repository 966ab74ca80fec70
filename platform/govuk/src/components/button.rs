//! Button, or a link that looks like one.

use maud::{Markup, PreEscaped, Render, html};
use serde::Deserialize;

use crate::artwork;
use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::lenient;

/// A button that submits its form, or, with `href`, a link dressed as a button.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Button {
    /// What the button says.
    #[serde(flatten)]
    pub content: Content,
    /// Where a link button goes. Empty for a real button.
    #[serde(deserialize_with = "lenient::text")]
    pub href: String,
    /// `submit` unless said otherwise.
    #[serde(rename = "type")]
    pub kind: String,
    /// The form field's name.
    pub name: String,
    /// The form field's value.
    #[serde(deserialize_with = "lenient::text")]
    pub value: String,
    /// Shown, but not usable. Prefer to explain instead.
    pub disabled: bool,
    /// A start button: larger, with an arrow.
    pub is_start_button: bool,
    /// Swallow a second click within a second (needs JavaScript).
    pub prevent_double_click: Option<bool>,
    /// The element's id.
    #[serde(deserialize_with = "lenient::text")]
    pub id: String,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl Button {
    /// A submit button.
    pub fn new(content: impl Into<Content>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// A link dressed as a button.
    pub fn link(content: impl Into<Content>, href: impl Into<String>) -> Self {
        Self { content: content.into(), href: href.into(), ..Self::default() }
    }

    /// The start button of a journey.
    pub fn start(content: impl Into<Content>, href: impl Into<String>) -> Self {
        Self { is_start_button: true, ..Self::link(content, href) }
    }

    /// A second choice on the page.
    #[must_use]
    pub fn secondary(self) -> Self {
        self.class("govuk-button--secondary")
    }

    /// An action that destroys something or is hard to undo.
    #[must_use]
    pub fn warning(self) -> Self {
        self.class("govuk-button--warning")
    }

    fn label(&self) -> Markup {
        match &self.content {
            Content::Html(html) if self.is_start_button => html! { span { (html) } },
            content => content.render(),
        }
    }
}

setters! { Button:
    /// Sets the form field's name.
    name: String;
    /// Sets the form field's value.
    value: String;
    /// Sets the type: `submit`, `button` or `reset`.
    kind: String;
    /// Sets the element's id.
    id: String;
    /// Switches the button off.
    flag disabled;
    /// Sets whether a second click within a second is swallowed.
    some prevent_double_click: bool;
}
styled!(Button);

impl Render for Button {
    fn render(&self) -> Markup {
        let element = if self.href.is_empty() {
            Element::new("button")
                .attribute("type", if self.kind.is_empty() { "submit" } else { &self.kind })
                .filled("value", &self.value)
                .filled("name", &self.name)
                .flag("disabled", self.disabled)
                .given("aria-disabled", self.disabled.then_some(true))
                .given("data-prevent-double-click", self.prevent_double_click)
        } else {
            Element::new("a").attribute("href", &self.href).attribute("role", "button").attribute("draggable", "false")
        };
        element
            .class("govuk-button")
            .class(&self.classes)
            .class_if(self.is_start_button, "govuk-button--start")
            .attribute("data-module", "govuk-button")
            .attributes(&self.attributes)
            .filled("id", &self.id)
            .containing(html! {
                (self.label())
                @if self.is_start_button { (PreEscaped(artwork::START_ARROW)) }
            })
    }
}
