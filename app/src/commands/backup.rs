//! `wherry backup`, `export` and `restore`.

use serde_json::json;

use super::{DONE, Progress, open, open_any, print};
use crate::{
    cli::{Copy, Format, Restore},
    machine,
    outcome::{Answer, Outcome},
    wiring,
};

pub async fn backup(copy: Copy, format: Format) -> Answer {
    write(copy, format, true).await
}

pub async fn export(copy: Copy, format: Format) -> Answer {
    write(copy, format, false).await
}

async fn write(copy: Copy, format: Format, whole_file: bool) -> Answer {
    let store = open(&copy.database).await?;
    let progress = Progress::new();
    let now = machine::clock().now();
    let manifest = if whole_file {
        store::backup::backup(&store, &copy.to, now, &progress.report()).await?
    } else {
        store::backup::export(&store, &copy.to, now, &progress.report()).await?
    };
    drop(progress);
    let rows = manifest.rows();
    print(format, &manifest, || {
        format!(
            "{} rows of {} tables are in {}. Keep the key file (wherry.key) with it.",
            rows,
            manifest.tables.len(),
            copy.to.display()
        )
    })?;
    DONE
}

pub async fn restore(restore: Restore, format: Format) -> Answer {
    if !restore.from.is_dir() {
        return Err(Outcome::misunderstood(format!(
            "{} is not a folder that backup or export wrote.",
            restore.from.display()
        )));
    }
    let store = open_any(&restore.database, true).await?;
    store.migrate(&wiring::migrations(), &store::no_progress).await?;
    let progress = Progress::new();
    let manifest = store::backup::restore(&restore.from, &store, &wiring::migrations(), &progress.report()).await?;
    drop(progress);
    let rows = manifest.rows();
    print(format, &json!({ "rows": rows, "tables": manifest.tables.len(), "checked": true }), || {
        format!("{rows} rows are back in {}. Counts, sums and the audit chain agree with the manifest.", store.url())
    })?;
    DONE
}
