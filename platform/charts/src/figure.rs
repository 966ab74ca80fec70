//! The frame of the picture, the table beneath it, the rows of the download, and all of it together.

use crate::chart::{Chart, Kind, Point};
use maud::{Markup, html};

impl Chart {
    /// The picture: an SVG with a title and a description.
    #[must_use]
    pub fn svg(&self) -> Markup {
        match self.kind {
            Kind::Line => self.draw_line(),
            Kind::Bar => self.draw_bar(),
            Kind::Column => self.draw_column(),
        }
    }

    pub(crate) fn frame(&self, width: f64, height: f64, inside: Markup) -> Markup {
        let id = self.safe_id();
        html! {
            svg class="wh-chart__picture" xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {width:.0} {height:.0}"))
                role="img" aria-labelledby=(format!("{id}-title {id}-desc")) {
                title id=(format!("{id}-title")) { (self.title) }
                desc id=(format!("{id}-desc")) { (self.describes) }
                (inside)
            }
        }
    }

    /// The same numbers as a table.
    #[must_use]
    pub fn table(&self) -> Markup {
        let id = self.safe_id();
        html! {
            div class="wh-chart__scroll" role="region" aria-labelledby=(format!("{id}-caption")) tabindex="0" {
                table class="govuk-table" {
                    caption class="govuk-table__caption govuk-table__caption--s" id=(format!("{id}-caption")) {
                        "Table: " (self.title)
                    }
                    thead class="govuk-table__head" {
                        tr class="govuk-table__row" {
                            th class="govuk-table__header" scope="col" { (self.category_name) }
                            @for series in &self.series {
                                th class="govuk-table__header govuk-table__header--numeric" scope="col" { (series.name) }
                            }
                        }
                    }
                    tbody class="govuk-table__body" {
                        @for (position, category) in self.categories.iter().enumerate() {
                            tr class="govuk-table__row" {
                                th class="govuk-table__header" scope="row" { (category) }
                                @for series in 0..self.series.len() {
                                    td class="govuk-table__cell govuk-table__cell--numeric" {
                                        (self.point(series, position).write(self.unit))
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The same numbers as rows of text, the header first: plain digits for numbers, the code where there is none.
    #[must_use]
    pub fn rows(&self) -> Vec<Vec<String>> {
        let header = std::iter::once(self.category_name.clone()).chain(self.series.iter().map(|s| s.name.clone()));
        let body = self.categories.iter().enumerate().map(|(position, category)| {
            let values = (0..self.series.len()).map(|series| match self.point(series, position) {
                Point::Value(value) => self.unit.plain(value),
                Point::Missing { code, .. } => code,
            });
            std::iter::once(category.clone()).chain(values).collect()
        });
        std::iter::once(header.collect()).chain(body).collect()
    }

    /// The notes: what each break means, and what each code means.
    #[must_use]
    pub fn notes(&self) -> Markup {
        let (breaks, codes) = (self.lettered_breaks(), self.codes());
        html! {
            @if !breaks.is_empty() || !codes.is_empty() {
                ul class="govuk-list govuk-list--bullet wh-chart__notes" {
                    @for (letter, at) in breaks {
                        li { strong { (letter) } " (before " (self.categories[at.before]) "): " (at.note) }
                    }
                    @for (code, means) in codes {
                        li { strong { (code) } ": " (means) }
                    }
                }
            }
        }
    }

    /// Title, picture, notes, table, source, and a link to the download when there is one.
    #[must_use]
    pub fn figure(&self, download: Option<&str>) -> Markup {
        html! {
            figure class="wh-chart" {
                figcaption class="wh-chart__title govuk-body" { (self.title) }
                (self.svg())
                (self.notes())
                (self.table())
                p class="govuk-body-s" { "Source: " (self.source) }
                @if let Some(address) = download {
                    p class="govuk-body-s" {
                        a class="govuk-link" href=(address) {
                            "Download these figures (CSV)"
                            span class="govuk-visually-hidden" { ": " (self.title) }
                        }
                    }
                }
            }
        }
    }
}
