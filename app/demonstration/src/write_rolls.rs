//! Writes children onto the rolls of their settings, with the provision they have there.

use record::{Enrolment, Period, SenProvision};

use crate::day::Day;
use crate::ids::Thing;
use crate::make::World;
use crate::write_bodies::{Bodies, need_of};
use crate::write_people::Rows;

/// Most times on a roll of one child, so that each has a number of its own.
const TIMES: usize = 24;

/// Writes one child's rolls.
pub fn write(world: &World, bodies: &Bodies, child: usize, rows: &mut Rows) {
    let life = &world.lives[child];
    let id = world.child_id(child);
    let yesterday = world.times.yesterday;
    let cease = life.case.as_ref().and_then(|case| case.cease).map(|cease| cease.on);
    let made = life.case.as_ref().and_then(|case| case.made());
    let mut number = child * TIMES;
    let mut add = |setting: u16, from: Day, to: Option<Day>, provision: SenProvision, rows: &mut Rows| {
        let with_need = provision != SenProvision::NoSen;
        rows.enrolments.push(Enrolment {
            id: world.ids.id(Thing::Enrolment, number, from),
            person: id,
            setting: bodies.setting(usize::from(setting)),
            period: to.map_or(Period::since(from.civil()), |to| Period::between(from.civil(), to.civil())),
            provision,
            primary_need: with_need.then(|| need_of(life.need)),
            secondary_need: life.second_need.filter(|_| with_need).map(need_of),
        });
        number += 1;
    };
    let mut index = 0;
    while index < life.stays.len() {
        // Stays that follow one another at the same setting are one time on its roll.
        let Some(setting) = world.rolls[child][index] else {
            index += 1;
            continue;
        };
        let from = life.stays[index].from.max(life.born.plus(30));
        while index + 1 < life.stays.len() && world.rolls[child][index + 1] == Some(setting) {
            index += 1;
        }
        let next = life.stays.get(index + 1).map(|next| next.from.plus(-1));
        index += 1;
        let to = next.into_iter().chain(cease).min().filter(|&to| to <= yesterday);
        let end = to.unwrap_or(yesterday);
        if end < from || from > yesterday {
            continue;
        }
        let before = if life.sen { SenProvision::Support } else { SenProvision::NoSen };
        match made {
            Some(made) if made > end => add(setting, from, to, before, rows),
            Some(made) if made > from => {
                add(setting, from, Some(made.plus(-1)), before, rows);
                add(setting, made, to, SenProvision::Plan, rows);
            }
            Some(_) => add(setting, from, to, SenProvision::Plan, rows),
            None => add(setting, from, to, before, rows),
        }
    }
}
