//! The answers as words, for "check your answers" and for what is kept.

use casework_rules::{Channel, Requester};
use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::{Answers, Step, Way, step::Context, steps::child::Child};

/// A date as people write it: 3 July 2017.
pub fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// An instant as people write it: 3 July 2026 at 14:05.
pub fn when(at: Timestamp) -> String {
    let zone = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
    at.to_zoned(zone).strftime("%-d %B %Y at %H:%M").to_string()
}

/// A page's questions and answers. What was left empty says so.
pub fn answers(step: Step, answers: &Answers, context: &Context) -> Vec<(String, String)> {
    let said = |question: &str, answer: &str| (question.to_owned(), answer.to_owned());
    let maybe = |question: &str, answer: Option<String>| {
        (question.to_owned(), answer.unwrap_or_else(|| "Not given".to_owned()))
    };
    match step {
        Step::Arrived => vec![said("Came by", channel(answers.channel)), said("Reached us on", &day(answers.received))],
        Step::Who => {
            vec![said(if context.way == Way::Staff { "Who asked" } else { "Who you are" }, requester(answers.who))]
        }
        Step::Child => match &answers.child {
            Child::Known { id, born } => {
                let name =
                    context.children.iter().find(|child| child.id == *id).map_or("", |child| child.name.as_str());
                vec![said("Name", name), said("Date of birth", &day(*born))]
            }
            Child::Named { given, family, born, postcode, setting } => {
                let mut all = vec![
                    said("Name", &format!("{given} {family}")),
                    said("Date of birth", &day(*born)),
                    maybe("Postcode", postcode.map(|code| code.to_string())),
                ];
                if !matches!(context.way, Way::Setting { .. }) {
                    all.push(maybe("Nursery, school or college", setting.clone()));
                }
                all
            }
        },
        Step::Needs => vec![
            said("The worry", &answers.worry.needs),
            maybe("What has been tried", answers.worry.tried.clone()),
            maybe("What you would like to happen", answers.worry.hopes.clone()),
        ],
        Step::Contact => {
            let contact = &answers.contact;
            let mut all = vec![
                said("Name", &contact.name),
                maybe("E-mail", contact.email.as_ref().map(ToString::to_string)),
                maybe("Telephone", contact.phone.as_ref().map(ToString::to_string)),
                maybe("Postal address", contact.address.clone()),
                maybe("Help with language", contact.interpreter.clone()),
            ];
            if answers.who == Requester::Parent {
                let says = match contact.responsibility {
                    Some(true) => "Yes",
                    Some(false) => "No",
                    None => "Not sure",
                };
                all.insert(1, said("Parental responsibility", says));
            }
            all
        }
    }
}

/// How a request came, in words.
pub const fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Online => "This website",
        Channel::Letter => "Letter",
        Channel::Telephone => "Telephone",
        Channel::Email => "E-mail",
    }
}

/// How a request came, after its day: "2 March 2026, by letter".
pub const fn by_channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Online => "on this website",
        Channel::Letter => "by letter",
        Channel::Telephone => "by telephone",
        Channel::Email => "by e-mail",
    }
}

/// Who asked, in words.
pub const fn requester(who: Requester) -> &'static str {
    match who {
        Requester::Parent => "Parent or carer",
        Requester::YoungPerson => "The young person",
        Requester::Setting => "Nursery, school or college",
        Requester::Health => "Health professional",
        Requester::SocialCare => "Social care professional",
        Requester::Other => "Somebody else",
    }
}
