//! One file for each page of the request form: its questions and how its answers are read.

pub mod arrived;
pub mod child;
pub mod contact;
pub mod needs;
pub mod who;
