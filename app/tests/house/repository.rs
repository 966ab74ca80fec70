//! The checkout as the rules see it: its files, and the graph of crates.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use cargo_metadata::{Metadata, MetadataCommand, Package};

/// The root of the checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the app's folder stands in the root").to_path_buf()
}

/// The graph of crates as the lock file has it, for the machine the tests run on.
pub fn graph() -> &'static Metadata {
    static GRAPH: OnceLock<Metadata> = OnceLock::new();
    GRAPH.get_or_init(|| {
        MetadataCommand::new()
            .manifest_path(root().join("Cargo.toml"))
            .other_options(["--locked".to_owned(), "--filter-platform".to_owned(), host()])
            .exec()
            .expect("cargo metadata answers")
    })
}

/// The triple of the machine the tests run on.
fn host() -> String {
    let told = Command::new("rustc").arg("-vV").output().expect("rustc answers").stdout;
    let told = String::from_utf8(told).expect("rustc speaks UTF-8");
    told.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host").to_owned()
}

/// The workspace's own crates.
pub fn own_crates() -> Vec<&'static Package> {
    graph().workspace_packages()
}

/// The crates from elsewhere that are built on this machine.
pub fn libraries() -> Vec<&'static Package> {
    let graph = graph();
    let resolve = graph.resolve.as_ref().expect("cargo resolved the graph");
    let used = |package: &&Package| resolve.nodes.iter().any(|node| node.id == package.id);
    graph.packages.iter().filter(|package| package.source.is_some()).filter(used).collect()
}

/// The path of a crate's folder under the root, such as `areas/casework/rules`.
pub fn folder(package: &Package) -> String {
    let folder = package.manifest_path.parent().expect("a manifest has a folder");
    let root = graph().workspace_root.as_path();
    folder.strip_prefix(root).expect("a crate of the workspace stands under its root").to_string()
}

/// Every file that is, or is about to be, committed: its path under the root, with `/` between the parts.
/// In a source archive, which has no git, every file outside the folders that builds make.
pub fn files() -> &'static [String] {
    static FILES: OnceLock<Vec<String>> = OnceLock::new();
    FILES.get_or_init(|| {
        let listed = Command::new("git")
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(root())
            .output();
        let mut files = match listed {
            Ok(output) if output.status.success() && !output.stdout.is_empty() => {
                let text = String::from_utf8(output.stdout).expect("file names are UTF-8");
                text.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect()
            }
            _ => walk(),
        };
        files.retain(|file: &String| root().join(file).is_file());
        files.sort();
        files.dedup();
        files
    })
}

fn walk() -> Vec<String> {
    const MADE: &[&str] = &[".git", "target", "node_modules", "data", "test-output"];
    let mut found = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(root().join(&folder)).expect("a folder can be read").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && !(folder.is_empty() && MADE.contains(&name.as_str())) => {
                    folders.push(path)
                }
                Ok(kind) if kind.is_file() => found.push(path),
                _ => {}
            }
        }
    }
    found
}

/// The files whose names end so.
pub fn files_ending(ending: &str) -> impl Iterator<Item = &'static String> {
    files().iter().filter(move |file| file.ends_with(ending))
}

/// The text of a file of the checkout; nothing when it is not text, or when somebody has just removed it.
pub fn text(file: &str) -> Option<String> {
    std::fs::read(root().join(file)).ok().and_then(|bytes| String::from_utf8(bytes).ok())
}

/// Fails with every problem at once, so that one run shows all there is to mend.
#[track_caller]
pub fn none(problems: &[String], rule: &str) {
    assert!(problems.is_empty(), "{rule}\n  {}\n", problems.join("\n  "));
}
