//! A QR code as inline SVG: no image file, no script, no style attribute, so the strictest content policy lets it through.

use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// The white border that readers need, in modules (ISO/IEC 18004).
const QUIET: usize = 4;

/// The code for a text, or nothing when the text is too long for one. `title` is what a screen reader says.
pub(crate) fn svg(text: &str, title: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let size = width + 2 * QUIET;
    let mut path = String::new();
    for (place, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            write!(path, "M{} {}h1v1h-1z", place % width + QUIET, place / width + QUIET).ok()?;
        }
    }
    let title = title.replace('&', "&amp;").replace('<', "&lt;");
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {size} {size}\" width=\"240\" height=\"240\" \
         shape-rendering=\"crispEdges\"><title>{title}</title><path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/>\
         <path fill=\"#000\" d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::svg;

    #[test]
    fn a_code_is_drawn_with_its_border() {
        let drawn = svg("otpauth://totp/x", "A & B").unwrap();
        assert!(drawn.contains("viewBox=\"0 0 33 33\"") && drawn.contains("<title>A &amp; B</title>"), "{drawn}");
        assert!(drawn.contains("M4 4h1v1h-1z") && !drawn.contains("style"), "the finder starts inside the border");
        assert_eq!(svg(&"x".repeat(5000), ""), None);
    }
}
