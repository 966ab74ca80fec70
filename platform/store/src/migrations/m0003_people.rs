//! The tables of people, organisations and what links them. Each row keeps the whole fact as JSON in `record`; the other
//! columns are copies to search and join by, written by the same function.

use sea_orm_migration::MigrationTrait;

use crate::schema::{Table, migration};

pub(super) fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![migration("m20261101_000003_people", tables)]
}

/// `valid_from` and `valid_to`: both days included, no end while it goes on.
fn dated(table: Table) -> Table {
    table.date("valid_from").date_or_null("valid_to")
}

fn kept(table: Table) -> Table {
    table.text("record").primary(&["id"])
}

fn tables() -> Vec<Table> {
    vec![
        kept(
            Table::new("person")
                .text("id")
                // Folded family and given names, then the id: the order of lists.
                .text("sort_key")
                .date("born")
                .date_or_null("died_on")
                .text("sex"),
        )
        .index(&["sort_key", "id"])
        .index(&["born", "id"]),
        // One row per word of a name: what somebody might type.
        Table::new("person_name")
            .text("word")
            .text("sound")
            .text("person")
            .primary(&["word", "person"])
            .index(&["sound", "person"])
            .index(&["person"]),
        Table::new("person_identifier")
            .text("kind")
            .text("value")
            .text("person")
            .primary(&["kind", "value", "person"])
            .index(&["person"]),
        // What two records of one person would have in common: see `people::duplicates`.
        Table::new("person_match_key")
            .text("match_key")
            .text("person")
            .primary(&["match_key", "person"])
            .index(&["person"]),
        kept(dated(
            Table::new("address")
                .text("id")
                .text("person")
                .text_or_null("postcode")
                .text_or_null("uprn")
                .flag("protected"),
        ))
        .index(&["person", "valid_from"])
        .index(&["postcode"]),
        kept(dated(Table::new("contact_point").text("id").text("person").text("way").text("value").flag("preferred")))
            .index(&["person"])
            .index(&["way", "value"]),
        kept(dated(Table::new("care_spell").text("id").text("person").text("status").text("authority")))
            .index(&["person"])
            .index(&["status", "valid_to"]),
        kept(dated(
            Table::new("consent").text("id").text("about").text("purpose").text_or_null("for_person").text("answer"),
        ))
        .index(&["about", "purpose"]),
        kept(
            Table::new("capacity_decision")
                .text("id")
                .text("person")
                .text("decision")
                .flag("lacks_capacity")
                .text_or_null("representative")
                .date("assessed_on")
                .date_or_null("review_on"),
        )
        .index(&["person", "decision", "assessed_on"]),
        kept(dated(
            Table::new("relationship")
                .text("id")
                .text("child")
                .text("party_kind")
                .text("party")
                .text("kind")
                // The proof, the authority to act and the order, as far as lists ask for them.
                .flag("proved")
                .date_or_null("proved_on")
                .date_or_null("proof_until")
                .text_or_null("authority_by")
                .date_or_null("authority_from")
                .date_or_null("authority_until")
                .date_or_null("order_from")
                .date_or_null("order_until"),
        ))
        .index(&["child"])
        .index(&["party", "child"]),
        kept(dated(
            Table::new("organisation")
                .text("id")
                .text("kind")
                .text("name")
                .text("name_key")
                .whole_or_null("urn")
                .text_or_null("laestab")
                .text_or_null("phase")
                .text_or_null("status")
                .text_or_null("postcode"),
        ))
        .unique(&["urn"])
        .index(&["kind", "name_key", "id"])
        .index(&["laestab"]),
        kept(dated(Table::new("team").text("id").text("organisation").text("name"))).index(&["organisation"]),
        kept(dated(
            Table::new("staff")
                .text("id")
                .text("organisation")
                .text_or_null("account")
                .text_or_null("person")
                .text("sort_key"),
        ))
        .index(&["organisation", "sort_key", "id"])
        .index(&["account"]),
        Table::new("team_member").text("team").text("staff").primary(&["team", "staff"]).index(&["staff"]),
        kept(dated(
            Table::new("enrolment")
                .text("id")
                .text("person")
                .text("setting")
                .text("provision")
                .text_or_null("primary_need"),
        ))
        .index(&["person", "valid_from"])
        .index(&["setting", "valid_to", "person"]),
        kept(dated(Table::new("allocation").text("id").text("subject").text("to_kind").text("to_id")))
            .index(&["subject"])
            .index(&["to_id", "valid_to"]),
        // What else links somebody to a child or case, kept by the areas from their events: see `facts`.
        dated(
            Table::new("access_fact")
                .text("kind")
                // The child or the case that it holds for.
                .text("subject")
                // The account or organisation that it lets in or bars; empty where it concerns everybody.
                .text("holder")
                .text_or_null("named")
                // What made it so: a request's id, a panel's id.
                .text("source"),
        )
        .primary(&["kind", "subject", "holder", "source"])
        .index(&["holder", "kind", "valid_to"])
        .index(&["subject", "kind"]),
    ]
}
