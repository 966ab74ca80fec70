//! Two pieces of HTML as trees that can be compared.
//!
//! Attributes are in no order. Runs of white space count as one space, and none counts at the edge of an element or
//! next to a block; between words and inline elements it does count, since a reader would see the difference.

use scraper::{ElementRef, Html, Node};

/// Elements that start and end a line, with those that the design system lays out so.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "circle",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "footer",
    "form",
    "g",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "input",
    "label",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "option",
    "p",
    "path",
    "section",
    "select",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "textarea",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

/// The tree of an HTML fragment, one node a line.
pub fn outline(html: &str) -> Vec<String> {
    let mut lines = Vec::new();
    children(Html::parse_fragment(html).root_element(), 0, &mut lines);
    lines
}

fn children(parent: ElementRef<'_>, depth: usize, lines: &mut Vec<String>) {
    let indent = "  ".repeat(depth);
    for child in parent.children() {
        match child.value() {
            Node::Text(text) => {
                let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
                let inline = |side: Option<&Node>| match side {
                    Some(Node::Element(element)) => !BLOCKS.contains(&element.name()),
                    Some(Node::Text(_)) => true,
                    _ => false,
                };
                let before = inline(child.prev_sibling().map(|node| node.value()));
                let after = inline(child.next_sibling().map(|node| node.value()));
                if words.is_empty() {
                    if before && after {
                        lines.push(format!("{indent}\" \""));
                    }
                    continue;
                }
                if before && text.starts_with(char::is_whitespace) {
                    words.insert(0, ' ');
                }
                if after && text.ends_with(char::is_whitespace) {
                    words.push(' ');
                }
                lines.push(format!("{indent}{words:?}"));
            }
            Node::Element(element) => {
                let mut attributes = element
                    .attrs()
                    .map(|(name, value)| {
                        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
                        format!(" {name}={value:?}")
                    })
                    .collect::<Vec<_>>();
                attributes.sort();
                lines.push(format!("{indent}<{}{}>", element.name(), attributes.concat()));
                if let Some(element) = ElementRef::wrap(child) {
                    children(element, depth + 1, lines);
                }
            }
            _ => {}
        }
    }
}

#[test]
fn a_difference_that_a_reader_would_notice_is_a_difference() {
    let same = |a: &str, b: &str| outline(a) == outline(b);
    assert!(same("<p class='a' id=b>  One\n two </p>", "<p id='b' class=\"a\">One two</p>"));
    assert!(!same("<p><b>One</b> two</p>", "<p><b>One</b>two</p>"), "a space between words");
    assert!(!same("<p>One</p>", "<p>One.</p>"), "a full stop");
    assert!(!same("<a href='/'>One</a>", "<a href='/' hidden>One</a>"), "an attribute");
    assert!(!same("<div><p>One</p></div>", "<p>One</p>"), "an element");
    assert!(!same("<ul><li>One<li>Two</ul>", "<ul><li>Two<li>One</ul>"), "the order");
}
