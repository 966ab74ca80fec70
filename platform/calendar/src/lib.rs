//! The calendar that the law counts on in England.
//!
//! What it is: a pure crate of dates. It knows the bank holidays of England and Wales, which days are working
//! days, when schools are closed, which academic year and National Curriculum year a birthday falls in, when a
//! child stops being of compulsory school age, and how each phrase in the law ("within 6 weeks of", "15 days
//! beginning with", "before 15 February") turns into a last lawful day.
//!
//! What it is not: it holds no duty and no citation of a duty; those are rules of the area that owns them. It
//! never reads a clock: every function is given the dates it works on. Limits are date-only, in local time in
//! England, so that no time zone or summer-time change can move one.
//!
//! Where to start: [`limits`] for the arithmetic of time limits, [`Calendar`] for working days and how sure we
//! are of a date, [`school_year`] for ages and leaving dates, [`closures`] for school holidays, [`tribunal`] for
//! the tribunal's own way of counting.

pub mod bank_holidays;
pub mod closures;
pub mod limits;
pub mod school_year;
pub mod tribunal;
mod working_days;

pub use closures::Closure;
pub use working_days::{Calendar, Certainty};
