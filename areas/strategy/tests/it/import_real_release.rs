//! The published release, end to end.

use crate::migrations;
use std::path::PathBuf;
use store::no_progress;
use strategy::store as held;
use strategy::{ImportOptions, Source, import_dfe_ehcp};
use strategy_rules::series::Headline;
use testing::at;

fn published(path: &str) -> Option<Source> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data");
    let folder = std::env::var_os("WHERRY_PUBLIC_DATA").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    let full = folder.join(path);
    if full.exists() {
        return Some(Source::from_path(&full));
    }
    eprintln!("left out: {} is not there", full.display());
    None
}

#[test]
fn every_row_of_a_release_is_stored() {
    testing::databases::on_sqlite(&migrations(), |store: store::Store| async move {
        let Some(source) = published("dfe/ehcp_2025.zip") else { return };
        let options = ImportOptions { batch: "A".into(), by: "test".into(), now: at("2026-11-22T10:00:00Z") };
        let begun = std::time::Instant::now();
        let report = import_dfe_ehcp(&store, &source, &options, &no_progress).await.unwrap();
        eprintln!("imported in {:.1} s", begun.elapsed().as_secs_f64());
        assert_eq!((report.accepted(), report.rejected()), (195_575 + 1_064 + 1_749, 0));
        assert_eq!(report.left_out, ["data-guidance/data-guidance.txt"]);
        assert!(report.missing.is_empty());
        let files = held::held_files(store.reader()).await.unwrap();
        assert_eq!(files.len(), 14);
        assert_eq!(held::authorities(store.reader()).await.unwrap().len(), 158);
        let begun = std::time::Instant::now();
        let series = held::headline(store.reader(), &files, Headline::Plans, &["E10000020"]).await.unwrap();
        eprintln!("one series in {:.1} ms", begun.elapsed().as_secs_f64() * 1000.0);
        let plans: Vec<_> = series["E10000020"].iter().map(|point| point.held.cell.to_string()).collect();
        assert_eq!(plans.join(" "), "6152 6689 7753 8671 8735 10736 12147");
    });
}
