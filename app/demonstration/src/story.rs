//! Tells one case in events, in the order in which they happened.
//!
//! Every event is one that `casework-rules` knows, and a case told here can be replayed through its commands: nothing
//! is named before it was consulted, no plan ends while it can be appealed. What lies after yesterday is left out.

mod disagree;
mod keep;
mod request;
mod words;

use casework_rules::{Event, PersonRef, SettingRef};
use jiff::civil::Date;

use crate::appeals::Appeal;
use crate::day::Day;
use crate::dice::Dice;
use crate::lives::{Life, Origin};
use crate::reviews::Care;
use crate::schedule::Ending;
use crate::settings::Times;
use crate::workdays::Workdays;

/// Who takes part in a case.
#[derive(Debug, Clone)]
pub struct People {
    /// The child or young person.
    pub child: PersonRef,
    /// Whoever brings them up and writes to the authority.
    pub parent: PersonRef,
    /// The co-ordinator.
    pub officer: PersonRef,
    /// The manager who decides.
    pub decider: PersonRef,
    /// The SENCO of the setting at the time of the request, if there is one.
    pub senco: Option<PersonRef>,
    /// The educational psychologist.
    pub psychologist: PersonRef,
    /// The health adviser.
    pub health: PersonRef,
    /// The social worker.
    pub social_worker: PersonRef,
    /// The advisory teacher.
    pub advisory_teacher: PersonRef,
    /// The setting of each stay, where it has one.
    pub settings: Vec<Option<SettingRef>>,
}

/// Who recorded an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The co-ordinator or manager.
    Officer,
    /// The parent, or the young person.
    Family,
    /// The setting.
    Setting,
    /// The service, when it took older records over.
    Service,
}

/// One event, and who recorded it.
#[derive(Debug, Clone)]
pub struct Told {
    /// What happened.
    pub event: Event,
    /// The day it happened.
    pub on: Day,
    /// Who recorded it.
    pub by: By,
}

/// What a story is told from.
pub struct Teller<'a> {
    /// The child's path.
    pub life: &'a Life,
    /// Reviews and amendments.
    pub care: &'a Care,
    /// An appeal.
    pub appeal: Option<Appeal>,
    /// Who takes part.
    pub people: &'a People,
    /// The dates of the county.
    pub times: &'a Times,
    /// Working days.
    pub workdays: &'a Workdays,
    /// Chance, for the particulars.
    pub dice: Dice,
    told: Vec<Told>,
}

impl<'a> Teller<'a> {
    /// Sets out to tell a story.
    #[must_use]
    pub const fn new(
        life: &'a Life,
        care: &'a Care,
        appeal: Option<Appeal>,
        people: &'a People,
        times: &'a Times,
        workdays: &'a Workdays,
        dice: Dice,
    ) -> Self {
        Self { life, care, appeal, people, times, workdays, dice, told: Vec::new() }
    }

    /// The events of the case up to yesterday, in order.
    #[must_use]
    pub fn tell(mut self) -> Vec<Told> {
        let Some(case) = &self.life.case else { return self.told };
        match case.origin {
            Origin::Requested(journey) => {
                self.request(&journey);
                match journey.ending {
                    Ending::Withdrawn { on } => self.withdraw(on),
                    Ending::Refused => self.refuse(journey.notified),
                    Ending::NoPlan { on } => {
                        self.agree(journey.notified);
                        self.no_plan(journey.notified, on);
                    }
                    Ending::Final { on, exception } => {
                        self.agree(journey.notified);
                        if exception {
                            self.exception(journey.notified, on);
                        }
                        self.plan(journey.notified, on);
                    }
                    Ending::Disputed { on, dispute } => {
                        self.refuse(journey.notified);
                        let agreed = self.dispute(journey.notified, on, dispute);
                        self.plan(agreed, on);
                    }
                }
            }
            Origin::Earlier { made } => self.bring_in(made, self.times.begins.max(made), false),
            Origin::MovedIn { made, on } => self.bring_in(made, on, true),
        }
        self.reviews();
        self.appeal();
        self.cease();
        let last = self.times.yesterday;
        self.told.retain(|told| told.on <= last);
        self.told.sort_by_key(|told| told.on);
        self.told
    }

    fn say(&mut self, on: Day, by: By, event: impl FnOnce(Date) -> Event) {
        if on <= self.times.yesterday {
            self.told.push(Told { event: event(on.civil()), on, by });
        }
    }

    /// The place of education that a plan sent on this day names: the one that begins by then or soon after.
    fn place_named(&self, on: Day, ahead: Option<Day>) -> (casework_rules::Placement, Option<SettingRef>) {
        let at = ahead.unwrap_or(on);
        let stays = &self.life.stays;
        let index = stays.iter().rposition(|stay| stay.from <= at).unwrap_or(0);
        let setting = self.people.settings.get(index).cloned().flatten();
        (stays.get(index).map_or(casework_rules::Placement::Unknown, |stay| stay.place.placement()), setting)
    }
}
