//! The queries of registers. Everything that writes takes a transaction.

use crate::ImportOptions;
use crate::report::{ImportReport, Register};
use jiff::Timestamp;
use places_rules::PostcodeEntry;
use record::{Organisation, OrganisationId, Postcode, Urn};
use sea_orm::{FromQueryResult, Value};
use std::collections::HashMap;
use store::people::Kept as _;
use store::{Connection, Sql, StoreError, StoreResult, Tx, bulk, date_text, instant_text, read_date, read_instant};

/// How an import stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BatchState {
    /// Begun, and not complete.
    Loading,
    /// Complete.
    Ready {
        /// When it was complete.
        at: Timestamp,
    },
    /// Taken back.
    Undone {
        /// When.
        at: Timestamp,
    },
}

/// One import of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// The number that other tables know it by.
    pub(crate) number: i64,
    /// Its number for people.
    pub id: String,
    /// Which register.
    pub register: Register,
    /// The file it came from.
    pub file_name: String,
    /// How it stands.
    pub state: BatchState,
    /// Who began it.
    pub begun_by: String,
    /// When.
    pub begun_at: Timestamp,
}

#[derive(FromQueryResult)]
struct BatchRow {
    number: i64,
    id: String,
    register: String,
    file_name: String,
    state: String,
    begun_at: String,
    begun_by: String,
    ready_at: Option<String>,
    undone_at: Option<String>,
}

const BATCH: &str =
    "SELECT number, id, register, file_name, state, begun_at, begun_by, ready_at, undone_at FROM register_batch";

impl BatchRow {
    fn read(self) -> StoreResult<Batch> {
        let instant = |text: Option<&str>| read_instant("register_batch", text.unwrap_or_default());
        let state = match self.state.as_str() {
            "loading" => BatchState::Loading,
            "ready" => BatchState::Ready { at: instant(self.ready_at.as_deref())? },
            "undone" => BatchState::Undone { at: instant(self.undone_at.as_deref())? },
            other => return Err(StoreError::unreadable("register_batch.state", other)),
        };
        let register = match self.register.as_str() {
            "settings" => Register::Settings,
            "postcodes" => Register::Postcodes,
            other => return Err(StoreError::unreadable("register_batch.register", other)),
        };
        let begun_at = instant(Some(&self.begun_at))?;
        let Self { number, id, file_name, begun_by, .. } = self;
        Ok(Batch { number, id, register, file_name, state, begun_by, begun_at })
    }
}

/// The latest import of a register from a file with these bytes.
pub async fn batch_of(conn: &impl Connection, register: Register, sha256: &str) -> StoreResult<Option<Batch>> {
    let sql = format!("{BATCH} WHERE sha256 = $1 AND register = $2 ORDER BY number DESC LIMIT 1");
    Sql::new(sql).bind(sha256).bind(register.code()).one::<BatchRow>(conn).await?.map(BatchRow::read).transpose()
}

/// One import.
pub async fn batch(conn: &impl Connection, id: &str) -> StoreResult<Option<Batch>> {
    Sql::new(format!("{BATCH} WHERE id = $1")).bind(id).one::<BatchRow>(conn).await?.map(BatchRow::read).transpose()
}

/// The latest imports, the newest first.
pub async fn batches(conn: &impl Connection, limit: u64) -> StoreResult<Vec<Batch>> {
    let sql = Sql::new(format!("{BATCH} ORDER BY number DESC LIMIT $1")).bind(i64::try_from(limit).unwrap_or(i64::MAX));
    sql.all::<BatchRow>(conn).await?.into_iter().map(BatchRow::read).collect()
}

/// The latest complete import of a register.
pub async fn latest(conn: &impl Connection, register: Register) -> StoreResult<Option<Batch>> {
    let sql = format!("{BATCH} WHERE register = $1 AND state = 'ready' ORDER BY number DESC LIMIT 1");
    Sql::new(sql).bind(register.code()).one::<BatchRow>(conn).await?.map(BatchRow::read).transpose()
}

/// The account that was kept of an import.
pub async fn report(conn: &impl Connection, id: &str) -> StoreResult<Option<ImportReport>> {
    let row =
        Sql::new("SELECT report FROM register_batch WHERE id = $1 AND state <> 'loading'").bind(id).row(conn).await?;
    let text = row.map(|row| row.try_get_by_index::<String>(0)).transpose()?;
    let read = |text: String| {
        serde_json::from_str(&text).map_err(|error| StoreError::unreadable("register_batch.report", error))
    };
    text.map(read).transpose()
}

/// Begins an import. Returns the number that other tables know it by.
pub(crate) async fn begin_batch(
    tx: &Tx,
    options: &ImportOptions<'_>,
    register: Register,
    file_name: &str,
    sha256: &str,
) -> StoreResult<i64> {
    Sql::new(
        "INSERT INTO register_batch (id, register, file_name, sha256, state, begun_at, begun_by, report) \
         VALUES ($1, $2, $3, $4, 'loading', $5, $6, '') RETURNING number",
    )
    .bind(options.batch.as_str())
    .bind(register.code())
    .bind(file_name)
    .bind(sha256)
    .bind(instant_text(options.now))
    .bind(options.by.as_str())
    .whole(tx)
    .await
}

/// The import is complete.
pub(crate) async fn finish_batch(tx: &Tx, number: i64, report: &ImportReport, now: Timestamp) -> StoreResult<()> {
    let text = serde_json::to_string(report).map_err(|error| StoreError::unreadable("register_batch.report", error))?;
    Sql::new(
        "UPDATE register_batch SET state = 'ready', ready_at = $1, report = $2 WHERE number = $3 AND state = 'loading'",
    )
    .bind(instant_text(now))
    .bind(text)
    .bind(number)
    .execute(tx)
    .await?;
    Ok(())
}

/// The import counts no more.
pub(crate) async fn undo_batch(tx: &Tx, number: i64, by: &str, now: Timestamp) -> StoreResult<()> {
    Sql::new("UPDATE register_batch SET state = 'undone', undone_at = $1, undone_by = $2 WHERE number = $3")
        .bind(instant_text(now))
        .bind(by)
        .bind(number)
        .execute(tx)
        .await?;
    Ok(())
}

/// The settings held under these numbers.
pub async fn settings_by_urn(conn: &impl Connection, urns: &[Urn]) -> StoreResult<HashMap<Urn, Organisation>> {
    let mut sql = Sql::new("SELECT record FROM organisation WHERE urn IN (");
    sql.push_values(urns.iter().map(|urn| i64::from(urn.number()))).push(")");
    let mut held = HashMap::new();
    for row in sql.rows(conn).await? {
        let organisation = read_organisation(&row.try_get_by_index::<String>(0)?)?;
        if let Some(urn) = organisation.setting().and_then(|setting| setting.urn) {
            held.insert(urn, organisation);
        }
    }
    Ok(held)
}

pub(crate) fn read_organisation(text: &str) -> StoreResult<Organisation> {
    serde_json::from_str(text).map_err(|error| StoreError::unreadable("organisation.record", error))
}

/// Keeps new settings, many at once. The account of the import stands for entries in the change log.
pub(crate) async fn insert_settings(tx: &Tx, settings: &[Organisation]) -> StoreResult<u64> {
    let columns: Vec<&str> = ["id", "record"].into_iter().chain(Organisation::COLUMNS.iter().copied()).collect();
    let mut rows: Vec<Vec<Value>> = Vec::with_capacity(settings.len());
    for setting in settings {
        let record =
            serde_json::to_string(setting).map_err(|error| StoreError::unreadable("organisation.record", error))?;
        let mut row = vec![setting.id.to_string().into(), record.into()];
        row.extend(setting.values()?);
        rows.push(row);
    }
    bulk::insert(tx, Organisation::TABLE, &columns, rows).await
}

/// What an import did to a setting.
#[derive(FromQueryResult)]
pub(crate) struct Done {
    pub organisation: String,
    pub before: Option<String>,
    pub after: String,
}

/// Keeps what an import did to settings.
pub(crate) async fn keep_changes(tx: &Tx, batch: i64, changes: Vec<Done>) -> StoreResult<()> {
    let rows = changes.into_iter().map(|done| {
        let values: [Value; 4] = [batch.into(), done.organisation.into(), done.before.into(), done.after.into()];
        values
    });
    bulk::insert(tx, "register_setting_change", &["batch", "organisation", "before", "after"], rows).await?;
    Ok(())
}

/// What an import did, some settings at a time.
pub(crate) async fn changes_of(conn: &impl Connection, batch: i64, after: &str, limit: i64) -> StoreResult<Vec<Done>> {
    Sql::new(
        "SELECT organisation, before, after FROM register_setting_change WHERE batch = $1 AND organisation > $2 \
         ORDER BY organisation LIMIT $3",
    )
    .bind(batch)
    .bind(after)
    .bind(limit)
    .all(conn)
    .await
}

/// The record of an organisation as stored.
pub(crate) async fn record_of(conn: &impl Connection, organisation: &str) -> StoreResult<Option<String>> {
    let row = Sql::new("SELECT record FROM organisation WHERE id = $1").bind(organisation).row(conn).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?)
}

/// Whether children, staff or teams are linked to a setting.
pub(crate) async fn is_in_use(conn: &impl Connection, organisation: &str) -> StoreResult<bool> {
    let used = Sql::new(
        "SELECT (SELECT COUNT(*) FROM enrolment WHERE setting = $1) + (SELECT COUNT(*) FROM staff WHERE organisation = $2) \
         + (SELECT COUNT(*) FROM team WHERE organisation = $3) + (SELECT COUNT(*) FROM relationship WHERE party = $4)",
    )
    .bind(organisation)
    .bind(organisation)
    .bind(organisation)
    .bind(organisation)
    .whole(conn)
    .await?;
    Ok(used > 0)
}

/// Takes out a setting that nothing is linked to.
pub(crate) async fn delete_setting(tx: &Tx, organisation: OrganisationId) -> StoreResult<u64> {
    Sql::new("DELETE FROM organisation WHERE id = $1").bind(organisation.to_string()).execute(tx).await
}

/// Stores postcodes of an import.
pub(crate) async fn insert_postcodes(tx: &Tx, batch: i64, entries: Vec<PostcodeEntry>) -> StoreResult<u64> {
    const COLUMNS: [&str; 9] =
        ["batch", "postcode", "district", "small_area", "easting", "northing", "latitude", "longitude", "ended_on"];
    let rows = entries.into_iter().map(|entry| {
        let values: [Value; 9] = [
            batch.into(),
            entry.postcode.to_string().into(),
            entry.district.map(|code| code.to_string()).into(),
            entry.small_area.into(),
            entry.easting.map(i64::from).into(),
            entry.northing.map(i64::from).into(),
            entry.latitude.map(i64::from).into(),
            entry.longitude.map(i64::from).into(),
            entry.ended_on.map(date_text).into(),
        ];
        values
    });
    bulk::insert(tx, "postcode", &COLUMNS, rows).await
}

/// Takes out the postcodes of an import.
pub(crate) async fn delete_postcodes(tx: &Tx, batch: i64) -> StoreResult<u64> {
    Sql::new("DELETE FROM postcode WHERE batch = $1").bind(batch).execute(tx).await
}

/// The imports of postcodes that are older than the one before the latest: nobody needs them for undoing.
pub(crate) async fn old_directories(conn: &impl Connection) -> StoreResult<Vec<i64>> {
    let rows = Sql::new(
        "SELECT number FROM register_batch WHERE register = 'postcodes' AND state = 'ready' ORDER BY number DESC",
    )
    .rows(conn)
    .await?;
    rows.iter().skip(2).map(|row| row.try_get_by_index(0).map_err(StoreError::from)).collect()
}

#[derive(FromQueryResult)]
struct PostcodeRow {
    district: Option<String>,
    small_area: Option<String>,
    easting: Option<i64>,
    northing: Option<i64>,
    latitude: Option<i64>,
    longitude: Option<i64>,
    ended_on: Option<String>,
}

/// Where a postcode lies, by the latest directory; `None` when it is not in it, or there is none.
pub async fn find_postcode(conn: &impl Connection, postcode: Postcode) -> StoreResult<Option<PostcodeEntry>> {
    let row = Sql::new(
        "SELECT district, small_area, easting, northing, latitude, longitude, ended_on FROM postcode WHERE postcode = $1 \
         AND batch = (SELECT MAX(number) FROM register_batch WHERE register = 'postcodes' AND state = 'ready')",
    )
    .bind(postcode.to_string())
    .one::<PostcodeRow>(conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let wrong = |error: std::num::TryFromIntError| StoreError::unreadable("postcode", error);
    Ok(Some(PostcodeEntry {
        postcode,
        district: row.district.and_then(|code| code.parse().ok()),
        small_area: row.small_area,
        easting: row.easting.map(u32::try_from).transpose().map_err(wrong)?,
        northing: row.northing.map(u32::try_from).transpose().map_err(wrong)?,
        latitude: row.latitude.map(i32::try_from).transpose().map_err(wrong)?,
        longitude: row.longitude.map(i32::try_from).transpose().map_err(wrong)?,
        ended_on: row.ended_on.map(|text| read_date("postcode.ended_on", &text)).transpose()?,
    }))
}

/// How many postcodes the latest directory holds.
pub async fn count_postcodes(conn: &impl Connection) -> StoreResult<i64> {
    Sql::new(
        "SELECT COUNT(*) FROM postcode WHERE batch = \
         (SELECT MAX(number) FROM register_batch WHERE register = 'postcodes' AND state = 'ready')",
    )
    .whole(conn)
    .await
}
