//! Tests of the law, the clock and the case, in one binary.

#[cfg(test)]
mod clock_json;
#[cfg(test)]
mod cost;
#[cfg(test)]
mod each_rule;
#[cfg(test)]
mod generated;
#[cfg(test)]
mod journey;
#[cfg(test)]
mod law_doc;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod public_data;
#[cfg(test)]
mod rules_table;
#[cfg(test)]
mod rulings;
#[cfg(test)]
mod states_doc;
#[cfg(test)]
mod stored_events;
#[cfg(test)]
mod vectors;
#[cfg(test)]
mod words;
