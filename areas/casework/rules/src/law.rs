//! The law as dated data: every duty and limit, its citation, how it is counted, and how sure we are of it.
//!
//! One file per area of the law holds its rules; [`LegalRegime`] holds the rule sets with the dates between which
//! they apply. A rule also names the moments that start it, meet it, end it or put another rule in its place, so
//! that the clock needs no code of its own for most of them.

mod limit;
mod moment;
mod regime;
mod rule;
mod rule_id;

pub mod adulthood;
pub mod advice;
pub mod amend;
pub mod appeal;
pub mod assessment;
pub mod cease;
pub mod consult;
pub mod disclosure;
pub mod draft;
pub mod exceptions;
pub mod final_plan;
pub mod mediation;
pub mod move_authority;
pub mod personal_budget;
pub mod phase_transfer;
pub mod reassessment;
pub mod request;
pub mod review;
pub mod tribunal_order;
pub mod young_person;

pub use exceptions::ExceptionList;
pub use limit::{Counting, DateRule, LaterOf, Length, Limit};
pub use moment::{Moment, MomentSet, moments};
pub use regime::{CFA_2014, LegalRegime, REGIMES};
pub use rule::{Area, Kind, Rule, Verification, Who};
pub use rule_id::RuleId;
