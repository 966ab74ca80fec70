//! What most tests begin with.

use access::Role;
use jiff::civil::Date;
use record::{
    Address, AddressSource, ContactPoint, ContactWay, Period, Person, PersonId, Protection, ProtectionReason,
};
use store::{Migrations, Store};
use testing::{
    day,
    web::{TestSite, TestUser},
};

/// Every table that the pages need.
pub fn migrations() -> Migrations {
    Migrations::platform().and(people::migrations)
}

/// A live site with this area's pages and messages.
pub async fn site(store: Store) -> TestSite {
    TestSite::build(store, people::routes(), ::web::Mode::Live, |registry| {
        people::letters::register(registry).expect("the messages of this area")
    })
    .await
}

/// Ada Reed, born in 2015, and the officer who has her on their list.
pub async fn ada_and_her_officer(site: &TestSite) -> (Person, TestUser) {
    let ada = site.child("Ada", "Reed", day("2015-05-05")).await;
    let officer = site.user(Role::Coordinator).await;
    site.allocate(ada.id, &officer).await;
    (ada, officer)
}

/// An address since a day.
pub async fn address(site: &TestSite, person: PersonId, street: &str, from: &str) -> Address {
    let address = Address {
        id: site.id(),
        person,
        lines: vec![street.to_owned()],
        town: "Marshwick".to_owned(),
        postcode: "NR11 6EX".parse().ok(),
        uprn: None,
        period: Period::since(day(from)),
        source: AddressSource::Setting,
        confirmed_on: None,
        protected: None,
    };
    site.save(&address).await;
    address
}

/// The same address, kept secret from these people.
pub async fn protect(site: &TestSite, address: &Address, from: &[PersonId], since: Date) -> Address {
    let protection = Protection {
        reason: ProtectionReason::DomesticAbuse,
        withhold_from: from.to_vec(),
        set_on: since,
        review_on: None,
    };
    let protected = Address { protected: Some(protection), ..address.clone() };
    site.save(&protected).await;
    protected
}

/// An e-mail address of somebody, since 2020.
pub async fn email(site: &TestSite, person: PersonId, email: &str) {
    let point = ContactPoint {
        id: site.id(),
        person,
        way: ContactWay::Email(email.parse().expect("an e-mail address")),
        preferred: true,
        withhold_from: Vec::new(),
        period: Period::since(day("2020-01-01")),
    };
    site.save(&point).await;
}
