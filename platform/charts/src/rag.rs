//! Red, amber and green: always a word with a shape; the colour only adds to them.

use maud::{Markup, html};

/// A rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rag {
    /// As it should be: a circle.
    Green,
    /// To be watched: a triangle.
    Amber,
    /// Not as it should be: a square.
    Red,
}

impl Rag {
    /// The shape with its words, such as "On time".
    #[must_use]
    pub fn mark(self, words: &str) -> Markup {
        html! {
            span class="wh-rag" {
                svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false" {
                    @match self {
                        Self::Green => circle cx="8" cy="8" r="7" fill="#00703c" {}
                        Self::Amber => polygon points="8,1 15.5,15 0.5,15" fill="#b35c00" {}
                        Self::Red => rect x="1" y="1" width="14" height="14" fill="#b10e1e" {}
                    }
                }
                span { (words) }
            }
        }
    }
}
