//! `wherry clock`: events in, deadlines out.

use std::io::Read;

use super::DONE;
use crate::{
    cli::{ClockInput, Format},
    machine,
    outcome::{Answer, Outcome},
};

pub fn run(input: ClockInput, format: Format) -> Answer {
    let text = read(&input)?;
    let as_of = input.as_of.unwrap_or_else(|| machine::clock().today());
    let answer = match format {
        Format::Json => casework_rules::clock_from_json(&text, Some(as_of)),
        Format::Text => casework_rules::clock_in_words(&text, Some(as_of)),
    };
    match answer {
        Ok(answer) => {
            println!("{answer}");
            DONE
        }
        Err(error) => Err(Outcome::misunderstood(format!("{}: {error}", input.input.display()))),
    }
}

fn read(input: &ClockInput) -> Result<String, Outcome> {
    let unread = |error| Outcome::misunderstood(format!("{} cannot be read: {error}", input.input.display()));
    if input.input.as_os_str() == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map_err(unread)?;
        return Ok(text);
    }
    std::fs::read_to_string(&input.input).map_err(unread)
}
