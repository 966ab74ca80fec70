//! Writes one element with classes and attributes that are only known at run time, which `maud::html!` cannot.

use std::fmt::Write as _;

use maud::{Escaper, Markup, PreEscaped, Render};

use super::attributes::Attributes;

/// An element under construction. End it with [`Element::containing`] or [`Element::void`].
pub(crate) struct Element {
    name: String,
    classes: String,
    rest: String,
}

impl Element {
    pub(crate) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), classes: String::new(), rest: String::new() }
    }

    /// A heading of the level given, held between 1 and 6.
    pub(crate) fn heading(level: u8) -> Self {
        Self::new(&format!("h{}", level.clamp(1, 6)))
    }

    /// Adds classes; the empty text adds none.
    pub(crate) fn class(mut self, classes: &str) -> Self {
        add_class(&mut self.classes, classes);
        self
    }

    /// Adds classes on a condition.
    pub(crate) fn class_if(self, condition: bool, classes: &str) -> Self {
        if condition { self.class(classes) } else { self }
    }

    /// `name="value"`, even when the value is empty.
    pub(crate) fn attribute(mut self, name: &str, value: &str) -> Self {
        write_attribute(&mut self.rest, name, Some(value));
        self
    }

    /// `name="value"`, unless the value is empty.
    pub(crate) fn filled(self, name: &str, value: &str) -> Self {
        if value.is_empty() { self } else { self.attribute(name, value) }
    }

    /// `name="value"`, if there is one.
    pub(crate) fn given(self, name: &str, value: Option<impl ToString>) -> Self {
        match value {
            Some(value) => self.attribute(name, &value.to_string()),
            None => self,
        }
    }

    /// A boolean attribute on a condition.
    pub(crate) fn flag(mut self, name: &str, condition: bool) -> Self {
        if condition {
            write_attribute(&mut self.rest, name, None);
        }
        self
    }

    /// The caller's own attributes.
    pub(crate) fn attributes(mut self, attributes: &Attributes) -> Self {
        for (name, value) in attributes.iter() {
            write_attribute(&mut self.rest, name, value);
        }
        self
    }

    /// Ends the element round its content.
    pub(crate) fn containing(self, content: impl Render) -> Markup {
        let mut out = self.start();
        content.render_to(&mut out);
        let _ = write!(out, "</{}>", self.name);
        PreEscaped(out)
    }

    /// Ends an element that has no content and no closing tag.
    pub(crate) fn void(self) -> Markup {
        PreEscaped(self.start())
    }

    fn start(&self) -> String {
        let mut out = format!("<{}", self.name);
        if !self.classes.is_empty() {
            write_attribute(&mut out, "class", Some(&self.classes));
        }
        out.push_str(&self.rest);
        out.push('>');
        out
    }
}

fn write_attribute(out: &mut String, name: &str, value: Option<&str>) {
    let breaks_out = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '\'' | '<' | '>' | '/' | '=');
    if name.is_empty() || name.contains(breaks_out) {
        return;
    }
    out.push(' ');
    out.push_str(name);
    if let Some(value) = value {
        out.push_str("=\"");
        let _ = Escaper::new(out).write_str(value);
        out.push('"');
    }
}

/// Adds classes to classes; the empty text adds none.
pub(crate) fn add_class(all: &mut String, classes: &str) {
    if !all.is_empty() && !classes.is_empty() {
        all.push(' ');
    }
    all.push_str(classes);
}

/// Classes and classes, either of which may be empty.
pub(crate) fn joined(first: &str, second: &str) -> String {
    let mut all = first.to_owned();
    add_class(&mut all, second);
    all
}
