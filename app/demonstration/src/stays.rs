//! Where somebody went to school before and after the day on which it is known.

use crate::day::Day;
use crate::dice::Dice;
use crate::lives::{Stay, age_row};
use crate::plan::{Place, Stretch};
use crate::published::plans::AGE_BY_PLACE;

/// What the places of education are worked out from.
#[derive(Debug, Clone, Copy)]
pub struct Known {
    /// The day of birth.
    pub born: Day,
    /// A day on which the place is known.
    pub on: Day,
    /// The place on that day.
    pub place: Place,
    /// The first day that matters: a request, or the start of a roll.
    pub first: Day,
    /// The day the plan was made, if there is one.
    pub made: Option<Day>,
    /// The last day that matters.
    pub last: Day,
}

fn age_in(born: Day, academic_year: i16) -> i16 {
    Day::of(academic_year, 8, 31).age_of(born)
}

/// The first day of the stretch of education that somebody is in during this academic year.
fn stretch_start(born: Day, academic_year: i16) -> Day {
    let stretch = Stretch::of(age_in(born, academic_year));
    let mut year = academic_year;
    while Stretch::of(age_in(born, year - 1)) == stretch && age_in(born, year - 1) >= 2 {
        year -= 1;
    }
    Day::of(year, 9, 1)
}

/// Every stay from the first day that matters to the last.
#[must_use]
pub fn stays(known: &Known, dice: &mut Dice) -> Vec<Stay> {
    let mut stays = Vec::new();
    let this_start = stretch_start(known.born, known.on.academic_year());
    let begin = known.first.min(known.on);
    // Backwards: the start of this stretch, then each stretch before it.
    let began_as = beginning(known, this_start, dice);
    if let Some((from, earlier)) = began_as {
        stays.push(Stay { from, place: known.place });
        stays.push(Stay { from: this_start, place: earlier });
    } else {
        stays.push(Stay { from: this_start, place: known.place });
    }
    let mut start = this_start;
    while start > begin && age_in(known.born, start.academic_year() - 1) >= 2 {
        let later = stays[stays.len() - 1].place;
        let year = start.academic_year() - 1;
        start = stretch_start(known.born, year);
        let had_plan = known.made.is_some_and(|made| made.since(start) < 500);
        stays.push(Stay { from: start, place: before(later, Stretch::of(age_in(known.born, year)), had_plan, dice) });
    }
    stays.reverse();
    // Forwards: each new stretch after the day that is known.
    let mut place = known.place;
    for year in known.on.academic_year() + 1..=known.last.academic_year() {
        let (old, new) = (Stretch::of(age_in(known.born, year - 1)), Stretch::of(age_in(known.born, year)));
        if old != new {
            place = after(place, new, dice);
            stays.push(Stay { from: Day::of(year, 9, 1), place });
        }
    }
    stays.retain(|stay| stay.from <= known.last);
    stays
}

/// Whether somebody who is now in a special school or out of school began this stretch in an ordinary one: the day
/// of the move, and the place before it.
fn beginning(known: &Known, start: Day, dice: &mut Dice) -> Option<(Day, Place)> {
    let unusual = known.place.is_special()
        || matches!(
            known.place,
            Place::ApAcademy
                | Place::ApFree
                | Place::HomeEducated
                | Place::ByAuthority
                | Place::Neet
                | Place::OtherSetting
                | Place::MaintainedUnit
                | Place::AcademyUnit
        )
        || (known.place == Place::GeneralFe && age_in(known.born, known.on.academic_year()) < 16);
    let earliest = known.made.unwrap_or(known.on).max(start);
    let room = known.on.since(earliest);
    let began_here = known.made.is_none_or(|made| made > start);
    let moved = unusual && dice.permille(if began_here { 900 } else { 300 });
    if !moved {
        return None;
    }
    let age = age_in(known.born, known.on.academic_year());
    let ordinary = ordinary(age, dice);
    if room < 200 {
        // A plan not long made: the move came with it.
        return (began_here && known.made.is_some_and(|made| made > start && known.on.since(made) > 0))
            .then_some((earliest, ordinary))
            .filter(|_| room > 0);
    }
    Some((earliest.plus(dice.between(120, 600.min(room - 20))), ordinary))
}

/// An ordinary place for this age.
#[must_use]
pub fn ordinary(age: i16, dice: &mut Dice) -> Place {
    match Stretch::of(age) {
        Stretch::EarlyYears if age < 3 || dice.permille(850) => Place::EarlyYears,
        Stretch::EarlyYears | Stretch::Primary => *dice.pick(&[
            Place::MainstreamMaintained,
            Place::MainstreamMaintained,
            Place::MainstreamAcademy,
            Place::MainstreamAcademy,
            Place::MainstreamAcademy,
        ]),
        Stretch::Secondary if dice.permille(40) => Place::MainstreamFree,
        Stretch::Secondary => Place::MainstreamAcademy,
        Stretch::Sixteen if dice.permille(120) => Place::MainstreamAcademy,
        Stretch::Sixteen | Stretch::Nineteen => Place::GeneralFe,
    }
}

/// A place for this age as the published table has them, special schools only so often in a thousand.
#[must_use]
pub fn typical(age: i16, special: u32, dice: &mut Dice) -> Place {
    let weights: Vec<u32> = AGE_BY_PLACE[age_row(age)]
        .iter()
        .zip(Place::ALL)
        .map(|(&count, place)| if place.is_special() { count * special } else { count * 1_000 })
        .collect();
    Place::ALL[dice.weighted(&weights)]
}

fn before(later: Place, stretch: Stretch, had_plan: bool, dice: &mut Dice) -> Place {
    let age = match stretch {
        Stretch::EarlyYears => 3,
        Stretch::Primary => 8,
        Stretch::Secondary => 14,
        Stretch::Sixteen => 17,
        Stretch::Nineteen => 21,
    };
    if !had_plan {
        return ordinary(age, dice);
    }
    match later {
        place if place.is_special() && stretch != Stretch::EarlyYears => {
            if dice.permille(600) {
                place
            } else {
                ordinary(age, dice)
            }
        }
        place if place.is_mainstream() => {
            if dice.permille(920) {
                ordinary(age, dice)
            } else {
                typical(age, 1_000, dice)
            }
        }
        _ if stretch >= Stretch::Secondary => typical(age, 700, dice),
        _ => ordinary(age, dice),
    }
}

fn after(place: Place, stretch: Stretch, dice: &mut Dice) -> Place {
    let draw = dice.below(1_000);
    match stretch {
        Stretch::Primary if place.is_special() => place,
        Stretch::Primary if draw < 110 => *dice.pick(&[Place::SpecialMaintained, Place::SpecialAcademy]),
        Stretch::Primary => ordinary(5, dice),
        Stretch::Secondary if place.is_special() || place == Place::HomeEducated => place,
        Stretch::Secondary if draw < 90 => {
            *dice.pick(&[Place::SpecialMaintained, Place::SpecialAcademy, Place::SpecialIndependent])
        }
        Stretch::Secondary if draw < 125 => Place::AcademyUnit,
        Stretch::Secondary => ordinary(12, dice),
        Stretch::Sixteen if place == Place::SpecialMaintained && draw < 700 => place,
        Stretch::Sixteen if place.is_special() && draw < 150 => place,
        Stretch::Sixteen if draw > 930 => Place::Neet,
        Stretch::Sixteen if draw > 860 => Place::TrainingProvider,
        Stretch::Sixteen if place.is_mainstream() && draw < 90 => Place::MainstreamAcademy,
        Stretch::Sixteen => Place::GeneralFe,
        _ if draw > 860 => Place::Neet,
        _ if draw > 800 => Place::OtherSetting,
        _ => Place::GeneralFe,
    }
}
