//! Passkeys against an authenticator made of a few lines, and OpenID Connect against a real provider.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that can't go on should stop where it stands")]

mod authenticator;
mod oidc_provider;
mod oidc_with_a_real_provider;
mod passkeys;
mod site;

mod account_pages;
mod demonstration_pages;
mod guessing;
mod invitation_pages;
mod passkey_pages;
mod provider_pages;
mod recovery_pages;
mod sign_in_pages;
