//! The request for an EHC needs assessment, one question page at a time.
//!
//! One form serves everybody who may ask (s.36(1)): a parent or young person, with or without an account; a SENCO; and
//! an officer who writes down a call, a letter or an e-mail. The officer's twin has one page more ([`Step::Arrived`]),
//! since receipt is the day on which the request reached any channel of the authority. The law sets no form: only the
//! child's name and birth date, what the worry is, and a way to answer are needed; all else may be left empty.
//!
//! Answers live in a draft until they are sent, so nothing is lost when a session ends. `answers.rs` turns them into a
//! request or says what is wrong; `steps/` holds one file for each page.

pub mod answers;
pub mod fields;
pub mod step;
pub mod steps;
pub mod words;

pub use answers::Answers;
pub use step::{Step, Way};

/// The name under which the draft is kept.
pub const DRAFT: &str = "request-assessment";
