//! Which plans end, when and why, year by year.

use crate::day::Day;
use crate::dice::Dice;
use crate::fit::{bag, share};
use crate::lives::Cease;
use crate::published::flow::{CEASED, CEASED_BY_YEARS_HELD, REASONS};
use crate::schedule::flow_of;
use crate::settings::{Settings, Times};
use crate::workdays::Workdays;

/// When plans end: most after the school year.
const MONTHS: [u32; 12] = [70, 75, 85, 80, 85, 95, 140, 105, 130, 100, 75, 60];

/// How young people of 20 to 24 share the plans that end at those ages.
const TWENTIES: [u32; 5] = [116, 98, 80, 60, 22];

/// A plan that ends, before it is known whose it is.
#[derive(Debug, Clone, Copy)]
pub struct Ending {
    /// When and why.
    pub cease: Cease,
    /// Age on that day.
    pub age: i16,
    /// Whole years it was held; 6 stands for 6 and more.
    pub held: i16,
}

/// The plans that end in one calendar year.
#[must_use]
pub fn of_year(settings: &Settings, times: &Times, workdays: &Workdays, year: i16) -> Vec<Ending> {
    let mut dice = Dice::new(settings.seed, "ceasing", u64::from(year.unsigned_abs()));
    let count = settings.scaled(flow_of(times, year).ceased);
    let cells = bag(&share(CEASED.as_flattened(), count));
    let mut days = workdays.spread(year, &MONTHS, count, &mut dice);
    dice.shuffle(&mut days);
    let mut endings: Vec<Ending> = cells
        .into_iter()
        .zip(days)
        .map(|(cell, day)| {
            let (row, reason) = (cell / REASONS, cell % REASONS);
            let age = match (row, reason) {
                (17, 0) => 25,
                (17, _) => 20 + i16::try_from(dice.weighted(&TWENTIES)).unwrap_or(0),
                _ => 3 + i16::try_from(row).unwrap_or(0),
            };
            let on = match reason {
                0 => Day::of(year, 7, 31),
                2 => workdays.from(Day::of(year, 9, 20).plus(dice.between(0, 35))),
                _ => day,
            };
            Ending { cease: Cease { on, reason, by_review: false }, age, held: 0 }
        })
        .collect();
    // The longest held plans go to the oldest, with some play.
    let mut order: Vec<(i32, usize)> = endings
        .iter()
        .enumerate()
        .map(|(index, ending)| (i32::from(ending.age) * 10 + dice.between(0, 45), index))
        .collect();
    order.sort_unstable();
    for ((_, index), held) in order.into_iter().zip(bag(&share(&CEASED_BY_YEARS_HELD, count))) {
        let most = (endings[index].age - 3).clamp(0, 6);
        endings[index].held = i16::try_from(held).unwrap_or(0).min(most);
    }
    endings.sort_by_key(|ending| (ending.cease.on, ending.age, ending.cease.reason));
    endings
}
