//! Searching, and people who may be on record already.

use access::{CreatePerson, Resource, SearchPeople};
use record::{Address, AddressSource, NhsNumber, Period, Person};
use store::people::{self, PeopleQuery, insert_many, possible_matches, search};
use store::{Sql, Store};
use testing::day;

use crate::samples::{id, permit, person};

fn typed(text: &str) -> PeopleQuery {
    PeopleQuery { text: text.into(), limit: 20, ..Default::default() }
}

async fn names(store: &Store, query: &PeopleQuery) -> Vec<String> {
    let may = permit::<SearchPeople>(Resource::Service);
    search(store.reader(), &may, query).await.unwrap().into_iter().map(|found| found.name.to_string()).collect()
}

async fn fill(store: &Store) {
    let mut all: Vec<Person> = vec![
        person(1, "Zoë Mary", "O’Neil-Smythe", "2015-05-05"),
        person(2, "Catherine", "Smith", "2014-03-12"),
        person(3, "Kathryn", "Smyth", "2014-12-03"),
        person(4, "Łukasz", "Żak", "2016-01-01"),
        person(5, "Anna", "Annan", "2016-02-02"),
    ];
    all[1].identifiers.nhs_number = Some(NhsNumber::synthetic(42));
    all[3].name = all[3].name.clone().known_as("Luke");
    let tx = store.begin().await.unwrap();
    assert_eq!(insert_many(&tx, &all).await.unwrap(), 5);
    let home = Address {
        id: id(10),
        person: id(2),
        lines: vec![],
        town: "B".into(),
        postcode: "NR11 6EX".parse().ok(),
        uprn: None,
        period: Period::since(day("2020-01-01")),
        source: AddressSource::Import,
        confirmed_on: None,
        protected: None,
    };
    insert_many(&tx, &[home]).await.unwrap();
    tx.commit().await.unwrap();
}

testing::each_database! {
    async fn people_are_found_by_the_beginnings_of_words(store: Store) {
        fill(&store).await;
        assert_eq!(names(&store, &typed("zoe oneil")).await, ["Zoë Mary O’Neil-Smythe"]);
        assert_eq!(names(&store, &typed("O'NEIL SMYTHE, Zoë")).await, ["Zoë Mary O’Neil-Smythe"]);
        assert_eq!(names(&store, &typed("oneilsmythe")).await, ["Zoë Mary O’Neil-Smythe"]);
        assert_eq!(names(&store, &typed("luk zak")).await, ["Łukasz (Luke) Żak"]);
        assert_eq!(names(&store, &typed("luke")).await[0], "Łukasz (Luke) Żak");
        assert_eq!(names(&store, &typed("ann")).await, ["Anna Annan"], "once, though two words fit");
        assert!(names(&store, &typed("x y")).await.is_empty());
        assert!(names(&store, &typed("")).await.is_empty());
        assert!(names(&store, &typed("smith zoe qqq")).await.is_empty());
    }

    async fn names_that_sound_alike_follow(store: Store) {
        fill(&store).await;
        let may = permit::<SearchPeople>(Resource::Service);
        let found = search(store.reader(), &may, &typed("smith")).await.unwrap();
        let shown: Vec<_> = found.iter().map(|one| (one.name.family.as_str(), one.exact)).collect();
        assert_eq!(shown[0], ("Smith", true));
        assert!(shown.contains(&("Smyth", false)), "{shown:?}");
    }

    async fn people_are_found_by_date_of_birth_and_number(store: Store) {
        fill(&store).await;
        let born = PeopleQuery { born: Some(day("2014-12-03")), ..typed("") };
        assert_eq!(names(&store, &born).await, ["Kathryn Smyth"]);
        assert_eq!(names(&store, &PeopleQuery { born: Some(day("2014-03-12")), ..typed("smi") }).await, ["Catherine Smith"]);
        assert!(names(&store, &PeopleQuery { born: Some(day("2014-03-13")), ..typed("smi") }).await.is_empty());
        assert_eq!(names(&store, &typed(&NhsNumber::synthetic(42).to_string())).await, ["Catherine Smith"]);
        assert!(names(&store, &typed(&NhsNumber::synthetic(43).to_string())).await.is_empty());
    }

    async fn pages_follow_each_other_without_gaps(store: Store) {
        let tx = store.begin().await.unwrap();
        let all: Vec<Person> = (0..25).map(|n| person(100 + n, &format!("Pat{}", n % 3), &format!("Vale{}", n % 5), "2014-01-01")).collect();
        insert_many(&tx, &all).await.unwrap();
        tx.commit().await.unwrap();
        let may = permit::<SearchPeople>(Resource::Service);
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = search(store.reader(), &may, &PeopleQuery { text: "vale pat".into(), after: after.take(), limit: 7, born: None }).await.unwrap();
            let Some(last) = page.last() else { break };
            after = Some((last.name.clone(), last.id));
            seen.extend(page.into_iter().map(|one| one.id));
        }
        assert_eq!(seen.len(), 25);
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 25);
    }

    async fn the_cost_of_a_search_does_not_follow_unrelated_people(store: Store) {
        fill(&store).await;
        let tx = store.begin().await.unwrap();
        let others: Vec<Person> = (0..3_000).map(|n| person(1_000 + n, &format!("G{n}x"), &format!("F{n}x"), "2013-01-01")).collect();
        insert_many(&tx, &others).await.unwrap();
        tx.commit().await.unwrap();
        // The plan must begin with the index of words, or that of dates, and never read all people.
        let Ok(rows) = Sql::new("EXPLAIN QUERY PLAN SELECT p.record FROM (SELECT DISTINCT person FROM person_name WHERE word >= 'a' \
            AND word < 'b') n CROSS JOIN person p WHERE p.id = n.person ORDER BY p.sort_key, p.id LIMIT 5").rows(store.reader()).await
        else { return }; // PostgreSQL plans by its own figures.
        let plan: Vec<String> = rows.iter().map(|row| row.try_get("", "detail").unwrap()).collect();
        assert!(!plan.iter().any(|line| line.contains("SCAN p") && !line.contains("SCAN n")), "{plan:?}");
    }

    async fn possible_matches_are_offered_with_reasons(store: Store) {
        fill(&store).await;
        let may = permit::<CreatePerson>(Resource::Service);
        let entered = person(77, "Katherine", "Smith", "2014-03-12");
        let postcodes = ["NR11 6EX".parse().unwrap()];
        let found = possible_matches(store.reader(), &may, &entered, &postcodes).await.unwrap();
        assert_eq!(found[0].person.name.family, "Smith");
        assert!(found[0].likeness.is_likely() && !found[0].likeness.reasons.is_empty(), "{found:?}");
        let nobody = person(78, "Quentin", "Brown", "1999-07-09");
        assert!(possible_matches(store.reader(), &may, &nobody, &[]).await.unwrap().is_empty());
        // The person's own record is no match for itself.
        let own = people::unchecked::by_id::<Person>(store.reader(), id(2)).await.unwrap().unwrap();
        assert!(possible_matches(store.reader(), &may, &own, &postcodes).await.unwrap().iter().all(|one| one.person.id != own.id));
    }
}
