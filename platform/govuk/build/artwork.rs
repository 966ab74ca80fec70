//! Cuts the arrows out of the package's templates.

use std::fmt::Write as _;
use std::path::Path;

/// The source of a module with one constant per drawing.
pub fn module(package: &Path) -> Result<String, String> {
    let mut module = String::new();
    for (name, component, nth) in
        [("START_ARROW", "button", 0), ("PREVIOUS_ARROW", "pagination", 0), ("NEXT_ARROW", "pagination", 1)]
    {
        let template = crate::read(&package.join(format!("dist/govuk/components/{component}/template.njk")))?;
        let drawing = drawings(&template)
            .nth(nth)
            .ok_or_else(|| format!("The arrow of the {component} is not where it was in govuk-frontend 6.6.0."))?;
        let _ = writeln!(module, "pub(crate) const {name}: &str = {drawing:?};");
    }
    Ok(module)
}

fn drawings(template: &str) -> impl Iterator<Item = &str> {
    template.match_indices("<svg").filter_map(|(start, _)| {
        let rest = &template[start..];
        rest.find("</svg>").map(|end| &rest[..end + "</svg>".len()])
    })
}
