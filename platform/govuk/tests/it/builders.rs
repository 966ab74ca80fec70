//! The builders give what the design system would, for what pages ask most.

use govuk::{Button, Checkboxes, DateInput, ErrorSummary, Input, Pagination, Radios, SummaryList, Table};
use maud::Render;

fn contains_all(html: &str, pieces: &[&str]) {
    for piece in pieces {
        assert!(html.contains(piece), "{piece} is not in {html}");
    }
}

#[test]
fn an_error_is_tied_to_its_field() {
    let input =
        Input::new("given-name").label("First name").hint("As on the birth certificate").error("Enter a first name");
    contains_all(
        &input.render().into_string(),
        &[
            r#"<label class="govuk-label" for="given-name">First name</label>"#,
            r#"aria-describedby="given-name-hint given-name-error""#,
            r#"<p class="govuk-error-message" id="given-name-error">"#,
        ],
    );
    let summary = ErrorSummary::new().error("given-name", "Enter a first name").render().into_string();
    contains_all(&summary, &["There is a problem", r##"<a href="#given-name">Enter a first name</a>"##]);
}

#[test]
fn a_date_names_its_parts_and_marks_the_wrong_one() {
    let date = DateInput::new("born")
        .legend("Date of birth")
        .values("31", "", "2017")
        .error("Enter a month")
        .wrong_parts(false, true, false);
    let html = date.render().into_string();
    contains_all(&html, &[r#"id="born-day""#, r#"name="born-month""#, r#"value="2017""#, r#"role="group""#]);
    assert_eq!(html.matches("govuk-input--error").count(), 1);
}

#[test]
fn choices_keep_what_was_chosen() {
    let radios = Radios::new("who")
        .legend("Who are you?")
        .item("parent", "A parent")
        .divider("or")
        .item("school", "A school")
        .value("school");
    contains_all(
        &radios.render().into_string(),
        &[r#"id="who" name="who""#, r#"id="who-3""#, r#"value="school" checked"#],
    );
    let boxes =
        Checkboxes::new("need").legend("Which?").item("speech", "Speech").item("sight", "Sight").values(["sight"]);
    contains_all(&boxes.render().into_string(), &[r#"value="sight" checked"#]);
}

#[test]
fn a_change_link_says_what_it_changes() {
    let list = SummaryList::new().row("Name", "Ada").change("/name", "name").row("School", "None");
    contains_all(
        &list.render().into_string(),
        &[r#"Change<span class="govuk-visually-hidden"> name</span>"#, "row--no-actions"],
    );
}

#[test]
fn pages_are_shortened_round_the_current_one() {
    let shown = |current, pages| {
        let html = Pagination::of_pages(current, pages, |page| format!("?page={page}")).render().into_string();
        let numbers = html.split(r#"aria-label="Page "#).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
        (numbers.collect::<Vec<_>>().join(" "), html.matches("--ellipsis").count())
    };
    assert_eq!(shown(1, 1), ("1".to_owned(), 0));
    assert_eq!(shown(1, 3), ("1 2 3".to_owned(), 0));
    assert_eq!(shown(6, 12), ("1 5 6 7 12".to_owned(), 2));
    assert_eq!(shown(12, 12), ("1 11 12".to_owned(), 1));
}

#[test]
fn tables_and_buttons() {
    let table = Table::new("Places").head(["School", "Places"]).row(["Reedham", "12"]).row_headings();
    contains_all(&table.render().into_string(), &["<caption", r#"<th class="govuk-table__header" scope="row">"#]);
    contains_all(&Button::link("Carry on", "/next").render().into_string(), &[r#"role="button""#, r#"href="/next""#]);
}
