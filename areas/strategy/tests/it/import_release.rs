//! A release from preview to undo.

use crate::migrations;
use crate::small_release::release;
use store::{Store, no_progress};
use strategy::store as held;
use strategy::{ImportError, ImportOptions, Outcome, Source, import_dfe_ehcp, preview_dfe_ehcp, undo};
use strategy_rules::series::Headline;
use testing::at;

const ONE: &str = "2026-11-22T10:00:00Z";
const TWO: &str = "2026-11-22T11:00:00Z";
const THREE: &str = "2026-11-22T12:00:00Z";

fn options(batch: &str, now: &str) -> ImportOptions {
    ImportOptions { batch: batch.to_owned(), by: "Ann Officer".to_owned(), now: at(now) }
}

async fn timeliness(store: &Store, place: &str) -> String {
    let files = held::held_files(store.reader()).await.unwrap();
    let series = held::headline(store.reader(), &files, Headline::TimelyExcludingExceptions, &[place]).await.unwrap();
    let points = series.get(place).cloned().unwrap_or_default();
    points.iter().map(|point| format!("{} {}", point.held.year, point.held.cell)).collect::<Vec<_>>().join(", ")
}

testing::each_database! { with migrations();
    async fn a_preview_stores_nothing(store: Store) {
        let report = preview_dfe_ehcp(&store, &release("56.3")).await.unwrap();
        assert_eq!(report.outcome, Outcome::Previewed { replaces: None });
        assert_eq!((report.rows(), report.accepted(), report.rejected()), (11, 9, 2));
        assert_eq!(report.left_out, ["data-guidance/data-guidance.txt"]);
        assert_eq!(report.missing.len(), 12);
        assert!(held::batches(store.reader(), 9).await.unwrap().is_empty());
        assert!(held::authorities(store.reader()).await.unwrap().is_empty());
        assert_eq!(timeliness(&store, "E10000020").await, "");
    }

    async fn an_import_can_be_read_and_undone(store: Store) {
        let report = import_dfe_ehcp(&store, &release("56.3"), &options("A", ONE), &no_progress).await.unwrap();
        assert_eq!(report.outcome, Outcome::Imported { resumed_files: 0 });
        assert_eq!(timeliness(&store, "E10000020").await, "2022 x, 2023 42.6, 2024 56.3");
        assert_eq!(timeliness(&store, "E92000001").await, "2023 50.3, 2024 46.4");
        let authorities = held::authorities(store.reader()).await.unwrap();
        assert_eq!(authorities.iter().map(|place| (place.name.as_str(), place.number)).collect::<Vec<_>>(), [("Norfolk", Some(926))]);
        let files = held::held_files(store.reader()).await.unwrap();
        let file = files.iter().find(|file| file.kind == strategy_rules::FileKind::Timeliness).unwrap();
        let rows = held::figures(store.reader(), file.id, "Sex", &["E10000020"]).await.unwrap();
        assert_eq!(rows.iter().map(|row| row.part.as_str()).collect::<Vec<_>>(), ["Male"]);
        assert_eq!(held::totals(store.reader(), file.id, 2024).await.unwrap().len(), 2);

        assert_eq!(undo(&store, "A", "Ann Officer", at(TWO)).await.unwrap(), 9);
        assert_eq!(timeliness(&store, "E10000020").await, "");
        assert!(matches!(undo(&store, "A", "Ann Officer", at(TWO)).await, Err(ImportError::AlreadyUndone(_))));
        assert!(matches!(undo(&store, "Z", "Ann Officer", at(TWO)).await, Err(ImportError::NoSuchImport)));
        let changes = store::changes::of_row(store.reader(), "published_batch", "A").await.unwrap();
        assert_eq!(changes.iter().map(|change| change.after.is_some()).collect::<Vec<_>>(), [true, false]);

        let again = import_dfe_ehcp(&store, &release("56.3"), &options("B", THREE), &no_progress).await.unwrap();
        assert_eq!(again.batch.as_deref(), Some("B"));
        assert_eq!(timeliness(&store, "E10000020").await, "2022 x, 2023 42.6, 2024 56.3");
    }

    async fn the_same_file_twice_changes_nothing(store: Store) {
        let first = import_dfe_ehcp(&store, &release("56.3"), &options("A", ONE), &no_progress).await.unwrap();
        let second = import_dfe_ehcp(&store, &release("56.3"), &options("B", TWO), &no_progress).await.unwrap();
        assert_eq!(second.outcome, Outcome::AlreadyImported { at: at(ONE), by: "Ann Officer".to_owned() });
        assert_eq!((second.batch.as_deref(), &second.files), (Some("A"), &first.files));
        assert_eq!(held::batches(store.reader(), 9).await.unwrap().len(), 1);
    }

    async fn a_revised_release_is_shown_until_it_is_undone(store: Store) {
        import_dfe_ehcp(&store, &release("56.3"), &options("A", ONE), &no_progress).await.unwrap();
        let preview = preview_dfe_ehcp(&store, &release("57.0")).await.unwrap();
        assert_eq!(preview.outcome, Outcome::Previewed { replaces: Some("A".to_owned()) });
        import_dfe_ehcp(&store, &release("57.0"), &options("B", TWO), &no_progress).await.unwrap();
        assert!(timeliness(&store, "E10000020").await.ends_with("2024 57.0"));
        undo(&store, "B", "Ann Officer", at(THREE)).await.unwrap();
        assert!(timeliness(&store, "E10000020").await.ends_with("2024 56.3"));
    }

    async fn an_interrupted_import_goes_on_where_it_stopped(store: Store) {
        // As a stopped process leaves it: the batch loading, one file complete, one not.
        import_dfe_ehcp(&store, &release("56.3"), &options("A", ONE), &no_progress).await.unwrap();
        let tx = store.begin().await.unwrap();
        for text in [
            "UPDATE published_batch SET state = 'loading', ready_at = NULL",
            "UPDATE published_file SET complete = $1 WHERE kind = 'caseload'",
        ] {
            let sql = store::Sql::new(text);
            let sql = if text.contains("$1") { sql.bind(false) } else { sql };
            sql.execute(&tx).await.unwrap();
        }
        tx.commit().await.unwrap();
        assert_eq!(timeliness(&store, "E10000020").await, "");
        let report = import_dfe_ehcp(&store, &release("56.3"), &options("B", TWO), &no_progress).await.unwrap();
        assert_eq!(report.outcome, Outcome::Imported { resumed_files: 1 });
        assert_eq!((report.batch.as_deref(), report.accepted()), (Some("A"), 9));
        assert!(timeliness(&store, "E10000020").await.ends_with("2024 56.3"));
    }

    async fn what_is_no_release_is_refused_with_a_sentence(store: Store) {
        let refused = async |name: &str, bytes: &[u8]| {
            preview_dfe_ehcp(&store, &Source::from_bytes(name, bytes.to_vec())).await.unwrap_err().to_string()
        };
        assert!(refused("holiday.csv", b"a,b\n1,2\n").await.starts_with("None of these files belongs to a release"));
        assert!(refused("caseload.csv", b"a,b\n1,2\n").await.contains("no column called 'time_period'"));
        assert!(refused("caseload.csv", b"").await.contains("The file is empty"));
        assert!(refused("caseload.csv", b"PK\x03\x04rubbish").await.contains("damaged"));
    }
}

#[test]
fn the_account_can_be_read_by_a_person() {
    testing::databases::on_sqlite(&migrations(), |store: store::Store| async move {
        let report = import_dfe_ehcp(&store, &release("56.3"), &options("A", ONE), &no_progress).await.unwrap();
        let text = report.to_string();
        let shown: Vec<_> = text.lines().filter(|line| !line.contains("belongs to the release")).collect();
        insta::assert_snapshot!(shown.join("\n"), @r"
        Imported release.zip.
        Department for Education, Education, health and care plans, reporting year 2025
        timeliness_20_week.csv: 8 rows: 6 accepted, 2 rejected
          1 rejected: neither a number nor a known code
          1 rejected: wrong number of values
          codes kept as values: x 54
            Line 8, plans_issued_den, ‘about 900’: The value is neither a number nor a known code.
            Line 9, ‘2024,Calendar year,cut off’: The row has 3 values, but the header has 26.
        caseload.csv: 3 rows: 3 accepted, 0 rejected
          codes kept as values: x 141
        data-guidance/data-guidance.txt: left out, since it holds no figures
        In all 11 rows: 9 accepted, 2 rejected.
        Number of the import, for undoing it: A
        ");
    });
}
