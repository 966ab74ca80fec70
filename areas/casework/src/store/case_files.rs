//! Case files: kept with each event, read by lists.

use ::access::CaseFilter;
use ::store::{
    Connection, Sql, StoreError, StoreResult, Tx, date_text, read_date,
    sea_orm::{QueryResult, Value},
    visible::{CaseColumns, push_filter},
};
use casework_rules::{Requester, StageKind};
use jiff::civil::Date;
use record::{CaseId, PersonId, StaffId, TeamId};
use serde::{Serialize, de::DeserializeOwned};

use crate::file::{Band, CaseFile};

/// Nothing is due: after every date.
const NEVER: &str = "9999-12-31";
const COLUMNS: &str = "c.id, c.reference, c.child, c.stage, c.band, c.received_on, c.decision_due, c.no_plan_due, c.final_due, c.due_order, c.next_label, c.next_step_on, c.officer, c.team, c.requester, c.version, c.told_on";

/// The columns for [`::store::bulk::insert`], in the order of [`bulk_row`].
pub const BULK_COLUMNS: [&str; 17] = [
    "id",
    "reference",
    "child",
    "stage",
    "band",
    "received_on",
    "decision_due",
    "no_plan_due",
    "final_due",
    "due_order",
    "next_label",
    "next_step_on",
    "officer",
    "team",
    "requester",
    "version",
    "told_on",
];

/// One file as a row for a bulk load.
pub fn bulk_row(file: &CaseFile) -> StoreResult<[Value; 17]> {
    let day = |date: Option<Date>| Value::from(date.map(date_text));
    Ok([
        file.id.to_string().into(),
        file.reference.clone().into(),
        file.child.to_string().into(),
        file.stage.code().into(),
        file.band.code().into(),
        day(file.received_on),
        day(file.decision_due),
        day(file.no_plan_due),
        day(file.final_due),
        file.next_due.map_or_else(|| NEVER.to_owned(), date_text).into(),
        file.next_label.clone().into(),
        day(file.next_step_on),
        file.officer.map(|id| id.to_string()).into(),
        file.team.map(|id| id.to_string()).into(),
        file.requester.map(|requester| word(&requester)).transpose()?.into(),
        i64::from(file.version).into(),
        day(file.told_on),
    ])
}

/// Keeps a file, new or changed.
pub async fn save_file(tx: &Tx, file: &CaseFile) -> StoreResult<()> {
    let mut sql = Sql::new(format!("INSERT INTO case_file ({}) VALUES (", BULK_COLUMNS.join(", ")));
    sql.push_values(bulk_row(file)?).push(") ON CONFLICT (id) DO UPDATE SET id = excluded.id");
    for column in &BULK_COLUMNS[1..] {
        sql.push(&format!(", {column} = excluded.{column}"));
    }
    sql.execute(tx).await?;
    Ok(())
}

/// One file.
pub async fn file(conn: &impl Connection, id: CaseId) -> StoreResult<Option<CaseFile>> {
    let row =
        Sql::new(format!("SELECT {COLUMNS} FROM case_file c WHERE c.id = $1")).bind(id.to_string()).row(conn).await?;
    row.as_ref().map(read).transpose()
}

/// The case with this reference, however it is typed; with a filter, only if it lets the case through.
pub async fn find_by_reference(
    conn: &impl Connection,
    typed: &str,
    filter: Option<&CaseFilter>,
) -> StoreResult<Option<CaseId>> {
    let mut sql = Sql::new("SELECT c.id FROM case_file c WHERE c.reference = ");
    sql.push_value(typed.trim().to_uppercase());
    if let Some(filter) = filter {
        sql.push(" AND ");
        push_filter(&mut sql, filter, CaseColumns { case: "c.id", child: "c.child" })?;
    }
    let row = sql.row(conn).await?;
    row.map(|row| id("case_file.id", &row.try_get_by_index::<String>(0)?)).transpose()
}

/// A child's files, newest first.
pub async fn files_of_child(conn: &impl Connection, child: PersonId) -> StoreResult<Vec<CaseFile>> {
    let sql = Sql::new(format!("SELECT {COLUMNS} FROM case_file c WHERE c.child = $1 ORDER BY c.id DESC"))
        .bind(child.to_string());
    sql.rows(conn).await?.iter().map(read).collect()
}

/// Whose cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Those of these posts.
    Staff(Vec<StaffId>),
    /// Those of these teams.
    Teams(Vec<TeamId>),
    /// All that the person may see.
    Everybody,
}

/// A page of a list.
#[derive(Clone, Debug)]
pub struct ListQuery {
    /// Which list.
    pub band: Option<Band>,
    /// Whose.
    pub whose: Whose,
    /// After this file: its due day and id.
    pub after: Option<(Option<Date>, CaseId)>,
    /// How many.
    pub limit: u32,
}

/// The files of a page, the most urgent in law first. The filter of the access policy is part of the question, so a
/// list can never show what a page would refuse.
pub async fn list(conn: &impl Connection, filter: &CaseFilter, query: &ListQuery) -> StoreResult<Vec<CaseFile>> {
    let mut sql = Sql::new("");
    push_list(&mut sql, filter, query)?;
    sql.rows(conn).await?.iter().map(read).collect()
}

/// The statement of [`list`], for tests that ask the database how it would answer.
pub fn push_list(sql: &mut Sql, filter: &CaseFilter, query: &ListQuery) -> StoreResult<()> {
    sql.push(&format!("SELECT {COLUMNS} FROM case_file c WHERE "));
    conditions(sql, filter, query)?;
    if let Some((due, id)) = &query.after {
        let due = due.map_or_else(|| NEVER.to_owned(), date_text);
        sql.push(" AND (c.due_order, c.id) > (").push_value(due).push(", ").push_value(id.to_string()).push(")");
    }
    sql.push(" ORDER BY c.due_order, c.id LIMIT ").push_value(i64::from(query.limit));
    Ok(())
}

/// How many files the query has in all.
pub async fn count_open(conn: &impl Connection, filter: &CaseFilter, query: &ListQuery) -> StoreResult<i64> {
    let mut sql = Sql::new("SELECT COUNT(*) FROM case_file c WHERE ");
    conditions(&mut sql, filter, query)?;
    sql.whole(conn).await
}

fn conditions(sql: &mut Sql, filter: &CaseFilter, query: &ListQuery) -> StoreResult<()> {
    match &query.whose {
        Whose::Staff(posts) => one_of(sql, "c.officer", posts.iter().map(ToString::to_string)),
        Whose::Teams(teams) => one_of(sql, "c.team", teams.iter().map(ToString::to_string)),
        Whose::Everybody => {}
    }
    if let Some(band) = query.band {
        sql.push("c.band = ").push_value(band.code()).push(" AND ");
    }
    push_filter(sql, filter, CaseColumns { case: "c.id", child: "c.child" })
}

fn one_of(sql: &mut Sql, column: &str, values: impl Iterator<Item = String>) {
    let mut values: Vec<String> = values.collect();
    // One value alone lets the index give the order as well.
    if values.len() == 1 {
        sql.push(column).push(" = ").push_value(values.swap_remove(0)).push(" AND ");
    } else {
        sql.push(column).push(" IN (").push_values(values).push(") AND ");
    }
}

/// Each officer with something due on a day or before, and how many.
pub async fn steps_due(conn: &impl Connection, on: Date) -> StoreResult<Vec<(StaffId, u32)>> {
    let rows = Sql::new(
        "SELECT officer, COUNT(*) FROM case_file WHERE next_step_on <= $1 AND officer IS NOT NULL GROUP BY officer ORDER BY officer",
    )
    .bind(date_text(on))
    .rows(conn)
    .await?;
    rows.iter()
        .map(|row| {
            let officer: String = row.try_get_by_index(0)?;
            let count: i64 = row.try_get_by_index(1)?;
            Ok((id("case_file.officer", &officer)?, u32::try_from(count).unwrap_or(u32::MAX)))
        })
        .collect()
}

fn read(row: &QueryResult) -> StoreResult<CaseFile> {
    let text = |index: usize| row.try_get_by_index::<String>(index).map_err(StoreError::from);
    let maybe = |index: usize| row.try_get_by_index::<Option<String>>(index).map_err(StoreError::from);
    let day = |index: usize| maybe(index)?.map(|text| read_date("case_file", &text)).transpose();
    let due: String = text(9)?;
    let (stage, band) = (text(3)?, text(4)?);
    Ok(CaseFile {
        id: id("case_file.id", &text(0)?)?,
        reference: text(1)?,
        child: id("case_file.child", &text(2)?)?,
        stage: StageKind::ALL
            .iter()
            .copied()
            .find(|kind| kind.code() == stage)
            .ok_or_else(|| StoreError::unreadable("case_file.stage", &stage))?,
        band: Band::from_code(&band).ok_or_else(|| StoreError::unreadable("case_file.band", &band))?,
        received_on: day(5)?,
        decision_due: day(6)?,
        no_plan_due: day(7)?,
        final_due: day(8)?,
        next_due: if due == NEVER { None } else { Some(read_date("case_file.due_order", &due)?) },
        next_label: maybe(10)?,
        next_step_on: day(11)?,
        officer: maybe(12)?.map(|text| id("case_file.officer", &text)).transpose()?,
        team: maybe(13)?.map(|text| id("case_file.team", &text)).transpose()?,
        requester: maybe(14)?.map(|text| from_word::<Requester>(&text)).transpose()?,
        version: u32::try_from(row.try_get_by_index::<i64>(15)?).unwrap_or(0),
        told_on: day(16)?,
    })
}

fn id<T: std::str::FromStr>(what: &str, text: &str) -> StoreResult<T>
where
    T::Err: std::fmt::Display,
{
    text.parse().map_err(|error: T::Err| StoreError::unreadable(what, error))
}

/// The code that a type has in JSON, as a bare word.
pub(super) fn word(value: &impl Serialize) -> StoreResult<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        other => Err(StoreError::unreadable("a code", format!("{other:?}"))),
    }
}

fn from_word<T: DeserializeOwned>(word: &str) -> StoreResult<T> {
    serde_json::from_value(serde_json::Value::String(word.to_owned()))
        .map_err(|error| StoreError::unreadable("a code", error))
}
