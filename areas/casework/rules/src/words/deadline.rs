//! A deadline in words for each audience.

use super::{Audience, long_date};
use crate::clock::{Deadline, State};
use crate::law::{Kind, Who};

impl Deadline {
    /// What this deadline means for the reader, in one or two sentences.
    #[must_use]
    pub fn words(&self, audience: Audience) -> String {
        match audience {
            Audience::Family => self.for_family(),
            Audience::Setting => self.for_setting(),
            Audience::Officer => self.for_officer(),
            Audience::Board => self.for_board(),
        }
    }

    fn for_family(&self) -> String {
        let who = self.rule.who.plain();
        let must = if self.rule.who == Who::Family { "can" } else { "must" };
        let plain = self.rule.plain;
        let tail = match self.state {
            State::Met { on } if self.rule.kind == Kind::LastDay => format!(" This was done on {}.", long_date(on)),
            State::Running | State::Met { .. } => String::new(),
            State::MetLate { on } => format!(" This was done late, on {}.", long_date(on)),
            State::Missed if self.rule.kind == Kind::LeastTime => " You were not given all of this time.".to_owned(),
            State::Missed => " This is late.".to_owned(),
            State::NotApplicable { .. } => return "This step is not needed now.".to_owned(),
        };
        // The day comes first, so that nobody reads it as the day of something else in the sentence.
        let begins = match (self.limit_day(), self.rule.kind) {
            (Some(day), Kind::LeastTime) => format!("Until the end of {}, {who}", long_date(day)),
            (Some(day), Kind::Turning) if self.rule.who != Who::Family => format!("From {}, {who}", long_date(day)),
            (Some(day), _) => format!("By {}, {who}", long_date(day)),
            (None, _) => capitalised(who),
        };
        format!("{begins} {must} {plain}.{tail}")
    }

    fn for_setting(&self) -> String {
        let who = capitalised(self.rule.who.formal());
        let verb = if self.rule.who == Who::Family { "may" } else { "must" };
        let only_if = self.rule.only_if.map(|text| format!(", {text}")).unwrap_or_default();
        format!("{who} {verb} {}{only_if}. {}", self.rule.duty, self.standing())
    }

    fn for_officer(&self) -> String {
        let confirm = if self.rule.confirmed() { "" } else { " To be confirmed." };
        let exception = match (self.claimed, self.exception) {
            (Some(_), Some(_)) => " An exception is recorded and its facts are there; the date stands.",
            (Some(_), None) => " An exception is recorded, but its facts are not there.",
            (None, Some(_)) => " An exception may be recorded if it made the limit impractical; the date stands.",
            (None, None) => "",
        };
        let target = match (self.target, self.limit_day()) {
            (Some(target), Some(day)) if target != day && matches!(self.state, State::Running) => {
                format!(" Last working day before it: {}.", long_date(target))
            }
            _ => String::new(),
        };
        format!(
            "{} {}. {} That is {}.{target}{exception}{confirm}",
            self.rule.id,
            self.rule.label,
            self.standing(),
            self.working()
        )
    }

    fn for_board(&self) -> String {
        format!("{}. {}", self.rule.label, self.standing())
    }

    /// How it stands, in a sentence: "Due 13 April 2026.", "Done on 8 April 2026, in time."
    #[must_use]
    pub fn standing(&self) -> String {
        match (self.state, self.limit_day(), self.rule.kind) {
            (State::Running, Some(day), Kind::LeastTime) => format!("Runs to the end of {}.", long_date(day)),
            (State::Running, Some(day), _) => format!("Due {}.", long_date(day)),
            (State::Running, None, _) => "Open, with no day set by law.".to_owned(),
            (State::Met { .. }, Some(day), Kind::LeastTime) => format!("Given in full, to {}.", long_date(day)),
            (State::Met { on }, _, Kind::Turning) => format!("Since {}.", long_date(on)),
            (State::Met { on }, _, _) => format!("Done on {}, in time.", long_date(on)),
            (State::MetLate { on }, Some(day), _) => {
                format!("Done on {}, late: it was due {}.", long_date(on), long_date(day))
            }
            (State::MetLate { on }, None, _) => format!("Done on {}, late.", long_date(on)),
            (State::Missed, _, Kind::LeastTime) => "Cut short.".to_owned(),
            (State::Missed, Some(day), _) => format!("Late: it was due {}.", long_date(day)),
            (State::Missed, None, _) => "Late.".to_owned(),
            (State::NotApplicable { since }, _, _) => format!("Not needed since {}.", long_date(since)),
        }
    }
}

pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
