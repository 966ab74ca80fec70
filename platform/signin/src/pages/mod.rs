//! The pages. Each works without JavaScript, save those of passkeys, whose forms show themselves only where they work.

mod account;
mod app_codes;
mod change_password;
mod demonstration;
mod forgot_password;
mod invitation;
mod kit;
mod making_passkeys;
mod passkey_sign_in;
mod prove;
mod provider_sign_in;
mod recovery_codes;
mod reset_password;
mod second_factor;
mod set_up;
mod sign_in;
mod sign_out;

use crate::service::SignIn;
use axum::routing::{get, post};
use axum::{Extension, Router};
use std::sync::Arc;
use web::Site;

/// Every page of signing in, for the site's router.
pub fn routes(sign_in: Arc<SignIn>) -> Router<Site> {
    Router::new()
        .route("/sign-in", get(sign_in::show).post(sign_in::send))
        .route("/sign-in/second-factor", get(second_factor::show).post(second_factor::send))
        .route("/sign-in/second-factor/passkey/options", post(second_factor::passkey_options))
        .route("/sign-in/second-factor/passkey", post(second_factor::passkey))
        .route("/sign-in/set-up", get(set_up::show).post(set_up::send))
        .route("/sign-in/passkey/options", post(passkey_sign_in::options))
        .route("/sign-in/passkey", post(passkey_sign_in::send))
        .route("/sign-in/with/{provider}", get(provider_sign_in::start))
        .route("/sign-in/with/{provider}/back", get(provider_sign_in::back))
        .route("/forgot-password", get(forgot_password::show).post(forgot_password::send))
        .route("/forgot-password/sent", get(forgot_password::sent))
        .route("/reset/{token}", get(reset_password::show).post(reset_password::send))
        .route("/invitation/{token}", get(invitation::show).post(invitation::send))
        .route("/account", get(account::show))
        .route("/account/devices/end", post(account::end_device))
        .route("/account/devices/end-others", post(account::end_others))
        .route("/account/password", get(change_password::show).post(change_password::send))
        .route("/account/app", get(app_codes::show).post(app_codes::send))
        .route("/account/app/remove", get(app_codes::ask_removal).post(app_codes::remove))
        .route("/account/passkeys/options", post(making_passkeys::options))
        .route("/account/passkeys", get(making_passkeys::show).post(making_passkeys::send))
        .route("/account/passkeys/{id}/remove", get(making_passkeys::ask_removal).post(making_passkeys::remove))
        .route("/account/recovery-codes", get(recovery_codes::show).post(recovery_codes::send))
        .route("/account/prove", get(prove::show).post(prove::send))
        .route("/account/prove/passkey/options", post(prove::passkey_options))
        .route("/account/prove/passkey", post(prove::passkey))
        .route("/sign-out", get(sign_out::show).post(sign_out::send))
        .route("/signed-out", get(sign_out::done))
        .route("/session", get(sign_out::still_here))
        .route("/demonstration", get(demonstration::show))
        .route("/demonstration/become", post(demonstration::become_person))
        .layer(Extension(sign_in))
}
