//! The policy's filter as SQL, its reading in memory, and its decision case by case: all three agree on random worlds.

use std::collections::BTreeSet;

use access::break_glass::{BreakGlassReason, EmergencyAccess};
use access::{Actor, Fact, Moment, OrganisationClass, ReadCase, Resource, Role, RoleGrant, decide, visible_cases};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use record::*;
use store::facts::{self, Subject};
use store::people::insert_many;
use store::schema::{Table, migration};
use store::visible::{CaseColumns, push_filter};
use store::{Migrations, Sql, Tx, break_glass, bulk};
use testing::{at, day};

fn tables() -> Vec<Box<dyn store::sea_orm_migration::MigrationTrait>> {
    vec![migration("m20990101_000002_cases", || {
        vec![Table::new("some_case").text("id").text("child").primary(&["id"]).index(&["child"])]
    })]
}

struct Dice(SeededIds);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        (self.0.next_ulid().random() as u64) % limit
    }
    fn one_in(&mut self, limit: u64) -> bool {
        self.below(limit) == 0
    }
    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize]
    }
    fn id<T: From<ulid::Ulid>>(&mut self) -> T {
        self.0.next_id()
    }
    fn date(&mut self) -> Date {
        day("2026-11-20") + (self.below(5) as i64 - 2).days()
    }
    fn period(&mut self) -> Period {
        let from = self.date();
        Period { from, to: if self.one_in(2) { None } else { Some(from + (self.below(4) as i64).days()) } }
    }
    fn instant(&mut self) -> Timestamp {
        at("2026-11-20T10:00:00Z") + ((self.below(5) as i64 - 2) * 30).minutes()
    }
}

struct World {
    cases: Vec<(CaseId, PersonId)>,
    actors: Vec<Actor>,
}

async fn world(tx: &Tx, dice: &mut Dice) -> World {
    let accounts: Vec<AccountId> = (0..3).map(|_| dice.id()).collect();
    let adults: Vec<PersonId> = (0..3).map(|_| dice.id()).collect();
    let bodies: Vec<OrganisationId> = (0..3).map(|_| dice.id()).collect();
    let teams: Vec<TeamId> = (0..2).map(|_| dice.id()).collect();
    let staff: Vec<StaffMember> = accounts
        .iter()
        .map(|account| StaffMember {
            id: dice.id(),
            organisation: bodies[0],
            teams: vec![],
            account: Some(*account),
            person: None,
            name: PersonName::new("A", "B"),
            job_title: String::new(),
            email: None,
            phone: None,
            period: Period::since(day("2020-01-01")),
        })
        .collect();
    insert_many(tx, &staff).await.unwrap();
    let (mut cases, mut children) = (Vec::new(), Vec::new());
    for _ in 0..3 {
        let born = day("2026-11-20") - (15 + dice.below(3) as i64 * 2).years();
        children.push(Person::new(dice.id(), PersonName::new("C", "D"), born, Sex::Male));
    }
    insert_many(tx, &children).await.unwrap();
    for child in &children {
        for _ in 0..=dice.below(2) {
            cases.push((dice.id::<CaseId>(), child.id));
        }
    }
    let rows = cases.iter().map(|(case, child)| [case.to_string().into(), child.to_string().into()]);
    bulk::insert(tx, "some_case", &["id", "child"], rows).await.unwrap();
    let (mut links, mut consents, mut capacity, mut rolls, mut given) = (vec![], vec![], vec![], vec![], vec![]);
    for (case, child) in &cases {
        let (case, child) = (*case, *child);
        let subject = |dice: &mut Dice| if dice.one_in(2) { Subject::Case(case) } else { Subject::Child(child) };
        for number in 0..dice.below(4) {
            let account = dice.of(&accounts);
            let fact = match dice.below(9) {
                0 | 1 => Fact::Responsible(dice.of(&bodies)),
                2 => Fact::AdviceRequested {
                    of: dice.of(&bodies),
                    adviser: if dice.one_in(2) { None } else { Some(account) },
                },
                3 => Fact::Consulted(dice.of(&bodies)),
                4 => Fact::PanelItem(account),
                5 => Fact::QaSample(account),
                6 => Fact::ConflictDeclared(account),
                7 => {
                    if dice.one_in(2) {
                        Fact::Locked
                    } else {
                        Fact::AdmittedToLocked(account)
                    }
                }
                _ => Fact::TransportBy(dice.of(&bodies)),
            };
            facts::set(tx, subject(dice), &fact, dice.period(), &number.to_string()).await.unwrap();
        }
        if dice.one_in(2) {
            let to = if dice.one_in(2) {
                AllocationTo::Staff(dice.of(&staff.iter().map(|one| one.id).collect::<Vec<_>>()))
            } else {
                AllocationTo::Team(dice.of(&teams))
            };
            let what = if dice.one_in(2) { AllocationSubject::Case(case) } else { AllocationSubject::Child(child) };
            given.push(Allocation { id: dice.id(), subject: what, to, period: dice.period() });
        }
        if dice.one_in(3) {
            rolls.push(Enrolment {
                id: dice.id(),
                person: child,
                setting: dice.of(&bodies),
                period: dice.period(),
                provision: SenProvision::ALL[0],
                primary_need: None,
                secondary_need: None,
            });
        }
        for _ in 0..dice.below(3) {
            let adult = dice.of(&adults);
            links.push(Relationship {
                id: dice.id(),
                child,
                party: Party::Person(adult),
                kind: dice.of(RelationshipKind::ALL),
                period: dice.period(),
                authority: if dice.one_in(2) {
                    Some(Authority { given_by: dice.of(&[child, adult]), signed_on: dice.date(), until: dice.date() })
                } else {
                    None
                },
                restricted_by_order: if dice.one_in(5) {
                    Some(CourtOrder { title: "o".into(), period: dice.period() })
                } else {
                    None
                },
                verified: if dice.one_in(4) {
                    None
                } else {
                    Some(Verification {
                        how: dice.of(&[
                            EvidenceKind::DocumentSeen,
                            EvidenceKind::CarriedOver,
                            EvidenceKind::PostedCode,
                        ]),
                        on: dice.date(),
                        by: None,
                        expires_on: if dice.one_in(2) { None } else { Some(dice.date()) },
                    })
                },
            });
        }
        for _ in 0..dice.below(3) {
            consents.push(Consent {
                id: dice.id(),
                about: child,
                purpose: dice.of(&[ConsentPurpose::ParentAccess, ConsentPurpose::SupporterAccess]),
                for_person: if dice.one_in(3) { None } else { Some(dice.of(&adults)) },
                answer: if dice.one_in(3) { ConsentAnswer::Withheld } else { ConsentAnswer::Given },
                by: child,
                period: dice.period(),
            });
        }
        for _ in 0..dice.below(3) {
            capacity.push(CapacityDecision {
                id: dice.id(),
                person: child,
                decision: dice.of(&[DecisionKind::ShareRecord, DecisionKind::Appeal]),
                outcome: if dice.one_in(3) {
                    CapacityOutcome::HasCapacity
                } else {
                    CapacityOutcome::LacksCapacity {
                        representative: if dice.one_in(2) { None } else { Some(dice.of(&adults)) },
                    }
                },
                assessed_on: dice.date(),
                assessed_by: "x".into(),
                review_on: None,
            });
        }
        if dice.one_in(3) {
            let from = dice.instant();
            let access = EmergencyAccess {
                id: dice.id(),
                by: dice.of(&accounts),
                child,
                reason: BreakGlassReason::Other,
                words: "w".into(),
                from,
                until: from + 60.minutes(),
            };
            break_glass::open(tx, &access, day("2026-11-24")).await.unwrap();
        }
    }
    insert_many(tx, &links).await.unwrap();
    insert_many(tx, &consents).await.unwrap();
    insert_many(tx, &capacity).await.unwrap();
    insert_many(tx, &rolls).await.unwrap();
    insert_many(tx, &given).await.unwrap();
    let mut actors = vec![Actor::anonymous(), Actor::family(accounts[0], children[0].id)];
    actors.extend(adults.iter().map(|adult| Actor::family(accounts[1], *adult)));
    for role in Role::ALL {
        for class in role.organisations() {
            let actor =
                Actor::staff(dice.of(&accounts), *role, dice.of(&bodies), *class).in_teams(vec![dice.of(&teams)]);
            actors.push(if dice.one_in(4) {
                actor.being(dice.of(&adults)).and(RoleGrant::alone(Role::ParentOrCarer))
            } else {
                actor
            });
        }
    }
    actors.push(Actor::setting(accounts[0], bodies[1], true));
    actors.push(Actor::staff(accounts[0], Role::Manager, bodies[0], OrganisationClass::LocalAuthority));
    World { cases, actors }
}

testing::each_database! { with Migrations::platform().and(tables);
    async fn a_list_shows_exactly_the_cases_whose_page_would_open(store: Store) {
        let mut dice = Dice(SeededIds::new(20_261_120, 1_760_000_000_000));
        let (mut compared, mut seen) = (0, 0);
        for number in 0..60 {
            let tx = store.begin().await.unwrap();
            let World { cases, actors } = world(&tx, &mut dice).await;
            let now = Moment::new(dice.instant(), day("2026-11-20"));
            let mut known = Vec::new();
            for (case, child) in &cases {
                known.push(facts::relationships(&tx, *child, Some(*case), now).await.unwrap().unwrap());
            }
            for actor in actors {
                let filter = visible_cases(&actor, now);
                let mut sql = Sql::new("SELECT c.id FROM some_case c WHERE ");
                push_filter(&mut sql, &filter, CaseColumns { case: "c.id", child: "c.child" }).unwrap();
                let listed: BTreeSet<String> = sql.rows(&tx).await.unwrap().iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
                let matched: BTreeSet<String> = known.iter().filter(|one| filter.matches(one)).map(|one| one.case.unwrap().to_string()).collect();
                let opened: BTreeSet<String> = cases.iter().zip(&known).filter(|((case, child), known)| {
                    decide::<ReadCase>(&actor, known, &Resource::Case { case: *case, child: *child }, now).is_ok()
                }).map(|((case, _), _)| case.to_string()).collect();
                assert_eq!(listed, matched, "world {number}: {actor:?}\n{:#?}", filter.predicate());
                assert_eq!(listed, opened, "world {number}: {actor:?}");
                compared += cases.len();
                seen += listed.len();
            }
            tx.rollback().await.unwrap();
        }
        println!("{compared} decisions compared, {seen} of them yes");
        assert!(seen * 50 > compared, "too few cases are visible for the test to mean anything");
        assert!(facts::relationships(store.reader(), dice.id(), None, Moment::new(at("2026-01-01T00:00:00Z"), day("2026-01-01"))).await.unwrap().is_none());
    }

    async fn facts_are_set_changed_and_ended(store: Store) {
        let mut dice = Dice(SeededIds::new(3, 1));
        let (body, child): (OrganisationId, PersonId) = (dice.id(), dice.id());
        let tx = store.begin().await.unwrap();
        insert_many(&tx, &[Person::new(child, PersonName::new("C", "D"), day("2015-01-01"), Sex::Male)]).await.unwrap();
        let fact = Fact::Consulted(body);
        let subject = Subject::Child(child);
        facts::set(&tx, subject, &fact, Period::since(day("2026-01-01")), "c1").await.unwrap();
        facts::set(&tx, subject, &fact, Period::since(day("2026-02-01")), "c1").await.unwrap();
        let refused = facts::set(&tx, subject, &Fact::OnRoll(body), Period::since(day("2026-02-01")), "c1").await;
        assert!(refused.is_err());
        let row = facts::bulk_row(subject, &Fact::Locked, Period::since(day("2026-01-01")), "s").unwrap();
        bulk::insert(&tx, "access_fact", &facts::BULK_COLUMNS, [row]).await.unwrap();
        assert_eq!(facts::end(&tx, subject, "c1", day("2026-03-01")).await.unwrap(), 1);
        let now = Moment::new(at("2026-02-10T00:00:00Z"), day("2026-02-10"));
        let known = facts::relationships(&tx, child, None, now).await.unwrap().unwrap();
        let dated: BTreeSet<_> = known.facts.into_iter().collect();
        assert_eq!(dated.len(), 2);
        assert!(dated.iter().any(|one| one.fact == fact && one.period == Period::between(day("2026-02-01"), day("2026-03-01"))));
        assert_eq!(known.born, Some(day("2015-01-01")));
    }
}
