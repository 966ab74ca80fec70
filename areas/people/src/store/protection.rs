//! Whether a child's address is kept secret, and from whom: asked before a page shows anything that would give it away.

use ::access::Permit;
use ::store::{Connection, Sql, StoreError, StoreResult, date_text, people::read::ReadsChild};
use jiff::civil::Date;
use record::{Address, PersonId};

/// That where a child lives is kept secret.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Secrecy {
    /// The people it must above all not reach.
    pub withhold_from: Vec<PersonId>,
    /// Since when: what is known from before gives nothing away.
    pub since: Option<Date>,
}

impl Secrecy {
    /// Is an address of the child kept secret?
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.since.is_some()
    }

    /// Must it be kept from this reader in particular, with the school, the carers and whatever else would give it away?
    #[must_use]
    pub fn is_from(&self, reader: Option<PersonId>) -> bool {
        reader.is_some_and(|reader| self.withhold_from.contains(&reader))
    }
}

/// The secrecy of a child's addresses on a day.
pub async fn secrecy<A: ReadsChild>(conn: &impl Connection, permit: &Permit<A>, on: Date) -> StoreResult<Secrecy> {
    match permit.child() {
        Some(child) => of_child(conn, child, on).await,
        None => Ok(Secrecy::default()),
    }
}

/// As [`secrecy`], for the page of who has looked.
pub async fn secrecy_for_audit(
    conn: &impl Connection,
    permit: &Permit<::access::ReadAudit>,
    on: Date,
) -> StoreResult<Secrecy> {
    match permit.child() {
        Some(child) => of_child(conn, child, on).await,
        None => Ok(Secrecy::default()),
    }
}

async fn of_child(conn: &impl Connection, child: PersonId, on: Date) -> StoreResult<Secrecy> {
    let mut sql = Sql::new("SELECT record FROM address WHERE protected = ");
    sql.push_value(true).push(" AND person = ").push_value(child.to_string());
    sql.push(" AND (valid_to IS NULL OR valid_to >= ").push_value(date_text(on)).push(") ORDER BY valid_from, id");
    let mut secrecy = Secrecy::default();
    for row in sql.rows(conn).await? {
        let text: String = row.try_get_by_index(0)?;
        let address: Address =
            serde_json::from_str(&text).map_err(|error| StoreError::unreadable("address.record", error))?;
        let Some(protection) = address.protected else { continue };
        let since = address.period.from.min(protection.set_on);
        secrecy.since = Some(secrecy.since.map_or(since, |before| before.min(since)));
        secrecy.withhold_from.extend(protection.withhold_from);
    }
    Ok(secrecy)
}
