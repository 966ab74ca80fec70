//! The establishments extract from preview to undo.

use crate::{ids, migrations, options};
use places::store::settings_by_urn;
use places::{ImportError, Outcome, Source, import_gias, preview_gias, undo};
use places_rules::fixture::{gias_extract, school};
use places_rules::gias::GIAS_COLUMNS;
use record::{EstablishmentStatus, Organisation, Urn};
use std::collections::HashMap;
use store::people::{self, Author};
use store::{Store, no_progress};
use testing::{at, day};

/// An extract of 40 invented schools, with some values replaced.
fn extract(changes: &[(u32, &'static str, &str)]) -> Source {
    let mut writer = tables::CsvWriter::new(Vec::new());
    writer.row(GIAS_COLUMNS).unwrap();
    for number in 0..40 {
        let mut values: HashMap<&'static str, String> = school(number);
        for (_, column, value) in changes.iter().filter(|(of, ..)| *of == number) {
            values.insert(column, (*value).to_owned());
        }
        writer.row(GIAS_COLUMNS.iter().map(|column| values.get(column).map_or("", String::as_str))).unwrap();
    }
    Source::from_bytes("edubasealldata20261101.csv", writer.finish().unwrap())
}

async fn held(store: &Store, number: u32) -> Option<Organisation> {
    let urn = Urn::new(990_000 + number).unwrap();
    settings_by_urn(store.reader(), &[urn]).await.unwrap().remove(&urn)
}

const LATER: [(u32, &str, &str); 4] = [
    (3, "SchoolCapacity", "77"),
    (4, "EstablishmentStatus (code)", "2"),
    (4, "CloseDate", "31-10-2026"),
    (16, "EstablishmentStatus (code)", "1"),
];

testing::each_database! { with migrations();
    async fn settings_come_in_and_are_brought_up_to_date(store: Store) {
        let new_id = ids(1);
        let preview = preview_gias(&store, &extract(&[]), &[]).await.unwrap();
        assert_eq!((preview.outcome, preview.changes.unwrap().new), (Outcome::Previewed, 40));
        assert!(held(&store, 3).await.is_none());

        let first = import_gias(&store, &extract(&[]), &options("A", 9, &new_id), &no_progress).await.unwrap();
        assert_eq!((first.rows.summary.accepted, first.changes.unwrap().new), (40, 40));
        let before = held(&store, 3).await.unwrap();
        assert_eq!(before.active.from, day("2004-09-01"));
        assert_eq!(held(&store, 16).await.unwrap().active.to, Some(day("2022-08-31")));
        assert_eq!(people::settings(store.reader()).await.unwrap().len(), 40);

        let preview = preview_gias(&store, &extract(&LATER), &[]).await.unwrap().changes.unwrap();
        let second = import_gias(&store, &extract(&LATER), &options("B", 10, &new_id), &no_progress).await.unwrap();
        let changes = second.changes.unwrap();
        assert_eq!(preview, changes);
        assert_eq!((changes.changed, changes.closed, changes.reopened, changes.same), (1, 1, 1, 37));
        let after = held(&store, 3).await.unwrap();
        assert_eq!((after.id, after.setting().unwrap().capacity), (before.id, Some(77)));
        assert_eq!(held(&store, 4).await.unwrap().active.to, Some(day("2026-10-31")));
        assert_eq!(held(&store, 16).await.unwrap().active.to, None);
        let log = store::changes::of_row(store.reader(), "organisation", &after.id.to_string()).await.unwrap();
        assert_eq!(log.len(), 1);

        assert!(matches!(undo(&store, "A", "Ann", at("2026-11-22T11:00:00Z")).await, Err(ImportError::NotTheLatest(_))));
        let undone = undo(&store, "B", "Ann", at("2026-11-22T11:00:00Z")).await.unwrap();
        assert_eq!((undone.restored, undone.removed), (3, 0));
        assert_eq!(held(&store, 3).await.unwrap(), before);
        assert_eq!(held(&store, 4).await.unwrap().setting().unwrap().status, EstablishmentStatus::Open);
        let undone = undo(&store, "A", "Ann", at("2026-11-22T12:00:00Z")).await.unwrap();
        assert_eq!((undone.restored, undone.removed), (0, 40));
        assert!(held(&store, 3).await.is_none());
        assert!(matches!(undo(&store, "A", "Ann", at("2026-11-22T12:00:00Z")).await, Err(ImportError::AlreadyUndone(_))));
        assert!(matches!(undo(&store, "Z", "Ann", at("2026-11-22T12:00:00Z")).await, Err(ImportError::NoSuchImport)));
        assert_eq!(places::store::batches(store.reader(), 9).await.unwrap().len(), 2);
    }

    async fn what_people_did_since_is_left_alone_by_undoing(store: Store) {
        let new_id = ids(2);
        import_gias(&store, &extract(&[]), &options("A", 9, &new_id), &no_progress).await.unwrap();
        let mut edited = held(&store, 5).await.unwrap();
        edited.name = "Another name".to_owned();
        let used = held(&store, 6).await.unwrap();
        let tx = store.begin().await.unwrap();
        let author = Author { who: "Bea", at: at("2026-11-22T10:00:00Z") };
        people::save(&tx, &edited, author).await.unwrap();
        let team = record::Team {
            id: record::TeamId::from_parts(1, 1),
            organisation: used.id,
            name: "Inclusion".to_owned(),
            period: record::Period::since(day("2026-09-01")),
        };
        people::save(&tx, &team, author).await.unwrap();
        tx.commit().await.unwrap();
        let undone = undo(&store, "A", "Ann", at("2026-11-22T11:00:00Z")).await.unwrap();
        assert_eq!((undone.removed, undone.changed_since, undone.in_use), (38, 1, 1));
        assert_eq!(held(&store, 5).await.unwrap().name, "Another name");
        assert!(held(&store, 6).await.is_some());
    }

    async fn the_same_extract_twice_changes_nothing(store: Store) {
        let new_id = ids(3);
        let first = import_gias(&store, &extract(&[]), &options("A", 9, &new_id), &no_progress).await.unwrap();
        let second = import_gias(&store, &extract(&[]), &options("B", 10, &new_id), &no_progress).await.unwrap();
        assert!(matches!(second.outcome, Outcome::AlreadyImported { .. }));
        assert_eq!((second.batch.as_deref(), second.rows, second.changes), (Some("A"), first.rows, first.changes));
    }

    async fn only_the_chosen_authorities_come_in(store: Store) {
        let new_id = ids(4);
        let mut chosen = options("A", 9, &new_id);
        chosen.authorities = vec![926];
        let source = extract(&[(3, "LA (code)", "926")]);
        let changes = import_gias(&store, &source, &chosen, &no_progress).await.unwrap().changes.unwrap();
        assert_eq!((changes.new, changes.passed_over), (1, 39));
    }

    async fn the_real_encoding_and_an_archive_are_taken(store: Store) {
        let new_id = ids(5);
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        archive.start_file("edubasealldata20261101.csv", zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut archive, &gias_extract(60)).unwrap();
        let source = Source::from_bytes("extract.zip", archive.finish().unwrap().into_inner());
        let report = import_gias(&store, &source, &options("A", 9, &new_id), &no_progress).await.unwrap();
        assert_eq!(report.rows.encoding, "Windows-1252");
        assert_eq!(report.rows.summary.accepted, 60);
        let found = people::organisations(store.reader(), "setting", "saint andre", None, 50).await.unwrap();
        assert!(!found.is_empty());
    }
}

#[test]
fn the_account_can_be_read_by_a_person() {
    testing::databases::on_sqlite(&migrations(), |store: Store| async move {
        let new_id = ids(6);
        let broken = extract(&[(1, "URN", "12"), (2, "TelephoneNum", "ask"), (7, "TypeOfEstablishment (code)", "99")]);
        let report = import_gias(&store, &broken, &options("A", 9, &new_id), &no_progress).await.unwrap();
        let shown: Vec<String> = report.to_string().lines().map(|line| line.chars().take(110).collect()).collect();
        insta::assert_snapshot!(shown.join("\n"), @r"
        Imported edubasealldata20261101.csv.
        40 rows: 38 accepted, 2 rejected
          1 rejected: not a reference number
          1 rejected: unknown code
          encoding: UTF-8
          1 values left out of rows that were accepted: TelephoneNum makes no sense
            Line 3, URN, ‘12’: “12” is not a school's reference number (URN). It has 6 digits, like 110643.
            Line 9, TypeOfEstablishment (code), ‘99’: “99” is not a code for type of establishment. The codes are 01, 
        Settings: 38 new, 0 changed, 0 closed, 0 reopened, 0 as before
        Number of the import, for undoing it: A
        ");
    });
}
