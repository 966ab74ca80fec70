//! Work that is claimed, done and finished, whatever kills the worker in between. Outbox and jobs stand on it.
//!
//! A row is `waiting`, `leased`, `done`, `dead` or `cancelled`. A claim lends it to a worker for a while and raises its
//! `fence`; a worker whose lease ran out and was given to another holds an old fence, and can no longer finish the row.
//! A failure puts it back with a pause that doubles, until the attempts are used up.

use jiff::Timestamp;
use sea_orm::QueryResult;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, LockBehavior, LockType, Order, Query};

use crate::columns::{instant_text, later};
use crate::{Connection, Sql, StoreError, StoreResult, Tx};

/// How a failing row is tried again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retry {
    /// The pause after the first failure, in seconds; it doubles with each further one.
    pub first_pause: i64,
    /// The longest pause, in seconds.
    pub longest_pause: i64,
    /// After this many attempts the row is dead, and waits for a person.
    pub attempts: u32,
}

impl Default for Retry {
    /// 30 seconds, doubling to at most an hour, about a day in all.
    fn default() -> Self {
        Self { first_pause: 30, longest_pause: 3_600, attempts: 30 }
    }
}

impl Retry {
    /// The pause after an attempt (the first is 1), in seconds.
    #[must_use]
    pub fn pause(&self, attempt: u32) -> i64 {
        let doubled = self.first_pause.saturating_mul(1_i64 << Ord::min(attempt.saturating_sub(1), 40));
        Ord::min(doubled, self.longest_pause)
    }
}

/// What became of a failed attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterFailure {
    /// It is tried again at this instant.
    Again(Timestamp),
    /// The attempts are used up.
    Dead,
    /// The lease had passed to another worker, so this failure counts for nothing.
    LeaseLost,
}

/// Which rows a worker wants.
pub(crate) struct Wanted<'a> {
    /// `outbox` or `job`.
    pub table: &'static str,
    /// The columns to give back.
    pub columns: &'a [&'static str],
    /// The column that holds the kind, and the kinds that the worker can do; none means all.
    pub kinds: Option<(&'static str, &'a [&'a str])>,
}

/// A row that a worker says it holds.
pub(crate) struct Held {
    /// `outbox` or `job`.
    pub table: &'static str,
    /// The row.
    pub id: i64,
    /// The fence at its claim.
    pub fence: i64,
}

/// Lends up to `limit` rows that are due, oldest first. On PostgreSQL workers skip what others are just claiming.
pub(crate) async fn claim(
    tx: &Tx,
    wanted: &Wanted<'_>,
    worker: &str,
    now: Timestamp,
    seconds: i64,
    limit: u64,
) -> StoreResult<Vec<QueryResult>> {
    let column = |name: &'static str| Expr::col(Alias::new(name));
    let now_text = instant_text(now);
    let waiting = column("state").eq("waiting").and(column("due_at").lte(now_text.as_str()));
    let forsaken = column("state").eq("leased").and(column("lease_until").lt(now_text.as_str()));
    let mut due = Query::select();
    due.column(Alias::new("id"))
        .from(Alias::new(wanted.table))
        .and_where(waiting.or(forsaken))
        .order_by(Alias::new("due_at"), Order::Asc)
        .order_by(Alias::new("id"), Order::Asc)
        .limit(limit)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
    if let Some((name, kinds)) = wanted.kinds {
        due.and_where(column(name).is_in(kinds.iter().copied()));
    }
    let mut update = Query::update();
    update
        .table(Alias::new(wanted.table))
        .value(Alias::new("state"), "leased")
        .value(Alias::new("fence"), column("fence").add(1))
        .value(Alias::new("attempts"), column("attempts").add(1))
        .value(Alias::new("worker"), worker)
        .value(Alias::new("lease_until"), instant_text(later(now, seconds)))
        .and_where(column("id").in_subquery(due))
        .returning(Query::returning().columns(wanted.columns.iter().map(|name| Alias::new(*name))));
    Ok(tx.query_all(&update).await?)
}

/// Extends a lease. False when it was lost.
pub(crate) async fn renew(
    tx: &Tx,
    table: &str,
    id: i64,
    fence: i64,
    now: Timestamp,
    seconds: i64,
) -> StoreResult<bool> {
    let rows =
        Sql::new(format!("UPDATE {table} SET lease_until = $1 WHERE id = $2 AND fence = $3 AND state = 'leased'"))
            .bind(instant_text(later(now, seconds)))
            .bind(id)
            .bind(fence)
            .execute(tx)
            .await?;
    Ok(rows == 1)
}

/// Marks a row as finished. False when the lease was lost: then the caller's transaction must not be committed.
pub(crate) async fn finish(
    tx: &Tx,
    table: &str,
    state: &'static str,
    id: i64,
    fence: i64,
    now: Timestamp,
) -> StoreResult<bool> {
    let rows = Sql::new(format!(
        "UPDATE {table} SET state = $1, finished_at = $2, lease_until = NULL WHERE id = $3 AND fence = $4 AND state = 'leased'"
    ))
    .bind(state)
    .bind(instant_text(now))
    .bind(id)
    .bind(fence)
    .execute(tx)
    .await?;
    Ok(rows == 1)
}

/// Puts a failed row back, or lays it down as dead.
pub(crate) async fn fail(tx: &Tx, held: &Held, error: &str, now: Timestamp, retry: Retry) -> StoreResult<AfterFailure> {
    let Held { table, id, fence } = *held;
    let row = Sql::new(format!("SELECT attempts FROM {table} WHERE id = $1 AND fence = $2 AND state = 'leased'"))
        .bind(id)
        .bind(fence)
        .row(tx)
        .await?;
    let Some(row) = row else { return Ok(AfterFailure::LeaseLost) };
    let attempts = u32::try_from(row.try_get_by_index::<i64>(0)?)
        .map_err(|error| StoreError::unreadable(format!("{table}.attempts"), error))?;
    let outcome = if attempts >= retry.attempts {
        AfterFailure::Dead
    } else {
        AfterFailure::Again(later(now, retry.pause(attempts)))
    };
    let (state, due_at, finished_at) = match outcome {
        AfterFailure::Again(at) => ("waiting", instant_text(at), None),
        _ => ("dead", instant_text(now), Some(instant_text(now))),
    };
    let rows = Sql::new(format!(
        "UPDATE {table} SET state = $1, due_at = $2, last_error = $3, finished_at = $4, lease_until = NULL \
         WHERE id = $5 AND fence = $6 AND state = 'leased'"
    ))
    .bind(state)
    .bind(due_at)
    .bind(error)
    .bind(finished_at)
    .bind(id)
    .bind(fence)
    .execute(tx)
    .await?;
    Ok(if rows == 1 { outcome } else { AfterFailure::LeaseLost })
}

/// Gives a dead or cancelled row another round of attempts. False when it is neither.
pub(crate) async fn revive(tx: &Tx, table: &str, id: i64, now: Timestamp) -> StoreResult<bool> {
    let rows = Sql::new(format!(
        "UPDATE {table} SET state = 'waiting', attempts = 0, due_at = $1, finished_at = NULL \
         WHERE id = $2 AND state IN ('dead', 'cancelled')"
    ))
    .bind(instant_text(now))
    .bind(id)
    .execute(tx)
    .await?;
    Ok(rows == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_the_longest() {
        let retry = Retry { first_pause: 30, longest_pause: 3_600, attempts: 30 };
        assert_eq!([1, 2, 3, 8, 30, 4_000].map(|attempt| retry.pause(attempt)), [30, 60, 120, 3_600, 3_600, 3_600]);
    }
}
