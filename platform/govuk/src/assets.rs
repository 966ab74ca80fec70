//! Style sheet, script and pictures, embedded in the binary. A name carries the hash of its content, so a browser may
//! keep a file for ever.

/// One file to serve.
#[derive(Clone, Copy, Debug)]
pub struct Asset {
    /// Where to serve it, for example `/assets/wherry-0123456789abcdef.css`.
    pub path: &'static str,
    /// Its media type, with the character set where there is one.
    pub content_type: &'static str,
    /// Its content.
    pub bytes: &'static [u8],
}

mod built {
    use super::Asset;

    include!(concat!(env!("OUT_DIR"), "/assets.rs"));
}

/// Every file to serve.
pub fn all() -> &'static [Asset] {
    &built::ALL
}

/// The file served at this path.
pub fn find(path: &str) -> Option<&'static Asset> {
    all().iter().find(|asset| asset.path == path)
}

/// The style sheet: the design system's rules in Wherry's colours, then Wherry's own, then the charts'.
pub fn css_path() -> &'static str {
    built::CSS.path
}

/// The script, an ES module: the design system's, then Wherry's own.
pub fn js_path() -> &'static str {
    built::JS.path
}

/// The script that runs before the page is painted, a classic one.
pub fn early_js_path() -> &'static str {
    built::EARLY_JS.path
}

/// The logo, an SVG in the colour of the text round it.
pub fn logo_path() -> &'static str {
    built::LOGO.path
}

/// The icon of the browser's tab, an SVG.
pub fn favicon_path() -> &'static str {
    built::FAVICON.path
}

/// The licences of what the style sheet and the script are made from.
pub fn licences_path() -> &'static str {
    built::LICENCES.path
}

/// The logo's drawing, to stand inside a page.
pub(crate) const LOGO_DRAWING: &str = built::LOGO_DRAWING;

/// The colour of the browser's own frame round a page.
pub(crate) const THEME_COLOUR: &str = "#0b4f57";
