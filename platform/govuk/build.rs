//! Takes what the pages need out of the npm package `govuk-frontend`: nothing of it is kept in the repository.

#[path = "build/artwork.rs"]
mod artwork;
#[path = "build/bundle.rs"]
mod bundle;
#[path = "build/stylesheet.rs"]
mod stylesheet;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), String> {
    let crate_folder =
        PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or("cargo did not name the crate's folder.")?);
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo did not name a folder for the output.")?);
    let package = crate_folder.join("../../node_modules/govuk-frontend");
    for watched in [
        "build.rs",
        "build",
        "src/assets",
        "../charts/src/charts.css",
        "../../node_modules/govuk-frontend/package.json",
    ] {
        println!("cargo::rerun-if-changed={watched}");
    }
    if !package.join("package.json").is_file() {
        return Err(
            "The npm package govuk-frontend is missing: run `npm ci` first (or ./run, which does so).".to_owned()
        );
    }
    write(&out.join("artwork.rs"), artwork::module(&package)?.as_bytes())?;
    bundle::write_all(&crate_folder, &package, &out)
}

/// Reads a text file, with a sentence when it cannot.
fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path)
        .map_err(|error| format!("{} cannot be read ({error}): run `npm ci` again.", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|error| format!("{} cannot be written: {error}.", path.display()))
}
