//! Passkeys against an authenticator made of a few lines, and OpenID Connect against a real provider.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that can't go on should stop where it stands")]

mod authenticator;
mod oidc_provider;
mod oidc_with_a_real_provider;
mod passkeys;
