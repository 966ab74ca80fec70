//! Who asks. The law lets a parent, the young person or somebody acting for a setting ask (s.36(1)); anybody else may
//! draw attention to a child (s.24).

use casework_rules::Requester;
use maud::{Markup, html};
use web::Form;

use crate::request_form::{
    fields::WHO,
    step::{Context, Way},
};

const REQUESTERS: [(&str, Requester); 6] = [
    ("parent", Requester::Parent),
    ("young-person", Requester::YoungPerson),
    ("setting", Requester::Setting),
    ("health", Requester::Health),
    ("social-care", Requester::SocialCare),
    ("other", Requester::Other),
];

pub(crate) fn questions(form: &Form, context: &Context) -> Markup {
    let (legend, words) = if context.way == Way::Staff {
        (
            "Who asked?",
            [
                "A parent or carer",
                "The young person",
                "A nursery, school or college",
                "A health professional",
                "A social care professional",
                "Somebody else",
            ],
        )
    } else {
        (
            "Who are you?",
            [
                "I am the child's parent or carer",
                "I am the young person",
                "I work at a nursery, school or college",
                "I work in health",
                "I work in social care",
                "I am somebody else who knows the child",
            ],
        )
    };
    html! {
        (form.radios(WHO, REQUESTERS.iter().map(|(value, _)| *value).zip(words)).legend(legend))
    }
}

/// Who asks. A setting's own form does not ask: it is the setting.
pub(crate) fn read(form: &mut Form, context: &Context) -> Option<Requester> {
    if matches!(context.way, Way::Setting { .. }) {
        return Some(Requester::Setting);
    }
    let missing = if context.way == Way::Staff { "Select who asked" } else { "Select who you are" };
    form.choice(WHO, &REQUESTERS, missing)
}
