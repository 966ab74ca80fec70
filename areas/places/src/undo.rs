//! Taking an import back.

use crate::error::ImportError;
use crate::report::{Register, UndoReport};
use crate::store::{self, BatchState};
use ::store::Store;
use ::store::people::{Author, save};
use jiff::Timestamp;

/// Settings looked at in one transaction.
const CHUNK: i64 = 500;

/// Takes an import back; of each register the latest one only. Settings that it brought in are taken out, unless
/// something is linked to them by now; settings that it changed are set back, unless somebody changed them since.
///
/// # Errors
/// When there is no such import, it was undone before, or a later one stands on it.
pub async fn undo(store: &Store, id: &str, by: &str, now: Timestamp) -> Result<UndoReport, ImportError> {
    let batch = store::batch(store.reader(), id).await?.ok_or(ImportError::NoSuchImport)?;
    match batch.state {
        BatchState::Undone { at } => return Err(ImportError::AlreadyUndone(at)),
        BatchState::Ready { .. } => {
            if let Some(latest) = store::latest(store.reader(), batch.register).await?.filter(|latest| latest.id != id)
            {
                return Err(ImportError::NotTheLatest(latest.id));
            }
        }
        BatchState::Loading => {}
    }
    match batch.register {
        Register::Postcodes => {
            // Out of sight first, then taken out.
            let tx = store.begin().await?;
            store::undo_batch(&tx, batch.number, by, now).await?;
            let removed = store::delete_postcodes(&tx, batch.number).await?;
            tx.commit().await?;
            Ok(UndoReport { removed, ..UndoReport::default() })
        }
        Register::Settings => {
            let report = undo_settings(store, batch.number, Author { who: by, at: now }).await?;
            let tx = store.begin().await?;
            store::undo_batch(&tx, batch.number, by, now).await?;
            tx.commit().await?;
            Ok(report)
        }
    }
}

async fn undo_settings(store: &Store, batch: i64, author: Author<'_>) -> Result<UndoReport, ImportError> {
    let mut report = UndoReport::default();
    let mut after = String::new();
    loop {
        let changes = store::changes_of(store.reader(), batch, &after, CHUNK).await?;
        let Some(last) = changes.last() else { return Ok(report) };
        after.clone_from(&last.organisation);
        let tx = store.begin().await?;
        for done in changes {
            let now = store::record_of(&tx, &done.organisation).await?;
            match (now, done.before) {
                // Taken out by an attempt before this one.
                (None, _) => {}
                // Set back by an attempt before this one.
                (Some(now), Some(before)) if now == before => {}
                (Some(now), _) if now != done.after => report.changed_since += 1,
                (Some(_), Some(before)) => {
                    save(&tx, &store::read_organisation(&before)?, author).await?;
                    report.restored += 1;
                }
                (Some(_), None) if store::is_in_use(&tx, &done.organisation).await? => report.in_use += 1,
                (Some(now), None) => {
                    report.removed += store::delete_setting(&tx, store::read_organisation(&now)?.id).await?;
                }
            }
        }
        tx.commit().await?;
    }
}
