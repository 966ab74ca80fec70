//! The design system's components, one a file.

#[macro_use]
pub(crate) mod form_group;
pub(crate) mod choice;

pub(crate) mod button;
pub(crate) mod checkboxes;
pub(crate) mod date_input;
pub(crate) mod error_message;
pub(crate) mod error_summary;
pub(crate) mod fieldset;
pub(crate) mod hint;
pub(crate) mod input;
pub(crate) mod label;
pub(crate) mod radios;
pub(crate) mod select;
pub(crate) mod textarea;

pub use button::Button;
pub use checkboxes::{CheckboxItem, Checkboxes};
pub use choice::ChoiceLabel;
pub use date_input::{DateInput, DateInputItem, DatePart};
pub use error_message::ErrorMessage;
pub use error_summary::{ErrorLink, ErrorSummary};
pub use fieldset::{Fieldset, Legend};
pub use form_group::FormGroup;
pub use hint::Hint;
pub use input::{Affix, Input, InputWrapper};
pub use label::Label;
pub use radios::{RadioItem, Radios};
pub use select::{Select, SelectItem};
pub use textarea::Textarea;
