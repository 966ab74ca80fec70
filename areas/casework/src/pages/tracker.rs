//! `/my/{case}`: where is it, who has it, what happens next and by when, what can I do.

use ::access::{ReadCase, Role};
use ::store::people::read;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use calendar::Calendar;
use casework_rules::{Audience, Case, Clock, Deadline, Event, Stage, State, law::RuleId, long_date};
use govuk::{
    SummaryList, WarningText,
    kit::{Step, StepState, Timeline},
};
use jiff::civil::Date;
use maud::{Markup, html};
use web::{PageError, PageResult, Visit};

use super::parts;
use crate::{
    access, letter,
    store::{self, Loaded},
};

/// `GET /my/{case}`.
pub async fn show(visit: Visit, Path(case): Path<String>) -> PageResult {
    let opened = access::open::<ReadCase>(&visit, &case, "tracker").await?;
    let file = opened.file.clone();
    if matches!(opened.permit.role(), Role::Senco | Role::SettingStaff) {
        // What is said here is said to the family; a setting has the case's own page.
        opened.tx.commit().await?;
        return Ok(Redirect::to(&format!("/cases/{}", file.id)).into_response());
    }
    let loaded = store::load(&opened.tx, file.id).await?.ok_or(PageError::NotFound)?;
    let person = read::person(&opened.tx, &opened.permit).await?.ok_or(PageError::NotFound)?;
    let holder = parts::staff_name(&opened.tx, file.officer).await?;
    opened.tx.commit().await?;
    let clock = loaded.case.clock(&Calendar::england(), visit.today);
    let words = loaded.case.words(Audience::Family, &clock, holder.as_deref());
    let name = person.name.to_string();
    Ok(visit.page(format!("Where is it? {}", file.reference)).under("My children", "/my").body(html! {
        span class="govuk-caption-l" { (name) ", reference " (file.reference) }
        h1 class="govuk-heading-l" { (words.title) }
        (SummaryList::new()
            .row("Where is it?", words.where_is_it.clone())
            .row("Who has it?", words.who_has_it.clone())
            .row("What happens next?", words.what_next.clone())
            .row("By when?", words.by.map_or_else(|| "There is no last day for this step.".to_owned(), long_date)))
        @if let Some(late) = &words.late { (WarningText::new(late.clone())) }
        h2 class="govuk-heading-m" { "What you can do" }
        ul class="govuk-list govuk-list--bullet" { @for thing in &words.you_can { li { (thing) } } }
        p class="govuk-body" { (visit.site.settings.help_line) ". Give the reference " strong { (file.reference) } "." }
        h2 class="govuk-heading-m" { "Step by step" }
        (steps(&loaded.case, &clock, visit.today))
        @if let Some(letter) = told(&loaded).then(|| letter::decision(&visit, &loaded, &person, &file)).flatten() {
            details class="govuk-details" {
                summary class="govuk-details__summary" { span class="govuk-details__summary-text" { "Read our letter about the decision" } }
                div class="govuk-details__text" { (letter) }
            }
        }
        h2 class="govuk-heading-m" { "The dates in law" }
        (parts::plain_dates(&clock, Audience::Family, visit.today))
        p class="govuk-body" { a class="govuk-link" href={ "/people/" (file.child) "/looked" } { "See who has looked at this record" } }
    }))
}

fn told(loaded: &Loaded) -> bool {
    loaded.events.iter().any(|(_, event)| matches!(event, Event::DecisionNotified { .. }))
}

/// The way from the request to the plan, with each step done, now, next or late.
fn steps(case: &Case, clock: &Clock, today: Date) -> Markup {
    let mut line = Timeline::new("From the request to the plan");
    if let Some(started) = case.started() {
        line = line.step(Step::done("The request reached us", started));
    }
    let parts = [
        (RuleId::Req03, "We tell you whether we will assess", false),
        (
            RuleId::Asm01,
            "We find out what help is needed, and tell you if there will be no plan",
            matches!(case.stage(), Stage::NotAssessing { .. }),
        ),
        (
            RuleId::Fin01,
            "You have the final plan",
            matches!(case.stage(), Stage::NotAssessing { .. } | Stage::NoPlan { .. }),
        ),
    ];
    let mut now_is_taken = false;
    for (rule, words, left_out) in parts {
        if left_out {
            continue;
        }
        let Some(deadline) = clock.of(rule) else { continue };
        if let Some(step) = one(deadline, words, today, &mut now_is_taken) {
            line = line.step(step);
        }
    }
    html! { (line) }
}

fn one(deadline: &Deadline, words: &str, today: Date, now_is_taken: &mut bool) -> Option<Step> {
    let by = deadline.limit_day()?;
    Some(match deadline.state {
        State::Met { on } | State::MetLate { on } => Step::done(words, on),
        State::NotApplicable { .. } => return None,
        State::Missed => {
            *now_is_taken = true;
            Step::late(words, by)
        }
        State::Running if by < today => Step::late(words, by),
        State::Running if *now_is_taken => Step::next(words, by),
        State::Running => {
            *now_is_taken = true;
            Step::new(StepState::Now, words).dated("by", by)
        }
    })
}
