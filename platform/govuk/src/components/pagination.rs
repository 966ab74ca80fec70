//! Pagination.

use maud::{Markup, PreEscaped, Render, html};
use serde::Deserialize;

use crate::artwork;
use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::items::Items;
use crate::base::lenient;

/// Links between the pages of a list, or between the parts of a guide.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Pagination {
    /// The numbered pages. Without it, previous and next stand as blocks, for the parts of a guide.
    pub items: Option<Items<PaginationItem>>,
    /// The page before.
    pub previous: PaginationLink,
    /// The page after.
    pub next: PaginationLink,
    /// The name of the landmark; "Pagination" unless said otherwise.
    pub landmark_label: String,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// One numbered page, or a gap.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PaginationItem {
    /// The page's number.
    #[serde(deserialize_with = "lenient::text")]
    pub number: String,
    /// Where it goes.
    pub href: String,
    /// Whether it is this page.
    pub current: bool,
    /// A gap: "…" in place of pages.
    pub ellipsis: bool,
    /// The link's name; "Page 3" and so on unless said otherwise.
    #[serde(deserialize_with = "lenient::optional_text")]
    pub visually_hidden_text: Option<String>,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// The link to the page before or after.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PaginationLink {
    /// What it says; "Previous page" or "Next page" unless said otherwise.
    #[serde(flatten)]
    pub content: Content,
    /// Where it goes; empty for no link.
    pub href: String,
    /// The other page's title, when there are no numbered pages.
    pub label_text: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl Pagination {
    /// The pages of a list: first, last, this page and its neighbours, and gaps. Pages count from 1. `href` makes the
    /// address of a page. Shows nothing but an empty landmark when there is only one page, so ask first.
    pub fn of_pages(current: usize, pages: usize, href: impl Fn(usize) -> String) -> Self {
        let mut items = Items::default();
        let mut last_shown = 0;
        for page in (1..=pages).filter(|page| *page == 1 || *page == pages || page.abs_diff(current) <= 1) {
            if page > last_shown + 1 {
                items.push(PaginationItem { ellipsis: true, ..PaginationItem::default() });
            }
            items.push(PaginationItem {
                number: page.to_string(),
                href: href(page),
                current: page == current,
                ..PaginationItem::default()
            });
            last_shown = page;
        }
        let link = |page: Option<usize>| match page {
            Some(page) => PaginationLink { href: href(page), ..PaginationLink::default() },
            None => PaginationLink::default(),
        };
        Self {
            items: Some(items),
            previous: link(current.checked_sub(1).filter(|page| *page >= 1)),
            next: link(Some(current + 1).filter(|page| *page <= pages)),
            ..Self::default()
        }
    }

    /// The parts of a guide: the titles and addresses of the part before and the part after.
    pub fn of_parts(previous: Option<(&str, &str)>, next: Option<(&str, &str)>) -> Self {
        let link = |part: Option<(&str, &str)>| match part {
            Some((title, href)) => {
                PaginationLink { href: href.to_owned(), label_text: title.to_owned(), ..PaginationLink::default() }
            }
            None => PaginationLink::default(),
        };
        Self { previous: link(previous), next: link(next), ..Self::default() }
    }

    fn arrow(&self, link: &PaginationLink, direction: Direction) -> Markup {
        if link.href.is_empty() {
            return html! {};
        }
        let is_block = self.items.is_none();
        let title = html! {
            @if link.content.is_empty() { (direction.word()) span class="govuk-visually-hidden" { " page" } }
            @else { (link.content) }
        };
        let words = html! {
            (Element::new("span")
                .class("govuk-pagination__link-title")
                .class_if(is_block && link.label_text.is_empty(), "govuk-pagination__link-title--decorated")
                .containing(title))
            @if is_block && !link.label_text.is_empty() {
                " " span class="govuk-visually-hidden" { ":" }
                " " span class="govuk-pagination__link-label" { (link.label_text) }
            }
        };
        let arrow_first = is_block || direction == Direction::Previous;
        let anchor = Element::new("a")
            .class("govuk-link govuk-pagination__link")
            .attribute("href", &link.href)
            .attribute("rel", direction.name())
            .attributes(&link.attributes)
            .containing(html! {
                @if arrow_first { (direction.drawing()) " " }
                (words)
                @if !arrow_first { " " (direction.drawing()) }
            });
        html! { div class={ "govuk-pagination__" (direction.name()) } { (anchor) } }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Previous,
    Next,
}

impl Direction {
    fn name(self) -> &'static str {
        if self == Self::Previous { "prev" } else { "next" }
    }

    fn word(self) -> &'static str {
        if self == Self::Previous { "Previous" } else { "Next" }
    }

    fn drawing(self) -> PreEscaped<&'static str> {
        PreEscaped(if self == Self::Previous { artwork::PREVIOUS_ARROW } else { artwork::NEXT_ARROW })
    }
}

styled!(Pagination);

impl Render for PaginationItem {
    fn render(&self) -> Markup {
        let item = Element::new("li")
            .class("govuk-pagination__item")
            .class_if(self.current, "govuk-pagination__item--current")
            .class_if(self.ellipsis, "govuk-pagination__item--ellipsis");
        if self.ellipsis {
            return item.containing("⋯");
        }
        let name = self.visually_hidden_text.clone().unwrap_or_else(|| format!("Page {}", self.number));
        item.containing(
            Element::new("a")
                .class("govuk-link govuk-pagination__link")
                .attribute("href", &self.href)
                .attribute("aria-label", &name)
                .given("aria-current", self.current.then_some("page"))
                .attributes(&self.attributes)
                .containing(&self.number),
        )
    }
}

impl Render for Pagination {
    fn render(&self) -> Markup {
        let has_links = !self.previous.href.is_empty() || !self.next.href.is_empty();
        Element::new("nav")
            .class("govuk-pagination")
            .class_if(self.items.is_none() && has_links, "govuk-pagination--block")
            .class(&self.classes)
            .attribute("aria-label", if self.landmark_label.is_empty() { "Pagination" } else { &self.landmark_label })
            .attributes(&self.attributes)
            .containing(html! {
                (self.arrow(&self.previous, Direction::Previous))
                @if let Some(items) = &self.items {
                    ul class="govuk-pagination__list" { @for item in items.iter().filter(|item| item.ellipsis || !item.number.is_empty()) { (item) } }
                }
                (self.arrow(&self.next, Direction::Next))
            })
    }
}
