//! Ids that depend on the seed, the kind of thing and its number alone.

use crate::day::Day;

/// The kinds of thing that have ids. Each has its own range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A child or young person.
    Child,
    /// A parent, carer or other adult.
    Adult,
    /// An organisation.
    Organisation,
    /// A team.
    Team,
    /// A member of staff.
    Staff,
    /// An account.
    Account,
    /// A case.
    Case,
    /// A link between a child and a party.
    Relationship,
    /// An address.
    Address,
    /// A way to reach somebody.
    Contact,
    /// A spell of care.
    CareSpell,
    /// A time on a roll.
    Enrolment,
    /// A case given to somebody.
    Allocation,
    /// A stay at a place of education.
    Placement,
    /// A consent.
    Consent,
}

/// Makes ids from a seed.
#[derive(Debug, Clone, Copy)]
pub struct Ids {
    seed: u64,
}

impl Ids {
    /// Ids of this seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// The id of the thing with this number, first known on this day. The number makes it unique, the rest of its
    /// bits spread it.
    #[must_use]
    pub fn id<T: From<ulid::Ulid>>(self, thing: Thing, number: usize, since: Day) -> T {
        let number = number as u64;
        let mut mixed = self.seed ^ ((thing as u64 + 1) << 56) ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        let random = (u128::from(mixed & 0xFFFF_FFFF_FFFF) << 32) | u128::from(number & 0xFFFF_FFFF);
        let millis = u64::try_from(i64::from(since.0) * 86_400_000 + 32_400_000).unwrap_or(0);
        T::from(ulid::Ulid::from_parts(millis, random))
    }
}
