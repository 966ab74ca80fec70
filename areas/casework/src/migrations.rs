//! The area's tables. The truth is the event log; these are what lists are read from, and can be rebuilt from it.

use store::{schema::{Table, migration}, sea_orm_migration::MigrationTrait};

/// The migrations of this area.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![migration("m20261122_200000_casework", tables)]
}

fn tables() -> Vec<Table> {
    vec![
        // One row for each case. `next_due` is the earliest limit that is still running or was missed and is still owed:
        // the order of an officer's list. Far-future text ("9999-12-31") stands for "nothing due", so that one index
        // serves the order on both databases.
        Table::new("case_file")
            .text("id")
            .text("reference")
            .text("child")
            .text("stage")
            .flag("open")
            .text("band")
            .date_or_null("received_on")
            .date_or_null("decision_due")
            .date_or_null("decided_on")
            .date_or_null("no_plan_due")
            .date_or_null("final_due")
            .date("next_due")
            .text_or_null("next_rule")
            .date_or_null("next_step_on")
            .text_or_null("officer")
            .text_or_null("team")
            .text_or_null("setting")
            .text("requester")
            .whole("sequence")
            .date_or_null("told_on")
            .primary(&["id"])
            .unique(&["reference"])
            .index(&["child"])
            .index(&["open", "band", "next_due", "id"])
            .index(&["officer", "open", "band", "next_due", "id"])
            .index(&["team", "open", "band", "next_due", "id"])
            .index(&["setting", "open", "band", "next_due", "id"])
            .index(&["next_step_on"]),
        // How to answer whoever asked, as they gave it; kept apart from the record of any person until checked.
        Table::new("case_contact")
            .text("case_id")
            .text("name")
            .text_or_null("person")
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
        // People who may be the same as the child of a request, for an officer to look at. Never merged by themselves.
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
