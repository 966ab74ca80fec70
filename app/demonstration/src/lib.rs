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
//! happen, `stock.rs` for who holds a plan, `story/` for how one case is told in events, [`margins`] for the proof.

pub mod appeals;
pub mod cast;
pub mod ceasing;
pub mod county;
pub mod day;
pub mod dice;
pub mod fit;
pub mod households;
pub mod ids;
pub mod lives;
pub mod make;
pub mod margins;
pub mod names;
pub mod others;
pub mod places;
pub mod plan;
pub mod published;
pub mod pupils;
pub mod report;
pub mod review_totals;
pub mod reviews;
pub mod rolls;
pub mod schedule;
pub mod schools;
pub mod settings;
pub mod staffing;
pub mod stays;
pub mod stock;
pub mod story;
pub mod workdays;
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
