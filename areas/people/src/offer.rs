//! Is this person on record already? Likely matches, side by side, with what speaks for and against each.
//!
//! A person judges; the program never merges. [`matches`] shows them, for any page on which somebody is entered.

use ::access::{Action, Permit};
use ::store::{Connection, StoreResult, Tx, people::PossibleMatch};
use govuk::{Table, kit::long_date};
use maud::{Markup, html};
use record::{Person, PersonId};
use web::Visit;

use crate::{
    shell,
    store::{match_answers, search},
};

/// How likely, in words.
#[must_use]
pub fn likelihood(found: &PossibleMatch) -> &'static str {
    if found.likeness.is_likely() { "Likely to be the same person" } else { "May be the same person" }
}

/// Of likely matches, the likeliest few, without records that are locked to the viewer.
pub(crate) async fn few(
    visit: &Visit,
    conn: &impl Connection,
    mut found: Vec<PossibleMatch>,
) -> StoreResult<Vec<PossibleMatch>> {
    found.truncate(10);
    leave_out_locked(visit, conn, &mut found).await?;
    Ok(found)
}

/// As [`few`], for somebody on record: without those about whom somebody has judged already.
pub(crate) async fn unjudged(
    visit: &Visit,
    conn: &impl Connection,
    person: PersonId,
    mut found: Vec<PossibleMatch>,
) -> StoreResult<Vec<PossibleMatch>> {
    let judged: Vec<PersonId> =
        match_answers::about(conn, person).await?.into_iter().map(|judged| judged.other).collect();
    found.retain(|one| !judged.contains(&one.person.id));
    few(visit, conn, found).await
}

async fn leave_out_locked(visit: &Visit, conn: &impl Connection, found: &mut Vec<PossibleMatch>) -> StoreResult<()> {
    let Some(viewer) = &visit.viewer else { return Ok(()) };
    let ids: Vec<PersonId> = found.iter().map(|one| one.person.id).collect();
    let locked = search::locked_to(conn, viewer.account, &ids, visit.today).await?;
    found.retain(|one| !locked.contains(&one.person.id));
    Ok(())
}

/// Writes into the audit that these people's names were shown, each in a row of their own.
pub(crate) async fn note_shown<A: Action>(
    visit: &Visit,
    tx: &Tx,
    permit: &Permit<A>,
    people: impl IntoIterator<Item = PersonId>,
    fields: &str,
) -> StoreResult<()> {
    let event = visit.audit_of(permit, fields);
    let events: Vec<_> = people
        .into_iter()
        .map(|person| ::store::audit::AuditEvent {
            resource: format!("person:{person}"),
            child: Some(person.to_string()),
            ..event.clone()
        })
        .collect();
    if !events.is_empty() {
        ::store::audit::append_many(tx, &events).await?;
    }
    Ok(())
}

/// One match, side by side with the person entered: what speaks for and against, and a table. `heading` names the column
/// of the person entered. Addresses are never part of it.
#[must_use]
pub fn side_by_side(heading: &str, entered: &Person, found: &PossibleMatch) -> Markup {
    let other = &found.person;
    let mut table = Table::new("Side by side").caption_size("s").row_headings().head(["What", heading, "On record"]);
    for (what, entered, on_record) in [
        ("Name", entered.name.to_string(), other.name.to_string()),
        ("Date of birth", long_date(entered.born), long_date(other.born)),
        ("Sex", entered.sex.words().to_owned(), other.sex.words().to_owned()),
        ("Unique pupil number", upn(entered), upn(other)),
        ("NHS number", last_digits(entered), last_digits(other)),
    ] {
        table = table.row([what.to_owned(), entered, on_record]);
    }
    html! {
        p class="govuk-body" { strong { (likelihood(found)) } " (" (found.likeness.score) " out of 100)" }
        @if !found.likeness.reasons.is_empty() {
            p class="govuk-body" { "What speaks for it:" }
            ul class="govuk-list govuk-list--bullet" { @for reason in &found.likeness.reasons { li { (reason) } } }
        }
        @if !found.likeness.doubts.is_empty() {
            p class="govuk-body" { "What speaks against it:" }
            ul class="govuk-list govuk-list--bullet" { @for doubt in &found.likeness.doubts { li { (doubt) } } }
        }
        (table)
    }
}

/// All matches, each under a heading of the second level.
#[must_use]
pub fn matches(entered: &Person, found: &[PossibleMatch]) -> Markup {
    html! {
        @for one in found {
            h2 class="govuk-heading-m" { (one.person.name) }
            (side_by_side("Entered", entered, one))
        }
    }
}

fn upn(person: &Person) -> String {
    person.identifiers.upn.map_or_else(|| "Not known".to_owned(), |upn| upn.to_string())
}

fn last_digits(person: &Person) -> String {
    person.identifiers.nhs_number.map_or_else(|| "Not known".to_owned(), |number| masked(&number.unspaced()))
}

/// A number of which only the last three digits are shown.
#[must_use]
pub fn masked(number: &str) -> String {
    let last: String = number.chars().skip(number.chars().count().saturating_sub(3)).collect();
    format!("ends in {last}")
}

/// Keeps the answer "different people" for several records at once.
pub(crate) async fn all_different(
    visit: &Visit,
    tx: &Tx,
    person: PersonId,
    others: &[PersonId],
    words: &str,
) -> StoreResult<()> {
    let by = shell::account(visit);
    for other in others {
        let answer = match_answers::Answer::Different;
        match_answers::judge(tx, person, *other, answer, words, &by, visit.now).await?;
    }
    Ok(())
}
