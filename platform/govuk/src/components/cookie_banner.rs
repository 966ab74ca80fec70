//! Cookie banner.

use maud::{Markup, Render, html};
use serde::Deserialize;

use super::button::Button;
use crate::base::attributes::Attributes;
use crate::base::content::{self, Content};
use crate::base::element::Element;
use crate::base::lenient;

/// A choice about cookies. A service that sets only what it needs has no use for one.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CookieBanner {
    /// What it says, one message shown at a time.
    pub messages: Vec<CookieMessage>,
    /// The name of the landmark; "Cookie banner" unless said otherwise.
    pub aria_label: String,
    /// Whether the whole banner is hidden.
    pub hidden: bool,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// One message of a cookie banner.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CookieMessage {
    /// The heading, if any.
    #[serde(flatten, deserialize_with = "content::heading")]
    pub heading: Content,
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
    /// The buttons and links.
    pub actions: Option<Vec<CookieAction>>,
    /// Whether it is hidden.
    pub hidden: bool,
    /// ARIA role; `alert` for the message that follows a choice.
    pub role: String,
    /// Extra classes.
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// One button or link.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CookieAction {
    /// What it says.
    pub text: String,
    /// `button` dresses a link as a button; for a real button its type, `button` unless said otherwise.
    #[serde(rename = "type")]
    pub kind: String,
    /// Where a link goes.
    pub href: String,
    /// The form field's name.
    pub name: String,
    /// The form field's value.
    pub value: String,
    /// Extra classes.
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

styled!(CookieBanner);

impl Render for CookieAction {
    fn render(&self) -> Markup {
        if !self.href.is_empty() && self.kind != "button" {
            return Element::new("a")
                .class("govuk-link")
                .class(&self.classes)
                .attribute("href", &self.href)
                .attributes(&self.attributes)
                .containing(&self.text);
        }
        Button {
            kind: if self.kind.is_empty() { "button".to_owned() } else { self.kind.clone() },
            name: self.name.clone(),
            value: self.value.clone(),
            href: self.href.clone(),
            classes: self.classes.clone(),
            attributes: self.attributes.clone(),
            ..Button::new(&self.text)
        }
        .render()
    }
}

impl Render for CookieMessage {
    fn render(&self) -> Markup {
        Element::new("div")
            .class("govuk-cookie-banner__message")
            .class(&self.classes)
            .class("govuk-width-container")
            .filled("role", &self.role)
            .attributes(&self.attributes)
            .flag("hidden", self.hidden)
            .containing(html! {
                div class="govuk-grid-row" {
                    div class="govuk-grid-column-two-thirds" {
                        @if !self.heading.is_empty() {
                            h2 class="govuk-cookie-banner__heading govuk-heading-m" { (self.heading) }
                        }
                        div class="govuk-cookie-banner__content" {
                            @if self.content.is_html() { (self.content) }
                            @else if !self.content.is_empty() { p class="govuk-body" { (self.content) } }
                        }
                    }
                }
                @if let Some(actions) = &self.actions {
                    div class="govuk-button-group" { @for action in actions { (action) " " } }
                }
            })
    }
}

impl Render for CookieBanner {
    fn render(&self) -> Markup {
        let name = if self.aria_label.is_empty() { "Cookie banner" } else { &self.aria_label };
        Element::new("div")
            .class("govuk-cookie-banner")
            .class(&self.classes)
            .flag("data-nosnippet", true)
            .attribute("role", "region")
            .attribute("aria-label", name)
            .flag("hidden", self.hidden)
            .attributes(&self.attributes)
            .containing(html! { @for message in &self.messages { (message) } })
    }
}
