//! What the operator sets for one provider, and what each kind of provider wants.

use super::assertion::SigningKey;

/// How we prove to the provider who we are.
#[derive(Clone)]
pub enum ClientProof {
    /// A shared secret, sent by HTTP basic authentication.
    Secret(String),
    /// A signed assertion (`private_key_jwt`, RFC 7523) with ES256: what GOV.UK One Login wants.
    PrivateKey(SigningKey),
}

/// The kind of provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Microsoft Entra ID, with the issuer of one tenant: staff.
    Entra,
    /// DfE Sign-in: schools.
    DfeSignIn,
    /// GOV.UK One Login, password with second factor (`vtr` `Cl.Cm`): families.
    OneLogin,
    /// Any other.
    Generic,
}

/// One provider.
#[derive(Clone)]
pub struct ProviderSettings {
    /// A short name in addresses: small letters and hyphens.
    pub key: String,
    /// The words on the button: "your council account".
    pub label: String,
    /// The kind.
    pub profile: Profile,
    /// The issuer, exactly as its discovery document names it.
    pub issuer: String,
    /// The client id it gave us.
    pub client_id: String,
    /// Our proof.
    pub proof: ClientProof,
    /// Values of `acr` that mean a second factor was used there, when the provider says it that way.
    pub second_factor_acr: Vec<String>,
    /// Whether its e-mail addresses may be trusted to find the account the first time, even when it does not say that it
    /// checked them: right for the tenant of one's own organisation, wrong for a service where anybody signs up.
    pub addresses_are_its_own: bool,
}

impl std::fmt::Debug for ProviderSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ProviderSettings({} {:?} at {})", self.key, self.profile, self.issuer)
    }
}

impl Profile {
    /// What we ask to be told, beside `openid`.
    #[must_use]
    pub fn scopes(self) -> &'static [&'static str] {
        match self {
            // One Login has no `profile` scope and refuses unknown ones.
            Self::OneLogin => &["email"],
            Self::DfeSignIn => &["profile", "email", "organisation"],
            Self::Entra | Self::Generic => &["profile", "email"],
        }
    }

    /// Further parameters of the authorisation request.
    #[must_use]
    pub fn parameters(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::OneLogin => &[("vtr", r#"["Cl.Cm"]"#), ("ui_locales", "en")],
            Self::Entra | Self::DfeSignIn | Self::Generic => &[],
        }
    }

    /// The level of confidence that the ID token must name (`vot`), when one was asked for.
    #[must_use]
    pub fn wanted_vot(self) -> Option<&'static str> {
        (self == Self::OneLogin).then_some("Cl.Cm")
    }
}
