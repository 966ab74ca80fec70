//! Writes bodies, teams and staff as rows.

use record::codes::ResourcedKind;
use record::{
    Agency, EmailAddress, EstablishmentType, LaCode, Organisation, OrganisationId, OrganisationKind, Period,
    PersonName, Phase, Postcode, Setting, StaffId, StaffMember, Team, TeamId, Urn,
};
use std::collections::BTreeSet;

use crate::county::Account;
use crate::day::Day;
use crate::dice::Dice;
use crate::ids::Thing;
use crate::make::World;
use crate::plan::Place;
use crate::schools::{Kind, School};
use crate::staffing::{Body, Staffing, TEAMS};

/// The three-digit number of the county as an education authority; no authority in England has it.
pub const AUTHORITY: u16 = 998;
const NEIGHBOUR: u16 = 997;

/// Bodies, teams and staff, and the ids by which others refer to them.
pub struct Bodies {
    /// Bodies.
    pub organisations: Vec<Organisation>,
    /// Teams.
    pub teams: Vec<Team>,
    /// Staff.
    pub staff: Vec<StaffMember>,
    /// Their accounts.
    pub accounts: Vec<Account>,
}

impl Bodies {
    /// The id of a setting.
    #[must_use]
    pub fn setting(&self, school: usize) -> OrganisationId {
        self.organisations[Staffing::body_of_setting(school)].id
    }

    /// The id of the council.
    #[must_use]
    pub fn council(&self) -> OrganisationId {
        self.organisations[crate::staffing::COUNCIL].id
    }
}

/// Writes them.
#[must_use]
pub fn write(world: &World) -> Bodies {
    let founded = world.times.begins.plus(-4_000);
    let organisations: Vec<Organisation> = world
        .staffing
        .bodies
        .iter()
        .enumerate()
        .map(|(index, (name, body))| Organisation {
            id: world.ids.id(Thing::Organisation, index, founded),
            name: name.clone(),
            kind: match *body {
                Body::Council => OrganisationKind::LocalAuthority { code: LaCode::new(AUTHORITY), gss: None },
                Body::Neighbour => OrganisationKind::LocalAuthority { code: LaCode::new(NEIGHBOUR), gss: None },
                Body::Agency(kind) => OrganisationKind::Agency(Agency { kind }),
                Body::Trust => OrganisationKind::Trust,
                Body::Setting(school) => OrganisationKind::Setting(Box::new(setting(world, school))),
            },
            active: Period::since(founded.civil()),
            suspended: None,
        })
        .collect();
    let teams: Vec<Team> = TEAMS
        .iter()
        .enumerate()
        .map(|(index, &(name, body))| Team {
            id: world.ids.id(Thing::Team, index, founded),
            organisation: organisations[body].id,
            name: name.to_owned(),
            period: Period::since(founded.civil()),
        })
        .collect();
    let (staff, accounts) = staff(world, &organisations, &teams);
    Bodies { organisations, teams, staff, accounts }
}

fn staff(world: &World, organisations: &[Organisation], teams: &[Team]) -> (Vec<StaffMember>, Vec<Account>) {
    let mut taken = BTreeSet::new();
    let mut staff = Vec::new();
    let mut accounts = Vec::new();
    for (index, post) in world.staffing.posts.iter().enumerate() {
        let mut dice = Dice::new(world.settings.seed, "post", index as u64);
        let since = world.times.yesterday.plus(-dice.between(120, 3_400)).max(world.times.begins.plus(-1_500));
        let name = PersonName::new(post.given, post.family);
        let email = work_email(&name, &world.staffing.bodies[post.body], &mut taken);
        let id: StaffId = world.ids.id(Thing::Staff, index, since);
        let account = world.ids.id(Thing::Account, index, since);
        let organisation = organisations[post.body].id;
        if let Some(email) = email.clone() {
            accounts.push(Account {
                id: account,
                email,
                name: name.to_string(),
                role: post.role,
                staff: Some(id),
                person: None,
                organisation: Some(organisation),
            });
        }
        staff.push(StaffMember {
            id,
            organisation,
            teams: post.team.map(|team| teams[team].id).into_iter().collect::<Vec<TeamId>>(),
            account: Some(account),
            person: None,
            name,
            job_title: post.title.to_owned(),
            email,
            phone: format!("01632 960{:03}", index % 1_000).parse().ok(),
            period: Period::since(since.civil()),
        });
    }
    (staff, accounts)
}

fn work_email(name: &PersonName, body: &(String, Body), taken: &mut BTreeSet<String>) -> Option<EmailAddress> {
    let domain = match body.1 {
        Body::Council | Body::Neighbour => "broadshire.example".to_owned(),
        Body::Agency(_) | Body::Trust => "health.broadshire.example".to_owned(),
        Body::Setting(school) => format!("school{school}.broadshire.example"),
    };
    let plain = |text: &str| text.to_lowercase().replace([' ', '’', '\''], "");
    let local = format!("{}.{}", plain(&name.given), plain(&name.family));
    let mut address = format!("{local}@{domain}");
    let mut number = 2;
    while !taken.insert(address.clone()) {
        address = format!("{local}{number}@{domain}");
        number += 1;
    }
    address.parse().ok()
}

fn setting(world: &World, index: usize) -> Setting {
    let school = &world.schools[index];
    let (kind, phase) = kind_and_phase(school);
    let mut dice = Dice::new(world.settings.seed, "setting", index as u64);
    let (low, high) = school.kind.ages(school.sixth_form);
    let opened = Day::of(world.times.year - 60 + i16::try_from(dice.below(50)).unwrap_or(0), 9, 1);
    let number = u32::try_from(index).unwrap_or(0);
    let listed = !matches!(school.kind, Kind::EarlyYears | Kind::Training);
    let mut made = Setting::new(kind, phase);
    made.urn = if listed && number < 10_000 { Some(Urn::synthetic(number)) } else { None };
    made.authority = LaCode::new(AUTHORITY);
    made.establishment_number = listed.then(|| u16::try_from(2_000 + index % 7_000).unwrap_or(2_000));
    made.ukprn = Some(10_990_000 + number);
    made.opened_on = Some(opened.civil());
    made.low_age = Some(low);
    made.high_age = Some(high);
    made.sixth_form = school.sixth_form;
    made.gender = Some("Mixed".to_owned());
    made.religious_character = school.name.contains("Church of England").then(|| "Church of England".to_owned());
    made.capacity = Some(school.capacity);
    made.pupils = Some(pupils(school, &mut dice));
    made.lines = vec![school.home.line()];
    made.lines.extend(school.home.village(&world.areas).map(str::to_owned));
    made.town = school.home.town(&world.areas).to_owned();
    made.postcode = school.home.postcode(&world.areas).parse::<Postcode>().ok();
    made.telephone = format!("01632 960{:03}", index % 1_000).parse().ok();
    made.email = format!("office@school{index}.broadshire.example").parse().ok();
    made.needs = school.needs.iter().map(|&need| need_of(need)).collect();
    if let Some(base) = school.base {
        made.needs = vec![need_of(base.need)];
        made.resourced = ResourcedKind::SenUnit;
        made.unit_capacity = Some(base.places);
        made.unit_on_roll = Some(unit_roll(world, index).min(base.places));
    }
    made.section_41 = matches!(school.kind, Kind::SpecialIndependent | Kind::SpecialistPost16) && dice.permille(700);
    made.easting = u32::try_from(school.at.0).ok();
    made.northing = u32::try_from(school.at.1).ok();
    made.trust = school.trust.map(str::to_owned);
    made
}

fn pupils(school: &School, dice: &mut Dice) -> u32 {
    let small = matches!(
        school.kind,
        Kind::SpecialMaintained | Kind::SpecialAcademy | Kind::SpecialIndependent | Kind::SpecialNonMaintained
    );
    if small { school.capacity * 40 / 41 } else { school.capacity * (82 + dice.below(17)) / 100 }
}

fn unit_roll(world: &World, index: usize) -> u32 {
    let yesterday = world.times.yesterday;
    let there = |(life, rolls): &(&crate::lives::Life, &Vec<Option<u16>>)| {
        let last = life.stays.iter().rposition(|stay| stay.from <= yesterday);
        last.is_some_and(|stay| {
            matches!(life.stays[stay].place, Place::MaintainedUnit | Place::AcademyUnit)
                && rolls[stay].map(usize::from) == Some(index)
        })
    };
    u32::try_from(world.lives.iter().zip(&world.rolls).filter(there).count()).unwrap_or(0)
}

/// A need as the shared record names it.
#[must_use]
pub const fn need_of(need: usize) -> record::Need {
    use record::Need as N;
    [
        N::Autism,
        N::Hearing,
        N::ModerateLearning,
        N::MultiSensory,
        N::Other,
        N::Physical,
        N::ProfoundLearning,
        N::SocialEmotional,
        N::SpeechLanguage,
        N::SevereLearning,
        N::SpecificLearning,
        N::Vision,
        N::Other,
    ][need]
}

const fn kind_and_phase(school: &School) -> (EstablishmentType, Phase) {
    use EstablishmentType as T;
    match school.kind {
        Kind::Nursery => (T::NurserySchool, Phase::Nursery),
        Kind::PrimaryMaintained => (T::CommunitySchool, Phase::Primary),
        Kind::PrimaryAcademy => (T::AcademyConverter, Phase::Primary),
        Kind::PrimaryFree => (T::FreeSchool, Phase::Primary),
        Kind::SecondaryMaintained => (T::FoundationSchool, Phase::Secondary),
        Kind::SecondaryAcademy => (T::AcademyConverter, Phase::Secondary),
        Kind::SecondaryFree => (T::FreeSchool, Phase::Secondary),
        Kind::Independent => (T::Independent, Phase::NotApplicable),
        Kind::SpecialMaintained => (T::CommunitySpecial, Phase::NotApplicable),
        Kind::SpecialAcademy => (T::AcademySpecialConverter, Phase::NotApplicable),
        Kind::SpecialIndependent => (T::IndependentSpecial, Phase::NotApplicable),
        Kind::SpecialNonMaintained => (T::NonMaintainedSpecial, Phase::NotApplicable),
        Kind::ApAcademy => (T::AcademyAlternativeConverter, Phase::NotApplicable),
        Kind::ApFree => (T::FreeSchoolAlternative, Phase::NotApplicable),
        Kind::College => (T::FurtherEducation, Phase::Sixteen),
        Kind::SpecialistPost16 => (T::SpecialPost16, Phase::Sixteen),
        Kind::Training => (T::Miscellaneous, Phase::Sixteen),
        Kind::EarlyYears => (T::Miscellaneous, Phase::Nursery),
    }
}
