//! Money is a whole number of pence. A fraction of a penny never adds up.

use crate::repository::{files_ending, none, text};

/// Names that can only be an amount of money.
const MONEY: &[&str] = &["pence", "pounds", "sterling", "gbp"];

#[test]
fn money_is_whole_pence() {
    let mut problems = Vec::new();
    // This file's own examples of what is wrong are not meant.
    for file in files_ending(".rs").filter(|file| !file.ends_with("house/money.rs")) {
        for (number, line) in text(file).unwrap_or_default().lines().enumerate() {
            if fractional_money(line) {
                problems.push(format!("{file}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    none(&problems, "Money is an integer number of pence, never a float:");
}

/// Does the line give a name of money a floating type? (`budget_pence: Option<f64>`, `fn total_pounds() -> f32`)
fn fractional_money(line: &str) -> bool {
    let line = line.split("//").next().unwrap_or_default().to_lowercase();
    let mut rest = line.as_str();
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_alphabetic()) {
        let word = &rest[start..];
        let end = word.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(word.len());
        let (name, after) = word.split_at(end);
        let typed = after.strip_prefix(':').or_else(|| after.split_once("->").map(|(_, kind)| kind));
        if name.split('_').any(|part| MONEY.contains(&part))
            && let Some(kind) = typed
        {
            let kind = kind.split([',', ';', '=', '{', ')']).next().unwrap_or_default();
            if kind.contains("f64") || kind.contains("f32") {
                return true;
            }
        }
        rest = after;
    }
    false
}

#[test]
fn the_rule_sees_a_float_of_pence() {
    assert!(fractional_money("    pub budget_pence: f64,"));
    assert!(fractional_money("fn pay(pounds: Option<f32>, on: Date) {"));
    assert!(fractional_money("fn total_pence(&self) -> f64 {"));
    assert!(!fractional_money("    pub budget_pence: i64,"));
    assert!(!fractional_money("fn share(pence: i64, of: f64) -> i64 {"));
    assert!(!fractional_money("    // pence: f64 would be wrong"));
}
