//! A declared column: the header as published, and the name used here.

use serde::Serialize;

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// How many.
    Count,
    /// A percentage.
    Percent,
    /// A word, such as Yes or No.
    Answer,
}

/// A column of a published file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Column {
    /// The header exactly as published; a second use of the same header carries `.1`.
    pub header: &'static str,
    /// The name used here, the same in every release in which the measure is the same.
    pub measure: &'static str,
    /// What the values are.
    pub unit: Unit,
}

pub(crate) const fn count(header: &'static str, measure: &'static str) -> Column {
    Column { header, measure, unit: Unit::Count }
}

pub(crate) const fn percent(header: &'static str, measure: &'static str) -> Column {
    Column { header, measure, unit: Unit::Percent }
}

pub(crate) const fn answer(header: &'static str, measure: &'static str) -> Column {
    Column { header, measure, unit: Unit::Answer }
}
