//! The brand of what is served.

use govuk::assets;

fn css() -> &'static str {
    std::str::from_utf8(assets::find(assets::css_path()).unwrap().bytes).unwrap()
}

fn js() -> &'static str {
    std::str::from_utf8(assets::find(assets::js_path()).unwrap().bytes).unwrap()
}

#[test]
fn nothing_of_gov_uk_alone_is_served() {
    for asset in assets::all() {
        let text = String::from_utf8_lossy(asset.bytes).to_lowercase();
        for word in
            ["gds transport", "@font-face", "1d70b8", "1a65a6", "crest.", "crown-copyright", "govuk-crest", "woff"]
        {
            assert!(!text.contains(word), "{} has {word}", asset.path);
        }
    }
    for word in
        ["crest", "url(", "#0f385c", "#54319f", "#d2e2f1", "govuk-header", "govuk-footer__crown", "sourceMappingURL"]
    {
        assert!(!css().contains(word), "the style sheet has {word}");
    }
    assert!(!js().contains("sourceMappingURL"));
}

#[test]
fn the_style_sheet_keeps_what_pages_need() {
    for rule in [
        ".govuk-button{",
        ".govuk-generic-header{",
        ".govuk-service-navigation{",
        ".govuk-footer__link:focus",
        ".govuk-error-summary{",
        ".wh-timeline",
        ".wh-chart",
        "prefers-reduced-motion",
        "forced-colors",
        "@media print",
        "--wherry-typeface: Arial, sans-serif",
        "font-family:var(--wherry-typeface,arial,sans-serif)",
    ] {
        assert!(css().contains(rule), "the style sheet has lost {rule}");
    }
    assert_eq!(css().matches('{').count(), css().matches('}').count(), "a rule is torn");
    assert!(css().len() > 120_000, "much of the style sheet is gone");
}

#[test]
fn names_carry_the_hash_and_types_are_right() {
    for asset in assets::all() {
        let name = asset.path.strip_prefix("/assets/").unwrap();
        let (stem, extension) = name.rsplit_once('.').unwrap();
        assert_eq!(stem.rsplit_once('-').unwrap().1.len(), 16, "{name}");
        let expected = match extension {
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "svg" => "image/svg+xml",
            _ => "text/plain; charset=utf-8",
        };
        assert_eq!(asset.content_type, expected);
    }
    let named =
        [assets::css_path(), assets::js_path(), assets::early_js_path(), assets::logo_path(), assets::favicon_path()];
    assert!(named.iter().all(|path| assets::find(path).is_some()));
}

/// The colour of a custom property of the style sheet, as the first rule sets it.
fn colour(property: &str) -> [f64; 3] {
    let value = css().split_once(&format!("{property}:")).unwrap().1.split([';', '}']).next().unwrap().trim();
    let digits = value.trim_start_matches('#');
    let digits = if digits.len() == 3 { digits.chars().flat_map(|c| [c, c]).collect() } else { digits.to_owned() };
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&digits[at..at + 2], 16).unwrap()) / 255.0)
}

/// WCAG 2.2 relative luminance.
fn luminance(colour: [f64; 3]) -> f64 {
    let linear = colour.map(|part| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn the_palette_can_be_read() {
    let white = [1.0; 3];
    let surface = colour("--govuk-surface-background-colour");
    for property in [
        "--govuk-brand-colour",
        "--govuk-link-colour",
        "--govuk-link-hover-colour",
        "--govuk-link-visited-colour",
        "--govuk-error-colour",
        "--govuk-secondary-text-colour",
        "--wherry-deep",
        "--wherry-late",
        "--wherry-quiet",
    ] {
        for (name, ground) in [("white", white), ("the surface", surface)] {
            let ratio = contrast(colour(property), ground);
            assert!(ratio >= 4.5, "{property} on {name} has only {ratio:.2}:1");
        }
    }
    let tag = contrast(
        [0x07, 0x3a, 0x41].map(|part: u8| f64::from(part) / 255.0),
        [0xdc, 0xe6, 0xe9].map(|part: u8| f64::from(part) / 255.0),
    );
    assert!(tag >= 4.5, "the plain tag has only {tag:.2}:1");
}

#[test]
fn the_script_asks_for_nothing_a_strict_policy_forbids() {
    for word in ["eval(", "new Function", ".innerHTML", "http://", ".style."] {
        let own = js().rsplit_once("export{").unwrap().1;
        assert!(!own.contains(word), "our script has {word}");
    }
}
