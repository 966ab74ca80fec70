//! A chart with the same figures in a table beneath.

use maud::{Markup, Render, html};

use crate::{Content, Details};

/// A place for a picture and its table. The picture is for the eye, the table for everybody.
#[derive(Clone, Debug)]
pub struct ChartFigure {
    caption: Content,
    picture: Markup,
    table: Markup,
    source: Option<Content>,
    download: Option<String>,
}

impl ChartFigure {
    /// A chart. The caption says what is to be seen in it; the picture must have its own text alternative.
    pub fn new(caption: impl Into<Content>, picture: Markup, table: Markup) -> Self {
        Self { caption: caption.into(), picture, table, source: None, download: None }
    }

    /// Sets where the figures come from.
    #[must_use]
    pub fn source(mut self, source: impl Into<Content>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Sets where the figures can be had as a CSV file.
    #[must_use]
    pub fn download(mut self, href: impl Into<String>) -> Self {
        self.download = Some(href.into());
        self
    }
}

impl Render for ChartFigure {
    fn render(&self) -> Markup {
        let name = self.caption.render();
        html! {
            div class="wh-figure" {
                figure class="govuk-body govuk-!-margin-0" {
                    figcaption { (name) }
                    (self.picture)
                }
                (Details::new("Show these figures as a table", self.table.clone()))
                @if let Some(source) = &self.source { p class="govuk-body-s" { "Source: " (source) } }
                @if let Some(href) = &self.download {
                    p class="govuk-body-s" { a class="govuk-link" href=(href) download { "Download these figures (CSV)" } }
                }
            }
        }
    }
}
