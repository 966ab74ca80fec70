//! Whatever the bytes: no panic, and every row accounted for.

use crate::{CsvWriter, HeaderRow, Options, Summary, Table};
use proptest::prelude::*;

fn drain(bytes: &[u8], options: &Options) -> Option<(Summary, u64)> {
    let mut table = Table::open(bytes, options).ok()?;
    let mut summary = Summary::default();
    let mut outcomes = 0;
    while let Ok(Some(outcome)) = table.next_row() {
        outcomes += 1;
        match outcome {
            Ok(row) => {
                for column in row.headers.columns() {
                    let _ = row.error(column, "r", "s").to_string();
                }
                summary.accept();
            }
            Err(error) => summary.reject(error),
        }
    }
    Some((summary, outcomes))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        for header in [HeaderRow::First, HeaderRow::None] {
            let options = Options { header, max_row_bytes: 500, max_bytes: 1_500, ..Options::default() };
            if let Some((summary, outcomes)) = drain(&bytes, &options) {
                prop_assert_eq!(summary.rows, outcomes);
                prop_assert_eq!(summary.rows, summary.accepted + summary.rejected_rows());
            }
        }
    }

    #[test]
    fn text_like_bytes_are_read_without_a_panic(text in "[a-c,;\"\r\n\t=\u{e9}\u{ff1d} -]{0,400}") {
        if let Some((summary, outcomes)) = drain(text.as_bytes(), &Options::default()) {
            prop_assert_eq!(summary.rows, outcomes);
        }
    }

    #[test]
    fn what_is_written_is_read_back(rows in proptest::collection::vec(proptest::collection::vec("[a-zA-Z0-9 ,;\"\u{e9}\n]{1,12}", 3), 1..20)) {
        let mut writer = CsvWriter::for_spreadsheets(Vec::new()).unwrap();
        writer.row(["one", "two", "three"]).unwrap();
        for row in &rows {
            writer.row(row).unwrap();
        }
        let bytes = writer.finish().unwrap();
        let options = Options { delimiter: Some(b','), ..Options::default() };
        let mut table = Table::open(&bytes[..], &options).unwrap();
        let mut back = Vec::new();
        while let Some(outcome) = table.next_row().unwrap() {
            back.push(outcome.unwrap().values().map(str::to_owned).collect::<Vec<_>>());
        }
        let kept: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(|cell| crate::harmless(cell).into_owned()).collect::<Vec<_>>())
            .filter(|row| !row.iter().all(|cell| cell.trim().is_empty()))
            .collect();
        prop_assert_eq!(back, kept);
    }
}
