//! Language navigation.

use maud::{Markup, Render, html};
use serde::Deserialize;

use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::lenient;

/// Links to the same page in other languages.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LanguageNavigation {
    /// The languages.
    pub items: Vec<Language>,
    /// The name of the landmark; "Language" unless said otherwise.
    #[serde(deserialize_with = "lenient::optional_text")]
    pub aria_label: Option<String>,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// One language.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Language {
    /// Its name in itself, for example "Polski".
    #[serde(flatten)]
    pub content: Content,
    /// Where the page in this language is; empty for the language of this page.
    pub href: String,
    /// Whether it is the language of this page.
    pub current: bool,
    /// The language of the name, for example `pl`.
    pub lang: String,
    /// The language of the page, where it differs from that of the name.
    pub href_lang: String,
    /// The direction of writing, for example `rtl`.
    pub dir: String,
    /// Read out after the name.
    pub language_description_text: String,
    /// Extra classes.
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

styled!(LanguageNavigation);

impl Render for Language {
    fn render(&self) -> Markup {
        let href_lang = if self.href_lang.is_empty() { &self.lang } else { &self.href_lang };
        let inner = if self.current || self.href.is_empty() {
            Element::new("span")
                .class("govuk-language-navigation__text")
                .class(&self.classes)
                .attribute("aria-current", "true")
                .filled("lang", &self.lang)
                .filled("dir", &self.dir)
                .attributes(&self.attributes)
                .containing(&self.content)
        } else {
            Element::new("a")
                .class("govuk-language-navigation__link")
                .class(&self.classes)
                .attribute("href", &self.href)
                .attribute("rel", "alternate")
                .filled("lang", &self.lang)
                .filled("hreflang", href_lang)
                .filled("dir", &self.dir)
                .attributes(&self.attributes)
                .containing(html! {
                    (self.content)
                    @if !self.language_description_text.is_empty() {
                        span class="govuk-visually-hidden" { " " (self.language_description_text) }
                    }
                })
        };
        html! { li class="govuk-language-navigation__list-item" { (inner) } }
    }
}

impl Render for LanguageNavigation {
    fn render(&self) -> Markup {
        Element::new("nav")
            .class("govuk-language-navigation")
            .class(&self.classes)
            .attributes(&self.attributes)
            .attribute("aria-label", self.aria_label.as_deref().unwrap_or("Language"))
            .containing(html! { ul class="govuk-language-navigation__list" { @for item in &self.items { (item) } } })
    }
}
