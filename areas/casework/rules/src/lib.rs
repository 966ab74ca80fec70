//! The law on education, health and care (EHC) needs assessments, plans and reviews, and the case that lives
//! under it.
//!
//! What it is: a pure crate. [`law`] holds every duty and time limit as dated data with its citation. [`clock`]
//! works out, from what happened and when, each date the law sets, whether it was met, and on what evidence.
//! [`Case`] is one child's request, assessment, plan and reviews: [`Case::decide`] turns a command into events
//! or a refusal that a person can read, [`Case::apply`] folds events, [`Case::clock`] asks the law. [`words`]
//! says the same thing to the family, the school, the officer and the board.
//!
//! What it is not: it stores nothing, sends nothing, shows nothing and never reads a clock. Who may see or do
//! something is the access policy's matter; here only the law's own "who" is held (the authority decides, a
//! parent asks).
//!
//! Where to start: [`Event`] for what can happen, [`Command`] for what can be asked, `law/request.rs` for what a
//! rule looks like, `docs/law.md` for all of them on one page.

pub mod case;
pub mod clock;
pub mod law;
pub mod sample;
pub mod words;

pub use case::command::{About, Command, CommandKind, Existing, Named};
pub use case::event::{Event, EventKind};
pub use case::people::{Actor, Capacity, Channel, PersonRef, Requester, SettingRef};
pub use case::refusal::Refusal;
pub use case::stage::{Stage, StageKind};
pub use case::terms::{
    AdviceSource, AppealEnd, AppealKind, AssessmentTest, CeaseReason, Ground, Limb, Need, OrderKind, Placement,
    ReviewOutcome,
};
pub use case::{AdviceAsked, Appeal, Case, Plan};
pub use clock::{Clock, ClockInputError, Deadline, PlanTimeliness, State, Urgency, clock_from_json, clock_in_words};
pub use words::{Audience, StageWords, long_date, short_date};
