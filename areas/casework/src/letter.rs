//! The letter about the decision whether to assess: what was decided, why, what happens next or how to challenge it.
//!
//! A refusal carries what regulation 5(3) asks for: the reasons, the right to appeal and its time limit, mediation under
//! regulation 32, disagreement resolution, and where to get information, advice and support.

use calendar::Calendar;
use casework_rules::{AssessmentTest, Clock, Deadline, Event, Stage, law::RuleId, long_date};
use jiff::civil::Date;
use maud::{Markup, html};
use record::Person;
use web::Visit;

use crate::{file::CaseFile, pages::paragraphs, store::Loaded};

/// The letter of a case on which a decision whether to assess was made. None before. Until it is sent, its dates are
/// those that sending it today will set.
pub fn decision(visit: &Visit, loaded: &Loaded, person: &Person, file: &CaseFile) -> Option<Markup> {
    let sent = match loaded.case.stage() {
        Stage::NotAssessing { notified: None, .. } | Stage::Assessing { notified: None, .. } => {
            loaded.case.clone().apply(&Event::DecisionNotified { on: visit.today })
        }
        _ => loaded.case.clone(),
    };
    let clock = &sent.clock(&Calendar::england(), visit.today);
    let (on, assess, test) = loaded.events.iter().rev().find_map(|(_, event)| match event {
        Event::AssessmentAgreed { on, test, .. } => Some((*on, true, test.clone())),
        Event::AssessmentRefused { on, test, .. } => Some((*on, false, test.clone())),
        _ => None,
    })?;
    let area = &visit.site.settings.area_name;
    Some(html! {
        article class="wh-letter" aria-label="Letter" {
            p class="govuk-body" { (area) " SEND services" br; "Reference: " (file.reference) br; (long_date(visit.today)) }
            h2 class="govuk-heading-m" { "About " (person.name.to_string()) @if assess { ": we will assess" } @else { ": we will not assess" } }
            @if assess { (agreed(clock, on)) } @else { (refused(clock, on, &test)) }
            p class="govuk-body" { "If anything here is not clear, ask us. " (visit.site.settings.help_line) ". You can have this letter in another language, in large print or in Easy Read." }
        }
    })
}

fn agreed(clock: &Clock, on: Date) -> Markup {
    let last = |rule: RuleId| clock.of(rule).and_then(Deadline::limit_day).map(long_date).unwrap_or_default();
    html! {
        p class="govuk-body" { "On " (long_date(on)) " we decided to carry out an education, health and care (EHC) needs assessment." }
        p class="govuk-body" { "We will now ask you, the nursery, school or college, an educational psychologist, health and social care what help is needed. Each has 6 weeks to answer." }
        p class="govuk-body" { "If we find that no plan is needed, we must tell you by " strong { (last(RuleId::Asm01)) } ". If a plan is needed, you must have it by " strong { (last(RuleId::Fin01)) } "." }
    }
}

fn refused(clock: &Clock, on: Date, test: &AssessmentTest) -> Markup {
    let appeal = clock.of(RuleId::App01).and_then(Deadline::limit_day).map(long_date).unwrap_or_default();
    let yes = |met: bool| if met { "Yes." } else { "No." };
    html! {
        p class="govuk-body" { "On " (long_date(on)) " we decided not to carry out an education, health and care (EHC) needs assessment. The law asks two questions (section 36(8) of the Children and Families Act 2014)." }
        p class="govuk-body" { strong { "Does the child or young person have, or may they have, special educational needs? " } (yes(test.needs.met)) " " (paragraphs(&test.needs.why)) }
        p class="govuk-body" { strong { "May it be necessary for help to be given through a plan? " } (yes(test.plan.met)) " " (paragraphs(&test.plan.why)) }
        h3 class="govuk-heading-s" { "If you do not agree" }
        ul class="govuk-list govuk-list--bullet" {
            li { "Talk to us, or ask for disagreement resolution. It is free and independent." }
            li { "Talk to a mediation adviser. You must do this before you appeal, but you need not go to mediation. The adviser gives you a certificate." }
            li { "Appeal to the First-tier Tribunal (Special Educational Needs and Disability). You have until " strong { (appeal) } ", or one month from the date of the mediation certificate if that is later." }
            li { "Get free information, advice and support from the area's independent service." }
        }
        p class="govuk-body" { "Help that the school gives goes on. You can ask again later." }
    }
}
