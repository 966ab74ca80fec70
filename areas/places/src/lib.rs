//! Where children learn and live, kept: the settings of the establishments register, and the postcode directory.
//!
//! What it is: two importers with preview, progress and undo. [`import_gias`] brings the establishments extract into the
//! organisations that the whole service uses: new settings come in, changed ones are brought up to date field by field
//! with an entry in the change log, closed ones end, reopened ones go on. [`import_postcodes`] keeps a directory of where
//! each postcode lies ([`store::find_postcode`]). [`undo`] takes an import back, and leaves alone what people have
//! changed or begun to use since.
//!
//! What it is not: what a file says is read in `places-rules`, without a database. No child is placed here.
//!
//! Where to start: `import_gias.rs`, then `migrations.rs` for what is kept.

mod error;
mod import_gias;
mod import_postcodes;
mod migrations;
mod parse;
mod report;
mod source;
pub mod store;
mod undo;

pub use error::ImportError;
pub use import_gias::{import_gias, preview_gias};
pub use import_postcodes::{import_postcodes, preview_postcodes};
pub use migrations::migrations;
pub use report::{Changes, ImportReport, Outcome, Register, SettingChange, UndoReport};
pub use source::Source;
pub use undo::undo;

use jiff::Timestamp;
use jiff::civil::Date;
use record::OrganisationId;

/// Who imports, when, and where new numbers come from.
pub struct ImportOptions<'a> {
    /// A new number for the import, never used before (a ULID).
    pub batch: String,
    /// Who: an account, or what acts without one.
    pub by: String,
    /// When.
    pub now: Timestamp,
    /// The date in London at that moment.
    pub today: Date,
    /// Gives a new id for each new setting.
    pub new_id: &'a (dyn Fn() -> OrganisationId + Send + Sync),
    /// Only settings of these authorities (numbers such as 926); all when empty.
    pub authorities: Vec<u16>,
}
