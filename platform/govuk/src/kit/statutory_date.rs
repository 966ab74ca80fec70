//! A date that the law sets, with its state in a word.

use jiff::civil::Date;
use maud::{Markup, Render, html};

use super::dates::time;
use crate::{Tag, TagColour};

/// How a statutory date stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateState {
    /// What was due is done.
    Done,
    /// There is time.
    InTime,
    /// The date is near.
    Soon,
    /// The date is today.
    Today,
    /// The date has passed.
    Late,
    /// The clock has not started, or has stopped.
    Waiting,
}

/// A date that the law sets, with its state in a word: "Late by 3 days", "Due in 5 days".
#[derive(Clone, Debug)]
pub struct StatutoryDate {
    date: Option<Date>,
    state: DateState,
    words: String,
}

/// From how many days before a date it counts as near.
const SOON: i32 = 7;

impl StatutoryDate {
    /// What must be done by `date`, seen on `today`.
    pub fn due(date: Date, today: Date) -> Self {
        let days = (date - today).get_days();
        let count = |days: i32| if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
        let (state, words) = match days {
            ..0 => (DateState::Late, format!("Late by {}", count(-days))),
            0 => (DateState::Today, "Due today".to_owned()),
            1..=SOON => (DateState::Soon, format!("Due in {}", count(days))),
            _ => (DateState::InTime, "In time".to_owned()),
        };
        Self { date: Some(date), state, words }
    }

    /// What was done on `date`.
    pub fn done(date: Date) -> Self {
        Self { date: Some(date), state: DateState::Done, words: "Done".to_owned() }
    }

    /// No date yet, for example "Waiting for the school".
    pub fn waiting(words: impl Into<String>) -> Self {
        Self { date: None, state: DateState::Waiting, words: words.into() }
    }

    /// Any state in any words.
    pub fn new(date: Option<Date>, state: DateState, words: impl Into<String>) -> Self {
        Self { date, state, words: words.into() }
    }

    /// The same in other words.
    #[must_use]
    pub fn words(mut self, words: impl Into<String>) -> Self {
        self.words = words.into();
        self
    }

    /// How the date stands.
    pub fn state(&self) -> DateState {
        self.state
    }
}

impl DateState {
    fn colour(self) -> TagColour {
        match self {
            Self::Done => TagColour::Green,
            Self::InTime => TagColour::Teal,
            Self::Soon => TagColour::Yellow,
            Self::Today => TagColour::Orange,
            Self::Late => TagColour::Red,
            Self::Waiting => TagColour::Grey,
        }
    }
}

impl Render for StatutoryDate {
    fn render(&self) -> Markup {
        html! {
            span class="wh-date" {
                (Tag::new(&self.words).colour(self.state.colour()))
                @if let Some(date) = self.date { " " (time(date)) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_word_tells_the_state() {
        let today = date(2026, 11, 22);
        let words = |due: Date| StatutoryDate::due(due, today).words;
        assert_eq!(words(date(2026, 11, 19)), "Late by 3 days");
        assert_eq!(words(date(2026, 11, 21)), "Late by 1 day");
        assert_eq!(words(date(2026, 11, 22)), "Due today");
        assert_eq!(words(date(2026, 11, 23)), "Due in 1 day");
        assert_eq!(words(date(2026, 11, 29)), "Due in 7 days");
        assert_eq!(words(date(2026, 11, 30)), "In time");
        assert_eq!(words(date(2027, 11, 30)), "In time");
        assert_eq!(words(date(2025, 11, 22)), "Late by 365 days");
    }
}
