//! Who may do what to whose record, and why: access by legitimate relationship.
//!
//! What it is: one pure policy. [`decide`] takes an [`Actor`], what links them to a child ([`Relationships`]), a
//! [`Resource`] and a [`Moment`], and gives a [`Permit`] or a [`Denied`] with a sentence. Functions that read or write
//! personal data ask for a `Permit<ReadCase>` and the like; nothing but the policy can build one, so an unchecked read
//! does not compile. [`visible_cases`] turns the same rules into a [`CaseFilter`] that the store writes as SQL, so that
//! a list and a page can never disagree.
//!
//! What it is not: it stores nothing, signs nobody in, reads no clock and writes no audit. It says what the audit must
//! hold ([`Permit::role`], [`Permit::relationship`], [`Permit::obligations`]); the store writes it in the same
//! transaction as the read.
//!
//! Where to start: the tables in [`rules`], one file for each kind of people, then [`decide`]. The whole matrix is
//! printed to `docs/access.md` by a test. What overrides everything is in [`denies`]: an order of a court, a conflict
//! of interest, a locked record.
//!
//! Deny by default, deny overrides, and both the person and their organisation must be allowed.

pub mod action;
pub mod actor;
pub mod break_glass;
pub mod condition;
mod decide;
pub mod denied;
pub mod denies;
mod holds;
pub mod matrix;
pub mod moment;
pub mod permit;
pub mod predicate;
pub mod relationships;
pub mod resource;
pub mod role;
pub mod rules;
pub mod visible;

pub use action::*;
pub use actor::{Actor, OrganisationClass, OrganisationScope, RoleGrant};
pub use break_glass::{BreakGlassReason, BreakGlassRefusal, EmergencyAccess, Review, Verdict};
pub use condition::Condition;
pub use decide::{decide, would_permit};
pub use denied::{Denied, DenyReason};
pub use moment::Moment;
pub use permit::{Banner, Obligations, Permit};
pub use predicate::CasePredicate;
pub use relationships::{DatedFact, Fact, Relationships};
pub use resource::Resource;
pub use role::Role;
pub use visible::{CaseFilter, filter_for, visible_cases, visible_for};
