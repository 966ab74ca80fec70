//! The key series of the area that the demonstration is calibrated on, and of England, cell by cell.

use crate::published::release;
use std::collections::HashMap;
use strategy_rules::series::{Headline, Published, merge};
use strategy_rules::{Cell, Release};

type Figures = HashMap<(Headline, String), Vec<Published>>;

fn figures() -> Option<Figures> {
    let mut figures = Figures::new();
    for year in Release::ALL {
        for total in &release(year)?.totals {
            for headline in Headline::ALL {
                for (from, kind, measure) in headline.sources() {
                    if (*from, *kind) == (year, total.spec.kind) {
                        let cell = total.cells[total.spec.measure(measure).unwrap()];
                        let figure = Published { year: total.year, cell, release: year };
                        figures.entry((headline, total.place.code.clone())).or_default().push(figure);
                    }
                }
            }
        }
    }
    Some(figures)
}

/// The merged series as text: numbers without needless zeros, a dash where there is no figure.
fn series(figures: &Figures, headline: Headline, place: &str, years: std::ops::RangeInclusive<i16>) -> String {
    let points = merge(figures[&(headline, place.to_owned())].iter().copied());
    let text = |year: i16| match points.iter().find(|point| point.held.year == year).map(|point| point.held.cell) {
        None | Some(Cell::NotApplicable) => "-".to_owned(),
        Some(cell) => cell.number().map_or_else(|| cell.to_string(), |number| number.to_string()),
    };
    years.map(text).collect::<Vec<_>>().join(" ")
}

#[test]
fn plans_in_january_come_out_cell_by_cell() {
    let Some(figures) = figures() else { return };
    let of = |place| series(&figures, Headline::Plans, place, 2010..=2025);
    assert_eq!(
        of("E10000020")
            .split(' ')
            .enumerate()
            .filter(|(n, _)| ![1, 2, 3].contains(n))
            .map(|(_, text)| text)
            .collect::<Vec<_>>()
            .join(" "),
        "4877 4455 4378 4385 4806 5502 6152 6689 7753 8671 8735 10736 12147"
    );
    assert_eq!(
        of("E92000001")
            .split(' ')
            .enumerate()
            .filter(|(n, _)| ![1, 2, 3].contains(n))
            .map(|(_, text)| text)
            .collect::<Vec<_>>()
            .join(" "),
        "228221 237111 240183 256315 287290 319819 353995 390109 430697 473255 517048 576474 638745"
    );
}

#[test]
fn the_process_comes_out_cell_by_cell() {
    let Some(figures) = figures() else { return };
    use Headline as H;
    for (headline, place, expected) in [
        (H::Requests, "E10000020", "- 911 1015 1054 1267 1020 1456 2093 2444 2562"),
        (H::Requests, "E92000001", "- 55235 64555 72423 82329 75951 93302 114482 138242 154489"),
        (H::Refused, "E10000020", "289 363 238 299 328 119 132 310 430 333"),
        (H::NewPlans, "E10000020", "285 501 726 789 655 1253 1032 466 2330 2031"),
        (H::NewPlans, "E92000001", "24654 36094 42162 48907 53899 60097 62180 66706 84428 97747"),
        (H::TimelyExcludingExceptions, "E10000020", "10.5 5.6 7.3 14.1 7.3 20.5 53.5 x 42.6 56.3"),
        (H::TimelyExcludingExceptions, "E92000001", "59.2 58.6 64.9 60.1 60.4 58 59.9 49.2 50.3 46.4"),
        (H::Timely, "E10000020", "10.5 5.8 9.2 12.4 8.2 20.5 53.6 x 42.2 55.7"),
        (H::Timely, "E92000001", "54.6 55.7 61.3 58 58.7 55.6 57.9 47.7 49.1 45.9"),
        (H::Appeals, "E10000020", "36 48 78 118 174 197 239 259 360 532"),
        (H::AppealRate, "E10000020", "0.8 0.8 1.3 1.8 2.4 2.4 2.7 2.8 3.2 4.2"),
        (H::AppealRate, "E92000001", "1.2 1.3 1.5 1.6 1.8 1.7 1.8 2.3 2.5 3.2"),
    ] {
        assert_eq!(series(&figures, headline, place, 2015..=2024), expected, "{headline:?} {place}");
    }
    assert_eq!(series(&figures, H::OverAYear, "E10000020", 2023..=2024), "14.1 3.7");
    assert_eq!(series(&figures, H::OverAYear, "E92000001", 2023..=2024), "5.1 7.2");
    assert_eq!(series(&figures, H::Ceased, "E10000020", 2022..=2024), "1120 478 665");
    assert_eq!(series(&figures, H::PersonalBudgets, "E10000020", 2022..=2023), "1239 77");
}

#[test]
fn figures_that_both_releases_publish_agree_or_show_the_revision() {
    let Some(figures) = figures() else { return };
    let mut revised = Vec::new();
    for headline in Headline::ALL {
        for place in ["E10000020", "E92000001"] {
            for point in merge(figures[&(headline, place.to_owned())].iter().copied()) {
                if let Some(earlier) = point.revised_from {
                    revised.push(format!(
                        "{headline:?} {place} {}: {} was {}",
                        point.held.year, point.held.cell, earlier.cell
                    ));
                }
            }
        }
    }
    insta::assert_snapshot!(revised.join("\n"), @"");
}
