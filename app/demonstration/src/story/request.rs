//! From the request to the plan, or to the decision that there will be none.

use casework_rules::{AdviceSource, Channel, Event, Ground, Requester};

use super::{By, Teller, words};
use crate::day::Day;
use crate::plan::{NEED, Place};
use crate::schedule::Journey;
use crate::stock::past_school;

impl Teller<'_> {
    pub(super) fn request(&mut self, journey: &Journey) {
        let on = journey.requested;
        let (child, born) = (self.people.child.clone(), self.life.born.civil());
        let needs = words::needs(self.life.need, &mut self.dice);
        let age = self.life.age_at_start(on.academic_year());
        let draw = self.dice.below(1_000);
        if draw < 18 {
            let by = self.people.officer.clone();
            let from = if draw < 11 { Requester::Health } else { Requester::SocialCare };
            let reason = "Brought to our attention by a professional who knows the family well.".to_owned();
            self.say(on, By::Officer, |on| Event::BecameResponsible { on, child, born, from, by, reason });
        } else {
            let (from, by, author) = if past_school(age) && draw < 330 {
                (Requester::YoungPerson, Some(self.people.child.clone()), By::Family)
            } else if draw < 560 || self.people.senco.is_none() {
                (Requester::Parent, Some(self.people.parent.clone()), By::Family)
            } else {
                (Requester::Setting, self.people.senco.clone(), By::Setting)
            };
            let recent = on.year() >= self.times.year - 1;
            let channel = match self.dice.below(100) {
                0..58 if recent => Channel::Online,
                0..90 => Channel::Email,
                90..97 => Channel::Letter,
                _ => Channel::Telephone,
            };
            let author = if channel == Channel::Online { author } else { By::Officer };
            self.say(on, author, |on| Event::RequestReceived { on, child, born, from, by, channel, needs });
        }
        let allocated = self.workdays.from(on.plus(1)).min(journey.notified);
        let officer = self.people.officer.clone();
        self.say(allocated, By::Officer, |on| Event::OfficerAllocated { on, officer });
    }

    pub(super) fn withdraw(&mut self, on: Day) {
        let by = self.people.parent.clone();
        let reason = "The family told us that they no longer want an assessment.".to_owned();
        self.say(on, By::Officer, |on| Event::RequestWithdrawn { on, by, reason });
    }

    pub(super) fn refuse(&mut self, notified: Day) {
        let (by, test) = (self.people.decider.clone(), words::refused(&mut self.dice));
        self.say(notified, By::Officer, |on| Event::AssessmentRefused { on, by, test });
        self.say(notified, By::Officer, |on| Event::DecisionNotified { on });
    }

    pub(super) fn agree(&mut self, notified: Day) {
        let (by, test) = (self.people.decider.clone(), words::agreed(&mut self.dice));
        self.say(notified, By::Officer, |on| Event::AssessmentAgreed { on, by, test });
        self.say(notified, By::Officer, |on| Event::DecisionNotified { on });
    }

    /// Asks everybody for advice at once; each answers at its own pace before the end.
    fn advice(&mut self, from: Day, end: Day) {
        let asked = self.workdays.from(from.plus(self.dice.between(0, 1)));
        let room = end.since(asked).max(2);
        let young = self.life.age_at_start(from.academic_year()) < 4;
        let early = young && self.life.place_on(from) == Some(Place::EarlyYears);
        let setting = if early { AdviceSource::EarlyYears } else { AdviceSource::Setting };
        let people = self.people;
        // Source, who gives it, and the tenths of the time it takes, from and to.
        let mut sources = vec![
            (AdviceSource::Health, Some(people.health.clone()), 3, 9),
            (AdviceSource::EducationalPsychologist, Some(people.psychologist.clone()), 5, 10),
        ];
        if people.senco.is_some() {
            sources.push((setting, people.senco.clone(), 2, 6));
        }
        // The records before this service kept the advice of these three alone.
        let full = from.year() >= self.times.year - 1;
        if full {
            sources.push((AdviceSource::Family, Some(people.parent.clone()), 1, 4));
            sources.push((AdviceSource::SocialCare, Some(people.social_worker.clone()), 2, 8));
        }
        if full && matches!(self.life.need, 1 | 3 | 11) {
            sources.push((AdviceSource::SensoryTeacher, Some(people.advisory_teacher.clone()), 2, 7));
        }
        if full && self.life.age_at_start(from.academic_year()) >= 13 {
            sources.push((AdviceSource::PreparingForAdulthood, None, 4, 9));
        }
        for (source, of, low, high) in sources {
            let asked_of = of.clone();
            self.say(asked, By::Officer, |on| Event::AdviceRequested { on, source, of: asked_of });
            // Most answer within six weeks, however long the rest takes.
            let usual = (room * self.dice.between(low * 10, high * 10) / 100).max(1);
            let days = if usual > 42 && self.dice.permille(550) { self.dice.between(24, 42) } else { usual };
            let received = self.workdays.until(asked.plus(days)).max(asked);
            let by = if source == AdviceSource::Family { By::Family } else { By::Officer };
            self.say(received, by, |on| Event::AdviceReceived { on, source, of });
        }
    }

    pub(super) fn exception(&mut self, notified: Day, end: Day) {
        let by = self.people.officer.clone();
        let year = notified.year();
        let (closes, opens) = (Day::of(year, 7, 22), Day::of(year, 9, 4));
        let day = self.workdays.from(notified.plus(self.dice.between(8, 26))).min(self.workdays.until(end.plus(-8)));
        let length = self.dice.between(28, 44);
        if notified >= closes.plus(-6) && notified.plus(2) <= opens.plus(-8) {
            let (from, until) = (closes.civil(), Some(opens.civil()));
            let impractical = "The head could not be reached to give advice while the school was closed.".to_owned();
            let ground = Ground::SchoolClosed;
            self.say(day, By::Officer, |on| Event::ExceptionRecorded { on, ground, from, until, impractical, by });
        } else {
            let away = self.dice.permille(350);
            let (ground, impractical) = if away {
                (Ground::AwayFromArea, "The family was away, so the child could not be seen for the assessment.")
            } else {
                (Ground::PersonalCircumstances, "A bereavement in the family meant that no visit could be made then.")
            };
            let (from, until) = (day.plus(-3).civil(), Some(day.plus(-3 + length).civil()));
            let impractical = impractical.to_owned();
            self.say(day, By::Officer, |on| Event::ExceptionRecorded { on, ground, from, until, impractical, by });
        }
    }

    pub(super) fn no_plan(&mut self, notified: Day, on: Day) {
        let decided = self.workdays.until(on.plus(-self.dice.between(0, 3))).max(notified);
        self.advice(notified, decided.plus(-1));
        let (by, reasons) = (self.people.decider.clone(), words::no_plan(&mut self.dice));
        self.say(decided, By::Officer, |on| Event::PlanRefused { on, by, reasons });
        self.say(on, By::Officer, |on| Event::NoPlanNotified { on });
    }

    pub(super) fn plan(&mut self, notified: Day, on: Day) {
        let room = on.since(notified);
        let with_family = (room / 4).clamp(18, self.dice.between(26, 62));
        let draft = self.workdays.until(on.plus(-with_family));
        let agreed = self.workdays.until(draft.plus(-(room / 10).clamp(1, self.dice.between(3, 14))));
        self.advice(notified, agreed.plus(-1));
        let by = self.people.decider.clone();
        let reasons = String::new();
        self.say(agreed, By::Officer, |on| Event::PlanAgreed { on, by, reasons });
        self.say(draft, By::Officer, |on| Event::DraftServed { on });
        let (placement, setting) = self.place_named(on, None);
        if let Some(setting) = setting.clone() {
            let asked = self.workdays.until(draft.plus(self.dice.between(0, 3))).max(draft);
            let replied = self.workdays.until(asked.plus(self.dice.between(4, 15))).max(asked);
            let (consulted, can_meet) = (setting.clone(), self.dice.permille(930));
            self.say(asked, By::Officer, |on| Event::SettingConsulted { on, setting: consulted });
            self.say(replied, By::Setting, |on| Event::SettingReplied { on, setting, can_meet });
        }
        if self.dice.permille(460) {
            let answered = draft.plus(self.dice.between(6, 15));
            self.say(answered, By::Family, |on| Event::RepresentationsReceived { on });
        }
        let need = NEED[self.life.need];
        let second_need = self.life.second_need.map(|second| NEED[second]);
        self.say(on, By::Officer, |on| Event::FinalPlanIssued { on, placement, setting, need, second_need });
    }
}
