//! Accounts: who can sign in, what proves them, and the roles they hold.
//!
//! Secrets come in as their owner keeps them: passwords hashed, one-time-code secrets encrypted, tokens as SHA-256 in
//! hexadecimal. Nothing here compares a password or makes a token: that is `signin`.

mod account;
mod identities;
mod recovery_codes;
mod roles;
mod second_factor;
mod status;

pub use account::{Account, NewAccount, by_email, create, email_key, find, list, rename, set_email, set_person};
pub use identities::{by_identity, identities, link_identity, unlink_identity};
pub use recovery_codes::{recovery_codes_left, set_recovery_codes, use_recovery_code};
pub use roles::{Grant, actor, end_role, grant_role, grants, holders};
pub use second_factor::{accept_totp_step, set_passkeys, set_totp_secret};
pub use status::{disable, enable, lock_until, set_password, signed_in};
