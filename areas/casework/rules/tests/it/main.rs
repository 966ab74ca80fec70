//! Tests of the law, the clock and the case, in one binary.

mod clock_json;
mod public_data;
mod rules_table;
mod vectors;
