//! What somebody typed into one of the area's forms, kept while they type, and when their session ends before they send
//! it.

use ::store::Tx;
use govuk::{InsetText, kit::long_moment};
use maud::{Markup, html};
use web::{Form, PageError, PageResult, Posted, Visit, drafts};

/// The draft of a form about somebody: "person-01J…-details".
pub(crate) fn name(id: impl std::fmt::Display, form: &str) -> String {
    format!("person-{id}-{form}")
}

/// Keeps what was sent when the session has ended, and leads to the sign-in page and back.
pub(crate) async fn if_lapsed(visit: &Visit, name: &str, posted: &Posted) -> PageResult<()> {
    if visit.viewer.is_none() {
        drafts::save(visit, name, posted).await?;
        return Err(PageError::SignIn { back_to: visit.path.clone() });
    }
    Ok(())
}

/// The form as it was last typed, with a word about that; else the form as it stands on record.
pub(crate) async fn begin(visit: &Visit, name: &str, on_record: Posted) -> PageResult<(Form, Markup)> {
    let fresh = visit.path.ends_with("?fresh=1");
    match drafts::load(visit, name).await? {
        Some(draft) if !fresh => {
            let path = visit.path.split('?').next().unwrap_or_default();
            let says = InsetText::new(html! {
                "We kept what you typed, last on " (long_moment(draft.saved_at)) ". Nothing is saved to the record yet. "
                a class="govuk-link" href={ (path) "?fresh=1" } { "Begin again without it" }
            });
            Ok((Form::of(draft.posted), html! { (says) }))
        }
        _ => Ok((Form::of(on_record), Markup::default())),
    }
}

/// Throws the draft away, in the transaction that keeps what it holds.
pub(crate) async fn discard(visit: &Visit, tx: &Tx, name: &str) -> PageResult<()> {
    drafts::discard(visit, tx, name).await
}
