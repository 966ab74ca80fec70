//! The releases that can be read, and how one is recognised.

use crate::files::{FileKind, FileSpec};
use serde::{Deserialize, Serialize};

/// A release of "Education, health and care plans" by the Department for Education.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Release {
    /// Reporting year 2022: caseload January 2010 to 2022, process 2014 to 2021.
    #[serde(rename = "2022")]
    Year2022,
    /// Reporting year 2025: caseload January 2019 to 2025, process 2019 to 2024.
    #[serde(rename = "2025")]
    Year2025,
}

/// Why an archive is not a release that can be read.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum NotARelease {
    /// Nothing in it is known.
    #[error(
        "None of these files belongs to a release of 'Education, health and care plans' that can be read (2022 or 2025). \
         Download the whole release from Explore education statistics and choose the .zip file, or a file from its data folder."
    )]
    NothingKnown,
    /// Files of two releases.
    #[error("The files come from two different releases. Import one release at a time.")]
    Mixed,
}

impl Release {
    /// Every release, the oldest first.
    pub const ALL: [Self; 2] = [Self::Year2022, Self::Year2025];

    /// The release that these file names belong to. Folders before a name make no difference.
    ///
    /// # Errors
    /// [`NotARelease`], when there is none or more than one.
    pub fn recognise<'n>(names: impl IntoIterator<Item = &'n str>) -> Result<Self, NotARelease> {
        let mut found = None;
        for name in names {
            let Some((release, _)) = FileSpec::find_anywhere(name) else { continue };
            match found {
                None => found = Some(release),
                Some(held) if held != release => return Err(NotARelease::Mixed),
                Some(_) => {}
            }
        }
        found.ok_or(NotARelease::NothingKnown)
    }

    /// The reporting year.
    #[must_use]
    pub const fn year(self) -> i16 {
        match self {
            Self::Year2022 => 2022,
            Self::Year2025 => 2025,
        }
    }

    /// The release of this reporting year.
    #[must_use]
    pub fn of_year(year: i16) -> Option<Self> {
        Self::ALL.into_iter().find(|release| release.year() == year)
    }

    /// Its title with publisher, for a caption.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Year2022 => "Department for Education, Education, health and care plans, reporting year 2022",
            Self::Year2025 => "Department for Education, Education, health and care plans, reporting year 2025",
        }
    }

    /// The files it consists of.
    #[must_use]
    pub fn files(self) -> &'static [FileSpec] {
        FileSpec::of(self)
    }

    /// The declared file of a kind.
    #[must_use]
    pub fn file(self, kind: FileKind) -> Option<&'static FileSpec> {
        self.files().iter().find(|spec| spec.kind == kind)
    }
}

impl std::fmt::Display for Release {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.year())
    }
}
