//! What all form components share: the group round a field, and the hint and error that describe it.

use maud::{Markup, Render, html};
use serde::Deserialize;

use super::error_message::ErrorMessage;
use super::fieldset::Fieldset;
use super::hint::Hint;
use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::lenient;

/// The wrapper of a field with its label, hint and error.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct FormGroup {
    /// Stands directly before the field or fields.
    #[serde(alias = "beforeInputs")]
    pub before_input: Content,
    /// Stands directly after the field or fields.
    #[serde(alias = "afterInputs")]
    pub after_input: Content,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl FormGroup {
    pub(crate) fn around(&self, has_error: bool, content: impl Render) -> Markup {
        Element::new("div")
            .class("govuk-form-group")
            .class_if(has_error, "govuk-form-group--error")
            .class(&self.classes)
            .attributes(&self.attributes)
            .containing(content)
    }
}

/// Hint and error of a field, and the ids to name in `aria-describedby`.
pub(crate) struct Guidance {
    pub(crate) markup: Markup,
    pub(crate) described_by: String,
}

impl Guidance {
    /// `id` is the field's; `described_by` is what describes the field already.
    pub(crate) fn new(id: &str, described_by: &str, hint: Option<&Hint>, error: Option<&ErrorMessage>) -> Self {
        let hint = hint.map(|hint| hint.with_id(&format!("{id}-hint")));
        let error = error.map(|error| error.with_id(&format!("{id}-error")));
        let ids = [Some(described_by), hint.as_ref().map(|h| h.id.as_str()), error.as_ref().map(|e| e.id.as_str())];
        let described_by = ids.into_iter().flatten().filter(|id| !id.is_empty()).collect::<Vec<_>>().join(" ");
        Self {
            markup: html! { @if let Some(hint) = hint { (hint) } @if let Some(error) = error { (error) } },
            described_by,
        }
    }
}

/// `hint`, `error` and `error_if` for every form component.
macro_rules! guided {
    ($($type:ident),*) => {$(
        impl $type {
            /// Sets the hint.
            #[must_use]
            pub fn hint(mut self, hint: impl Into<$crate::Hint>) -> Self {
                self.hint = Some(hint.into());
                self
            }

            /// Sets the error message.
            #[must_use]
            pub fn error(mut self, message: impl Into<$crate::ErrorMessage>) -> Self {
                self.error_message = Some(message.into());
                self
            }

            /// Sets the error message if there is one.
            #[must_use]
            pub fn error_if(mut self, message: Option<impl Into<$crate::ErrorMessage>>) -> Self {
                self.error_message = message.map(Into::into);
                self
            }
        }
    )*};
}

/// `label` and `page_heading` for every form component with one label.
macro_rules! labelled {
    ($($type:ident),*) => {$(
        impl $type {
            /// Sets the label.
            #[must_use]
            pub fn label(mut self, label: impl Into<$crate::Label>) -> Self {
                self.label = label.into();
                self
            }

            /// Makes the label the page's heading, in the large size.
            #[must_use]
            pub fn page_heading(mut self) -> Self {
                self.label = self.label.page_heading();
                self
            }
        }
    )*};
}

/// `legend` and `page_heading` for every form component with a fieldset.
macro_rules! legended {
    ($($type:ident),*) => {$(
        impl $type {
            /// Sets the question, as a fieldset's legend.
            #[must_use]
            pub fn legend(mut self, legend: impl Into<$crate::Legend>) -> Self {
                self.fieldset.get_or_insert_default().legend = legend.into();
                self
            }

            /// Makes the legend the page's heading, in the large size.
            #[must_use]
            pub fn page_heading(mut self) -> Self {
                let fieldset = self.fieldset.get_or_insert_default();
                fieldset.legend = std::mem::take(&mut fieldset.legend).page_heading();
                self
            }
        }
    )*};
}

/// The group of a component with several inputs, inside its fieldset if it has one.
pub(crate) fn grouped(
    form_group: &FormGroup,
    fieldset: Option<&Fieldset>,
    role: &str,
    guidance: Guidance,
    has_error: bool,
    inputs: Element,
    items: Markup,
) -> Markup {
    let inner = html! {
        (guidance.markup)
        (inputs.containing(html! { (form_group.before_input) (items) (form_group.after_input) }))
    };
    let inner = match fieldset {
        Some(fieldset) => Fieldset {
            described_by: guidance.described_by,
            role: role.to_owned(),
            content: inner.into(),
            ..fieldset.clone()
        }
        .render(),
        None => inner,
    };
    form_group.around(has_error, inner)
}
