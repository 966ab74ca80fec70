//! One radio or checkbox with its label, hint and what unfolds beneath it.

use maud::{Markup, Render, html};
use serde::Deserialize;

use super::hint::Hint;
use super::label::Label;
use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::{Element, joined};
use crate::base::lenient;

/// Extras of the label of a radio or checkbox.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ChoiceLabel {
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// An id that was set, or the prefix and the item's place; the first has the prefix alone.
pub(crate) fn id(set: &str, prefix: &str, number: usize) -> String {
    match (set, number) {
        ("", 1) => prefix.to_owned(),
        ("", _) => format!("{prefix}-{number}"),
        _ => set.to_owned(),
    }
}

pub(crate) struct Choice<'a> {
    pub(crate) kind: &'a str,
    pub(crate) block: &'a str,
    pub(crate) id: &'a str,
    pub(crate) name: &'a str,
    pub(crate) value: &'a str,
    pub(crate) checked: bool,
    pub(crate) disabled: bool,
    pub(crate) behaviour: &'a str,
    pub(crate) described_by: &'a str,
    pub(crate) content: &'a Content,
    pub(crate) label: &'a ChoiceLabel,
    pub(crate) hint: Option<&'a Hint>,
    pub(crate) conditional: &'a Content,
    pub(crate) attributes: &'a Attributes,
}

impl Render for Choice<'_> {
    fn render(&self) -> Markup {
        let Self { id, block, .. } = self;
        let hint = self.hint.filter(|hint| !hint.content.is_empty()).map(|hint| Hint {
            id: format!("{id}-item-hint"),
            classes: joined(&format!("{block}__hint"), &hint.classes),
            ..hint.clone()
        });
        let hint_id = hint.as_ref().map_or("", |hint| &hint.id);
        let described_by = format!("{} {hint_id}", self.described_by);
        let conditional_id = format!("conditional-{id}");
        let has_conditional = !self.conditional.is_empty();
        let input = Element::new("input")
            .class(&format!("{block}__input"))
            .attribute("id", id)
            .attribute("name", self.name)
            .attribute("type", self.kind)
            .attribute("value", self.value)
            .flag("checked", self.checked)
            .flag("disabled", self.disabled)
            .given("data-aria-controls", has_conditional.then_some(&conditional_id))
            .filled("data-behaviour", self.behaviour)
            .filled("aria-describedby", described_by.trim())
            .attributes(self.attributes)
            .void();
        let label = Label {
            content: self.content.clone(),
            for_id: (*id).to_owned(),
            classes: joined(&format!("{block}__label"), &self.label.classes),
            attributes: self.label.attributes.clone(),
            is_page_heading: false,
        };
        html! {
            div class={ (block) "__item" } { (input) (label) @if let Some(hint) = &hint { (hint) } }
            @if has_conditional {
                (Element::new("div")
                    .class(&format!("{block}__conditional"))
                    .class_if(!self.checked, &format!("{block}__conditional--hidden"))
                    .attribute("id", &conditional_id)
                    .containing(self.conditional))
            }
        }
    }
}
