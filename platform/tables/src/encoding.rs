//! Which characters the bytes stand for: decided from the first row that is not plain ASCII, then held to.

use csv::{ByteRecord, StringRecord};
use serde::{Deserialize, Serialize};

/// The encoding a file turned out to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// Only plain ASCII has been seen so far, which reads the same either way.
    Ascii,
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// Windows-1252 ("ANSI"), as older Windows programs write it.
    Windows1252,
}

impl std::fmt::Display for Encoding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Ascii => "plain ASCII",
            Self::Utf8 => "UTF-8",
            Self::Windows1252 => "Windows-1252",
        })
    }
}

/// What the caller knows about the encoding beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Expect {
    /// Find out: UTF-8 if the first row with accents is valid UTF-8, Windows-1252 otherwise.
    #[default]
    Auto,
    /// Only UTF-8 will do.
    Utf8,
    /// Windows-1252, unless a byte-order mark says UTF-8.
    Windows1252,
}

/// Decodes records, and remembers what was decided.
#[derive(Debug)]
pub(crate) struct Decoder {
    decided: Encoding,
}

/// A value that the decided encoding can't read: the position of the value, and a sentence.
pub(crate) struct Undecodable {
    pub position: usize,
    pub shown: String,
    pub says: &'static str,
}

impl Decoder {
    pub fn new(expect: Expect, has_utf8_mark: bool) -> Self {
        let decided = match (expect, has_utf8_mark) {
            (_, true) | (Expect::Utf8, _) => Encoding::Utf8,
            (Expect::Windows1252, false) => Encoding::Windows1252,
            (Expect::Auto, false) => Encoding::Ascii,
        };
        Self { decided }
    }

    pub fn encoding(&self) -> Encoding {
        self.decided
    }

    /// Puts the record's text into `into`.
    pub fn decode(&mut self, record: &ByteRecord, into: &mut StringRecord) -> Result<(), Undecodable> {
        into.clear();
        if let Some(position) = record.iter().position(|field| field.contains(&0)) {
            return Err(Undecodable {
                position,
                shown: String::from_utf8_lossy(&record[position]).replace('\0', "\u{2400}"),
                says: "contains a NUL byte, which no text file should: the file may be damaged",
            });
        }
        if self.decided == Encoding::Ascii && !record.as_slice().is_ascii() {
            let valid = record.iter().all(|field| std::str::from_utf8(field).is_ok());
            self.decided = if valid { Encoding::Utf8 } else { Encoding::Windows1252 };
        }
        for (position, field) in record.iter().enumerate() {
            match self.decided {
                Encoding::Windows1252 => into.push_field(&windows_1252(field, position)?),
                Encoding::Utf8 | Encoding::Ascii => match std::str::from_utf8(field) {
                    Ok(text) => into.push_field(text),
                    Err(_) => {
                        return Err(Undecodable {
                            position,
                            shown: String::from_utf8_lossy(field).into_owned(),
                            says: "is not valid UTF-8, although the rest of the file is: it was probably pasted from \
                                   another program",
                        });
                    }
                },
            }
        }
        Ok(())
    }
}

fn windows_1252(field: &[u8], position: usize) -> Result<std::borrow::Cow<'_, str>, Undecodable> {
    let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(field);
    // Five bytes have no character in Windows-1252; the decoder turns them into control characters.
    if text.chars().any(|c| matches!(c, '\u{81}' | '\u{8d}' | '\u{8f}' | '\u{90}' | '\u{9d}')) {
        return Err(Undecodable {
            position,
            shown: text.chars().map(|c| if ('\u{80}'..'\u{a0}').contains(&c) { '\u{fffd}' } else { c }).collect(),
            says: "has bytes that are neither UTF-8 nor Windows-1252: save the file again as 'CSV UTF-8'",
        });
    }
    Ok(text)
}
