//! Tests across the record: matching, and the worked examples of the law.

mod matching;
mod vectors;
