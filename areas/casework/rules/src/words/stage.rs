//! Where a case is, who has it, what happens next and by when, and what the reader can do.

use jiff::civil::Date;

use super::{Audience, long_date};
use crate::case::Case;
use crate::case::stage::Stage;
use crate::clock::{Clock, Deadline, State};
use crate::law::RuleId;

/// A stage in words for one reader.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct StageWords {
    /// A short heading.
    pub title: &'static str,
    /// Where is it?
    pub where_is_it: String,
    /// Who has it?
    pub who_has_it: String,
    /// What happens next?
    pub what_next: String,
    /// By when? The last lawful day of what happens next.
    pub by: Option<Date>,
    /// A late step, said plainly; none while nothing is late.
    pub late: Option<String>,
    /// What can I do?
    pub you_can: Vec<&'static str>,
}

/// The rule whose date answers "what happens next, and by when?".
const fn next_rules(stage: &Stage) -> &'static [RuleId] {
    match stage {
        Stage::Deciding { .. } => &[RuleId::Req03],
        Stage::Assessing { .. } => &[RuleId::Tro02, RuleId::Asm01],
        Stage::Drafting { .. } => &[RuleId::Tro05, RuleId::Tro03, RuleId::Fin01],
        Stage::DraftWithFamily { .. } => &[RuleId::Tro05, RuleId::Tro03, RuleId::Fin01],
        Stage::NotAssessing { notified: None, .. } => &[RuleId::Req03],
        Stage::NoPlan { notified: None, .. } => &[RuleId::Tro02, RuleId::Asm01],
        Stage::NotAssessing { .. } | Stage::NoPlan { .. } => &[RuleId::App01],
        Stage::Plan { .. } => &[RuleId::Rev01],
        Stage::Reviewing { .. } => &[RuleId::Rev07],
        Stage::Amending { notice: None, .. } => &[RuleId::Rev08],
        Stage::Amending { .. } => &[RuleId::Rev09, RuleId::Amd01],
        Stage::Ending { .. } => &[RuleId::Cea03],
        Stage::NotStarted | Stage::Withdrawn { .. } | Stage::Ceased { .. } => &[],
    }
}

impl Case {
    /// The case in words for this reader. `holder` is the name of the officer who has it, where the reader may know.
    #[must_use]
    pub fn words(&self, audience: Audience, clock: &Clock, holder: Option<&str>) -> StageWords {
        let stage = self.stage();
        let next = next_rules(&stage)
            .iter()
            .filter_map(|rule| clock.of(*rule))
            .find(|deadline| !matches!(deadline.state, State::NotApplicable { .. }));
        let by = next.and_then(Deadline::limit_day);
        let late = next.filter(|deadline| deadline.is_open() && deadline.state == State::Missed);
        StageWords {
            title: match audience {
                Audience::Family => family_title(&stage),
                _ => stage.kind().name(),
            },
            where_is_it: match audience {
                Audience::Family => family_where(&stage),
                Audience::Setting => setting_where(&stage),
                Audience::Officer | Audience::Board => stage_since(&stage),
            },
            who_has_it: who_has_it(&stage, audience, holder),
            what_next: match audience {
                Audience::Family => family_next(&stage, by),
                Audience::Setting => setting_next(&stage, by),
                Audience::Officer => next.map_or_else(|| "Nothing is due.".to_owned(), |next| next.words(audience)),
                Audience::Board => next.map_or_else(|| "Nothing is due.".to_owned(), Deadline::standing),
            },
            by,
            late: late.map(|deadline| late_words(deadline, audience)),
            you_can: match audience {
                Audience::Family => family_can(&stage),
                Audience::Setting => setting_can(&stage),
                Audience::Officer | Audience::Board => Vec::new(),
            },
        }
    }
}

fn late_words(deadline: &Deadline, audience: Audience) -> String {
    let day = deadline.limit_day().map(long_date).unwrap_or_default();
    match audience {
        Audience::Family => {
            format!("This is late. It should have been done by {day}. You can ask why, and you can complain.")
        }
        Audience::Setting => format!("This is late: it was due {day}."),
        Audience::Officer | Audience::Board => format!("{} is late: it was due {day}.", deadline.rule.label),
    }
}

const fn family_title(stage: &Stage) -> &'static str {
    match stage {
        Stage::NotStarted => "Nothing yet",
        Stage::Deciding { .. } => "We are deciding",
        Stage::Withdrawn { .. } => "The request was taken back",
        Stage::NotAssessing { .. } => "There will be no assessment",
        Stage::Assessing { .. } => "We are finding out what help is needed",
        Stage::NoPlan { .. } => "There will be no plan",
        Stage::Drafting { .. } => "We are writing the plan",
        Stage::DraftWithFamily { .. } => "You have a first version of the plan",
        Stage::Plan { .. } => "There is a plan",
        Stage::Reviewing { .. } => "We are deciding about the plan",
        Stage::Amending { .. } => "The plan is being changed",
        Stage::Ending { .. } => "The plan is going to end",
        Stage::Ceased { .. } => "The plan has ended",
    }
}

fn family_where(stage: &Stage) -> String {
    match stage {
        Stage::NotStarted => "We have not had a request yet.".to_owned(),
        Stage::Deciding { since } => {
            format!("We got the request on {}. We are deciding if there will be an assessment.", long_date(*since))
        }
        Stage::Withdrawn { on } => format!("The request was taken back on {}.", long_date(*on)),
        Stage::NotAssessing { decided, .. } => {
            format!("On {} we decided not to do an assessment.", long_date(*decided))
        }
        Stage::Assessing { decided, .. } => format!(
            "On {} we decided to do an assessment. We are asking experts what help is needed.",
            long_date(*decided)
        ),
        Stage::NoPlan { decided, .. } => format!("On {} we decided that there will be no plan.", long_date(*decided)),
        Stage::Drafting { decided } => {
            format!("On {} we decided that there will be a plan. We are writing it now.", long_date(*decided))
        }
        Stage::DraftWithFamily { served, answered: None } => {
            format!("We sent you a first version of the plan on {}. Please tell us what you think.", long_date(*served))
        }
        Stage::DraftWithFamily { answered: Some(answered), .. } => {
            format!("We got your answer on {}. We are finishing the plan.", long_date(*answered))
        }
        Stage::Plan { since } => format!("There is a plan. It was last changed or checked on {}.", long_date(*since)),
        Stage::Reviewing { meeting } => {
            format!("The review meeting was on {}. Now we decide if the plan should change.", long_date(*meeting))
        }
        Stage::Amending { notice: None, .. } => {
            "We decided to change the plan. We are writing down the changes.".to_owned()
        }
        Stage::Amending { notice: Some(notice), .. } => {
            format!("We sent you the changes to the plan on {}.", long_date(*notice))
        }
        Stage::Ending { notice, .. } => {
            format!("On {} we told you that the plan will end. It goes on for now.", long_date(*notice))
        }
        Stage::Ceased { on, .. } => format!("The plan ended on {}.", long_date(*on)),
    }
}

/// The day comes first, so that nobody reads it as the day of something else in the sentence.
fn family_next(stage: &Stage, by: Option<Date>) -> String {
    let by = by.map(long_date);
    let we_must = |what: &str| match &by {
        Some(day) => format!("By {day}, we must {what}."),
        None => format!("We must {what}."),
    };
    let you_get = |what: &str| match &by {
        Some(day) => format!("You must get {what} by {day}."),
        None => format!("You get {what} after that."),
    };
    match stage {
        Stage::NotStarted => "Somebody asks for an assessment.".to_owned(),
        Stage::Deciding { .. } => we_must("tell you if there will be an assessment"),
        Stage::NotAssessing { notified: None, .. } | Stage::NoPlan { notified: None, .. } => {
            we_must("write to you and say why")
        }
        Stage::NotAssessing { .. } | Stage::NoPlan { .. } => match &by {
            Some(day) => format!("Nothing more, unless you disagree. You can appeal until {day}."),
            None => "Nothing more, unless you disagree.".to_owned(),
        },
        Stage::Assessing { .. } => {
            let tell = we_must("tell you if there will be no plan");
            format!("We read what the experts say. {tell}")
        }
        Stage::Drafting { .. } => {
            format!("We send you a first version of the plan to read. {}", you_get("the final plan"))
        }
        Stage::DraftWithFamily { .. } => you_get("the final plan"),
        Stage::Plan { .. } => we_must("look at the plan again with you"),
        Stage::Reviewing { .. } => we_must("tell you if the plan will stay the same, change or end"),
        Stage::Amending { notice: None, .. } => we_must("send you the changes"),
        Stage::Amending { .. } => you_get("the changed plan"),
        Stage::Ending { .. } => match &by {
            Some(day) => format!("The plan goes on until the end of {day}, and longer if you appeal."),
            None => "The plan goes on until your appeal has ended.".to_owned(),
        },
        Stage::Withdrawn { .. } | Stage::Ceased { .. } => "Nothing more. You can ask again at any time.".to_owned(),
    }
}

fn family_can(stage: &Stage) -> Vec<&'static str> {
    let mut list: Vec<&'static str> = match stage {
        Stage::NotStarted | Stage::Withdrawn { .. } | Stage::Ceased { .. } => vec!["Ask for an assessment."],
        Stage::Deciding { .. } => vec!["Send us papers or tell us more.", "Tell us who else we should ask."],
        Stage::NotAssessing { .. } | Stage::NoPlan { .. } => {
            vec!["Ask us to explain.", "Talk to a mediation adviser.", "Appeal to the tribunal."]
        }
        Stage::Assessing { .. } => {
            vec!["Send us your own views.", "Ask us to get advice from somebody.", "Tell us if you will be away."]
        }
        Stage::Drafting { .. } => vec!["Ask for a personal budget.", "Look at schools and colleges."],
        Stage::DraftWithFamily { .. } => {
            vec![
                "Tell us what you think of the plan.",
                "Tell us which school or college you want.",
                "Ask for a meeting.",
            ]
        }
        Stage::Plan { .. } => vec!["Ask for a review sooner.", "Tell us if the help in the plan is not there."],
        Stage::Reviewing { .. } => vec!["Send us anything you want to add."],
        Stage::Amending { .. } => vec!["Tell us what you think of the changes.", "Ask for a school or college."],
        Stage::Ending { .. } => vec!["Ask us to explain.", "Talk to a mediation adviser.", "Appeal to the tribunal."],
    };
    list.push("Get free, independent advice.");
    list
}

fn setting_where(stage: &Stage) -> String {
    match stage {
        Stage::Assessing { decided, .. } => {
            format!("An assessment was agreed on {}. Advice is being gathered.", long_date(*decided))
        }
        Stage::DraftWithFamily { served, .. } => format!("The draft plan was served on {}.", long_date(*served)),
        Stage::Reviewing { meeting } => format!("The review meeting was held on {}.", long_date(*meeting)),
        other => stage_since(other),
    }
}

fn setting_next(stage: &Stage, by: Option<Date>) -> String {
    let by = by.map(|day| format!(" by {}", long_date(day))).unwrap_or_default();
    match stage {
        Stage::Deciding { .. } => format!("The local authority notifies its decision whether to assess{by}."),
        Stage::Assessing { .. } => format!("If no plan is necessary the local authority says so, with reasons,{by}."),
        Stage::Drafting { .. } | Stage::DraftWithFamily { .. } => format!("The final plan is due{by}."),
        Stage::Plan { .. } => format!("The review must be complete, with its decision notified,{by}."),
        Stage::Reviewing { .. } => format!("The local authority notifies its decision{by}."),
        Stage::Amending { notice: None, .. } => format!("The amendment notice is due{by}."),
        Stage::Amending { .. } => format!("The amended plan is due{by}."),
        Stage::Ending { .. } => format!("The plan is maintained{}.", by.replace(" by ", " until the end of ")),
        Stage::NotAssessing { .. } | Stage::NoPlan { .. } => format!("The family may appeal{by}."),
        Stage::NotStarted | Stage::Withdrawn { .. } | Stage::Ceased { .. } => "Nothing is due.".to_owned(),
    }
}

fn setting_can(stage: &Stage) -> Vec<&'static str> {
    match stage {
        Stage::Deciding { .. } => vec!["Send evidence of needs and of what has been tried."],
        Stage::Assessing { .. } => vec!["Give your advice: needs, provision, outcomes."],
        Stage::DraftWithFamily { .. } => vec!["Reply to a consultation within 15 days."],
        Stage::Plan { .. } => vec!["Set the date of the next review.", "Ask for an early review."],
        Stage::Reviewing { .. } => vec!["Send the report of the meeting within 2 weeks of it."],
        _ => Vec::new(),
    }
}

fn stage_since(stage: &Stage) -> String {
    let name = stage.kind().name();
    match stage {
        Stage::NotStarted => format!("{name}."),
        Stage::Deciding { since } | Stage::Plan { since } => format!("{name} since {}.", long_date(*since)),
        Stage::Withdrawn { on } | Stage::Ceased { on, .. } => format!("{name} on {}.", long_date(*on)),
        Stage::NotAssessing { decided, notified }
        | Stage::Assessing { decided, notified }
        | Stage::NoPlan { decided, notified } => {
            let told = notified.map_or_else(
                || "the family has not been notified yet".to_owned(),
                |on| format!("notified {}", long_date(on)),
            );
            format!("{name}: decided {}, {told}.", long_date(*decided))
        }
        Stage::Drafting { decided } => format!("{name} since {}.", long_date(*decided)),
        Stage::DraftWithFamily { served, .. } => format!("{name} since {}.", long_date(*served)),
        Stage::Reviewing { meeting } => format!("{name}: the meeting was held on {}.", long_date(*meeting)),
        Stage::Amending { notice, .. } => match notice {
            Some(on) => format!("{name}: notice sent {}.", long_date(*on)),
            None => format!("{name}: the notice is not sent yet."),
        },
        Stage::Ending { notice, .. } => format!("{name} on {}.", long_date(*notice)),
    }
}

fn who_has_it(stage: &Stage, audience: Audience, holder: Option<&str>) -> String {
    let family = audience == Audience::Family;
    match (stage, holder) {
        (Stage::NotStarted | Stage::Withdrawn { .. } | Stage::Ceased { .. }, _) => "Nobody: it is closed.".to_owned(),
        (Stage::DraftWithFamily { answered: None, .. }, _) if family => {
            "You have it. Then it comes back to us.".to_owned()
        }
        (Stage::DraftWithFamily { answered: None, .. }, Some(name)) => format!("The family; {name} for the authority."),
        (_, Some(name)) if family => format!("{name} at the council has it."),
        (_, Some(name)) => format!("{name}, for the local authority."),
        (_, None) if family => "The council has it. Nobody has been named yet.".to_owned(),
        (_, None) => "The local authority; no officer is named yet.".to_owned(),
    }
}
