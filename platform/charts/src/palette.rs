//! Colours, markers, dashes and fill patterns: a series is known by any one of them.

use maud::{Markup, html};

/// The colours of the series, in order (Government Analysis Function categorical palette).
pub const COLOURS: [&str; 4] = ["#12436D", "#28A197", "#801650", "#F46A25"];

/// The colour of text and axes.
pub const INK: &str = "#0b0c0c";

/// The colour of grid lines, which carry nothing that the labels don't.
pub(crate) const GRID: &str = "#b1b4b6";

pub(crate) fn colour(series: usize) -> &'static str {
    COLOURS[series % COLOURS.len()]
}

/// The dash of a line; the first is solid.
pub(crate) fn dash(series: usize) -> Option<&'static str> {
    [None, Some("8 4"), Some("2 4"), Some("10 3 2 3")][series % 4]
}

/// A marker at a place: circle, square, triangle or diamond.
pub(crate) fn marker(series: usize, x: f64, y: f64) -> Markup {
    let fill = colour(series);
    let at = |dx: f64, dy: f64| format!("{:.1},{:.1}", x + dx, y + dy);
    html! {
        @match series % 4 {
            0 => circle cx=(format!("{x:.1}")) cy=(format!("{y:.1}")) r="4" fill=(fill) {}
            1 => rect x=(format!("{:.1}", x - 3.5)) y=(format!("{:.1}", y - 3.5)) width="7" height="7" fill=(fill) {}
            2 => polygon points=(format!("{} {} {}", at(0.0, -5.0), at(4.5, 3.5), at(-4.5, 3.5))) fill=(fill) {}
            _ => polygon points=(format!("{} {} {} {}", at(0.0, -5.0), at(5.0, 0.0), at(0.0, 5.0), at(-5.0, 0.0))) fill=(fill) {}
        }
    }
}

/// The definitions of the fill patterns, under ids of this chart.
pub(crate) fn patterns(id: &str, count: usize) -> Markup {
    html! {
        defs {
            @for series in 1..count.max(2) {
                pattern id=(format!("{id}-fill-{series}")) width="6" height="6" patternUnits="userSpaceOnUse"
                    patternTransform=(["rotate(0)", "rotate(45)", "rotate(-45)", "rotate(90)"][series % 4]) {
                    rect width="6" height="6" fill="#ffffff" {}
                    rect width="3" height="6" fill=(colour(series)) {}
                }
            }
        }
    }
}

/// The fill of a bar: the first series is solid, the others are hatched.
pub(crate) fn fill(id: &str, series: usize) -> String {
    if series.is_multiple_of(4) { colour(0).to_owned() } else { format!("url(#{id}-fill-{})", series % 4) }
}
