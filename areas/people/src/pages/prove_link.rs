//! `/people/{id}/adults/{link}/prove`: record how a link was proved, by whom and until when.

use axum::extract::Path;
use govuk::Button;
use maud::html;
use record::{Relationship, Verification};
use web::{Field, Form, PageResult, Posted, Visit, kind};

use super::change_link::{self, Changing};
use crate::{
    fields::{date_pairs, past_date},
    kept, shell,
    versions::{self, Question},
    words,
};

const HOW: Field<kind::Choice> = Field::new("how");
const ON: Field<kind::DateParts> = Field::new("on");
const UNTIL: Field<kind::DateParts> = Field::new("until");

const QUESTIONS: &[Question] = &[
    Question {
        label: "How it is proved",
        names: &["how"],
        words: |posted| {
            let value = posted.get("how");
            words::EVIDENCE.iter().find(|(code, _, _)| *code == value).map_or("", |(_, _, words)| words).to_owned()
        },
    },
    Question {
        label: "When it was proved",
        names: &["on-day", "on-month", "on-year"],
        words: |posted| ["on-day", "on-month", "on-year"].map(|part| posted.get(part)).join(" "),
    },
    Question {
        label: "Until when the proof is good",
        names: &["until-day", "until-month", "until-year"],
        words: |posted| ["until-day", "until-month", "until-year"].map(|part| posted.get(part)).join(" "),
    },
];

fn on_record(link: &Relationship) -> Posted {
    let proof = link.verified.as_ref();
    let how = proof.and_then(|proof| words::EVIDENCE.iter().find(|(_, kind, _)| *kind == proof.how));
    let mut pairs = date_pairs("on", proof.map(|proof| proof.on));
    pairs.extend(date_pairs("until", proof.and_then(|proof| proof.expires_on)));
    pairs.push(("how".to_owned(), how.map_or(String::new(), |(code, _, _)| (*code).to_owned())));
    Posted::from_pairs(pairs)
}

/// `GET /people/{id}/adults/{link}/prove`.
pub(crate) async fn show(visit: Visit, Path((id, link)): Path<(String, String)>) -> PageResult {
    let changing = change_link::open(&visit, &id, &link, "link to prove").await?;
    let form = Form::of(on_record(&changing.link));
    page(&visit, changing, form).await
}

/// `POST /people/{id}/adults/{link}/prove`.
pub(crate) async fn send(visit: Visit, Path((id, link)): Path<(String, String)>, posted: Posted) -> PageResult {
    kept::if_lapsed(&visit, &kept::name(&link, "proof"), &posted).await?;
    let changing = change_link::open(&visit, &id, &link, "proof of a link").await?;
    let typed = versions::choose(&posted, QUESTIONS, &on_record(&changing.link));
    let mut form = Form::of(typed.clone());
    let kinds: Vec<_> = words::EVIDENCE.iter().map(|(value, kind, _)| (*value, *kind)).collect();
    let how = form.choice(HOW, &kinds, "Select how it is proved");
    let on = past_date(&mut form, ON, "date it was proved", &visit);
    let expires_on = form.optional_date(UNTIL, "date until which the proof is good");
    if let (Some(on), Some(last)) = (on, expires_on)
        && last < on
    {
        form.date_error(UNTIL, "The proof must be good for at least the day on which it was given");
    }
    let (Some(how), Some(on), false) = (how, on, form.has_errors()) else { return page(&visit, changing, form).await };
    let by = visit.viewer.as_ref().map(|viewer| viewer.account);
    let verified = Some(Verification { how, on, by, expires_on });
    let changed = Relationship { verified, ..changing.link.clone() };
    changing.save(&visit, &posted, &typed, "prove", (QUESTIONS, on_record), changed).await
}

async fn page(visit: &Visit, changing: Changing, form: Form) -> PageResult {
    let (at, name) = (changing.at(), changing.name.clone());
    let seen = changing.versions.field_of(&form);
    changing.opened.tx.commit().await?;
    let page = visit.page(format!("How is the link to {name} proved?")).back(at.clone()).form(&form);
    shell::show(visit, page, html! {
        h1 class="govuk-heading-l" { "How is the link to " (name) " proved?" }
        p class="govuk-body" { "They are: " (changing.link.kind.words().to_lowercase()) ". From the moment you save, they can see what this link allows." }
        form method="post" action={ (at) "/prove" } novalidate {
            (visit.csrf_field())
            (seen)
            (form.radios(HOW, words::EVIDENCE.iter().map(|(value, _, words)| (*value, *words))).legend("How do we know?"))
            (form.date_input(ON).legend("When was it proved?").hint("For example, 27 3 2026"))
            (form.date_input(UNTIL).legend("Until when is the proof good? (optional)"))
            (Button::new("Save"))
        }
    })
    .await
}
