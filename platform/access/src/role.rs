//! The parts that people and systems play.

use crate::OrganisationClass;
use serde::{Deserialize, Serialize};

macro_rules! roles {
    ($($role:ident = $code:literal, $words:literal;)+) => {
        /// A part that somebody plays. One account may hold several; each is judged by itself.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Role {
            $( #[doc = $words] $role, )+
        }

        impl Role {
            /// Every role.
            pub const ALL: &'static [Self] = &[ $( Self::$role, )+ ];

            /// A short code for tables and the audit.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $( Self::$role => $code, )+ }
            }

            /// The words that people read.
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $( Self::$role => $words, )+ }
            }
        }
    };
}

roles! {
    Anonymous = "anonymous", "Anybody, not signed in";
    ParentWithResponsibility = "parent-with-responsibility", "Parent or guardian with parental responsibility";
    ParentOrCarer = "parent-or-carer", "Parent without parental responsibility, or carer";
    YoungPerson = "young-person", "Young person";
    Supporter = "supporter", "Supporter or representative";
    Senco = "senco", "SENCO";
    SettingStaff = "setting-staff", "Setting staff";
    ConsultedSetting = "consulted-setting", "Consulted setting";
    Adviser = "adviser", "Adviser (educational psychology, health, social care)";
    DesignatedOfficer = "designated-officer", "Designated clinical or social care officer";
    Coordinator = "coordinator", "EHC co-ordinator";
    Manager = "manager", "SEND manager";
    PanelMember = "panel-member", "Panel member";
    Planner = "planner", "Commissioner or planner";
    Leadership = "leadership", "Board and leadership";
    Auditor = "auditor", "Data protection officer or auditor";
    Administrator = "administrator", "System administrator";
    MachineClient = "machine-client", "Another system";
    TransportOperator = "transport-operator", "Transport operator";
}

impl std::str::FromStr for Role {
    type Err = UnknownRole;

    fn from_str(code: &str) -> Result<Self, UnknownRole> {
        Self::ALL.iter().copied().find(|role| role.code() == code).ok_or_else(|| UnknownRole { code: code.to_owned() })
    }
}

/// A role that there is not.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{code}” is not a role.")]
pub struct UnknownRole {
    /// The code as it came.
    pub code: String,
}

impl Role {
    /// Is it a part that families play? These need no organisation.
    #[must_use]
    pub const fn is_family(self) -> bool {
        matches!(self, Self::ParentWithResponsibility | Self::ParentOrCarer | Self::YoungPerson | Self::Supporter)
    }

    /// The kinds of organisation in which somebody can hold the role; empty for those who need none.
    #[must_use]
    pub const fn organisations(self) -> &'static [OrganisationClass] {
        use OrganisationClass::{Agency, LocalAuthority, Operator, Setting};
        match self {
            Self::Anonymous
            | Self::ParentWithResponsibility
            | Self::ParentOrCarer
            | Self::YoungPerson
            | Self::Supporter => &[],
            Self::Senco | Self::SettingStaff | Self::ConsultedSetting => &[Setting],
            Self::Adviser | Self::DesignatedOfficer => &[Agency, LocalAuthority],
            Self::PanelMember => &[LocalAuthority, Agency, Setting],
            Self::Planner | Self::Leadership => &[LocalAuthority, Agency],
            Self::Coordinator | Self::Manager | Self::Auditor | Self::Administrator | Self::MachineClient => {
                &[LocalAuthority]
            }
            Self::TransportOperator => &[Operator],
        }
    }

    /// May somebody in this role be told that a record exists which they may not open? True of the authority's own
    /// caseworkers alone; everybody else is told that there is no such page.
    #[must_use]
    pub const fn may_know_of_existence(self) -> bool {
        matches!(self, Self::Coordinator | Self::Manager | Self::Auditor)
    }
}
