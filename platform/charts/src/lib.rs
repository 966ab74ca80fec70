//! Charts that everybody can read: server-made SVG with the same numbers in a table beneath.
//!
//! What it is: one struct, [`Chart`], and four ways to show it: the picture ([`Chart::svg`]: a line, bar or column
//! chart), the table ([`Chart::table`]), the rows for a CSV download ([`Chart::rows`]), and all of it together with
//! the notes and the source ([`Chart::figure`]). Series differ by colour, marker and dash, or by fill pattern; they are
//! labelled where they end rather than in a key; a value that is missing is a gap with its code, never a zero; a break
//! in the series is a dashed line with a letter that the notes explain. [`Rag`] is always a word with a shape.
//!
//! What it is not: it draws no maps, needs no JavaScript, reads no data, and rounds nothing but the labels.
//! There are no inline styles, so it works under a strict content security policy; [`STYLE`] is the little CSS it uses.
//!
//! Colours and rules follow the Government Analysis Function's guidance on charts (palette, direct labels, an active
//! title of at most ten words); contrast with white is at least 3:1, held by a test.
//!
//! Where to start: build a [`Chart`], then call [`Chart::figure`].

mod axis;
mod bar;
mod chart;
mod column;
mod figure;
mod line;
mod number;
mod palette;
mod rag;
mod text;

pub use chart::{Break, Chart, Kind, Point, Series, Unit};
pub use number::grouped;
pub use palette::{COLOURS, INK};
pub use rag::Rag;

/// The CSS that charts use, for the site's own style sheet.
pub const STYLE: &str = include_str!("charts.css");

#[cfg(test)]
mod tests;
