//! The journey: send the person to the provider, take them back, check every word.

use super::http::{Http, HttpFault};
use super::settings::{ClientProof, ProviderSettings};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreErrorResponseType, CoreGenderClaim, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreRevocableToken,
    CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType, CoreUserInfoClaims,
};
use openidconnect::{
    AccessToken, AdditionalClaims, AuthType, AuthorizationCode, ClaimsVerificationError, Client, ClientId,
    ClientSecret, CsrfToken, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdToken,
    IdTokenClaims, IdTokenFields, IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, Scope, SignatureVerificationError, StandardErrorResponse, StandardTokenResponse, TokenResponse,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::time::SystemTime;
use thiserror::Error;
use tokio::sync::RwLock;
use url::Url;

/// How long a person may take at the provider.
const PATIENCE: SignedDuration = SignedDuration::from_mins(15);
/// How long a provider's description and keys are kept.
const KEPT: SignedDuration = SignedDuration::from_hours(1);
/// How far the provider's clock and ours may be apart, and how old a token may be.
const LEEWAY: SignedDuration = SignedDuration::from_mins(5);

/// Claims beyond the standard ones.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct More {
    /// GOV.UK One Login: the level of confidence reached.
    vot: Option<String>,
}
impl AdditionalClaims for More {}

type Token = IdToken<More, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;
type Fields = IdTokenFields<
    More,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;
type OurClient = Client<
    More,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    StandardTokenResponse<Fields, CoreTokenType>,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Why somebody can't be signed in this way.
#[derive(Debug, Error)]
pub enum OidcError {
    /// The settings are wrong.
    #[error("the settings of this sign-in provider are wrong: {0}")]
    Settings(String),
    /// The provider can't be reached or answers nonsense.
    #[error("the other sign-in service did not answer. Try again in a few minutes, or sign in another way")]
    Provider(String),
    /// The answer belongs to no journey of this browser, or to one too long ago.
    #[error("this sign-in was not begun here, or it took too long. Begin again")]
    NotBegunHere,
    /// The provider refused, or the person turned back.
    #[error("the other sign-in service did not sign you in")]
    TurnedBack(String),
    /// The token does not hold: wrong audience, nonce, issuer, signature or time.
    #[error("the other sign-in service's answer could not be trusted")]
    NotTrusted(String),
}

/// A journey that has begun: kept on the server under the visitor's cookie, and used once.
#[derive(Clone, Serialize, Deserialize)]
pub struct Pending {
    /// Which provider.
    pub provider: String,
    /// Where the person wanted to go: a path of this site.
    pub back_to: String,
    state: String,
    nonce: String,
    verifier: String,
    begun_at: Timestamp,
}

impl Pending {
    /// Under what the journey is kept: the hash of its state.
    #[must_use]
    pub fn key(&self) -> String {
        key_of(&self.state)
    }
}

impl Callback {
    /// Under what the journey was kept that this answer belongs to.
    #[must_use]
    pub fn key(&self) -> String {
        key_of(self.state.as_deref().unwrap_or_default())
    }
}

fn key_of(state: &str) -> String {
    hex::encode(Sha256::digest(format!("sign-in by another organisation\0{state}")))
}

/// Where to send the person, and what to keep.
pub struct Started {
    /// The provider's page.
    pub url: Url,
    /// To keep.
    pub pending: Pending,
}

/// What the provider sends back in the address.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Callback {
    /// The code.
    pub code: Option<String>,
    /// Our own state.
    pub state: Option<String>,
    /// The provider's name for itself (RFC 9207).
    pub iss: Option<String>,
    /// A refusal.
    pub error: Option<String>,
}

/// A verified identity. `(issuer, subject)` is the key; the e-mail address is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExternalIdentity {
    /// Who says so.
    pub issuer: String,
    /// Their unchanging name for the person.
    pub subject: String,
    /// The e-mail address they know.
    pub email: Option<String>,
    /// Whether they say that they checked it.
    pub email_is_verified: bool,
    /// The name they know.
    pub name: Option<String>,
    /// How the person proved it there (`amr`).
    pub amr: Vec<String>,
    /// The class of the proof (`acr`).
    pub acr: Option<String>,
    /// Whether that included a second factor; if not, ours is asked for.
    pub has_second_factor: bool,
}

struct Description {
    metadata: CoreProviderMetadata,
    read_at: Timestamp,
}

/// Signs people in by one provider.
pub struct RelyingParty {
    settings: ProviderSettings,
    redirect: RedirectUrl,
    http: Http,
    description: RwLock<Option<Description>>,
}

impl std::fmt::Debug for RelyingParty {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.settings.fmt(f)
    }
}

impl RelyingParty {
    /// A relying party; the provider is asked for its description when the first person comes.
    ///
    /// # Errors
    /// When the settings can't be right: an issuer without https is taken on this machine only.
    pub fn new(settings: ProviderSettings, redirect: Url) -> Result<Self, OidcError> {
        let issuer = Url::parse(&settings.issuer).map_err(|error| OidcError::Settings(error.to_string()))?;
        let local = matches!(issuer.host_str(), Some("localhost" | "127.0.0.1"));
        if issuer.scheme() != "https" && !local {
            return Err(OidcError::Settings(format!("the issuer {issuer} must begin with https")));
        }
        let http = Http::new().map_err(unreachable)?;
        let redirect = RedirectUrl::from_url(redirect);
        Ok(Self { settings, redirect, http, description: RwLock::new(None) })
    }

    /// The settings.
    #[must_use]
    pub fn settings(&self) -> &ProviderSettings {
        &self.settings
    }

    /// Begins a journey. `random` gives 32 fresh random bytes each time.
    ///
    /// # Errors
    /// When the provider can't be asked for its description.
    pub async fn start(
        &self,
        back_to: &str,
        mut random: impl FnMut() -> [u8; 32],
        now: Timestamp,
    ) -> Result<Started, OidcError> {
        let client = self.client(now).await?;
        let mut secret = || URL_SAFE_NO_PAD.encode(random());
        let pending = Pending {
            provider: self.settings.key.clone(),
            back_to: back_to.to_owned(),
            state: secret(),
            nonce: secret(),
            verifier: secret(),
            begun_at: now,
        };
        let (state, nonce) = (pending.state.clone(), pending.nonce.clone());
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(pending.verifier.clone()));
        let mut request = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, || CsrfToken::new(state), || Nonce::new(nonce))
            .set_pkce_challenge(challenge);
        for scope in self.settings.profile.scopes() {
            request = request.add_scope(Scope::new((*scope).to_owned()));
        }
        for (name, value) in self.settings.profile.parameters() {
            request = request.add_extra_param(*name, *value);
        }
        Ok(Started { url: request.url().0, pending })
    }

    /// Takes the person back: checks the state, swaps the code for a token, checks the token.
    ///
    /// # Errors
    /// Anything that does not hold.
    pub async fn finish(
        &self,
        pending: Pending,
        callback: &Callback,
        unique: [u8; 32],
        now: Timestamp,
    ) -> Result<ExternalIdentity, OidcError> {
        let state = callback.state.as_deref().unwrap_or_default();
        let issuer_is_ours = callback.iss.as_deref().is_none_or(|issuer| issuer == self.settings.issuer);
        let in_time = now.duration_since(pending.begun_at) < PATIENCE;
        let ours = pending.provider == self.settings.key && issuer_is_ours && in_time;
        if !ours || !crate::tokens::same(state, &pending.state) {
            return Err(OidcError::NotBegunHere);
        }
        if let Some(error) = &callback.error {
            return Err(OidcError::TurnedBack(error.chars().filter(char::is_ascii).take(60).collect()));
        }
        let code = callback.code.clone().ok_or(OidcError::NotBegunHere)?;
        let client = self.client(now).await?;
        let answer = self.exchange(&client, code, pending.verifier, unique, now).await?;
        let token = answer.id_token().ok_or_else(|| OidcError::NotTrusted("there is no ID token".into()))?;
        let nonce = Nonce::new(pending.nonce);
        let claims = match verify(&client, token, &nonce, now) {
            Err(ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)) => {
                self.description.write().await.take();
                verify(&self.client(now).await?, token, &nonce, now)
            }
            other => other,
        };
        let claims = claims.map_err(|error| OidcError::NotTrusted(error.to_string()))?;
        if let Some(wanted) = self.settings.profile.wanted_vot()
            && claims.additional_claims().vot.as_deref() != Some(wanted)
        {
            return Err(OidcError::NotTrusted("the level of confidence is not the one asked for".into()));
        }
        let mut identity = self.identity(&claims);
        if identity.email.is_none() {
            self.ask_for_email(&client, answer.access_token().clone(), &claims, &mut identity).await?;
        }
        Ok(identity)
    }

    async fn exchange(
        &self,
        client: &OurClient,
        code: String,
        verifier: String,
        unique: [u8; 32],
        now: Timestamp,
    ) -> Result<StandardTokenResponse<Fields, CoreTokenType>, OidcError> {
        let request = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(|error| OidcError::Settings(error.to_string()))?
            .set_pkce_verifier(PkceCodeVerifier::new(verifier));
        let request = match (&self.settings.proof, client.token_uri()) {
            (ClientProof::PrivateKey(key), Some(endpoint)) => request
                .add_extra_param("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .add_extra_param(
                    "client_assertion",
                    key.assertion(&self.settings.client_id, endpoint.as_str(), unique, now),
                ),
            _ => request,
        };
        request.request_async(&self.http).await.map_err(|error| match error {
            openidconnect::RequestTokenError::ServerResponse(refusal) => {
                OidcError::TurnedBack(refusal.error().to_string())
            }
            other => OidcError::Provider(other.to_string()),
        })
    }

    fn identity(&self, claims: &IdTokenClaims<More, CoreGenderClaim>) -> ExternalIdentity {
        let amr: Vec<String> =
            claims.auth_method_refs().into_iter().flatten().map(|method| method.to_string()).collect();
        let acr = claims.auth_context_ref().map(|class| class.to_string());
        let by_method = amr.iter().any(|method| matches!(method.as_str(), "mfa" | "otp" | "hwk" | "fido" | "ngcmfa"));
        let by_class = acr.as_ref().is_some_and(|acr| self.settings.second_factor_acr.contains(acr));
        ExternalIdentity {
            issuer: claims.issuer().to_string(),
            subject: claims.subject().to_string(),
            email: claims.email().map(|email| email.to_string()),
            email_is_verified: claims.email_verified().unwrap_or(false),
            name: claims.name().and_then(|name| name.get(None)).map(|name| name.to_string()),
            has_second_factor: by_method || by_class || self.settings.profile.wanted_vot().is_some(),
            amr,
            acr,
        }
    }

    /// Some providers tell the address at the userinfo endpoint alone.
    async fn ask_for_email(
        &self,
        client: &OurClient,
        access: AccessToken,
        claims: &IdTokenClaims<More, CoreGenderClaim>,
        identity: &mut ExternalIdentity,
    ) -> Result<(), OidcError> {
        let Ok(request) = client.user_info(access, Some(claims.subject().clone())) else { return Ok(()) };
        let told: CoreUserInfoClaims =
            request.request_async(&self.http).await.map_err(|error| OidcError::Provider(error.to_string()))?;
        identity.email = told.email().map(|email| email.to_string());
        identity.email_is_verified = told.email_verified().unwrap_or(false);
        if identity.name.is_none() {
            identity.name = told.name().and_then(|name| name.get(None)).map(|name| name.to_string());
        }
        Ok(())
    }

    async fn client(&self, now: Timestamp) -> Result<OurClient, OidcError> {
        let metadata = self.metadata(now).await?;
        let id = ClientId::new(self.settings.client_id.clone());
        let client = match &self.settings.proof {
            ClientProof::Secret(secret) => {
                OurClient::from_provider_metadata(metadata, id, Some(ClientSecret::new(secret.clone())))
            }
            ClientProof::PrivateKey(_) => {
                OurClient::from_provider_metadata(metadata, id, None).set_auth_type(AuthType::RequestBody)
            }
        };
        Ok(client.set_redirect_uri(self.redirect.clone()))
    }

    async fn metadata(&self, now: Timestamp) -> Result<CoreProviderMetadata, OidcError> {
        if let Some(known) = self.description.read().await.as_ref()
            && now.duration_since(known.read_at) < KEPT
        {
            return Ok(known.metadata.clone());
        }
        let issuer =
            IssuerUrl::new(self.settings.issuer.clone()).map_err(|error| OidcError::Settings(error.to_string()))?;
        let metadata = CoreProviderMetadata::discover_async(issuer, &self.http)
            .await
            .map_err(|error| OidcError::Provider(error.to_string()))?;
        *self.description.write().await = Some(Description { metadata: metadata.clone(), read_at: now });
        Ok(metadata)
    }
}

/// Signature, issuer, audience, nonce, expiry and age of the token, at the instant that is passed in.
fn verify(
    client: &OurClient,
    token: &Token,
    nonce: &Nonce,
    now: Timestamp,
) -> Result<IdTokenClaims<More, CoreGenderClaim>, ClaimsVerificationError> {
    use CoreJwsSigningAlgorithm as Alg;
    let verifier = client
        .id_token_verifier()
        .set_allowed_algs([
            Alg::RsaSsaPkcs1V15Sha256,
            Alg::RsaSsaPssSha256,
            Alg::EcdsaP256Sha256,
            Alg::EcdsaP384Sha384,
            Alg::EdDsa,
        ])
        .set_time_fn(|| SystemTime::from(now).into())
        .set_issue_time_verifier_fn(|issued| {
            let issued = SystemTime::from(issued);
            let (early, late) = (SystemTime::from(now + LEEWAY), SystemTime::from(now - LEEWAY));
            if issued > early || issued < late { Err("issued at another time".to_owned()) } else { Ok(()) }
        });
    token.claims(&verifier, nonce).cloned()
}

fn unreachable(fault: HttpFault) -> OidcError {
    OidcError::Provider(fault.to_string())
}
