//! Half-filled forms, kept while the person types. A draft outlives the sign-in, the browser and the device.
//!
//! A draft belongs to an account, or, before signing in, to whoever holds a random key (only its hash is kept).
//! It has a version, so that two open tabs never overwrite each other in silence.

use jiff::Timestamp;

use crate::columns::{instant_text, read_count, read_instant};
use crate::entities::draft;
use crate::{Connection, Sql, StoreError, StoreResult, Tx};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// Whose draft it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftOwner {
    /// Somebody signed in.
    Account(String),
    /// The holder of a key, by the key's SHA-256 in hexadecimal.
    Anonymous(String),
}

impl DraftOwner {
    fn text(&self) -> String {
        match self {
            Self::Account(id) => format!("account:{id}"),
            Self::Anonymous(hash) => format!("anonymous:{hash}"),
        }
    }
}

/// A draft as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its id.
    pub id: String,
    /// The form's name.
    pub form: String,
    /// What the form is about: a child's id, or empty.
    pub subject: String,
    /// The fields, as the page encodes them.
    pub body: String,
    /// Counts up with each save, from 1.
    pub version: u32,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was last saved.
    pub updated_at: Timestamp,
}

/// What became of a save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// Kept, with this version.
    Kept(u32),
    /// Another tab or device saved since: here is its draft. Nothing was changed.
    Newer(Draft),
}

/// What a page sends when it saves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftSave<'a> {
    /// The id to give the draft when there is none yet.
    pub new_id: &'a str,
    /// The form's name.
    pub form: &'a str,
    /// What the form is about: a child's id, or empty.
    pub subject: &'a str,
    /// The fields, as the page encodes them.
    pub body: &'a str,
    /// The version that the page last knew; 0 when it has not saved before.
    pub seen: u32,
}

/// Saves a draft.
pub async fn save(tx: &Tx, owner: &DraftOwner, page: &DraftSave<'_>, now: Timestamp) -> StoreResult<Saved> {
    if page.seen > 0 {
        let saved = Sql::new(
            "UPDATE draft SET body = $1, version = version + 1, updated_at = $2 \
             WHERE owner = $3 AND form = $4 AND subject = $5 AND version = $6",
        )
        .bind(page.body)
        .bind(instant_text(now))
        .bind(owner.text())
        .bind(page.form)
        .bind(page.subject)
        .bind(i64::from(page.seen))
        .execute(tx)
        .await?;
        if saved == 1 {
            return Ok(Saved::Kept(page.seen + 1));
        }
    }
    // New, or discarded in another tab since: begin it anew rather than lose what was typed.
    let fresh = Sql::new(
        "INSERT INTO draft (id, owner, form, subject, body, version, created_at, updated_at) \
         VALUES ($1, $2, $3, $4, $5, 1, $6, $7) ON CONFLICT (owner, form, subject) DO NOTHING",
    )
    .bind(page.new_id)
    .bind(owner.text())
    .bind(page.form)
    .bind(page.subject)
    .bind(page.body)
    .bind(instant_text(now))
    .bind(instant_text(now))
    .execute(tx)
    .await?;
    if fresh == 1 {
        return Ok(Saved::Kept(1));
    }
    match load(tx, owner, page.form, page.subject).await? {
        Some(draft) if draft.body == page.body => Ok(Saved::Kept(draft.version)),
        Some(draft) => Ok(Saved::Newer(draft)),
        None => Err(StoreError::Conflict),
    }
}

/// The draft of a form, if there is one.
pub async fn load(conn: &impl Connection, owner: &DraftOwner, form: &str, subject: &str) -> StoreResult<Option<Draft>> {
    let row = draft::Entity::find()
        .filter(draft::Column::Owner.eq(owner.text()))
        .filter(draft::Column::Form.eq(form))
        .filter(draft::Column::Subject.eq(subject))
        .one(conn)
        .await?;
    row.map(read).transpose()
}

/// Every draft of an owner, newest first.
pub async fn list(conn: &impl Connection, owner: &DraftOwner) -> StoreResult<Vec<Draft>> {
    let rows = draft::Entity::find()
        .filter(draft::Column::Owner.eq(owner.text()))
        .order_by_desc(draft::Column::UpdatedAt)
        .all(conn)
        .await?;
    rows.into_iter().map(read).collect()
}

/// Removes a draft, because its form was sent or given up. Returns whether there was one.
pub async fn discard(tx: &Tx, owner: &DraftOwner, form: &str, subject: &str) -> StoreResult<bool> {
    let gone = Sql::new("DELETE FROM draft WHERE owner = $1 AND form = $2 AND subject = $3")
        .bind(owner.text())
        .bind(form)
        .bind(subject)
        .execute(tx)
        .await?;
    Ok(gone > 0)
}

/// Hands the drafts of an anonymous key to the account that signed in with it. A draft that the account already has for
/// the same form stays; the anonymous one is then left where it is. Returns how many were handed over.
pub async fn adopt(tx: &Tx, key_hash: &str, account: &str) -> StoreResult<u64> {
    Sql::new(
        "UPDATE draft SET owner = $1 WHERE owner = $2 AND NOT EXISTS (SELECT 1 FROM draft AS mine \
         WHERE mine.owner = $3 AND mine.form = draft.form AND mine.subject = draft.subject)",
    )
    .bind(DraftOwner::Account(account.to_owned()).text())
    .bind(DraftOwner::Anonymous(key_hash.to_owned()).text())
    .bind(DraftOwner::Account(account.to_owned()).text())
    .execute(tx)
    .await
}

/// Forgets drafts that nobody has touched since an instant. Returns how many.
pub async fn forget_before(tx: &Tx, before: Timestamp) -> StoreResult<u64> {
    Sql::new("DELETE FROM draft WHERE updated_at < $1").bind(instant_text(before)).execute(tx).await
}

fn read(row: draft::Model) -> StoreResult<Draft> {
    Ok(Draft {
        version: read_count("draft.version", row.version)?,
        created_at: read_instant("draft.created_at", &row.created_at)?,
        updated_at: read_instant("draft.updated_at", &row.updated_at)?,
        id: row.id,
        form: row.form,
        subject: row.subject,
        body: row.body,
    })
}
