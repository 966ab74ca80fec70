//! The settings: schools, colleges and early years providers, with places enough for those who go to them.

use crate::dice::Dice;
use crate::fit::share;
use crate::places::{Area, Home, TOWNS};
use crate::plan::Place;
use crate::settings::Settings;

/// What kind of setting, as far as placing children goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Maintained nursery school.
    Nursery,
    /// Maintained primary school.
    PrimaryMaintained,
    /// Primary academy.
    PrimaryAcademy,
    /// Primary free school.
    PrimaryFree,
    /// Maintained secondary school.
    SecondaryMaintained,
    /// Secondary academy.
    SecondaryAcademy,
    /// Secondary free school.
    SecondaryFree,
    /// Independent mainstream school.
    Independent,
    /// Maintained special school.
    SpecialMaintained,
    /// Special academy or free school.
    SpecialAcademy,
    /// Independent special school.
    SpecialIndependent,
    /// Non-maintained special school.
    SpecialNonMaintained,
    /// Alternative provision academy.
    ApAcademy,
    /// Alternative provision free school.
    ApFree,
    /// General further education college.
    College,
    /// Specialist post-16 institution.
    SpecialistPost16,
    /// Training provider.
    Training,
    /// Nursery, pre-school or childminder that is not a school.
    EarlyYears,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 18] = [
        Self::Nursery,
        Self::PrimaryMaintained,
        Self::PrimaryAcademy,
        Self::PrimaryFree,
        Self::SecondaryMaintained,
        Self::SecondaryAcademy,
        Self::SecondaryFree,
        Self::Independent,
        Self::SpecialMaintained,
        Self::SpecialAcademy,
        Self::SpecialIndependent,
        Self::SpecialNonMaintained,
        Self::ApAcademy,
        Self::ApFree,
        Self::College,
        Self::SpecialistPost16,
        Self::Training,
        Self::EarlyYears,
    ];

    /// The ages it takes, first and last, as ages on 31 August.
    #[must_use]
    pub const fn ages(self, sixth_form: bool) -> (u8, u8) {
        match self {
            Self::Nursery => (2, 4),
            Self::PrimaryMaintained | Self::PrimaryAcademy | Self::PrimaryFree => (2, 11),
            Self::SecondaryMaintained | Self::SecondaryAcademy | Self::SecondaryFree => {
                (11, if sixth_form { 19 } else { 16 })
            }
            Self::Independent => (3, 18),
            Self::SpecialMaintained | Self::SpecialAcademy | Self::SpecialNonMaintained => (3, 19),
            Self::SpecialIndependent => (4, 20),
            Self::ApAcademy | Self::ApFree => (4, 16),
            Self::College | Self::Training | Self::SpecialistPost16 => (14, 25),
            Self::EarlyYears => (0, 5),
        }
    }
}

/// How many settings of each kind a county of the usual size has: 450 in all, of which 15 state special schools.
/// Shape: schools in Norfolk (GIAS, January 2025); early years providers are those that work with the service most.
const COUNTS: [u32; 18] = [3, 128, 152, 6, 3, 46, 5, 14, 10, 5, 24, 1, 6, 2, 3, 2, 6, 34];

/// A base for children with special educational needs in a mainstream school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Base {
    /// What it is for: a place in [`crate::plan::NEED`].
    pub need: usize,
    /// Places.
    pub places: u32,
}

/// One setting.
#[derive(Debug, Clone)]
pub struct School {
    /// Its kind.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub home: Home,
    /// Its position, in metres on the National Grid.
    pub at: (i32, i32),
    /// Whether it has a sixth form.
    pub sixth_form: bool,
    /// Its base, if it has one.
    pub base: Option<Base>,
    /// Its size, as a weight: places.
    pub capacity: u32,
    /// The needs it is for: places in [`crate::plan::NEED`]; empty when for any.
    pub needs: &'static [usize],
    /// The trust it belongs to, if it is an academy or free school.
    pub trust: Option<&'static str>,
}

/// The academy trusts.
pub const TRUSTS: [&str; 6] = [
    "Sallow and Mere Learning Trust",
    "Tarrow Lantern Education Trust",
    "Three Staithes Academies",
    "Wold and Fen Schools Trust",
    "Beacon Staithe Multi Academy Trust",
    "Marram Specialist Trust",
];

const SAINTS: [&str; 12] = [
    "St Anne’s",
    "St Botolph’s",
    "St Cedd’s",
    "St Edmund’s",
    "St Felix",
    "St Giles’",
    "St Hilda’s",
    "St Julian’s",
    "St Mark’s",
    "St Osyth’s",
    "St Peter’s",
    "St Walstan’s",
];
const TREES: [&str; 28] = [
    "Acorn",
    "Alderwood",
    "Appletree",
    "Ashlight",
    "Birchwood",
    "Bluebell",
    "Brackenfield",
    "Cedar",
    "Clover Hill",
    "Cornerstone",
    "Elmhurst",
    "Fernleigh",
    "Foxglove",
    "Greenacre",
    "Harbour",
    "Hawthorn",
    "Hazelmere",
    "Kingfisher",
    "Lantern",
    "Larkfield",
    "Maplewood",
    "Meadowgate",
    "Nightingale",
    "Oakridge",
    "Riverside",
    "Rowan House",
    "Sandpiper",
    "Willowbank",
];

/// Needs that special schools are for, in turn: complex (any), autism, SEMH, learning, physical.
const FOCUS: [&[usize]; 5] = [&[], &[0, 8], &[7], &[2, 9, 6], &[5, 6, 3]];

/// Needs of the bases, in turn: language, SEMH, autism, learning, hearing.
const BASE_NEEDS: [usize; 8] = [8, 7, 0, 8, 2, 7, 0, 1];

/// The settings of a county of this size. Every kind has at least one, so that nobody is placed nowhere.
#[must_use]
pub fn schools(settings: &Settings, areas: &[Area]) -> Vec<School> {
    let mut dice = Dice::new(settings.seed, "schools", 0);
    let wanted = settings.scaled_at_least(450, 18);
    let mut counts = share(&COUNTS, wanted);
    for count in &mut counts {
        *count = (*count).max(1);
    }
    let mut schools = Vec::new();
    let mut taken = std::collections::BTreeSet::new();
    for (kind, count) in Kind::ALL.into_iter().zip(counts) {
        // Spread over the areas in proportion to their children, so that every part of the county has some.
        let total: u64 = areas.iter().map(|area| u64::from(area.children)).sum();
        let (mut area, mut passed) = (0, 0);
        let start = u64::from(dice.below(1_000));
        for place in 0..u64::from(count) {
            let point = (place * 1_000 + start) * total / (u64::from(count) * 1_000);
            while passed + u64::from(areas[area].children) <= point {
                passed += u64::from(areas[area].children);
                area += 1;
            }
            let home = Home::draw(u32::try_from(area).unwrap_or(0), &mut dice);
            let nth = usize::try_from(place).unwrap_or(0);
            let name = name(kind, nth, &areas[area], &mut taken, &mut dice);
            let sixth_form = matches!(kind, Kind::SecondaryAcademy | Kind::SecondaryMaintained) && dice.permille(450);
            schools.push(School {
                kind,
                name,
                home,
                at: home.at(areas),
                sixth_form,
                base: None,
                capacity: capacity(kind, &areas[area], &mut dice),
                needs: special_needs(kind, nth),
                trust: trust(kind, &mut dice),
            });
        }
    }
    bases(settings, &mut schools, &mut dice);
    schools
}

const fn special_needs(kind: Kind, nth: usize) -> &'static [usize] {
    match kind {
        Kind::SpecialMaintained => {
            FOCUS[if nth % 5 == 4 {
                4
            } else if nth % 5 == 3 {
                3
            } else {
                0
            }]
        }
        Kind::SpecialAcademy => FOCUS[nth % 3],
        Kind::SpecialIndependent => FOCUS[1 + nth % 2],
        _ => &[],
    }
}

fn capacity(kind: Kind, area: &Area, dice: &mut Dice) -> u32 {
    let (low, high) = match kind {
        Kind::Nursery => (80, 120),
        Kind::PrimaryMaintained | Kind::PrimaryAcademy | Kind::PrimaryFree if area.village.is_some() => (60, 210),
        Kind::PrimaryMaintained | Kind::PrimaryAcademy | Kind::PrimaryFree => (210, 630),
        Kind::SecondaryMaintained | Kind::SecondaryAcademy | Kind::SecondaryFree => (700, 1_600),
        Kind::Independent => (150, 700),
        Kind::SpecialMaintained => (110, 190),
        Kind::SpecialAcademy => (140, 230),
        Kind::SpecialIndependent => (20, 70),
        Kind::SpecialNonMaintained => (40, 60),
        Kind::ApAcademy | Kind::ApFree => (60, 160),
        Kind::College => (2_000, 6_000),
        Kind::SpecialistPost16 => (20, 60),
        Kind::Training => (60, 200),
        Kind::EarlyYears => (24, 80),
    };
    u32::try_from(dice.between(low, high)).unwrap_or(100)
}

fn trust(kind: Kind, dice: &mut Dice) -> Option<&'static str> {
    match kind {
        Kind::SpecialAcademy | Kind::ApAcademy | Kind::ApFree if dice.permille(600) => Some(TRUSTS[5]),
        Kind::PrimaryAcademy
        | Kind::PrimaryFree
        | Kind::SecondaryAcademy
        | Kind::SecondaryFree
        | Kind::SpecialAcademy
        | Kind::ApAcademy
        | Kind::ApFree => Some(dice.word(&TRUSTS[..5])),
        _ => None,
    }
}

fn name(
    kind: Kind,
    nth: usize,
    area: &Area,
    taken: &mut std::collections::BTreeSet<String>,
    dice: &mut Dice,
) -> String {
    let town = TOWNS[area.town].name;
    let place = area.village.clone().unwrap_or_else(|| town.to_owned());
    for attempt in 0..60 {
        let tree = TREES[(nth + attempt * 5 + dice.index(3)) % TREES.len()];
        let saint = SAINTS[(nth + attempt + dice.index(4)) % SAINTS.len()];
        let local = area.village.is_some() && attempt == 0;
        let name = match kind {
            Kind::Nursery => format!("{town} {tree} Nursery School"),
            Kind::PrimaryMaintained if local && dice.permille(500) => {
                format!("{place} Church of England Primary School")
            }
            Kind::PrimaryMaintained | Kind::PrimaryFree if local => format!("{place} Primary School"),
            Kind::PrimaryAcademy if local => format!("{place} Primary Academy"),
            Kind::PrimaryMaintained if dice.permille(400) => format!("{saint} Primary School, {place}"),
            Kind::PrimaryMaintained => format!("{tree} Primary School, {place}"),
            Kind::PrimaryAcademy => format!("{tree} Primary Academy, {place}"),
            Kind::PrimaryFree => format!("{tree} Free School, {place}"),
            Kind::SecondaryMaintained => format!("{place} {tree} School"),
            Kind::SecondaryAcademy if attempt == 0 && dice.permille(600) => format!("{place} Academy"),
            Kind::SecondaryAcademy => format!("{tree} Academy, {place}"),
            Kind::SecondaryFree => format!("{town} {tree} Free School"),
            Kind::Independent => format!("{tree} College, {place}"),
            Kind::SpecialMaintained => format!("{tree} School, {place}"),
            Kind::SpecialAcademy => format!("{tree} Specialist Academy, {place}"),
            Kind::SpecialIndependent => format!("{tree} House School, {place}"),
            Kind::SpecialNonMaintained => format!("The {tree} Foundation School, {place}"),
            Kind::ApAcademy => format!("{tree} Short Stay School, {place}"),
            Kind::ApFree => format!("{tree} Alternative Provision, {place}"),
            Kind::College => {
                format!("{} College", if nth == 0 { "Broadshire".to_owned() } else { format!("{place} {tree}") })
            }
            Kind::SpecialistPost16 => format!("{tree} Specialist College, {place}"),
            Kind::Training => format!("{tree} Skills and Training, {place}"),
            Kind::EarlyYears if dice.permille(600) => format!("{place} {tree} Pre-school"),
            Kind::EarlyYears => format!("{tree} Day Nursery, {place}"),
        };
        if taken.insert(name.clone()) {
            return name;
        }
    }
    let name = format!("{place} School {}", taken.len());
    taken.insert(name.clone());
    name
}

/// Some thirty bases with 330 places, in mainstream schools of every sort that have SEN units in the figures.
fn bases(settings: &Settings, schools: &mut [School], dice: &mut Dice) {
    let wanted = settings.scaled_at_least(30, 2) as usize;
    let mut left = settings.scaled_at_least(330, 16);
    let groups = [Kind::PrimaryMaintained, Kind::PrimaryAcademy, Kind::SecondaryAcademy];
    let shares = share(&[9, 9, 12], u32::try_from(wanted).unwrap_or(0).max(3));
    let mut made = 0;
    for (kind, count) in groups.into_iter().zip(shares) {
        let mut list: Vec<usize> =
            (0..schools.len()).filter(|&index| schools[index].kind == kind && schools[index].capacity > 100).collect();
        if list.is_empty() {
            list = (0..schools.len()).filter(|&index| schools[index].kind == kind).collect();
        }
        dice.shuffle(&mut list);
        for &index in list.iter().take(count.max(1) as usize) {
            let rest = u32::try_from(wanted.saturating_sub(made)).unwrap_or(0).max(1);
            let places = if rest == 1 { left.max(4) } else { (left / rest).clamp(4, 24) / 2 * 2 };
            left = left.saturating_sub(places);
            schools[index].base = Some(Base { need: BASE_NEEDS[made % BASE_NEEDS.len()], places });
            made += 1;
        }
    }
}

/// Which settings take children at this kind of place and age, in order of preference.
#[must_use]
pub const fn kinds_for(place: Place, age: i16) -> &'static [Kind] {
    let primary = age < 11;
    match place {
        Place::MainstreamMaintained if age < 4 => &[Kind::Nursery, Kind::PrimaryMaintained],
        Place::MainstreamMaintained | Place::MaintainedUnit if primary => &[Kind::PrimaryMaintained],
        Place::MainstreamMaintained | Place::MaintainedUnit => &[Kind::SecondaryMaintained],
        Place::MainstreamAcademy | Place::AcademyUnit if primary => &[Kind::PrimaryAcademy],
        Place::MainstreamAcademy | Place::AcademyUnit => &[Kind::SecondaryAcademy],
        Place::MainstreamFree if primary => &[Kind::PrimaryFree],
        Place::MainstreamFree => &[Kind::SecondaryFree],
        Place::MainstreamIndependent => &[Kind::Independent],
        Place::SpecialMaintained => &[Kind::SpecialMaintained],
        Place::SpecialAcademy => &[Kind::SpecialAcademy],
        Place::SpecialIndependent => &[Kind::SpecialIndependent],
        Place::SpecialNonMaintained => &[Kind::SpecialNonMaintained],
        Place::ApAcademy => &[Kind::ApAcademy],
        Place::ApFree => &[Kind::ApFree],
        Place::GeneralFe => &[Kind::College],
        Place::SpecialistPost16 => &[Kind::SpecialistPost16],
        Place::TrainingProvider => &[Kind::Training],
        Place::EarlyYears => &[Kind::EarlyYears],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places::areas;
    use jiff::civil::date;

    #[test]
    fn there_are_450_settings_with_15_state_special_schools_and_330_places_in_bases() {
        let settings = Settings::new(date(2026, 11, 22));
        let areas = areas(&settings);
        let schools = schools(&settings, &areas);
        assert_eq!(schools.len(), 450);
        let special = schools
            .iter()
            .filter(|school| matches!(school.kind, Kind::SpecialMaintained | Kind::SpecialAcademy))
            .count();
        assert_eq!(special, 15);
        let bases: Vec<Base> = schools.iter().filter_map(|school| school.base).collect();
        assert_eq!((bases.len(), bases.iter().map(|base| base.places).sum::<u32>()), (30, 330));
    }
}
