//! The pages of the request form, their order, and who sees which.

use jiff::civil::Date;
use maud::Markup;
use record::PersonId;
use web::Form;

use super::steps::{arrived, child, contact, needs, who};

/// In what part somebody fills the form in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// A parent, a young person or anybody else, with or without an account.
    Family,
    /// A SENCO, for a child on their roll or another.
    Setting {
        /// The name of their setting.
        name: String,
    },
    /// An officer who writes down what came by telephone, letter or e-mail.
    Staff,
}

/// A child whom the person may already choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownChild {
    /// The child.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their date of birth.
    pub born: Date,
}

/// What the pages need to know beside the answers.
#[derive(Clone, Debug)]
pub struct Context {
    /// In what part the person acts.
    pub way: Way,
    /// Today.
    pub today: Date,
    /// Children they may choose.
    pub children: Vec<KnownChild>,
    /// The name they signed in with, to start from.
    pub own_name: String,
    /// The e-mail address they signed in with, to start from.
    pub own_email: String,
}

/// One page of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// How and when the request reached the authority (officers only).
    Arrived,
    /// Who asks.
    Who,
    /// Which child.
    Child,
    /// The worry.
    Needs,
    /// How to answer the asker.
    Contact,
}

impl Step {
    const ALL: [Self; 5] = [Self::Arrived, Self::Who, Self::Child, Self::Needs, Self::Contact];

    /// The pages that this way of asking has, in order.
    pub fn of(way: &Way) -> Vec<Self> {
        Self::ALL.into_iter().filter(|step| way.shows(*step)).collect()
    }

    /// The page's name in its address.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Arrived => "arrived",
            Self::Who => "who",
            Self::Child => "child",
            Self::Needs => "needs",
            Self::Contact => "contact",
        }
    }

    /// The page with this name.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.slug() == slug)
    }

    /// The page's title.
    pub const fn title(self, way: &Way) -> &'static str {
        match (self, way) {
            (Self::Arrived, _) => "How the request reached us",
            (Self::Who, Way::Staff) => "Who asked",
            (Self::Who, _) => "Who you are",
            (Self::Child, _) => "The child or young person",
            (Self::Needs, Way::Setting { .. }) => "The child's needs and what you have done",
            (Self::Needs, _) => "What you are worried about",
            (Self::Contact, Way::Staff) => "How we can answer them",
            (Self::Contact, _) => "How we can answer you",
        }
    }

    /// The questions.
    pub fn questions(self, form: &Form, context: &Context) -> Markup {
        match self {
            Self::Arrived => arrived::questions(form),
            Self::Who => who::questions(form, context),
            Self::Child => child::questions(form, context),
            Self::Needs => needs::questions(form, context),
            Self::Contact => contact::questions(form, context),
        }
    }

    /// Marks what is wrong with this page's answers.
    pub fn check(self, form: &mut Form, context: &Context) {
        match self {
            Self::Arrived => drop(arrived::read(form, context)),
            Self::Who => drop(who::read(form, context)),
            Self::Child => drop(child::read(form, context)),
            Self::Needs => drop(needs::read(form)),
            Self::Contact => drop(contact::read(form, context)),
        }
    }
}

impl Way {
    fn shows(&self, step: Step) -> bool {
        match step {
            Step::Arrived => *self == Self::Staff,
            Step::Who => !matches!(self, Self::Setting { .. }),
            Step::Child | Step::Needs | Step::Contact => true,
        }
    }
}
