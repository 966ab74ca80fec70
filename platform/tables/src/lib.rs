//! Reads the delimited files that councils and departments really publish, and writes ones that are safe to open.
//!
//! What it is: a streaming reader over any `std::io::Read`. It finds the encoding (UTF-8 or Windows-1252) and the
//! delimiter, names duplicated headers apart, and hands over one outcome per row: the row, or a [`RowError`] that says
//! the line, the column, the value and what is wrong in a sentence. A [`Summary`] counts every row, so that
//! `rows = accepted + rejected` and nothing is dropped in silence. Memory does not grow with the file.
//!
//! What it is not: a spreadsheet reader (an `.xlsx` file is refused with a sentence that says how to save it as CSV),
//! a schema, or a store. It opens no files: the caller passes the bytes.
//!
//! Where to start: [`Table::open`] and [`Table::next_row`] for reading; [`Summary`] for counting; [`CsvWriter`] for
//! writing, where a cell that a spreadsheet would run as a formula is made harmless.

mod encoding;
mod guard;
mod header;
mod read;
mod row;
mod sniff;
mod summary;
mod write;

pub use encoding::{Encoding, Expect};
pub use header::{Column, Headers};
pub use read::{FileError, HeaderRow, Options, Table};
pub use row::{Row, RowError};
pub use summary::Summary;
pub use write::{CsvWriter, harmless};

#[cfg(test)]
mod properties;
