//! What kind of limit a rule sets, and how its days are counted.

use super::RuleId;

/// A length of time as the law puts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Length {
    /// Calendar weeks.
    Weeks(u32),
    /// Calendar months.
    Months(u32),
    /// Working days.
    WorkingDays(u32),
}

/// How long the law gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Calendar weeks.
    Weeks(u32),
    /// Calendar days.
    CalendarDays(u32),
    /// Working days.
    WorkingDays(u32),
    /// Calendar months.
    Months(u32),
    /// Before this day of the calendar year of the event.
    BeforeDate {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// At least this long before the event.
    Backwards(Length),
    /// The later of two limits.
    LaterOf(LaterOf),
    /// A date that follows from the birth date.
    DateRule(DateRule),
    /// Goes on until an event: the end of the appeal window, or of the appeal.
    UntilEvent,
    /// The limits of other rules apply.
    AsOther(&'static [RuleId]),
    /// As soon as practicable, with no number.
    Asap,
    /// At once.
    Immediate,
    /// No limit in law; where it helps, the weeks from the start at which work is planned and must be done.
    NoLimit {
        /// Planning target and hard internal target, in weeks from receipt.
        planned: Option<(u32, u32)>,
    },
}

/// Limits that are the later of two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LaterOf {
    /// So many months from the notice and so many from the mediation certificate.
    NoticeAndCertificate {
        /// Months from the decision notice.
        notice: u32,
        /// Months from the certificate.
        certificate: u32,
    },
    /// So many months from the plan or its last review and so many from the transfer.
    ReviewAndTransfer {
        /// Months from the plan or last review.
        review: u32,
        /// Months from the transfer.
        transfer: u32,
    },
}

/// Limits that follow from the birth date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateRule {
    /// The last Friday in June of the academic year of the 16th birthday.
    LastFridayInJune,
    /// The end of the academic year of the 25th birthday.
    EndOfYear25,
    /// From Year 9.
    FromYearNine,
    /// While the child is under five, at intervals of so many months.
    UnderFive {
        /// The longer interval, in months.
        months: u32,
    },
}

/// How days are counted from the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Counting {
    /// "within N of": the start day does not count.
    ExcludeStart,
    /// "N beginning with": the start day counts.
    IncludeStart,
    /// The corresponding date of the later month.
    CorrespondingDate,
    /// Backwards from the event.
    Backwards,
    /// As the tribunal counts: the start day does not count, nor do August and 25 December to 1 January.
    Tribunal,
    /// There is nothing to count.
    None,
}

impl Counting {
    /// In words, as it ends a working.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::ExcludeStart => "not counting the first day",
            Self::IncludeStart => "counting the first day",
            Self::CorrespondingDate => "to the same date of the later month",
            Self::Backwards => "counted backwards",
            Self::Tribunal => "not counting the first day, August, or 25 December to 1 January",
            Self::None => "",
        }
    }
}

impl Limit {
    /// In words: "6 weeks", "before 15 February".
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::Weeks(count) => plural(count, "week"),
            Self::CalendarDays(count) => plural(count, "day"),
            Self::WorkingDays(count) => plural(count, "working day"),
            Self::Months(count) => plural(count, "month"),
            Self::BeforeDate { month, day } => format!("before {day} {}", month_name(month)),
            Self::Backwards(Length::Weeks(count)) => format!("at least {} before", plural(count, "week")),
            Self::Backwards(Length::Months(count)) => format!("at least {} before", plural(count, "month")),
            Self::Backwards(Length::WorkingDays(count)) => format!("at least {} before", plural(count, "working day")),
            Self::LaterOf(LaterOf::NoticeAndCertificate { notice, certificate }) => format!(
                "the later of {} from the notice and {} from the certificate",
                plural(notice, "month"),
                plural(certificate, "month")
            ),
            Self::LaterOf(LaterOf::ReviewAndTransfer { review, transfer }) => format!(
                "the later of {} from the plan or last review and {} from the transfer",
                plural(review, "month"),
                plural(transfer, "month")
            ),
            Self::DateRule(DateRule::LastFridayInJune) => {
                "the last Friday in June of the school year of the 16th birthday".to_owned()
            }
            Self::DateRule(DateRule::EndOfYear25) => "the end of the academic year of the 25th birthday".to_owned(),
            Self::DateRule(DateRule::FromYearNine) => "from Year 9".to_owned(),
            Self::DateRule(DateRule::UnderFive { months }) => {
                format!("every 3 to {} while under five", plural(months, "month"))
            }
            Self::UntilEvent => "until the appeal window or the appeal ends".to_owned(),
            Self::AsOther(rules) => {
                let names: Vec<&str> = rules.iter().map(|rule| rule.as_str()).collect();
                format!("as {}", names.join(", "))
            }
            Self::Asap => "as soon as practicable".to_owned(),
            Self::Immediate => "at once".to_owned(),
            Self::NoLimit { planned: None } => "no limit in law".to_owned(),
            Self::NoLimit { planned: Some((target, hard)) } => {
                format!("no limit in law; planned for week {target}, week {hard} at the latest")
            }
        }
    }

    /// The calendar function that does the arithmetic, for `docs/law.md`.
    #[must_use]
    pub const fn function(self, counting: Counting) -> &'static str {
        match (self, counting) {
            (Self::Weeks(_), _) | (Self::NoLimit { planned: Some(_) }, _) => "limits::weeks_excl",
            (Self::CalendarDays(_), Counting::IncludeStart) => "limits::days_incl",
            (Self::CalendarDays(_), _) => "limits::days_excl",
            (Self::WorkingDays(_), Counting::IncludeStart) => "Calendar::wdays_incl",
            (Self::WorkingDays(_), Counting::Tribunal) => "tribunal::tribunal_wdays_excl",
            (Self::WorkingDays(_), _) => "Calendar::wdays_excl",
            (Self::Months(_), Counting::IncludeStart) => "limits::months_incl",
            (Self::Months(_), _) => "limits::months_excl",
            (Self::BeforeDate { .. }, _) => "limits::before",
            (Self::Backwards(Length::Weeks(_)), _) => "limits::backwards",
            (Self::Backwards(Length::Months(_)), _) => "limits::months_backwards",
            (Self::Backwards(Length::WorkingDays(_)), _) => "Calendar::wdays_before",
            (Self::LaterOf(LaterOf::NoticeAndCertificate { .. }) | Self::UntilEvent, _) => "tribunal::appeal_window",
            (Self::LaterOf(LaterOf::ReviewAndTransfer { .. }), _) => "limits::months_incl",
            (Self::DateRule(DateRule::LastFridayInJune), _) => "school_year::leaving_date",
            (Self::DateRule(DateRule::EndOfYear25), _) => "school_year::plan_age_limit",
            (Self::DateRule(DateRule::FromYearNine), _) => "school_year::year_nine_from",
            (Self::DateRule(DateRule::UnderFive { .. }), _) => "limits::months_excl",
            (Self::AsOther(_) | Self::Asap | Self::Immediate | Self::NoLimit { planned: None }, _) => "–",
        }
    }
}

fn plural(count: u32, unit: &str) -> String {
    if count == 1 { format!("1 {unit}") } else { format!("{count} {unit}s") }
}

fn month_name(month: i8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::try_from(month).ok().and_then(|month| NAMES.get(month.wrapping_sub(1))).copied().unwrap_or("")
}
