//! One child's case: events, commands, the decision that joins them, and the state they add up to.

pub mod event;
pub mod people;
pub mod terms;
