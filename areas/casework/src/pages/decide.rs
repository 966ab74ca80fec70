//! `/cases/{case}/decide`: whether to assess. Both questions of section 36(8), each with its reasons; then a look at
//! what the family will read; then the decision is made.

use ::access::DecideAssessment;
use ::store::people::read;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use calendar::Calendar;
use casework_rules::{AssessmentTest, Command, Limb, Refusal, StageKind};
use govuk::{Button, SummaryList};
use maud::{Markup, html};
use record::{CaseId, Person};
use web::{
    Field, Form, PageError, PageResult, Posted, Visit, drafts,
    kind::{Choice, LongText},
};

use super::{paragraphs, parts};
use crate::{
    access,
    act::{self, ActError},
    event_words,
    file::CaseFile,
    store::{self, Loaded},
};

const NEEDS: Field<Choice> = Field::new("needs");
const NEEDS_WHY: Field<LongText> = Field::new("needs-why");
const PLAN: Field<Choice> = Field::new("plan");
const PLAN_WHY: Field<LongText> = Field::new("plan-why");
/// The number of events that the officer had seen when the form was opened.
const SEEN: &str = "seen";

/// `GET`: the two questions.
pub async fn show(visit: Visit, Path(case): Path<String>) -> PageResult {
    let (file, loaded, person) = load(&visit, &case).await?;
    let kept = drafts::load(&visit, &draft_name(file.id)).await?;
    let form = kept.map_or_else(Form::blank, |draft| Form::of(draft.posted));
    Ok(questions(&visit, &file, &loaded, &person, &form))
}

/// `POST`: the answers, shown again as they will be kept.
pub async fn send(visit: Visit, Path(case): Path<String>, posted: Posted) -> PageResult {
    if visit.lapsed_account.is_some()
        && let Ok(id) = case.parse()
    {
        // The session ended while they typed: keep it for them; opening the page then asks them to sign in.
        drafts::save(&visit, &draft_name(id), &posted).await?;
    }
    let (file, loaded, person) = load(&visit, &case).await?;
    drafts::save(&visit, &draft_name(file.id), &posted).await?;
    let mut form = Form::of(posted);
    let command = match read_form(&mut form, &visit) {
        Some(command) => command,
        None => return Ok(questions(&visit, &file, &loaded, &person, &form)),
    };
    if !is_as_seen(&loaded, &form) {
        return Ok(somebody_was_first(&visit, &file, &loaded, &form));
    }
    if let Err(refusal) = loaded.case.decide(command.clone(), &act::officer(&visit), visit.today) {
        mark(&mut form, &refusal);
        return Ok(questions(&visit, &file, &loaded, &person, &form));
    }
    Ok(check(&visit, &file, &person, &form, &command))
}

/// `POST …/confirm`: the decision is made.
pub async fn confirm(visit: Visit, Path(case): Path<String>, posted: Posted) -> PageResult {
    let opened = access::open::<DecideAssessment>(&visit, &case, "decision").await?;
    let file = opened.file.clone();
    let loaded = store::load(&opened.tx, file.id).await?.ok_or(PageError::NotFound)?;
    let person = read::person(&opened.tx, &opened.permit).await?.ok_or(PageError::NotFound)?;
    let mut form = Form::of(posted);
    let Some(command) = read_form(&mut form, &visit) else {
        opened.tx.commit().await?;
        return Ok(questions(&visit, &file, &loaded, &person, &form));
    };
    if !is_as_seen(&loaded, &form) {
        opened.tx.commit().await?;
        return Ok(somebody_was_first(&visit, &file, &loaded, &form));
    }
    match act::act(&visit, &opened.tx, &loaded, file.team, vec![command], &act::officer(&visit)).await {
        Ok(_) => {
            drafts::discard(&visit, &opened.tx, &draft_name(file.id)).await?;
            opened.tx.commit().await?;
            Ok(Redirect::to(&format!("/cases/{}/notified", file.id)).into_response())
        }
        Err(ActError::Refused(refusal)) => {
            opened.tx.commit().await?;
            mark(&mut form, &refusal);
            Ok(questions(&visit, &file, &loaded, &person, &form))
        }
        Err(ActError::Conflict) => {
            drop(opened);
            let (file, loaded, _) = load(&visit, &case).await?;
            Ok(somebody_was_first(&visit, &file, &loaded, &form))
        }
        Err(ActError::Store(error)) => Err(error.into()),
    }
}

async fn load(visit: &Visit, case: &str) -> PageResult<(CaseFile, Loaded, Person)> {
    let opened = access::open::<DecideAssessment>(visit, case, "decision").await?;
    let file = opened.file.clone();
    let loaded = store::load(&opened.tx, file.id).await?.ok_or(PageError::NotFound)?;
    let person = read::person(&opened.tx, &opened.permit).await?.ok_or(PageError::NotFound)?;
    opened.tx.commit().await?;
    Ok((file, loaded, person))
}

fn draft_name(case: CaseId) -> String {
    format!("decide-{case}")
}

fn seen(posted: &Posted) -> Option<u32> {
    posted.get(SEEN).parse().ok()
}

/// Whether the case is as it was when the form was opened, and still to be decided.
fn is_as_seen(loaded: &Loaded, form: &Form) -> bool {
    seen(form.posted()) == Some(loaded.sequence()) && loaded.case.stage().kind() == StageKind::Deciding
}

fn read_form(form: &mut Form, visit: &Visit) -> Option<Command> {
    let answers = [("yes", true), ("no", false)];
    let needs =
        form.choice(NEEDS, &answers, "Select yes or no: do they have, or may they have, special educational needs?");
    let needs_why = form.long_text(NEEDS_WHY, "Say why, in a full sentence that the family can understand");
    let plan = form.choice(PLAN, &answers, "Select yes or no: may provision through a plan be necessary?");
    let plan_why = form.long_text(PLAN_WHY, "Say why, in a full sentence that the family can understand");
    let test =
        AssessmentTest { needs: Limb { met: needs?, why: needs_why? }, plan: Limb { met: plan?, why: plan_why? } };
    let on = visit.today;
    Some(if test.needs.met && test.plan.met {
        Command::AgreeToAssess { on, test }
    } else {
        Command::RefuseToAssess { on, test }
    })
}

fn mark(form: &mut Form, refusal: &Refusal) {
    match refusal.field() {
        Some("plan") => form.error(PLAN_WHY, refusal.to_string()),
        _ => form.error(NEEDS_WHY, refusal.to_string()),
    }
}

fn questions(visit: &Visit, file: &CaseFile, loaded: &Loaded, person: &Person, form: &Form) -> Response {
    let now = loaded.case.stage().kind();
    if now != StageKind::Deciding {
        return somebody_was_first(visit, file, loaded, form);
    }
    let clock = loaded.case.clock(&Calendar::england(), visit.today);
    visit.page(format!("Decide whether to assess: {}", file.reference)).back(format!("/cases/{}", file.id)).form(form).body(html! {
        (parts::head(person, file, false))
        h1 class="govuk-heading-l" { "Decide whether to assess" }
        @if let Some(deadline) = clock.of(casework_rules::law::RuleId::Req03) { p class="govuk-body" { (parts::state(deadline, visit.today)) " The family must be told by " (deadline.limit_day().map(casework_rules::long_date).unwrap_or_default()) "." } }
        p class="govuk-body" { "The authority must assess if both answers are yes (section 36(8) of the Children and Families Act 2014). Policies, waiting lists, diagnoses and what a school has spent are not part of the test." }
        form method="post" action={ "/cases/" (file.id) "/decide" } novalidate data-autosave={ "/drafts/" (draft_name(file.id)) } {
            (visit.csrf_field())
            input type="hidden" name=(SEEN) value=(loaded.sequence().to_string());
            (form.radios(NEEDS, [("yes", "Yes"), ("no", "No")]).legend("Does the child or young person have, or may they have, special educational needs?"))
            (form.textarea(NEEDS_WHY).label("Why?").hint("The family reads this. Say what evidence you looked at.").rows(4_u32))
            (form.radios(PLAN, [("yes", "Yes"), ("no", "No")]).legend("May it be necessary for provision to be made through an education, health and care plan?"))
            (form.textarea(PLAN_WHY).label("Why?").hint("The family reads this. Say what has been tried, and what came of it.").rows(4_u32))
            (Button::new("Continue"))
        }
    })
}

fn check(visit: &Visit, file: &CaseFile, person: &Person, form: &Form, command: &Command) -> Response {
    let (heading, test) = match command {
        Command::AgreeToAssess { test, .. } => ("You are about to decide to assess", test),
        Command::RefuseToAssess { test, .. } => ("You are about to decide not to assess", test),
        _ => return PageError::internal("a decision that is none").into_response(),
    };
    let yes = |met: bool| if met { "Yes. " } else { "No. " };
    visit.page(heading).back(format!("/cases/{}/decide", file.id)).body(html! {
        (parts::head(person, file, false))
        h1 class="govuk-heading-l" { (heading) }
        p class="govuk-body" { "Read it as the family will. You can go back and change it." }
        (SummaryList::new()
            .row("Special educational needs", html! { (yes(test.needs.met)) (paragraphs(&test.needs.why)) })
            .row("A plan may be necessary", html! { (yes(test.plan.met)) (paragraphs(&test.plan.why)) }))
        @if matches!(command, Command::RefuseToAssess { .. }) {
            p class="govuk-body" { "The letter will tell the family of their right to appeal and its time limit, mediation, disagreement resolution, and free independent advice (regulations 5(3) and 32)." }
        }
        form method="post" action={ "/cases/" (file.id) "/decide/confirm" } novalidate {
            (visit.form_fields())
            @for (name, value) in form.posted().pairs() { @if name != web::CSRF_FIELD && name != "submission" { input type="hidden" name=(name) value=(value); } }
            div class="govuk-button-group" {
                (Button::new("Make this decision"))
                a class="govuk-link" href={ "/cases/" (file.id) "/decide" } { "Change it" }
            }
        }
    })
}

/// Both versions, side by side: what happened meanwhile, and what was typed here. Nothing is lost.
fn somebody_was_first(visit: &Visit, file: &CaseFile, loaded: &Loaded, form: &Form) -> Response {
    let typed = |name: &str| form.posted().get(name).to_owned();
    let mine = [
        ("Special educational needs", typed(NEEDS.name())),
        ("Why", typed(NEEDS_WHY.name())),
        ("A plan may be necessary", typed(PLAN.name())),
        ("Why", typed(PLAN_WHY.name())),
    ];
    let seen = seen(form.posted()).unwrap_or(0);
    visit.page("Somebody else changed this case first").status(axum::http::StatusCode::CONFLICT).back(format!("/cases/{}", file.id)).body(html! {
        h1 class="govuk-heading-l" { "Somebody else changed this case first" }
        p class="govuk-body" { "Your decision was not made. Here are both versions." }
        div class="govuk-grid-row" {
            div class="govuk-grid-column-one-half" {
                h2 class="govuk-heading-m" { "What happened meanwhile" }
                (new_events(loaded, seen))
            }
            div class="govuk-grid-column-one-half" {
                h2 class="govuk-heading-m" { "What you typed" }
                @if mine.iter().all(|(_, text)| text.is_empty()) { p class="govuk-body" { "Nothing." } }
                @else { (mine.iter().filter(|(_, text)| !text.is_empty()).fold(SummaryList::new(), |list, (name, text)| list.row(*name, paragraphs(text)))) }
            }
        }
        @if loaded.case.stage().kind() == StageKind::Deciding {
            p class="govuk-body" { "The decision is still open. Your words are kept; look at what is new, then go on." }
            (Button::link("Go on with my version", format!("/cases/{}/decide", file.id)))
        } @else {
            p class="govuk-body" { "The decision has been made: " (loaded.case.stage().kind().name().to_lowercase()) ". Your words are kept as a draft." }
            (Button::link("Open the case", format!("/cases/{}", file.id)))
        }
    })
}

fn new_events(loaded: &Loaded, seen: u32) -> Markup {
    let new: Vec<_> = loaded.events.iter().filter(|(recorded, _)| recorded.sequence > seen).collect();
    html! {
        ul class="govuk-list govuk-list--bullet" {
            @for (recorded, event) in &new { li { (crate::request_form::words::day(recorded.on)) ": " (event_words::happened(event)) } }
            @if new.is_empty() { li { "Nothing that is new to you." } }
        }
    }
}
