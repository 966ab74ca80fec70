//! Is this person on record already? Offered to whoever enters them, never merged.

use std::collections::BTreeMap;

use access::{Action, CreatePerson, EditPerson, ImportData, Permit, RequestAssessment};
use record::matching::{Candidate, Match, blocking, compare};
use record::{Person, PersonId, Postcode};

use super::find;
use crate::{Connection, Sql, StoreResult};

/// An action in which somebody enters a person.
pub trait EntersPerson: Action {}
impl EntersPerson for CreatePerson {}
impl EntersPerson for EditPerson {}
impl EntersPerson for ImportData {}
impl EntersPerson for RequestAssessment {}

/// A person on record who may be the one entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PossibleMatch {
    /// The person on record.
    pub person: Person,
    /// How likely, and why.
    pub likeness: Match,
}

/// The most records compared: beyond that, a key such as a date of birth says too little.
const MOST: i64 = 2_000;

/// People on record who may be the one entered, the likeliest first.
pub async fn possible_matches<A: EntersPerson>(
    conn: &impl Connection,
    _permit: &Permit<A>,
    entered: &Person,
    postcodes: &[Postcode],
) -> StoreResult<Vec<PossibleMatch>> {
    let mut sql = Sql::new("SELECT DISTINCT person FROM person_match_key WHERE match_key IN (");
    sql.push_values(blocking::search_keys(entered)).push(") ORDER BY person LIMIT ").push_value(MOST);
    let mut ids: Vec<PersonId> = Vec::new();
    for row in sql.rows(conn).await? {
        ids.push(crate::columns::read_id("person_match_key.person", &row.try_get_by_index::<String>(0)?)?);
    }
    ids.retain(|id| *id != entered.id);
    let known = postcodes_of(conn, &ids).await?;
    let entered = Candidate { person: entered, postcodes };
    let mut matches = Vec::new();
    for person in find::by_ids::<Person>(conn, &ids).await? {
        let postcodes = known.get(&person.id.to_string()).map_or(&[][..], Vec::as_slice);
        let likeness = compare(entered, Candidate { person: &person, postcodes });
        if likeness.is_possible() {
            matches.push(PossibleMatch { person, likeness });
        }
    }
    matches.sort_by_key(|found| (std::cmp::Reverse(found.likeness.score), found.person.id));
    Ok(matches)
}

async fn postcodes_of(conn: &impl Connection, people: &[PersonId]) -> StoreResult<BTreeMap<String, Vec<Postcode>>> {
    let mut sql = Sql::new("SELECT person, postcode FROM address WHERE postcode IS NOT NULL AND person IN (");
    sql.push_values(people.iter().map(ToString::to_string)).push(")");
    let mut known: BTreeMap<String, Vec<Postcode>> = BTreeMap::new();
    for row in sql.rows(conn).await? {
        if let Ok(postcode) = row.try_get_by_index::<String>(1)?.parse() {
            known.entry(row.try_get_by_index(0)?).or_default().push(postcode);
        }
    }
    Ok(known)
}
