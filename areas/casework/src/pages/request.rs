//! `/request`: ask for an EHC needs assessment, one question page at a time.

use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use govuk::{Button, SummaryList};
use maud::{Markup, html};
use serde::Deserialize;
use web::{Form, PageError, PageResult, Posted, Visit, drafts};

use crate::{
    ask,
    request_form::{Answers, DRAFT, Step, Way, step::Context, words},
};

/// `GET /request`: what it is, who can ask, what happens next.
pub async fn start(visit: Visit) -> PageResult {
    if visit.lapsed_account.is_some() {
        return Ok(lapsed_page(&visit));
    }
    let context = ask::context(&visit).await?;
    let kept = drafts::load(&visit, DRAFT).await?;
    let first = address(first_step(&context.way));
    Ok(visit.page("Ask for an EHC needs assessment").body(html! {
        h1 class="govuk-heading-xl" { "Ask for an EHC needs assessment" }
        p class="govuk-body-l" { "An education, health and care (EHC) needs assessment finds out what help a child or young person needs, from birth to 25, when what their nursery, school or college can give is not enough." }
        h2 class="govuk-heading-m" { "Who can ask" }
        ul class="govuk-list govuk-list--bullet" {
            li { "a parent or carer" }
            li { "a young person aged 16 to 25" }
            li { "a nursery, school or college" }
            li { "anybody else who knows the child, such as a doctor" }
        }
        h2 class="govuk-heading-m" { "What happens next" }
        ul class="govuk-list govuk-list--bullet" {
            li { "We must tell you within 6 weeks whether we will assess." }
            li { "If we assess and a plan is needed, you must have it within 20 weeks of the day we get your request." }
            li { "You can see where your request is, who has it and what happens next at any time." }
        }
        (govuk::InsetText::new(html! { "You need no special words and no reports. A few sentences are enough to start. If you would rather ring us or write, do: the time runs from the day it reaches us. " (visit.site.settings.help_line) "." }))
        @if let Some(draft) = &kept {
            p class="govuk-body" { "You have begun a request. We kept what you typed, last on " (words::when(draft.saved_at)) "." }
            div class="govuk-button-group" {
                a class="govuk-button" data-module="govuk-button" role="button" draggable="false" href=(first) { "Go on with it" }
                form method="post" action="/request/discard" novalidate { (visit.csrf_field()) (Button::new("Throw it away and start again").secondary()) }
            }
        } @else {
            (Button::start("Start now", first))
        }
    }))
}

/// Somebody's session has ended at this device. What they typed is theirs: it is kept, and shown to them alone.
fn lapsed_page(visit: &Visit) -> Response {
    visit.page("Ask for an EHC needs assessment").body(html! {
        h1 class="govuk-heading-xl" { "Ask for an EHC needs assessment" }
        p class="govuk-body" { "You were signed out because nothing happened for a while. What you typed is kept." }
        (Button::link("Sign in to go on", "/sign-in?next=%2Frequest"))
        p class="govuk-body" { "Are you somebody else? Then start as a new visitor. You will not see what was typed before." }
        form method="post" action="/sign-out" novalidate { (visit.csrf_field()) (Button::new("Start as a new visitor").secondary()) }
    })
}

/// Whoever was signed out in the middle signs in again and comes back to the page they were on.
fn not_lapsed(visit: &Visit) -> PageResult<()> {
    match visit.lapsed_account {
        Some(_) => Err(PageError::SignIn { back_to: visit.path.clone() }),
        None => Ok(()),
    }
}

/// `POST /request/discard`: throws the draft away.
pub async fn discard(visit: Visit, _posted: Posted) -> PageResult {
    if visit.lapsed_account.is_some() {
        return Err(PageError::SignIn { back_to: "/request".to_owned() });
    }
    let tx = visit.site.store.begin().await?;
    drafts::discard(&visit, &tx, DRAFT).await?;
    tx.commit().await?;
    Ok(Redirect::to("/request").into_response())
}

/// Where a page was come from.
#[derive(Debug, Default, Deserialize)]
pub struct From {
    /// Set when the page was opened from "check your answers".
    #[serde(default)]
    change: Option<u8>,
}

/// The page of an address, with what it needs to know.
async fn step_of(visit: &Visit, slug: &str) -> PageResult<(Step, Context)> {
    let context = ask::context(visit).await?;
    let step = Step::from_slug(slug).filter(|step| Step::of(&context.way).contains(step)).ok_or(PageError::NotFound)?;
    let context = if step == Step::Child { ask::with_children(visit, context).await? } else { context };
    Ok((step, context))
}

/// `GET /request/{step}`: a question page with what was typed before.
pub async fn show(visit: Visit, Path(slug): Path<String>, Query(from): Query<From>) -> PageResult {
    not_lapsed(&visit)?;
    let (step, context) = step_of(&visit, &slug).await?;
    let kept = drafts::load(&visit, DRAFT).await?;
    let form = kept.map_or_else(|| ask::starting_form(&context), |draft| Form::of(draft.posted));
    Ok(question_page(&visit, step, &form, &context, from.change.is_some()))
}

/// `POST /request/{step}`: keeps the page's answers, and goes on if they are right.
pub async fn send(visit: Visit, Path(slug): Path<String>, Query(from): Query<From>, posted: Posted) -> PageResult {
    if visit.lapsed_account.is_some() {
        // The session ended while they typed: keep it for them, then ask them to sign in.
        drafts::save(&visit, DRAFT, &posted).await?;
        not_lapsed(&visit)?;
    }
    let (step, context) = step_of(&visit, &slug).await?;
    let mut form = Form::of(drafts::save(&visit, DRAFT, &posted).await?);
    step.check(&mut form, &context);
    if form.has_errors() {
        return Ok(question_page(&visit, step, &form, &context, from.change.is_some()));
    }
    let next = if from.change.is_some() { None } else { after(step, &context.way) };
    Ok(Redirect::to(&next.map_or_else(|| "/request/check".to_owned(), address)).into_response())
}

fn question_page(visit: &Visit, step: Step, form: &Form, context: &Context, change: bool) -> Response {
    let steps = Step::of(&context.way);
    let place = steps.iter().position(|other| *other == step).unwrap_or(0);
    let back = match place.checked_sub(1) {
        _ if change => "/request/check".to_owned(),
        Some(before) => address(steps[before]),
        None => "/request".to_owned(),
    };
    let action = if change { format!("{}?change=1", address(step)) } else { address(step) };
    visit.page(step.title(&context.way)).back(back).form(form).body(html! {
        span class="govuk-caption-l" { "Ask for an assessment: step " (place + 1) " of " (steps.len()) }
        h1 class="govuk-heading-l" { (step.title(&context.way)) }
        form method="post" action=(action) novalidate data-autosave={ "/drafts/" (DRAFT) } {
            (visit.csrf_field())
            (step.questions(form, context))
            (Button::new("Save and continue"))
        }
        p class="govuk-body-s" { "What you type is kept. You can stop and come back later" @if visit.viewer.is_none() { " on this device; sign in to go on with it on another" } "." }
    })
}

/// `GET /request/check`: all the answers, before they are sent.
pub async fn check(visit: Visit) -> PageResult {
    not_lapsed(&visit)?;
    let context = ask::context(&visit).await?;
    let Some(draft) = drafts::load(&visit, DRAFT).await? else {
        return Ok(Redirect::to("/request").into_response());
    };
    let mut form = Form::of(draft.posted);
    let context = ask::chosen(&visit, context, &form).await?;
    match Answers::read(&mut form, &context) {
        Err(step) => not_finished(&visit, step, &form, context).await,
        Ok(answers) => Ok(check_page(&visit, &answers, &context, &Form::blank())),
    }
}

/// The page on which something is still wrong or missing.
async fn not_finished(visit: &Visit, step: Step, form: &Form, context: Context) -> PageResult {
    let context = if step == Step::Child { ask::with_children(visit, context).await? } else { context };
    Ok(question_page(visit, step, form, &context, true))
}

fn check_page(visit: &Visit, answers: &Answers, context: &Context, form: &Form) -> Response {
    let back = Step::of(&context.way).last().copied().map_or_else(|| "/request".to_owned(), address);
    visit.page("Check your answers").back(back).form(form).body(html! {
        h1 class="govuk-heading-l" { "Check your answers before you send the request" }
        @for step in Step::of(&context.way) {
            h2 class="govuk-heading-m" { (step.title(&context.way)) }
            (answer_list(step, answers, context))
        }
        h2 class="govuk-heading-m" { "Send the request" }
        p class="govuk-body" { "When you send it, the 6 weeks begin in which we must decide. We tell the child's nursery, school or college, the health service and social care that you asked, as the law says we must (regulation 4 of the SEND Regulations 2014)." }
        form method="post" action="/request/check" novalidate { (visit.form_fields()) (Button::new("Send the request")) }
    })
}

fn answer_list(step: Step, answers: &Answers, context: &Context) -> Markup {
    let mut list = SummaryList::new();
    for (question, answer) in words::answers(step, answers, context) {
        list =
            list.row(question.clone(), answer).change(format!("{}?change=1", address(step)), question.to_lowercase());
    }
    html! { (list) }
}

/// `POST /request/check`: the request is made. Sending twice makes one.
pub async fn make(visit: Visit, posted: Posted) -> PageResult {
    not_lapsed(&visit)?;
    let context = ask::context(&visit).await?;
    if let Some(done) = ask::already_made(&visit, &posted).await? {
        return Ok(Redirect::to(&done).into_response());
    }
    let Some(draft) = drafts::load(&visit, DRAFT).await? else {
        return Ok(Redirect::to("/request").into_response());
    };
    let mut form = Form::of(draft.posted);
    let context = ask::chosen(&visit, context, &form).await?;
    let answers = match Answers::read(&mut form, &context) {
        Ok(answers) => answers,
        Err(step) => return not_finished(&visit, step, &form, context).await,
    };
    match ask::make_request(&visit, &posted, &answers, &context).await? {
        ask::Made::Done(address) => Ok(Redirect::to(&address).into_response()),
        ask::Made::Refused(sentence) => Ok(refused_page(&visit, &sentence)),
    }
}

fn refused_page(visit: &Visit, sentence: &str) -> Response {
    visit.page("We could not make this request").back("/request/check").body(html! {
        h1 class="govuk-heading-l" { "We could not make this request" }
        p class="govuk-body" { (sentence) }
        p class="govuk-body" { "What you typed is kept. " (visit.site.settings.help_line) "." }
    })
}

fn address(step: Step) -> String {
    format!("/request/{}", step.slug())
}

fn first_step(way: &Way) -> Step {
    Step::of(way).first().copied().unwrap_or(Step::Child)
}

fn after(step: Step, way: &Way) -> Option<Step> {
    Step::of(way).into_iter().skip_while(|other| *other != step).nth(1)
}
