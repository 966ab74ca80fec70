//! `/people/{id}/adults/{link}/order`: record that a court keeps somebody away, or that it no longer does.

use axum::extract::Path;
use govuk::{Button, WarningText};
use maud::html;
use record::{CourtOrder, Period, Relationship};
use web::{Field, Form, PageResult, Posted, Visit, kind};

use super::change_link::{self, Changing};
use crate::{
    fields::date_pairs,
    kept, shell,
    versions::{self, Question},
};

const TITLE: Field<kind::Text> = Field::new("title");
const FROM: Field<kind::DateParts> = Field::new("from");
const TO: Field<kind::DateParts> = Field::new("to");

const QUESTIONS: &[Question] = &[
    Question { label: "The order", names: &["title"], words: |posted| posted.get("title").to_owned() },
    Question {
        label: "From when",
        names: &["from-day", "from-month", "from-year"],
        words: |posted| ["from-day", "from-month", "from-year"].map(|part| posted.get(part)).join(" "),
    },
    Question {
        label: "Until when",
        names: &["to-day", "to-month", "to-year"],
        words: |posted| ["to-day", "to-month", "to-year"].map(|part| posted.get(part)).join(" "),
    },
];

fn on_record(link: &Relationship) -> Posted {
    let order = link.restricted_by_order.as_ref();
    let mut pairs = date_pairs("from", order.map(|order| order.period.from));
    pairs.extend(date_pairs("to", order.and_then(|order| order.period.to)));
    pairs.push(("title".to_owned(), order.map_or_else(String::new, |order| order.title.clone())));
    Posted::from_pairs(pairs)
}

/// `GET /people/{id}/adults/{link}/order`.
pub(crate) async fn show(visit: Visit, Path((id, link)): Path<(String, String)>) -> PageResult {
    let changing = change_link::open(&visit, &id, &link, "court order to change").await?;
    let form = Form::of(on_record(&changing.link));
    page(&visit, changing, form).await
}

/// `POST /people/{id}/adults/{link}/order`.
pub(crate) async fn send(visit: Visit, Path((id, link)): Path<(String, String)>, posted: Posted) -> PageResult {
    kept::if_lapsed(&visit, &kept::name(&link, "order"), &posted).await?;
    let changing = change_link::open(&visit, &id, &link, "court order").await?;
    let typed = versions::choose(&posted, QUESTIONS, &on_record(&changing.link));
    let mut form = Form::of(typed.clone());
    let title = form.text(TITLE, "Enter what the order is, as its heading says");
    let from = form.date(FROM, "date from which it holds");
    let to = form.optional_date(TO, "date until which it holds");
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        form.date_error(TO, "The order must end on or after the day on which it begins");
    }
    let (Some(title), Some(from), false) = (title, from, form.has_errors()) else {
        return page(&visit, changing, form).await;
    };
    let order = CourtOrder { title, period: Period { from, to } };
    let changed = Relationship { restricted_by_order: Some(order), ..changing.link.clone() };
    changing.save(&visit, &posted, &typed, "order", (QUESTIONS, on_record), changed).await
}

async fn page(visit: &Visit, changing: Changing, form: Form) -> PageResult {
    let (at, name) = (changing.at(), changing.name.clone());
    let seen = changing.versions.field_of(&form);
    changing.opened.tx.commit().await?;
    let page = visit.page(format!("Court order about {name}")).back(at.clone()).form(&form);
    shell::show(visit, page, html! {
        h1 class="govuk-heading-l" { "Court order about " (name) }
        (WarningText::new("While the order holds, they see nothing of this child, whatever else allows it: not even that there is a record."))
        form method="post" action={ (at) "/order" } novalidate {
            (visit.csrf_field())
            (seen)
            (form.input(TITLE).label("What is the order?").hint("As its heading says, for example “Prohibited steps order”"))
            (form.date_input(FROM).legend("From when does it hold?").hint("For example, 27 3 2026"))
            (form.date_input(TO).legend("Until when? (optional)").hint("To lift it, enter its last day."))
            (Button::new("Save the order"))
        }
    })
    .await
}
