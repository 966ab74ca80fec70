//! The only source of chance: a counter-based generator, keyed by seed, stage and number, read through whole numbers.
//!
//! Every stage and every child has its own stream, so the county does not depend on the order or the number of
//! threads in which its parts are made, and no decision rests on floating-point functions that differ by platform.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A stream of chance.
#[derive(Debug, Clone)]
pub struct Dice(ChaCha8Rng);

impl Dice {
    /// The stream of this seed, stage and number.
    #[must_use]
    pub fn new(seed: u64, stage: &str, number: u64) -> Self {
        let mut key = [0_u8; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8..16].copy_from_slice(&number.to_le_bytes());
        for (slot, byte) in key[16..].iter_mut().zip(stage.bytes()) {
            *slot = byte;
        }
        Self(ChaCha8Rng::from_seed(key))
    }

    /// A whole number below this one; 0 when it is 0. Even to one part in four thousand million.
    pub fn below(&mut self, limit: u32) -> u32 {
        ((u64::from(self.0.next_u32()) * u64::from(limit)) >> 32) as u32
    }

    /// An index into a list of this length.
    pub fn index(&mut self, length: usize) -> usize {
        self.below(u32::try_from(length).unwrap_or(u32::MAX)) as usize
    }

    /// A whole number from the first to the last, both included.
    pub fn between(&mut self, first: i32, last: i32) -> i32 {
        first + self.below(u32::try_from(last - first + 1).unwrap_or(0)) as i32
    }

    /// True so many times in a thousand.
    pub fn permille(&mut self, chance: u32) -> bool {
        self.below(1_000) < chance
    }

    /// 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// One of a list that is not empty.
    pub fn pick<'list, T>(&mut self, list: &'list [T]) -> &'list T {
        &list[self.index(list.len())]
    }

    /// One of a list of words that is not empty.
    pub fn word(&mut self, list: &[&'static str]) -> &'static str {
        list[self.index(list.len())]
    }

    /// The index of one of these weights, drawn in proportion.
    pub fn weighted(&mut self, weights: &[u32]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (index, &weight) in weights.iter().enumerate() {
            if left < weight {
                return index;
            }
            left -= weight;
        }
        0
    }

    /// Puts a list in another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.index(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_depends_on_its_key_alone() {
        let draw = |seed, stage, number| Dice::new(seed, stage, number).bits();
        assert_eq!(draw(1, "homes", 3), draw(1, "homes", 3));
        assert_ne!(draw(1, "homes", 3), draw(2, "homes", 3));
        assert_ne!(draw(1, "homes", 3), draw(1, "homes", 4));
        assert_ne!(draw(1, "homes", 3), draw(1, "names", 3));
    }

    #[test]
    fn weights_are_kept() {
        let mut dice = Dice::new(1, "test", 0);
        let mut seen = [0_u32; 3];
        for _ in 0..30_000 {
            seen[dice.weighted(&[1, 0, 2])] += 1;
        }
        assert_eq!(seen[1], 0);
        assert!((9_500..10_500).contains(&seen[0]));
    }
}
