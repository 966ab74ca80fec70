//! Families: which children share a home, who brings them up, and where.

use record::RelationshipKind;

use crate::day::Day;
use crate::dice::Dice;
use crate::lives::Life;
use crate::names::{self, Roots};
use crate::places::{Area, DEMAND, Home};
use crate::settings::{Settings, Times};

/// Somebody who brings a child up.
#[derive(Debug, Clone)]
pub struct Adult {
    /// Given name.
    pub given: &'static str,
    /// Family name.
    pub family: &'static str,
    /// The day of birth.
    pub born: Day,
    /// A woman.
    pub female: bool,
    /// What the adult is to the children.
    pub kind: RelationshipKind,
    /// Another home than the children's, if the adult lives apart.
    pub apart: Option<Home>,
    /// Must not learn where the children live, and is kept from their record by a court's order.
    pub barred: bool,
}

/// A household with children in the record.
#[derive(Debug, Clone)]
pub struct Household {
    /// The dwelling; none in a refuge, whose address nobody is given.
    pub home: Option<Home>,
    /// The small area it lies in, also for a refuge.
    pub area: u32,
    /// Its people.
    pub roots: Roots,
    /// The children's family name.
    pub family: &'static str,
    /// The adults, the main one first.
    pub adults: Vec<Adult>,
    /// The children, by number, the oldest first.
    pub children: Vec<usize>,
    /// Whether the address must stay hidden.
    pub protected: bool,
    /// Whether somebody in it needs an interpreter.
    pub interpreter: bool,
}

/// A foster home, with its carers.
#[derive(Debug, Clone)]
pub struct FosterHome {
    /// The dwelling.
    pub home: Home,
    /// The carers.
    pub adults: Vec<Adult>,
}

/// Puts every child into a household. Children with a case bring a fuller family than others.
#[must_use]
pub fn households(settings: &Settings, times: &Times, areas: &[Area], lives: &[Life]) -> Vec<Household> {
    let mut dice = Dice::new(settings.seed, "households", 0);
    let mut order: Vec<usize> = (0..lives.len()).collect();
    dice.shuffle(&mut order);
    let where_to = Sites::new(areas, true);
    let mut households: Vec<Household> = Vec::new();
    for child in order {
        let life = &lives[child];
        if let Some(last) = households.last_mut()
            && last.children.len() < 4
            && dice.permille(if last.children.len() == 1 { 290 } else { 190 })
            && last.children.iter().all(|&other| could_be_siblings(lives[other].born, life.born, &mut dice))
        {
            last.children.push(child);
            continue;
        }
        let area = where_to.draw(&mut dice);
        let roots = names::roots(&mut dice);
        let family = names::family(roots.heritage, &mut dice);
        let interpreter = roots.language != record::Language::English && dice.permille(300);
        let refuge = dice.permille(2);
        let protected = refuge || dice.permille(10);
        let home = (!refuge).then(|| Home::draw(area, &mut dice));
        households.push(Household {
            home,
            area,
            roots,
            family,
            adults: Vec::new(),
            children: vec![child],
            protected,
            interpreter,
        });
    }
    for household in &mut households {
        household.children.sort_by_key(|&child| (lives[child].born, child));
        let full = household.children.iter().any(|&child| lives[child].case.is_some());
        household.adults = adults(household, lives[household.children[0]].born, full, times, &where_to, &mut dice);
    }
    households
}

/// Nine months apart at least, or twins; and not half a lifetime.
fn could_be_siblings(one: Day, other: Day, dice: &mut Dice) -> bool {
    let apart = one.since(other).abs();
    (300..365 * 14).contains(&apart) || (apart == 0 && dice.permille(900))
}

fn adults(household: &Household, eldest: Day, full: bool, times: &Times, sites: &Sites, dice: &mut Dice) -> Vec<Adult> {
    use RelationshipKind as Kind;
    let roots = household.roots;
    let grown = |dice: &mut Dice, from: i32, to: i32| {
        let years = dice.between(from, to).min(dice.between(from, to + 6));
        eldest.plus(-years * 365 - dice.between(0, 364))
    };
    let person = |dice: &mut Dice, female: bool, family: &'static str, born: Day, kind: Kind| Adult {
        given: names::adult(roots.heritage, female, dice),
        family,
        born,
        female,
        kind,
        apart: None,
        barred: false,
    };
    let mut adults = Vec::new();
    if dice.permille(28) {
        // Grandparents or others with a special guardianship order.
        let family = if dice.permille(500) { household.family } else { names::family(roots.heritage, dice) };
        let born = eldest.plus(-dice.between(42, 58) * 365);
        adults.push(person(dice, true, family, born, Kind::Guardian));
        if dice.permille(550) {
            let born = born.plus(-dice.between(-900, 2_000));
            adults.push(person(dice, false, family, born, Kind::Guardian));
        }
        return adults;
    }
    let lone_father = dice.permille(55);
    let mother_family = if dice.permille(240) { names::family(roots.heritage, dice) } else { household.family };
    let born = grown(dice, 19, 36);
    adults.push(person(
        dice,
        !lone_father,
        if lone_father { household.family } else { mother_family },
        born,
        Kind::ParentWithResponsibility,
    ));
    let second = dice.below(1_000);
    let together = if full { 560 } else { 300 };
    if household.protected || (full && second >= together && second < together + 250) {
        // A parent who lives apart, some without parental responsibility.
        let kind = if dice.permille(760) { Kind::ParentWithResponsibility } else { Kind::ParentWithoutResponsibility };
        let born = grown(dice, 19, 40);
        let mut other = person(dice, lone_father, household.family, born, kind);
        other.apart = Some(Home::draw(sites.draw(dice), dice));
        other.barred = household.protected;
        adults.push(other);
    } else if second < together {
        let born = grown(dice, 20, 40);
        adults.push(person(dice, lone_father, household.family, born, Kind::ParentWithResponsibility));
    } else if full && second > 940 {
        let family = names::family(roots.heritage, dice);
        let born = grown(dice, 20, 40);
        adults.push(person(dice, false, family, born, Kind::Carer));
    }
    let least = times.yesterday.plus(-365 * 17);
    for adult in &mut adults {
        adult.born = adult.born.min(least);
    }
    adults
}

/// Foster homes for a number of children, two to a home as a rule.
#[must_use]
pub fn foster_homes(settings: &Settings, times: &Times, areas: &[Area], children: usize) -> Vec<FosterHome> {
    let mut dice = Dice::new(settings.seed, "foster", 0);
    let sites = Sites::new(areas, false);
    (0..children.div_ceil(2))
        .map(|_| {
            let home = Home::draw(sites.draw(&mut dice), &mut dice);
            let roots = names::roots(&mut dice);
            let family = names::family(roots.heritage, &mut dice);
            let count = if dice.permille(700) { 2 } else { 1 };
            let adults = (0..count)
                .map(|nth| Adult {
                    given: names::adult(roots.heritage, nth == 0, &mut dice),
                    family,
                    born: times.yesterday.plus(-dice.between(33, 66) * 365),
                    female: nth == 0,
                    kind: RelationshipKind::FosterCarer,
                    apart: None,
                    barred: false,
                })
                .collect();
            FosterHome { home, adults }
        })
        .collect()
}

/// Small areas to draw homes from, in proportion to their children and, where need counts, their deprivation.
pub struct Sites {
    upto: Vec<u32>,
}

impl Sites {
    /// The areas of a county.
    #[must_use]
    pub fn new(areas: &[Area], by_need: bool) -> Self {
        let mut passed = 0;
        let upto = areas
            .iter()
            .map(|area| {
                let demand = if by_need { DEMAND[usize::from(area.decile.clamp(1, 10)) - 1] } else { 100 };
                passed += area.children * demand / 10;
                passed
            })
            .collect();
        Self { upto }
    }

    /// Draws an area.
    pub fn draw(&self, dice: &mut Dice) -> u32 {
        let point = dice.below(self.upto.last().copied().unwrap_or(0));
        u32::try_from(self.upto.partition_point(|&upto| upto <= point)).unwrap_or(0)
    }
}
