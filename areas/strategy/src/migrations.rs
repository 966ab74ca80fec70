//! The tables of published statistics.
//!
//! A published row is one database row, with its figures as one text, separated by tabs in the order of the file's
//! declared columns. The key begins with file, topic and place: the totals of one authority are one short range, the
//! totals of all authorities for a file are one contiguous range, and so is any breakdown of one authority.

use store::schema::{Table, migration};
use store::sea_orm_migration::MigrationTrait;

/// The tables of this area.
#[must_use]
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    let mut all = vec![migration("m20261122_110000_published_statistics", tables)];
    all.extend(crate::uploads::migrations());
    all
}

fn tables() -> Vec<Table> {
    vec![
        // One import of one release. Figures count once the state is 'ready'; 'undone' keeps the account of it.
        Table::new("published_batch")
            .text("id")
            .whole("release_year")
            .text("file_name")
            .text("sha256")
            .text("state")
            .instant("begun_at")
            .text("begun_by")
            .instant_or_null("ready_at")
            .instant_or_null("undone_at")
            .text_or_null("undone_by")
            .text("left_out")
            .primary(&["id"])
            .index(&["sha256"])
            .index(&["state", "release_year"]),
        // One file of a release: the names of its figures in order, and the account of its rows.
        Table::new("published_file")
            .numbered("id")
            .text("batch")
            .text("kind")
            .text("name")
            .text("measures")
            .flag("complete")
            .text("report")
            .unique(&["batch", "kind"])
            .refers_to("batch", "published_batch", "id"),
        Table::new("published_place")
            .text("code")
            .text("level")
            .whole_or_null("number")
            .text("name")
            .text_or_null("region")
            .primary(&["code"]),
        // A total has an empty topic and an empty part.
        Table::new("published_figure")
            .whole("file")
            .text("topic")
            .text("place")
            .whole("year")
            .text("part")
            .text_or_null("published_code")
            .text("cells")
            .primary(&["file", "topic", "place", "year", "part"]),
    ]
}
