//! Whose accounts belong to an organisation, and which invitations to it are open.

use ::access::{ManageAccounts, Permit};
use ::store::{Connection, Sql, StoreError, StoreResult, Tx, date_text, instant_text, people};
use jiff::{Timestamp, civil::Date};
use record::{AccountId, Allocation, AllocationId, InvitationId, OrganisationId, StaffId};

use super::read;

/// The accounts that hold a role in an organisation on a day, in the order of their addresses.
pub async fn accounts_of(
    conn: &impl Connection,
    _permit: &Permit<ManageAccounts>,
    organisation: OrganisationId,
    on: Date,
) -> StoreResult<Vec<AccountId>> {
    let rows = Sql::new(
        "SELECT DISTINCT a.id, a.email_key FROM account_role r JOIN account a ON a.id = r.account \
         WHERE r.organisation = $1 AND r.valid_from <= $2 AND (r.valid_to IS NULL OR r.valid_to >= $3) \
         ORDER BY a.email_key",
    )
    .bind(organisation.to_string())
    .bind(date_text(on))
    .bind(date_text(on))
    .rows(conn)
    .await?;
    rows.iter().map(|row| read("account.id", &row.try_get_by_index::<String>(0)?)).collect()
}

/// An invitation that can still be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenInvitation {
    /// Its id.
    pub id: InvitationId,
    /// To whom.
    pub email: String,
    /// The role it gives, by its code.
    pub role: String,
    /// Where.
    pub organisation: Option<OrganisationId>,
    /// Until when it works.
    pub expires_at: Timestamp,
}

/// Invitations that can still be used, newest first: to one organisation, or to any.
pub async fn open_invitations(
    conn: &impl Connection,
    _permit: &Permit<ManageAccounts>,
    organisation: Option<OrganisationId>,
    now: Timestamp,
) -> StoreResult<Vec<OpenInvitation>> {
    let mut sql = Sql::new(
        "SELECT id, email, role, organisation, expires_at FROM invitation WHERE used_at IS NULL AND withdrawn_at IS NULL \
         AND expires_at > ",
    );
    sql.push_value(instant_text(now));
    if let Some(organisation) = organisation {
        sql.push(" AND organisation = ").push_value(organisation.to_string());
    }
    sql.push(" ORDER BY id DESC LIMIT 200");
    let rows = sql.rows(conn).await?;
    rows.iter()
        .map(|row| {
            let organisation: Option<String> = row.try_get_by_index(3)?;
            Ok(OpenInvitation {
                id: read("invitation.id", &row.try_get_by_index::<String>(0)?)?,
                email: row.try_get_by_index(1)?,
                role: row.try_get_by_index(2)?,
                organisation: organisation.map(|id| read("invitation.organisation", &id)).transpose()?,
                expires_at: read("invitation.expires_at", &row.try_get_by_index::<String>(4)?)?,
            })
        })
        .collect()
}

/// Hands over everything that was given to one post to another, from a day on: each allocation ends the day before, and
/// a new one begins. Returns how many.
pub async fn hand_over(
    tx: &Tx,
    _permit: &Permit<ManageAccounts>,
    from: StaffId,
    to: StaffId,
    on: Date,
    author: people::Author<'_>,
    mut new_id: impl FnMut() -> AllocationId,
) -> StoreResult<usize> {
    let rows = Sql::new(
        "SELECT record FROM allocation WHERE to_kind = 'staff' AND to_id = $1 AND (valid_to IS NULL OR valid_to >= $2) \
         ORDER BY id",
    )
    .bind(from.to_string())
    .bind(date_text(on))
    .rows(tx)
    .await?;
    for row in &rows {
        let text: String = row.try_get_by_index(0)?;
        let mut before: Allocation =
            serde_json::from_str(&text).map_err(|error| StoreError::unreadable("allocation.record", error))?;
        let mut after = before.clone();
        after.id = new_id();
        after.to = record::AllocationTo::Staff(to);
        after.period.from = after.period.from.max(on);
        before.period.to = Some(on.yesterday().unwrap_or(on));
        people::save(tx, &before, author).await?;
        people::save(tx, &after, author).await?;
    }
    Ok(rows.len())
}
