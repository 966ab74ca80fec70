//! Writes who is what to whom, how that was proved, and what young people have consented to.

use record::{
    CapacityDecision, CapacityOutcome, Consent, ConsentAnswer, ConsentPurpose, CourtOrder, DecisionKind, EvidenceKind,
    Party, Period, PersonId, Relationship, RelationshipKind, Verification,
};

use crate::day::Day;
use crate::dice::Dice;
use crate::households::Household;
use crate::ids::Thing;
use crate::make::World;
use crate::write_bodies::Bodies;
use crate::write_care::Placed;
use crate::write_people::{Rows, adult_id};

/// Most links of one child, so that each has a number of its own.
pub const LINKS: usize = 8;

/// Writes the links of one household.
pub fn write(world: &World, bodies: &Bodies, index: usize, household: &Household, care: &Placed, rows: &mut Rows) {
    let mut dice = Dice::new(world.settings.seed, "links", index as u64);
    for &child in &household.children {
        let life = &world.lives[child];
        let id: PersonId = world.child_id(child);
        let with_case = life.case.is_some();
        for (place, adult) in household.adults.iter().enumerate() {
            let adult_person = adult_id(world, index, place);
            let order = adult.barred.then(|| CourtOrder {
                title: if dice.permille(600) { "Non-molestation order" } else { "Prohibited steps order" }.to_owned(),
                period: Period::since(world.times.yesterday.plus(-dice.between(60, 700)).max(life.born).civil()),
            });
            rows.relationships.push(Relationship {
                id: world.ids.id(Thing::Relationship, child * LINKS + place, world.times.begins),
                child: id,
                party: Party::Person(adult_person),
                kind: adult.kind,
                period: Period::since(life.born.civil()),
                authority: None,
                restricted_by_order: order,
                verified: (with_case || dice.permille(250)).then(|| verified(world, life.born, adult.kind, &mut dice)),
            });
        }
        if let Some(placed) = care.of(child) {
            let since = placed.since.max(life.born);
            let foster = &world.foster[placed.foster];
            for place in 0..foster.adults.len() {
                rows.relationships.push(Relationship {
                    id: world.ids.id(Thing::Relationship, child * LINKS + 4 + place, world.times.begins),
                    child: id,
                    party: Party::Person(crate::write_care::carer_id(world, placed.foster, place)),
                    kind: RelationshipKind::FosterCarer,
                    period: Period::since(since.civil()),
                    authority: None,
                    restricted_by_order: None,
                    verified: Some(Verification {
                        how: EvidenceKind::SocialCareRecord,
                        on: since.civil(),
                        by: None,
                        expires_on: None,
                    }),
                });
            }
            // Three in four are in care under an order, which gives the council parental responsibility.
            if dice.permille(750) {
                rows.relationships.push(Relationship {
                    id: world.ids.id(Thing::Relationship, child * LINKS + 7, world.times.begins),
                    child: id,
                    party: Party::Organisation(bodies.council()),
                    kind: RelationshipKind::CorporateParent,
                    period: Period::since(since.civil()),
                    authority: None,
                    restricted_by_order: None,
                    verified: Some(Verification {
                        how: EvidenceKind::DocumentSeen,
                        on: since.civil(),
                        by: None,
                        expires_on: None,
                    }),
                });
            }
        }
        young_person(world, child, id, adult_id(world, index, 0), &mut dice, rows);
    }
}

fn verified(world: &World, born: Day, kind: RelationshipKind, dice: &mut Dice) -> Verification {
    let how = match kind {
        RelationshipKind::Guardian => EvidenceKind::DocumentSeen,
        _ => [
            EvidenceKind::SencoVouched,
            EvidenceKind::PostedCode,
            EvidenceKind::DocumentSeen,
            EvidenceKind::CarriedOver,
        ][dice.weighted(&[50, 25, 10, 15])],
    };
    let on = world.times.yesterday.plus(-dice.between(20, 1_800)).max(born.plus(1)).min(world.times.yesterday);
    Verification { how, on: on.civil(), by: None, expires_on: None }
}

/// Rights have passed to young people: most let their parents go on seeing the record.
fn young_person(world: &World, child: usize, id: PersonId, parent: PersonId, dice: &mut Dice, rows: &mut Rows) {
    let life = &world.lives[child];
    let Some(case) = &life.case else { return };
    let from = calendar::school_year::young_person_from(life.born.civil());
    if Day::from(from) > world.times.yesterday || !case.in_force(world.times.yesterday) {
        return;
    }
    let lacks = matches!(life.need, 6 | 9) && dice.permille(700);
    if lacks {
        rows.capacity.push(CapacityDecision {
            id: world.ids.id(Thing::Consent, child * 2 + 1, Day::from(from)),
            person: id,
            decision: DecisionKind::AnnualReview,
            outcome: CapacityOutcome::LacksCapacity { representative: None },
            assessed_on: from,
            assessed_by: "Social worker, transitions".to_owned(),
            review_on: None,
        });
        return;
    }
    if dice.permille(780) {
        rows.consents.push(Consent {
            id: world.ids.id(Thing::Consent, child * 2, Day::from(from)),
            about: id,
            purpose: ConsentPurpose::ParentAccess,
            for_person: Some(parent),
            answer: if dice.permille(930) { ConsentAnswer::Given } else { ConsentAnswer::Withheld },
            by: id,
            period: Period::since(from),
        });
    }
}
