//! Notification banner.

use maud::{Markup, Render, html};
use serde::Deserialize;

use crate::base::attributes::Attributes;
use crate::base::content::{self, Content};
use crate::base::element::Element;
use crate::base::lenient;

/// Something the person should know that is not about the task of the page, or that an action has worked.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct NotificationBanner {
    /// What it says. Text stands as one bold line.
    #[serde(flatten)]
    pub content: Content,
    /// The heading; "Important", or "Success" of that type, unless said otherwise.
    #[serde(flatten, deserialize_with = "content::title")]
    pub title: Content,
    /// 1 to 6; 2 unless said otherwise.
    pub title_heading_level: Option<u8>,
    /// The heading's id.
    pub title_id: String,
    /// `success` for a success banner.
    #[serde(rename = "type")]
    pub kind: String,
    /// ARIA role; `region`, or `alert` of a success banner, unless said otherwise.
    pub role: String,
    /// Whether a banner with the role `alert` leaves the focus alone.
    pub disable_auto_focus: Option<bool>,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl NotificationBanner {
    /// A banner headed "Important".
    pub fn new(content: impl Into<Content>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// A banner that says that something has worked, and takes the focus.
    pub fn success(content: impl Into<Content>) -> Self {
        Self { kind: "success".to_owned(), ..Self::new(content) }
    }

    fn is_success(&self) -> bool {
        self.kind == "success"
    }
}

setters! { NotificationBanner:
    /// Sets the heading.
    title: Content;
    /// Sets the heading's id, needed when a page has two banners.
    title_id: String;
    /// Sets whether a banner with the role `alert` leaves the focus alone.
    some disable_auto_focus: bool;
}
styled!(NotificationBanner);

impl Render for NotificationBanner {
    fn render(&self) -> Markup {
        let is_success = self.is_success();
        let role = match (self.role.as_str(), is_success) {
            ("", true) => "alert",
            ("", false) => "region",
            (role, _) => role,
        };
        let standard_title = Content::from(if is_success { "Success" } else { "Important" });
        let title = if self.title.is_empty() { &standard_title } else { &self.title };
        let title_id = if self.title_id.is_empty() { "govuk-notification-banner-title" } else { &self.title_id };
        let heading = Element::heading(self.title_heading_level.filter(|level| *level > 0).unwrap_or(2))
            .class("govuk-notification-banner__title")
            .attribute("id", title_id)
            .containing(title);
        Element::new("div")
            .class("govuk-notification-banner")
            .class_if(is_success, "govuk-notification-banner--success")
            .class(&self.classes)
            .attribute("role", role)
            .attribute("aria-labelledby", title_id)
            .attribute("data-module", "govuk-notification-banner")
            .given("data-disable-auto-focus", self.disable_auto_focus)
            .attributes(&self.attributes)
            .containing(html! {
                div class="govuk-notification-banner__header" { (heading) }
                div class="govuk-notification-banner__content" {
                    @if self.content.is_html() { (self.content) }
                    @else if !self.content.is_empty() {
                        p class="govuk-notification-banner__heading" { (self.content) }
                    }
                }
            })
    }
}
