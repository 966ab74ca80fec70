//! `docs/access.md` says what the policy does.

#[test]
#[expect(clippy::disallowed_methods, reason = "a switch for whoever renews the document, read by this test alone")]
fn the_printed_matrix_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/access.md");
    let printed = access::matrix::matrix();
    if std::env::var("UPDATE_DOCS").is_ok() {
        std::fs::write(path, &printed).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        kept == printed,
        "docs/access.md is not what the policy does now. Read the change, then run: UPDATE_DOCS=1 cargo test -p access"
    );
}
