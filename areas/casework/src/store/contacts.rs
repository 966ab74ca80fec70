//! How to answer whoever asked, as they gave it.

use ::store::{Connection, Sql, StoreError, StoreResult, Tx};
use record::{AccountId, CaseId};

/// What the asker said of themselves and of the child's setting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Their name.
    pub name: String,
    /// Their account, if they were signed in.
    pub account: Option<String>,
    /// Whether they said that they have parental responsibility: "yes", "no", "unsure".
    pub responsibility: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Help with language or communication.
    pub interpreter: Option<String>,
    /// The nursery, school or college, as typed.
    pub setting_name: Option<String>,
    /// What has been tried.
    pub tried: Option<String>,
    /// What help is hoped for.
    pub hopes: Option<String>,
}

/// Keeps the contact of a case.
pub async fn save_contact(tx: &Tx, case: CaseId, contact: &Contact) -> StoreResult<()> {
    Sql::new("INSERT INTO case_contact (case_id, name, account, responsibility, email, phone, address, interpreter, setting_name, tried, hopes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
        .bind(case.to_string())
        .bind(contact.name.clone())
        .bind(contact.account.clone())
        .bind(contact.responsibility.clone())
        .bind(contact.email.clone())
        .bind(contact.phone.clone())
        .bind(contact.address.clone())
        .bind(contact.interpreter.clone())
        .bind(contact.setting_name.clone())
        .bind(contact.tried.clone())
        .bind(contact.hopes.clone())
        .execute(tx)
        .await?;
    Ok(())
}

/// The contact of a case, if its request came through the form.
pub async fn contact(conn: &impl Connection, case: CaseId) -> StoreResult<Option<Contact>> {
    let row = Sql::new("SELECT name, account, responsibility, email, phone, address, interpreter, setting_name, tried, hopes FROM case_contact WHERE case_id = $1")
        .bind(case.to_string())
        .row(conn)
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Contact {
        name: row.try_get_by_index(0)?,
        account: row.try_get_by_index(1)?,
        responsibility: row.try_get_by_index(2)?,
        email: row.try_get_by_index(3)?,
        phone: row.try_get_by_index(4)?,
        address: row.try_get_by_index(5)?,
        interpreter: row.try_get_by_index(6)?,
        setting_name: row.try_get_by_index(7)?,
        tried: row.try_get_by_index(8)?,
        hopes: row.try_get_by_index(9)?,
    }))
}

/// The requests that an account made, newest first: their ids alone.
pub async fn requests_of_account(conn: &impl Connection, account: AccountId) -> StoreResult<Vec<CaseId>> {
    let rows = Sql::new("SELECT case_id FROM case_contact WHERE account = $1 ORDER BY case_id DESC")
        .bind(account.to_string())
        .rows(conn)
        .await?;
    rows.iter()
        .map(|row| {
            let id: String = row.try_get_by_index(0)?;
            id.parse().map_err(|error| StoreError::unreadable("case_contact.case_id", error))
        })
        .collect()
}
