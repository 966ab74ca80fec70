//! The two commands can be run as they are, and stop at the first thing that goes wrong.

use crate::repository::{none, root, text};

const SCRIPTS: &[&str] = &["run", "test", ".ci/run"];

#[test]
fn the_commands_are_strict_scripts() {
    let mut problems = Vec::new();
    for script in SCRIPTS {
        let text = text(script).unwrap_or_default();
        if !text.starts_with("#!/usr/bin/env bash\n") {
            problems.push(format!("{script} does not start with #!/usr/bin/env bash."));
        }
        if !text.lines().any(|line| line == "set -euo pipefail") {
            problems.push(format!("{script} lacks `set -euo pipefail`."));
        }
    }
    none(&problems, "Scripts:");
}

#[cfg(unix)]
#[test]
fn the_commands_may_be_executed() {
    use std::os::unix::fs::PermissionsExt;
    let problems: Vec<_> = SCRIPTS
        .iter()
        .filter(|script| {
            let mode = root().join(script).metadata().map_or(0, |metadata| metadata.permissions().mode());
            mode & 0o111 == 0
        })
        .map(|script| format!("{script}: chmod +x {script}, and git add it."))
        .collect();
    none(&problems, "These scripts may not be executed:");
}
