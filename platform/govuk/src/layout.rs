//! The page template: everything round a page's own content.

use maud::{DOCTYPE, Markup, PreEscaped, Render, html};

use crate::components::{BackLink, Breadcrumbs, GenericHeader, ServiceNavigation, ServiceNavigationItem, SkipLink};
use crate::{Items, assets};

/// A page. No inline script or style: it works under a strict content security policy, and without JavaScript.
///
/// ```
/// use govuk::layout::Layout;
/// use maud::{Render, html};
///
/// let page = Layout {
///     title: "Cases".into(),
///     service_name: "Wherry".into(),
///     area_name: "Broadshire".into(),
///     body: html! { h1 class="govuk-heading-l" { "Cases" } },
///     ..Layout::default()
/// };
/// assert!(page.render().into_string().contains("<title>Cases – Wherry – Broadshire</title>"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// What the page is, different for every page and state.
    pub title: String,
    /// The service's name, in the header.
    pub service_name: String,
    /// The local area's name, in the header.
    pub area_name: String,
    /// The main sections, as this person sees them.
    pub navigation: Vec<NavItem>,
    /// The name of the person who is signed in.
    pub account: Option<String>,
    /// The hidden field that every form carries, for the sign-out button.
    pub csrf_field: Markup,
    /// What is above this page: words and address, from the top downwards.
    pub breadcrumbs: Vec<(String, String)>,
    /// Where "Back" goes, on question pages.
    pub back: Option<String>,
    /// A line beneath the header, for example that this is a demonstration.
    pub banner: Option<Markup>,
    /// Whom to ring or write to: in the same place on every page (WCAG 3.2.6).
    pub help_line: String,
    /// Whether the page shows errors: the title then starts with "Error:".
    pub error: bool,
    /// After how many idle seconds the session ends, if there is one.
    pub session_seconds: Option<u32>,
    /// Whether the content takes the whole width: for lists and tables.
    pub wide: bool,
    /// The page's own content, with its `h1`.
    pub body: Markup,
}

/// One main section.
#[derive(Clone, Debug, Default)]
pub struct NavItem {
    /// What it says.
    pub text: String,
    /// Where it goes.
    pub href: String,
    /// Whether this page is within it.
    pub current: bool,
}

impl Layout {
    /// The page's title, as the browser's tab and a screen reader give it.
    pub fn full_title(&self) -> String {
        let error = if self.error { "Error: " } else { "" };
        let parts = [self.title.as_str(), &self.service_name, &self.area_name];
        error.to_owned() + &parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ")
    }

    fn head(&self) -> Markup {
        html! {
            head {
                meta charset="utf-8";
                title { (self.full_title()) }
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="theme-color" content=(assets::THEME_COLOUR);
                link rel="icon" href=(assets::favicon_path()) type="image/svg+xml" sizes="any";
                link rel="stylesheet" href=(assets::css_path());
                script type="module" src=(assets::js_path()) {}
            }
        }
    }

    fn header(&self) -> Markup {
        let logo = html! {
            span class="wh-logo" { (PreEscaped(assets::LOGO_DRAWING)) }
            span { (self.service_name) }
            @if !self.area_name.is_empty() { span class="wh-header__area" { (self.area_name) } }
        };
        html! {
            header class="govuk-template__header wh-header" {
                (GenericHeader::new(logo).url("/"))
                (self.sections())
                @if let Some(banner) = &self.banner {
                    div class="govuk-phase-banner govuk-width-container" {
                        p class="govuk-phase-banner__content" { span class="govuk-phase-banner__text" { (banner) } }
                    }
                }
            }
        }
    }

    fn sections(&self) -> Markup {
        let items = self.navigation.iter().map(|item| ServiceNavigationItem {
            active: item.current,
            ..ServiceNavigationItem::new(&item.text, &item.href)
        });
        let mut navigation =
            ServiceNavigation { navigation: items.collect::<Items<_>>(), ..ServiceNavigation::default() };
        navigation.aria_label = Some("Service and account".to_owned());
        navigation.slots.end.inline = true;
        navigation.slots.end.html = html! {
            div class="wh-account" {
                @if let Some(name) = &self.account {
                    span class="wh-account__name" { (name) }
                    form method="post" action="/sign-out" {
                        (self.csrf_field)
                        button class="wh-link-button" type="submit" { "Sign out" }
                    }
                } @else {
                    a class="govuk-link govuk-link--no-visited-state" href="/sign-in" { "Sign in" }
                }
            }
        };
        navigation.render()
    }

    fn before_content(&self) -> Markup {
        html! {
            @if !self.breadcrumbs.is_empty() {
                (self.breadcrumbs.iter().fold(Breadcrumbs::new(), |trail, (words, href)| trail.item(words, href)))
            }
            @if let Some(href) = &self.back { nav aria-label="Back" { (BackLink::new(href)) } }
        }
    }

    fn content(&self) -> Markup {
        html! {
            main class="govuk-main-wrapper" id="main-content" {
                @if self.wide { (self.body) } @else {
                    div class="govuk-grid-row" { div class="govuk-grid-column-two-thirds" { (self.body) } }
                }
            }
        }
    }

    fn footer(&self) -> Markup {
        html! {
            footer class="govuk-template__footer wh-footer" {
                div class="govuk-width-container" {
                    @if !self.help_line.is_empty() { p class="govuk-body" { strong { "Help: " } (self.help_line) } }
                    ul class="govuk-body wh-footer__links" {
                        @for (words, href) in FOOTER_LINKS {
                            li { a class="govuk-link" href=(href) { (words) } }
                        }
                    }
                }
            }
        }
    }
}

/// The pages that every page's footer leads to; the app serves them.
pub const FOOTER_LINKS: [(&str, &str); 3] =
    [("Accessibility statement", "/accessibility"), ("Privacy", "/privacy"), ("Cookies", "/cookies")];

impl Render for Layout {
    fn render(&self) -> Markup {
        html! {
            (DOCTYPE)
            html lang="en" class="govuk-template" {
                (self.head())
                body class="govuk-template__body" data-session-seconds=[self.session_seconds] {
                    script src=(assets::early_js_path()) {}
                    (SkipLink::new("Skip to main content", "#main-content"))
                    (self.header())
                    div class="govuk-width-container" { (self.before_content()) (self.content()) }
                    (self.footer())
                }
            }
        }
    }
}
