//! Who is told of a new request: whoever asked, and those whom the law names.
//!
//! Regulation 4(2) of the SEND Regulations 2014: an authority that is considering a request tells the health body, its
//! own social care officers, and the head, principal or SENCO. A setting with accounts here is told at once; the others
//! stay on the case's page until an officer says that they were told.

use ::access::Role;
use ::store::{Tx, accounts};
use casework_rules::Requester;
use notify::{
    Address,
    templates::{RequestReceived, TasksWaiting},
};
use record::{OrganisationId, PersonId};
use web::{PageResult, Visit, messages};

use crate::{
    file::CaseFile,
    messages::RequestWithoutAccount,
    request_form::Answers,
    store::{self, Recipient},
};

/// Whoever asked, by e-mail where they gave an address. The words say nothing of the child or the worry.
pub(super) async fn asker(visit: &Visit, tx: &Tx, answers: &Answers, file: &CaseFile) -> PageResult<()> {
    let Some(email) = &answers.contact.email else { return Ok(()) };
    let (site, to) = (&visit.site, Address::Email(email.to_string()));
    let area = site.settings.area_name.clone();
    let link = match &visit.viewer {
        Some(viewer) if viewer.is_caseworker() => None,
        Some(viewer) if viewer.is_family() => Some(format!("/my/{}", file.id)),
        Some(_) => Some(format!("/cases/{}", file.id)),
        None => None,
    };
    match link {
        Some(link) => {
            messages::promise(site, tx, to, "request-received", &RequestReceived { area, link }).await?;
        }
        None => {
            let answer_by = file.decision_due.map(casework_rules::long_date).unwrap_or_default();
            let help = site.settings.help_line.clone();
            let words = RequestWithoutAccount { area, reference: file.reference.clone(), answer_by, help };
            messages::promise(site, tx, to, "request-received", &words).await?;
        }
    }
    Ok(())
}

/// Begins the list of notices of a new request, and tells the child's setting if it is known.
pub(super) async fn begin_notices(visit: &Visit, tx: &Tx, file: &CaseFile) -> PageResult<()> {
    store::begin_notices(tx, file.id).await?;
    if file.requester == Some(Requester::Setting) && visit.viewer.as_ref().is_some_and(|viewer| viewer.has(Role::Senco))
    {
        // The setting asked: it knows.
        store::mark_sent(tx, file.id, Recipient::Setting, visit.today, "the setting asked").await?;
        return Ok(());
    }
    setting(visit, tx, file, file.child).await
}

/// Tells the SENCOs of the setting on whose roll the child is. Nothing happens when there is none, or none with an account.
pub(crate) async fn setting(visit: &Visit, tx: &Tx, file: &CaseFile, child: PersonId) -> PageResult<()> {
    let mut told = false;
    for setting in store::settings_of(tx, child, visit.today).await? {
        told |= sencos_of(visit, tx, setting).await?;
    }
    if told {
        store::mark_sent(tx, file.id, Recipient::Setting, visit.today, "the service").await?;
    }
    Ok(())
}

async fn sencos_of(visit: &Visit, tx: &Tx, setting: OrganisationId) -> PageResult<bool> {
    let mut told = false;
    for account in accounts::holders(tx, setting, Role::Senco, visit.today).await? {
        let Some(found) = accounts::find(tx, account).await?.filter(|found| found.disabled_at.is_none()) else {
            continue;
        };
        let area = visit.site.settings.area_name.clone();
        let words = TasksWaiting { area, count: 1, link: "/setting?list=requests".to_owned() };
        messages::promise(&visit.site, tx, Address::Email(found.email), "notice-of-request", &words).await?;
        told = true;
    }
    Ok(told)
}
