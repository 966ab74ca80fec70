//! Opening a table and reading its rows one at a time.

use crate::encoding::{Decoder, Encoding, Expect};
use crate::guard::{Guarded, Limit};
use crate::header::{Column, Headers};
use crate::row::{Row, RowError, shortened};
use crate::sniff::{SAMPLE, sniff};
use csv::{ByteRecord, StringRecord};
use std::io::Read;

/// Whether the first row names the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HeaderRow {
    /// The first row that is not blank holds the names.
    #[default]
    First,
    /// There is no header row, or it is not the first: columns are named A, B, C …, and rows may differ in length.
    None,
}

/// How to read a file.
#[derive(Debug, Clone)]
pub struct Options {
    /// The largest file taken, in bytes. 200 MiB unless said otherwise.
    pub max_bytes: u64,
    /// The longest row taken, in bytes. 1 MiB unless said otherwise.
    pub max_row_bytes: u64,
    /// Whether the first row names the columns.
    pub header: HeaderRow,
    /// What is known about the encoding.
    pub encoding: Expect,
    /// The delimiter; found from the first line when not given.
    pub delimiter: Option<u8>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            max_bytes: 200 << 20,
            max_row_bytes: 1 << 20,
            header: HeaderRow::First,
            encoding: Expect::Auto,
            delimiter: None,
        }
    }
}

/// Why a file can't be read, or read further. Each is a sentence for the person who sent the file.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// Nothing in it.
    #[error("The file is empty.")]
    Empty,
    /// UTF-16, as Excel's 'Unicode text' writes it.
    #[error(
        "The file is in UTF-16 ('Unicode text'), which can't be read. Open it and save it again as 'CSV UTF-8 (comma \
         delimited)'."
    )]
    Utf16,
    /// Something else altogether.
    #[error("The file is {0}, not a CSV file. If it holds a table, open it and save that sheet as 'CSV UTF-8'.")]
    NotText(&'static str),
    /// Larger than `Options::max_bytes`.
    #[error("The file is larger than the limit of {limit} bytes, so it was not read to the end.")]
    TooLarge {
        /// The limit, in bytes.
        limit: u64,
    },
    /// A row longer than `Options::max_row_bytes`.
    #[error(
        "The row that starts on line {line} is longer than {limit} bytes. A quotation mark was probably opened there \
         and never closed."
    )]
    RowTooLong {
        /// The line on which the row starts.
        line: u64,
        /// The limit, in bytes.
        limit: u64,
    },
    /// A column that has to be there is not.
    #[error("The file has no column called '{0}'. Check that it is the right file and that its header row is intact.")]
    NoColumn(String),
    /// The header row itself can't be read.
    #[error("The header row can't be read: {0}")]
    Header(String),
    /// The source failed.
    #[error("The file could not be read to the end: {0}")]
    Read(#[source] std::io::Error),
}

/// A table that is being read.
pub struct Table<R> {
    reader: csv::Reader<Guarded<R>>,
    headers: Headers,
    header_row: HeaderRow,
    decoder: Decoder,
    bytes: ByteRecord,
    text: StringRecord,
    blank: u64,
    options: Options,
}

impl<R: Read> Table<R> {
    /// Looks at the beginning of the file, and reads its header row.
    ///
    /// # Errors
    /// When it is empty, not a text table, in UTF-16, or can't be read.
    pub fn open(mut source: R, options: &Options) -> Result<Self, FileError> {
        let mut head = Vec::with_capacity(SAMPLE);
        source.by_ref().take(SAMPLE as u64).read_to_end(&mut head).map_err(FileError::Read)?;
        let sniffed = sniff(&head)?;
        let has_mark = sniffed.mark > 0;
        head.drain(..sniffed.mark);
        let reader = csv::ReaderBuilder::new()
            .delimiter(options.delimiter.unwrap_or(sniffed.delimiter))
            .flexible(true)
            .has_headers(false)
            .from_reader(Guarded::new(head, source, options.max_bytes, options.max_row_bytes));
        let mut table = Self {
            reader,
            headers: Headers::letters(0),
            header_row: options.header,
            decoder: Decoder::new(options.encoding, has_mark),
            bytes: ByteRecord::new(),
            text: StringRecord::new(),
            blank: 0,
            options: options.clone(),
        };
        if options.header == HeaderRow::First {
            if !table.advance()? {
                return Err(FileError::Empty);
            }
            table
                .decoder
                .decode(&table.bytes, &mut table.text)
                .map_err(|bad| FileError::Header(format!("\u{2018}{}\u{2019} {}.", shortened(&bad.shown), bad.says)))?;
            table.headers = Headers::new(table.text.iter());
            table.blank = 0;
        }
        Ok(table)
    }

    /// The names of the columns.
    #[must_use]
    pub fn headers(&self) -> &Headers {
        &self.headers
    }

    /// The encoding, as far as the rows read so far show it.
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        self.decoder.encoding()
    }

    /// How many blank rows were passed over so far.
    #[must_use]
    pub fn blank(&self) -> u64 {
        self.blank
    }

    /// The next row, or what is wrong with it; `None` at the end.
    ///
    /// # Errors
    /// When the file can't be read any further.
    pub fn next_row(&mut self) -> Result<Option<Result<Row<'_>, RowError>>, FileError> {
        if !self.advance()? {
            return Ok(None);
        }
        let line = self.line();
        if self.header_row == HeaderRow::None && self.bytes.len() > self.headers.len() {
            self.headers = Headers::letters(self.bytes.len());
        }
        if let Err(bad) = self.decoder.decode(&self.bytes, &mut self.text) {
            let column = Column(bad.position);
            let named = Some(self.headers.name(column).to_owned()).filter(|name| !name.is_empty());
            return Ok(Some(Err(RowError {
                line,
                column: named,
                value: shortened(&bad.shown),
                reason: "unreadable characters".to_owned(),
                says: format!("The value {}.", bad.says),
            })));
        }
        let row = Row { line, headers: &self.headers, record: &self.text };
        if self.header_row == HeaderRow::First && row.record.len() != row.headers.len() {
            let (has, wants) = (row.record.len(), row.headers.len());
            return Ok(Some(Err(row.error_overall(
                "wrong number of values",
                format!("The row has {has} {}, but the header has {wants}.", if has == 1 { "value" } else { "values" }),
            ))));
        }
        Ok(Some(Ok(row)))
    }

    /// The line on which the record just read starts. The reader stands behind its line end, and blank lines before it
    /// have been passed over, so it is counted back from there.
    fn line(&self) -> u64 {
        let inside = self.bytes.iter().flatten().filter(|byte| **byte == b'\n').count() as u64;
        self.reader.position().line().saturating_sub(1 + inside)
    }

    /// Reads the next record that is not blank into `self.bytes`.
    fn advance(&mut self) -> Result<bool, FileError> {
        loop {
            self.reader.get_mut().row_begins();
            match self.reader.read_byte_record(&mut self.bytes) {
                Ok(false) => return Ok(false),
                Ok(true) if self.bytes.iter().all(<[u8]>::is_empty_or_blank) => self.blank += 1,
                Ok(true) => return Ok(true),
                Err(error) => return Err(self.explain(error)),
            }
        }
    }

    fn explain(&self, error: csv::Error) -> FileError {
        let line = self.bytes.position().map_or(1, csv::Position::line);
        let io = match error.into_kind() {
            csv::ErrorKind::Io(io) => io,
            other => std::io::Error::other(format!("{other:?}")),
        };
        match io.get_ref().and_then(|inner| inner.downcast_ref::<Limit>()) {
            Some(Limit::File) => FileError::TooLarge { limit: self.options.max_bytes },
            Some(Limit::Row) => FileError::RowTooLong { line, limit: self.options.max_row_bytes },
            None => FileError::Read(io),
        }
    }
}

trait Blank {
    fn is_empty_or_blank(&self) -> bool;
}

impl Blank for [u8] {
    fn is_empty_or_blank(&self) -> bool {
        self.iter().all(u8::is_ascii_whitespace)
    }
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
