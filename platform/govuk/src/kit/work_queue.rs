//! A list to work through: a table that sorts and turns its pages by address alone.

use maud::{Markup, Render, html};

use crate::base::element::Element;
use crate::{Content, Pagination};

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Smallest, earliest or A first.
    Ascending,
    /// Largest, latest or Z first.
    Descending,
}

/// A table of things to do. On a narrow screen each row becomes a block with the columns' names before its values.
/// The server sorts and turns pages; the state is in the address.
#[derive(Clone, Debug)]
pub struct WorkQueue {
    caption: String,
    columns: Vec<Column>,
    rows: Vec<Vec<Content>>,
    showing: Option<String>,
    empty: Content,
    pagination: Option<Pagination>,
}

/// One column.
#[derive(Clone, Debug)]
pub struct Column {
    name: String,
    is_number: bool,
    sort: Option<(String, Option<Order>)>,
}

impl Column {
    /// A column of words.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), is_number: false, sort: None }
    }

    /// A column of figures, which stand to the right.
    pub fn number(name: impl Into<String>) -> Self {
        Self { is_number: true, ..Self::new(name) }
    }

    /// Lets the column be sorted: the address that sorts by it (the other way round if it is sorted now), and how it is
    /// sorted now.
    #[must_use]
    pub fn sort(mut self, href: impl Into<String>, now: Option<Order>) -> Self {
        self.sort = Some((href.into(), now));
        self
    }

    fn heading(&self) -> Markup {
        let now = self.sort.as_ref().and_then(|(_, order)| *order);
        let (aria, arrow) = match now {
            Some(Order::Ascending) => (Some("ascending"), "▲"),
            Some(Order::Descending) => (Some("descending"), "▼"),
            None => (None, ""),
        };
        Element::new("th")
            .attribute("scope", "col")
            .class("govuk-table__header")
            .class_if(self.is_number, "govuk-table__header--numeric")
            .given("aria-sort", aria)
            .containing(html! {
                @if let Some((href, _)) = &self.sort {
                    a class="govuk-link govuk-link--no-visited-state" href=(href) {
                        span class="govuk-visually-hidden" { "Sort by " } (self.name)
                    }
                    @if !arrow.is_empty() { " " span aria-hidden="true" { (arrow) } }
                } @else { (self.name) }
            })
    }
}

impl WorkQueue {
    /// An empty list. The caption names it, for example "Cases, most urgent first".
    pub fn new(caption: impl Into<String>) -> Self {
        Self {
            caption: caption.into(),
            columns: Vec::new(),
            rows: Vec::new(),
            showing: None,
            empty: "There is nothing in this list.".into(),
            pagination: None,
        }
    }

    /// Adds a column.
    #[must_use]
    pub fn column(mut self, column: Column) -> Self {
        self.columns.push(column);
        self
    }

    /// Adds a row: one content a column. The first is the row's heading, and should hold its link.
    #[must_use]
    pub fn row<C: Into<Content>>(mut self, cells: impl IntoIterator<Item = C>) -> Self {
        self.rows.push(cells.into_iter().map(Into::into).collect());
        self
    }

    /// Says how much of the list is shown, for example "Showing 1 to 25 of 312 cases".
    #[must_use]
    pub fn showing(mut self, words: impl Into<String>) -> Self {
        self.showing = Some(words.into());
        self
    }

    /// Sets what stands in place of an empty table.
    #[must_use]
    pub fn empty(mut self, words: impl Into<Content>) -> Self {
        self.empty = words.into();
        self
    }

    /// Sets the links between the pages of the list.
    #[must_use]
    pub fn pagination(mut self, pagination: Pagination) -> Self {
        self.pagination = Some(pagination);
        self
    }

    fn cell(&self, place: usize, content: &Content) -> Markup {
        let column = self.columns.get(place);
        let is_number = column.is_some_and(|column| column.is_number);
        if place == 0 {
            return html! { th scope="row" class="govuk-table__header" { (content) } };
        }
        Element::new("td")
            .class("govuk-table__cell")
            .class_if(is_number, "govuk-table__cell--numeric")
            .given("data-label", column.map(|column| &column.name))
            .containing(content)
    }

    fn table(&self) -> Markup {
        html! {
            table class="govuk-table" {
                caption class="govuk-table__caption govuk-table__caption--m" { (self.caption) }
                thead class="govuk-table__head" {
                    tr class="govuk-table__row" { @for column in &self.columns { (column.heading()) } }
                }
                tbody class="govuk-table__body" {
                    @for row in &self.rows {
                        tr class="govuk-table__row" {
                            @for (place, content) in row.iter().enumerate() { (self.cell(place, content)) }
                        }
                    }
                }
            }
        }
    }
}

impl Render for WorkQueue {
    fn render(&self) -> Markup {
        html! {
            div class="wh-queue" {
                @if self.rows.is_empty() {
                    div class="govuk-body wh-queue__empty" { (self.empty) }
                } @else {
                    @if let Some(showing) = &self.showing { p class="govuk-body-s wh-queue__count" { (showing) } }
                    (self.table())
                }
                @if let Some(pagination) = &self.pagination { (pagination) }
            }
        }
    }
}
