//! Every fixture of the npm package against the component of the same name.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use maud::{PreEscaped, Render};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::dom::outline;

#[derive(Deserialize)]
struct File {
    component: String,
    fixtures: Vec<Fixture>,
}

#[derive(Deserialize)]
struct Fixture {
    name: String,
    options: Value,
    html: String,
}

fn package() -> PathBuf {
    let package = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../node_modules/govuk-frontend/dist/govuk");
    assert!(package.is_dir(), "node_modules/govuk-frontend is missing: run `npm ci` in the root of the repository");
    package
}

fn files() -> Vec<File> {
    let mut folders: Vec<_> = fs::read_dir(package().join("components")).unwrap().map(|e| e.unwrap().path()).collect();
    folders.sort();
    let texts = folders.iter().filter_map(|folder| fs::read_to_string(folder.join("fixtures.json")).ok());
    texts.map(|text| serde_json::from_str(&text).unwrap()).collect()
}

fn markup<T: DeserializeOwned + Render>(options: &Value) -> Result<String, String> {
    let component = serde_json::from_value::<T>(options.clone()).map_err(|error| error.to_string())?;
    Ok(component.render().into_string())
}

/// The crown and the licence's logo are not ours to carry: the test takes them from the package.
fn drawing_in(path: &str, start: &str, end: &str) -> PreEscaped<String> {
    let template = fs::read_to_string(package().join(path)).unwrap();
    let (_, rest) = template.split_once(start).unwrap();
    PreEscaped(rest.split_once(end).unwrap().0.to_owned())
}

fn crown() -> PreEscaped<String> {
    drawing_in("macros/logo.njk", "{%- set _tudorCrown %}", "{%- endset %}")
}

fn header(options: &Value) -> Result<String, String> {
    let logotype = drawing_in("macros/logo.njk", "{%- set _logotype %}", "{%- endset %}");
    let header: govuk::Header = serde_json::from_value(options.clone()).map_err(|error| error.to_string())?;
    let artwork = PreEscaped(crown().0 + &logotype.0);
    Ok(govuk::Header { artwork, ..header }.render().into_string())
}

fn footer(options: &Value) -> Result<String, String> {
    let footer: govuk::Footer = serde_json::from_value(options.clone()).map_err(|error| error.to_string())?;
    let shapes = drawing_in("components/footer/template.njk", "<svg", "</svg>");
    let licence_logo = PreEscaped(format!("<svg{}</svg>", shapes.0));
    Ok(govuk::Footer { crown: crown(), licence_logo, ..footer }.render().into_string())
}

fn rendered(component: &str, options: &Value) -> Result<String, String> {
    match component {
        "accordion" => markup::<govuk::Accordion>(options),
        "back-link" => markup::<govuk::BackLink>(options),
        "breadcrumbs" => markup::<govuk::Breadcrumbs>(options),
        "button" => markup::<govuk::Button>(options),
        "character-count" => markup::<govuk::CharacterCount>(options),
        "checkboxes" => markup::<govuk::Checkboxes>(options),
        "cookie-banner" => markup::<govuk::CookieBanner>(options),
        "date-input" => markup::<govuk::DateInput>(options),
        "details" => markup::<govuk::Details>(options),
        "error-message" => markup::<govuk::ErrorMessage>(options),
        "error-summary" => markup::<govuk::ErrorSummary>(options),
        "exit-this-page" => markup::<govuk::ExitThisPage>(options),
        "feedback" => markup::<govuk::Feedback>(options),
        "fieldset" => markup::<govuk::Fieldset>(options),
        "file-upload" => markup::<govuk::FileUpload>(options),
        "footer" => footer(options),
        "generic-header" => markup::<govuk::GenericHeader>(options),
        "header" => header(options),
        "hint" => markup::<govuk::Hint>(options),
        "input" => markup::<govuk::Input>(options),
        "inset-text" => markup::<govuk::InsetText>(options),
        "label" => markup::<govuk::Label>(options),
        "language-navigation" => markup::<govuk::LanguageNavigation>(options),
        "notification-banner" => markup::<govuk::NotificationBanner>(options),
        "pagination" => markup::<govuk::Pagination>(options),
        "panel" => markup::<govuk::Panel>(options),
        "password-input" => markup::<govuk::PasswordInput>(options),
        "phase-banner" => markup::<govuk::PhaseBanner>(options),
        "radios" => markup::<govuk::Radios>(options),
        "select" => markup::<govuk::Select>(options),
        "service-navigation" => markup::<govuk::ServiceNavigation>(options),
        "skip-link" => markup::<govuk::SkipLink>(options),
        "summary-list" => markup::<govuk::SummaryList>(options),
        "table" => markup::<govuk::Table>(options),
        "tabs" => markup::<govuk::Tabs>(options),
        "tag" => markup::<govuk::Tag>(options),
        "task-list" => markup::<govuk::TaskList>(options),
        "textarea" => markup::<govuk::Textarea>(options),
        "warning-text" => markup::<govuk::WarningText>(options),
        other => Err(format!("no component is called {other}")),
    }
}

fn fault(component: &str, fixture: &Fixture) -> Option<String> {
    let expected = outline(&fixture.html);
    let actual = match rendered(component, &fixture.options) {
        Ok(html) => outline(&html),
        Err(sentence) => return Some(sentence),
    };
    if actual == expected {
        return None;
    }
    let line = actual.iter().zip(&expected).position(|(a, e)| a != e).unwrap_or(actual.len().min(expected.len()));
    let at = |lines: &[String]| lines.get(line).map_or("(nothing)".to_owned(), |line| line.trim().to_owned());
    Some(format!("expected {}\n         but got  {}", at(&expected), at(&actual)))
}

#[test]
fn every_fixture_is_equal() {
    let (mut equal, mut all, mut faults) = (0, 0, Vec::new());
    for File { component, fixtures } in files() {
        for fixture in &fixtures {
            all += 1;
            match fault(&component, fixture) {
                None => equal += 1,
                Some(fault) => faults.push(format!("{component} · {}: {fault}", fixture.name)),
            }
        }
    }
    // Not `println!`, which a passing test would swallow.
    let _ = writeln!(std::io::stderr(), "{equal} of {all} fixtures equal");
    assert!(faults.is_empty(), "{equal} of {all} fixtures equal; the others:\n{}", faults.join("\n"));
    assert_eq!(all, 725, "govuk-frontend 6.6.0 has 725 fixtures");
}
