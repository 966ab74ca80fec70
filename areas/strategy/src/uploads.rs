//! Files that were sent and looked at, waiting for somebody to say "import this": kept in the database, so that any node
//! can go on with them, and taken out once imported or discarded.

use crate::report::ImportReport;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use sea_orm::{FromQueryResult, Value};
use store::schema::{Table, migration};
use store::sea_orm_migration::MigrationTrait;
use store::{Connection, Sql, StoreError, StoreResult, Tx, bulk, instant_text, read_instant};

/// Bytes in one row.
const CHUNK: usize = 192 * 1024;

pub(crate) fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![migration("m20261122_120000_published_uploads", tables)]
}

fn tables() -> Vec<Table> {
    vec![
        Table::new("published_upload")
            .text("id")
            .text("file_name")
            .text("sent_by")
            .instant("sent_at")
            .text("report")
            .whole_or_null("job")
            .primary(&["id"])
            .index(&["sent_at"]),
        Table::new("published_upload_part")
            .text("upload")
            .whole("position")
            .text("base64")
            .primary(&["upload", "position"])
            .refers_to("upload", "published_upload", "id"),
    ]
}

/// A file that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Its number; the import takes it over.
    pub id: String,
    /// The name that it was given.
    pub file_name: String,
    /// Who sent it.
    pub sent_by: String,
    /// When.
    pub sent_at: Timestamp,
    /// What a preview said.
    pub report: ImportReport,
    /// The job that imports it, once somebody said so.
    pub job: Option<i64>,
}

/// Keeps a file with what its preview said.
pub async fn keep(tx: &Tx, upload: &Upload, bytes: &[u8]) -> StoreResult<()> {
    let report =
        serde_json::to_string(&upload.report).map_err(|error| StoreError::unreadable("published_upload", error))?;
    Sql::new("INSERT INTO published_upload (id, file_name, sent_by, sent_at, report) VALUES ($1, $2, $3, $4, $5)")
        .bind(upload.id.as_str())
        .bind(upload.file_name.as_str())
        .bind(upload.sent_by.as_str())
        .bind(instant_text(upload.sent_at))
        .bind(report)
        .execute(tx)
        .await?;
    for (position, part) in (0_i64..).zip(bytes.chunks(CHUNK)) {
        let row: [Value; 3] = [upload.id.as_str().into(), position.into(), STANDARD.encode(part).into()];
        bulk::insert(tx, "published_upload_part", &["upload", "position", "base64"], [row]).await?;
    }
    Ok(())
}

/// A file that was sent, without its bytes.
pub async fn find(conn: &impl Connection, id: &str) -> StoreResult<Option<Upload>> {
    #[derive(FromQueryResult)]
    struct Row {
        id: String,
        file_name: String,
        sent_by: String,
        sent_at: String,
        report: String,
        job: Option<i64>,
    }
    let sql =
        Sql::new("SELECT id, file_name, sent_by, sent_at, report, job FROM published_upload WHERE id = $1").bind(id);
    let Some(row) = sql.one::<Row>(conn).await? else { return Ok(None) };
    let report =
        serde_json::from_str(&row.report).map_err(|error| StoreError::unreadable("published_upload.report", error))?;
    let sent_at = read_instant("published_upload.sent_at", &row.sent_at)?;
    Ok(Some(Upload { id: row.id, file_name: row.file_name, sent_by: row.sent_by, sent_at, report, job: row.job }))
}

/// The bytes of a file that was sent.
pub async fn bytes(conn: &impl Connection, id: &str) -> StoreResult<Vec<u8>> {
    let rows = Sql::new("SELECT base64 FROM published_upload_part WHERE upload = $1 ORDER BY position")
        .bind(id)
        .rows(conn)
        .await?;
    let mut bytes = Vec::with_capacity(rows.len() * CHUNK);
    for row in rows {
        let text: String = row.try_get_by_index(0)?;
        STANDARD
            .decode_vec(text, &mut bytes)
            .map_err(|error| StoreError::unreadable("published_upload_part.base64", error))?;
    }
    Ok(bytes)
}

/// Remembers the job that imports it.
pub async fn set_job(tx: &Tx, id: &str, job: i64) -> StoreResult<()> {
    Sql::new("UPDATE published_upload SET job = $1 WHERE id = $2").bind(job).bind(id).execute(tx).await?;
    Ok(())
}

/// Takes the bytes out, and leaves what was said about them.
pub async fn drop_bytes(tx: &Tx, id: &str) -> StoreResult<()> {
    Sql::new("DELETE FROM published_upload_part WHERE upload = $1").bind(id).execute(tx).await?;
    Ok(())
}

/// Takes a file out altogether.
pub async fn discard(tx: &Tx, id: &str) -> StoreResult<()> {
    drop_bytes(tx, id).await?;
    Sql::new("DELETE FROM published_upload WHERE id = $1").bind(id).execute(tx).await?;
    Ok(())
}

/// Takes out files that were sent before a moment and never imported.
pub async fn discard_old(tx: &Tx, before: Timestamp) -> StoreResult<()> {
    let before = instant_text(before);
    Sql::new("DELETE FROM published_upload_part WHERE upload IN (SELECT id FROM published_upload WHERE sent_at < $1 AND job IS NULL)")
        .bind(before.as_str())
        .execute(tx)
        .await?;
    Sql::new("DELETE FROM published_upload WHERE sent_at < $1 AND job IS NULL")
        .bind(before.as_str())
        .execute(tx)
        .await?;
    Ok(())
}
