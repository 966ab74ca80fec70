//! The messages that this area sends. None says anything of a child: each says that there is news, and where to sign in.

use notify::{Context, Registry, TemplateError};
use serde::Serialize;

/// Adds the area's messages to those of the platform.
///
/// # Errors
/// When the default words do not work: a fault in the program.
pub fn register(registry: Registry) -> Result<Registry, TemplateError> {
    registry.register::<DetailsChanged>()?.register::<EmergencyOpened>()?.register::<EmergencyQuestioned>()
}

/// To the contact known before: details were changed; is that right?
#[derive(Debug, Clone, Serialize)]
pub struct DetailsChanged {
    /// The area's name.
    pub area: String,
    /// The page that shows the change.
    pub link: String,
    /// Whom to ring.
    pub help_line: String,
}

impl Context for DetailsChanged {
    const NAME: &'static str = "details-changed";
    const SUBJECT: &'static str = "Please check: details were changed at {{ area }} SEND services";
    const BODY: &'static str = "\
Hello,

Somebody told us of a change to details that we hold.

If that was you, or you know of it, you need do nothing. If it was not, tell us now, so that nothing is sent to the wrong place:
{{ link|link }}

Or ring us: {{ help_line }}

To keep your information safe, we never put details in an e-mail.

{{ area }} SEND services
";

    fn sample() -> Self {
        Self {
            area: "Broadshire".into(),
            link: "/people/01JD0000000000000000000000".into(),
            help_line: "01632 960 001".into(),
        }
    }
}

/// To managers and the data protection officer: a record was opened in an emergency.
#[derive(Debug, Clone, Serialize)]
pub struct EmergencyOpened {
    /// The area's name.
    pub area: String,
    /// The page on which it is reviewed.
    pub link: String,
    /// The last day for the review.
    pub review_by: String,
}

impl Context for EmergencyOpened {
    const NAME: &'static str = "emergency-opened";
    const SUBJECT: &'static str = "A record was opened in an emergency in {{ area }}";
    const BODY: &'static str = "\
Hello,

A record was opened in an emergency in {{ area }} SEND services.

Somebody other than the one who opened it must review it by {{ review_by }}. See who, why and what was looked at:
{{ link|link }}

{{ area }} SEND services
";

    fn sample() -> Self {
        Self {
            area: "Broadshire".into(),
            link: "/emergency-access/01JD0000000000000000000000".into(),
            review_by: "25 November 2026".into(),
        }
    }
}

/// To the data protection officer: a review found no good reason.
#[derive(Debug, Clone, Serialize)]
pub struct EmergencyQuestioned {
    /// The area's name.
    pub area: String,
    /// The page of the emergency access.
    pub link: String,
}

impl Context for EmergencyQuestioned {
    const NAME: &'static str = "emergency-questioned";
    const SUBJECT: &'static str = "An emergency access in {{ area }} needs your attention";
    const BODY: &'static str = "\
Hello,

A review of an emergency access in {{ area }} SEND services found no good reason for it. Please follow it up:
{{ link|link }}

{{ area }} SEND services
";

    fn sample() -> Self {
        Self { area: "Broadshire".into(), link: "/emergency-access/01JD0000000000000000000000".into() }
    }
}
