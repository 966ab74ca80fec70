//! How and when a request reached the authority: asked of officers who write it down.

use casework_rules::Channel;
use jiff::civil::Date;
use maud::{Markup, html};
use web::Form;

use crate::request_form::{
    fields::{CHANNEL, RECEIVED},
    step::Context,
};

const CHANNELS: [(&str, Channel); 3] =
    [("telephone", Channel::Telephone), ("letter", Channel::Letter), ("email", Channel::Email)];

pub(crate) fn questions(form: &Form) -> Markup {
    html! {
        (form.radios(CHANNEL, [("telephone", "By telephone"), ("letter", "By letter or on paper"), ("email", "By e-mail")]).legend("How did it reach us?"))
        (form.date_input(RECEIVED).legend("When did it reach us?").hint("The day it first reached any part of the council, even if it was passed on later. The 6 and 20 weeks run from this day. For example, 27 3 2026"))
    }
}

/// The channel and the day of receipt.
pub(crate) fn read(form: &mut Form, context: &Context) -> Option<(Channel, Date)> {
    let channel = form.choice(CHANNEL, &CHANNELS, "Select how the request reached us");
    let received = form.date(RECEIVED, "day the request reached us");
    if received.is_some_and(|day| day > context.today) {
        form.date_error(RECEIVED, "The day the request reached us cannot be in the future");
        return None;
    }
    channel.zip(received)
}
