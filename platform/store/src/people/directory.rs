//! Lists of organisations, teams and posts.

use jiff::civil::Date;
use record::matching::fold::fold;
use record::{AccountId, Organisation, OrganisationId, StaffId, StaffMember, Team, TeamId, Urn};

use super::find::{self, read_all, where_is};
use crate::columns::{date_text, read_id};
use crate::{Connection, Sql, StoreResult};

/// Organisations of a kind (`local-authority`, `setting`, `agency`, `trust`) whose name contains each word, in the order
/// of their names, after a name and id for the next page.
pub async fn organisations(
    conn: &impl Connection,
    kind: &str,
    words: &str,
    after: Option<(&str, OrganisationId)>,
    limit: u64,
) -> StoreResult<Vec<Organisation>> {
    let mut sql = Sql::new("SELECT record FROM organisation WHERE kind = ");
    sql.push_value(kind);
    for word in fold(words).split(' ').filter(|word| !word.is_empty()) {
        sql.push(" AND name_key LIKE ").push_value(format!("%{word}%"));
    }
    if let Some((name, id)) = after {
        sql.push(" AND (name_key, id) > (").push_value(fold(name)).push(", ").push_value(id.to_string()).push(")");
    }
    sql.push(" ORDER BY name_key, id LIMIT ").push_value(i64::try_from(limit).unwrap_or(i64::MAX));
    read_all(sql, conn).await
}

/// Every setting, in the order of their names.
pub async fn settings(conn: &impl Connection) -> StoreResult<Vec<Organisation>> {
    organisations(conn, "setting", "", None, u64::MAX).await
}

/// The setting with a unique reference number.
pub async fn setting_by_urn(conn: &impl Connection, urn: Urn) -> StoreResult<Option<Organisation>> {
    let number: i64 = urn.to_string().parse().unwrap_or_default();
    let sql = Sql::new("SELECT record FROM organisation WHERE urn = $1").bind(number);
    Ok(read_all(sql, conn).await?.pop())
}

/// The teams of an organisation.
pub async fn teams_of(conn: &impl Connection, organisation: OrganisationId) -> StoreResult<Vec<Team>> {
    where_is(conn, "organisation", organisation, "name, id").await
}

/// The posts of an organisation that are held on a day, in the order of names.
pub async fn staff_of(conn: &impl Connection, organisation: OrganisationId, on: Date) -> StoreResult<Vec<StaffMember>> {
    let sql = Sql::new(
        "SELECT record FROM staff WHERE organisation = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $3) \
         ORDER BY sort_key, id",
    );
    read_all(sql.bind(organisation.to_string()).bind(date_text(on)).bind(date_text(on)), conn).await
}

/// A post by its id.
pub async fn post(conn: &impl Connection, id: StaffId) -> StoreResult<Option<StaffMember>> {
    find::find(conn, id).await
}

/// The posts that an account holds on a day.
pub async fn posts_of(conn: &impl Connection, account: AccountId, on: Date) -> StoreResult<Vec<StaffMember>> {
    let sql = Sql::new(
        "SELECT record FROM staff WHERE account = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $3) \
         ORDER BY id",
    );
    read_all(sql.bind(account.to_string()).bind(date_text(on)).bind(date_text(on)), conn).await
}

/// The teams in which an account works on a day, each with its organisation.
pub async fn teams_of_account(
    conn: &impl Connection,
    account: AccountId,
    on: Date,
) -> StoreResult<Vec<(OrganisationId, TeamId)>> {
    let rows = Sql::new(
        "SELECT DISTINCT t.organisation, t.id FROM staff s JOIN team_member m ON m.staff = s.id JOIN team t ON t.id = m.team \
         WHERE s.account = $1 AND s.valid_from <= $2 AND (s.valid_to IS NULL OR s.valid_to >= $3) \
         AND t.valid_from <= $4 AND (t.valid_to IS NULL OR t.valid_to >= $5) ORDER BY t.organisation, t.id",
    )
    .bind(account.to_string())
    .bind(date_text(on))
    .bind(date_text(on))
    .bind(date_text(on))
    .bind(date_text(on))
    .rows(conn)
    .await?;
    rows.iter()
        .map(|row| {
            let organisation: String = row.try_get_by_index(0)?;
            let team: String = row.try_get_by_index(1)?;
            Ok((read_id("team.organisation", &organisation)?, read_id("team.id", &team)?))
        })
        .collect()
}
