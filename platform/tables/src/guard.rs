//! A reader that stops at two limits (the size of the whole file, and the bytes read since the last row began), and
//! turns every kind of line end into a line feed, so that rows can be counted by line.
//!
//! The second limit matters because a quotation mark that is opened and never closed makes one row of the rest of the
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
    last: u8,
    ended: bool,
}

impl<R: Read> Guarded<R> {
    pub fn new(head: Vec<u8>, source: R, max_bytes: u64, max_row: u64) -> Self {
        Self {
            head: io::Cursor::new(head),
            source,
            read: 0,
            max_bytes,
            since_row: 0,
            max_row,
            last: b'\n',
            ended: false,
        }
    }

    /// Call before each row.
    pub fn row_begins(&mut self) {
        self.since_row = 0;
    }
}

impl<R: Read> Guarded<R> {
    fn fill(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
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

impl<R: Read> Read for Guarded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() || self.ended {
            return Ok(0);
        }
        loop {
            let count = self.fill(buffer)?;
            if count == 0 {
                self.ended = true;
                if matches!(self.last, b'\n' | b'\r') {
                    return Ok(0);
                }
                // The last line gets the end that it lacks, so that all lines are counted alike.
                buffer[0] = b'\n';
                return Ok(1);
            }
            let mut kept = 0;
            for position in 0..count {
                let byte = buffer[position];
                if !(byte == b'\n' && self.last == b'\r') {
                    buffer[kept] = if byte == b'\r' { b'\n' } else { byte };
                    kept += 1;
                }
                self.last = byte;
            }
            if kept > 0 {
                return Ok(kept);
            }
        }
    }
}
