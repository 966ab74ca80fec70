//! Summary list.

use maud::{Markup, Render, html};
use serde::Deserialize;

use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::items::Items;
use crate::base::lenient;

/// Facts by name, each with links to change it: for check-answers pages and the tops of records.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SummaryList {
    /// The rows.
    pub rows: Items<SummaryRow>,
    /// The card round the list, if any.
    pub card: Option<SummaryCard>,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// One fact.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SummaryRow {
    /// Its name.
    pub key: SummaryCell,
    /// What it is.
    pub value: SummaryCell,
    /// What can be done about it.
    pub actions: SummaryActions,
    /// Extra classes.
    pub classes: String,
}

/// A name or a value.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SummaryCell {
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
    /// Extra classes.
    pub classes: String,
}

/// The links of a row or card.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SummaryActions {
    /// The links.
    pub items: Vec<SummaryAction>,
    /// Extra classes.
    pub classes: String,
}

/// One link.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SummaryAction {
    /// What it says, for example "Change".
    #[serde(flatten)]
    pub content: Content,
    /// Where it goes.
    pub href: String,
    /// What it changes, read out after the link's words.
    #[serde(deserialize_with = "lenient::text")]
    pub visually_hidden_text: String,
    /// Extra classes.
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// A card round a summary list.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SummaryCard {
    /// The heading, if any.
    pub title: Option<CardTitle>,
    /// What can be done about the whole card.
    pub actions: SummaryActions,
    /// Extra classes.
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// The heading of a card.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CardTitle {
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
    /// 1 to 6; 2 unless said otherwise.
    pub heading_level: Option<u8>,
    /// Extra classes.
    pub classes: String,
}

impl SummaryList {
    /// A list without rows.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a fact.
    #[must_use]
    pub fn row(mut self, key: impl Into<Content>, value: impl Into<Content>) -> Self {
        self.rows.push(SummaryRow::new(key, value));
        self
    }

    /// Adds a fact, if it is known.
    #[must_use]
    pub fn row_if(self, key: impl Into<Content>, value: Option<impl Into<Content>>) -> Self {
        match value {
            Some(value) => self.row(key, value),
            None => self,
        }
    }

    /// Adds a link to the last row. `what` is read out after "Change", for example "name".
    #[must_use]
    pub fn change(self, href: impl Into<String>, what: impl Into<String>) -> Self {
        self.action(SummaryAction::new("Change", href, what))
    }

    /// Adds a link with its extras to the last row.
    #[must_use]
    pub fn action(mut self, action: SummaryAction) -> Self {
        if let Some(row) = self.rows.last_mut() {
            row.actions.items.push(action);
        }
        self
    }

    /// Puts a card with a heading round the list.
    #[must_use]
    pub fn card(mut self, title: impl Into<Content>) -> Self {
        self.card.get_or_insert_default().title = Some(CardTitle { content: title.into(), ..CardTitle::default() });
        self
    }

    /// Adds a link to the card.
    #[must_use]
    pub fn card_action(mut self, action: SummaryAction) -> Self {
        self.card.get_or_insert_default().actions.items.push(action);
        self
    }

    /// Leaves out the lines between rows.
    #[must_use]
    pub fn without_borders(self) -> Self {
        self.class("govuk-summary-list--no-border")
    }
}

styled!(SummaryList);

impl SummaryRow {
    /// A fact.
    pub fn new(key: impl Into<Content>, value: impl Into<Content>) -> Self {
        Self { key: SummaryCell::new(key), value: SummaryCell::new(value), ..Self::default() }
    }
}

impl SummaryCell {
    /// A name or a value.
    pub fn new(content: impl Into<Content>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    fn cell(&self, name: &str, class: &str) -> Markup {
        Element::new(name).class(class).class(&self.classes).containing(&self.content)
    }
}

impl SummaryAction {
    /// A link. `what` is read out after its words.
    pub fn new(content: impl Into<Content>, href: impl Into<String>, what: impl Into<String>) -> Self {
        Self { content: content.into(), href: href.into(), visually_hidden_text: what.into(), ..Self::default() }
    }

    fn link(&self, card_title: Option<&CardTitle>) -> Markup {
        let what = &self.visually_hidden_text;
        Element::new("a")
            .class("govuk-link")
            .class(&self.classes)
            .attribute("href", &self.href)
            .attributes(&self.attributes)
            .containing(html! {
                (self.content)
                @if !what.is_empty() || card_title.is_some() {
                    span class="govuk-visually-hidden" {
                        @if !what.is_empty() { " " (what) }
                        @if let Some(title) = card_title { " (" (title.content) ")" }
                    }
                }
            })
    }
}

impl SummaryActions {
    fn row_cell(&self, card_title: Option<&CardTitle>) -> Markup {
        let links = match self.items.as_slice() {
            [] => return html! {},
            [only] => only.link(card_title),
            all => html! {
                ul class="govuk-summary-list__actions-list" {
                    @for action in all { li class="govuk-summary-list__actions-list-item" { (action.link(card_title)) } }
                }
            },
        };
        Element::new("dd").class("govuk-summary-list__actions").class(&self.classes).containing(links)
    }

    fn card_links(&self, title: Option<&CardTitle>) -> Markup {
        let (name, links) = match self.items.as_slice() {
            [] => return html! {},
            [only] => ("div", only.link(title)),
            all => {
                ("ul", html! { @for action in all { li class="govuk-summary-card__action" { (action.link(title)) } } })
            }
        };
        Element::new(name).class("govuk-summary-card__actions").class(&self.classes).containing(links)
    }
}

impl SummaryCard {
    fn around(&self, list: &Markup) -> Markup {
        let title = self.title.as_ref();
        Element::new("div").class("govuk-summary-card").class(&self.classes).attributes(&self.attributes).containing(
            html! {
                div class="govuk-summary-card__title-wrapper" {
                    @if let Some(title) = title {
                        (Element::heading(title.heading_level.filter(|level| *level > 0).unwrap_or(2))
                            .class("govuk-summary-card__title")
                            .class(&title.classes)
                            .containing(&title.content))
                    }
                    (self.actions.card_links(title))
                }
                div class="govuk-summary-card__content" { (list) }
            },
        )
    }
}

impl Render for SummaryList {
    fn render(&self) -> Markup {
        let card_title = self.card.as_ref().and_then(|card| card.title.as_ref());
        let any_actions = self.rows.iter().any(|row| !row.actions.items.is_empty());
        let row = |row: &SummaryRow| {
            Element::new("div")
                .class("govuk-summary-list__row")
                .class_if(any_actions && row.actions.items.is_empty(), "govuk-summary-list__row--no-actions")
                .class(&row.classes)
                .containing(html! {
                    (row.key.cell("dt", "govuk-summary-list__key"))
                    (row.value.cell("dd", "govuk-summary-list__value"))
                    (row.actions.row_cell(card_title))
                })
        };
        let list = Element::new("dl")
            .class("govuk-summary-list")
            .class(&self.classes)
            .attributes(&self.attributes)
            .containing(html! { @for item in self.rows.iter() { (row(item)) } });
        self.card.as_ref().map_or_else(|| list.clone(), |card| card.around(&list))
    }
}
