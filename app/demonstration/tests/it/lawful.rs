use super::{county, dates};

#[test]
fn nothing_happens_after_yesterday_or_out_of_order() {
    for today in dates() {
        let county = county(1, today);
        let yesterday = county.times.yesterday.civil();
        for case in &county.cases {
            let rows = &county.events[case.first_event..case.first_event + case.events];
            assert!(rows.iter().all(|row| row.on <= yesterday));
            assert!(rows.windows(2).all(|pair| pair[0].on <= pair[1].on && pair[0].recorded_at <= pair[1].recorded_at));
            assert!(rows.iter().zip(1..).all(|(row, sequence)| row.sequence == sequence));
        }
    }
}
