//! The county as plain rows, ready to be written in bulk.

use access::Role;
use casework_rules::EventKind;
use jiff::Timestamp;
use jiff::civil::Date;
use record::{
    AccountId, Address, Allocation, CapacityDecision, CareSpell, CaseId, Consent, ContactPoint, EmailAddress,
    Enrolment, Organisation, OrganisationId, Period, Person, PersonId, PlacementId, PlacementKind, Relationship,
    StaffId, StaffMember, Team,
};

use crate::cast::CastMember;
use crate::places::Area;
use crate::settings::{Settings, Times};

/// The whole county.
#[derive(Debug, Clone)]
pub struct County {
    /// What it was made from.
    pub settings: Settings,
    /// The dates its history hangs on.
    pub times: Times,
    /// Its small areas.
    pub areas: Vec<Area>,
    /// The council, its neighbours, agencies, trusts and settings.
    pub organisations: Vec<Organisation>,
    /// Teams.
    pub teams: Vec<Team>,
    /// Staff.
    pub staff: Vec<StaffMember>,
    /// Accounts: every member of staff, and the people one can become.
    pub accounts: Vec<Account>,
    /// Children, young people, parents and carers.
    pub persons: Vec<Person>,
    /// Where people live.
    pub addresses: Vec<Address>,
    /// Where each child's home stands on the county's grid.
    pub homes: Vec<HomePoint>,
    /// How to reach people.
    pub contacts: Vec<ContactPoint>,
    /// Links between children and those around them.
    pub relationships: Vec<Relationship>,
    /// Times on a roll.
    pub enrolments: Vec<Enrolment>,
    /// Places of education of those with plans or requests, also where there is no roll.
    pub attendances: Vec<Attendance>,
    /// Spells of care.
    pub care_spells: Vec<CareSpell>,
    /// Consents of young people.
    pub consents: Vec<Consent>,
    /// Decisions about capacity.
    pub capacity: Vec<CapacityDecision>,
    /// Which co-ordinator has which case.
    pub allocations: Vec<Allocation>,
    /// Cases.
    pub cases: Vec<CaseRow>,
    /// Events, case by case, each case's in order.
    pub events: Vec<EventRow>,
    pub(crate) cast: Vec<CastMember>,
}

impl County {
    /// The name of an event's stream in the log: `case:` and the case's id.
    #[must_use]
    pub fn stream_of(&self, event: &EventRow) -> String {
        self.cases.get(event.case as usize).map_or_else(String::new, |case| format!("case:{}", case.id))
    }

    /// The events of a case, in order.
    #[must_use]
    pub fn events_of(&self, case: &CaseRow) -> &[EventRow] {
        self.events.get(case.first_event..case.first_event + case.events).unwrap_or_default()
    }
}

/// A sign-in account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The address to sign in with.
    pub email: EmailAddress,
    /// The name to greet.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// The post, for staff.
    pub staff: Option<StaffId>,
    /// The person, for families.
    pub person: Option<PersonId>,
    /// The body the post belongs to.
    pub organisation: Option<OrganisationId>,
}

/// Where a child lives, for planning: never for a page that families or schools see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HomePoint {
    /// The child.
    pub person: PersonId,
    /// The small area, by its place in [`County::areas`].
    pub area: u32,
    /// Metres east and north on the county's grid; none for a refuge.
    pub at: Option<(i32, i32)>,
}

/// A stay at a place of education, also one without a roll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendance {
    /// Its id.
    pub id: PlacementId,
    /// The child or young person.
    pub person: PersonId,
    /// The case.
    pub case: CaseId,
    /// The kind of place, as the published caseload cuts it.
    pub kind: PlacementKind,
    /// The setting, where there is one.
    pub setting: Option<OrganisationId>,
    /// While it lasts.
    pub period: Period,
}

/// A case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// Its id.
    pub id: CaseId,
    /// The child or young person.
    pub child: PersonId,
    /// The co-ordinator who has it.
    pub coordinator: StaffId,
    /// Its first event, by its place in [`County::events`].
    pub first_event: usize,
    /// How many events it has.
    pub events: usize,
}

/// Who recorded an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author {
    /// A member of staff, of the council or of a setting.
    Staff(StaffId),
    /// A parent or young person.
    Person(PersonId),
    /// The service, taking over older records.
    Service,
}

impl std::fmt::Display for Author {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Staff(id) => write!(f, "{id}"),
            Self::Person(id) => write!(f, "{id}"),
            Self::Service => f.write_str("service"),
        }
    }
}

/// One event of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRow {
    /// The case, by its place in [`County::cases`]. Its stream is `case:` and the case's id.
    pub case: u32,
    /// Its place in the stream, from 1.
    pub sequence: u32,
    /// What kind of event.
    pub kind: EventKind,
    /// The day it happened.
    pub on: Date,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub author: Author,
    /// The whole event as JSON.
    pub json: String,
}

/// What is being made, for those who wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Towns, villages and schools.
    Places,
    /// Requests, plans and reviews, year by year.
    Histories,
    /// Families and homes.
    Families,
    /// People, rolls and care.
    People,
    /// The events of every case.
    Events,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 5] = [Self::Places, Self::Histories, Self::Families, Self::People, Self::Events];

    /// What a person reads while it goes on.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Places => "Laying out towns, villages and schools",
            Self::Histories => "Working out requests, plans and reviews",
            Self::Families => "Finding families their homes",
            Self::People => "Naming people and filling the rolls",
            Self::Events => "Telling every case in events",
        }
    }
}
