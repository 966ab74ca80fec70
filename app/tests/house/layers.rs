//! Arrows run downwards only: app → areas → engines, platform.
//!
//! An area never uses another area's shell, only its rules. Rules and engines are pure, which the short list of
//! libraries they may use makes the compiler's business.

use cargo_metadata::{DependencyKind, Package};

use crate::repository::{folder, none, own_crates};

/// What a pure crate may use from elsewhere, none of which can reach a clock, a file, a network or chance.
/// (`ulid` is here as a type; making one from the clock is banned in clippy.toml.)
const PURE: &[&str] = &["jiff", "serde", "serde_json", "thiserror", "ulid"];

/// What a pure crate that reads published files may use besides: bytes in, rows out.
const READING: &[&str] = &["csv", "encoding_rs"];

/// What an engine may use besides: mathematics, and chance from a seed that is passed in.
const MATHEMATICS: &[&str] = &["rand", "rand_chacha", "rand_distr", "rayon", "statrs"];

/// The platform crates that are pure, and so may be used by rules and engines.
const PURE_PLATFORM: &[&str] = &["access", "calendar", "record", "tables"];

#[derive(Clone, Debug, PartialEq, Eq)]
enum Layer {
    App,
    Area(String),
    Rules(String),
    Engine,
    Platform { name: String, pure: bool },
}

impl Layer {
    fn of(folder: &str) -> Option<Self> {
        let parts: Vec<_> = folder.split('/').collect();
        match parts.as_slice() {
            ["app", ..] => Some(Self::App),
            ["areas", area] => Some(Self::Area((*area).to_owned())),
            ["areas", area, "rules"] => Some(Self::Rules((*area).to_owned())),
            ["engines", _] => Some(Self::Engine),
            ["platform", name] => Some(Self::Platform { name: (*name).to_owned(), pure: PURE_PLATFORM.contains(name) }),
            _ => None,
        }
    }

    fn may_use(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::App, _) => true,
            (_, Self::App) => false,
            (Self::Area(_), Self::Area(_)) => false,
            (Self::Area(_), _) => true,
            (Self::Rules(_), Self::Rules(_) | Self::Platform { pure: true, .. }) => true,
            (Self::Rules(_), _) => false,
            (Self::Engine, Self::Engine | Self::Platform { pure: true, .. }) => true,
            (Self::Engine, _) => false,
            (Self::Platform { pure: true, .. }, Self::Platform { pure, .. }) => *pure,
            (Self::Platform { .. }, Self::Platform { .. } | Self::Engine) => true,
            (Self::Platform { .. }, _) => false,
        }
    }

    /// The libraries the layer is held to; nothing where any may be used.
    fn may_take(&self, library: &str) -> bool {
        match self {
            Self::Rules(_) | Self::Platform { pure: true, .. } => PURE.contains(&library) || READING.contains(&library),
            Self::Engine => PURE.contains(&library) || MATHEMATICS.contains(&library),
            Self::App | Self::Area(_) | Self::Platform { .. } => true,
        }
    }
}

fn layer_of(name: &str, own: &[&Package]) -> Option<Layer> {
    own.iter().find(|package| package.name.as_str() == name).and_then(|package| Layer::of(&folder(package)))
}

#[test]
fn every_crate_has_a_place_in_the_picture() {
    let problems: Vec<_> = own_crates()
        .iter()
        .map(|package| folder(package))
        .filter(|folder| Layer::of(folder).is_none())
        .map(|folder| {
            format!("{folder}/ is in none of app/, areas/NAME, areas/NAME/rules, engines/NAME, platform/NAME.")
        })
        .collect();
    none(&problems, "Each crate stands in one layer:");
}

#[test]
fn arrows_run_downwards_only() {
    let own = own_crates();
    let mut problems = Vec::new();
    for package in &own {
        let Some(layer) = Layer::of(&folder(package)) else { continue };
        for used in &package.dependencies {
            let itself = used.name == package.name.as_str();
            // Tests may build people and stores with the testing crate, whatever layer they are in.
            let for_tests = used.kind == DependencyKind::Development && used.name == "testing";
            if let Some(other) = layer_of(&used.name, &own)
                && !(itself || for_tests || layer.may_use(&other))
            {
                problems.push(format!("{} ({layer:?}) uses {} ({other:?}).", package.name, used.name));
            }
        }
    }
    none(&problems, "Arrows run downwards only (ARCHITECTURE.md). Move what is shared down, or wire the two in app/:");
}

#[test]
fn pure_crates_use_only_pure_libraries() {
    let own = own_crates();
    let mut problems = Vec::new();
    for package in &own {
        let Some(layer) = Layer::of(&folder(package)) else { continue };
        for used in &package.dependencies {
            let ours = layer_of(&used.name, &own).is_some();
            if used.kind != DependencyKind::Development && !ours && !layer.may_take(&used.name) {
                problems.push(format!("{} is pure and uses {}.", package.name, used.name));
            }
        }
    }
    none(&problems, "Rules and engines do no input or output, read no clock and throw no dice:");
}

#[test]
fn the_rule_sees_an_arrow_that_runs_the_wrong_way() {
    let layer = |folder| Layer::of(folder).expect("a layer");
    let refused = [
        ("areas/casework", "areas/places"),
        ("areas/casework", "app"),
        ("areas/casework/rules", "areas/casework"),
        ("areas/casework/rules", "platform/store"),
        ("areas/casework/rules", "engines/forecast"),
        ("engines/forecast", "platform/store"),
        ("engines/forecast", "areas/places/rules"),
        ("platform/store", "areas/casework/rules"),
        ("platform/calendar", "platform/store"),
        ("platform/web", "app/demonstration"),
    ];
    for (from, to) in refused {
        assert!(!layer(from).may_use(&layer(to)), "{from} must not use {to}");
    }
    let fine = [
        ("app", "areas/casework"),
        ("app/demonstration", "areas/places/rules"),
        ("areas/casework", "areas/places/rules"),
        ("areas/casework", "engines/forecast"),
        ("areas/casework/rules", "areas/places/rules"),
        ("areas/casework/rules", "platform/calendar"),
        ("engines/forecast", "platform/record"),
        ("platform/web", "platform/govuk"),
    ];
    for (from, to) in fine {
        assert!(layer(from).may_use(&layer(to)), "{from} may use {to}");
    }
    assert!(Layer::of("tools/extra").is_none());
    assert!(!layer("areas/casework/rules").may_take("tokio"));
    assert!(!layer("engines/forecast").may_take("reqwest"));
    assert!(layer("engines/forecast").may_take("rayon"));
}
