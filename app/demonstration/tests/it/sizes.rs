use super::dates;
use demonstration::{County, Settings, margins};

#[test]
fn a_village_and_a_small_town_come_out_too() {
    for people in [200, 2_000, 12_000] {
        for today in dates() {
            let county = County::make(Settings::new(today).with_people(people));
            let plans = county.settings.scaled(12_147);
            let made = &margins(&county).0[0];
            assert!((made.made - f64::from(plans)).abs() <= 1.0, "{people}: {made:?}");
            assert!(!county.events.is_empty() && !county.cast().is_empty());
        }
    }
}

#[test]
#[ignore = "makes ten counties: half a minute and some gigabytes"]
fn ten_counties_come_out_too() {
    let county = County::make(Settings::new(dates()[0]).with_people(2_430_000));
    println!("{}", county.calibration_report());
    assert!(margins(&county).0.iter().all(demonstration::Margin::holds));
}

#[test]
#[ignore = "measures, on one thread; only an optimised build tells anything"]
fn how_long_it_takes() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let settings = Settings::new(dates()[0]);
    pool.install(|| {
        let started = std::time::Instant::now();
        let county = County::make_telling(settings, &mut |step| {
            println!("{:>6} ms  {}", started.elapsed().as_millis(), step.words());
        });
        println!(
            "{:>6} ms  {} people, {} events",
            started.elapsed().as_millis(),
            county.persons.len(),
            county.events.len()
        );
    });
}
