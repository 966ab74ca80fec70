//! `/people/{id}/adults/{link}/end`: end a link. It stays on record; from the day after, it lets nobody in.

use axum::extract::Path;
use govuk::Button;
use maud::html;
use record::Relationship;
use web::{Field, Form, PageResult, Posted, Visit, kind};

use super::change_link::{self, Changing};
use crate::{
    fields::{date_pairs, past_date},
    kept, shell,
    versions::{self, Question},
};

const LAST: Field<kind::DateParts> = Field::new("last");

const QUESTIONS: &[Question] = &[Question {
    label: "The last day of the link",
    names: &["last-day", "last-month", "last-year"],
    words: |posted| ["last-day", "last-month", "last-year"].map(|part| posted.get(part)).join(" "),
}];

fn on_record(link: &Relationship) -> Posted {
    Posted::from_pairs(date_pairs("last", link.period.to))
}

/// `GET /people/{id}/adults/{link}/end`.
pub(crate) async fn show(visit: Visit, Path((id, link)): Path<(String, String)>) -> PageResult {
    let changing = change_link::open(&visit, &id, &link, "link to end").await?;
    let last = changing.link.period.to.or(Some(visit.today));
    page(&visit, changing, Form::of(Posted::from_pairs(date_pairs("last", last)))).await
}

/// `POST /people/{id}/adults/{link}/end`.
pub(crate) async fn send(visit: Visit, Path((id, link)): Path<(String, String)>, posted: Posted) -> PageResult {
    kept::if_lapsed(&visit, &kept::name(&link, "end"), &posted).await?;
    let changing = change_link::open(&visit, &id, &link, "end of a link").await?;
    let typed = versions::choose(&posted, QUESTIONS, &on_record(&changing.link));
    let mut form = Form::of(typed.clone());
    let last = past_date(&mut form, LAST, "last day", &visit);
    if last.is_some_and(|last| last < changing.link.period.from) {
        let began = govuk::kit::long_date(changing.link.period.from);
        form.date_error(LAST, format!("The last day must be on or after the first, {began}"));
    }
    let (Some(last), false) = (last, form.has_errors()) else { return page(&visit, changing, form).await };
    let mut changed = changing.link.clone();
    changed.period.to = Some(last);
    changing.save(&visit, &posted, &typed, "end", (QUESTIONS, on_record), changed).await
}

async fn page(visit: &Visit, changing: Changing, form: Form) -> PageResult {
    let (at, name) = (changing.at(), changing.name.clone());
    let seen = changing.versions.field_of(&form);
    changing.opened.tx.commit().await?;
    let page = visit.page(format!("End the link to {name}")).back(at.clone()).form(&form);
    shell::show(
        visit,
        page,
        html! {
            h1 class="govuk-heading-l" { "End the link to " (name) }
            p class="govuk-body" { "They will see nothing more from the day after. What was on record stays there." }
            form method="post" action={ (at) "/end" } novalidate {
                (visit.csrf_field())
                (seen)
                (form.date_input(LAST).legend("What was the last day?").hint("For example, 27 3 2026"))
                (Button::new("End the link").warning())
            }
        },
    )
    .await
}
