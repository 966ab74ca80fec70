//! Confirming a link that somebody has proved, and inviting somebody whose link is proved.

use ::access::{DecideAssessment, EditPerson, Resource, Role};
use ::store::people::{self, Author, read};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use notify::{Address, templates::News};
use record::{EmailAddress, Party, PersonId, RelationshipId, Verification};
use web::{Form, PageError, PageResult, Posted, Visit, messages};

use super::{
    add,
    fields::{EVIDENCE, INVITE, PROOF},
};
use crate::{
    access,
    invite::{self, Guest, Invited},
    store,
};

/// `POST …/confirm`: the link is proved, from today. Whoever has an account hears that there is something to read.
pub async fn confirm(visit: Visit, Path(case): Path<String>, posted: Posted) -> PageResult {
    let opened = access::open::<DecideAssessment>(&visit, &case, "links").await?;
    let id: RelationshipId = posted.get("link").parse().map_err(|_| PageError::NotFound)?;
    let mut form = Form::of(posted);
    let Some(how) = form.choice(PROOF, &EVIDENCE, "Select how the link was proved") else {
        let page = super::load(&visit, &opened).await?;
        opened.tx.commit().await?;
        let adding = add::starting_form(page.contact.as_ref());
        return Ok(super::render(&visit, &page, &adding, &form, &[]));
    };
    visit.also::<EditPerson>(&opened.tx, &opened.relationships, &Resource::Child(opened.file.child), "link").await?;
    let links = read::relationships(&opened.tx, &opened.permit).await?;
    let mut link = links.into_iter().find(|link| link.id == id).ok_or(PageError::NotFound)?;
    let by = visit.viewer.as_ref().map(|viewer| viewer.account);
    if !link.is_verified_on(visit.today) {
        link.verified = Some(Verification { how, on: visit.today, by, expires_on: None });
        let who = by.map(|account| account.to_string()).unwrap_or_default();
        people::save(&opened.tx, &link, Author { who: &who, at: visit.now }).await?;
        if let Party::Person(person) = link.party
            && let Some((_, email)) = store::accounts_of(&opened.tx, &[person]).await?.remove(&person)
        {
            let area = visit.site.settings.area_name.clone();
            let words = News { area, link: format!("/my/{}", opened.file.id) };
            messages::promise(&visit.site, &opened.tx, Address::Email(email), "news", &words).await?;
        }
    }
    let back = format!("/cases/{}/asker", opened.file.id);
    opened.tx.commit().await?;
    Ok(Redirect::to(&back).into_response())
}

/// `POST …/invite`: somebody whose link is proved, or the young person, is invited to have an account.
pub async fn invite(visit: Visit, Path(case): Path<String>, posted: Posted) -> PageResult {
    let opened = access::open::<DecideAssessment>(&visit, &case, "links").await?;
    let person: PersonId = posted.get("who").parse().map_err(|_| PageError::NotFound)?;
    let page = super::load(&visit, &opened).await?;
    let known = page.linked.iter().find(|one| one.person == person).ok_or(PageError::NotFound)?;
    let role = match known.link {
        None => Role::YoungPerson,
        Some(id) => {
            let link = opened.relationships.links.iter().find(|link| link.id == id).ok_or(PageError::NotFound)?;
            if !link.is_verified_on(visit.today) {
                return Err(PageError::bad_request("Confirm the link first, then invite them."));
            }
            invite::role_of(link.kind)
        }
    };
    let mut form = Form::of(posted);
    let typed = form.text(INVITE, "Enter their e-mail address").map(|typed| typed.parse::<EmailAddress>());
    let email = match typed {
        Some(Ok(email)) => Some(email),
        Some(Err(wrong)) => {
            form.error(INVITE, wrong.to_string());
            None
        }
        None => None,
    };
    if let Some(email) = email {
        let outcome = invite::invite(&visit, &opened.tx, opened.file.id, &Guest { person, role, email }).await?;
        if outcome != Invited::SomebodyElses {
            let back = format!("/cases/{}/asker", opened.file.id);
            opened.tx.commit().await?;
            return Ok(Redirect::to(&back).into_response());
        }
        form.error(INVITE, add::SOMEBODY_ELSES);
    }
    opened.tx.commit().await?;
    let adding = add::starting_form(page.contact.as_ref());
    Ok(super::render(&visit, &page, &adding, &form, &[]))
}
