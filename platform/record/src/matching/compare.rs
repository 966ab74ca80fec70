//! The score, and the sentences that explain it.

use super::{blocking::swapped, fold::fold, nicknames::same_name, phonetic::sound, similar::is_slip};
use crate::{Identifiers, Person, Postcode, Sex};
use jiff::civil::Date;
use serde::Serialize;

/// From this score on, two records are likely to be one person: name and date of birth agree, or a number does and
/// nothing speaks against it.
pub const LIKELY: u8 = 70;
/// From this score on, two records may be one person: worth showing to whoever enters the second.
pub const POSSIBLE: u8 = 50;

/// A person and the postcodes known for them.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// The person.
    pub person: &'a Person,
    /// Postcodes of their addresses, now and before.
    pub postcodes: &'a [Postcode],
}

/// How likely it is that two records are one person, and why. A suggestion for a human; never a reason to merge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Match {
    /// From 0 to 100.
    pub score: u8,
    /// What speaks for it, the weightiest first.
    pub reasons: Vec<String>,
    /// What speaks against it.
    pub doubts: Vec<String>,
}

impl Match {
    /// Should it be shown to whoever enters the second record?
    #[must_use]
    pub const fn is_possible(&self) -> bool {
        self.score >= POSSIBLE
    }

    /// Is it likely to be one person?
    #[must_use]
    pub const fn is_likely(&self) -> bool {
        self.score >= LIKELY
    }
}

/// What has been found so far.
#[derive(Default)]
struct Tally {
    points: i32,
    reasons: Vec<(i32, String)>,
    doubts: Vec<(i32, String)>,
}

impl Tally {
    fn add(&mut self, points: i32, sentence: impl Into<String>) {
        self.points += points;
        if points < 0 { &mut self.doubts } else { &mut self.reasons }.push((points, sentence.into()));
    }
}

/// Compares two records. The order does not matter.
#[must_use]
pub fn compare(one: Candidate<'_>, other: Candidate<'_>) -> Match {
    let mut tally = Tally::default();
    numbers(&mut tally, &one.person.identifiers, &other.person.identifiers);
    birth(&mut tally, one.person.born, other.person.born);
    names(&mut tally, one.person, other.person);
    if one.postcodes.iter().any(|postcode| other.postcodes.contains(postcode)) {
        tally.add(10, "They have lived at the same postcode.");
    }
    let (sex, second) = (one.person.sex, other.person.sex);
    if sex != second && sex != Sex::NotKnown && second != Sex::NotKnown {
        tally.add(-5, "One is recorded as female, the other as male.");
    }
    tally.reasons.sort_by_key(|(points, _)| -points);
    tally.doubts.sort_by_key(|(points, _)| *points);
    let sentences = |found: Vec<(i32, String)>| found.into_iter().map(|(_, sentence)| sentence).collect();
    Match {
        score: u8::try_from(tally.points.clamp(0, 100)).unwrap_or(0),
        reasons: sentences(tally.reasons),
        doubts: sentences(tally.doubts),
    }
}

fn numbers(tally: &mut Tally, one: &Identifiers, other: &Identifiers) {
    match (one.nhs_number, other.nhs_number) {
        (Some(first), Some(second)) if first == second => tally.add(60, "The NHS number is the same."),
        (Some(_), Some(_)) => tally.add(-30, "The NHS numbers differ."),
        _ => {}
    }
    let upns = |all: &Identifiers| all.upn.into_iter().chain(all.former_upns.iter().copied()).collect::<Vec<_>>();
    let (first, second) = (upns(one), upns(other));
    if first.iter().any(|upn| second.contains(upn)) {
        tally.add(55, "The unique pupil number is the same.");
    } else if !first.is_empty() && !second.is_empty() {
        // A child may have been given a second number in error, so this says less than an NHS number does.
        tally.add(-10, "The unique pupil numbers differ.");
    }
    match (one.uln, other.uln) {
        (Some(first), Some(second)) if first == second => tally.add(55, "The unique learner number is the same."),
        (Some(_), Some(_)) => tally.add(-15, "The unique learner numbers differ."),
        _ => {}
    }
}

fn birth(tally: &mut Tally, one: Date, other: Date) {
    if one == other {
        tally.add(30, "They were born on the same day.");
    } else if swapped(one) == Some(other) {
        tally.add(22, "The day and month of birth are the other way round.");
    } else if digits_apart(one, other) == 1 {
        tally.add(15, "The dates of birth differ in one figure.");
    } else {
        tally.add(-25, "The dates of birth differ.");
    }
}

fn digits_apart(one: Date, other: Date) -> usize {
    one.to_string().chars().zip(other.to_string().chars()).filter(|(first, second)| first != second).count()
}

fn names(tally: &mut Tally, one: &Person, other: &Person) {
    let (family, second_family) = (fold(&one.name.family), fold(&other.name.family));
    let (given, second_given) = (givens(one), givens(other));
    let crossed = family != second_family
        && given.first().is_some_and(|name| *name == second_family)
        && second_given.first().is_some_and(|name| *name == family);
    if crossed {
        return tally.add(35, "The given name and the family name are the other way round.");
    }
    let both = format!("{} and {}", one.name.family, other.name.family);
    if family == second_family {
        tally.add(20, "The family name is the same.");
    } else if family.split(' ').any(|part| second_family.split(' ').any(|other| other == part)) {
        tally.add(14, format!("The family names share a part: {both}."));
    } else if is_slip(&family, &second_family) {
        tally.add(15, format!("The family names differ by a letter or two: {both}."));
    } else if sound(&family) == sound(&second_family) {
        tally.add(13, format!("The family names sound alike: {both}."));
    } else {
        tally.add(-5, "The family names differ.");
    }
    let best = given.iter().flat_map(|name| second_given.iter().map(|other| given_points(name, other))).max();
    let both = format!("{} and {}", one.name.first(), other.name.first());
    match best.unwrap_or(Alike::Different) {
        Alike::Same => tally.add(20, "A given name is the same."),
        Alike::ShortForm => tally.add(16, format!("The given names are forms of one name: {both}.")),
        Alike::Slip => tally.add(14, format!("The given names differ by a letter or two: {both}.")),
        Alike::Sound => tally.add(12, format!("The given names sound alike: {both}.")),
        Alike::Initial => tally.add(6, format!("One given name may be the initial of the other: {both}.")),
        // Twins share everything but this.
        Alike::Different => tally.add(-30, "The given names differ."),
    }
}

/// How alike two given names are, the least first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Alike {
    Different,
    Initial,
    Sound,
    Slip,
    ShortForm,
    Same,
}

fn given_points(one: &str, other: &str) -> Alike {
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    if one == other {
        Alike::Same
    } else if same_name(one, other) {
        Alike::ShortForm
    } else if is_slip(one, other) {
        Alike::Slip
    } else if initial(one, other) || initial(other, one) {
        Alike::Initial
    } else if sound(one) == sound(other) {
        Alike::Sound
    } else {
        Alike::Different
    }
}

/// The first given name and what the person likes to be called. Second names are too common to tell anybody apart.
fn givens(person: &Person) -> Vec<String> {
    let given = fold(&person.name.given);
    let first = given.split(' ').next().unwrap_or_default().to_owned();
    let known_as = person.name.known_as.as_deref().map(fold);
    [Some(first), known_as].into_iter().flatten().filter(|name| !name.is_empty()).collect()
}
