use super::{dates, town, usual};
use calendar::Calendar;
use casework_rules::{Case, Event, StageKind};
use demonstration::County;
use record::{Party, RelationshipKind, SenProvision};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn nobody_has_a_date_of_birth_that_cannot_be_true() {
    for today in dates() {
        let county = town(1, today);
        let persons: BTreeMap<_, _> = county.persons.iter().map(|person| (person.id, person)).collect();
        for link in &county.relationships {
            if let Party::Person(party) = link.party {
                let (child, party) = (persons[&link.child], persons[&party]);
                assert_eq!(record::checks::relationship(link, child, party), Ok(()), "{link:?}");
                assert!(record::checks::adult_born(party.born, today).is_ok());
                let years = child.born.year() - party.born.year();
                assert!((15..=80).contains(&years), "{party:?} {child:?}");
            }
            // Those whose plans ended years ago have grown up since.
            let age = persons[&link.child].age_on(today);
            assert!(persons[&link.child].born < today && age <= 33, "{age}");
        }
        for address in &county.addresses {
            assert!(!address.period.is_backwards(), "{address:?}");
            assert!(record::checks::period("address", address.period, persons[&address.person].born).is_ok());
        }
        for spell in &county.care_spells {
            assert!(record::checks::period("care", spell.period, persons[&spell.person].born).is_ok(), "{spell:?}");
        }
    }
}

#[test]
fn everybody_is_on_the_roll_of_a_setting_for_their_age() {
    let county = usual();
    let bodies: BTreeMap<_, _> = county.organisations.iter().map(|body| (body.id, body)).collect();
    let born: BTreeMap<_, _> = county.persons.iter().map(|person| (person.id, person.born)).collect();
    let mut wrong = 0;
    for roll in &county.enrolments {
        let setting = bodies[&roll.setting].setting().unwrap();
        let year = calendar::school_year::AcademicYear::of(roll.period.from).starts_in();
        let age = calendar::school_year::age_on(born[&roll.person], jiff::civil::date(year, 8, 31)).unwrap_or(0);
        wrong += usize::from(!setting.takes_age(u8::try_from(age).unwrap()));
        assert!(!roll.period.is_backwards());
    }
    assert!(wrong * 200 < county.enrolments.len(), "{wrong} of {}", county.enrolments.len());
}

#[test]
fn ids_are_never_given_twice_and_rows_refer_to_rows() {
    let county = town(2, dates()[0]);
    fn distinct<T: Ord>(ids: impl Iterator<Item = T>) -> bool {
        let (mut seen, mut fresh) = (BTreeSet::new(), true);
        ids.for_each(|id| fresh &= seen.insert(id));
        fresh
    }
    assert!(distinct(county.persons.iter().map(|row| row.id)));
    assert!(distinct(county.addresses.iter().map(|row| row.id)));
    assert!(distinct(county.contacts.iter().map(|row| row.id)));
    assert!(distinct(county.relationships.iter().map(|row| row.id)));
    assert!(distinct(county.enrolments.iter().map(|row| row.id)));
    assert!(distinct(county.attendances.iter().map(|row| row.id)));
    assert!(distinct(county.care_spells.iter().map(|row| row.id)));
    assert!(distinct(county.consents.iter().map(|row| row.id)));
    assert!(distinct(county.allocations.iter().map(|row| row.id)));
    assert!(distinct(county.cases.iter().map(|row| row.id)));
    assert!(distinct(county.organisations.iter().map(|row| row.id)));
    assert!(distinct(county.organisations.iter().map(|row| &row.name)));
    assert!(distinct(county.staff.iter().map(|row| row.id)));
    assert!(distinct(county.accounts.iter().map(|row| row.email.folded())));
    assert!(distinct(county.persons.iter().filter_map(|row| row.identifiers.nhs_number)));
    let persons: BTreeSet<_> = county.persons.iter().map(|row| row.id).collect();
    assert!(county.addresses.iter().all(|row| persons.contains(&row.person)));
    assert!(county.contacts.iter().all(|row| persons.contains(&row.person)));
    assert!(county.cases.iter().all(|row| persons.contains(&row.child)));
    assert!(county.relationships.iter().all(|row| persons.contains(&row.child)));
}

#[test]
fn some_addresses_are_protected_some_families_share_a_home_and_some_need_an_interpreter() {
    let county = usual();
    let protected = county.addresses.iter().filter(|row| row.protected.is_some()).count();
    assert!((1_000..8_000).contains(&protected), "{protected}");
    assert!(county.addresses.iter().any(|row| row.protected.is_some() && row.lines.is_empty()), "no refuge");
    assert!(county.relationships.iter().any(|row| row.restricted_by_order.is_some()));
    let mut children: BTreeMap<_, u32> = BTreeMap::new();
    for link in &county.relationships {
        if let Party::Person(parent) = link.party {
            *children.entry(parent).or_default() += 1;
        }
    }
    assert!(children.values().filter(|&&count| count > 1).count() > 5_000);
    let without = RelationshipKind::ParentWithoutResponsibility;
    assert!(county.relationships.iter().filter(|row| row.kind == without).count() > 300);
    let interpreted = county.persons.iter().filter(|row| row.interpreter != record::InterpreterNeed::NotNeeded).count();
    assert!((400..4_000).contains(&interpreted), "{interpreted}");
    // Plans are held more often where there is more hardship.
    let decile: BTreeMap<_, _> =
        county.homes.iter().map(|home| (home.person, county.areas[home.area as usize].decile)).collect();
    let plans: Vec<u8> = county
        .enrolments
        .iter()
        .filter(|roll| roll.provision == SenProvision::Plan && roll.period.to.is_none())
        .map(|roll| decile[&roll.person])
        .collect();
    let children = |low: u8, high: u8| -> u32 {
        county.areas.iter().filter(|area| (low..=high).contains(&area.decile)).map(|area| area.children).sum()
    };
    let rate = |low: u8, high: u8| {
        plans.iter().filter(|decile| (low..=high).contains(decile)).count() as u64 * 1_000_000
            / u64::from(children(low, high))
    };
    assert!(rate(1, 2) * 2 > rate(9, 10) * 3, "{} and {}", rate(1, 2), rate(9, 10));
}

fn stages(county: &County) -> (BTreeMap<StageKind, u32>, u32) {
    let calendar = Calendar::england();
    let (mut stages, mut late) = (BTreeMap::new(), 0);
    for row in &county.cases {
        let events: Vec<Event> = county.events[row.first_event..row.first_event + row.events]
            .iter()
            .map(|row| serde_json::from_str(&row.json).unwrap())
            .collect();
        let case = Case::from_events(&events);
        let stage = case.stage().kind();
        *stages.entry(stage).or_default() += 1;
        if stage.is_open_request() {
            let due = case.next_step_on(&calendar);
            late += u32::from(due.is_some_and(|due| due < county.settings.today));
        }
    }
    (stages, late)
}

#[test]
fn there_is_work_at_every_stage_yesterday_and_some_of_it_is_late() {
    for county in [usual(), &town(1, dates()[1]), &town(1, dates()[2])] {
        let today = county.settings.today;
        let (stages, late) = stages(county);
        println!("{today}: {stages:?}, {late} late");
        for (stage, least, most) in [
            (StageKind::Deciding, 120, 420),
            (StageKind::Assessing, 250, 1_100),
            (StageKind::Drafting, 10, 250),
            (StageKind::DraftWithFamily, 60, 500),
            (StageKind::Reviewing, 100, 1_700),
            (StageKind::Amending, 100, 1_400),
            (StageKind::Ending, 20, 300),
        ] {
            let count = stages.get(&stage).copied().unwrap_or(0);
            let (least, most) = (county.settings.scaled(least), county.settings.scaled(most) + 2);
            assert!((least..=most).contains(&count), "{today}: {count} at {stage:?}");
        }
        let open: u32 = stages.iter().filter(|(stage, _)| stage.is_open_request()).map(|(_, count)| count).sum();
        assert!(late * 100 > open * 3 && late * 100 < open * 70, "{late} of {open}");
    }
}

#[test]
fn the_cast_is_whole_and_its_work_meets() {
    for county in [usual(), &town(2, dates()[1]), &town(7, dates()[2])] {
        let cast = county.cast();
        let emails: Vec<&str> = cast.iter().map(|member| member.email.as_str()).collect();
        assert_eq!(cast.len(), 14, "{emails:?}");
        for member in cast {
            let account = county.accounts.iter().find(|account| account.id == member.account).unwrap();
            assert_eq!(account.email.as_str(), member.email);
            assert_eq!(account.role, member.role);
        }
        let coordinator = cast.iter().find(|member| member.role == access::Role::Coordinator).unwrap();
        let case = county.cases.iter().find(|case| Some(case.id) == cast[0].case).unwrap();
        assert_eq!(Some(case.coordinator), coordinator.staff);
    }
}
