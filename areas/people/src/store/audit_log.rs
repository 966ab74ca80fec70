//! The audit as the auditor reads it: all of it, and what was looked at in one emergency.

use ::access::{Permit, ReadAuditLog, ReviewBreakGlass};
use ::store::{
    Connection, Sql, StoreResult,
    audit::{AuditEvent, AuditRow, Decision},
};
use record::BreakGlassId;

use super::read;

const COLUMNS: &str = "SELECT sequence, at, account, role, relationship, action, resource, child, fields_class, purpose, \
                       ip, session, request_id, decision, break_glass FROM audit";

/// The whole audit, newest first, before a sequence for the next page.
pub async fn all(
    conn: &impl Connection,
    _permit: &Permit<ReadAuditLog>,
    before: Option<i64>,
    limit: u64,
) -> StoreResult<Vec<AuditRow>> {
    let mut sql = Sql::new(format!("{COLUMNS} WHERE sequence < "));
    sql.push_value(before.unwrap_or(i64::MAX)).push(" ORDER BY sequence DESC LIMIT ");
    sql.push_value(i64::try_from(limit).unwrap_or(i64::MAX));
    rows(sql, conn).await
}

/// What was done in an emergency access, oldest first.
pub async fn of_emergency(
    conn: &impl Connection,
    _permit: &Permit<ReviewBreakGlass>,
    child: &str,
    id: BreakGlassId,
) -> StoreResult<Vec<AuditRow>> {
    let mut sql = Sql::new(format!("{COLUMNS} WHERE child = "));
    sql.push_value(child).push(" AND break_glass = ").push_value(id.to_string()).push(" ORDER BY sequence LIMIT 500");
    rows(sql, conn).await
}

async fn rows(sql: Sql, conn: &impl Connection) -> StoreResult<Vec<AuditRow>> {
    let rows = sql.rows(conn).await?;
    rows.iter()
        .map(|row| {
            let event = AuditEvent {
                at: read("audit.at", &row.try_get_by_index::<String>(1)?)?,
                account: row.try_get_by_index(2)?,
                role: row.try_get_by_index(3)?,
                relationship: row.try_get_by_index(4)?,
                action: row.try_get_by_index(5)?,
                resource: row.try_get_by_index(6)?,
                child: row.try_get_by_index(7)?,
                fields_class: row.try_get_by_index(8)?,
                purpose: row.try_get_by_index(9)?,
                ip: row.try_get_by_index(10)?,
                session: row.try_get_by_index(11)?,
                request_id: row.try_get_by_index(12)?,
                decision: match row.try_get_by_index::<String>(13)?.as_str() {
                    "permitted" => Decision::Permitted,
                    _ => Decision::Refused,
                },
                break_glass: row.try_get_by_index(14)?,
            };
            Ok(AuditRow { sequence: row.try_get_by_index(0)?, event })
        })
        .collect()
}
