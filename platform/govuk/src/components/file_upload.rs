//! File upload.

use maud::{Markup, Render, html};
use serde::Deserialize;

use super::error_message::ErrorMessage;
use super::form_group::{FormGroup, Guidance};
use super::hint::Hint;
use super::label::Label;
use crate::base::attributes::Attributes;
use crate::base::element::Element;
use crate::base::lenient;
use crate::base::messages::{self, Plurals};

/// A file from the person's device. The form around it needs `enctype="multipart/form-data"`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct FileUpload {
    /// The form field's name.
    pub name: String,
    /// The element's id; the name unless said otherwise.
    #[serde(deserialize_with = "lenient::text")]
    pub id: String,
    /// The label.
    pub label: Label,
    /// The hint, if any.
    pub hint: Option<Hint>,
    /// The error message, if the answer has a fault.
    pub error_message: Option<ErrorMessage>,
    /// Whether several files may be chosen.
    pub multiple: bool,
    /// Shown, but not usable.
    pub disabled: bool,
    /// Ids of what else describes the field, parted by spaces.
    #[serde(deserialize_with = "lenient::text")]
    pub described_by: String,
    /// Whether the script adds a place to drop files on.
    pub javascript: bool,
    /// Extra classes of the place to drop files on.
    pub wrapper_classes: String,
    /// Extra attributes of the place to drop files on.
    pub wrapper_attributes: Attributes,
    /// The words on the button.
    pub choose_files_button_text: String,
    /// What the button does, beside it.
    pub drop_instruction_text: String,
    /// Said while no file is chosen.
    pub no_file_chosen_text: String,
    /// Said when several files are chosen, by plural form.
    pub multiple_files_chosen_text: Plurals,
    /// Read out when a dragged file enters the place.
    pub entered_drop_zone_text: String,
    /// Read out when a dragged file leaves the place.
    pub left_drop_zone_text: String,
    /// The group round the field.
    pub form_group: FormGroup,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl FileUpload {
    /// A file upload; the name is the id too.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), javascript: true, ..Self::default() }
    }

    /// Says which kinds of file the browser offers, for example `.pdf,.docx`. Check on the server too.
    #[must_use]
    pub fn accept(self, kinds: &str) -> Self {
        self.attribute("accept", kinds)
    }

    fn drop_zone(&self, field: &Markup) -> Markup {
        let mut words = Attributes::new();
        messages::one(&mut words, "choose-files-button", &self.choose_files_button_text);
        messages::one(&mut words, "no-file-chosen", &self.no_file_chosen_text);
        messages::several(&mut words, "multiple-files-chosen", &self.multiple_files_chosen_text);
        messages::one(&mut words, "drop-instruction", &self.drop_instruction_text);
        messages::one(&mut words, "entered-drop-zone", &self.entered_drop_zone_text);
        messages::one(&mut words, "left-drop-zone", &self.left_drop_zone_text);
        Element::new("div")
            .class("govuk-file-upload-wrapper")
            .class(&self.wrapper_classes)
            .attribute("data-module", "govuk-file-upload")
            .attributes(&words)
            .attributes(&self.wrapper_attributes)
            .containing(field)
    }
}

setters! { FileUpload:
    /// Sets the element's id.
    id: String;
    /// Sets the ids of what else describes the field.
    described_by: String;
    /// Lets several files be chosen.
    flag multiple;
}
styled!(FileUpload);
guided!(FileUpload);
labelled!(FileUpload);

impl Render for FileUpload {
    fn render(&self) -> Markup {
        let id = if self.id.is_empty() { &self.name } else { &self.id };
        let has_error = self.error_message.is_some();
        let guidance = Guidance::new(id, &self.described_by, self.hint.as_ref(), self.error_message.as_ref());
        let field = Element::new("input")
            .class("govuk-file-upload")
            .class(&self.classes)
            .class_if(has_error, "govuk-file-upload--error")
            .attribute("id", id)
            .attribute("name", &self.name)
            .attribute("type", "file")
            .flag("disabled", self.disabled)
            .flag("multiple", self.multiple)
            .filled("aria-describedby", &guidance.described_by)
            .attributes(&self.attributes)
            .void();
        let field = if self.javascript { self.drop_zone(&field) } else { field };
        let FormGroup { before_input, after_input, .. } = &self.form_group;
        self.form_group.around(
            has_error,
            html! { (self.label.for_field(id)) (guidance.markup) (before_input) (field) (after_input) },
        )
    }
}
