//! Footer.

use maud::{Markup, Render, html};
use serde::{Deserialize, Deserializer};

use super::header::drawing;
use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::lenient;

const CROWN_COPYRIGHT: &str = "https://www.nationalarchives.gov.uk/information-management/re-using-public-sector-information/uk-government-licensing-framework/crown-copyright/";
const OPEN_GOVERNMENT_LICENCE: &str = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

/// The footer of GOV.UK, kept for equality with the package. Crown and licence logo are not part of this crate: whoever
/// may use them passes them in. Wherry's own pages have their own footer in [`layout`](crate::layout).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Footer {
    /// The shapes inside the crown's drawing.
    #[serde(skip)]
    pub crown: Markup,
    /// The whole drawing of the licence's logo.
    #[serde(skip)]
    pub licence_logo: Markup,
    /// Links in titled columns.
    pub navigation: Vec<FooterNavigation>,
    /// Links in a line.
    pub meta: Option<FooterMeta>,
    /// What the licence line says.
    #[serde(deserialize_with = "licence")]
    pub content_licence: Licence,
    /// What the copyright line says; "© Crown copyright" unless said otherwise.
    pub copyright: Content,
    /// Extra classes of the inner container.
    pub container_classes: String,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// The licence line of a footer.
#[derive(Clone, Debug, Default)]
pub enum Licence {
    /// Open Government Licence v3.0.
    #[default]
    Standard,
    /// Own words.
    Own(Content),
    /// No licence line.
    LeftOut,
}

/// A titled column of links.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct FooterNavigation {
    /// The title.
    pub title: String,
    /// How many columns the links stand in.
    pub columns: Option<u32>,
    /// The grid width, for example `two-thirds`; `full` unless said otherwise.
    pub width: String,
    /// The links.
    pub items: Vec<FooterLink>,
}

/// A link.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct FooterLink {
    /// What it says.
    pub text: String,
    /// Where it goes.
    pub href: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// Links in a line, and words beneath.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct FooterMeta {
    /// The heading for screen readers; "Support links" unless said otherwise.
    pub visually_hidden_title: String,
    /// The links.
    pub items: Vec<FooterLink>,
    /// The words beneath.
    #[serde(flatten)]
    pub content: Content,
}

fn licence<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Licence, D::Error> {
    Ok(match Option::<Content>::deserialize(deserializer)? {
        None => Licence::LeftOut,
        Some(content) if content.is_empty() => Licence::Standard,
        Some(content) => Licence::Own(content),
    })
}

styled!(Footer);

impl Render for FooterLink {
    fn render(&self) -> Markup {
        let link = Element::new("a").class("govuk-footer__link").attribute("href", &self.href);
        link.attributes(&self.attributes).containing(&self.text)
    }
}

impl Render for FooterNavigation {
    fn render(&self) -> Markup {
        let width = if self.width.is_empty() { "full" } else { &self.width };
        let columns = self.columns.filter(|n| *n > 0).map(|n| format!("govuk-footer__list--columns-{n}"));
        let shown = self.items.iter().filter(|item| !item.href.is_empty() && !item.text.is_empty());
        html! {
            div class={ "govuk-footer__section govuk-grid-column-" (width) } {
                h2 class="govuk-footer__heading govuk-heading-m" { (self.title) }
                @if !self.items.is_empty() {
                    (Element::new("ul")
                        .class("govuk-footer__list")
                        .class(&columns.unwrap_or_default())
                        .containing(html! { @for item in shown { li class="govuk-footer__list-item" { (item) } } }))
                }
            }
        }
    }
}

impl Render for FooterMeta {
    fn render(&self) -> Markup {
        let title = if self.visually_hidden_title.is_empty() { "Support links" } else { &self.visually_hidden_title };
        html! {
            h2 class="govuk-visually-hidden" { (title) }
            @if !self.items.is_empty() {
                ul class="govuk-footer__inline-list" {
                    @for item in &self.items { li class="govuk-footer__inline-list-item" { (item) } }
                }
            }
            @if !self.content.is_empty() { div class="govuk-footer__meta-custom" { (self.content) } }
        }
    }
}

impl Footer {
    fn licence(&self) -> Markup {
        let words = match &self.content_licence {
            Licence::LeftOut => return html! {},
            Licence::Own(content) => content.render(),
            Licence::Standard => html! {
                "All content is available under the "
                a class="govuk-footer__link" href=(OPEN_GOVERNMENT_LICENCE) rel="license" { "Open Government Licence v3.0" }
                ", except where otherwise stated"
            },
        };
        html! { (self.licence_logo) " " span class="govuk-footer__licence-description" { (words) } }
    }
}

impl Render for Footer {
    fn render(&self) -> Markup {
        let container = Element::new("div").class("govuk-width-container").class(&self.container_classes);
        let inner = container.containing(html! {
            (drawing("govuk-footer__crown", 32, "", &self.crown))
            @if !self.navigation.is_empty() {
                div class="govuk-footer__navigation" { @for navigation in &self.navigation { (navigation) } }
                hr class="govuk-footer__section-break";
            }
            div class="govuk-footer__meta" {
                div class="govuk-footer__meta-item govuk-footer__meta-item--grow" {
                    @if let Some(meta) = &self.meta { (meta) }
                    (self.licence())
                }
                div class="govuk-footer__meta-item" {
                    a class="govuk-footer__link govuk-footer__copyright-logo" href=(CROWN_COPYRIGHT) {
                        @if self.copyright.is_empty() { "© Crown copyright" } @else { (self.copyright) }
                    }
                }
            }
        });
        Element::new("div").class("govuk-footer").class(&self.classes).attributes(&self.attributes).containing(inner)
    }
}
