//! Table.

use maud::{Markup, Render, html};
use serde::Deserialize;

use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::items::Items;
use crate::base::lenient;

/// Figures or facts in rows and columns.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Table {
    /// What the table shows.
    #[serde(deserialize_with = "lenient::text")]
    pub caption: String,
    /// Extra classes of the caption, for its size.
    pub caption_classes: String,
    /// The column headings, if any.
    pub head: Option<Vec<Cell>>,
    /// The rows.
    pub rows: Items<Vec<Cell>>,
    /// Whether the first cell of each row is its heading.
    pub first_cell_is_header: bool,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// One cell, or the heading of a column.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Cell {
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
    /// `numeric` for figures, which stand to the right.
    pub format: String,
    /// How many columns it covers.
    pub colspan: Option<u32>,
    /// How many rows it covers.
    pub rowspan: Option<u32>,
    /// Extra classes.
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl Table {
    /// An empty table.
    pub fn new(caption: impl Into<String>) -> Self {
        Self { caption: caption.into(), ..Self::default() }
    }

    /// Sets the column headings.
    #[must_use]
    pub fn head<C: Into<Cell>>(mut self, cells: impl IntoIterator<Item = C>) -> Self {
        self.head = Some(cells.into_iter().map(Into::into).collect());
        self
    }

    /// Adds a row.
    #[must_use]
    pub fn row<C: Into<Cell>>(mut self, cells: impl IntoIterator<Item = C>) -> Self {
        self.rows.push(cells.into_iter().map(Into::into).collect());
        self
    }

    /// Makes the first cell of each row its heading.
    #[must_use]
    pub fn row_headings(mut self) -> Self {
        self.first_cell_is_header = true;
        self
    }

    /// Sets the size of the caption: `s`, `m`, `l` or `xl`.
    #[must_use]
    pub fn caption_size(mut self, size: &str) -> Self {
        self.caption_classes = format!("govuk-table__caption--{size}");
        self
    }
}

styled!(Table, Cell);

impl Cell {
    /// A cell.
    pub fn new(content: impl Into<Content>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// A cell, or the heading of a column, with figures.
    pub fn number(content: impl Into<Content>) -> Self {
        Self { format: "numeric".to_owned(), ..Self::new(content) }
    }

    fn element(&self, element: Element, class: &str, with_format: bool) -> Markup {
        let format =
            if with_format && !self.format.is_empty() { format!("{class}--{}", self.format) } else { String::new() };
        element
            .class(class)
            .class(&format)
            .class(&self.classes)
            .given("colspan", self.colspan.filter(|n| *n > 0))
            .given("rowspan", self.rowspan.filter(|n| *n > 0))
            .attributes(&self.attributes)
            .containing(&self.content)
    }

    fn of_head(&self) -> Markup {
        self.element(Element::new("th").attribute("scope", "col"), "govuk-table__header", true)
    }

    fn of_row(&self, heading: bool) -> Markup {
        if heading {
            self.element(Element::new("th").attribute("scope", "row"), "govuk-table__header", false)
        } else {
            self.element(Element::new("td"), "govuk-table__cell", true)
        }
    }
}

impl<T: Into<Content>> From<T> for Cell {
    fn from(content: T) -> Self {
        Self::new(content)
    }
}

impl Render for Table {
    fn render(&self) -> Markup {
        let table = Element::new("table").class("govuk-table").class(&self.classes).attributes(&self.attributes);
        table.containing(html! {
            @if !self.caption.is_empty() {
                (Element::new("caption")
                    .class("govuk-table__caption")
                    .class(&self.caption_classes)
                    .containing(&self.caption))
            }
            @if let Some(head) = &self.head {
                thead class="govuk-table__head" {
                    tr class="govuk-table__row" { @for cell in head { (cell.of_head()) } }
                }
            }
            tbody class="govuk-table__body" {
                @for row in self.rows.iter() {
                    tr class="govuk-table__row" {
                        @for (place, cell) in row.iter().enumerate() {
                            (cell.of_row(place == 0 && self.first_cell_is_header))
                        }
                    }
                }
            }
        })
    }
}
