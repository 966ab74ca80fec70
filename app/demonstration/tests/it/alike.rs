use super::{dates, town};
use demonstration::{County, Settings};
use sha2::{Digest, Sha256};
use std::fmt::Write;

fn fingerprint(county: &County) -> String {
    let mut hash = Sha256::new();
    let mut text = String::new();
    let mut take = |text: &mut String| {
        hash.update(text.as_bytes());
        text.clear();
    };
    let _ = write!(text, "{:?}{:?}{:?}", county.organisations, county.teams, county.staff);
    let _ = write!(text, "{:?}{:?}{:?}", county.accounts, county.areas, county.cast());
    take(&mut text);
    for row in &county.persons {
        let _ = write!(text, "{row:?}");
    }
    take(&mut text);
    let _ = write!(text, "{:?}{:?}{:?}", county.addresses, county.homes, county.contacts);
    let _ = write!(text, "{:?}{:?}{:?}", county.relationships, county.enrolments, county.attendances);
    let _ = write!(text, "{:?}{:?}{:?}", county.care_spells, county.consents, county.capacity);
    let _ = write!(text, "{:?}{:?}", county.allocations, county.cases);
    take(&mut text);
    for row in &county.events {
        let _ = write!(text, "{}{}{}{}{}", row.case, row.sequence, row.recorded_at, row.author, row.json);
    }
    take(&mut text);
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_same_seed_and_date_give_the_same_county_on_one_thread_or_several() {
    let settings = Settings::new(dates()[0]);
    let here = fingerprint(&County::make(settings));
    let on = |threads| {
        rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap()
            .install(|| fingerprint(&County::make(settings)))
    };
    assert_eq!(here, on(1));
    assert_eq!(here, on(3));
}

#[test]
fn another_seed_or_date_gives_another_county() {
    let [first, second, _] = dates();
    let one = fingerprint(&town(1, first));
    assert_ne!(one, fingerprint(&town(2, first)));
    assert_ne!(one, fingerprint(&town(1, second)));
}
