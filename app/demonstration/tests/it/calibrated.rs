use super::{county, dates, usual};
use demonstration::margins;

#[test]
fn every_margin_is_within_two_percent_of_the_published_one() {
    for seed in [1, 2, 7] {
        for today in dates() {
            let made = county(seed, today);
            let failing: Vec<_> = margins(&made).0.into_iter().filter(|margin| !margin.holds()).collect();
            assert!(failing.is_empty(), "seed {seed}, {today}: {failing:#?}");
        }
    }
}

#[test]
fn the_report_fits_on_a_page_and_marks_nothing() {
    let report = usual().calibration_report();
    println!("{report}");
    assert!(report.lines().count() < 110 && !report.contains('!'), "{report}");
}
