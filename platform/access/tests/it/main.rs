//! The tests of the access policy: what it promises, role by role, list against decision, and its printed matrix.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop there")]

mod break_glass;
mod cast;
mod dice;
mod document;
mod equivalence;
mod invariants;
mod permissions;
mod world;
