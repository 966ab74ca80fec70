//! The few sentences that people write in a case.

use casework_rules::{AssessmentTest, Limb};

use crate::dice::Dice;

/// What a family or school says of the needs, by primary need.
const NEEDS: [&[&str]; 13] = [
    &[
        "Finds changes to the day very hard, and stays away from other children at play.",
        "Noise and crowds overwhelm him; he needs a quiet place and warning of what comes next.",
        "Talks well about what interests her, but cannot follow a conversation in a group.",
    ],
    &[
        "Wears hearing aids and misses much of what is said in class.",
        "Cochlear implants since the age of two; tires by midday.",
    ],
    &[
        "Works three years behind the class and forgets from one day to the next.",
        "Needs every step shown and practised many times.",
    ],
    &["Sees and hears very little, and learns by touch."],
    &[
        "Several medical conditions that doctors are still looking into.",
        "Needs help with much of the day for reasons not yet named.",
    ],
    &[
        "Uses a wheelchair and needs help with writing and personal care.",
        "Tires quickly and falls often; cannot manage the stairs.",
    ],
    &["Needs an adult at all times for feeding, moving and communication."],
    &[
        "Has been sent home eleven times this term and is frightened of going back.",
        "Hits out when work gets hard, and is sorry afterwards.",
        "Has not come into school for two months; panics at the gate.",
    ],
    &[
        "Says few words that others understand, and gives up trying.",
        "Does not follow what is asked unless it is shown.",
        "Speech is behind by two years; joins in only with pictures.",
    ],
    &[
        "Learns at the level of a much younger child and needs one adult close by.",
        "Uses signs and a few words; does not know danger.",
    ],
    &[
        "Bright, and cannot read the questions; two years of extra lessons have not helped.",
        "Reads at the level of a six-year-old and has begun to refuse.",
    ],
    &["Registered partially sighted; needs everything enlarged and help to get about."],
    &["Needs that are still being looked into."],
];

/// What the requester says.
pub fn needs(need: usize, dice: &mut Dice) -> String {
    (*dice.pick(NEEDS[need.min(NEEDS.len() - 1)])).to_owned()
}

/// How both questions are answered when the authority agrees to assess.
pub fn agreed(dice: &mut Dice) -> AssessmentTest {
    let plan = dice.pick(&[
        "Two cycles of assess, plan, do and review have not brought the progress hoped for.",
        "What is needed goes beyond what the setting can arrange from its own means.",
        "Advice from several professionals points to provision that a plan may have to secure.",
    ]);
    AssessmentTest {
        needs: Limb::yes("The school’s records and the parents’ account show needs well beyond peers."),
        plan: Limb::yes(*plan),
    }
}

/// How both questions are answered when the authority refuses.
pub fn refused(dice: &mut Dice) -> AssessmentTest {
    let plan = dice.pick(&[
        "The support now in place is recent and is bringing progress; it has not run its course.",
        "The needs described can be met from what the setting ordinarily has.",
        "The evidence does not yet show what has been tried and with what result.",
    ]);
    AssessmentTest {
        needs: Limb::yes("It is accepted that there may be special educational needs."),
        plan: Limb::no(*plan),
    }
}

/// Why no plan is made after an assessment.
pub fn no_plan(dice: &mut Dice) -> String {
    (*dice.pick(&[
        "The advice agrees that the needs can be met by SEN support with the steps set out in it.",
        "The provision advised is what the setting ordinarily makes, and it has agreed to make it.",
    ]))
    .to_owned()
}
