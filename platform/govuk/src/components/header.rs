//! GOV.UK header, kept only for equality with the package: a page of this service uses
//! [`GenericHeader`](crate::GenericHeader).

use maud::{Markup, Render, html};
use serde::Deserialize;

use super::generic_header::GenericHeader;
use crate::base::attributes::Attributes;
use crate::base::element::Element;
use crate::base::lenient;

/// The header of GOV.UK itself. The crown and logotype are not part of this crate: whoever may use them passes them in.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Header {
    /// The shapes inside the logo's drawing.
    #[serde(skip)]
    pub artwork: Markup,
    /// The product's name beside the logo.
    pub product_name: String,
    /// Where the logo goes; GOV.UK unless said otherwise.
    pub homepage_url: String,
    /// Classes of the inner container; the page's width unless said otherwise.
    pub container_classes: String,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// The drawing round shapes that the caller brings: `width` in pixels, of a height of 30.
pub(crate) fn drawing(class: &str, width: u32, name: &str, shapes: &Markup) -> Markup {
    let title = html! { @if !name.is_empty() { title { (name) } } };
    Element::new("svg")
        .attribute("focusable", "false")
        .attribute("role", if name.is_empty() { "presentation" } else { "img" })
        .attribute("xmlns", "http://www.w3.org/2000/svg")
        .attribute("viewBox", &format!("0 0 {} 60", width * 2))
        .attribute("height", "30")
        .attribute("width", &width.to_string())
        .attribute("fill", "currentcolor")
        .class(class)
        .filled("aria-label", name)
        .containing(html! { (title) (shapes) })
}

impl Render for Header {
    fn render(&self) -> Markup {
        let logo = html! {
            (drawing("govuk-header__logotype", 162, "GOV.UK", &self.artwork))
            @if !self.product_name.is_empty() {
                " " span class="govuk-header__product-name" { (self.product_name) }
            }
        };
        let url = if self.homepage_url.is_empty() { "//gov.uk" } else { &self.homepage_url };
        GenericHeader {
            logo: logo.into(),
            url: url.to_owned(),
            container_classes: self.container_classes.clone(),
            classes: self.classes.clone(),
            attributes: self.attributes.clone(),
        }
        .named("govuk-header")
    }
}
