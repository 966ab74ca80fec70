//! What every component stands on: content, attributes, the element writer, and lists with gaps.

pub(crate) mod attributes;
pub(crate) mod content;
pub(crate) mod element;
pub(crate) mod items;
pub(crate) mod lenient;
pub(crate) mod messages;
#[macro_use]
pub(crate) mod setters;
