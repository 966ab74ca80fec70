//! The tables of this area. Settings themselves are organisations and live in the platform's own table; what is kept here
//! is the account of each import, what it changed (for undoing it), and the postcodes.

use store::schema::{Table, migration};
use store::sea_orm_migration::MigrationTrait;

/// The tables of this area.
#[must_use]
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![migration("m20261122_110100_registers", tables)]
}

fn tables() -> Vec<Table> {
    vec![
        Table::new("register_batch")
            .numbered("number")
            .text("id")
            .text("register")
            .text("file_name")
            .text("sha256")
            .text("state")
            .instant("begun_at")
            .text("begun_by")
            .instant_or_null("ready_at")
            .instant_or_null("undone_at")
            .text_or_null("undone_by")
            .text("report")
            .unique(&["id"])
            .index(&["sha256", "register"])
            .index(&["register", "state"]),
        // What an import did to a setting: what it was before (nothing when it was new), and what it became.
        Table::new("register_setting_change")
            .whole("batch")
            .text("organisation")
            .text_or_null("before")
            .text("after")
            .primary(&["batch", "organisation"])
            .refers_to("batch", "register_batch", "number"),
        // Angles in millionths of a degree, distances in metres on the National Grid.
        Table::new("postcode")
            .whole("batch")
            .text("postcode")
            .text_or_null("district")
            .text_or_null("small_area")
            .whole_or_null("easting")
            .whole_or_null("northing")
            .whole_or_null("latitude")
            .whole_or_null("longitude")
            .date_or_null("ended_on")
            .primary(&["batch", "postcode"])
            .refers_to("batch", "register_batch", "number"),
    ]
}
