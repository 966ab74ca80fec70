//! Directories in each of their shapes.

use super::*;
use proptest::prelude::*;

fn read_all(text: &str) -> (Vec<PostcodeEntry>, RegisterReport) {
    let mut entries = Vec::new();
    let report = read::<FileError>(text.as_bytes(), &mut |entry| {
        entries.push(entry);
        Ok(())
    });
    (entries, report.unwrap())
}

#[test]
fn a_plain_file_is_read() {
    let (entries, report) =
        read_all("postcode,lad_code,easting,northing,lat,lon\nCB6 1EH,E07000146,558563,292514,52.50746,0.33489\n");
    assert_eq!(report.summary.accepted, 1);
    let entry = &entries[0];
    assert_eq!(entry.district.map(|code| code.to_string()).as_deref(), Some("E07000146"));
    assert_eq!((entry.easting, entry.northing), (Some(558_563), Some(292_514)));
    assert_eq!((entry.latitude, entry.longitude), (Some(52_507_460), Some(334_890)));
}

#[test]
fn the_national_directory_is_read_in_its_own_columns() {
    let (entries, report) = read_all(
        "pcd,pcd2,pcds,dointr,doterm,oscty,oslaua,oseast1m,osnrth1m,lsoa11,lsoa21,lat,long\n\
         NR1 1AA,NR1  1AA,NR1 1AA,198001,201412,E10000020,E07000148,623000,308000,E01026832,E01026833,52.62,-1.3\n\
         IM1 1AA,IM1  1AA,IM1 1AA,198001,,M99999999,M99999999,,,,,99.999999,0.000000\n",
    );
    assert_eq!((report.summary.accepted, report.notes.len()), (2, 0), "{report}");
    assert_eq!(entries[0].ended_on, Some(jiff::civil::date(2014, 12, 1)));
    assert_eq!(entries[0].small_area.as_deref(), Some("E01026833"));
    assert_eq!(entries[0].longitude, Some(-1_300_000));
    assert_eq!((entries[1].latitude, entries[1].longitude, entries[1].easting), (None, None, None));
}

#[test]
fn columns_that_carry_a_year_are_found() {
    let (entries, _) = read_all("PCD7,LAD24CD,lad25cd,East1m,North1m\nNR1 1AA,E07000001,E07000148,623000,308000\n");
    assert_eq!(entries[0].district.map(|code| code.to_string()).as_deref(), Some("E07000148"));
    assert_eq!(entries[0].easting, Some(623_000));
}

#[test]
fn what_is_wrong_is_said() {
    let (entries, report) = read_all(
        "postcode,lad_code,easting,northing,lat,lon\n\
         NOT ONE,E07000146,1,2,52,0\n\
         NR1 1AA,Norwich,9999999,x,152,0\n\
         nr11aa,E07000148,1,2,52,0\n",
    );
    assert_eq!(entries.len(), 1);
    insta::assert_snapshot!(report, @r"
    3 rows: 1 accepted, 2 rejected
      1 rejected: not a postcode
      1 rejected: the same postcode twice
      encoding: plain ASCII
      1 values left out of rows that were accepted: district code makes no sense
      1 values left out of rows that were accepted: easting makes no sense
      1 values left out of rows that were accepted: latitude makes no sense
      1 values left out of rows that were accepted: northing makes no sense
    ");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_values_are_read_without_a_panic(values in proptest::collection::vec(".{0,12}", 6)) {
        let mut writer = tables::CsvWriter::new(Vec::new());
        writer.row(["postcode", "lad_code", "easting", "northing", "lat", "lon"]).unwrap();
        writer.row(&values).unwrap();
        let text = String::from_utf8(writer.finish().unwrap()).unwrap();
        let (entries, report) = read_all(&text);
        prop_assert_eq!(entries.len() as u64, report.summary.accepted);
    }
}
