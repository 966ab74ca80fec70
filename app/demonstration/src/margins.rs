//! The proof: every calibrated total, counted again from the rows and events of a finished county.
//!
//! Nothing here knows what the makers meant to make. Events are read back from their JSON; places of education and
//! rolls from their rows.

use std::collections::BTreeMap;

use casework_rules::{CeaseReason, Event, Need, ReviewOutcome};
use jiff::civil::Date;
use record::{CareStatus, PersonId, PlacementKind, SenProvision};

use crate::county::County;
use crate::day::Day;
use crate::lives::age_row;
use crate::plan::{NEED, Place, REASON};
use crate::published::flow::{self, LAST, OUTCOMES, REVIEW_IN_4, REVIEWS};
use crate::published::plans::{AGE_BY_NEED, AGE_BY_PLACE, AGES, NEEDS};

/// One total: what was published, scaled to the county, and what was made.
#[derive(Debug, Clone, PartialEq)]
pub struct Margin {
    /// What it counts.
    pub name: String,
    /// Published, scaled.
    pub published: f64,
    /// Made.
    pub made: f64,
    /// Whether it is a percentage rather than a count.
    pub percent: bool,
}

impl Margin {
    /// How far the made one lies from the published one, as a percentage of the published one.
    #[must_use]
    pub fn difference(&self) -> f64 {
        if self.published == 0.0 { self.made * 100.0 } else { (self.made - self.published) / self.published * 100.0 }
    }

    /// Within 2 %, or as near as whole numbers allow.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.difference().abs() <= 2.0 || (!self.percent && (self.made - self.published).abs() < 1.0)
    }
}

/// All totals of a county.
#[derive(Debug, Clone, PartialEq)]
pub struct Margins(pub Vec<Margin>);

/// What one case comes to.
#[derive(Default)]
struct Tally {
    requests: u32,
    assessed: u32,
    refused: u32,
    in_6: u32,
    finals: u32,
    disputed: u32,
    counted: u32,
    in_20: u32,
    counted_plain: u32,
    in_20_plain: u32,
    over_52: u32,
    no_plan: u32,
    no_plan_in_16: u32,
    held: u32,
    by_age: Vec<u32>,
    by_need: Vec<u32>,
    by_place: BTreeMap<PlacementKind, u32>,
    due: u32,
    met: u32,
    decided: u32,
    decided_in_4: u32,
    outcomes: [u32; 3],
    ceased: [u32; 9],
    appeals: u32,
    held_before: u32,
}

/// Counts every total again.
#[must_use]
pub fn margins(county: &County) -> Margins {
    let tally = tally(county);
    let scaled = |count: u32| f64::from(county.settings.scaled(count));
    let mut list = Vec::new();
    let mut count = |name: &str, published: u32, made: u32| {
        list.push(Margin {
            name: name.to_owned(),
            published: scaled(published),
            made: f64::from(made),
            percent: false,
        });
    };
    count("Plans", flow::PLANS, tally.held);
    count("Plans a year earlier", LAST.plans, tally.held_before);
    for (row, cells) in AGE_BY_PLACE.iter().enumerate() {
        let name = if row == 0 { "Plans, under 3".to_owned() } else { format!("Plans, age {}", row + 2) };
        count(&name, cells.iter().sum(), tally.by_age[row]);
    }
    for (index, need) in NEED.iter().enumerate().take(NEEDS - 1) {
        // The plan published without a need counts as another need.
        let both = |need: usize| AGE_BY_NEED.iter().map(|row| row[need]).sum::<u32>();
        let published = both(index) + if *need == Need::Oth { both(NEEDS - 1) } else { 0 };
        let code = format!("{need:?}").to_uppercase();
        count(&format!("Plans, need {code}"), published, tally.by_need[index]);
    }
    for place in Place::ALL {
        let published = AGE_BY_PLACE.iter().map(|row| row[place.index()]).sum();
        let made = tally.by_place.get(&place.kind()).copied().unwrap_or(0);
        count(&format!("Plans, {}", place.kind().words()), published, made);
    }
    count("Requests", LAST.requests, tally.requests);
    count("Decided to assess", flow::ASSESSED, tally.assessed);
    count("Decided not to assess", LAST.refused, tally.refused);
    count("New plans", LAST.finals, tally.finals);
    count("New plans after mediation or tribunal", LAST.disputed, tally.disputed);
    count("New plans, other", LAST.finals - LAST.disputed, tally.counted);
    count("No plan after assessment", LAST.no_plan, tally.no_plan);
    count("Reviews due", REVIEWS.0, tally.due);
    count("Review meetings", REVIEWS.1, tally.met);
    count("Review outcome: maintain", OUTCOMES[0], tally.outcomes[0]);
    count("Review outcome: amend", OUTCOMES[1], tally.outcomes[1]);
    count("Review outcome: cease", OUTCOMES[2], tally.outcomes[2]);
    count("Plans ceased", LAST.ceased, tally.ceased.iter().sum());
    for (reason, words) in REASONS.into_iter().enumerate() {
        count(&format!("Ceased: {words}"), flow::CEASED.iter().map(|row| row[reason]).sum(), tally.ceased[reason]);
    }
    count("Appeals registered", LAST.appeals, tally.appeals);
    count("Pupils with SEN support", flow::SEN_SUPPORT, support(county));
    count("Children in care", flow::IN_CARE, in_care(county));
    let mut percent = |name: &str, published: (u32, u32), made: (u32, u32)| {
        let rate =
            |(part, whole): (u32, u32)| if whole == 0 { 0.0 } else { f64::from(part) * 100.0 / f64::from(whole) };
        list.push(Margin { name: name.to_owned(), published: rate(published), made: rate(made), percent: true });
    };
    percent("Decided within 6 weeks, %", (2_385, 2_502), (tally.in_6, tally.assessed + tally.refused));
    percent("Plans within 20 weeks, %", (LAST.within_20, LAST.finals - LAST.disputed), (tally.in_20, tally.counted));
    percent(
        "Plans within 20 weeks, no exception, %",
        (flow::WITHOUT_EXCEPTION.1, flow::WITHOUT_EXCEPTION.0),
        (tally.in_20_plain, tally.counted_plain),
    );
    percent(
        "Plans after more than a year, %",
        (LAST.over_52, LAST.finals - LAST.disputed),
        (tally.over_52, tally.counted),
    );
    percent(
        "No plan, told within 16 weeks, %",
        (LAST.no_plan_within_16, LAST.no_plan),
        (tally.no_plan_in_16, tally.no_plan),
    );
    percent("Review decided within 4 weeks, %", (REVIEW_IN_4, REVIEWS.1), (tally.decided_in_4, tally.decided));
    Margins(list)
}

const REASONS: [&str; 9] = [
    "maximum age",
    "needs met",
    "higher education",
    "employment",
    "moved to another authority",
    "not engaging",
    "moved out of England",
    "died",
    "other",
];

fn support(county: &County) -> u32 {
    let yesterday = county.times.yesterday.civil();
    let on_roll =
        |roll: &&record::Enrolment| roll.provision == SenProvision::Support && roll.period.contains(yesterday);
    // Children under 4 are in early years settings, which the school census does not count.
    let born: BTreeMap<PersonId, Date> = county.persons.iter().map(|person| (person.id, person.born)).collect();
    let year = county.times.yesterday.academic_year();
    let of_age = |roll: &&record::Enrolment| {
        born.get(&roll.person).is_some_and(|&born| (4..=18).contains(&Day::of(year, 8, 31).age_of(Day::from(born))))
    };
    u32::try_from(county.enrolments.iter().filter(on_roll).filter(of_age).count()).unwrap_or(0)
}

fn in_care(county: &County) -> u32 {
    let yesterday = county.times.yesterday.civil();
    let open = |spell: &&record::CareSpell| spell.status == CareStatus::LookedAfter && spell.period.contains(yesterday);
    u32::try_from(county.care_spells.iter().filter(open).count()).unwrap_or(0)
}

fn tally(county: &County) -> Tally {
    let mut tally = Tally { by_age: vec![0; AGES], by_need: vec![0; NEEDS], ..Tally::default() };
    let mut places: BTreeMap<PersonId, PlacementKind> = BTreeMap::new();
    let count_day = county.times.count_day.civil();
    for stay in county.attendances.iter().filter(|stay| stay.period.contains(count_day)) {
        places.insert(stay.person, stay.kind);
    }
    for case in &county.cases {
        let rows = &county.events[case.first_event..case.first_event + case.events];
        let events: Vec<Event> = rows.iter().filter_map(|row| serde_json::from_str(&row.json).ok()).collect();
        request(county, &events, &mut tally);
        plan(county, &events, places.get(&case.child).copied(), &mut tally);
    }
    tally
}

fn request(county: &County, events: &[Event], tally: &mut Tally) {
    let year = county.times.year;
    let mut received: Option<Date> = None;
    let mut first: Option<bool> = None;
    let mut notified: Option<Date> = None;
    let mut exception = false;
    for event in events {
        match event {
            Event::RequestReceived { on, .. } | Event::BecameResponsible { on, .. } => {
                received = Some(*on);
                tally.requests += u32::from(on.year() == year);
            }
            Event::AssessmentAgreed { .. } => first = first.or(Some(true)),
            Event::AssessmentRefused { .. } => first = first.or(Some(false)),
            Event::DecisionNotified { on } if notified.is_none() => {
                notified = Some(*on);
                if on.year() == year {
                    tally.assessed += u32::from(first == Some(true));
                    tally.refused += u32::from(first == Some(false));
                    tally.in_6 += u32::from(days(received, *on) <= 42);
                }
            }
            Event::ExceptionRecorded { .. } => exception = true,
            Event::FinalPlanIssued { on, .. } if on.year() == year => {
                tally.finals += 1;
                if first == Some(false) {
                    tally.disputed += 1;
                    continue;
                }
                let days = days(received, *on);
                tally.counted += 1;
                tally.in_20 += u32::from(days <= 140);
                tally.over_52 += u32::from(days > 364);
                tally.counted_plain += u32::from(!exception);
                tally.in_20_plain += u32::from(!exception && days <= 140);
            }
            Event::NoPlanNotified { on } if on.year() == year => {
                tally.no_plan += 1;
                tally.no_plan_in_16 += u32::from(days(received, *on) <= 112);
            }
            Event::AppealRegistered { on, .. } if on.year() == year => tally.appeals += 1,
            _ => {}
        }
    }
}

fn days(from: Option<Date>, to: Date) -> i32 {
    from.map_or(i32::MAX, |from| Day::from(to).since(Day::from(from)))
}

fn plan(county: &County, events: &[Event], place: Option<PlacementKind>, tally: &mut Tally) {
    let (year, count_day) = (county.times.year, county.times.count_day.civil());
    let year_before = Day::from(count_day).plus(-365).civil();
    let mut born: Option<Date> = None;
    let mut made: Option<Date> = None;
    let mut here: Option<Date> = None;
    let mut need: Option<Need> = None;
    let mut ceased: Option<Date> = None;
    for event in events {
        match event {
            Event::RequestReceived { born: day, .. } | Event::BecameResponsible { born: day, .. } => born = Some(*day),
            Event::PlanBroughtIn { on, born: day, made: day_made, need: first, .. } => {
                (born, made, here, need) = (Some(*day), Some(*day_made), Some(*on), Some(*first));
            }
            Event::FinalPlanIssued { on, need: first, .. } => (made, here, need) = (Some(*on), Some(*on), Some(*first)),
            Event::AmendedPlanIssued { on, need: now, .. } if *on <= count_day => need = Some(*now),
            Event::PlanCeased { on, reason } => {
                ceased = Some(*on);
                if on.year() == year {
                    tally.ceased[reason_index(*reason)] += 1;
                }
            }
            _ => {}
        }
    }
    let in_force = |on: Date| here.is_some_and(|here| here <= on) && ceased.is_none_or(|ceased| ceased > on);
    tally.held_before += u32::from(in_force(year_before));
    if !in_force(count_day) {
        return;
    }
    tally.held += 1;
    if let Some(born) = born {
        tally.by_age[age_row(Day::of(year, 8, 31).age_of(Day::from(born)))] += 1;
    }
    if let Some(index) = need.and_then(|need| NEED.iter().position(|&other| other == need)) {
        tally.by_need[index] += 1;
    }
    if let Some(place) = place {
        *tally.by_place.entry(place).or_default() += 1;
    }
    if made.is_some_and(|made| made.year() < year) {
        tally.due += 1;
        reviews(year, events, tally);
    }
}

fn reviews(year: i16, events: &[Event], tally: &mut Tally) {
    let mut meeting: Option<Date> = None;
    let mut met = false;
    for event in events {
        match event {
            Event::ReviewMeetingHeld { on } => {
                meeting = Some(*on);
                met |= on.year() == year;
            }
            Event::ReviewDecided { on, outcome } if on.year() == year => {
                tally.decided += 1;
                tally.decided_in_4 += u32::from(days(meeting, *on) <= 28);
                tally.outcomes[match outcome {
                    ReviewOutcome::Maintain => 0,
                    ReviewOutcome::Amend => 1,
                    ReviewOutcome::Cease => 2,
                }] += 1;
            }
            _ => {}
        }
    }
    tally.met += u32::from(met);
}

fn reason_index(reason: CeaseReason) -> usize {
    REASON.iter().position(|&other| other == reason).unwrap_or(8)
}
