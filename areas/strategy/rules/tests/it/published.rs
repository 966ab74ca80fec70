//! The published files: where they are, and reading them from their archive.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::PathBuf;
use std::sync::LazyLock;
use strategy_rules::{Cell, FileSpec, Observation, Place, ReadReport, Release, read_file};
use tables::FileError;

/// The folder of published data: `WHERRY_PUBLIC_DATA`, or `../shared/data` beside the workspace.
fn folder() -> PathBuf {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../../shared/data");
    std::env::var_os("WHERRY_PUBLIC_DATA").map_or_else(|| PathBuf::from(beside), PathBuf::from)
}

/// A published file; `None`, with a line that says what is left out, when it is absent.
pub fn open(path: &str) -> Option<File> {
    let full = folder().join(path);
    File::open(&full).map_err(|_| eprintln!("left out: {} is not there", full.display())).ok()
}

/// A total row, kept for the tests.
pub struct Total {
    pub spec: &'static FileSpec,
    pub place: Place,
    pub year: i16,
    pub cells: Vec<Cell>,
}

/// What one reading of a release found.
pub struct Loaded {
    pub reports: Vec<(&'static FileSpec, ReadReport)>,
    pub totals: Vec<Total>,
    /// Published percentages that did not come out, and how many of each were compared.
    pub wrong: Vec<String>,
    pub compared: BTreeMap<&'static str, u64>,
}

static YEAR_2022: LazyLock<Option<Loaded>> = LazyLock::new(|| load(Release::Year2022));
static YEAR_2025: LazyLock<Option<Loaded>> = LazyLock::new(|| load(Release::Year2025));

/// The release, read once for all tests; `None` when the archive is absent.
pub fn release(release: Release) -> Option<&'static Loaded> {
    match release {
        Release::Year2022 => YEAR_2022.as_ref(),
        Release::Year2025 => YEAR_2025.as_ref(),
    }
}

fn load(release: Release) -> Option<Loaded> {
    let mut archive = zip::ZipArchive::new(open(&format!("dfe/ehcp_{release}.zip"))?).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(Release::recognise(names.iter().map(String::as_str)), Ok(release));
    let mut loaded = Loaded { reports: Vec::new(), totals: Vec::new(), wrong: Vec::new(), compared: BTreeMap::new() };
    for name in names {
        let Some(spec) = FileSpec::find(release, &name) else { continue };
        let file = archive.by_name(&name).unwrap();
        let report = read_file::<FileError>(spec, file, &mut |_: &FileSpec, observation: &Observation<'_>| {
            crate::percentages::compare(spec, observation, &mut loaded.compared, &mut loaded.wrong);
            if observation.total {
                let (place, cells) = (observation.place.clone(), observation.cells.to_vec());
                loaded.totals.push(Total { spec, place, year: observation.period.year, cells });
            }
            Ok(())
        });
        loaded.reports.push((spec, report.unwrap()));
    }
    Some(loaded)
}

/// The whole text of a published file.
pub fn text(path: &str) -> Option<String> {
    let mut text = String::new();
    open(path)?.read_to_string(&mut text).unwrap();
    Some(text)
}
