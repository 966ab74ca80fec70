//! Events, audit, outbox, jobs, changes, drafts.

entity!(event = "event" {
    #[sea_orm(primary_key)]
    position: i64,
    stream: String,
    sequence: i64,
    kind: String,
    happened_on: String,
    recorded_at: String,
    author: String,
    data: String,
});

entity!(audit = "audit" {
    #[sea_orm(primary_key, auto_increment = false)]
    sequence: i64,
    at: String,
    account: String,
    role: String,
    relationship: String,
    action: String,
    resource: String,
    child: Option<String>,
    fields_class: String,
    purpose: String,
    ip: String,
    session: String,
    request_id: String,
    decision: String,
    break_glass: Option<String>,
    prev_hash: String,
    hash: String,
});

entity!(audit_head = "audit_head" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: i64,
    sequence: i64,
    hash: String,
});

entity!(audit_anchor = "audit_anchor" {
    #[sea_orm(primary_key, auto_increment = false)]
    day: String,
    sequence: i64,
    hash: String,
    made_at: String,
});

entity!(outbox = "outbox" {
    #[sea_orm(primary_key)]
    id: i64,
    state: String,
    created_at: String,
    due_at: String,
    attempts: i64,
    fence: i64,
    worker: Option<String>,
    lease_until: Option<String>,
    last_error: Option<String>,
    finished_at: Option<String>,
    topic: String,
    dedupe_key: String,
    payload: String,
});

entity!(job = "job" {
    #[sea_orm(primary_key)]
    id: i64,
    state: String,
    created_at: String,
    due_at: String,
    attempts: i64,
    fence: i64,
    worker: Option<String>,
    lease_until: Option<String>,
    last_error: Option<String>,
    finished_at: Option<String>,
    kind: String,
    dedupe_key: String,
    payload: String,
    progress_done: i64,
    progress_total: i64,
    progress_note: String,
    cancel_asked: bool,
    result: Option<String>,
});

entity!(change = "change" {
    #[sea_orm(primary_key)]
    position: i64,
    table_name: String,
    row_id: String,
    before: Option<String>,
    after: Option<String>,
    author: String,
    at: String,
});

entity!(draft = "draft" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    owner: String,
    form: String,
    subject: String,
    body: String,
    version: i64,
    created_at: String,
    updated_at: String,
});
