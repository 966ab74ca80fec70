//! Building a whole new database quickly, for the demonstration and for first imports.
//!
//! On SQLite the file is built under another name, without flushing and without its secondary indexes; [`Load::finish`]
//! makes the indexes, flushes everything, and gives the file its name. Until then there is no database, so a crash in
//! the middle leaves nothing half made. On PostgreSQL it is built in place.

use std::path::{Path, PathBuf};

use crate::{DatabaseUrl, Durability, Migrations, Options, Progress, Sql, Store, StoreError, StoreResult, backend};

/// A database that is being built.
#[derive(Debug)]
pub struct Load {
    store: Store,
    url: DatabaseUrl,
    options: Options,
    building: Option<PathBuf>,
    postponed: Vec<String>,
}

impl Load {
    /// Begins: opens the new database and makes its tables.
    ///
    /// # Errors
    /// When there is a database already.
    pub async fn begin(
        url: &DatabaseUrl,
        options: Options,
        migrations: &Migrations,
        progress: Progress<'_>,
    ) -> StoreResult<Self> {
        let (building, opened) = match url {
            DatabaseUrl::SqliteFile(path) => {
                if path.exists() {
                    return Err(StoreError::NotAccessible(format!("{} exists already", path.display())));
                }
                let building = beside(path, ".building");
                remove(&building)?;
                let quick = Options { durability: Durability::None, create: true, ..options.clone() };
                let store = Store::open(&DatabaseUrl::SqliteFile(building.clone()), quick).await?;
                (Some(building), store)
            }
            _ => (None, Store::open(url, options.clone()).await?),
        };
        opened.migrate(migrations, progress).await?;
        let mut load = Self { store: opened, url: url.clone(), options, building, postponed: Vec::new() };
        if load.building.is_some() {
            load.postponed = backend::drop_indexes(load.store.writer()).await?;
        }
        Ok(load)
    }

    /// The database, to fill with [`crate::bulk::insert`] and the rest. Lookups are slow until [`Load::finish`].
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Ends: indexes, flushes, names, and opens it with the options of [`Load::begin`].
    pub async fn finish(mut self, progress: Progress<'_>) -> StoreResult<Store> {
        let total = self.postponed.len() as u64;
        for (done, sql) in std::mem::take(&mut self.postponed).into_iter().enumerate() {
            progress(done as u64, total, "making the indexes");
            Sql::new(sql).execute(self.store.writer()).await?;
        }
        backend::settle(self.store.writer()).await?;
        let (Some(building), DatabaseUrl::SqliteFile(path)) = (&self.building, &self.url) else {
            return Ok(self.store.clone());
        };
        self.store.close().await?;
        name(building, path)?;
        progress(total, total, "the database is ready");
        self.building = None;
        Store::open(&self.url, self.options.clone()).await
    }
}

impl Drop for Load {
    fn drop(&mut self) {
        if let Some(building) = &self.building {
            // Given up half way. What cannot be removed now is removed by the next attempt.
            let _ = remove(building);
        }
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn remove(building: &Path) -> StoreResult<()> {
    for file in [building.to_owned(), beside(building, "-wal"), beside(building, "-shm")] {
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(fault(&file, &error)),
            _ => {}
        }
    }
    Ok(())
}

/// Flushes the file, gives it its name, and flushes the folder that holds the name.
fn name(building: &Path, path: &Path) -> StoreResult<()> {
    let flushed = std::fs::File::open(building).and_then(|file| file.sync_all());
    flushed.map_err(|error| fault(building, &error))?;
    std::fs::rename(building, path).map_err(|error| fault(path, &error))?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Not every system lets a folder be opened; the name is then safe with the system's next flush.
    let _ = std::fs::File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

fn fault(path: &Path, error: &std::io::Error) -> StoreError {
    if error.kind() == std::io::ErrorKind::StorageFull {
        return StoreError::DiskFull;
    }
    StoreError::NotAccessible(format!("{}: {error}", path.display()))
}
