//! Finding a person by name, date of birth or number. The cost follows the people found, not the people stored.

use access::{Permit, SearchPeople};
use jiff::civil::Date;
use record::matching::{fold::fold, phonetic::sound};
use record::{NhsNumber, Person, PersonId, PersonName, Uln, Upn};

use super::find::read;
use crate::columns::date_text;
use crate::{Connection, Sql, StoreResult};

/// What somebody typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PeopleQuery {
    /// Words of the name, in any order, each at least its first two letters; or a UPN, ULN or NHS number.
    pub text: String,
    /// Date of birth.
    pub born: Option<Date>,
    /// The last person of the page before: the next page begins after them.
    pub after: Option<(PersonName, PersonId)>,
    /// People per page.
    pub limit: u64,
}

/// Somebody found: as much as it takes to tell one person from another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Their id.
    pub id: PersonId,
    /// Their name.
    pub name: PersonName,
    /// Date of birth.
    pub born: Date,
    /// False when the name only sounds like what was typed.
    pub exact: bool,
}

/// People who fit, in the order of their names. When fewer than a page fit, people whose names sound alike follow.
/// Nobody fits a query with neither a word of two letters nor a date nor a number.
pub async fn search(
    conn: &impl Connection,
    _permit: &Permit<SearchPeople>,
    query: &PeopleQuery,
) -> StoreResult<Vec<Found>> {
    if let Some((kind, value)) = number(&query.text) {
        return by_number(conn, kind, &value).await;
    }
    let folded = fold(&query.text);
    let mut words: Vec<&str> = folded.split(' ').filter(|word| word.chars().count() > 1).collect();
    // The longest word is likely to be the rarest: the database begins with it.
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    if words.is_empty() && query.born.is_none() {
        return Ok(Vec::new());
    }
    let mut found = page(conn, query, &words, true, query.limit).await?;
    let missing = query.limit.saturating_sub(found.len() as u64);
    if missing > 0 && query.after.is_none() && !words.is_empty() {
        let alike = page(conn, query, &words, false, query.limit).await?;
        let known: Vec<PersonId> = found.iter().map(|person| person.id).collect();
        found.extend(
            alike.into_iter().filter(|person| !known.contains(&person.id)).take(usize::try_from(missing).unwrap_or(0)),
        );
    }
    Ok(found)
}

async fn page(
    conn: &impl Connection,
    query: &PeopleQuery,
    words: &[&str],
    exact: bool,
    limit: u64,
) -> StoreResult<Vec<Found>> {
    let mut sql = Sql::new("SELECT p.record FROM ");
    match words {
        [] => {
            sql.push("person p WHERE 1 = 1");
        }
        [first, others @ ..] => {
            // DISTINCT, since two words of one name may begin alike.
            sql.push("(SELECT DISTINCT person FROM person_name WHERE ");
            word_fits(&mut sql, "", first, exact);
            sql.push(") n CROSS JOIN person p WHERE p.id = n.person");
            for word in others {
                sql.push(" AND EXISTS (SELECT 1 FROM person_name o WHERE o.person = p.id AND ");
                word_fits(&mut sql, "o.", word, exact);
                sql.push(")");
            }
        }
    }
    if let Some(born) = query.born {
        sql.push(" AND p.born = ").push_value(date_text(born));
    }
    if let Some((name, id)) = &query.after {
        sql.push(" AND (p.sort_key, p.id) > (").push_value(super::person::sort_key(name)).push(", ");
        sql.push_value(id.to_string()).push(")");
    }
    sql.push(" ORDER BY p.sort_key, p.id LIMIT ").push_value(i64::try_from(limit).unwrap_or(i64::MAX));
    people(sql, conn, exact).await
}

fn word_fits(sql: &mut Sql, alias: &str, word: &str, exact: bool) {
    if exact {
        sql.push(alias).push("word >= ").push_value(word).push(" AND ").push(alias).push("word < ");
        sql.push_value(format!("{word}\u{10FFFF}"));
    } else {
        sql.push(alias).push("sound = ").push_value(sound(word));
    }
}

fn number(text: &str) -> Option<(&'static str, String)> {
    if let Ok(upn) = text.parse::<Upn>() {
        return Some(("upn", upn.to_string()));
    }
    if let Ok(nhs) = text.parse::<NhsNumber>() {
        return Some(("nhs", nhs.unspaced()));
    }
    text.parse::<Uln>().ok().map(|uln| ("uln", uln.to_string()))
}

async fn by_number(conn: &impl Connection, kind: &str, value: &str) -> StoreResult<Vec<Found>> {
    let mut sql = Sql::new(
        "SELECT DISTINCT p.record, p.sort_key, p.id FROM person_identifier i JOIN person p ON p.id = i.person WHERE ",
    );
    sql.push("i.value = ").push_value(value).push(" AND i.kind IN (").push_value(kind);
    // A number of ten digits can be both; a UPN may be a former one.
    sql.push(", 'former-upn', 'uln', 'nhs') ORDER BY p.sort_key, p.id");
    people(sql, conn, true).await
}

async fn people(sql: Sql, conn: &impl Connection, exact: bool) -> StoreResult<Vec<Found>> {
    let rows = sql.rows(conn).await?;
    rows.iter()
        .map(|row| {
            let person: Person = read(&row.try_get_by_index::<String>(0)?)?;
            Ok(Found { id: person.id, name: person.name, born: person.born, exact })
        })
        .collect()
}
