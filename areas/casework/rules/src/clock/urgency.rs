//! What is most urgent in law, so that a list of cases can be put in order.

use calendar::closures::days_between;
use jiff::civil::Date;

use super::{Clock, Deadline};
use crate::law::{Kind, RuleId, Who};

/// The authority's duty on a case whose last lawful day comes first. Sorts most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Urgency {
    /// The last lawful day.
    pub day: Date,
    /// The rule.
    pub rule: RuleId,
    /// What is due: "6-week decision".
    pub label: &'static str,
}

impl Urgency {
    /// Days left from this day on: 0 on the last lawful day, below 0 once it is late.
    #[must_use]
    pub fn days_left(&self, today: Date) -> i32 {
        if today <= self.day { days_between(today, self.day) } else { -days_between(self.day, today) }
    }

    /// Whether it is late.
    #[must_use]
    pub fn is_late(&self, today: Date) -> bool {
        today > self.day
    }

    /// In plain words: "6-week decision due in 3 days", "6-week decision 2 days late".
    #[must_use]
    pub fn words(&self, today: Date) -> String {
        let label = self.label;
        match self.days_left(today) {
            0 => format!("{label} due today"),
            1 => format!("{label} due tomorrow"),
            -1 => format!("{label} 1 day late"),
            days if days < 0 => format!("{label} {} days late", -days),
            days => format!("{label} due in {days} days"),
        }
    }
}

impl Deadline {
    fn urgency(&self) -> Option<Urgency> {
        let ours = matches!(self.rule.who, Who::Authority | Who::NewAuthority | Who::OldAuthority);
        if !ours || !self.is_duty() || !self.is_open() {
            return None;
        }
        Some(Urgency { day: self.limit_day()?, rule: self.rule.id, label: self.rule.label })
    }
}

impl Clock {
    /// The authority's most urgent open duty: the earliest last lawful day, late or not.
    #[must_use]
    pub fn urgency(&self) -> Option<Urgency> {
        self.deadlines.iter().filter_map(Deadline::urgency).min()
    }

    /// The next day on which something falls due, late or not: a last lawful day, or the end of time that must be
    /// given. A family's own time and dates on which something turns by itself are left out.
    #[must_use]
    pub fn next_step(&self) -> Option<Date> {
        self.open().filter(|deadline| deadline.rule.kind != Kind::Turning).filter_map(Deadline::limit_day).min()
    }
}
