//! Who of a family can follow a case online: accounts of people, and invitations that wait.

use std::collections::BTreeMap;

use ::store::{Connection, Sql, StoreError, StoreResult, accounts::email_key, read_instant};
use jiff::Timestamp;
use record::{AccountId, PersonId};

/// The open accounts of these people.
pub async fn accounts_of(
    conn: &impl Connection,
    people: &[PersonId],
) -> StoreResult<BTreeMap<PersonId, (AccountId, String)>> {
    let mut sql = Sql::new("SELECT person, id, email FROM account WHERE disabled_at IS NULL AND person IN (");
    sql.push_values(people.iter().map(ToString::to_string)).push(") ORDER BY id");
    let mut found = BTreeMap::new();
    for row in sql.rows(conn).await? {
        let person: String = row.try_get_by_index(0)?;
        let id: String = row.try_get_by_index(1)?;
        let person = person.parse().map_err(|error| StoreError::unreadable("account.person", error))?;
        let id = id.parse().map_err(|error| StoreError::unreadable("account.id", error))?;
        found.entry(person).or_insert((id, row.try_get_by_index(2)?));
    }
    Ok(found)
}

/// When an address was last invited and has not answered yet.
pub async fn invited(conn: &impl Connection, email: &str, now: Timestamp) -> StoreResult<Option<Timestamp>> {
    let row = Sql::new(
        "SELECT created_at FROM invitation WHERE email = $1 AND used_at IS NULL AND withdrawn_at IS NULL AND expires_at > $2 \
         ORDER BY created_at DESC LIMIT 1",
    )
    .bind(email_key(email))
    .bind(::store::instant_text(now))
    .row(conn)
    .await?;
    row.map(|row| read_instant("invitation.created_at", &row.try_get_by_index::<String>(0)?)).transpose()
}
