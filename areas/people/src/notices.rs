//! Who is told, and by which contact: the family of a change to their details, managers and the data protection officer
//! of an emergency.

use std::collections::BTreeSet;

use ::access::{Action, ReadContact, Role};
use ::store::{Tx, accounts, people::read};
use notify::{Address, Context};
use record::{ContactWay, OrganisationId, Party, PersonId, RelationshipKind};
use web::{PageResult, Visit, messages};

use crate::{
    access::Opened,
    letters::{DetailsChanged, EmergencyOpened, EmergencyQuestioned},
};

/// Tells the people who can be expected to know, by the contact that was known before, that details were changed. It
/// says neither what nor whose. Nobody in `withheld` is told. Returns how many were told.
pub(crate) async fn details_changed<A: Action>(
    visit: &Visit,
    opened: &Opened<A>,
    withheld: &[PersonId],
    link: String,
) -> PageResult<usize> {
    let mut told = BTreeSet::new();
    for person in who_would_know(visit, opened) {
        if withheld.contains(&person) || !opened.may_adult::<ReadContact>(visit, person) {
            continue;
        }
        let permit = opened.also_adult::<ReadContact>(visit, person, "contact known before").await?;
        for point in read::contact_points(&opened.tx, &permit, visit.today).await? {
            // The template is an e-mail's; a telephone number would cut it short.
            if let ContactWay::Email(email) = point.way {
                told.insert(email.folded());
            }
        }
    }
    let settings = &visit.site.settings;
    let context = DetailsChanged { area: settings.area_name.clone(), link, help_line: settings.help_line.clone() };
    for email in &told {
        promise(visit, &opened.tx, email, "details-changed", &context).await?;
    }
    Ok(told.len())
}

/// The young person once the rights are theirs, and until then whoever has a proved link with responsibility or care.
fn who_would_know<A: Action>(visit: &Visit, opened: &Opened<A>) -> Vec<PersonId> {
    let relationships = &opened.relationships;
    if relationships.born.is_some_and(|born| record::rights::young_person_from(born) <= visit.today) {
        return vec![opened.child];
    }
    let cares = |kind: RelationshipKind| {
        kind.has_responsibility() || matches!(kind, RelationshipKind::Carer | RelationshipKind::FosterCarer)
    };
    let today = visit.today;
    let links = relationships.links.iter().filter(|link| {
        cares(link.kind) && link.period.contains(today) && link.is_verified_on(today) && !link.is_restricted_on(today)
    });
    links
        .filter_map(|link| match link.party {
            Party::Person(person) => Some(person),
            Party::Organisation(_) => None,
        })
        .collect()
}

/// Tells the managers and auditors of an authority that a record was opened in an emergency.
pub(crate) async fn emergency_opened(
    visit: &Visit,
    tx: &Tx,
    authority: OrganisationId,
    link: String,
    review_by: String,
) -> PageResult<usize> {
    let context = EmergencyOpened { area: visit.site.settings.area_name.clone(), link, review_by };
    tell(visit, tx, authority, &[Role::Manager, Role::Auditor], "emergency-opened", &context).await
}

/// Tells the auditors of an authority that a review found no good reason.
pub(crate) async fn emergency_questioned(
    visit: &Visit,
    tx: &Tx,
    authority: OrganisationId,
    link: String,
) -> PageResult<usize> {
    let context = EmergencyQuestioned { area: visit.site.settings.area_name.clone(), link };
    tell(visit, tx, authority, &[Role::Auditor], "emergency-questioned", &context).await
}

async fn tell<C: Context>(
    visit: &Visit,
    tx: &Tx,
    authority: OrganisationId,
    roles: &[Role],
    kind: &'static str,
    context: &C,
) -> PageResult<usize> {
    let mut told = BTreeSet::new();
    for role in roles {
        for account in accounts::holders(tx, authority, *role, visit.today).await? {
            let found = accounts::find(tx, account).await?;
            told.extend(found.filter(|account| account.disabled_at.is_none()).map(|account| account.email));
        }
    }
    for email in &told {
        promise(visit, tx, email, kind, context).await?;
    }
    Ok(told.len())
}

/// One e-mail in the outbox.
pub(crate) async fn promise<C: Context>(
    visit: &Visit,
    tx: &Tx,
    email: &str,
    kind: &'static str,
    context: &C,
) -> PageResult<()> {
    messages::promise(&visit.site, tx, Address::Email(email.to_owned()), kind, context).await?;
    Ok(())
}
