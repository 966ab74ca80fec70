//! How fast rows go in: `cargo run --release -p store --example bulk_speed [postgres://…]`.

use std::time::Instant;

use store::schema::{Table, migration};
use store::{DatabaseUrl, Migrations, Options, Store, bulk, no_progress};

const ROWS: i64 = 1_000_000;

fn tables() -> Vec<Box<dyn store::sea_orm_migration::MigrationTrait>> {
    vec![migration("m20990101_000001_speed", || {
        vec![Table::new("speed").text("id").text("stream").whole("sequence").date("day").primary(&["id"])]
    })]
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url: DatabaseUrl = std::env::args().nth(1).unwrap_or_else(|| "sqlite::memory:".to_owned()).parse()?;
    let store = Store::open(&url, Options::default()).await?;
    store.migrate(&Migrations::platform().and(tables), &no_progress).await?;
    let start = Instant::now();
    let tx = store.begin().await?;
    let rows = (0..ROWS).map(|number| {
        [
            format!("01J{number:023}").into(),
            format!("case:01J{:023}", number / 7).into(),
            (number % 7).into(),
            "2026-11-22".into(),
        ]
    });
    bulk::insert(&tx, "speed", &["id", "stream", "sequence", "day"], rows).await?;
    tx.commit().await?;
    let seconds = start.elapsed().as_secs_f64();
    println!("{ROWS} rows of four columns in {seconds:.2} s: {:.0} rows a second", ROWS as f64 / seconds);
    Ok(())
}
