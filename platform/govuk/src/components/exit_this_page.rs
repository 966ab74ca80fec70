//! Exit this page.

use maud::{Markup, Render, html};
use serde::Deserialize;

use super::button::Button;
use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::lenient;
use crate::base::messages;

/// A way to leave a page at once, for content that could put somebody in danger if it were seen.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ExitThisPage {
    /// What the button says; "Exit this page" unless said otherwise.
    #[serde(flatten)]
    pub content: Content,
    /// Where it goes; a weather forecast unless said otherwise.
    #[serde(deserialize_with = "lenient::text")]
    pub redirect_url: String,
    /// Read out when the page is being left.
    pub activated_text: String,
    /// Read out when the key was not pressed again in time.
    pub timed_out_text: String,
    /// Read out after the first press of the key.
    pub press_two_more_times_text: String,
    /// Read out after the second press of the key.
    pub press_one_more_time_text: String,
    /// The element's id.
    #[serde(deserialize_with = "lenient::text")]
    pub id: String,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

styled!(ExitThisPage);

impl Render for ExitThisPage {
    fn render(&self) -> Markup {
        let standard = || html! { span class="govuk-visually-hidden" { "Emergency" } " Exit this page" }.into();
        let content = if self.content.is_empty() { standard() } else { self.content.clone() };
        let url = if self.redirect_url.is_empty() { "https://www.bbc.co.uk/weather" } else { &self.redirect_url };
        let button = Button::link(content, url)
            .warning()
            .class("govuk-exit-this-page__button govuk-js-exit-this-page-button")
            .attribute("rel", "nofollow noreferrer");
        let mut words = Attributes::new();
        messages::one(&mut words, "activated", &self.activated_text);
        messages::one(&mut words, "timed-out", &self.timed_out_text);
        messages::one(&mut words, "press-two-more-times", &self.press_two_more_times_text);
        messages::one(&mut words, "press-one-more-time", &self.press_one_more_time_text);
        Element::new("div")
            .filled("id", &self.id)
            .class("govuk-exit-this-page")
            .class(&self.classes)
            .attribute("data-module", "govuk-exit-this-page")
            .attributes(&self.attributes)
            .attributes(&words)
            .containing(button)
    }
}
