//! What the first bytes of a file give away: that it is not a text table at all, its byte-order mark, its delimiter.

use crate::read::FileError;

pub(crate) const SAMPLE: usize = 8 * 1024;

/// What the first bytes say about a file that is a text table.
pub(crate) struct Sniffed {
    /// Bytes to skip before the text starts.
    pub mark: usize,
    pub delimiter: u8,
}

/// Refuses what can't be a delimited text file, with the sentence that helps; otherwise finds mark and delimiter.
pub(crate) fn sniff(sample: &[u8]) -> Result<Sniffed, FileError> {
    if sample.is_empty() {
        return Err(FileError::Empty);
    }
    if sample.starts_with(b"PK\x03\x04") {
        let says_xl = contains(sample, b"xl/") || contains(sample, b"[Content_Types].xml");
        return Err(FileError::NotText(if says_xl { "an Excel workbook (.xlsx)" } else { "a ZIP archive" }));
    }
    for (magic, what) in [
        (&b"\xD0\xCF\x11\xE0"[..], "an older Excel workbook (.xls)"),
        (b"%PDF", "a PDF document"),
        (b"\x1F\x8B", "a gzip archive"),
        (b"SQLite format 3\0", "an SQLite database"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
        (b"PAR1", "a Parquet file"),
    ] {
        if sample.starts_with(magic) {
            return Err(FileError::NotText(what));
        }
    }
    if sample.starts_with(&[0xFF, 0xFE]) || sample.starts_with(&[0xFE, 0xFF]) {
        return Err(FileError::Utf16);
    }
    let nuls = sample.iter().filter(|byte| **byte == 0).count();
    if nuls * 4 >= sample.len() {
        return Err(if nuls * 5 <= sample.len() * 3 { FileError::Utf16 } else { FileError::NotText("a binary file") });
    }
    let mark = if sample.starts_with(&[0xEF, 0xBB, 0xBF]) { 3 } else { 0 };
    let text = &sample[mark..];
    let start = text.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(0);
    let opening = text[start..].iter().take(9).map(u8::to_ascii_lowercase).collect::<Vec<_>>();
    if opening.starts_with(b"<!doctype") || opening.starts_with(b"<html") {
        return Err(FileError::NotText("a web page (perhaps a sign-in page saved by mistake)"));
    }
    if text.iter().all(u8::is_ascii_whitespace) {
        return Err(FileError::Empty);
    }
    Ok(Sniffed { mark, delimiter: delimiter(text) })
}

/// The delimiter used most in the first line, outside quotation marks; a comma when none is used.
fn delimiter(text: &[u8]) -> u8 {
    const CANDIDATES: [u8; 4] = [b',', b'\t', b';', b'|'];
    let mut counts = [0_usize; 4];
    let mut quoted = false;
    for byte in text.iter().skip_while(|byte| matches!(byte, b'\r' | b'\n')) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            other if !quoted => {
                if let Some(at) = CANDIDATES.iter().position(|candidate| candidate == other) {
                    counts[at] += 1;
                }
            }
            _ => {}
        }
    }
    let mut best = 0;
    for at in 1..CANDIDATES.len() {
        if counts[at] > counts[best] {
            best = at;
        }
    }
    CANDIDATES[best]
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_delimiter_outside_quotation_marks() {
        assert_eq!(delimiter(b"a;b;\"c,d,e,f\"\n1;2;3\n"), b';');
        assert_eq!(delimiter(b"a\tb\n"), b'\t');
        assert_eq!(delimiter(b"only one column\n"), b',');
    }
}
