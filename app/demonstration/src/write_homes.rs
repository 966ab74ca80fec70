//! Writes where people live and how to reach them, protected addresses among them.

use record::{
    Address, AddressSource, ContactPoint, ContactWay, EmailAddress, Period, PersonId, PhoneNumber, Postcode,
    Protection, ProtectionReason,
};

use crate::county::HomePoint;
use crate::dice::Dice;
use crate::households::Household;
use crate::ids::Thing;
use crate::make::World;
use crate::places::Home;
use crate::write_care::Placed;
use crate::write_people::{Rows, adult_id, always};

/// Most addresses of one person, so that each has a number of its own.
const ADDRESSES: usize = 4;

/// Writes the homes of one household.
pub fn write(world: &World, index: usize, household: &Household, care: &Placed, rows: &mut Rows) {
    let mut dice = Dice::new(world.settings.seed, "homes", index as u64);
    let eldest = world.lives[household.children[0]].born;
    let settled = world.times.yesterday.plus(-dice.between(200, 4_000));
    let barred: Vec<PersonId> = (0..household.adults.len())
        .filter(|&adult| household.adults[adult].barred)
        .map(|adult| adult_id(world, index, adult))
        .collect();
    let hidden = household.protected.then(|| Protection {
        reason: if dice.permille(800) { ProtectionReason::DomesticAbuse } else { ProtectionReason::CourtOrder },
        withhold_from: barred.clone(),
        set_on: settled.civil(),
        review_on: Some(world.times.yesterday.plus(dice.between(20, 360)).civil()),
    });
    let moved = settled > eldest.plus(60) && dice.permille(if household.protected { 1_000 } else { 130 });
    let before = moved.then(|| Home::draw(household.area, &mut dice));
    for &child in &household.children {
        let life = &world.lives[child];
        let id = world.child_id(child);
        let from = always(world, life.born);
        let foster = care.of(child);
        let here = if moved && settled > from { settled } else { from };
        let mut number = child * ADDRESSES;
        if let Some(before) = before.filter(|_| here > from) {
            rows.addresses.push(address(
                world,
                number,
                id,
                Some(before),
                Period::between(from.civil(), here.plus(-1).civil()),
                None,
            ));
            number += 1;
        }
        let end = foster.filter(|placed| placed.since > here).map(|placed| placed.since.plus(-1));
        let here_too = foster.is_none_or(|placed| placed.since > here);
        if here_too {
            let period = end.map_or(Period::since(here.civil()), |end| Period::between(here.civil(), end.civil()));
            rows.addresses.push(address(world, number, id, household.home, period, hidden.clone()));
            number += 1;
        }
        let mut at = household.home;
        if let Some(placed) = foster {
            at = Some(placed.home);
            let parents = (0..household.adults.len()).map(|adult| adult_id(world, index, adult)).collect();
            let since = placed.since.max(life.born);
            let mut row = address(
                world,
                number,
                id,
                at,
                Period::since(since.civil()),
                Some(Protection {
                    reason: ProtectionReason::FosterPlacement,
                    withhold_from: parents,
                    set_on: since.civil(),
                    review_on: Some(world.times.yesterday.plus(150).civil()),
                }),
            );
            row.source = AddressSource::SocialCare;
            rows.addresses.push(row);
        }
        rows.homes.push(HomePoint {
            person: id,
            area: at.map_or(household.area, |home| home.area),
            at: at.map(|home| home.at(&world.areas)),
        });
    }
    for (place, adult) in household.adults.iter().enumerate() {
        let id = adult_id(world, index, place);
        let number = (world.lives.len() + index * crate::write_people::ADULTS + place) * ADDRESSES;
        let from = always(world, adult.born);
        let (home, protection) =
            if adult.apart.is_some() { (adult.apart, None) } else { (household.home, hidden.clone()) };
        let here = if moved && adult.apart.is_none() { settled.max(from) } else { from };
        rows.addresses.push(address(world, number, id, home, Period::since(here.civil()), protection));
        contacts(world, index, place, &barred, &mut dice, rows);
    }
}

fn address(
    world: &World,
    number: usize,
    person: PersonId,
    home: Option<Home>,
    period: Period,
    protected: Option<Protection>,
) -> Address {
    let mut lines = Vec::new();
    let (mut town, mut postcode) = (String::new(), None);
    if let Some(home) = home {
        lines.push(home.line());
        lines.extend(home.village(&world.areas).map(str::to_owned));
        home.town(&world.areas).clone_into(&mut town);
        postcode = home.postcode(&world.areas).parse::<Postcode>().ok();
    }
    Address {
        id: world.ids.id(Thing::Address, number, world.times.begins),
        person,
        lines,
        town,
        postcode,
        uprn: None,
        period,
        source: if protected.is_some() { AddressSource::ToldToOfficer } else { AddressSource::Setting },
        confirmed_on: None,
        protected,
    }
}

/// E-mail and telephone of adults whose children have a case. Domains and numbers are those kept for examples
/// (RFC 2606; Ofcom's numbers for drama).
fn contacts(world: &World, index: usize, place: usize, barred: &[PersonId], dice: &mut Dice, rows: &mut Rows) {
    let household = &world.households[index];
    let person = adult_id(world, index, place);
    if !household.children.iter().any(|&child| world.lives[child].case.is_some()) {
        return;
    }
    let adult = &household.adults[place];
    let number = (index * crate::write_people::ADULTS + place) * 2;
    let since = always(world, adult.born);
    let withhold_from: Vec<PersonId> = if adult.barred { Vec::new() } else { barred.to_vec() };
    let plain = |text: &str| text.to_lowercase().replace(' ', "");
    let email = format!("{}.{}.{index}@home.example.org", plain(adult.given), plain(adult.family));
    let phone = format!("07700 900{:03}", dice.below(1_000));
    let ways = [
        email.parse::<EmailAddress>().ok().filter(|_| dice.permille(920)).map(ContactWay::Email),
        phone.parse::<PhoneNumber>().ok().filter(|_| dice.permille(950)).map(ContactWay::Phone),
    ];
    for (offset, way) in ways.into_iter().enumerate() {
        if let Some(way) = way {
            rows.contacts.push(ContactPoint {
                id: world.ids.id(Thing::Contact, number + offset, world.times.begins),
                person,
                preferred: offset == 0,
                way,
                withhold_from: withhold_from.clone(),
                period: Period::since(since.civil()),
            });
        }
    }
}
