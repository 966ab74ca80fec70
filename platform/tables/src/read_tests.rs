//! Files as they come: each test is one kind of mess.

use super::*;
use crate::Summary;

fn read(bytes: &[u8], options: &Options) -> (Vec<String>, Summary, Encoding) {
    let mut table = Table::open(bytes, options).unwrap();
    let mut rows = Vec::new();
    let mut summary = Summary::default();
    while let Some(outcome) = table.next_row().unwrap() {
        match outcome {
            Ok(row) => {
                rows.push(format!("{}: {}", row.line(), row.values().collect::<Vec<_>>().join("|")));
                summary.accept();
            }
            Err(error) => summary.reject(error),
        }
    }
    summary.blank = table.blank();
    let encoding = table.encoding();
    (rows, summary, encoding)
}

fn refused(bytes: &[u8]) -> String {
    match Table::open(bytes, &Options::default()) {
        Ok(_) => panic!("it was taken"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn byte_order_mark_is_not_part_of_the_first_name() {
    let mut table = Table::open(&b"\xEF\xBB\xBFname,n\r\nCaf\xC3\xA9,1\r\n"[..], &Options::default()).unwrap();
    assert!(table.headers().find("name").is_some());
    let name = table.headers().require("name").unwrap();
    assert_eq!(table.next_row().unwrap().unwrap().unwrap().text(name), "Café");
    assert_eq!(table.encoding(), Encoding::Utf8);
}

#[test]
fn windows_1252_is_found_out() {
    let (rows, _, encoding) = read(b"name\nplain\nCaf\xE9 \x96 caf\xE9\n", &Options::default());
    assert_eq!(rows, ["2: plain", "3: Café – café"]);
    assert_eq!(encoding, Encoding::Windows1252);
}

#[test]
fn bytes_that_fit_no_encoding_are_one_row_error() {
    let (rows, summary, _) = read(b"a,b\nCaf\xE9,1\nbad \x81,2\nfine,3\n", &Options::default());
    assert_eq!(rows, ["2: Café|1", "4: fine|3"]);
    insta::assert_snapshot!(summary.errors[0], @"Line 3, a, ‘bad �’: The value has bytes that are neither UTF-8 nor Windows-1252: save the file again as 'CSV UTF-8'.");
}

#[test]
fn a_stray_byte_in_a_utf8_file_is_one_row_error() {
    let (rows, summary, _) = read(b"a\nCaf\xC3\xA9\nCaf\xE9\n", &Options::default());
    assert_eq!(rows, ["2: Café"]);
    assert_eq!(summary.rejected["unreadable characters"], 1);
}

#[test]
fn other_kinds_of_file_are_named() {
    insta::assert_snapshot!(refused(b""), @"The file is empty.");
    insta::assert_snapshot!(refused(b"\xEF\xBB\xBF \r\n"), @"The file is empty.");
    insta::assert_snapshot!(refused(b"\xFF\xFEa\0,\0b\0"), @"The file is in UTF-16 ('Unicode text'), which can't be read. Open it and save it again as 'CSV UTF-8 (comma delimited)'.");
    assert!(refused(b"a\0,\0b\0\r\0\n\0").contains("UTF-16"));
    insta::assert_snapshot!(refused(b"PK\x03\x04....xl/worksheets/sheet1.xml"), @"The file is an Excel workbook (.xlsx), not a CSV file. If it holds a table, open it and save that sheet as 'CSV UTF-8'.");
    assert!(refused(b"PK\x03\x04....data.csv").contains("ZIP archive"));
    assert!(refused(b"  <!DOCTYPE html><html>").contains("web page"));
    assert!(refused(&[0; 64]).contains("binary"));
}

#[test]
fn header_only_has_no_rows() {
    let (rows, summary, _) = read(b"a,b\n", &Options::default());
    assert!(rows.is_empty());
    assert_eq!(summary, Summary::default());
}

#[test]
fn ragged_and_blank_rows_are_accounted_for() {
    let (rows, summary, _) = read(b"a,b\n1,2\n3\n,\n \n4,5,6\n7,8\n", &Options::default());
    assert_eq!(rows, ["2: 1|2", "7: 7|8"]);
    insta::assert_snapshot!(summary, @r"
    4 rows: 2 accepted, 2 rejected, and 2 blank lines passed over
      2 rejected: wrong number of values
    ");
    insta::assert_snapshot!(summary.errors[0], @"Line 3, ‘3’: The row has 1 value, but the header has 2.");
}

#[test]
fn lines_are_counted_whatever_ends_them() {
    for end in ["\n", "\r\n", "\r"] {
        let text =
            ["a,b", "1,2", "", "", "\"x\ny\",3", "4,5"].join(end).replace('\n', if end == "\r" { "\r" } else { "\n" });
        let (rows, _, _) = read(text.as_bytes(), &Options::default());
        assert_eq!(rows, ["2: 1|2", "5: x\ny|3", "7: 4|5"], "{end:?}");
    }
}

#[test]
fn values_may_hold_line_ends_and_quotation_marks() {
    let (rows, _, _) = read(b"a;b\n\"one\ntwo\";\"say \"\"x\"\"\"\nlast;1\n", &Options::default());
    assert_eq!(rows, ["2: one\ntwo|say \"x\"", "4: last|1"]);
}

#[test]
fn a_quotation_mark_that_is_never_closed_stops_the_reading() {
    let mut bytes = b"a,b\n1,2\n\"oops,3\n".to_vec();
    bytes.extend(std::iter::repeat_n(b'x', 300_000));
    let options = Options { max_row_bytes: 100_000, ..Options::default() };
    let mut table = Table::open(&bytes[..], &options).unwrap();
    assert!(table.next_row().unwrap().unwrap().is_ok());
    let error = loop {
        match table.next_row() {
            Ok(Some(_)) => {}
            Ok(None) => panic!("read to the end"),
            Err(error) => break error,
        }
    };
    insta::assert_snapshot!(error, @"The row that starts on line 3 is longer than 100000 bytes. A quotation mark was probably opened there and never closed.");
}

#[test]
fn a_file_over_the_limit_is_not_read_to_the_end() {
    let bytes = b"a,b\n1,2\n".repeat(5_000);
    let options = Options { max_bytes: 20_000, ..Options::default() };
    let mut table = Table::open(&bytes[..], &options).unwrap();
    let error = loop {
        match table.next_row() {
            Ok(Some(_)) => {}
            Ok(None) => panic!("read to the end"),
            Err(error) => break error,
        }
    };
    insta::assert_snapshot!(error, @"The file is larger than the limit of 20000 bytes, so it was not read to the end.");
}

#[test]
fn without_a_header_row_columns_are_letters() {
    let options = Options { header: HeaderRow::None, ..Options::default() };
    let mut table = Table::open(&b"Title\n\n1,2,3\n"[..], &options).unwrap();
    assert!(table.next_row().unwrap().unwrap().is_ok());
    assert!(table.next_row().unwrap().unwrap().is_ok());
    assert_eq!(table.headers().names().collect::<Vec<_>>(), ["A", "B", "C"]);
}
