//! Where a figure is about: England, a region, or a local authority.

use crate::authorities::current_code;
use serde::{Deserialize, Serialize};

/// What kind of place it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// England.
    National,
    /// A region, or inner or outer London.
    Regional,
    /// A local authority.
    Authority,
}

/// A place, under one code however a release codes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// What kind of place it is.
    pub level: Level,
    /// The code it is kept under: `E92000001`, a region's, or the authority's.
    pub code: String,
    /// The code as published, when it is another one.
    pub published_code: Option<String>,
    /// The Department's number of an authority, such as 926.
    pub number: Option<u16>,
    /// Its name as published.
    pub name: String,
    /// The region it lies in.
    pub region_code: Option<String>,
}

/// The code of England.
pub const ENGLAND: &str = "E92000001";

/// The place columns of a row, as published.
pub(crate) struct PlaceColumns<'t> {
    pub level: &'t str,
    pub country: (&'t str, &'t str),
    pub region: (&'t str, &'t str),
    pub authority_code: &'t str,
    pub authority_number: &'t str,
    pub authority_name: &'t str,
}

impl Place {
    /// England.
    #[must_use]
    pub fn england() -> Self {
        Self {
            level: Level::National,
            code: ENGLAND.to_owned(),
            published_code: None,
            number: None,
            name: "England".to_owned(),
            region_code: None,
        }
    }

    /// Reads the place columns.
    pub(crate) fn read(columns: &PlaceColumns<'_>) -> Result<Self, String> {
        let (level, code, name) = match columns.level {
            "National" => (Level::National, columns.country.0, columns.country.1),
            "Regional" => (Level::Regional, columns.region.0, columns.region.1),
            "Local authority" => (Level::Authority, columns.authority_code, columns.authority_name),
            _ => return Err("The level must be 'National', 'Regional' or 'Local authority'.".to_owned()),
        };
        if code.len() != 9 || !code.starts_with('E') || !code[1..].bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(format!("The code of the place ('{code}') is not one letter E and eight digits."));
        }
        if name.is_empty() {
            return Err("The place has no name.".to_owned());
        }
        let number = match (level, columns.authority_number) {
            (Level::Authority, "") => None,
            (Level::Authority, text) => Some(
                text.parse()
                    .ok()
                    .filter(|n| (1..1000).contains(n))
                    .ok_or("The authority's number is not of three digits.")?,
            ),
            _ => None,
        };
        let kept = current_code(code);
        Ok(Self {
            level,
            code: kept.to_owned(),
            published_code: (kept != code).then(|| code.to_owned()),
            number,
            name: name.to_owned(),
            region_code: (level != Level::National && !columns.region.0.is_empty())
                .then(|| columns.region.0.to_owned()),
        })
    }
}
