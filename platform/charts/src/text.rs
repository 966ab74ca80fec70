//! Text inside a picture.

use crate::palette::INK;
use maud::{Markup, html};

/// Where text stands against its point.
#[derive(Clone, Copy)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// One line of text.
pub(crate) fn text(x: f64, y: f64, anchor: Anchor, bold: bool, says: &str) -> Markup {
    let anchor = match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    html! {
        text x=(format!("{x:.1}")) y=(format!("{y:.1}")) text-anchor=(anchor) font-family="Arial, sans-serif"
            font-size="14" font-weight=[bold.then_some("700")] fill=(INK) { (says) }
    }
}

/// The text broken into lines of at most so many characters, at spaces where it can be.
pub(crate) fn wrapped(says: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in says.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Cut to at most so many characters.
pub(crate) fn cut(says: &str, width: usize) -> String {
    if says.chars().count() <= width {
        return says.to_owned();
    }
    let mut text: String = says.chars().take(width.saturating_sub(1)).collect();
    text.push('\u{2026}');
    text
}
