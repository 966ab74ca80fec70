//! The case file: the row that lists are read from. Everything in it follows from the events, so it can be made again.

use calendar::Calendar;
use casework_rules::{Case, Deadline, Requester, StageKind, clock::Ask, law::RuleId};
use jiff::civil::Date;
use record::{CaseId, PersonId, StaffId, TeamId};

/// A family that hears nothing for longer than this many working days is marked on the officer's list. The area's own
/// aim, not law: being kept informed is what families ask for first.
const WORD_WITHIN: u32 = 10;

/// The lists a case can be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Band {
    /// Requests on which the authority has yet to decide or to tell the family.
    Requests,
    /// Assessments under way and plans being written.
    Assessments,
    /// Plans in force, with their reviews.
    Plans,
    /// Over, for now.
    Closed,
}

impl Band {
    /// Every list.
    pub const ALL: [Self; 4] = [Self::Requests, Self::Assessments, Self::Plans, Self::Closed];

    /// Its name in the store and in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Requests => "requests",
            Self::Assessments => "assessments",
            Self::Plans => "plans",
            Self::Closed => "closed",
        }
    }

    /// The list of this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|band| band.code() == code)
    }

    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Requests => "New requests",
            Self::Assessments => "Assessments and drafts",
            Self::Plans => "Plans",
            Self::Closed => "Closed",
        }
    }

    fn of(case: &Case) -> Self {
        use casework_rules::Stage;
        match case.stage() {
            Stage::NotStarted | Stage::Deciding { .. } => Self::Requests,
            Stage::NotAssessing { notified: None, .. } => Self::Requests,
            Stage::Assessing { notified: None, .. } => Self::Requests,
            Stage::Assessing { .. } | Stage::Drafting { .. } | Stage::DraftWithFamily { .. } => Self::Assessments,
            Stage::NoPlan { notified: None, .. } => Self::Assessments,
            Stage::Plan { .. } | Stage::Reviewing { .. } | Stage::Amending { .. } | Stage::Ending { .. } => Self::Plans,
            Stage::NotAssessing { .. } | Stage::NoPlan { .. } | Stage::Withdrawn { .. } | Stage::Ceased { .. } => {
                Self::Closed
            }
        }
    }
}

/// A case as lists show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFile {
    /// The case.
    pub id: CaseId,
    /// What people quote: "EHC-7K3M9Q".
    pub reference: String,
    /// Whom it is about.
    pub child: PersonId,
    /// Where it is.
    pub stage: StageKind,
    /// Which list it is in.
    pub band: Band,
    /// The day the request was received, or the plan brought in.
    pub received_on: Option<Date>,
    /// The last day of the 6 weeks.
    pub decision_due: Option<Date>,
    /// The last day of the 16 weeks.
    pub no_plan_due: Option<Date>,
    /// The last day of the 20 weeks.
    pub final_due: Option<Date>,
    /// The authority's most urgent open duty: its last lawful day, late or not.
    pub next_due: Option<Date>,
    /// What that duty is: "6-week decision".
    pub next_label: Option<String>,
    /// The next day on which anything falls due, for anybody.
    pub next_step_on: Option<Date>,
    /// Who has it.
    pub officer: Option<StaffId>,
    /// Which team has it.
    pub team: Option<TeamId>,
    /// Who asked.
    pub requester: Option<Requester>,
    /// The last day on which the family was told something.
    pub told_on: Option<Date>,
    /// How many events it has.
    pub version: u32,
}

impl CaseFile {
    /// The file of a case as its events make it. None before the first event.
    pub fn of(id: CaseId, case: &Case, team: Option<TeamId>, calendar: &Calendar) -> Option<Self> {
        let child = case.child()?.as_str().parse().ok()?;
        let clock = Ask::new(case.regime(), calendar).of(case.facts());
        let day = |rule| clock.of(rule).and_then(Deadline::limit_day);
        let urgency = case.urgency(calendar);
        Some(Self {
            id,
            reference: reference(id),
            child,
            stage: case.stage().kind(),
            band: Band::of(case),
            received_on: case.started(),
            decision_due: day(RuleId::Req03),
            no_plan_due: day(RuleId::Asm01),
            final_due: day(RuleId::Fin01),
            next_due: urgency.map(|urgency| urgency.day),
            next_label: urgency.map(|urgency| urgency.label.to_owned()),
            next_step_on: case.next_step_on(calendar),
            officer: case.officer().and_then(|officer| officer.as_str().parse().ok()),
            team,
            requester: case.requester(),
            told_on: case.family_last_told(),
            version: case.version(),
        })
    }

    /// Since when the family has waited too long for a word: the last day they were told something, when that is more
    /// than 10 working days ago and the authority has a request or an assessment of theirs in hand.
    pub fn untold_since(&self, calendar: &Calendar, today: Date) -> Option<Date> {
        let in_hand = matches!(self.band, Band::Requests | Band::Assessments);
        self.told_on.filter(|told| in_hand && calendar.wdays_excl(*told, WORD_WITHIN) < today)
    }

    /// Whether anything is still to be done.
    pub fn is_open(&self) -> bool {
        self.band != Band::Closed
    }
}

/// What people quote on the telephone: short, and says nothing.
pub fn reference(id: CaseId) -> String {
    let text = id.to_string();
    format!("EHC-{}", text.get(19..).unwrap_or(&text))
}
