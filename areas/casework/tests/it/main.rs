//! Journeys through casework in given, when, then; what each person may see; what each page costs and reads like.
//! Everything runs in memory against both databases. Behaviour first, then permissions, each with its own files.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a helper of a test may stop the test")]

mod support;

// Asking.
mod ask_as_a_known_parent;
mod ask_by_telephone;
mod ask_for_a_child_on_roll;
mod ask_without_an_account;
mod database_goes_away;
mod session_ends_while_typing;

// The officer's day.
mod allocate_a_case;
mod decide_whether_to_assess;
mod officers_list;
mod same_child_on_record;
mod tell_officers_once_a_day;
mod tell_those_the_law_names;
mod two_officers_at_once;
mod who_can_follow_it;
mod wrong_moment;

// Who may.
mod audit;
mod permissions;

// What it costs and how it reads.
mod query_plans;
mod reading_age;
