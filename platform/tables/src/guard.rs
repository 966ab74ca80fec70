//! A reader that stops at two limits: the size of the whole file, and the bytes read since the last row began.
//!
//! The second one matters because a quotation mark that is opened and never closed makes one row of the rest of the
//! file: without a limit, memory would grow with it.

use std::io::{self, Read};

#[derive(Debug, thiserror::Error)]
pub(crate) enum Limit {
    #[error("the file is larger than the limit")]
    File,
    #[error("a row is longer than the limit")]
    Row,
}

pub(crate) struct Guarded<R> {
    head: io::Cursor<Vec<u8>>,
    source: R,
    read: u64,
    max_bytes: u64,
    since_row: u64,
    max_row: u64,
}

impl<R: Read> Guarded<R> {
    pub fn new(head: Vec<u8>, source: R, max_bytes: u64, max_row: u64) -> Self {
        Self { head: io::Cursor::new(head), source, read: 0, max_bytes, since_row: 0, max_row }
    }

    /// Call before each row.
    pub fn row_begins(&mut self) {
        self.since_row = 0;
    }
}

impl<R: Read> Read for Guarded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut count = self.head.read(buffer)?;
        if count == 0 {
            count = self.source.read(buffer)?;
        }
        self.read += count as u64;
        self.since_row += count as u64;
        if self.read > self.max_bytes {
            return Err(io::Error::other(Limit::File));
        }
        if count > 0 && self.since_row > self.max_row {
            return Err(io::Error::other(Limit::Row));
        }
        Ok(count)
    }
}
