//! Every link between the documents leads somewhere: to a file that is there, and to a heading that is in it.

use std::collections::BTreeSet;

use crate::repository::{files_ending, none, root, text};

#[test]
fn every_link_between_documents_leads_somewhere() {
    let mut problems = Vec::new();
    for file in files_ending(".md") {
        for link in links(&text(file).unwrap_or_default()) {
            if let Some(problem) = broken(file, &link) {
                problems.push(format!("{file}: ({link}) {problem}"));
            }
        }
    }
    none(&problems, "Links that lead nowhere:");
}

/// What is wrong with a link of a file, if anything. Links to other sites are not followed.
fn broken(file: &str, link: &str) -> Option<String> {
    if link.contains("://") || link.starts_with("mailto:") {
        return None;
    }
    let (path, heading) = link.split_once('#').map_or((link, None), |(path, heading)| (path, Some(heading)));
    let target = if path.is_empty() { file.to_owned() } else { beside(file, path) };
    if !root().join(&target).exists() {
        return Some(format!("{target} is not there."));
    }
    let heading = heading?;
    let text = text(&target).unwrap_or_default();
    (!anchors(&text).contains(heading)).then(|| format!("{target} has no heading #{heading}."))
}

/// A path as written in a file, made relative to the root.
fn beside(file: &str, path: &str) -> String {
    let mut parts: Vec<_> = file.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

/// The text without code, in which brackets mean something else.
fn prose(text: &str) -> String {
    let mut fenced = false;
    let mut out = String::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            let outside: Vec<_> = line.split('`').step_by(2).collect();
            out.push_str(&outside.join("`"));
            out.push('\n');
        }
    }
    out
}

fn links(text: &str) -> Vec<String> {
    let prose = prose(text);
    let after_brackets = prose.split("](").skip(1);
    after_brackets.filter_map(|rest| rest.split_once(')')).map(|(link, _)| link.trim().to_owned()).collect()
}

/// The anchors that a document's headings make: lower case, letters, digits and hyphens.
fn anchors(text: &str) -> BTreeSet<String> {
    let mut fenced = false;
    let mut found = BTreeSet::new();
    for line in text.lines() {
        fenced ^= line.trim_start().starts_with("```");
        if !fenced && line.starts_with('#') {
            let heading = line.trim_start_matches('#').trim().to_lowercase();
            let kept = heading.chars().filter(|letter| letter.is_alphanumeric() || [' ', '-', '_'].contains(letter));
            found.insert(kept.map(|letter| if letter == ' ' { '-' } else { letter }).collect());
        }
    }
    found
}

#[test]
fn the_rule_sees_a_broken_link() {
    assert_eq!(links("[a](b.md) and `[c](d.md)`\n```\n[e](f.md)\n```\n[g](h.md#i)"), ["b.md", "h.md#i"]);
    assert_eq!(beside("docs/guide/imports.md", "../../README.md"), "README.md");
    assert_eq!(beside("README.md", "./docs/law.md"), "docs/law.md");
    assert!(anchors("# Two words, and `code`\n").contains("two-words-and-code"));
    assert!(broken("README.md", "nothing-of-that-name.md").is_some());
    assert!(broken("README.md", "Cargo.toml").is_none());
}
