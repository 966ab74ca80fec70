//! Service navigation.

use maud::{Markup, PreEscaped, Render, html};
use serde::{Deserialize, Deserializer};

use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::items::Items;
use crate::base::lenient;

/// The service's name and its main sections, beneath the header.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ServiceNavigation {
    /// The service's name, if it is shown here.
    pub service_name: String,
    /// Where the name goes.
    pub service_url: String,
    /// The sections.
    pub navigation: Items<ServiceNavigationItem>,
    /// Whether a small screen folds the sections away; more than one does unless said otherwise.
    pub collapse_navigation_on_mobile: Option<bool>,
    /// The menu button's word; "Menu" unless said otherwise.
    pub menu_button_text: String,
    /// The menu button's name for screen readers, where it differs from its word.
    pub menu_button_label: String,
    /// The name of the inner landmark; the menu button's word unless said otherwise.
    pub navigation_label: String,
    /// The id of the list; `navigation` unless said otherwise.
    pub navigation_id: String,
    /// Extra classes of the inner landmark.
    pub navigation_classes: String,
    /// The name of the outer landmark; "Service information" unless said otherwise.
    #[serde(deserialize_with = "lenient::optional_text")]
    pub aria_label: Option<String>,
    /// Markup at given places.
    pub slots: NavigationSlots,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// One section.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ServiceNavigationItem {
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
    /// Where it goes; empty for plain text.
    pub href: String,
    /// Whether it is this very page.
    pub current: bool,
    /// Whether this page is within the section.
    pub active: bool,
    /// Extra attributes of the link.
    pub attributes: Attributes,
}

/// Markup at given places of the service navigation.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct NavigationSlots {
    /// Before everything.
    #[serde(deserialize_with = "markup")]
    pub start: Markup,
    /// After everything.
    pub end: EndSlot,
    /// Before the sections: list items.
    #[serde(deserialize_with = "markup")]
    pub navigation_start: Markup,
    /// After the sections: list items.
    #[serde(deserialize_with = "markup")]
    pub navigation_end: Markup,
}

/// What stands after everything.
#[derive(Clone, Debug, Default)]
pub struct EndSlot {
    /// The markup.
    pub html: Markup,
    /// Whether it stands in one line with the sections.
    pub inline: bool,
}

fn markup<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Markup, D::Error> {
    lenient::text(deserializer).map(PreEscaped)
}

impl<'de> Deserialize<'de> for EndSlot {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Given {
            Html(String),
            Aligned {
                #[serde(default)]
                html: String,
                #[serde(default)]
                align: String,
            },
        }
        Ok(match Given::deserialize(deserializer)? {
            Given::Html(html) => Self { html: PreEscaped(html), inline: false },
            Given::Aligned { html, align } => Self { html: PreEscaped(html), inline: align == "inline" },
        })
    }
}

impl ServiceNavigation {
    /// No sections yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a section.
    #[must_use]
    pub fn item(mut self, item: ServiceNavigationItem) -> Self {
        self.navigation.push(item);
        self
    }
}

impl ServiceNavigationItem {
    /// A section.
    pub fn new(content: impl Into<Content>, href: impl Into<String>) -> Self {
        Self { content: content.into(), href: href.into(), ..Self::default() }
    }
}

setters! { ServiceNavigation:
    /// Sets the service's name.
    service_name: String;
    /// Sets where the name goes.
    service_url: String;
    /// Sets the name of the inner landmark.
    navigation_label: String;
}
setters! { ServiceNavigationItem:
    /// Marks the section as this very page.
    flag current;
    /// Marks the section that this page is within.
    flag active;
}
styled!(ServiceNavigation);

impl Render for ServiceNavigationItem {
    fn render(&self) -> Markup {
        let is_active = self.active || self.current;
        let current = is_active.then_some(if self.current { "page" } else { "true" });
        // The strong element marks the section for people who override colours.
        let words = html! {
            @if is_active { strong class="govuk-service-navigation__active-fallback" { (self.content) } }
            @else { (self.content) }
        };
        let inner = if !self.href.is_empty() {
            Element::new("a")
                .class("govuk-service-navigation__link")
                .attribute("href", &self.href)
                .given("aria-current", current)
                .attributes(&self.attributes)
                .containing(words)
        } else if !self.content.is_empty() {
            Element::new("span")
                .class("govuk-service-navigation__text")
                .given("aria-current", current)
                .containing(words)
        } else {
            html! {}
        };
        Element::new("li")
            .class("govuk-service-navigation__item")
            .class_if(is_active, "govuk-service-navigation__item--active")
            .containing(inner)
    }
}

impl ServiceNavigation {
    fn name(&self) -> Markup {
        html! {
            @if !self.service_name.is_empty() {
                span class="govuk-service-navigation__service-name" {
                    @if self.service_url.is_empty() {
                        span class="govuk-service-navigation__text" { (self.service_name) }
                    } @else {
                        a href=(self.service_url) class="govuk-service-navigation__link" { (self.service_name) }
                    }
                }
            }
        }
    }

    fn sections(&self) -> Markup {
        let slots = &self.slots;
        let count = self.navigation.iter().count();
        if count == 0 && slots.navigation_start.0.is_empty() && slots.navigation_end.0.is_empty() {
            return html! {};
        }
        let or = |given: &str, standard: &str| if given.is_empty() { standard.to_owned() } else { given.to_owned() };
        let menu = or(&self.menu_button_text, "Menu");
        let id = or(&self.navigation_id, "navigation");
        let own_label = Some(&self.menu_button_label).filter(|label| !label.is_empty() && **label != menu);
        let button = Element::new("button")
            .attribute("type", "button")
            .class("govuk-service-navigation__toggle govuk-js-service-navigation-toggle")
            .attribute("aria-controls", &id)
            .given("aria-label", own_label)
            .flag("hidden", true)
            .attribute("aria-hidden", "true");
        Element::new("nav")
            .attribute("aria-label", &or(&self.navigation_label, &menu))
            .class("govuk-service-navigation__wrapper")
            .class(&self.navigation_classes)
            .containing(html! {
                @if self.collapse_navigation_on_mobile.unwrap_or(count > 1) { (button.containing(&menu)) }
                ul class="govuk-service-navigation__list" id=(id) {
                    (slots.navigation_start)
                    @for item in self.navigation.iter() { (item) }
                    (slots.navigation_end)
                }
            })
    }
}

impl Render for ServiceNavigation {
    fn render(&self) -> Markup {
        let NavigationSlots { start, end, .. } = &self.slots;
        let inner = Element::new("div")
            .class("govuk-width-container")
            .class_if(end.inline, "govuk-service-navigation__inlining-container")
            .containing(html! {
                (start)
                div class="govuk-service-navigation__container" { (self.name()) (self.sections()) }
                (end.html)
            });
        // With a name or slots it is a landmark of its own; otherwise the sections' landmark is enough.
        let is_landmark = !self.service_name.is_empty() || !start.0.is_empty() || !end.html.0.is_empty();
        let outer = if is_landmark {
            Element::new("section").attribute("aria-label", self.aria_label.as_deref().unwrap_or("Service information"))
        } else {
            Element::new("div")
        };
        outer
            .class("govuk-service-navigation")
            .class(&self.classes)
            .attribute("data-module", "govuk-service-navigation")
            .attributes(&self.attributes)
            .containing(inner)
    }
}
