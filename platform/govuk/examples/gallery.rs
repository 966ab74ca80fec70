//! Writes pages with every common component to a folder, to look at and to check in a browser:
//! `cargo run -p govuk --example gallery -- FOLDER`

use std::path::PathBuf;
use std::{env, fs, io};

use govuk::kit::{
    AuditStrip, ChartFigure, Column, FilterPanel, IdentityBar, Order, StatutoryDate, Step, Timeline, WorkQueue,
};
use govuk::layout::{Layout, NavItem};
use govuk::{
    Accordion, Button, CharacterCount, CheckboxItem, Checkboxes, DateInput, Details, ErrorSummary, FileUpload, Input,
    InsetText, NotificationBanner, Pagination, Panel, PasswordInput, RadioItem, Radios, Select, SummaryAction,
    SummaryList, Table, Tabs, Tag, Task, TaskList, TaskStatus, Textarea, WarningText, assets,
};
use jiff::Timestamp;
use jiff::civil::date;
use maud::{Markup, Render, html};

fn main() -> io::Result<()> {
    let folder = PathBuf::from(env::args().nth(1).unwrap_or_else(|| "target/gallery".to_owned()));
    fs::create_dir_all(folder.join("assets"))?;
    for asset in assets::all() {
        fs::write(folder.join(asset.path.trim_start_matches('/')), asset.bytes)?;
    }
    let pages = [
        ("index", "A form", false, form(false)),
        ("errors", "A form with errors", true, form(true)),
        ("words", "Words and lists", false, words()),
        ("queue", "Work queue", false, queue()),
        ("case", "A case", false, case()),
    ];
    for (name, title, error, body) in pages {
        fs::write(folder.join(format!("{name}.html")), page(title, error, body).render().into_string())?;
    }
    println!("{}", folder.join("index.html").display());
    Ok(())
}

fn page(title: &str, error: bool, body: Markup) -> Layout {
    let places =
        [("A form", "/index.html"), ("Words", "/words.html"), ("Queue", "/queue.html"), ("Case", "/case.html")];
    Layout {
        title: title.into(),
        service_name: "Wherry".into(),
        area_name: "Broadshire".into(),
        navigation: places
            .map(|(text, href)| NavItem { text: text.into(), href: href.into(), current: text == title })
            .into(),
        account: Some("Ada Byron".into()),
        csrf_field: html! { input type="hidden" name="csrf" value="token"; },
        breadcrumbs: if title == "A case" { vec![("Queue".into(), "/queue.html".into())] } else { vec![] },
        back: title.starts_with("A form").then(|| "/words.html".into()),
        banner: Some(html! { "This is a gallery. Every person in it is invented." }),
        help_line: "01000 000000, Monday to Friday, 9am to 5pm".into(),
        error,
        session_seconds: Some(1800),
        wide: title == "Work queue",
        body,
    }
}

fn form(wrong: bool) -> Markup {
    let error = |words: &'static str| wrong.then_some(words);
    let summary =
        ErrorSummary::new().error("given-name", "Enter a first name").error("born-day", "Enter a date of birth");
    html! {
        @if wrong { (summary.error("who", "Choose who you are").error("views", "Shorten what you wrote")) }
        h1 class="govuk-heading-l" { "Ask for an assessment" }
        form method="post" action="/index.html" novalidate data-autosave="/drafts/gallery" {
            input type="hidden" name="csrf" value="token";
            (Input::new("given-name").label("First name").autocomplete("given-name").error_if(error("Enter a first name")))
            (DateInput::new("born").legend("Date of birth").hint("For example, 27 3 2017").values("", "", "").error_if(error("Enter a date of birth")))
            (Radios::new("who").legend("Who are you?").item("parent", "A parent or carer")
                .choice(RadioItem::new("young", "The young person").hint("You must be over 16"))
                .divider("or").choice(RadioItem::new("other", "Somebody else").conditional(html! { (Input::new("who-other").label("Who?")) }))
                .error_if(error("Choose who you are")))
            (Checkboxes::new("need").legend("What does the child find hard?").hint("Choose all that fit").item("speech", "Speech").item("sight", "Sight")
                .divider("or").choice(CheckboxItem::new("none", "None of these").exclusive()))
            (Select::new("setting").label("School").item("", "Choose a school").item("1", "Reedham Primary").item("2", "Acle High"))
            (CharacterCount::words("views", 200).label("What would help?").error_if(error("Shorten what you wrote")))
            (Textarea::new("more").label("Anything else?"))
            (PasswordInput::new_password("password").label("New password"))
            (FileUpload::new("report").label("Add a report").accept(".pdf"))
            div class="govuk-button-group" { (Button::new("Continue")) (Button::new("Save for later").secondary().name("later")) }
        }
    }
}

fn words() -> Markup {
    html! {
        (NotificationBanner::success("Your request has been sent"))
        (Panel::confirmation("Request sent", html! { "Your reference" br; strong { "BR-1042" } }))
        h1 class="govuk-heading-l" { "Words and lists" }
        p class="govuk-body" { "Text with " a class="govuk-link" href="/queue.html" { "a link" } " and " (Tag::new("A tag")) }
        (InsetText::new("Set apart from what surrounds it."))
        (WarningText::new("The law sets this date."))
        (Details::new("Help with this", "Some help."))
        (SummaryList::new().row("Name", "Ada").change("/name", "name").row("School", "Reedham").change("/school", "school").card("The child")
            .card_action(SummaryAction::new("Delete", "/delete", "the child")))
        (Table::new("Places").head(["School", "Places"]).row(["Reedham", "12"]).row(["Acle", "7"]).row_headings())
        (TaskList::new().task(Task::new("About the child", "/a", TaskStatus::completed())).task(Task::new("Your views", "/b", TaskStatus::in_progress()))
            .task(Task::new("Check and send", "", TaskStatus::cannot_start())))
        (Tabs::new().tab("past", "Past", html! { h2 class="govuk-heading-m" { "Past" } }).tab("future", "Future", html! { h2 class="govuk-heading-m" { "Future" } }))
        (Accordion::new("steps").section("First", "One").section("Second", "Two"))
        (Pagination::of_parts(Some(("Before", "/a")), Some(("After", "/b"))))
    }
}

fn queue() -> Markup {
    let queue = WorkQueue::new("Cases, most urgent first")
        .column(Column::new("Child").sort("?sort=child", None))
        .column(Column::new("Next date").sort("?sort=-date", Some(Order::Ascending)))
        .column(Column::new("What"))
        .column(Column::number("Week").sort("?sort=week", None));
    let rows = [
        ("Ada Byron", 12, "Decide whether to assess", 7),
        ("Grace Murray Hopper", 22, "Advice from health", 12),
        ("Mary Somerville", 28, "Draft plan", 15),
    ];
    let queue = rows.into_iter().fold(queue, |queue, (name, day, what, week)| {
        let due = StatutoryDate::due(date(2026, 11, day), date(2026, 11, 22));
        queue.row([
            html! { a class="govuk-link" href="/case.html" { (name) } },
            html! { (due) },
            html! { (what) },
            html! { (week) },
        ])
    });
    html! {
        h1 class="govuk-heading-l" { "Work queue" }
        (FilterPanel::new("/queue.html").fields(Input::new("q").label("Name or reference").render()).chosen("Late", "/queue.html").clear("/queue.html"))
        (queue.showing("Showing 1 to 3 of 60 cases").pagination(Pagination::of_pages(7, 20, |page| format!("?page={page}"))))
        (WorkQueue::new("Nothing").empty("No cases match what you chose."))
    }
}

fn case() -> Markup {
    let steps = Timeline::new("Progress of the request")
        .heading_level(2)
        .step(Step::done("You asked for an assessment", date(2026, 9, 28)))
        .step(
            Step::late("We decide whether to assess", date(2026, 11, 9))
                .body("The delay is ours. Your officer is Grace Hopper."),
        )
        .step(Step::next("We ask for advice", date(2026, 12, 21)));
    let picture = html! { svg viewBox="0 0 200 60" role="img" aria-label="Rising from 10 to 50" { rect x="10" y="40" width="40" height="10" fill="#12436D" {} rect x="60" y="10" width="40" height="40" fill="#12436D" {} } };
    let table = Table::new("Plans in time").head(["Year", "Share"]).row(["2024", "10"]).row(["2025", "50"]).render();
    html! {
        h1 class="govuk-heading-l" { "Ada Byron’s request" }
        (IdentityBar::new("Ada Byron", Some(date(2017, 12, 10)), "BR-1042").fact("School", "Reedham Primary").protected_address(true))
        (steps)
        (ChartFigure::new("More plans in time", picture, table).source("Invented").download("/x.csv"))
        form data-passkey="sign-in" data-options-url="/passkey" method="post" action="/case.html" hidden {
            input type="hidden" name="credential"; (Button::new("Use a passkey").secondary())
        }
        (AuditStrip::new("Grace Hopper", Timestamp::UNIX_EPOCH).version(7).history("/history"))
    }
}
