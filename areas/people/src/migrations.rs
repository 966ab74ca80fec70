//! The area's own tables. What is known of a person is in the platform's tables; these hold answers about it.

use ::store::{
    schema::{Table, migration},
    sea_orm_migration::MigrationTrait,
};

/// The migrations of this area.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![migration("m20261122_210000_people_pages", tables)]
}

fn tables() -> Vec<Table> {
    vec![
        // Whether two records are one person, as somebody has judged. The lower id comes first, so a pair has one row.
        Table::new("match_answer")
            .text("one")
            .text("other")
            // "same" or "different".
            .text("answer")
            .text("words")
            .text("answered_by")
            .instant("answered_at")
            .primary(&["one", "other"])
            .index(&["other"]),
        // What the family, or an officer who rang them, said about a new address.
        Table::new("address_answer")
            .text("address")
            // "right" or "wrong".
            .text("answer")
            .text("answered_by")
            .instant("answered_at")
            .primary(&["address"]),
    ]
}
