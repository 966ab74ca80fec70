//! Another organisation's word for who somebody is: OpenID Connect, authorisation code with PKCE.
//!
//! One relying party per provider, made from [`ProviderSettings`]; the profiles fill in what Entra ID, DfE Sign-in and
//! GOV.UK One Login want. None of them is needed: families are never gated on a service that councils may not get.
//!
//! The word covers identity alone. Which account it opens, and whether a second factor of our own is still asked for,
//! is decided by the caller from [`ExternalIdentity`].

mod assertion;
mod flow;
mod http;
mod settings;

pub use assertion::{BadKey, SigningKey};
pub use flow::{Callback, ExternalIdentity, OidcError, Pending, RelyingParty, Started};
pub use http::HttpFault;
pub use settings::{ClientProof, Profile, ProviderSettings};
