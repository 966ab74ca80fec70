//! Emergency access: opened with a reason for an hour, ended early or by itself, reviewed by a second person.

use access::break_glass::{EmergencyAccess, Review, Verdict};
use jiff::Timestamp;
use jiff::civil::Date;
use record::{AccountId, BreakGlassId, PersonId};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::columns::{date_text, instant_text, read_date, read_id, read_instant, read_word, word};
use crate::entities::break_glass;
use crate::{Connection, Sql, StoreResult, Tx};

/// An emergency access, when its review is due, and the review if there was one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Emergency {
    /// The access.
    pub access: EmergencyAccess,
    /// The last day for the review.
    pub review_due_on: Date,
    /// The review.
    pub review: Option<Review>,
}

/// Records that it was opened.
pub async fn open(tx: &Tx, access: &EmergencyAccess, review_due_on: Date) -> StoreResult<()> {
    let row = break_glass::ActiveModel {
        id: Set(access.id.to_string()),
        account: Set(access.by.to_string()),
        child: Set(access.child.to_string()),
        reason: Set(word(&access.reason)?),
        words: Set(access.words.clone()),
        from_at: Set(instant_text(access.from)),
        until_at: Set(instant_text(access.until)),
        review_due_on: Set(date_text(review_due_on)),
        reviewed_by: Set(None),
        reviewed_at: Set(None),
        verdict: Set(None),
        review_words: Set(None),
    };
    row.insert(tx.connection()).await?;
    Ok(())
}

/// Ends it early; one that is over stays as it is.
pub async fn end(tx: &Tx, id: BreakGlassId, at: Timestamp) -> StoreResult<bool> {
    let sql = Sql::new("UPDATE break_glass SET until_at = $1 WHERE id = $2 AND until_at > $3")
        .bind(instant_text(at))
        .bind(id.to_string())
        .bind(instant_text(at));
    Ok(sql.execute(tx).await? == 1)
}

/// Records the review. False when it was reviewed before.
pub async fn review(tx: &Tx, review: &Review) -> StoreResult<bool> {
    let sql = Sql::new(
        "UPDATE break_glass SET reviewed_by = $1, reviewed_at = $2, verdict = $3, review_words = $4 \
         WHERE id = $5 AND reviewed_at IS NULL",
    )
    .bind(review.by.to_string())
    .bind(instant_text(review.at))
    .bind(word(&review.verdict)?)
    .bind(review.words.as_str())
    .bind(review.of.to_string());
    Ok(sql.execute(tx).await? == 1)
}

/// One emergency access.
pub async fn find(conn: &impl Connection, id: BreakGlassId) -> StoreResult<Option<Emergency>> {
    break_glass::Entity::find_by_id(id.to_string()).one(conn).await?.map(read).transpose()
}

/// Those that wait for a review, the most urgent first.
pub async fn unreviewed(conn: &impl Connection) -> StoreResult<Vec<Emergency>> {
    let rows = break_glass::Entity::find()
        .filter(break_glass::Column::ReviewedAt.is_null())
        .order_by_asc(break_glass::Column::ReviewDueOn)
        .order_by_asc(break_glass::Column::Id)
        .all(conn)
        .await?;
    rows.into_iter().map(read).collect()
}

/// Those of a child that are open at an instant, for the access policy.
pub async fn open_for_child(
    conn: &impl Connection,
    child: PersonId,
    at: Timestamp,
) -> StoreResult<Vec<EmergencyAccess>> {
    let rows = break_glass::Entity::find()
        .filter(break_glass::Column::Child.eq(child.to_string()))
        .filter(break_glass::Column::FromAt.lte(instant_text(at)))
        .filter(break_glass::Column::UntilAt.gt(instant_text(at)))
        .all(conn)
        .await?;
    rows.into_iter().map(|row| Ok(read(row)?.access)).collect()
}

/// Those of an account that are open at an instant, for the banner.
pub async fn open_of_account(
    conn: &impl Connection,
    account: AccountId,
    at: Timestamp,
) -> StoreResult<Vec<EmergencyAccess>> {
    let rows = break_glass::Entity::find()
        .filter(break_glass::Column::Account.eq(account.to_string()))
        .filter(break_glass::Column::FromAt.lte(instant_text(at)))
        .filter(break_glass::Column::UntilAt.gt(instant_text(at)))
        .all(conn)
        .await?;
    rows.into_iter().map(|row| Ok(read(row)?.access)).collect()
}

fn read(row: break_glass::Model) -> StoreResult<Emergency> {
    let access = EmergencyAccess {
        id: read_id("break_glass.id", &row.id)?,
        by: read_id("break_glass.account", &row.account)?,
        child: read_id("break_glass.child", &row.child)?,
        reason: read_word("break_glass.reason", row.reason)?,
        words: row.words,
        from: read_instant("break_glass.from_at", &row.from_at)?,
        until: read_instant("break_glass.until_at", &row.until_at)?,
    };
    let review = match (row.reviewed_by, row.reviewed_at, row.verdict) {
        (Some(by), Some(at), Some(verdict)) => Some(Review {
            of: access.id,
            by: read_id("break_glass.reviewed_by", &by)?,
            at: read_instant("break_glass.reviewed_at", &at)?,
            verdict: read_word::<Verdict>("break_glass.verdict", verdict)?,
            words: row.review_words.unwrap_or_default(),
        }),
        _ => None,
    };
    Ok(Emergency { review_due_on: read_date("break_glass.review_due_on", &row.review_due_on)?, access, review })
}
