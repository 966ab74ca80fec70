//! The account of a file, as a page shows it: counts for each file, and every kind of trouble with its rows.

use crate::report::ImportReport;
use charts::grouped;
use govuk::{Details, Table};
use maud::{Markup, html};
use strategy_rules::ReadReport;
use web::Visit;

/// Who acts, as an import keeps it.
pub(super) fn who(visit: &Visit) -> String {
    visit.viewer.as_ref().map_or_else(String::new, |viewer| viewer.name.clone())
}

fn number(count: u64) -> String {
    grouped(i64::try_from(count).unwrap_or(i64::MAX))
}

/// The whole account.
pub(super) fn account(report: &ImportReport) -> Markup {
    html! {
        p class="govuk-body" { (report.release.title()) "." }
        (files(&report.files))
        @if !report.missing.is_empty() {
            p class="govuk-body" { "Belongs to the release, but is not in this file: " (report.missing.join(", ")) "." }
        }
        @if !report.left_out.is_empty() {
            p class="govuk-body" { "Left out, since it holds no figures: " (report.left_out.join(", ")) "." }
        }
    }
}

/// The accounts of the files: one table of counts, then what was found in each.
pub(super) fn files(files: &[ReadReport]) -> Markup {
    let mut table = Table::new("Rows of each file").head(["File", "Rows", "Accepted", "Rejected"]).row_headings();
    for file in files {
        let summary = &file.summary;
        table = table.row([
            file.file.clone(),
            number(summary.rows),
            number(summary.accepted),
            number(summary.rejected_rows()),
        ]);
    }
    html! {
        div class="wh-chart__scroll" tabindex="0" role="region" aria-label="Rows of each file" { (table) }
        @for file in files { @if let Some(found) = found(file) { (Details::new(format!("What was found in {}", file.file), found)) } }
    }
}

fn found(file: &ReadReport) -> Option<Markup> {
    let quiet = file.summary.rejected.is_empty() && file.codes.is_empty() && file.negative.is_empty();
    if quiet && file.corrections.is_empty() && file.unknown_columns.is_empty() {
        return None;
    }
    Some(html! {
        @if !file.summary.rejected.is_empty() {
            p class="govuk-body" { "Rows rejected:" }
            ul class="govuk-list govuk-list--bullet" {
                @for (reason, count) in &file.summary.rejected { li { (number(*count)) ": " (reason) } }
            }
            ul class="govuk-list" { @for error in file.summary.errors.iter().take(50) { li { (error.to_string()) } } }
        }
        ul class="govuk-list govuk-list--bullet" {
            @for (code, count) in &file.codes { li { (number(*count)) " values are \u{201c}" (code) "\u{201d}, kept as such" } }
            @for (measure, count) in &file.negative { li { (number(*count)) " values of " (measure) " are below zero: kept, and flagged" } }
            @for (says, count) in &file.corrections { li { (number(*count)) " corrected: " (says) } }
            @for column in &file.unknown_columns { li { "The column " (column) " is not known and was left out" } }
        }
    })
}
