//! The published files, where they are at hand.

use places_rules::postcodes;
use std::fs::File;
use std::path::PathBuf;
use tables::FileError;

fn open(path: &str) -> Option<File> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../../shared/data");
    let folder = std::env::var_os("WHERRY_PUBLIC_DATA").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    let full = folder.join(path);
    File::open(&full).map_err(|_| eprintln!("left out: {} is not there", full.display())).ok()
}

#[test]
fn every_postcode_of_the_directory_is_accepted() {
    let Some(file) = open("public/postcodes/norfolk_postcodes_onspd_2025-11.csv") else { return };
    let mut located = 0;
    let report = postcodes::read::<FileError>(file, &mut |entry| {
        located += u32::from(entry.easting.is_some() && entry.latitude.is_some() && entry.district.is_some());
        Ok(())
    });
    let report = report.unwrap();
    assert_eq!((report.summary.rows, report.summary.accepted), (35_878, 35_878), "{report}");
    assert_eq!(located, 35_878);
    assert!(report.notes.is_empty(), "{report}");
}

#[test]
fn the_column_list_is_the_published_one() {
    let Some(mut file) = open("sen2/gias_edubaseall_columns.txt") else { return };
    let mut text = String::new();
    std::io::Read::read_to_string(&mut file, &mut text).unwrap();
    assert!(text.lines().eq(places_rules::gias::GIAS_COLUMNS));
}
