//! The events that a file may name, and the moments each stands for.

use jiff::civil::Date;
use serde_json::{Map, Value};

use super::{field_date, optional_date};
use crate::case::terms::OrderKind;
use crate::clock::fact::{Fact, Facts};
use crate::law::Moment;

/// Names that stand for one moment each.
const PLAIN: &[(&str, Moment)] = &[
    ("request-received", Moment::RequestReceived),
    ("became-responsible", Moment::BecameResponsible),
    ("request-withdrawn", Moment::RequestWithdrawn),
    ("left-area", Moment::LeftArea),
    ("advice-requested", Moment::AdviceRequested),
    ("head-advice-requested", Moment::HeadAdviceRequested),
    ("early-years-advice-requested", Moment::EarlyYearsAdviceRequested),
    ("advice-received", Moment::AdviceReceived),
    ("missed-appointment", Moment::MissedAppointment),
    ("personal-circumstances", Moment::PersonalCircumstances),
    ("awaiting-representations", Moment::AwaitingRepresentations),
    ("decision-to-issue", Moment::PlanAgreed),
    ("no-plan-notified", Moment::NoPlanNotified),
    ("draft-served", Moment::DraftServed),
    ("representations-received", Moment::RepresentationsReceived),
    ("setting-requested", Moment::SettingRequested),
    ("setting-consulted", Moment::SettingConsulted),
    ("setting-replied", Moment::SettingReplied),
    ("final-plan-issued", Moment::FinalPlanIssued),
    ("plan-made", Moment::PlanMade),
    ("review-meeting", Moment::ReviewMeeting),
    ("review-held", Moment::PreviousReview),
    ("invitations-sent", Moment::InvitationsSent),
    ("review-advice-circulated", Moment::ReviewAdviceCirculated),
    ("review-report-sent", Moment::ReviewReportSent),
    ("amendment-notice-sent", Moment::AmendmentNoticeSent),
    ("amended-plan-issued", Moment::AmendedPlanIssued),
    ("amendment-dropped", Moment::AmendmentDropped),
    ("term-starts", Moment::TermStarts),
    ("review-list-sent", Moment::ReviewListSent),
    ("reassessment-requested", Moment::ReassessmentRequested),
    ("reassessment-agreed", Moment::ReassessmentAgreed),
    ("reassessment-refused", Moment::ReassessmentRefused),
    ("moved-in-aware", Moment::MovedInAware),
    ("plan-transferred", Moment::PlanTransferred),
    ("new-authority-informed", Moment::NewAuthorityInformed),
    ("care-board-changed", Moment::CareBoardChanged),
    ("care-board-told", Moment::CareBoardTold),
    ("cease-considered", Moment::CeaseConsidered),
    ("cease-consulted", Moment::CeaseConsulted),
    ("cease-decided", Moment::CeaseDecided),
    ("cease-notified", Moment::CeaseNotified),
    ("plan-ceased", Moment::PlanCeased),
    ("mediation-adviser-contacted", Moment::AdviserContacted),
    ("issues-notified", Moment::IssuesNotified),
    ("mediation-date", Moment::MediationDate),
    ("mediation-date-told", Moment::MediationDateTold),
    ("mediation-certificate", Moment::MediationCertificate),
    ("appeal-registered", Moment::AppealRegistered),
    ("appeal-sent", Moment::AppealSent),
    ("appeal-answered", Moment::AppealAnswered),
    ("appeal-ended", Moment::AppealEnded),
    ("recommendation-answered", Moment::RecommendationAnswered),
    ("personal-budget-requested", Moment::BudgetRequested),
    ("personal-budget-prepared", Moment::BudgetPrepared),
    ("direct-payment-started", Moment::DirectPaymentStarted),
    ("direct-payment-reviewed", Moment::DirectPaymentReviewed),
    ("plan-copy-requested", Moment::PlanCopyRequested),
    ("plan-copy-sent", Moment::PlanCopySent),
    ("plan-share-asked", Moment::PlanShareAsked),
    ("born", Moment::Born),
];

/// Names whose meaning depends on another field.
const PARTICULAR: &[&str] = &[
    "decision-to-assess",
    "review-decided",
    "decision-notified",
    "transfer-due",
    "mediation-told",
    "mediation-ended",
    "tribunal-order",
    "appeal-unopposed",
    "absence",
];

/// One row of `events`, read.
pub(super) struct EventRow {
    on: Date,
    moments: Vec<Moment>,
    until: Option<Date>,
    recorded: Option<Date>,
    about: Option<String>,
}

impl EventRow {
    pub(super) fn read(row: &Map<String, Value>) -> Result<Self, String> {
        let name = text(row, "event").ok_or("“event” is missing; it must name what happened.")?;
        let on = if name == "transfer-due" { start_of_term(row)? } else { field_date(row, "on")? };
        let until = optional_date(row, "until")?;
        let recorded = optional_date(row, "recorded")?;
        if name == "absence" && until.is_none() {
            return Err("an absence needs “until”, the day of return.".to_owned());
        }
        if until.is_some_and(|until| until <= on) {
            return Err(format!("“until” must be after “on” ({on})."));
        }
        let about = ["of", "source", "setting", "with"].into_iter().find_map(|field| text(row, field));
        let moments = moments_of(name, row, on)?;
        Ok(Self { on, moments, until, recorded, about: about.map(str::to_owned) })
    }
}

fn text<'a>(row: &'a Map<String, Value>, field: &str) -> Option<&'a str> {
    row.get(field).and_then(Value::as_str)
}

/// The start of term may be given as a month, for the first day of it.
fn start_of_term(row: &Map<String, Value>) -> Result<Date, String> {
    match text(row, "on") {
        Some(month) if month.len() == 7 => {
            format!("{month}-01").parse().map_err(|_| format!("“on” is “{month}”, which is not a month."))
        }
        _ => field_date(row, "on"),
    }
}

fn moments_of(name: &str, row: &Map<String, Value>, on: Date) -> Result<Vec<Moment>, String> {
    if let Some((_, moment)) = PLAIN.iter().find(|(known, _)| *known == name) {
        return Ok(vec![*moment]);
    }
    match name {
        "decision-to-assess" => match text(row, "outcome") {
            None | Some("assess") => Ok(vec![Moment::AssessmentAgreed, Moment::AssessDecisionNotified]),
            Some("refuse") => {
                Ok(vec![Moment::AssessmentRefused, Moment::AssessDecisionNotified, Moment::AppealableNotice])
            }
            Some(other) => Err(format!("“outcome” is “{other}”; it must be “assess” or “refuse”.")),
        },
        "review-decided" => match text(row, "outcome") {
            Some("maintain") => Ok(vec![Moment::ReviewMaintain]),
            Some("amend") => Ok(vec![Moment::ReviewAmend]),
            Some("cease") => Ok(vec![Moment::ReviewCease]),
            _ => Err("“outcome” must be “maintain”, “amend” or “cease”.".to_owned()),
        },
        "decision-notified" => match text(row, "about") {
            None => Ok(vec![Moment::AppealableNotice]),
            Some("refusal-to-assess") => {
                Ok(vec![Moment::AssessmentRefused, Moment::AssessDecisionNotified, Moment::AppealableNotice])
            }
            Some("no-plan") => Ok(vec![Moment::NoPlanNotified, Moment::AppealableNotice]),
            Some("cease") => Ok(vec![Moment::CeaseNotified, Moment::AppealableNotice]),
            Some(_) => Ok(vec![Moment::AppealableNotice]),
        },
        "transfer-due" => match text(row, "kind") {
            Some("school-phase") => Ok(vec![Moment::SchoolPhaseTransfer]),
            // Regulation 18(1)(a) is the autumn move from school; at any other time regulation 18(2) applies.
            Some("post-16") if (8..=10).contains(&on.month()) => Ok(vec![Moment::PostSixteenTransfer]),
            Some("post-16" | "between-post-16") => Ok(vec![Moment::BetweenPostSixteen]),
            _ => Err("a transfer needs “kind”: “school-phase”, “post-16” or “between-post-16”.".to_owned()),
        },
        "mediation-told" => Ok(match row.get("wanted").and_then(Value::as_bool) {
            Some(true) => vec![Moment::AdviserContacted, Moment::MediationWanted],
            Some(false) => vec![Moment::AdviserContacted, Moment::MediationDeclined],
            None => vec![Moment::AdviserContacted, Moment::MediationDeclined, Moment::MediationWanted],
        }),
        "mediation-ended" => match text(row, "kind") {
            None => Ok(vec![Moment::MediationEnded]),
            Some(_) => Ok(vec![Moment::MediationEnded, of_kind(row, name, OrderKind::agreed)?]),
        },
        "tribunal-order" => Ok(vec![of_kind(row, name, OrderKind::ordered)?]),
        "appeal-unopposed" => Ok(vec![of_kind(row, name, OrderKind::unopposed)?]),
        "absence" => Ok(vec![Moment::Absence]),
        _ => Err(unknown(name)),
    }
}

fn of_kind(
    row: &Map<String, Value>,
    name: &str,
    moment: impl Fn(OrderKind) -> Option<Moment>,
) -> Result<Moment, String> {
    let given = row.get("kind").cloned().unwrap_or(Value::Null);
    let kind: Option<OrderKind> = serde_json::from_value(given.clone()).ok();
    kind.and_then(&moment).ok_or_else(|| {
        let known: Vec<String> = OrderKind::ALL
            .iter()
            .filter(|kind| moment(**kind).is_some())
            .filter_map(|kind| serde_json::to_value(kind).ok()?.as_str().map(str::to_owned))
            .collect();
        format!("“kind” of {name} is {given}; it must be one of: {}.", known.join(", "))
    })
}

fn unknown(name: &str) -> String {
    let names = PLAIN.iter().map(|(known, _)| *known).chain(PARTICULAR.iter().copied());
    let near = names.min_by_key(|known| differences(name, known)).unwrap_or("request-received");
    format!("“{name}” is not an event this service knows. Did you mean “{near}”?")
}

/// How many letters differ: the usual edit distance, on short names only.
fn differences(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, letter) in one.chars().take(60).enumerate() {
        let mut corner = row[0];
        row[0] = line + 1;
        for (column, against) in other.iter().enumerate() {
            let above = row[column + 1];
            row[column + 1] = (above + 1).min(row[column] + 1).min(corner + usize::from(letter != *against));
            corner = above;
        }
    }
    row.last().copied().unwrap_or(usize::MAX)
}

/// Adds the rows to the facts, pairing requests and answers by whom they are about.
pub(super) fn add_to(facts: &mut Facts, rows: &[EventRow]) {
    let mut names: Vec<&str> = Vec::new();
    for row in rows {
        let key = row.about.as_deref().map_or(0, |about| key_of(&mut names, about));
        for moment in &row.moments {
            let mut fact = Fact::new(*moment, row.on).until(row.until).about(key);
            fact.recorded = row.recorded;
            facts.add(fact);
        }
    }
    read_reviews_held(facts, rows);
}

fn key_of<'a>(names: &mut Vec<&'a str>, name: &'a str) -> u16 {
    let place = names.iter().position(|held| *held == name).unwrap_or_else(|| {
        names.push(name);
        names.len() - 1
    });
    u16::try_from(place + 1).unwrap_or(u16::MAX)
}

/// `review-held` is a review that counts: the next year runs from it. After a `review-meeting` of the same review it
/// completes it. Alone, with no meeting before or after it and no move to this authority after it, it is also the
/// meeting from which the report and the decision are due.
fn read_reviews_held(facts: &mut Facts, rows: &[EventRow]) {
    let days = |moment: Moment| rows.iter().filter(move |row| row.moments.contains(&moment)).map(|row| row.on);
    for held in days(Moment::PreviousReview) {
        let other_meeting = days(Moment::ReviewMeeting).next().is_some();
        let moved_after = days(Moment::PlanTransferred).any(|day| day >= held);
        let later_review = days(Moment::PreviousReview).any(|day| day > held);
        if !other_meeting && !moved_after && !later_review {
            facts.reread_as_meeting(held);
        }
    }
}
