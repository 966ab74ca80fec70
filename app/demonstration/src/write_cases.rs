//! Writes cases, their events, places of education and who has them.

use casework_rules::{PersonRef, SettingRef};
use jiff::Timestamp;
use rayon::prelude::*;
use record::{Allocation, AllocationSubject, AllocationTo, CaseId, Period, StaffId};

use crate::county::{Attendance, Author, CaseRow, EventRow};
use crate::day::Day;
use crate::dice::Dice;
use crate::ids::Thing;
use crate::lives::CasePath;
use crate::make::World;
use crate::places::locality;
use crate::story::{By, People, Teller, Told};
use crate::write_bodies::Bodies;
use crate::write_people::Written;

/// Cases and what hangs on them.
pub struct Cases {
    /// Cases.
    pub cases: Vec<CaseRow>,
    /// Events.
    pub events: Vec<EventRow>,
    /// Places of education.
    pub attendances: Vec<Attendance>,
    /// Who has which case.
    pub allocations: Vec<Allocation>,
}

/// Writes them.
#[must_use]
pub fn write(world: &World, bodies: &Bodies, people: &Written) -> Cases {
    let with_case: Vec<usize> = (0..world.lives.len()).filter(|&index| world.lives[index].case.is_some()).collect();
    let parts: Vec<Option<Part>> = with_case.par_iter().map(|&index| part(world, bodies, people, index)).collect();
    let mut made = Cases { cases: Vec::new(), events: Vec::new(), attendances: Vec::new(), allocations: Vec::new() };
    made.events.reserve(parts.iter().flatten().map(|part| part.events.len()).sum());
    for mut part in parts.into_iter().flatten() {
        let number = u32::try_from(made.cases.len()).unwrap_or(u32::MAX);
        part.case.first_event = made.events.len();
        part.case.events = part.events.len();
        for event in &mut part.events {
            event.case = number;
        }
        made.cases.push(part.case);
        made.events.append(&mut part.events);
        made.attendances.append(&mut part.attendances);
        made.allocations.push(part.allocation);
    }
    made
}

struct Part {
    case: CaseRow,
    events: Vec<EventRow>,
    attendances: Vec<Attendance>,
    allocation: Allocation,
}

fn part(world: &World, bodies: &Bodies, people: &Written, index: usize) -> Option<Part> {
    let life = &world.lives[index];
    let case = life.case.as_ref()?;
    let begins = case.begins();
    if begins > world.times.yesterday {
        return None;
    }
    let staffing = &world.staffing;
    let staff = |post: usize| bodies.staff[post].id;
    let choose = |posts: &[usize], salt: usize| posts[(index.wrapping_mul(31) + salt * 7) % posts.len()];
    let place = locality(&world.areas[world.household(index).area as usize]);
    let coordinator = choose(&staffing.coordinators[place], 1);
    let decider = staffing.deciders[place];
    let first_stay = life.stays.iter().rposition(|stay| stay.from <= begins).unwrap_or(0);
    let school = world.rolls[index].get(first_stay).copied().flatten();
    let child = people.child_ids[index];
    let parent = people.parent_of[index];
    let reference = |id: StaffId| PersonRef::new(id.to_string());
    let cast = People {
        child: PersonRef::new(child.to_string()),
        parent: PersonRef::new(parent.to_string()),
        officer: reference(staff(coordinator)),
        decider: reference(staff(decider)),
        senco: school.map(|school| reference(staff(staffing.sencos[usize::from(school)]))),
        psychologist: reference(staff(choose(&staffing.psychologists, 2))),
        health: reference(staff(choose(&staffing.health, 3))),
        social_worker: reference(staff(choose(&staffing.social_care, 4))),
        advisory_teacher: reference(staff(choose(&staffing.sensory, 5))),
        settings: world.rolls[index]
            .iter()
            .map(|school| school.map(|school| SettingRef::new(bodies.setting(usize::from(school)).to_string())))
            .collect(),
    };
    let dice = Dice::new(world.settings.seed, "story", index as u64);
    let told =
        Teller::new(life, &world.care[index], world.appeals[index], &cast, &world.times, &world.workdays, dice).tell();
    if told.is_empty() {
        return None;
    }
    let authors = |by: By| match by {
        By::Officer => Author::Staff(staff(coordinator)),
        By::Family => Author::Person(parent),
        By::Setting => Author::Staff(staff(school.map_or(coordinator, |school| staffing.sencos[usize::from(school)]))),
        By::Service => Author::Service,
    };
    let id: CaseId = world.ids.id(Thing::Case, index, told[0].on);
    let ended = ended(case, &told, world.times.yesterday);
    let period = ended.map_or(Period::since(told[0].on.civil()), |end| {
        Period::between(told[0].on.civil(), end.max(told[0].on).civil())
    });
    Some(Part {
        events: rows(world, index, &told, authors),
        attendances: attendances(world, bodies, index, id, case),
        allocation: Allocation {
            id: world.ids.id(Thing::Allocation, index, told[0].on),
            subject: AllocationSubject::Case(id),
            to: AllocationTo::Staff(staff(coordinator)),
            period,
        },
        case: CaseRow { id, child, coordinator: staff(coordinator), first_event: 0, events: 0 },
    })
}

/// The last day a co-ordinator has the case: four months after it closed.
fn ended(case: &CasePath, told: &[Told], yesterday: Day) -> Option<Day> {
    use casework_rules::EventKind as K;
    let last = told.last()?;
    let closed = matches!(last.event.kind(), K::PlanCeased | K::RequestWithdrawn)
        || (case.made().is_none()
            && matches!(last.event.kind(), K::DecisionNotified | K::NoPlanNotified | K::AppealEnded));
    let end = last.on.plus(120);
    (closed && end < yesterday).then_some(end)
}

/// Events are recorded in working hours on the day, or a few days later; never before the one before them.
fn rows(world: &World, index: usize, told: &[Told], author: impl Fn(By) -> Author) -> Vec<EventRow> {
    let mut dice = Dice::new(world.settings.seed, "recorded", index as u64);
    let latest = i64::from(world.times.yesterday.0) * 86_400 + 64_000;
    let mut last = i64::MIN;
    told.iter()
        .zip(1..)
        .map(|(told, sequence)| {
            let late = if dice.permille(70) { dice.between(1, 4) } else { 0 };
            let second = i64::from(told.on.0 + late) * 86_400 + 32_400 + i64::from(dice.below(28_800));
            last = second.max(last.saturating_add(1)).min(latest);
            EventRow {
                case: 0,
                sequence,
                kind: told.event.kind(),
                on: told.on.civil(),
                recorded_at: Timestamp::from_second(last).unwrap_or(Timestamp::UNIX_EPOCH),
                author: author(told.by),
                json: serde_json::to_string(&told.event).unwrap_or_default(),
            }
        })
        .collect()
}

fn attendances(world: &World, bodies: &Bodies, index: usize, case: CaseId, path: &CasePath) -> Vec<Attendance> {
    let life = &world.lives[index];
    let end = path.cease.map(|cease| cease.on).filter(|&on| on <= world.times.yesterday);
    let mut made = Vec::new();
    for (number, stay) in life.stays.iter().enumerate() {
        let next = life.stays.get(number + 1).map(|next| next.from.plus(-1));
        let to = next.into_iter().chain(end).min().filter(|&to| to <= world.times.yesterday);
        if to.is_some_and(|to| to < stay.from) {
            continue;
        }
        made.push(Attendance {
            id: world.ids.id(Thing::Placement, index * 16 + number, stay.from),
            person: world.child_id(index),
            case,
            kind: stay.place.kind(),
            setting: world.rolls[index][number].map(|school| bodies.setting(usize::from(school))),
            period: to.map_or(Period::since(stay.from.civil()), |to| Period::between(stay.from.civil(), to.civil())),
        });
    }
    made
}
