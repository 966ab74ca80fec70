//! Puts style sheet, script and pictures together under names that carry their hash.

use std::fmt::Write as _;
use std::path::Path;

use crate::{read, stylesheet, write};

struct Built {
    constant: &'static str,
    stem: &'static str,
    extension: &'static str,
    content_type: &'static str,
    text: String,
}

/// Writes each file to the output folder, and the module that embeds them all.
pub fn write_all(crate_folder: &Path, package: &Path, out: &Path) -> Result<(), String> {
    let own = |name: &str| read(&crate_folder.join("src/assets").join(name));
    let dist = |name: &str| read(&package.join("dist/govuk").join(name));
    // The charts' own rules live beside the charts; a strict policy wants them in the one style sheet.
    let charts = read(&crate_folder.join("../charts/src/charts.css"))?;
    let css = stylesheet::themed(&dist("govuk-frontend.min.css")?, &[&own("wherry.css")?, &charts])?;
    // One module, one request: the package's script, then ours in a block of its own.
    let js = format!(
        "{}\n{{\n{}}}\n",
        without_source_map(&dist("govuk-frontend.min.js")?),
        without_remarks(&own("wherry.js")?)
    );
    let svg = "image/svg+xml";
    let text = "text/plain; charset=utf-8";
    let script = "text/javascript; charset=utf-8";
    let style = "text/css; charset=utf-8";
    let built = [
        Built { constant: "CSS", stem: "wherry", extension: "css", content_type: style, text: css },
        Built { constant: "JS", stem: "wherry", extension: "js", content_type: script, text: js },
        Built {
            constant: "EARLY_JS",
            stem: "early",
            extension: "js",
            content_type: script,
            text: without_remarks(&own("early.js")?),
        },
        Built { constant: "LOGO", stem: "logo", extension: "svg", content_type: svg, text: own("logo.svg")? },
        Built { constant: "FAVICON", stem: "favicon", extension: "svg", content_type: svg, text: own("favicon.svg")? },
        Built {
            constant: "LICENCES",
            stem: "licences",
            extension: "txt",
            content_type: text,
            text: own("licences.txt")?,
        },
    ];
    let mut module = String::new();
    for Built { constant, stem, extension, content_type, text } in &built {
        let name = format!("{stem}-{:016x}.{extension}", hash(text.as_bytes()));
        let file = out.join(format!("{stem}.{extension}"));
        write(&file, text.as_bytes())?;
        let _ = writeln!(
            module,
            "pub(crate) static {constant}: Asset = Asset {{ path: \"/assets/{name}\", content_type: {content_type:?}, \
             bytes: include_bytes!({file:?}) }};"
        );
    }
    let names = built.iter().map(|asset| asset.constant).collect::<Vec<_>>().join(", ");
    let _ = writeln!(module, "pub(crate) static ALL: [Asset; {}] = [{names}];", built.len());
    let _ = writeln!(module, "pub(crate) const LOGO_DRAWING: &str = include_str!({:?});", out.join("logo.svg"));
    write(&out.join("assets.rs"), module.as_bytes())
}

fn without_source_map(script: &str) -> &str {
    script.rfind("//# sourceMappingURL=").map_or(script, |start| &script[..start])
}

/// Our own scripts say what they do on lines of their own, which need not travel.
fn without_remarks(script: &str) -> String {
    script.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| line.to_owned() + "\n").collect()
}

/// FNV-1a, 64 bits: it only has to differ when the content does.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
