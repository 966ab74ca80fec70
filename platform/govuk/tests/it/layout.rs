//! The page template.

use govuk::layout::{Layout, NavItem};
use maud::{Render, html};
use scraper::{Html, Selector};

fn page() -> Layout {
    Layout {
        title: "Cases".into(),
        service_name: "Wherry".into(),
        area_name: "Broadshire".into(),
        navigation: vec![
            NavItem { text: "Today".into(), href: "/today".into(), current: false },
            NavItem { text: "Cases".into(), href: "/cases".into(), current: true },
        ],
        account: Some("Ada Byron".into()),
        csrf_field: html! { input type="hidden" name="csrf" value="token"; },
        breadcrumbs: vec![("Start".into(), "/".into())],
        back: Some("/before".into()),
        banner: Some(html! { "Invented people" }),
        help_line: "01000 000000".into(),
        session_seconds: Some(1800),
        body: html! { h1 class="govuk-heading-l" { "Cases" } },
        ..Layout::default()
    }
}

fn has(html: &str, selector: &str) -> bool {
    Html::parse_document(html).select(&Selector::parse(selector).unwrap()).next().is_some()
}

#[test]
fn a_page_has_all_its_parts() {
    let html = page().render().into_string();
    assert!(html.starts_with("<!DOCTYPE html>"));
    for selector in [
        r#"html[lang="en"].govuk-template"#,
        r#"meta[name="viewport"]"#,
        r##"meta[name="theme-color"][content="#0b4f57"]"##,
        r#"link[rel="stylesheet"][href^="/assets/wherry-"]"#,
        r#"link[rel="icon"][href^="/assets/favicon-"]"#,
        r#"script[type="module"][src^="/assets/wherry-"]"#,
        r#"body[data-session-seconds="1800"] > script:first-child[src^="/assets/early-"]"#,
        r##"a.govuk-skip-link[href="#main-content"]"##,
        r#"header .govuk-generic-header__homepage-link[href="/"] svg[aria-hidden="true"]"#,
        r#"header nav a[href="/cases"][aria-current="true"]"#,
        r#"header form[method="post"][action="/sign-out"] input[name="csrf"][value="token"]"#,
        r#"nav.govuk-breadcrumbs a[href="/"]"#,
        r#"nav[aria-label="Back"] a[href="/before"]"#,
        "main#main-content .govuk-grid-column-two-thirds h1",
        r#"footer a[href="/accessibility"]"#,
    ] {
        assert!(has(&html, selector), "the page has no {selector}");
    }
    assert!(html.contains("Help: </strong>01000 000000"));
}

#[test]
fn nothing_is_inline() {
    let html = page().render().into_string();
    for selector in ["script:not([src])", "style", "[style]", "[onclick]", "[onload]", "iframe"] {
        assert!(!has(&html, selector), "the page has {selector}");
    }
}

#[test]
fn the_title_tells_pages_and_states_apart() {
    assert_eq!(page().full_title(), "Cases – Wherry – Broadshire");
    assert_eq!(Layout { error: true, ..page() }.full_title(), "Error: Cases – Wherry – Broadshire");
    assert_eq!(Layout { area_name: String::new(), ..page() }.full_title(), "Cases – Wherry");
}

#[test]
fn what_is_not_given_is_not_there() {
    let html =
        Layout { title: "Start".into(), service_name: "Wherry".into(), ..Layout::default() }.render().into_string();
    for selector in [".govuk-breadcrumbs", ".govuk-back-link", ".govuk-phase-banner", "[data-session-seconds]", "form"]
    {
        assert!(!has(&html, selector), "the page has {selector}");
    }
    assert!(has(&html, r#"header a[href="/sign-in"]"#));
}

#[test]
fn what_people_write_is_escaped() {
    let nasty = r#"<script>alert("1")</script>"#.to_owned();
    let html = Layout {
        title: nasty.clone(),
        area_name: nasty.clone(),
        account: Some(nasty.clone()),
        help_line: nasty.clone(),
        breadcrumbs: vec![(nasty.clone(), nasty)],
        ..Layout::default()
    };
    assert!(!has(&html.render().into_string(), "script:not([src])"));
}
