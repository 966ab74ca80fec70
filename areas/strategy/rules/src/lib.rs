//! What published statistics about special educational needs say, read without losing or bending a figure.
//!
//! What it is: the reader for the Department for Education's "Education, health and care plans" releases of 2022 and
//! 2025 and for the tribunal appeals table that comes with them. Each file's columns are declared ([`FileSpec`]): the
//! header as published, misspelt or used twice as it may be, beside the name used here. Each value is a [`Cell`]: a
//! number with its exact text, or a code of its own (`x`, `z`, `~` …), never a zero that nobody published. Periods and
//! places are brought to one form ([`Period`], [`Place`]); breaks in a series are facts with a date, a reason and a
//! source ([`breaks`]); official percentages can be recomputed ([`indicators`]); the same figure in two releases is
//! merged so that each keeps the release it came from ([`series`]).
//!
//! What it is not: it opens no files and keeps nothing. It is handed readers, and hands over observations one by one.
//!
//! Where to start: [`Release::recognise`] with the names inside an archive, then [`read_file`] for each; the table of
//! authorities and their statistical neighbours is in [`authorities`]; [`tribunal::read`] reads the appeals table.

pub mod authorities;
mod authorities_table;
pub mod breaks;
mod cell;
mod column;
mod columns_2022;
mod columns_2025;
mod files;
pub mod indicators;
mod observation;
mod period;
pub mod place;
mod read;
mod release;
pub mod series;
pub mod tribunal;

pub use cell::{Answer, Cell, Decimal};
pub use column::{Column, Unit};
pub use files::{FileKind, FileSpec};
pub use observation::{Observation, ReadReport};
pub use period::{Basis, Period};
pub use place::{Level, Place};
pub use read::{Sink, read_file};
pub use release::{NotARelease, Release};
