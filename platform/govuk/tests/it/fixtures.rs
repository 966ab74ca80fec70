//! Every fixture of the npm package against the component of the same name.

use std::fs;
use std::path::PathBuf;

use maud::Render;
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

fn rendered(component: &str, options: &Value) -> Result<String, String> {
    match component {
        "button" => markup::<govuk::Button>(options),
        "checkboxes" => markup::<govuk::Checkboxes>(options),
        "date-input" => markup::<govuk::DateInput>(options),
        "error-message" => markup::<govuk::ErrorMessage>(options),
        "error-summary" => markup::<govuk::ErrorSummary>(options),
        "fieldset" => markup::<govuk::Fieldset>(options),
        "hint" => markup::<govuk::Hint>(options),
        "input" => markup::<govuk::Input>(options),
        "label" => markup::<govuk::Label>(options),
        "radios" => markup::<govuk::Radios>(options),
        "select" => markup::<govuk::Select>(options),
        "textarea" => markup::<govuk::Textarea>(options),
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
    println!("{equal} of {all} fixtures equal");
    assert!(faults.is_empty(), "{equal} of {all} fixtures equal; the others:\n{}", faults.join("\n"));
    assert_eq!(all, 725, "govuk-frontend 6.6.0 has 725 fixtures");
}
