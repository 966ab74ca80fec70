//! Signing in: who somebody is, and nothing about what they may see.
//!
//! Password with a second factor (a code from an app, a passkey, a recovery code), a passkey alone, or another
//! organisation's word over OpenID Connect (Entra ID for staff, DfE Sign-in for schools, GOV.UK One Login for families:
//! profiles, none of them needed). Invitations, recovery, sessions per device, and a brake on guessing that can't be used
//! to lock somebody else out.
//!
//! The parts that decide are pure: they are told the instant and the random bytes and keep nothing. The pages are a thin
//! shell over them and over the store.
//!
//! What it is not: access. Identity is not parental responsibility; the policy in `access` decides what a person may
//! see. The cookie and the cross-site token belong to `web`.
//!
//! Start with [`SignIn`] and [`routes`], which the app puts together; `throttle.rs` for the policy (that of sessions is
//! `web::session_life`); `password/` and `totp.rs` for the proofs; `docs/adr/0006-sign-in.md` for why.

mod attempts;
mod ceremonies;
mod cookie;
pub mod devices;
mod factors;
mod notices;
pub mod oidc;
mod pages;
pub mod passkey;
pub mod password;
mod qr;
pub mod recovery_codes;
mod secrets;
mod service;
mod session;
mod steps;
pub mod throttle;
mod tidy;
pub mod tokens;
pub mod totp;

pub use pages::routes;
pub use secrets::Seal;
pub use service::{CastMember, SetUpError, SignIn, SignInSettings};
pub use tidy::tidy;
