//! The real releases, read from end to end. Left out, with a line that says so, where the published files are absent.

#![expect(clippy::unwrap_used, reason = "a helper of a test may stop the test")]
mod key_series;
mod percentages;
mod published;
mod releases;
