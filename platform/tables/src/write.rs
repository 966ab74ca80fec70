//! Writing CSV that a spreadsheet can open without running anything.

use std::borrow::Cow;
use std::io::{self, Write};

/// The cell made harmless: text that a spreadsheet would take for a formula gets an apostrophe in front.
///
/// Spreadsheets start a formula at `=`, `+`, `-` or `@` (also in their full-width forms), and some skip a tab or a
/// carriage return before it. A plain number such as `-447` or `+3.5` stays as it is.
#[must_use]
pub fn harmless(cell: &str) -> Cow<'_, str> {
    let risky = cell
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
        || cell.trim_start().starts_with(['=', '+', '-', '@']);
    if risky && !is_plain_number(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

fn is_plain_number(cell: &str) -> bool {
    let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    let mut parts = digits.splitn(2, '.');
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.next().is_some_and(all_digits) && parts.next().is_none_or(all_digits)
}

/// Writes CSV as RFC 4180 has it: UTF-8, commas, CRLF, and every cell made [`harmless`].
pub struct CsvWriter<W: Write> {
    inner: csv::Writer<W>,
}

impl<W: Write> CsvWriter<W> {
    /// A writer without a byte-order mark, for programs.
    pub fn new(sink: W) -> Self {
        Self { inner: csv::WriterBuilder::new().flexible(true).terminator(csv::Terminator::CRLF).from_writer(sink) }
    }

    /// A writer that starts with a byte-order mark, by which Excel knows UTF-8.
    ///
    /// # Errors
    /// When the sink can't be written to.
    pub fn for_spreadsheets(mut sink: W) -> io::Result<Self> {
        sink.write_all("\u{feff}".as_bytes())?;
        Ok(Self::new(sink))
    }

    /// Writes one row.
    ///
    /// # Errors
    /// When the sink can't be written to.
    pub fn row<I, C>(&mut self, cells: I) -> io::Result<()>
    where
        I: IntoIterator<Item = C>,
        C: AsRef<str>,
    {
        for cell in cells {
            self.inner.write_field(harmless(cell.as_ref()).as_bytes()).map_err(io::Error::other)?;
        }
        self.inner.write_record(None::<&[u8]>).map_err(io::Error::other)
    }

    /// Writes what is still held back, and gives the sink back.
    ///
    /// # Errors
    /// When the sink can't be written to.
    pub fn finish(self) -> io::Result<W> {
        self.inner.into_inner().map_err(|error| io::Error::other(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_made_harmless_and_numbers_are_left() {
        for risky in
            ["=1+1", "@SUM(A1)", "+44 1603", "-cmd|' /C calc'!A0", "\t=1", " =1", "\u{ff1d}1", "-", "--1", "-.5"]
        {
            assert_eq!(harmless(risky), format!("'{risky}"), "{risky:?}");
        }
        for plain in ["-447", "+3.5", "12", "", "x", "Hull, City of", "a=b", "1-2"] {
            assert_eq!(harmless(plain), plain);
        }
    }

    #[test]
    fn rows_are_quoted_only_where_they_must_be() {
        let mut writer = CsvWriter::for_spreadsheets(Vec::new()).unwrap();
        writer.row(["Authority", "Says \"hello\"", "=2"]).unwrap();
        writer.row(["Hull, City of", "", "-1"]).unwrap();
        let text = String::from_utf8(writer.finish().unwrap()).unwrap();
        assert_eq!(text, "\u{feff}Authority,\"Says \"\"hello\"\"\",'=2\r\n\"Hull, City of\",,-1\r\n");
    }
}
