//! What several pages show: a case's head and its legal dates.

use ::store::{Connection, people};
use casework_rules::{AdviceSource, Audience, Case, Clock, Deadline, State, law::RuleId, long_date};
use govuk::{
    Table, Tag, TagColour,
    kit::{DateState, IdentityBar, StatutoryDate},
};
use jiff::civil::Date;
use maud::{Markup, html};
use record::{Person, StaffId};
use web::PageResult;

use crate::file::CaseFile;

/// Name, date of birth, reference: at the head of every page about a case.
pub fn head(person: &Person, file: &CaseFile, protected: bool) -> Markup {
    html! { (IdentityBar::new(person.name.to_string(), Some(person.born), file.reference.clone()).protected_address(protected)) }
}

/// The links between the pages of a case.
pub fn sections(file: &CaseFile, current: &str) -> Markup {
    let places = [
        ("Summary", format!("/cases/{}", file.id)),
        ("History", format!("/cases/{}/history", file.id)),
        ("Person", format!("/people/{}", file.child)),
    ];
    html! {
        nav class="wh-sections" aria-label="Pages of this case" {
            ul class="govuk-list" {
                @for (words, href) in &places {
                    li { a class="govuk-link" href=(href) aria-current=[(*words == current).then_some("page")] { (words) } }
                }
            }
        }
    }
}

/// A due day as a tag in words: "due in 3 days", "2 days late".
pub fn due(day: Option<Date>, today: Date) -> Markup {
    match day {
        Some(day) => html! { (StatutoryDate::due(day, today)) },
        None => html! { "–" },
    }
}

/// How a deadline stands, as a tag in words.
pub fn state(deadline: &Deadline, today: Date) -> Markup {
    match deadline.state {
        State::Running => due(deadline.limit_day(), today),
        State::Met { on } => html! { (StatutoryDate::done(on)) },
        State::MetLate { on } => html! { (StatutoryDate::new(Some(on), DateState::Late, "done late")) },
        State::Missed => due(deadline.limit_day(), today),
        State::NotApplicable { .. } => html! { (Tag::new("Not needed").colour(TagColour::Grey)) },
    }
}

/// The 6-, 16- and 20-week dates first, then everything else the law has in play, each with its working and citation.
pub fn dates(clock: &Clock, today: Date) -> Markup {
    let first = [RuleId::Req03, RuleId::Asm01, RuleId::Fin01];
    let mut shown: Vec<&Deadline> = first.into_iter().filter_map(|rule| clock.of(rule)).collect();
    shown.extend(
        clock
            .deadlines
            .iter()
            .filter(|deadline| !first.contains(&deadline.rule.id) && deadline.due.is_some() && deadline.is_duty()),
    );
    let table = Table::new("Dates set by law")
        .head(["What", "Last day", "Where it stands", "How it is worked out", "The law"])
        .row_headings();
    let table = shown.into_iter().fold(table, |table, deadline| {
        let law = html! {
            (deadline.citation())
            @if !deadline.rule.confirmed() { " " (Tag::new("To be confirmed").colour(TagColour::Yellow)) }
        };
        let last = html! {
            (deadline.limit_day().map(long_date).unwrap_or_default())
            @if let Some(target) = deadline.target && Some(target) != deadline.limit_day() { br; span class="govuk-hint govuk-!-margin-bottom-0" { "Last working day: " (long_date(target)) } }
        };
        table.row([html! { (deadline.rule.id.to_string()) " " (deadline.rule.label) }, last, state(deadline, today), html! { (deadline.working()) }, law])
    });
    html! { div class="wh-scroll" tabindex="0" role="region" aria-label="Dates set by law" { (table) } }
}

/// Whose advice was asked for, by when it is due, and whether it came.
pub fn advice(case: &Case, clock: &Clock, today: Date) -> Markup {
    let limits: Vec<&Deadline> = clock.all_of(RuleId::Adv01).collect();
    if case.advice().is_empty() {
        return html! {};
    }
    let table = Table::new("Advice").head(["From", "Asked for", "Last day", "Where it stands"]).row_headings();
    let table = case.advice().iter().enumerate().fold(table, |table, (index, asked)| {
        let limit = limits.get(index).filter(|limit| limit.started == asked.asked);
        let stands = match (limit, asked.received) {
            (Some(limit), _) => state(limit, today),
            (None, Some(on)) => html! { (StatutoryDate::done(on)) },
            (None, None) => html! { "Not yet" },
        };
        let last = limit.and_then(|limit| limit.limit_day()).map(long_date).unwrap_or_default();
        table.row([html! { (source(asked.source)) }, html! { (long_date(asked.asked)) }, html! { (last) }, stands])
    });
    html! { div class="wh-scroll" tabindex="0" role="region" aria-label="Advice" { (table) } }
}

/// Whose advice, in words.
pub const fn source(source: AdviceSource) -> &'static str {
    match source {
        AdviceSource::Family => "Parent or young person",
        AdviceSource::Setting => "School or college",
        AdviceSource::EarlyYears => "Early years setting",
        AdviceSource::SensoryTeacher => "Specialist teacher for hearing or sight",
        AdviceSource::Health => "Health",
        AdviceSource::EducationalPsychologist => "Educational psychologist",
        AdviceSource::SocialCare => "Social care",
        AdviceSource::PreparingForAdulthood => "Preparing for adulthood",
        AdviceSource::Other => "Somebody else",
    }
}

/// The same for a family or school: one plain sentence for each.
pub fn plain_dates(clock: &Clock, audience: Audience, today: Date) -> Markup {
    html! {
        ul class="govuk-list govuk-list--spaced" {
            @for rule in [RuleId::Req03, RuleId::Asm01, RuleId::Fin01, RuleId::Rev01, RuleId::Rev07, RuleId::Rev09] {
                @if let Some(deadline) = clock.of(rule) && !matches!(deadline.state, State::NotApplicable { .. }) {
                    li { (deadline.words(audience)) " " (state(deadline, today)) }
                }
            }
        }
    }
}

/// The name of a post's holder.
pub async fn staff_name(conn: &impl Connection, post: Option<StaffId>) -> PageResult<Option<String>> {
    Ok(match post {
        Some(post) => people::post(conn, post).await?.map(|found| found.name.to_string()),
        None => None,
    })
}

/// Typed text with its line breaks.
pub fn paragraphs(text: &str) -> Markup {
    html! { @for (index, line) in text.lines().enumerate() { @if index > 0 { br; } (line) } }
}
