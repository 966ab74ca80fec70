//! The tables that every area writes to: events, audit, outbox, jobs, changes, drafts, submissions.

use sea_orm_migration::MigrationTrait;

use crate::schema::{Table, migration_then};

pub(super) fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![migration_then(
        "m20261101_000001_record_keeping",
        tables,
        &["INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, '')"],
    )]
}

fn tables() -> Vec<Table> {
    vec![
        Table::new("event")
            .numbered("position")
            .text("stream")
            .whole("sequence")
            .text("kind")
            .date("happened_on")
            .instant("recorded_at")
            .text("author")
            .text("data")
            .unique(&["stream", "sequence"])
            .index(&["kind", "position"])
            .append_only(),
        Table::new("audit")
            .whole("sequence")
            .instant("at")
            .text("account")
            .text("role")
            .text("relationship")
            .text("action")
            .text("resource")
            .text_or_null("child")
            .text("fields_class")
            .text("purpose")
            .text("ip")
            .text("session")
            .text("request_id")
            .text("decision")
            .text_or_null("break_glass")
            .text("prev_hash")
            .text("hash")
            .primary(&["sequence"])
            .index(&["child", "sequence"])
            .index(&["account", "sequence"])
            .index(&["at"])
            .append_only(),
        // The end of the chain. One row; locking it is what keeps the chain in one line.
        Table::new("audit_head").whole("id").whole("sequence").text("hash").primary(&["id"]),
        // The end of the chain at the end of each day, to be kept outside the database as well.
        Table::new("audit_anchor")
            .date("day")
            .whole("sequence")
            .text("hash")
            .instant("made_at")
            .primary(&["day"])
            .append_only(),
        leased(Table::new("outbox"))
            .text("topic")
            .text("dedupe_key")
            .text("payload")
            .unique(&["topic", "dedupe_key"])
            .index(&["state", "due_at", "id"]),
        leased(Table::new("job"))
            .text("kind")
            .text("dedupe_key")
            .text("payload")
            .whole("progress_done")
            .whole("progress_total")
            .text("progress_note")
            .flag("cancel_asked")
            .text_or_null("result")
            .unique(&["kind", "dedupe_key"])
            .index(&["state", "due_at", "id"])
            .index(&["kind", "id"]),
        Table::new("change")
            .numbered("position")
            .text("table_name")
            .text("row_id")
            .text_or_null("before")
            .text_or_null("after")
            .text("author")
            .instant("at")
            .index(&["table_name", "row_id", "position"]),
        Table::new("draft")
            .text("id")
            .text("owner")
            .text("form")
            .text("subject")
            .text("body")
            .whole("version")
            .instant("created_at")
            .instant("updated_at")
            .primary(&["id"])
            .unique(&["owner", "form", "subject"])
            .index(&["updated_at"]),
        Table::new("submission")
            .text("id")
            .text("form")
            .text("author")
            .text_or_null("result")
            .instant("at")
            .primary(&["id"])
            .index(&["at"]),
    ]
}

/// What outbox and jobs share: see the module `lease`.
fn leased(table: Table) -> Table {
    table
        .numbered("id")
        .text("state")
        .instant("created_at")
        .instant("due_at")
        .whole("attempts")
        .whole("fence")
        .text_or_null("worker")
        .instant_or_null("lease_until")
        .text_or_null("last_error")
        .instant_or_null("finished_at")
}
