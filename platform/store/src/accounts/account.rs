//! Opening and finding accounts.

use jiff::Timestamp;
use record::{AccountId, PersonId};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;

use crate::columns::{instant_text, read_id, read_id_opt, read_instant, read_instant_opt};
use crate::entities::account;
use crate::{Connection, Sql, StoreError, StoreResult, Tx};

/// An account as kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The e-mail address, as typed.
    pub email: String,
    /// What to call its owner.
    pub display_name: String,
    /// The person, where the record knows them.
    pub person: Option<PersonId>,
    /// The hash of the password, if there is one.
    pub password_hash: Option<String>,
    /// When the password was last changed.
    pub password_changed_at: Option<Timestamp>,
    /// The encrypted secret of the code app, if there is one.
    pub totp_secret: Option<String>,
    /// The last time step whose code was accepted, so that no code works twice.
    pub totp_last_step: i64,
    /// The passkeys, as `signin` writes them: an array.
    pub passkeys: Value,
    /// Until when sign-in is held up, if it is.
    pub locked_until: Option<Timestamp>,
    /// Since when it cannot be used, if it cannot.
    pub disabled_at: Option<Timestamp>,
    /// When it was opened.
    pub created_at: Timestamp,
    /// The last sign-in.
    pub last_sign_in_at: Option<Timestamp>,
}

/// An account to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAccount {
    /// Its id.
    pub id: AccountId,
    /// The e-mail address, as typed.
    pub email: String,
    /// What to call its owner.
    pub display_name: String,
    /// The person, where the record knows them.
    pub person: Option<PersonId>,
    /// The hash of the password, if it begins with one.
    pub password_hash: Option<String>,
}

/// The form in which addresses are compared: no two accounts differ by capitals or outer spaces alone.
#[must_use]
pub fn email_key(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Opens an account. [`StoreError::Duplicate`] when the address is taken.
pub async fn create(tx: &Tx, new: &NewAccount, now: Timestamp) -> StoreResult<()> {
    let row = account::ActiveModel {
        id: Set(new.id.to_string()),
        email: Set(new.email.trim().to_owned()),
        email_key: Set(email_key(&new.email)),
        display_name: Set(new.display_name.clone()),
        person: Set(new.person.map(|id| id.to_string())),
        password_hash: Set(new.password_hash.clone()),
        password_changed_at: Set(new.password_hash.as_ref().map(|_| instant_text(now))),
        totp_secret: Set(None),
        totp_last_step: Set(0),
        passkeys: Set("[]".to_owned()),
        locked_until: Set(None),
        disabled_at: Set(None),
        created_at: Set(instant_text(now)),
        last_sign_in_at: Set(None),
    };
    row.insert(tx.connection()).await?;
    Ok(())
}

/// An account by its id.
pub async fn find(conn: &impl Connection, id: AccountId) -> StoreResult<Option<Account>> {
    account::Entity::find_by_id(id.to_string()).one(conn).await?.map(read).transpose()
}

/// An account by its e-mail address, however it is typed.
pub async fn by_email(conn: &impl Connection, email: &str) -> StoreResult<Option<Account>> {
    let row = account::Entity::find().filter(account::Column::EmailKey.eq(email_key(email))).one(conn).await?;
    row.map(read).transpose()
}

/// Accounts in the order of their addresses, after an address for the next page.
pub async fn list(conn: &impl Connection, after: Option<&str>, limit: u64) -> StoreResult<Vec<Account>> {
    let rows = account::Entity::find()
        .filter(account::Column::EmailKey.gt(email_key(after.unwrap_or(""))))
        .order_by_asc(account::Column::EmailKey)
        .limit(limit)
        .all(conn)
        .await?;
    rows.into_iter().map(read).collect()
}

/// Changes what to call its owner.
pub async fn rename(tx: &Tx, id: AccountId, display_name: &str) -> StoreResult<bool> {
    let sql = Sql::new("UPDATE account SET display_name = $1 WHERE id = $2").bind(display_name).bind(id.to_string());
    Ok(sql.execute(tx).await? == 1)
}

/// Changes the e-mail address. [`StoreError::Duplicate`] when it is taken.
pub async fn set_email(tx: &Tx, id: AccountId, email: &str) -> StoreResult<bool> {
    let sql = Sql::new("UPDATE account SET email = $1, email_key = $2 WHERE id = $3")
        .bind(email.trim())
        .bind(email_key(email))
        .bind(id.to_string());
    Ok(sql.execute(tx).await? == 1)
}

/// Says which person it is.
pub async fn set_person(tx: &Tx, id: AccountId, person: Option<PersonId>) -> StoreResult<bool> {
    let sql = Sql::new("UPDATE account SET person = $1 WHERE id = $2")
        .bind(person.map(|id| id.to_string()))
        .bind(id.to_string());
    Ok(sql.execute(tx).await? == 1)
}

fn read(row: account::Model) -> StoreResult<Account> {
    Ok(Account {
        id: read_id("account.id", &row.id)?,
        person: read_id_opt("account.person", row.person.as_deref())?,
        password_changed_at: read_instant_opt("account.password_changed_at", row.password_changed_at.as_deref())?,
        passkeys: serde_json::from_str(&row.passkeys)
            .map_err(|error| StoreError::unreadable("account.passkeys", error))?,
        locked_until: read_instant_opt("account.locked_until", row.locked_until.as_deref())?,
        disabled_at: read_instant_opt("account.disabled_at", row.disabled_at.as_deref())?,
        created_at: read_instant("account.created_at", &row.created_at)?,
        last_sign_in_at: read_instant_opt("account.last_sign_in_at", row.last_sign_in_at.as_deref())?,
        email: row.email,
        display_name: row.display_name,
        password_hash: row.password_hash,
        totp_secret: row.totp_secret,
        totp_last_step: row.totp_last_step,
    })
}
