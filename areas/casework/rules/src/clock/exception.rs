//! Whether the facts for an exception are there. It is only ever evidence beside the clock.

use calendar::closures::{absence_qualifies, days_between};
use calendar::limits::shift;
use jiff::civil::Date;

use super::fact::Facts;
use crate::case::terms::Ground;
use crate::law::{ExceptionList, Moment, MomentSet, moments};

/// Moments that can be the facts of an exception.
pub(super) const FACTS: MomentSet = moments(&[
    Moment::HeadAdviceRequested,
    Moment::EarlyYearsAdviceRequested,
    Moment::Absence,
    Moment::PersonalCircumstances,
    Moment::MissedAppointment,
    Moment::AwaitingRepresentations,
]);

/// The first exception on the list whose facts fall within the period of the limit. Overlapping exceptions count
/// once, so one is enough.
pub(super) fn available(
    list: ExceptionList,
    facts: &Facts,
    key: u16,
    start: Date,
    end: Option<Date>,
    as_of: Option<Date>,
) -> Option<Ground> {
    let end = end?;
    let happened = |on: Date| on >= start && on <= end && as_of.is_none_or(|day| on <= day);
    facts.list().iter().filter(|fact| FACTS.has(fact.moment)).find_map(|fact| {
        let ground = match fact.moment {
            Moment::HeadAdviceRequested => Ground::SchoolClosed,
            Moment::EarlyYearsAdviceRequested => Ground::EarlyYearsClosed,
            Moment::Absence => Ground::AwayFromArea,
            Moment::PersonalCircumstances => Ground::PersonalCircumstances,
            Moment::MissedAppointment => Ground::MissedAppointment,
            _ => Ground::AwaitingRepresentations,
        };
        let holds = list.allows(ground)
            && match ground {
                Ground::SchoolClosed | Ground::EarlyYearsClosed => {
                    happened(fact.on) && facts.closures.iter().any(|closure| closure.covers_request(fact.on))
                }
                Ground::AwayFromArea => {
                    let back = fact.until.or_else(|| as_of.map(|day| shift(day, 1))).unwrap_or(shift(end, 1));
                    let away = days_between(fact.on.max(start), back.min(shift(end, 1)));
                    absence_qualifies(away, list.least_absence())
                }
                Ground::PersonalCircumstances => {
                    fact.on <= end
                        && fact.until.is_none_or(|over| over > start)
                        && as_of.is_none_or(|day| fact.on <= day)
                }
                Ground::MissedAppointment => happened(fact.on) && (fact.key == 0 || fact.key == key),
                _ => happened(fact.on),
            };
        holds.then_some(ground)
    })
}

/// The first recorded exception that the list allows.
pub(super) fn claimed(list: ExceptionList, facts: &Facts, as_of: Option<Date>) -> Option<Ground> {
    facts
        .claims
        .iter()
        .find(|claim| list.allows(claim.ground) && as_of.is_none_or(|day| claim.on <= day))
        .map(|claim| claim.ground)
}
