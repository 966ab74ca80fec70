//! A postcode directory from preview to undo.

use crate::{ids, migrations, options};
use places::store::{count_postcodes, find_postcode};
use places::{Outcome, Source, import_postcodes, preview_postcodes, undo};
use std::path::PathBuf;
use store::{Store, no_progress};
use testing::at;

fn directory(rows: &str) -> Source {
    Source::from_bytes("postcodes.csv", format!("postcode,lad_code,easting,northing,lat,lon\n{rows}").into_bytes())
}

async fn easting(store: &Store, postcode: &str) -> Option<u32> {
    find_postcode(store.reader(), postcode.parse().unwrap()).await.unwrap().and_then(|entry| entry.easting)
}

testing::each_database! { with migrations();
    async fn a_newer_directory_is_asked_until_it_is_undone(store: Store) {
        let new_id = ids(1);
        let one = directory("NR1 1AA,E07000148,623000,308000,52.62,1.3\nNR1 1AB,E07000148,623100,308000,52.62,1.3\nX,,,,,\n");
        let preview = preview_postcodes(&one).await.unwrap();
        assert_eq!((preview.outcome, preview.rows.summary.accepted, preview.rows.summary.rejected_rows()), (Outcome::Previewed, 2, 1));
        assert_eq!(easting(&store, "NR1 1AA").await, None);
        import_postcodes(&store, &one, &options("A", 9, &new_id), &no_progress).await.unwrap();
        let entry = find_postcode(store.reader(), "NR1 1AA".parse().unwrap()).await.unwrap().unwrap();
        assert_eq!((entry.easting, entry.latitude), (Some(623_000), Some(52_620_000)));
        assert_eq!(entry.district.map(|code| code.to_string()).as_deref(), Some("E07000148"));
        assert_eq!(count_postcodes(store.reader()).await.unwrap(), 2);

        let two = directory("NR1 1AA,E07000148,623999,308000,52.62,1.3\n");
        import_postcodes(&store, &two, &options("B", 10, &new_id), &no_progress).await.unwrap();
        assert_eq!((easting(&store, "NR1 1AA").await, easting(&store, "NR1 1AB").await), (Some(623_999), None));
        let undone = undo(&store, "B", "Ann", at("2026-11-22T11:00:00Z")).await.unwrap();
        assert_eq!(undone.removed, 1);
        assert_eq!((easting(&store, "NR1 1AA").await, easting(&store, "NR1 1AB").await), (Some(623_000), Some(623_100)));

        let again = import_postcodes(&store, &one, &options("C", 12, &new_id), &no_progress).await.unwrap();
        assert!(matches!(again.outcome, Outcome::AlreadyImported { .. }));
        for (batch, hour) in [("D", 13), ("E", 14)] {
            let source = directory(&format!("NR1 1A{batch},E07000148,623999,308000,52.62,1.3\n"));
            import_postcodes(&store, &source, &options(batch, hour, &new_id), &no_progress).await.unwrap();
        }
        // The one before the latest is kept; older ones are not.
        assert_eq!(count_postcodes(store.reader()).await.unwrap(), 1);
        undo(&store, "E", "Ann", at("2026-11-22T15:00:00Z")).await.unwrap();
        assert_eq!(easting(&store, "NR1 1AD").await, Some(623_999));
    }
}

#[test]
fn every_postcode_of_the_published_directory_is_stored() {
    testing::databases::on_sqlite(&migrations(), |store: Store| async move {
        let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data");
        let folder = std::env::var_os("WHERRY_PUBLIC_DATA").map_or_else(|| PathBuf::from(beside), PathBuf::from);
        let full = folder.join("public/postcodes/norfolk_postcodes_onspd_2025-11.csv");
        if !full.exists() {
            eprintln!("left out: {} is not there", full.display());
            return;
        }
        let new_id = ids(2);
        let source = Source::from_path(&full);
        import_postcodes(&store, &source, &options("A", 9, &new_id), &no_progress).await.unwrap();
        assert_eq!(count_postcodes(store.reader()).await.unwrap(), 35_878);
        assert_eq!(easting(&store, "CB6 1EH").await, Some(558_563));
    });
}
