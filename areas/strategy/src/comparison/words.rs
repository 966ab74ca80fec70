//! Numbers and places in a sentence.

use charts::{Chart, Point, Unit};

/// A count against that of the base year, which is 100.
pub(super) fn indexed(point: Point, base: Option<f64>) -> Point {
    match (point.number(), base) {
        (Some(number), Some(base)) if base > 0.0 => Point::Value(number / base * 100.0),
        _ => point,
    }
}

pub(super) fn words(point: &Point, unit: Unit) -> String {
    match point {
        Point::Value(number) => unit.write(*number),
        Point::Missing { means, .. } => means.clone(),
    }
}

pub(super) fn describe(chart: &Chart, latest: i16) -> String {
    let at = chart.categories.iter().position(|category| *category == latest.to_string());
    let shown = chart.series.iter().filter_map(|series| {
        let point = series.points.get(at?)?;
        Some(format!("{} {}", series.name, words(point, chart.unit)))
    });
    let first = chart.categories.first().cloned().unwrap_or_default();
    let last = chart.categories.last().cloned().unwrap_or_default();
    format!("From {first} to {last}. In {latest}: {}.", shown.collect::<Vec<_>>().join(", "))
}

/// A published number without the zeros that some releases write behind it.
pub(super) fn plain(text: &str) -> String {
    let zeros = text.contains('.') && text.ends_with('0');
    if zeros { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text.to_owned() }
}

pub(super) fn ordinal(number: usize) -> String {
    let ending = match (number % 10, number % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}
