//! Snapshots of small charts, and rules that hold for every chart.

use crate::*;
use proptest::prelude::*;

fn sample(kind: Kind) -> Chart {
    Chart {
        id: "timeliness".into(),
        title: "More plans are on time than before".into(),
        describes: "Plans issued within 20 weeks rose from 7.3% in 2019 to 56.3% in 2024.".into(),
        kind,
        unit: Unit::Percent(1),
        category_name: "Year".into(),
        categories: ["2021", "2022", "2023"].map(String::from).to_vec(),
        highlight: vec![0],
        series: vec![
            Series {
                name: "Norfolk".into(),
                points: vec![Point::Value(53.5), Point::missing("x", "not available"), Point::Value(42.6)],
            },
            Series { name: "England".into(), points: vec![Point::Value(59.9), Point::Value(49.2), Point::Value(50.3)] },
        ],
        breaks: vec![Break { before: 1, note: "The return changed to one record per person.".into() }],
        source: "Department for Education, 2025 release".into(),
    }
}

#[test]
fn line_chart() {
    insta::assert_snapshot!(pretty(&sample(Kind::Line).svg().into_string()), @r##"
    <svg class="wh-chart__picture" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 320" role="img" aria-labelledby="timeliness-title timeliness-desc">
    <title id="timeliness-title">More plans are on time than before</title>
    <desc id="timeliness-desc">Plans issued within 20 weeks rose from 7.3% in 2019 to 56.3% in 2024.</desc>
    <line x1="62" x2="470" y1="284.0" y2="284.0" stroke="#b1b4b6" stroke-width="1">
    </line>
    <text x="54.0" y="289.0" text-anchor="end" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">0%</text>
    <line x1="62" x2="470" y1="199.3" y2="199.3" stroke="#b1b4b6" stroke-width="1">
    </line>
    <text x="54.0" y="204.3" text-anchor="end" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">20%</text>
    <line x1="62" x2="470" y1="114.7" y2="114.7" stroke="#b1b4b6" stroke-width="1">
    </line>
    <text x="54.0" y="119.7" text-anchor="end" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">40%</text>
    <line x1="62" x2="470" y1="30.0" y2="30.0" stroke="#b1b4b6" stroke-width="1">
    </line>
    <text x="54.0" y="35.0" text-anchor="end" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">60%</text>
    <text x="70.0" y="306.0" text-anchor="middle" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">2021</text>
    <text x="266.0" y="306.0" text-anchor="middle" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">2022</text>
    <text x="462.0" y="306.0" text-anchor="middle" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">2023</text>
    <line x1="168.0" x2="168.0" y1="26" y2="284" stroke="#0b0c0c" stroke-width="1.5" stroke-dasharray="5 4">
    </line>
    <text x="168.0" y="20.0" text-anchor="middle" font-family="Arial, sans-serif" font-size="14" font-weight="700" fill="#0b0c0c">A</text>
    <circle cx="70.0" cy="57.5" r="4" fill="#12436D">
    </circle>
    <circle cx="462.0" cy="103.7" r="4" fill="#12436D">
    </circle>
    <text x="266.0" y="278.0" text-anchor="middle" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">x</text>
    <rect x="66.5" y="26.9" width="7" height="7" fill="#28A197">
    </rect>
    <polyline points="266.0,75.7 462.0,71.1" fill="none" stroke="#28A197" stroke-width="3" stroke-dasharray="8 4" stroke-linejoin="round">
    </polyline>
    <rect x="262.5" y="72.2" width="7" height="7" fill="#28A197">
    </rect>
    <rect x="458.5" y="67.6" width="7" height="7" fill="#28A197">
    </rect>
    <rect x="476.5" y="67.6" width="7" height="7" fill="#28A197">
    </rect>
    <text x="490.0" y="76.1" text-anchor="start" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">England</text>
    <circle cx="480.0" cy="103.7" r="4" fill="#12436D">
    </circle>
    <text x="490.0" y="108.7" text-anchor="start" font-family="Arial, sans-serif" font-size="14" font-weight="700" fill="#0b0c0c">Norfolk</text>
    </svg>
    "##);
}

#[test]
fn bar_chart() {
    let mut chart = sample(Kind::Bar);
    chart.series.truncate(1);
    insta::assert_snapshot!(pretty(&chart.svg().into_string()), @r##"
    <svg class="wh-chart__picture" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 102" role="img" aria-labelledby="timeliness-title timeliness-desc">
    <title id="timeliness-title">More plans are on time than before</title>
    <desc id="timeliness-desc">Plans issued within 20 weeks rose from 7.3% in 2019 to 56.3% in 2024.</desc>
    <defs>
    <pattern id="timeliness-fill-1" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="6" height="6" fill="#ffffff">
    </rect>
    <rect width="3" height="6" fill="#28A197">
    </rect>
    </pattern>
    </defs>
    <text x="210.0" y="26.0" text-anchor="end" font-family="Arial, sans-serif" font-size="14" font-weight="700" fill="#0b0c0c">2021</text>
    <rect x="220.0" y="12.0" width="271.1" height="18" fill="#12436D" stroke="#12436D" stroke-width="1.5">
    </rect>
    <text x="499.1" y="26.0" text-anchor="start" font-family="Arial, sans-serif" font-size="14" font-weight="700" fill="#0b0c0c">53.5%</text>
    <text x="210.0" y="56.0" text-anchor="end" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">2022</text>
    <text x="228.0" y="56.0" text-anchor="start" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">x (not available)</text>
    <text x="210.0" y="86.0" text-anchor="end" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">2023</text>
    <rect x="220.0" y="72.0" width="215.8" height="18" fill="url(#timeliness-fill-1)" stroke="#28A197" stroke-width="1.5">
    </rect>
    <text x="443.8" y="86.0" text-anchor="start" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">42.6%</text>
    <line x1="220.0" x2="220.0" y1="6" y2="96" stroke="#0b0c0c" stroke-width="1.5">
    </line>
    </svg>
    "##);
}

#[test]
fn column_chart() {
    insta::assert_snapshot!(pretty(&sample(Kind::Column).svg().into_string()), @r##"
    <svg class="wh-chart__picture" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 372" role="img" aria-labelledby="timeliness-title timeliness-desc">
    <title id="timeliness-title">More plans are on time than before</title>
    <desc id="timeliness-desc">Plans issued within 20 weeks rose from 7.3% in 2019 to 56.3% in 2024.</desc>
    <defs>
    <pattern id="timeliness-fill-1" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="6" height="6" fill="#ffffff">
    </rect>
    <rect width="3" height="6" fill="#28A197">
    </rect>
    </pattern>
    </defs>
    <line x1="62" x2="588" y1="284.0" y2="284.0" stroke="#b1b4b6" stroke-width="1">
    </line>
    <text x="54.0" y="289.0" text-anchor="end" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">0%</text>
    <line x1="62" x2="588" y1="200.7" y2="200.7" stroke="#b1b4b6" stroke-width="1">
    </line>
    <text x="54.0" y="205.7" text-anchor="end" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">20%</text>
    <line x1="62" x2="588" y1="117.3" y2="117.3" stroke="#b1b4b6" stroke-width="1">
    </line>
    <text x="54.0" y="122.3" text-anchor="end" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">40%</text>
    <line x1="62" x2="588" y1="34.0" y2="34.0" stroke="#b1b4b6" stroke-width="1">
    </line>
    <text x="54.0" y="39.0" text-anchor="end" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">60%</text>
    <text x="149.7" y="306.0" text-anchor="middle" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">2021</text>
    <rect x="94.7" y="61.1" width="54.0" height="222.9" fill="#12436D" stroke="#12436D" stroke-width="1.5">
    </rect>
    <text x="121.7" y="56.1" text-anchor="middle" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">53.5%</text>
    <rect x="150.7" y="34.4" width="54.0" height="249.6" fill="url(#timeliness-fill-1)" stroke="#28A197" stroke-width="1.5">
    </rect>
    <text x="177.7" y="29.4" text-anchor="middle" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">59.9%</text>
    <text x="325.0" y="306.0" text-anchor="middle" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">2022</text>
    <text x="297.0" y="278.0" text-anchor="middle" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">x</text>
    <rect x="326.0" y="79.0" width="54.0" height="205.0" fill="url(#timeliness-fill-1)" stroke="#28A197" stroke-width="1.5">
    </rect>
    <text x="353.0" y="74.0" text-anchor="middle" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">49.2%</text>
    <text x="500.3" y="306.0" text-anchor="middle" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">2023</text>
    <rect x="445.3" y="106.5" width="54.0" height="177.5" fill="#12436D" stroke="#12436D" stroke-width="1.5">
    </rect>
    <text x="472.3" y="101.5" text-anchor="middle" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">42.6%</text>
    <rect x="501.3" y="74.4" width="54.0" height="209.6" fill="url(#timeliness-fill-1)" stroke="#28A197" stroke-width="1.5">
    </rect>
    <text x="528.3" y="69.4" text-anchor="middle" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">50.3%</text>
    <line x1="237.3" x2="237.3" y1="22" y2="284" stroke="#0b0c0c" stroke-width="1.5" stroke-dasharray="5 4">
    </line>
    <text x="237.3" y="16.0" text-anchor="middle" font-family="Arial, sans-serif" font-size="14" font-weight="700" fill="#0b0c0c">A</text>
    <line x1="62" x2="588" y1="284.0" y2="284.0" stroke="#0b0c0c" stroke-width="1.5">
    </line>
    <rect x="62" y="320" width="18" height="16" fill="#12436D" stroke="#12436D" stroke-width="1.5">
    </rect>
    <text x="88.0" y="333.0" text-anchor="start" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">Norfolk</text>
    <rect x="62" y="346" width="18" height="16" fill="url(#timeliness-fill-1)" stroke="#28A197" stroke-width="1.5">
    </rect>
    <text x="88.0" y="359.0" text-anchor="start" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">England</text>
    </svg>
    "##);
}

#[test]
fn table_and_notes() {
    let chart = sample(Kind::Line);
    insta::assert_snapshot!(pretty(&chart.notes().into_string()), @r##"
    <ul class="govuk-list govuk-list--bullet wh-chart__notes">
    <li>
    <strong>A</strong> (before 2022): The return changed to one record per person.</li>
    <li>
    <strong>x</strong>: not available</li>
    </ul>
    "##);
    insta::assert_snapshot!(chart.rows().iter().map(|row| row.join(",")).collect::<Vec<_>>().join("\n"), @r"
    Year,Norfolk,England
    2021,53.5,59.9
    2022,x,49.2
    2023,42.6,50.3
    ");
    assert!(chart.table().into_string().contains("<td class=\"govuk-table__cell govuk-table__cell--numeric\">x</td>"));
}

#[test]
fn rating_is_a_word_with_a_shape() {
    for (rag, shape) in [(Rag::Green, "<circle"), (Rag::Amber, "<polygon"), (Rag::Red, "<rect")] {
        let html = rag.mark("On time").into_string();
        assert!(html.contains(shape) && html.contains("On time") && html.contains("aria-hidden=\"true\""));
    }
}

#[test]
fn every_colour_stands_out_from_white() {
    for colour in COLOURS.iter().chain(&[INK, "#00703c", "#b35c00", "#b10e1e"]) {
        assert!(contrast_with_white(colour) >= 3.0, "{colour}: {}", contrast_with_white(colour));
    }
}

fn contrast_with_white(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    1.05 / (0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) + 0.05)
}

fn pretty(html: &str) -> String {
    html.replace("><", ">\n<")
}

fn point() -> impl Strategy<Value = Point> {
    prop_oneof![
        (-1e6..1e6_f64).prop_map(Point::Value),
        Just(Point::Value(f64::NAN)),
        Just(Point::Value(0.0)),
        Just(Point::missing("x", "not available")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_the_numbers_the_markup_is_sound(
        points in proptest::collection::vec(proptest::collection::vec(point(), 0..20), 0..6),
        name in ".{0,20}",
        count in 0..20_usize,
        before in 0..25_usize,
    ) {
        for kind in [Kind::Line, Kind::Bar, Kind::Column] {
            let chart = Chart {
                id: name.clone(),
                title: name.clone(),
                categories: (0..count).map(|n| format!("{n}{name}")).collect(),
                series: points.iter().map(|points| Series { name: name.clone(), points: points.clone() }).collect(),
                breaks: vec![Break { before, note: name.clone() }],
                ..sample(kind)
            };
            let html = chart.figure(Some("/x.csv")).into_string();
            prop_assert!(!html.contains("style="));
            prop_assert!(!html.contains("NaN") && !html.contains("inf"));
            prop_assert_eq!(html.matches("<title").count(), 1);
            prop_assert_eq!(chart.rows().len(), count + 1);
        }
    }
}
