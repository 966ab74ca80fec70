//! What happens while there is a plan: reviews, amendments, and its end.

use casework_rules::{Event, ReviewOutcome};

use super::{By, Teller};
use crate::day::Day;
use crate::plan::{NEED, REASON};
use crate::reviews::Outcome;

impl Teller<'_> {
    /// Takes a plan over from older records or from another authority.
    pub(super) fn bring_in(&mut self, made: Day, on: Day, moved_in: bool) {
        let (child, born) = (self.people.child.clone(), self.life.born.civil());
        let (placement, setting) = self.place_named(on, None);
        // The last review before: one each year about the anniversary.
        let reviewed = (1..12)
            .map(|years| made.plus(years * 365 - 20))
            .take_while(|&day| day.plus(10) < on)
            .last()
            .map(|day| self.workdays.until(day).civil());
        let need = NEED[self.life.need];
        let second_need = self.life.second_need.map(|second| NEED[second]);
        let by = if moved_in { By::Officer } else { By::Service };
        self.say(on, by, |on| Event::PlanBroughtIn {
            on,
            child,
            born,
            made: made.civil(),
            last_review: reviewed,
            moved_in,
            placement,
            setting,
            need,
            second_need,
        });
        let officer = self.people.officer.clone();
        self.say(on, by, |on| Event::OfficerAllocated { on, officer });
    }

    pub(super) fn reviews(&mut self) {
        let care = self.care;
        for review in &care.reviews {
            self.say(review.meeting, By::Setting, |on| Event::ReviewMeetingHeld { on });
            let outcome = match review.outcome {
                Outcome::Maintain => ReviewOutcome::Maintain,
                Outcome::Amend => ReviewOutcome::Amend,
                Outcome::Cease => ReviewOutcome::Cease,
            };
            // The records before this service did not keep reports.
            let sent = self.workdays.from(review.meeting.plus(self.dice.between(4, 15)));
            if review.meeting.year() >= self.times.year && sent < review.decided {
                self.say(sent, By::Setting, |on| Event::ReviewReportSent { on });
            }
            self.say(review.decided, By::Officer, |on| Event::ReviewDecided { on, outcome });
            if let Some(amended) = review.amended {
                let late = self.workdays.from(review.decided.plus(self.dice.between(4, 20)));
                let notice = if self.dice.permille(140) && late.plus(16) < amended { late } else { review.decided };
                self.amendment(notice, amended, review.change);
            }
        }
        for &[notice, amended, change] in &care.amendments {
            self.amendment(notice, amended, Some(change));
        }
    }

    fn amendment(&mut self, notice: Day, amended: Day, change: Option<Day>) {
        self.say(notice, By::Officer, |on| Event::AmendmentNoticeSent { on });
        self.amended_plan(amended, change);
    }

    pub(super) fn amended_plan(&mut self, on: Day, change: Option<Day>) {
        let (placement, setting) = self.place_named(on, change);
        let need = NEED[self.life.need];
        let second_need = self.life.second_need.map(|second| NEED[second]);
        self.say(on, By::Officer, |on| Event::AmendedPlanIssued { on, placement, setting, need, second_need });
    }

    pub(super) fn cease(&mut self) {
        let Some(cease) = self.life.case.as_ref().and_then(|case| case.cease) else { return };
        let reason = REASON[cease.reason];
        if let Some(notified) = self.care.cease_notified {
            self.say(notified, By::Officer, |on| Event::CeaseNotified { on, reason });
        }
        if self.care.cease_notified.is_some() || !reason.is_decision() {
            self.say(cease.on, By::Officer, |on| Event::PlanCeased { on, reason });
        }
    }
}
