//! Messages about signing in.

use crate::template::Context;
use serde::Serialize;

/// Somebody is invited to have an account.
#[derive(Debug, Clone, Serialize)]
pub struct Invitation {
    /// The area's name.
    pub area: String,
    /// Who invites, as they wish to be known.
    pub invited_by: String,
    /// The one-time link.
    pub link: String,
    /// How long the link works, in days.
    pub days: u32,
}

impl Context for Invitation {
    const NAME: &'static str = "invitation";
    const SUBJECT: &'static str = "Your invitation to {{ area }} SEND services";
    const BODY: &'static str = "\
Hello,

{{ invited_by }} has invited you to set up an account with {{ area }} SEND services.

Set up your account:
{{ link|link }}

The link works once, for {{ days }} days. If you did not expect this message, you can ignore it.

{{ area }} SEND services
";

    fn sample() -> Self {
        Self { area: "Broadshire".into(), invited_by: "Priya Shah".into(), link: "/invitation/abc".into(), days: 7 }
    }
}

/// Somebody asked to set a new password.
#[derive(Debug, Clone, Serialize)]
pub struct ResetPassword {
    /// The area's name.
    pub area: String,
    /// The one-time link.
    pub link: String,
    /// How long the link works, in minutes.
    pub minutes: u32,
}

impl Context for ResetPassword {
    const NAME: &'static str = "reset-password";
    const SUBJECT: &'static str = "Set a new password for {{ area }} SEND services";
    const BODY: &'static str = "\
Hello,

Somebody, we hope you, asked to set a new password for your account with {{ area }} SEND services.

Set a new password:
{{ link|link }}

The link works once, for {{ minutes }} minutes. If you did not ask for it, you need do nothing: your password stays as it is.

{{ area }} SEND services
";

    fn sample() -> Self {
        Self { area: "Broadshire".into(), link: "/reset/abc".into(), minutes: 30 }
    }
}

/// The way of signing in changed (ASVS 6.3.7).
#[derive(Debug, Clone, Serialize)]
pub struct SignInChanged {
    /// The area's name.
    pub area: String,
    /// What changed, as a short sentence: "Your password was changed."
    pub what: String,
    /// When, in words.
    pub when: String,
    /// Where to look and put it right.
    pub link: String,
}

impl Context for SignInChanged {
    const NAME: &'static str = "sign-in-changed";
    const SUBJECT: &'static str = "How you sign in to {{ area }} SEND services has changed";
    const BODY: &'static str = "\
Hello,

{{ what }} This was on {{ when }}.

If it was you, you need do nothing. If it was not, check your account and set a new password now:
{{ link|link }}

{{ area }} SEND services
";

    fn sample() -> Self {
        Self {
            area: "Broadshire".into(),
            what: "Your password was changed.".into(),
            when: "4 September 2026 at 9:15am".into(),
            link: "/account".into(),
        }
    }
}

/// Somebody signed in on a device not seen before (ASVS 6.3.5).
#[derive(Debug, Clone, Serialize)]
pub struct NewSignIn {
    /// The area's name.
    pub area: String,
    /// The device in words: "Firefox on Windows".
    pub device: String,
    /// When, in words.
    pub when: String,
    /// Where to look and put it right.
    pub link: String,
}

impl Context for NewSignIn {
    const NAME: &'static str = "new-sign-in";
    const SUBJECT: &'static str = "A new device signed in to {{ area }} SEND services";
    const BODY: &'static str = "\
Hello,

Your account was used on a device that we had not seen before: {{ device }}, on {{ when }}.

If it was you, you need do nothing. If it was not, sign that device out and set a new password now:
{{ link|link }}

{{ area }} SEND services
";

    fn sample() -> Self {
        Self {
            area: "Broadshire".into(),
            device: "Firefox on Windows".into(),
            when: "4 September 2026 at 9:15am".into(),
            link: "/account".into(),
        }
    }
}
