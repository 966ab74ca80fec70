//! The area's tables. The truth is the event log; these are what lists are read from, and can be made again from it.

use ::store::{
    schema::{Table, migration, migration_then},
    sea_orm_migration::MigrationTrait,
};

/// The migrations of this area.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        migration("m20261122_200000_casework", tables),
        migration_then(
            "m20261122_230000_casework_notices",
            notices,
            &[
                // The last day on which the family was told something, for the officer's list.
                "ALTER TABLE case_file ADD COLUMN told_on TEXT",
                "CREATE INDEX ix_case_contact_account ON case_contact (account)",
            ],
        ),
    ]
}

fn notices() -> Vec<Table> {
    vec![
        // Whom the authority must tell that it is considering a request (regulation 4(2)), and when it did.
        Table::new("case_notice")
            .text("case_id")
            .text("recipient")
            .date_or_null("sent_on")
            .text_or_null("sent_by")
            .primary(&["case_id", "recipient"]),
    ]
}

fn tables() -> Vec<Table> {
    vec![
        // One row for each case. `due_order` is the last lawful day of the most urgent open duty, or "9999-12-31" when
        // nothing is due, so that one index gives the order of an officer's list on both databases.
        Table::new("case_file")
            .text("id")
            .text("reference")
            .text("child")
            .text("stage")
            .text("band")
            .date_or_null("received_on")
            .date_or_null("decision_due")
            .date_or_null("no_plan_due")
            .date_or_null("final_due")
            .date("due_order")
            .text_or_null("next_label")
            .date_or_null("next_step_on")
            .text_or_null("officer")
            .text_or_null("team")
            .text_or_null("requester")
            .whole("version")
            .primary(&["id"])
            .index(&["reference"])
            .index(&["child"])
            .index(&["band", "due_order", "id"])
            .index(&["officer", "band", "due_order", "id"])
            .index(&["team", "band", "due_order", "id"])
            .index(&["next_step_on", "officer"]),
        // How to answer whoever asked, as they gave it; kept apart from the record of any person until it is checked.
        Table::new("case_contact")
            .text("case_id")
            .text("name")
            .text_or_null("account")
            .text_or_null("responsibility")
            .text_or_null("email")
            .text_or_null("phone")
            .text_or_null("address")
            .text_or_null("interpreter")
            .text_or_null("setting_name")
            .text_or_null("tried")
            .text_or_null("hopes")
            .primary(&["case_id"]),
        // People on record who may be the child of a request, for an officer to look at. Never merged by themselves.
        Table::new("case_match")
            .text("case_id")
            .text("candidate")
            .whole("score")
            .text("reasons")
            .text_or_null("answer")
            .text_or_null("answered_by")
            .instant_or_null("answered_at")
            .primary(&["case_id", "candidate"]),
    ]
}
