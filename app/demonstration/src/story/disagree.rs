//! Mediation and appeals.

use casework_rules::{AppealEnd, AppealKind, Event, OrderKind};

use super::{By, Teller};
use crate::appeals::dispute_days;
use crate::day::Day;
use crate::schedule::Dispute;

impl Teller<'_> {
    /// A refusal to assess that is turned round; gives the day on which the authority agreed after all.
    pub(super) fn dispute(&mut self, refused: Day, plan: Day, dispute: Dispute) -> Day {
        let days = dispute_days(refused, plan, dispute, self.workdays);
        let wanted = days.held.is_some();
        self.say(days.contacted, By::Family, |on| Event::MediationContacted { on, wanted });
        if let Some(held) = days.held {
            let agreed = dispute == Dispute::Mediation;
            self.say(held, By::Officer, |on| Event::MediationHeld { on, agreed });
        }
        if let Some(certificate) = days.certificate {
            self.say(certificate, By::Officer, |on| Event::MediationCertificate { on });
        }
        if let Some(registered) = days.registered {
            let about = AppealKind::RefusalToAssess;
            self.say(registered, By::Officer, |on| Event::AppealRegistered { on, about });
            let how = if registered.0 % 5 < 3 { AppealEnd::Unopposed } else { AppealEnd::Decided };
            let order = Some(OrderKind::Assess);
            self.say(days.settled, By::Officer, |on| Event::AppealEnded { on, how, order });
        }
        self.agree(days.agreed);
        days.agreed
    }

    pub(super) fn appeal(&mut self) {
        let Some(appeal) = self.appeal else { return };
        self.say(appeal.contacted, By::Family, |on| Event::MediationContacted { on, wanted: false });
        self.say(appeal.certificate, By::Officer, |on| Event::MediationCertificate { on });
        self.say(appeal.registered, By::Officer, |on| Event::AppealRegistered { on, about: appeal.about });
        self.say(appeal.ended, By::Officer, |on| Event::AppealEnded { on, how: appeal.how, order: appeal.order });
        if let Some(amended) = appeal.amended {
            self.amended_plan(amended, None);
        }
    }
}
