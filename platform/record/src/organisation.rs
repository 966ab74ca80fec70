//! Bodies: the local authority, settings, health, charities.

use crate::{OrganisationId, Period, Setting};
use serde::{Deserialize, Serialize};

/// What sort of agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AgencyKind {
    /// An integrated care board.
    IntegratedCareBoard,
    /// An NHS trust or another health provider.
    HealthProvider,
    /// The educational psychology service.
    EducationalPsychology,
    /// Children's or adults' social care.
    SocialCare,
    /// The information, advice and support service.
    AdviceAndSupport,
    /// A mediation service.
    Mediation,
    /// The youth offending team.
    YouthOffending,
    /// A transport operator.
    Transport,
    /// A parent carer forum.
    ParentCarerForum,
    /// A charity or another independent provider.
    Independent,
}

/// An agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agency {
    /// What sort.
    pub kind: AgencyKind,
}

/// What the organisation is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "is")]
pub enum OrganisationKind {
    /// The local authority that runs the area, or another one.
    LocalAuthority {
        /// Its three-digit code.
        code: Option<crate::LaCode>,
        /// Its ONS code.
        gss: Option<crate::GssCode>,
    },
    /// A school, college or early years provider.
    Setting(Box<Setting>),
    /// An agency.
    Agency(Agency),
    /// An academy trust.
    Trust,
}

/// A body that people work for or attend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// While it may use the service. A body outside its period, or suspended, sees nothing, whoever signs in.
    pub active: Period,
    /// While it is suspended.
    pub suspended: Option<Period>,
}

impl Organisation {
    /// May its people use the service on this day?
    #[must_use]
    pub fn is_active_on(&self, on: jiff::civil::Date) -> bool {
        self.active.contains(on) && !self.suspended.is_some_and(|period| period.contains(on))
    }

    /// The setting, if it is one.
    #[must_use]
    pub fn setting(&self) -> Option<&Setting> {
        match &self.kind {
            OrganisationKind::Setting(setting) => Some(setting),
            _ => None,
        }
    }
}
