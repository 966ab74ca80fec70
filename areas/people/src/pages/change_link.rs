//! What is the same for every page that changes a link: opening it, comparing versions, saving it.

use ::access::EditPerson;
use ::store::people::{self, read};
use axum::response::{IntoResponse, Redirect, Response};
use record::{PersonName, Relationship};
use web::{PageError, PageResult, Posted, Visit};

use crate::{
    access::{self, Opened},
    shell,
    versions::{Clash, Question, SEEN, Versions},
};

/// A link that is being changed.
pub(super) struct Changing {
    pub(super) opened: Opened<EditPerson>,
    pub(super) link: Relationship,
    pub(super) name: String,
    pub(super) versions: Versions,
}

/// Opens a link for changing.
pub(super) async fn open(visit: &Visit, id: &str, link: &str, fields: &str) -> PageResult<Changing> {
    let opened = access::open::<EditPerson>(visit, id, fields).await?;
    let all = read::linked_adults(&opened.tx, &opened.permit).await?;
    let (link, name) = all.into_iter().find(|(one, _)| one.id.to_string() == link).ok_or(PageError::NotFound)?;
    let versions = Versions::of(&opened.tx, "relationship", link.id).await?;
    let name = name.as_ref().map_or_else(|| link.kind.words().to_owned(), PersonName::to_string);
    Ok(Changing { opened, link, name, versions })
}

impl Changing {
    /// The address of the link's own page.
    pub(super) fn at(&self) -> String {
        format!("/people/{}/adults/{}", self.opened.child, self.link.id)
    }

    /// Saves the changed link, or shows both versions if somebody else changed it first.
    pub(super) async fn save(
        self,
        visit: &Visit,
        posted: &Posted,
        typed: &Posted,
        page: &str,
        compare: (&[Question], fn(&Relationship) -> Posted),
        changed: Relationship,
    ) -> PageResult<Response> {
        let (questions, on_record) = compare;
        let at = self.at();
        if !self.versions.is_current(posted) {
            let began = self.versions.at::<Relationship>(posted.get(SEEN).parse().unwrap_or(0));
            let action = format!("{at}/{page}");
            let clash = Clash {
                questions,
                began: began.as_ref().map(on_record),
                now: on_record(&self.link),
                typed,
                action: &action,
                back: &at,
            };
            if clash.matters() {
                return clash.page(visit, self.opened.tx, &self.versions).await;
            }
        }
        let account = shell::account(visit);
        people::save(&self.opened.tx, &changed, shell::author(visit, &account)).await?;
        self.opened.tx.commit().await?;
        Ok(Redirect::to(&at).into_response())
    }
}
