//! Random facts, repeatable, so that a failing world can be made again from its number.

use crate::cast::{TODAY, now};
use access::*;
use jiff::{ToSpan, civil::date};
use record::*;

/// SplitMix64: repeatable, so that a failing world can be made again from its number.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % sides
    }

    fn chance(&mut self, one_in: u64) -> bool {
        self.roll(one_in) == 0
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[usize::try_from(self.roll(from.len() as u64)).unwrap()]
    }

    fn person(&mut self) -> PersonId {
        PersonId::from_parts(5, u128::from(self.roll(5)))
    }

    fn account(&mut self) -> AccountId {
        AccountId::from_parts(5, u128::from(self.roll(3)))
    }

    fn organisation(&mut self) -> OrganisationId {
        OrganisationId::from_parts(5, u128::from(self.roll(2)))
    }

    fn team(&mut self) -> TeamId {
        TeamId::from_parts(5, u128::from(self.roll(3)))
    }

    pub fn period(&mut self) -> Period {
        let from = TODAY.saturating_sub(i64::try_from(self.roll(4)).unwrap().days()).saturating_add(1.day());
        let to = from.saturating_add(i64::try_from(self.roll(4)).unwrap().days());
        Period { from, to: (!self.chance(3)).then_some(to) }
    }

    pub fn fact(&mut self) -> Fact {
        match self.roll(14) {
            0 | 1 => Fact::AllocatedTo(self.account()),
            2 => Fact::AllocatedToTeam(self.team()),
            3 => Fact::Responsible(self.organisation()),
            4 | 5 => Fact::OnRoll(self.organisation()),
            6 => {
                let adviser = self.chance(2).then(|| self.account());
                Fact::AdviceRequested { of: self.organisation(), adviser }
            }
            7 => Fact::Consulted(self.organisation()),
            8 => Fact::TransportBy(self.organisation()),
            9 => Fact::PanelItem(self.account()),
            10 => Fact::QaSample(self.account()),
            11 => {
                let from =
                    now().at.saturating_sub(jiff::SignedDuration::from_mins(self.pick(&[-5, 0, 30, 59, 60]))).unwrap();
                let until = from.saturating_add(jiff::SignedDuration::from_mins(60)).unwrap();
                Fact::BreakGlass { id: BreakGlassId::from_parts(5, 1), account: self.account(), from, until }
            }
            12 => Fact::ConflictDeclared(self.account()),
            _ => {
                if self.chance(2) {
                    Fact::Locked
                } else {
                    Fact::AdmittedToLocked(self.account())
                }
            }
        }
    }

    pub fn link(&mut self, child: PersonId) -> Relationship {
        let adult = self.person();
        Relationship {
            id: RelationshipId::from_parts(5, u128::from(self.roll(1000))),
            child,
            party: Party::Person(adult),
            kind: self.pick(RelationshipKind::ALL),
            period: self.period(),
            authority: self.chance(2).then(|| Authority {
                given_by: if self.chance(2) { child } else { self.person() },
                signed_on: date(2026, 1, 1),
                until: self.period().from,
            }),
            restricted_by_order: self.chance(6).then(|| CourtOrder { title: "Order".into(), period: self.period() }),
            verified: (!self.chance(4)).then(|| Verification {
                how: self.pick(&[EvidenceKind::PostedCode, EvidenceKind::CarriedOver, EvidenceKind::SencoVouched]),
                on: date(2026, 1, 1),
                by: None,
                expires_on: self.chance(3).then(|| self.period().from),
            }),
        }
    }

    pub fn consent(&mut self, child: PersonId) -> Consent {
        Consent {
            id: ConsentId::from_parts(5, 1),
            about: if self.chance(4) { self.person() } else { child },
            purpose: self.pick(&[ConsentPurpose::ParentAccess, ConsentPurpose::ParentAccess, ConsentPurpose::Research]),
            for_person: self.chance(2).then(|| self.person()),
            answer: if self.chance(4) { ConsentAnswer::Withheld } else { ConsentAnswer::Given },
            by: child,
            period: self.period(),
        }
    }

    pub fn capacity(&mut self, child: PersonId) -> CapacityDecision {
        let outcome = match self.roll(3) {
            0 => CapacityOutcome::HasCapacity,
            1 => CapacityOutcome::LacksCapacity { representative: None },
            _ => CapacityOutcome::LacksCapacity { representative: Some(self.person()) },
        };
        CapacityDecision {
            id: CapacityDecisionId::from_parts(5, u128::from(self.roll(1000))),
            person: child,
            decision: self.pick(&[DecisionKind::ShareRecord, DecisionKind::ShareRecord, DecisionKind::Appeal]),
            outcome,
            assessed_on: self.period().from,
            assessed_by: "Somebody".into(),
            review_on: None,
        }
    }

    /// An actor with one to three roles, some of them suspended, ended or misplaced.
    pub fn actor(&mut self) -> Actor {
        let mut actor = Actor {
            account: (!self.chance(12)).then(|| self.account()),
            person: (!self.chance(4)).then(|| self.person()),
            roles: Vec::new(),
        };
        for _ in 0..=self.roll(3) {
            let role = self.pick(Role::ALL);
            let mut grant = RoleGrant::alone(role);
            if let Some(class) = role.organisations().first().copied() {
                let class = if self.chance(12) { OrganisationClass::Setting } else { class };
                let mut scope = OrganisationScope::active(self.organisation(), class);
                scope.active = !self.chance(8);
                if self.chance(8) {
                    scope.withheld.push(ActionKind::ReadCase);
                }
                grant.organisation = (!self.chance(16)).then_some(scope);
            }
            grant.teams = (0..self.roll(3)).map(|_| self.team()).collect();
            grant.period = self.chance(5).then(|| self.period());
            if role == Role::MachineClient && self.chance(2) {
                grant.scopes.push(ActionKind::ReadCase);
            }
            actor.roles.push(grant);
        }
        actor
    }
}
