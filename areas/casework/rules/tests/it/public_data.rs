//! Where the public reference data is, when a developer has it beside the workspace.

use std::path::PathBuf;

/// The text of a public data file, or `None`, after saying so, when it is not there.
#[expect(clippy::disallowed_methods, reason = "tests find the public data by a setting")]
pub fn read(path: &str) -> Option<String> {
    let root = std::env::var("WHERRY_PUBLIC_DATA")
        .map_or_else(|_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/data"), PathBuf::from);
    let file = root.join(path);
    let text = std::fs::read_to_string(&file).ok();
    if text.is_none() {
        println!("left out: {} is not there (set WHERRY_PUBLIC_DATA to the folder of public data)", file.display());
    }
    text
}
