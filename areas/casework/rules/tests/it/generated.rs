//! Pages that are made from the code, and the check that they are not stale.

use std::path::Path;

/// Holds a page of `docs/` to what the code says now. With `UPDATE_DOCS` set, writes it.
#[expect(clippy::disallowed_methods, reason = "a developer asks for the pages to be written by a setting")]
pub fn hold(path: &str, text: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..").join(path);
    let text = format!("{text}\n");
    if std::env::var("UPDATE_DOCS").is_ok() {
        std::fs::write(&file, text).unwrap();
        return;
    }
    let held = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(held == text, "{path} is stale; make it again with: UPDATE_DOCS=1 cargo test -p casework-rules");
}
