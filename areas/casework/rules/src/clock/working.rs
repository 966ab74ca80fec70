//! How a date was worked out, as a sentence that anybody can check with a wall calendar.

use super::Deadline;
use crate::law::{Counting, DateRule, LaterOf, Length, Limit, Moment, RuleId};
use crate::words::long_date;

impl Deadline {
    /// The working: "2 March 2026 (the request was received) + 6 weeks, not counting the day of receipt".
    #[must_use]
    pub fn working(&self) -> String {
        let from = format!("{} ({})", long_date(self.started), self.started_by.words());
        if self.rule.id == RuleId::Rev09 {
            return self.amended_plan(&from);
        }
        let main = match self.rule.limit {
            Limit::Weeks(_) | Limit::CalendarDays(_) | Limit::WorkingDays(_) => {
                let day = self.first_day();
                let counting = match self.rule.counting {
                    Counting::IncludeStart => format!("counting {day}"),
                    Counting::Tribunal => format!("not counting {day}, August, or 25 December to 1 January"),
                    _ => format!("not counting {day}"),
                };
                format!("{from} + {}, {counting}", self.rule.limit.words())
            }
            Limit::Months(_) if self.rule.counting == Counting::IncludeStart => {
                format!("{from} + {}, counting {}", self.rule.limit.words(), self.first_day())
            }
            Limit::Months(_) => format!("{from} + {}, to the same date of the month", self.rule.limit.words()),
            Limit::BeforeDate { .. } => {
                let strict = self.strict_due.map(long_date).unwrap_or_default();
                let due = self.due.map(long_date).unwrap_or_default();
                format!("before {due}, the year of {from}: the last lawful day is {strict}")
            }
            Limit::Backwards(Length::Weeks(count)) => format!("{from} − {count} weeks"),
            Limit::Backwards(Length::Months(count)) => {
                format!("{from} − {count} months, to the same date of the month")
            }
            Limit::Backwards(Length::WorkingDays(count)) => format!("{from} − {count} working days"),
            Limit::LaterOf(LaterOf::NoticeAndCertificate { notice, certificate }) => {
                format!("the later of {from} + {notice} months and any mediation certificate + {certificate} month")
            }
            Limit::LaterOf(LaterOf::ReviewAndTransfer { review, transfer }) => format!(
                "the later of {review} months starting with the plan or its last review, and {transfer} months starting with {from}"
            ),
            Limit::DateRule(DateRule::LastFridayInJune) => {
                format!(
                    "born {}: the last Friday in June of the school year of the 16th birthday",
                    long_date(self.started)
                )
            }
            Limit::DateRule(DateRule::EndOfYear25) => {
                format!("born {}: the 31 July on or after the 25th birthday", long_date(self.started))
            }
            Limit::DateRule(DateRule::FromYearNine) => {
                format!("born {}: the 1 September on which Year 9 usually starts", long_date(self.started))
            }
            Limit::DateRule(DateRule::UnderFive { months }) => format!("{from} + {months} months, while under five"),
            Limit::UntilEvent => format!("{from}, until the time to appeal, or the appeal, has ended"),
            Limit::AsOther(_) => format!("{from}, {}", self.rule.limit.words()),
            Limit::Asap => format!("{from}: as soon as practicable"),
            Limit::Immediate => format!("{from}: at once"),
            Limit::NoLimit { planned: Some((target, hard)) } => {
                format!("{from}: no limit in law; planned for week {target}, week {hard} at the latest")
            }
            Limit::NoLimit { planned: None } => format!("{from}: no limit in law"),
        };
        match self.nominal_due {
            Some(nominal) => format!(
                "{main}; that is {}, which the tribunal’s holidays move to the next working day after them",
                long_date(nominal)
            ),
            None => main,
        }
    }

    fn amended_plan(&self, from: &str) -> String {
        match (self.started_by, self.outer_limit) {
            (Moment::ReviewMeeting, _) => format!("{from} + 12 weeks, if the notice is sent on its last day"),
            (_, Some(outer)) => format!(
                "{from} + 8 weeks, not counting that day, and never after 12 weeks from the review meeting, {}",
                long_date(outer)
            ),
            (_, None) => format!("{from} + 8 weeks, not counting that day"),
        }
    }

    const fn first_day(&self) -> &'static str {
        match self.started_by {
            Moment::RequestReceived | Moment::ReassessmentRequested => "the day of receipt",
            Moment::DraftServed => "the day of service",
            Moment::ReviewMeeting => "the day of the meeting",
            _ => "that day",
        }
    }
}
