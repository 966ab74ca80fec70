//! Nurseries, schools and colleges, now and before.

use govuk::Table;
use maud::{Markup, html};

use super::View;
use crate::words;

impl View {
    pub(super) fn schools(&self) -> Markup {
        let mut table =
            Table::new("Times on a roll").caption_size("s").row_headings().head(["Where", "When", "Support and need"]);
        for enrolment in self.enrolments.iter().rev() {
            let need =
                enrolment.primary_need.map_or_else(String::new, |need| format!(": {}", need.words().to_lowercase()));
            table = table.row([
                self.organisation(enrolment.setting),
                words::period(enrolment.period),
                format!("{}{need}", enrolment.provision.words()),
            ]);
        }
        html! {
            h2 class="govuk-heading-m" id="schools" { "Nursery, school or college" }
            @if self.enrolments.is_empty() { p class="govuk-body" { "No school is shown here." } } @else { (table) }
        }
    }
}
