//! The calibration on one page: what was published, what was made, how far apart.

use std::fmt::Write;

use crate::county::County;
use crate::margins::margins;

impl County {
    /// The calibration report, as plain text in columns.
    #[must_use]
    pub fn calibration_report(&self) -> String {
        let margins = margins(self);
        let mut text = String::new();
        let _ = writeln!(
            text,
            "Broadshire, {} people under 25, seed {}, shown on {}: calendar {} and {} beside Norfolk, 2024 and January 2025.",
            self.settings.people,
            self.settings.seed,
            self.settings.today,
            self.times.year,
            self.times.count_day.civil(),
        );
        let _ = writeln!(
            text,
            "{} people, {} homes on the grid, {} bodies, {} staff, {} times on a roll, {} cases, {} events.\n",
            self.persons.len(),
            self.homes.len(),
            self.organisations.len(),
            self.staff.len(),
            self.enrolments.len(),
            self.cases.len(),
            self.events.len(),
        );
        let _ = writeln!(text, "{:<66} {:>10} {:>10} {:>8}", "", "published", "made", "differs");
        for margin in &margins.0 {
            let digits = usize::from(margin.percent);
            let mark = if margin.holds() { "" } else { "  !" };
            let _ = writeln!(
                text,
                "{:<66} {:>10.digits$} {:>10.digits$} {:>7.1}%{mark}",
                margin.name,
                margin.published,
                margin.made,
                margin.difference(),
            );
        }
        text
    }
}
