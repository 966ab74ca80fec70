//! What Wherry builds on the design system.

use govuk::Pagination;
use govuk::kit::{
    AuditStrip, ChartFigure, Column, FilterPanel, IdentityBar, Order, StatutoryDate, Step, Timeline, WorkQueue,
};
use jiff::civil::date;
use maud::{Render, html};

use crate::dom::outline;

#[test]
fn a_statutory_date_is_a_word_and_a_date() {
    let shown = StatutoryDate::due(date(2026, 11, 19), date(2026, 11, 22)).render().into_string();
    assert_eq!(
        outline(&shown),
        outline(
            r#"<span class="wh-date"><strong class="govuk-tag govuk-tag--red">Late by 3 days</strong>
               <time datetime="2026-11-19">19 November 2026</time></span>"#
        )
    );
}

#[test]
fn the_step_going_on_is_marked_in_words_and_for_screen_readers() {
    let shown = Timeline::new("Progress of the request")
        .step(Step::done("You asked", date(2026, 10, 1)))
        .step(Step::late("We decide whether to assess", date(2026, 11, 12)).body("The delay is ours."))
        .step(Step::next("You get our decision", date(2026, 12, 1)))
        .render()
        .into_string();
    assert_eq!(shown.matches(r#"aria-current="step""#).count(), 1);
    for words in ["Done on ", "Was due by ", "Due by ", ">Late<", ">Next<", "The delay is ours."] {
        assert!(shown.contains(words), "{words}");
    }
}

#[test]
fn the_identity_bar_warns_of_a_protected_address() {
    let bar = IdentityBar::new("Ada Byron", Some(date(2015, 12, 10)), "BR-1042").fact("Year group", "Year 5");
    assert!(!bar.clone().protected_address(false).render().into_string().contains("protected"));
    let shown = bar.protected_address(true).render().into_string();
    for words in ["Ada Byron", "10 December 2015", "BR-1042", "Year 5", "Address is protected"] {
        assert!(shown.contains(words), "{words}");
    }
}

#[test]
fn a_queue_sorts_and_turns_pages_by_address() {
    let queue = WorkQueue::new("Cases")
        .column(Column::new("Child").sort("?sort=child", None))
        .column(Column::number("Days").sort("?sort=-days", Some(Order::Ascending)))
        .showing("Showing 1 to 1 of 30 cases")
        .pagination(Pagination::of_pages(1, 30, |page| format!("?page={page}")));
    let full = queue.clone().row([html! { a href="/cases/1" { "Ada" } }, html! { "12" }]).render().into_string();
    for piece in
        [r#"aria-sort="ascending""#, r#"href="?sort=child""#, r#"data-label="Days""#, r#"<th scope="row""#, "?page=30"]
    {
        assert!(full.contains(piece), "{piece}");
    }
    let empty = queue.empty("No cases match.").render().into_string();
    assert!(empty.contains("No cases match.") && !empty.contains("<table"));
}

#[test]
fn a_choice_can_be_taken_back() {
    let panel = FilterPanel::new("/cases")
        .chosen("Late", "/cases?")
        .clear("/cases")
        .fields(html! { "…" })
        .render()
        .into_string();
    assert!(panel.contains("Remove </span>Late") && panel.contains(r#"method="get""#));
}

#[test]
fn a_chart_has_its_table() {
    let figure =
        ChartFigure::new("More in time", html! { "picture" }, html! { "table" }).source("DfE").download("/x.csv");
    let shown = figure.render().into_string();
    assert!(shown.contains("<figcaption>More in time") && shown.contains("Source: DfE") && shown.contains("/x.csv"));
}

#[test]
fn the_audit_strip_says_who_and_when_in_london() {
    let strip = AuditStrip::new("Ada Byron", "2026-07-03T13:05:00Z".parse().unwrap()).version(7).render().into_string();
    assert!(strip.contains("Last changed by Ada Byron on "));
    assert!(strip.contains("3 July 2026 at 14:05") && strip.contains("(version 7)"));
}
