//! `docs/law.md` is made here from the rules and from the tests' own names: rule → citation → function → tests.

use std::fmt::Write;

use casework_rules::law::{CFA_2014, Rule};

use crate::generated::hold;

const TEST_FILES: &[(&str, &str)] = &[
    ("each_rule", include_str!("each_rule.rs")),
    ("vectors", include_str!("vectors.rs")),
    ("rulings", include_str!("rulings.rs")),
    ("journey", include_str!("journey.rs")),
    ("clock_json", include_str!("clock_json.rs")),
];

/// Every test that bears on a rule: named after it, or naming it.
fn tests_of(rule: &Rule) -> Vec<String> {
    let variant = format!("RuleId::{:?}", rule.id);
    let own = rule.id.as_str().to_lowercase().replace('-', "_");
    let mut found = Vec::new();
    for (file, text) in TEST_FILES {
        for line in text.lines() {
            // The tables of `each_rule.rs`: `req_03: Req03, …`.
            if let Some(name) = line.trim().split(':').next().filter(|name| line.contains(": ") && is_named(name, &own))
            {
                found.push(format!("{file}::{name}"));
            }
        }
        for body in text.split("#[test]\n").skip(1) {
            let body = body.split("\n}\n").next().unwrap_or(body);
            let Some(name) = body.split("fn ").nth(1).and_then(|rest| rest.split('(').next()) else { continue };
            if is_named(name, &own) || names(body, &variant) || body.contains(&format!("\"{}\"", rule.id)) {
                found.push(format!("{file}::{name}"));
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

fn is_named(name: &str, own: &str) -> bool {
    name == own || name.strip_prefix(own).is_some_and(|rest| rest.starts_with('_'))
}

fn names(body: &str, variant: &str) -> bool {
    body.match_indices(variant)
        .any(|(place, _)| !body[place + variant.len()..].starts_with(|next: char| next.is_ascii_digit()))
}

#[test]
fn every_rule_has_a_test_under_its_own_name() {
    for rule in CFA_2014.rules() {
        let own = rule.id.as_str().to_lowercase().replace('-', "_");
        let named = tests_of(rule).iter().any(|test| test.split("::").nth(1).is_some_and(|name| is_named(name, &own)));
        assert!(named, "{} has no test named {own}…", rule.id);
    }
}

#[test]
fn docs_law_is_up_to_date() {
    let mut page = String::from(PREFACE);
    let open = CFA_2014.rules().filter(|rule| !rule.confirmed()).count();
    writeln!(page, "{} rules; {open} of them are **to be confirmed** against legislation.gov.uk and are never shown as settled law.\n", CFA_2014.rules().count()).unwrap();
    writeln!(
        page,
        "Regime `{}`: {}. In force from {}. Rules as checked {}.\n",
        CFA_2014.id, CFA_2014.name, CFA_2014.effective_from, CFA_2014.version
    )
    .unwrap();
    for area in CFA_2014.areas {
        let Some(first) = area.first() else { continue };
        writeln!(page, "## {}\n\nIn `areas/casework/rules/src/{}`.\n", first.area.name(), first.area.file()).unwrap();
        for rule in *area {
            writeln!(page, "{}", entry(rule)).unwrap();
        }
    }
    hold("docs/law.md", page.trim_end());
}

fn entry(rule: &Rule) -> String {
    let mut text = String::new();
    let confirm = if rule.confirmed() { "" } else { " · **to be confirmed**" };
    writeln!(text, "### {} {}{confirm}\n", rule.id, rule.label).unwrap();
    writeln!(text, "When {}, {} must {}.\n", rule.trigger, rule.who.formal(), rule.duty).unwrap();
    let counting = match rule.counting.words() {
        "" => String::new(),
        words => format!(", {words}"),
    };
    writeln!(text, "* Limit: {}{counting}", rule.limit.words()).unwrap();
    writeln!(text, "* Citation: {} ({})", rule.citation, rule.verification.tag()).unwrap();
    writeln!(text, "* Exceptions: {}", rule.exceptions.name()).unwrap();
    if let Some(only_if) = rule.only_if {
        writeln!(text, "* Applies {only_if}").unwrap();
    }
    if let Some(note) = rule.note {
        writeln!(text, "* Note: {note}").unwrap();
    }
    writeln!(text, "* Starts when: {}", moments(rule.started_by.iter())).unwrap();
    if !rule.met_by.is_empty() {
        let verb = if rule.kind == casework_rules::law::Kind::LeastTime { "Cut short when" } else { "Met when" };
        writeln!(text, "* {verb}: {}", moments(rule.met_by.iter())).unwrap();
    }
    writeln!(text, "* Function: `{}`", rule.limit.function(rule.counting)).unwrap();
    let tests: Vec<String> = tests_of(rule).iter().map(|name| format!("`{name}`")).collect();
    writeln!(text, "* Tests: {}", tests.join(", ")).unwrap();
    text
}

fn moments(list: impl Iterator<Item = casework_rules::law::Moment>) -> String {
    list.map(|moment| moment.words()).collect::<Vec<_>>().join("; ")
}

const PREFACE: &str = "# The law, rule by rule

This page is made from the code by a test; do not edit it. To make it again:
`UPDATE_DOCS=1 cargo test -p casework-rules`.

Each rule is dated data (`areas/casework/rules/src/law/`), evaluated by one pure clock (`clock/`) with the counting
functions of `platform/calendar`. The tag after a citation says how far it was checked: V, the statute or official text
was read; S, a reliable secondary source; R, to be confirmed. Law as at July 2026, England.

The clock never pauses. An exception is evidence kept beside a limit; it moves no date. No statutory limit rolls past a
weekend or bank holiday: the work target goes back to the last working day. Only the tribunal's own limits roll forward.

Open questions on counting, each marked in the rules above it touches: the meaning of \"working day\" in each
instrument; whether \"at least 2 weeks\" means clear days; what a month ends on where it has no corresponding date (here,
its last day); the rule numbers of the tribunal's procedure rules; amendments to SI 2014/1530 after 2015.

";
