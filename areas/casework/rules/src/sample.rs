//! A made-up case with a long history, for benchmarks and examples. Nobody in it exists.

use calendar::Calendar;
use jiff::civil::{Date, date};

use crate::case::Case;
use crate::case::event::Event;
use crate::case::people::{Channel, Requester};
use crate::case::terms::{AdviceSource, AssessmentTest, Ground, Limb, Need, Placement, ReviewOutcome};

/// The events of a request, an assessment with five pieces of advice, a plan, and so many yearly reviews.
#[must_use]
pub fn long_history(reviews: u8) -> Vec<Event> {
    let mut events = vec![
        Event::RequestReceived {
            on: date(2020, 3, 2),
            child: "sample-child".into(),
            born: date(2014, 5, 1),
            from: Requester::Parent,
            by: Some("sample-parent".into()),
            channel: Channel::Online,
            needs: "He finds it hard to talk.".to_owned(),
        },
        Event::OfficerAllocated { on: date(2020, 3, 3), officer: "sample-officer".into() },
        Event::AssessmentAgreed {
            on: date(2020, 4, 9),
            by: "sample-officer".into(),
            test: AssessmentTest {
                needs: Limb::yes("The school has recorded a speech and language difficulty."),
                plan: Limb::yes("Two terms of support in school have not been enough."),
            },
        },
        Event::DecisionNotified { on: date(2020, 4, 10) },
    ];
    let sources = [
        AdviceSource::Family,
        AdviceSource::Setting,
        AdviceSource::Health,
        AdviceSource::EducationalPsychologist,
        AdviceSource::SocialCare,
    ];
    events.extend(sources.map(|source| Event::AdviceRequested { on: date(2020, 4, 14), source, of: None }));
    events.extend(sources.map(|source| Event::AdviceReceived { on: date(2020, 5, 20), source, of: None }));
    let school = || Some("sample-school".into());
    events.extend([
        Event::ExceptionRecorded {
            on: date(2020, 5, 28),
            ground: Ground::AwayFromArea,
            from: date(2020, 4, 20),
            until: Some(date(2020, 5, 20)),
            impractical: "The family was abroad and he could not be seen.".to_owned(),
            by: "sample-officer".into(),
        },
        Event::PlanAgreed { on: date(2020, 6, 5), by: "sample-officer".into(), reasons: String::new() },
        Event::DraftServed { on: date(2020, 6, 8) },
        Event::SettingConsulted { on: date(2020, 6, 9), setting: "sample-school".into() },
        Event::SettingReplied { on: date(2020, 6, 19), setting: "sample-school".into(), can_meet: true },
        Event::RepresentationsReceived { on: date(2020, 6, 22) },
        Event::FinalPlanIssued {
            on: date(2020, 7, 17),
            placement: Placement::Mainstream,
            setting: school(),
            need: Need::Slcn,
            second_need: None,
        },
    ]);
    for year in (2021..).take(usize::from(reviews)) {
        events.extend([
            Event::ReviewMeetingHeld { on: date(year, 5, 6) },
            Event::ReviewReportSent { on: date(year, 5, 18) },
            Event::ReviewDecided { on: date(year, 5, 27), outcome: ReviewOutcome::Maintain },
        ]);
    }
    events
}

/// Works out the clock of one case so many times and gives the number of deadlines found: what a benchmark times.
#[must_use]
pub fn evaluate_clock(case: &Case, calendar: &Calendar, as_of: Date, rounds: u32) -> usize {
    (0..rounds).map(|_| std::hint::black_box(case.clock(calendar, std::hint::black_box(as_of))).deadlines.len()).sum()
}
