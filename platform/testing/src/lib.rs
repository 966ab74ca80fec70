//! What tests stand on.
//!
//! **What it is.** [`each_database!`] runs a test twice, on SQLite and on PostgreSQL, each time with an empty database
//! of its own whose tables are made. [`postgres::server`] finds or starts the PostgreSQL server for that: a throw-away
//! cluster in a temporary folder, shared by all test processes of this machine and gone ten minutes after the last one.
//!
//! **What it is not.** Never a dependency of the program itself. It may read the environment, which the rest may not:
//! `WHERRY_TEST_POSTGRES` gives the URL of a ready server (superuser, any database); with `WHERRY_TEST_STRICT=1` a test
//! that has no PostgreSQL fails instead of printing what it left out.
//!
//! **Where to start.**
//!
//! ```ignore
//! testing::each_database! {
//!     /// Two officers save at once.
//!     async fn the_second_save_is_a_conflict(store: Store) { … }
//! }
//! // With an area's own tables:
//! testing::each_database! { with store::Migrations::platform().and(casework::migrations);
//!     async fn a_request_appears_in_the_list(store: Store) { … }
//! }
//! ```
//! Each makes the tests `name::sqlite` and `name::postgres`.
//!
//! For pages there is [`web`] (feature `web`): a whole site in memory, with people of every role signed in to it.

pub mod clock;
pub mod databases;
pub mod postgres;
#[cfg(feature = "web")]
pub mod web;

pub use clock::{at, day};

/// Runs each test on both databases. The test gets a [`store::Store`] with tables and no rows.
#[macro_export]
macro_rules! each_database {
    (with $migrations:expr; $( $(#[$attribute:meta])* async fn $name:ident($store:ident : Store) $body:block )+) => {
        $(
            $(#[$attribute])*
            mod $name {
                use super::*;

                async fn test($store: ::store::Store) $body

                #[test]
                fn sqlite() {
                    $crate::databases::on_sqlite(&$migrations, test);
                }

                #[test]
                fn postgres() {
                    $crate::databases::on_postgres(stringify!($name), &$migrations, test);
                }
            }
        )+
    };
    ($($tests:tt)+) => {
        $crate::each_database! { with ::store::Migrations::platform(); $($tests)+ }
    };
}
