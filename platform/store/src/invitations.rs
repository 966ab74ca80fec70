//! Invitations to open an account, each usable once.

use access::Role;
use jiff::Timestamp;
use record::{AccountId, InvitationId, OrganisationId};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;

use crate::columns::{instant_text, read_id, read_id_opt, read_instant, read_instant_opt};
use crate::entities::invitation;
use crate::{Connection, Sql, StoreError, StoreResult, Tx};

/// An invitation as kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// SHA-256 of the token in the link, in hexadecimal.
    pub token_hash: String,
    /// To whom.
    pub email: String,
    /// The role it gives.
    pub role: Role,
    /// Where.
    pub organisation: Option<OrganisationId>,
    /// What it opens besides.
    pub details: Value,
    /// Who sent it.
    pub invited_by: String,
    /// When.
    pub created_at: Timestamp,
    /// Until when it works.
    pub expires_at: Timestamp,
    /// When it was used.
    pub used_at: Option<Timestamp>,
    /// When it was taken back.
    pub withdrawn_at: Option<Timestamp>,
}

/// Keeps an invitation.
pub async fn create(tx: &Tx, new: &Invitation) -> StoreResult<()> {
    let row = invitation::ActiveModel {
        id: Set(new.id.to_string()),
        token_hash: Set(new.token_hash.clone()),
        email: Set(crate::accounts::email_key(&new.email)),
        role: Set(new.role.code().to_owned()),
        organisation: Set(new.organisation.map(|id| id.to_string())),
        details: Set(new.details.to_string()),
        invited_by: Set(new.invited_by.clone()),
        created_at: Set(instant_text(new.created_at)),
        expires_at: Set(instant_text(new.expires_at)),
        used_at: Set(None),
        used_by: Set(None),
        withdrawn_at: Set(None),
    };
    row.insert(tx.connection()).await?;
    Ok(())
}

/// The invitation of a token, if it can still be used.
pub async fn usable(conn: &impl Connection, token_hash: &str, now: Timestamp) -> StoreResult<Option<Invitation>> {
    let row = invitation::Entity::find()
        .filter(invitation::Column::TokenHash.eq(token_hash))
        .filter(invitation::Column::UsedAt.is_null())
        .filter(invitation::Column::WithdrawnAt.is_null())
        .filter(invitation::Column::ExpiresAt.gt(instant_text(now)))
        .one(conn)
        .await?;
    row.map(read).transpose()
}

/// Uses an invitation up. False when somebody was quicker, or it is over.
pub async fn redeem(tx: &Tx, id: InvitationId, account: AccountId, now: Timestamp) -> StoreResult<bool> {
    let sql = Sql::new(
        "UPDATE invitation SET used_at = $1, used_by = $2 WHERE id = $3 AND used_at IS NULL AND withdrawn_at IS NULL \
         AND expires_at > $4",
    )
    .bind(instant_text(now))
    .bind(account.to_string())
    .bind(id.to_string())
    .bind(instant_text(now));
    Ok(sql.execute(tx).await? == 1)
}

/// Takes an invitation back. False when it was used already.
pub async fn withdraw(tx: &Tx, id: InvitationId, now: Timestamp) -> StoreResult<bool> {
    let sql =
        Sql::new("UPDATE invitation SET withdrawn_at = $1 WHERE id = $2 AND used_at IS NULL AND withdrawn_at IS NULL")
            .bind(instant_text(now))
            .bind(id.to_string());
    Ok(sql.execute(tx).await? == 1)
}

/// Invitations, newest first, before an id for the next page.
pub async fn list(conn: &impl Connection, before: Option<InvitationId>, limit: u64) -> StoreResult<Vec<Invitation>> {
    let mut rows = invitation::Entity::find();
    if let Some(before) = before {
        rows = rows.filter(invitation::Column::Id.lt(before.to_string()));
    }
    rows.order_by_desc(invitation::Column::Id).limit(limit).all(conn).await?.into_iter().map(read).collect()
}

fn read(row: invitation::Model) -> StoreResult<Invitation> {
    Ok(Invitation {
        id: read_id("invitation.id", &row.id)?,
        role: row.role.parse().map_err(|error| StoreError::unreadable("invitation.role", error))?,
        organisation: read_id_opt("invitation.organisation", row.organisation.as_deref())?,
        details: serde_json::from_str(&row.details)
            .map_err(|error| StoreError::unreadable("invitation.details", error))?,
        created_at: read_instant("invitation.created_at", &row.created_at)?,
        expires_at: read_instant("invitation.expires_at", &row.expires_at)?,
        used_at: read_instant_opt("invitation.used_at", row.used_at.as_deref())?,
        withdrawn_at: read_instant_opt("invitation.withdrawn_at", row.withdrawn_at.as_deref())?,
        token_hash: row.token_hash,
        email: row.email,
        invited_by: row.invited_by,
    })
}
