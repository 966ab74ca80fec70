//! Broadshire: a whole synthetic county, made from a size, a seed and a date.
//!
//! What it is: a pure library. [`Settings`] goes in, a [`County`] comes out: people, families, homes, schools, staff,
//! and at least six years of cases as real events that end yesterday. Its last complete calendar year and the January
//! count after it meet the figures published for Norfolk (2024 and January 2025), margin by margin, within 2 %.
//!
//! What it is not: nobody in it exists. Places, streets, schools and names are invented, postcodes lie in an area that
//! Royal Mail does not use, and identifiers lie in ranges kept for such things. It reads no file and no clock.
//!
//! Where to start: `make.rs` for the order of the stages, [`published`] for the figures, `schedule.rs` for when things
//! happen, `stock.rs` for who holds a plan, `story/` for how one case is told in events, [`margins()`] for the proof.

mod appeals;
pub mod cast;
mod ceasing;
pub mod county;
pub mod day;
mod dice;
mod fit;
mod households;
mod ids;
mod lives;
mod make;
pub mod margins;
mod names;
mod others;
pub mod places;
mod plan;
pub mod published;
mod pupils;
mod report;
mod review_totals;
mod reviews;
mod rolls;
mod schedule;
mod schools;
pub mod settings;
mod staffing;
mod stays;
mod stock;
mod story;
mod workdays;
mod write_bodies;
mod write_care;
mod write_cases;
mod write_homes;
mod write_links;
mod write_people;
mod write_rolls;

pub use cast::CastMember;
pub use county::{Account, Attendance, Author, CaseRow, County, EventRow, HomePoint, Step};
pub use margins::{Margin, Margins, margins};
pub use settings::{Settings, Times};
