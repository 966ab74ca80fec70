//! The worry, in the asker's own words. Only the first answer is needed; the law sets no form.

use maud::{Markup, html};
use web::Form;

use crate::request_form::{
    fields::{HOPES, NEEDS, TRIED},
    step::{Context, Way},
};

/// The worry and what has been done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worry {
    /// What the worry is.
    pub needs: String,
    /// What has been tried.
    pub tried: Option<String>,
    /// What help is hoped for.
    pub hopes: Option<String>,
}

pub(crate) fn questions(form: &Form, context: &Context) -> Markup {
    let (needs, tried, hopes) = match context.way {
        Way::Setting { .. } => (
            "What special educational needs does the child have, or may have?",
            "What have you done so far, and what came of it?",
            "What do you think is needed?",
        ),
        Way::Staff => {
            ("What is the worry, in their own words?", "What has been tried?", "What would they like to happen?")
        }
        Way::Family => {
            ("What are you worried about?", "What has helped, or has been tried?", "What would you like to happen?")
        }
    };
    html! {
        (form.textarea(NEEDS).label(needs).hint("Use your own words. It can be short: you can tell us more later.").rows(8_u32))
        (form.textarea(TRIED).label(format!("{tried} (optional)")).rows(5_u32))
        (form.textarea(HOPES).label(format!("{hopes} (optional)")).rows(5_u32))
    }
}

/// The worry.
pub(crate) fn read(form: &mut Form) -> Option<Worry> {
    let needs = form.long_text(NEEDS, "Say what the worry is, in a few words or more");
    let tried = form.optional_long_text(TRIED);
    let hopes = form.optional_long_text(HOPES);
    Some(Worry { needs: needs?, tried, hopes })
}
