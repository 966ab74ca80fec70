//! All the answers together: a request, or the pages on which something is still wrong.

use casework_rules::{Channel, Requester};
use jiff::civil::Date;
use web::Form;

use super::{
    step::{Context, Step, Way},
    steps::{
        arrived,
        child::{self, Child},
        contact::{self, Contact},
        needs::{self, Worry},
        who,
    },
};

/// A whole request, every answer read and checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// Who asks.
    pub who: Requester,
    /// By which channel it came.
    pub channel: Channel,
    /// The day on which it reached the authority.
    pub received: Date,
    /// Which child.
    pub child: Child,
    /// The worry.
    pub worry: Worry,
    /// How to answer.
    pub contact: Contact,
}

impl Answers {
    /// Reads every page. What is wrong is marked on the form; `Err` holds the first page with a fault.
    pub fn read(form: &mut Form, context: &Context) -> Result<Self, Step> {
        for step in Step::of(&context.way) {
            let mut page = Form::of(form.posted().clone());
            step.check(&mut page, context);
            if page.has_errors() {
                *form = page;
                return Err(step);
            }
        }
        let (channel, received) = match context.way {
            Way::Staff => arrived::read(form, context).ok_or(Step::Arrived)?,
            Way::Family | Way::Setting { .. } => (Channel::Online, context.today),
        };
        Ok(Self {
            who: who::read(form, context).ok_or(Step::Who)?,
            channel,
            received,
            child: child::read(form, context).ok_or(Step::Child)?,
            worry: needs::read(form).ok_or(Step::Needs)?,
            contact: contact::read(form, context).ok_or(Step::Contact)?,
        })
    }
}
