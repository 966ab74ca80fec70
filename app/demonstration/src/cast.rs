//! The people whom somebody who tries the demonstration can become: one for each part, chosen so that their work meets.

use std::collections::{BTreeMap, BTreeSet};

use access::Role;
use casework_rules::{AdviceSource, Event, EventKind};
use record::{
    AccountId, CaseId, EvidenceKind, OrganisationId, Party, PersonId, RelationshipKind, SenProvision, StaffId,
    Verification,
};

use crate::county::{Account, CaseRow, County};
use crate::day::Day;
use crate::ids::{Ids, Thing};

/// Somebody one can become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CastMember {
    /// What they may do.
    pub role: Role,
    /// Who they are, in a few words: "Parent with a request being assessed".
    pub part: &'static str,
    /// Their name.
    pub name: String,
    /// Their account.
    pub account: AccountId,
    /// The address they sign in with.
    pub email: String,
    /// Their person, for families.
    pub person: Option<PersonId>,
    /// Their post, for staff.
    pub staff: Option<StaffId>,
    /// Whom they work for.
    pub organisation: Option<OrganisationId>,
    /// The name of whom they work for.
    pub organisation_name: Option<String>,
    /// The case to look at.
    pub case: Option<CaseId>,
    /// What to try first.
    pub try_first: &'static str,
}

impl County {
    /// One person to become for each part. A very small county may lack some.
    #[must_use]
    pub fn cast(&self) -> &[CastMember] {
        &self.cast
    }
}

/// Looks the county over once.
struct Search {
    /// For each child, where its links are.
    links: BTreeMap<PersonId, Vec<usize>>,
    /// For each person, where they are.
    persons: BTreeMap<PersonId, usize>,
    /// For each child on a roll, the setting.
    rolls: BTreeMap<PersonId, OrganisationId>,
    /// Primary schools.
    primary: BTreeSet<OrganisationId>,
}

/// Chooses the cast and gives its members plain addresses to sign in with.
pub(crate) fn choose(county: &mut County) {
    let mut links: BTreeMap<PersonId, Vec<usize>> = BTreeMap::new();
    for (index, link) in county.relationships.iter().enumerate() {
        links.entry(link.child).or_default().push(index);
    }
    let persons = county.persons.iter().enumerate().map(|(index, person)| (person.id, index)).collect();
    let rolls = county
        .enrolments
        .iter()
        .filter(|roll| roll.period.to.is_none())
        .map(|roll| (roll.person, roll.setting))
        .collect();
    let primary = county
        .organisations
        .iter()
        .filter(|body| body.setting().is_some_and(|setting| setting.phase == record::Phase::Primary))
        .map(|body| body.id)
        .collect();
    let search = Search { links, persons, rolls, primary };
    let live = live_request(county, &search);
    if let Some((case, parent)) = live {
        let id = county.cases[case].id;
        family(
            county,
            &search,
            "parent",
            Role::ParentWithResponsibility,
            parent,
            Some(id),
            [
                "Parent with a request being assessed",
                "Follow your child’s request: where it is, who has it, what happens next and by when.",
            ],
        );
    }
    if let Some((case, parent)) = two_children(county, &search) {
        let id = county.cases[case].id;
        family(
            county,
            &search,
            "parent.of.two",
            Role::ParentWithResponsibility,
            parent,
            Some(id),
            [
                "Parent of two children with plans or requests",
                "Move between your children, and see what is due for each.",
            ],
        );
    }
    if let Some((case, person)) = young_person(county, &search) {
        let id = county.cases[case].id;
        family(
            county,
            &search,
            "young.person",
            Role::YoungPerson,
            person,
            Some(id),
            [
                "Young person of 17 with a plan",
                "See your plan and your next review, and decide what your parents may see.",
            ],
        );
    }
    staff(county, &search, live.map(|(case, _)| case));
}

fn kinds<'a>(county: &'a County, case: &CaseRow) -> impl Iterator<Item = EventKind> + 'a {
    county.events[case.first_event..case.first_event + case.events].iter().map(|event| event.kind)
}

fn has(county: &County, case: &CaseRow, kind: EventKind) -> bool {
    kinds(county, case).any(|other| other == kind)
}

fn in_force(county: &County, case: &CaseRow) -> bool {
    (has(county, case, EventKind::FinalPlanIssued) || has(county, case, EventKind::PlanBroughtIn))
        && !has(county, case, EventKind::PlanCeased)
}

/// A parent with responsibility who lives with the child, free of any order, at an address that may be known.
fn parent_of(county: &County, search: &Search, child: PersonId) -> Option<PersonId> {
    let links = search.links.get(&child)?;
    let hidden = links
        .iter()
        .map(|&index| &county.relationships[index])
        .any(|link| link.restricted_by_order.is_some() || link.kind == RelationshipKind::FosterCarer);
    if hidden {
        return None;
    }
    links.iter().map(|&index| &county.relationships[index]).find_map(|link| match (link.kind, link.party) {
        (RelationshipKind::ParentWithResponsibility, Party::Person(person)) => Some(person),
        _ => None,
    })
}

/// A request under assessment, about two to four months old, of a child at a primary school.
fn live_request(county: &County, search: &Search) -> Option<(usize, PersonId)> {
    let yesterday = county.times.yesterday;
    let mut best: Option<(i32, usize)> = None;
    for (index, case) in county.cases.iter().enumerate() {
        let open = has(county, case, EventKind::AdviceRequested)
            && has(county, case, EventKind::RequestReceived)
            && !kinds(county, case).any(|kind| {
                use EventKind as K;
                matches!(kind, K::PlanRefused | K::PlanAgreed | K::FinalPlanIssued | K::AssessmentRefused)
            });
        if !open {
            continue;
        }
        let age = yesterday.since(Day::from(county.events[case.first_event].on));
        let received = kinds(county, case).filter(|&kind| kind == EventKind::AdviceReceived).count();
        let off = (age - 80).abs() + if received == 2 { 0 } else { 15 };
        if best.is_some_and(|(least, _)| least <= off)
            || !search.rolls.get(&case.child).is_some_and(|setting| search.primary.contains(setting))
        {
            continue;
        }
        if parent_of(county, search, case.child).is_some() {
            best = Some((off, index));
        }
    }
    let (_, index) = best?;
    Some((index, parent_of(county, search, county.cases[index].child)?))
}

fn two_children(county: &County, search: &Search) -> Option<(usize, PersonId)> {
    let mut first: BTreeMap<PersonId, (usize, bool)> = BTreeMap::new();
    for (index, case) in county.cases.iter().enumerate() {
        let plan = in_force(county, case);
        let open = !plan
            && has(county, case, EventKind::AdviceRequested)
            && !kinds(county, case).any(|kind| matches!(kind, EventKind::PlanRefused | EventKind::PlanCeased));
        let Some(parent) = parent_of(county, search, case.child).filter(|_| plan || open) else { continue };
        if let Some(&(other, other_plan)) = first.get(&parent) {
            if plan || other_plan {
                return Some((if plan { index } else { other }, parent));
            }
        } else {
            first.insert(parent, (index, plan));
        }
    }
    None
}

fn young_person(county: &County, search: &Search) -> Option<(usize, PersonId)> {
    let today = county.settings.today;
    county.cases.iter().enumerate().find_map(|(index, case)| {
        let person = &county.persons[*search.persons.get(&case.child)?];
        let fits = person.age_on(today) == 17
            && person.interpreter == record::InterpreterNeed::NotNeeded
            && calendar::school_year::young_person_from(person.born) < today
            && in_force(county, case)
            && parent_of(county, search, case.child).is_some()
            && !county.capacity.iter().any(|decision| decision.person == case.child)
            && search.rolls.contains_key(&case.child);
        fits.then_some((index, case.child))
    })
}

fn family(
    county: &mut County,
    search: &Search,
    local: &str,
    role: Role,
    person: PersonId,
    case: Option<CaseId>,
    words: [&'static str; 2],
) {
    let Some(found) = search.persons.get(&person) else { return };
    let name = county.persons[*found].name.to_string();
    let email = format!("{local}@broadshire.example");
    let Ok(address) = email.parse() else { return };
    let number = county.staff.len() + county.cast.len();
    let account = Ids::new(county.settings.seed).id(Thing::Account, number, county.times.yesterday.plus(-200));
    county.accounts.push(Account {
        id: account,
        email: address,
        name: name.clone(),
        role,
        staff: None,
        person: Some(person),
        organisation: None,
    });
    // What they are to their children has been proved.
    let on = county.times.yesterday.plus(-190).civil();
    for link in county.relationships.iter_mut().filter(|link| link.party == Party::Person(person)) {
        link.verified = Some(Verification { how: EvidenceKind::SencoVouched, on, by: None, expires_on: None });
    }
    county.cast.push(CastMember {
        role,
        part: words[0],
        name,
        account,
        email,
        person: Some(person),
        staff: None,
        organisation: None,
        organisation_name: None,
        case,
        try_first: words[1],
    });
}

fn staff(county: &mut County, search: &Search, live: Option<usize>) {
    let case = live.or_else(|| (!county.cases.is_empty()).then_some(county.cases.len() - 1));
    let row = case.map(|case| county.cases[case].clone());
    let id = row.as_ref().map(|row| row.id);
    let asked = |source: AdviceSource| {
        let row = row.as_ref()?;
        county.events[row.first_event..row.first_event + row.events].iter().find_map(
            |event| match serde_json::from_str::<Event>(&event.json) {
                Ok(Event::AdviceRequested { source: of_source, of: Some(of), .. }) if of_source == source => {
                    of.as_str().parse::<StaffId>().ok()
                }
                _ => None,
            },
        )
    };
    let titled = |title: &str| county.staff.iter().find(|post| post.job_title == title).map(|post| post.id);
    let senco = row.as_ref().and_then(|row| search.rolls.get(&row.child).copied()).and_then(|setting| {
        county.staff.iter().find(|post| post.organisation == setting && post.job_title == "SENCO").map(|post| post.id)
    });
    let busiest = || {
        let mut counts: BTreeMap<OrganisationId, usize> = BTreeMap::new();
        for roll in county.enrolments.iter().filter(|roll| roll.provision == SenProvision::Plan) {
            *counts.entry(roll.setting).or_default() += 1;
        }
        let setting = counts.into_iter().max_by_key(|&(_, count)| count)?.0;
        county.staff.iter().find(|post| post.organisation == setting).map(|post| post.id)
    };
    let members: [(Role, &'static str, &str, Option<StaffId>, &'static str); 11] = [
        (
            Role::Senco,
            "SENCO of a primary school",
            "senco",
            senco.or_else(busiest),
            "Ask for an assessment for a pupil, and see what your school is asked for.",
        ),
        (
            Role::Coordinator,
            "EHC co-ordinator",
            "coordinator",
            row.as_ref().map(|row| row.coordinator),
            "Open your list: the most urgent in law comes first. Record a decision to assess.",
        ),
        (
            Role::Manager,
            "Head of SEND",
            "manager",
            titled("Head of SEND"),
            "See where the county stands on its 6-, 16- and 20-week limits, and who carries what.",
        ),
        (
            Role::Adviser,
            "Educational psychologist",
            "psychologist",
            asked(AdviceSource::EducationalPsychologist).or_else(|| titled("Educational psychologist")),
            "See which advice you are asked for and by when.",
        ),
        (
            Role::DesignatedOfficer,
            "Designated clinical officer, health",
            "health",
            titled("Designated clinical officer"),
            "See which health advice is late across the county.",
        ),
        (
            Role::Adviser,
            "Social worker who gives advice",
            "social.care",
            asked(AdviceSource::SocialCare).or_else(|| titled("Social worker, disability")),
            "See which advice you are asked for and by when.",
        ),
        (
            Role::Planner,
            "Commissioner",
            "planner",
            titled("Commissioning manager, SEND"),
            "See plans by need, place and part of the county.",
        ),
        (
            Role::Leadership,
            "Board member",
            "board",
            titled("Board member, local area partnership"),
            "See the county beside England and its neighbours.",
        ),
        (
            Role::Auditor,
            "Data protection officer",
            "privacy",
            titled("Data protection officer"),
            "See who has read a record, and why.",
        ),
        (
            Role::Administrator,
            "System administrator",
            "administrator",
            titled("System administrator"),
            "See accounts, jobs and the health of the service.",
        ),
        (
            Role::PanelMember,
            "Panel member",
            "panel",
            titled("Principal educational psychologist"),
            "See what is put to the panel.",
        ),
    ];
    for (role, part, local, post, try_first) in members {
        let Some(place) = post.and_then(|post| county.staff.iter().position(|other| other.id == post)) else {
            continue;
        };
        let email = format!("{local}@broadshire.example");
        let Ok(address) = email.parse::<record::EmailAddress>() else { continue };
        let post = &mut county.staff[place];
        post.email = Some(address.clone());
        let Some(account) = post.account else { continue };
        for held in county.accounts.iter_mut().filter(|held| held.id == account) {
            held.email = address.clone();
            held.role = role;
        }
        let (name, staff, organisation) = (post.name.to_string(), post.id, post.organisation);
        county.cast.push(CastMember {
            role,
            part,
            name,
            account,
            email,
            person: None,
            staff: Some(staff),
            organisation: Some(organisation),
            organisation_name: county
                .organisations
                .iter()
                .find(|body| body.id == organisation)
                .map(|body| body.name.clone()),
            case: id,
            try_first,
        });
    }
}
