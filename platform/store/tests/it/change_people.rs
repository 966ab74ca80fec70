//! Facts are kept whole, changed with a log, and read with a permit.

use access::{EditPerson, ReadAddress, ReadCase, ReadContact, ReadPerson, Resource};
use record::*;
use store::changes;
use store::people::{self, Author, Kept, read, unchecked};
use testing::{at, day};

use crate::samples::{NOW, id, permit, person, school};

const AUTHOR: &str = "account:1";

fn author() -> Author<'static> {
    Author { who: AUTHOR, at: at(NOW) }
}

fn address(seed: u64, hidden: bool) -> Address {
    let protected = hidden.then(|| Protection {
        reason: ProtectionReason::DomesticAbuse,
        withhold_from: vec![id(66)],
        set_on: day("2025-01-01"),
        review_on: None,
    });
    Address {
        id: id(seed),
        person: id(1),
        lines: vec!["1 Canary Row".into()],
        town: "Broadwick".into(),
        postcode: "NR11 6EX".parse().ok(),
        uprn: Some(1),
        period: Period::since(day("2024-01-01")),
        source: AddressSource::SelfReported,
        confirmed_on: None,
        protected,
    }
}

fn link(seed: u64) -> Relationship {
    Relationship {
        id: id(seed),
        child: id(1),
        party: Party::Person(id(2)),
        kind: RelationshipKind::ParentWithResponsibility,
        period: Period::since(day("2015-05-05")),
        authority: Some(Authority { given_by: id(1), signed_on: day("2026-01-01"), until: day("2027-01-01") }),
        restricted_by_order: Some(CourtOrder { title: "Order".into(), period: Period::since(day("2026-01-01")) }),
        verified: Some(Verification {
            how: EvidenceKind::DocumentSeen,
            on: day("2026-01-01"),
            by: None,
            expires_on: None,
        }),
    }
}

async fn comes_back<T: Kept + PartialEq + std::fmt::Debug>(tx: &store::Tx, item: T) {
    people::save(tx, &item, author()).await.unwrap();
    people::save(tx, &item, author()).await.unwrap();
    assert_eq!(unchecked::by_id::<T>(tx, item.id()).await.unwrap().as_ref(), Some(&item));
    let log = changes::of_row(tx, T::TABLE, &item.id().to_string()).await.unwrap();
    assert_eq!(log.len(), 1, "keeping the same again is no change");
    assert_eq!((log[0].before.as_ref(), log[0].author.as_str()), (None, AUTHOR));
}

testing::each_database! {
    async fn every_kind_of_fact_comes_back_as_it_was(store: Store) {
        let tx = store.begin().await.unwrap();
        let since = Period::since(day("2024-01-01"));
        let mut child = person(1, "Zoë", "O’Neil-Smythe", "2015-05-05");
        child.identifiers.nhs_number = Some(NhsNumber::synthetic(3));
        child.identifiers.upn = Some(Upn::synthetic(20, 7));
        child.identifiers.former_upns = vec![Upn::synthetic(20, 8)];
        comes_back(&tx, child.clone()).await;
        comes_back(&tx, address(10, true)).await;
        comes_back(&tx, ContactPoint {
            id: id(11), person: id(2), way: ContactWay::Email("A@Example.org".parse().unwrap()), preferred: true,
            withhold_from: vec![], period: since,
        }).await;
        comes_back(&tx, CareSpell { id: id(12), person: id(1), status: CareStatus::LookedAfter, authority: id(50), period: since }).await;
        comes_back(&tx, Consent {
            id: id(13), about: id(1), purpose: ConsentPurpose::ParentAccess, for_person: Some(id(2)),
            answer: ConsentAnswer::Given, by: id(1), period: since,
        }).await;
        comes_back(&tx, CapacityDecision {
            id: id(14), person: id(1), decision: DecisionKind::ShareRecord,
            outcome: CapacityOutcome::LacksCapacity { representative: Some(id(2)) }, assessed_on: day("2026-01-01"),
            assessed_by: "Dr A".into(), review_on: Some(day("2027-01-01")),
        }).await;
        comes_back(&tx, link(15)).await;
        comes_back(&tx, school(50, "Hill School")).await;
        comes_back(&tx, Team { id: id(16), organisation: id(50), name: "North".into(), period: since }).await;
        comes_back(&tx, StaffMember {
            id: id(17), organisation: id(50), teams: vec![id(16)], account: Some(id(80)), person: None, name: PersonName::new("Al", "Day"),
            job_title: "SENCO".into(), email: None, phone: None, period: since,
        }).await;
        comes_back(&tx, Enrolment {
            id: id(18), person: id(1), setting: id(50), period: since, provision: SenProvision::ALL[0], primary_need: Some(Need::ALL[0]),
            secondary_need: None,
        }).await;
        comes_back(&tx, Allocation {
            id: id(19), subject: AllocationSubject::Child(id(1)), to: AllocationTo::Staff(id(17)), period: since,
        }).await;
        // The lists.
        let child_id: PersonId = id(1);
        assert_eq!(unchecked::addresses(&tx, child_id).await.unwrap().len(), 1);
        assert_eq!(unchecked::contact_points(&tx, id(2)).await.unwrap().len(), 1);
        assert_eq!(unchecked::care_spells(&tx, child_id).await.unwrap().len(), 1);
        assert_eq!(unchecked::consents(&tx, child_id).await.unwrap().len(), 1);
        assert_eq!(unchecked::capacity_decisions(&tx, child_id).await.unwrap().len(), 1);
        assert_eq!(unchecked::relationships_of_child(&tx, child_id).await.unwrap().len(), 1);
        assert_eq!(unchecked::relationships_of_party(&tx, Party::Person(id(2))).await.unwrap().len(), 1);
        assert_eq!(unchecked::enrolments(&tx, child_id).await.unwrap().len(), 1);
        assert_eq!(unchecked::roll(&tx, id(50)).await.unwrap().len(), 1);
        assert_eq!(unchecked::allocations(&tx, AllocationSubject::Child(child_id)).await.unwrap().len(), 1);
        assert_eq!(unchecked::by_identifier(&tx, "former-upn", &Upn::synthetic(20, 8).to_string()).await.unwrap(), [child.clone()]);
        assert_eq!(unchecked::by_ids::<Person>(&tx, &[id(1), id(99)]).await.unwrap(), [child]);
        assert_eq!(people::find::<Team>(&tx, id(16)).await.unwrap().unwrap().name, "North");
        assert_eq!(people::find_many::<Team>(&tx, &[id(16)]).await.unwrap().len(), 1);
        assert_eq!(people::teams_of(&tx, id(50)).await.unwrap().len(), 1);
        assert_eq!(people::staff_of(&tx, id(50), day("2026-01-01")).await.unwrap().len(), 1);
        assert!(people::staff_of(&tx, id(50), day("2023-01-01")).await.unwrap().is_empty());
        assert_eq!(people::posts_of(&tx, id(80), day("2026-01-01")).await.unwrap()[0].id, id(17));
        assert!(people::post(&tx, id(17)).await.unwrap().is_some());
        assert_eq!(people::teams_of_account(&tx, id(80), day("2026-01-01")).await.unwrap(), [(id(50), id(16))]);
        tx.commit().await.unwrap();
    }

    async fn a_change_is_logged_and_found_by_its_new_values(store: Store) {
        let tx = store.begin().await.unwrap();
        let mut child = person(1, "Ann", "Reed", "2015-05-05");
        people::save(&tx, &child, author()).await.unwrap();
        child.name = PersonName::new("Ann", "Vale");
        people::save(&tx, &child, author()).await.unwrap();
        let log = changes::of_row(&tx, "person", &child.id.to_string()).await.unwrap();
        assert_eq!(log.len(), 2);
        assert_eq!(log[1].before.as_ref().unwrap()["name"]["family"], "Reed");
        assert_eq!(log[1].after.as_ref().unwrap()["name"]["family"], "Vale");
        tx.commit().await.unwrap();
        let found = |text: &str| people::PeopleQuery { text: text.into(), limit: 9, ..Default::default() };
        let may = permit(Resource::Service);
        assert_eq!(people::search(store.reader(), &may, &found("vale")).await.unwrap().len(), 1);
        assert!(people::search(store.reader(), &may, &found("reed")).await.unwrap().is_empty());
    }

    async fn a_permit_reads_its_child_and_no_other(store: Store) {
        let tx = store.begin().await.unwrap();
        people::save(&tx, &person(1, "Ann", "Reed", "2015-05-05"), author()).await.unwrap();
        people::save(&tx, &person(2, "May", "Reed", "1985-05-05"), author()).await.unwrap();
        people::save(&tx, &address(10, true), author()).await.unwrap();
        people::save(&tx, &address(11, false), author()).await.unwrap();
        people::save(&tx, &link(15), author()).await.unwrap();
        people::save(&tx, &ContactPoint {
            id: id(12), person: id(2), way: ContactWay::Email("a@example.org".parse().unwrap()), preferred: false,
            withhold_from: vec![], period: Period::since(day("2024-01-01")),
        }, author()).await.unwrap();
        let may_read = permit::<ReadPerson>(Resource::Child(id(1)));
        assert_eq!(read::person(&tx, &may_read).await.unwrap().unwrap().id, id(1));
        let other = permit::<ReadPerson>(Resource::Child(id(3)));
        assert!(read::person(&tx, &other).await.unwrap().is_none());
        assert!(read::addresses(&tx, &permit::<ReadAddress>(Resource::Child(id(3)))).await.unwrap().is_empty());
        let shown = read::addresses(&tx, &permit::<ReadAddress>(Resource::Child(id(1)))).await.unwrap();
        let masked = permit::<ReadAddress>(Resource::Child(id(1))).obligations().mask_protected_address;
        assert_eq!(shown.len(), if masked { 1 } else { 2 });
        let contact = permit::<ReadContact>(Resource::Adult { adult: id(2), child: id(1) });
        assert_eq!(read::contact_points(&tx, &contact, day("2026-01-01")).await.unwrap().len(), 1);
        assert!(read::contact_points(&tx, &contact, day("2023-01-01")).await.unwrap().is_empty());
        let case = permit::<ReadCase>(Resource::Case { case: id(30), child: id(1) });
        assert!(read::person(&tx, &case).await.unwrap().is_some());
        assert_eq!(read::linked_adults(&tx, &case).await.unwrap()[0].1, Some(PersonName::new("May", "Reed")));
        assert_eq!(read::relationships(&tx, &case).await.unwrap().len(), 1);
        let edit = permit::<EditPerson>(Resource::Child(id(1)));
        assert!(read::consents(&tx, &edit).await.unwrap().is_empty());
        assert!(read::capacity_decisions(&tx, &edit).await.unwrap().is_empty());
        assert!(read::care_spells(&tx, &edit).await.unwrap().is_empty());
        assert!(read::enrolments(&tx, &edit).await.unwrap().is_empty());
    }

    async fn settings_are_listed_by_name_and_number(store: Store) {
        let tx = store.begin().await.unwrap();
        for (seed, name) in [(1, "Åsgard Primary"), (2, "Hill School"), (3, "Hill View School")] {
            let mut one = school(seed, name);
            if let (2, OrganisationKind::Setting(setting)) = (seed, &mut one.kind) {
                setting.urn = "123456".parse().ok();
            }
            people::save(&tx, &one, author()).await.unwrap();
        }
        let names = |list: Vec<Organisation>| list.into_iter().map(|one| one.name).collect::<Vec<_>>();
        assert_eq!(names(people::settings(&tx).await.unwrap()), ["Åsgard Primary", "Hill School", "Hill View School"]);
        assert_eq!(names(people::organisations(&tx, "setting", "asg", None, 9).await.unwrap()), ["Åsgard Primary"]);
        let page = people::organisations(&tx, "setting", "hill", None, 1).await.unwrap();
        assert_eq!(names(page.clone()), ["Hill School"]);
        let next = people::organisations(&tx, "setting", "hill", Some((&page[0].name, page[0].id)), 1).await.unwrap();
        assert_eq!(names(next), ["Hill View School"]);
        assert_eq!(people::setting_by_urn(&tx, "123456".parse().unwrap()).await.unwrap().unwrap().name, "Hill School");
        assert!(people::setting_by_urn(&tx, "123457".parse().unwrap()).await.unwrap().is_none());
    }
}
