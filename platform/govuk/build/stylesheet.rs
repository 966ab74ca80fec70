//! Turns the package's style sheet into Wherry's: no GDS Transport, no crest, no crown, no GOV.UK blue.

/// What may not be used outside GOV.UK, and what stands in its place. Every text colour here has at least 4.5:1 on
/// white and on the surface; a test measures it.
const REPLACED: [(&str, &str); 8] = [
    ("GDS Transport,arial,sans-serif", "var(--wherry-typeface,arial,sans-serif)"),
    ("#1d70b8", "#0b4f57"), // brand: deep water
    ("#1a65a6", "#0a626d"), // links
    ("#0f385c", "#073a41"), // links under the pointer, text of the plain tag
    ("#54319f", "#6b3a72"), // visited links: plum
    ("#f4f8fb", "#f1f6f5"), // surfaces: mist
    ("#8eb8dc", "#8fb8b5"), // edges of surfaces
    ("#d2e2f1", "#dce6e9"), // the plain tag
];

/// Selectors that start with these belong to GOV.UK's own header and footer, which no page here has.
const LEFT_OUT: [&str; 4] = [".govuk-footer__copyright-logo", ".govuk-footer__crown", ".govuk-header", "@font-face"];

/// What must not be left when all is done.
const FORBIDDEN: [&str; 6] = ["GDS Transport", "@font-face", "crest", "1d70b8", "1a65a6", "url("];

/// The package's rules without what is GOV.UK's alone, then our own.
pub fn themed(package: &str, own: &[&str]) -> Result<String, String> {
    let package = without_comments(package);
    let package = package.trim_start_matches("@charset \"UTF-8\";");
    let mut css = String::from(
        "@charset \"UTF-8\";/*! Made from govuk-frontend 6.6.0 (MIT, Crown copyright, Government Digital Service), changed; \
         licence beside this file as licences.txt */",
    );
    keep(package, &mut css)?;
    for (theirs, ours) in REPLACED {
        css = css.replace(theirs, ours);
    }
    for sheet in own {
        css.push('\n');
        css.extend(
            without_comments(sheet)
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .map(|line| line.to_owned() + "\n"),
        );
    }
    match FORBIDDEN.iter().find(|word| css.contains(**word)) {
        Some(word) => {
            Err(format!("The style sheet still has “{word}”: govuk-frontend has changed; see build/stylesheet.rs."))
        }
        None => Ok(css),
    }
}

/// Copies rules, going into blocks that hold rules, and leaves out those of [`LEFT_OUT`].
fn keep(css: &str, out: &mut String) -> Result<(), String> {
    let mut rest = css;
    while let Some(open) = rest.find(['{', ';']) {
        if rest.as_bytes()[open] == b';' {
            out.push_str(&rest[..=open]);
            rest = &rest[open + 1..];
            continue;
        }
        let close = closing(rest, open)?;
        let (prelude, block) = (rest[..open].trim(), &rest[open + 1..close]);
        let holds_rules =
            prelude.starts_with("@media") || prelude.starts_with("@supports") || prelude.starts_with("@-moz-document");
        if holds_rules {
            let mut inner = String::new();
            keep(block, &mut inner)?;
            if !inner.is_empty() {
                out.push_str(&format!("{prelude}{{{inner}}}"));
            }
        } else {
            let left_out = |selector: &&str| !LEFT_OUT.iter().any(|start| selector.trim().starts_with(start));
            let selectors = prelude.split(',').filter(left_out).collect::<Vec<_>>().join(",");
            if !selectors.is_empty() {
                out.push_str(&format!("{selectors}{{{block}}}"));
            }
        }
        rest = &rest[close + 1..];
    }
    Ok(())
}

/// The brace that closes the one at `open`.
fn closing(css: &str, open: usize) -> Result<usize, String> {
    let mut depth = 0;
    for (at, byte) in css.bytes().enumerate().skip(open) {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return Ok(at),
            b'}' => depth -= 1,
            _ => {}
        }
    }
    Err("The style sheet of govuk-frontend ends in the middle of a rule: run `npm ci` again.".to_owned())
}

fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        out.push_str(&rest[..start]);
        rest = rest[start..].find("*/").map_or("", |end| &rest[start + end + 2..]);
    }
    out.push_str(rest);
    out
}
