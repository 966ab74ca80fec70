//! Whose accounts somebody keeps: everybody's, or those of one setting.

use ::access::{ManageAccounts, OrganisationClass, Permit, Role};
use record::OrganisationId;

/// The accounts that a permit is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Every account: an administrator of the authority.
    Everybody,
    /// The accounts of one setting: its SENCO.
    Setting(OrganisationId),
    /// None at all. A permit of no organisation opens nothing.
    Nobody,
}

impl Scope {
    /// The scope of a permit.
    pub(crate) fn of(permit: &Permit<ManageAccounts>) -> Self {
        match (permit.role(), permit.organisation()) {
            (Role::Administrator, _) => Self::Everybody,
            (Role::Senco, Some(setting)) => Self::Setting(setting),
            _ => Self::Nobody,
        }
    }

    /// The one setting, where the scope is one.
    pub(crate) fn setting(self) -> Option<OrganisationId> {
        match self {
            Self::Setting(setting) => Some(setting),
            Self::Everybody => None,
            Self::Nobody => Some(OrganisationId::from_parts(0, 0)),
        }
    }

    /// Is a role held there one that may be seen and ended?
    pub(crate) fn covers(self, organisation: Option<OrganisationId>) -> bool {
        match self {
            Self::Everybody => true,
            Self::Setting(setting) => organisation == Some(setting),
            Self::Nobody => false,
        }
    }

    /// The roles that can be given by an invitation.
    pub(crate) fn roles(self) -> Vec<Role> {
        match self {
            Self::Everybody => Role::ALL
                .iter()
                .copied()
                .filter(|role| !role.organisations().is_empty())
                .filter(|role| !matches!(role, Role::MachineClient | Role::ConsultedSetting))
                .collect(),
            Self::Setting(_) => vec![Role::SettingStaff, Role::Senco],
            Self::Nobody => Vec::new(),
        }
    }
}

/// The kinds of organisation, as the directory lists them, in which a role can be held.
pub(crate) fn kinds_for(role: Role) -> Vec<&'static str> {
    let mut kinds: Vec<&'static str> = role
        .organisations()
        .iter()
        .map(|class| match class {
            OrganisationClass::LocalAuthority => "local-authority",
            OrganisationClass::Setting => "setting",
            OrganisationClass::Agency | OrganisationClass::Operator => "agency",
        })
        .collect();
    kinds.dedup();
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_senco_gives_the_roles_of_a_setting_and_nobody_gives_a_familys() {
        let setting = Scope::Setting(OrganisationId::from_parts(1, 1));
        assert_eq!(setting.roles(), [Role::SettingStaff, Role::Senco]);
        assert!(Scope::Everybody.roles().iter().all(|role| !role.is_family()));
        assert!(!setting.covers(None) && !setting.covers(Some(OrganisationId::from_parts(1, 2))));
        assert_eq!(kinds_for(Role::PanelMember), ["local-authority", "agency", "setting"]);
    }
}
