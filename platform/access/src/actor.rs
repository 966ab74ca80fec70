//! Who is asking.

use crate::{ActionKind, Role};
use record::{AccountId, OrganisationId, Period, PersonId, TeamId};
use serde::{Deserialize, Serialize};

/// What sort of body somebody works for, as far as permission goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrganisationClass {
    /// The local authority.
    LocalAuthority,
    /// A school, college or early years provider.
    Setting,
    /// Health, social care, educational psychology and other agencies.
    Agency,
    /// A transport operator.
    Operator,
}

impl OrganisationClass {
    /// What bodies of this sort may do at all, whatever their people's roles say.
    #[must_use]
    pub const fn permits(self, action: ActionKind) -> bool {
        use ActionKind as A;
        match self {
            Self::LocalAuthority => true,
            Self::Setting => matches!(
                action,
                A::ReadCase
                    | A::ReadDraftPlan
                    | A::AnswerConsultation
                    | A::ReadPerson
                    | A::ReadContact
                    | A::RequestAssessment
                    | A::GiveAdvice
                    | A::WriteToCase
                    | A::ListCases
                    | A::ManageAccounts
            ),
            Self::Agency => matches!(
                action,
                A::ReadCase
                    | A::ReadCaseContext
                    | A::ReadPerson
                    | A::ReadAddress
                    | A::GiveAdvice
                    | A::RequestAssessment
                    | A::ListCases
                    | A::ReadBoard
                    | A::ReadAggregates
                    | A::BreakGlass
            ),
            Self::Operator => matches!(action, A::ReadTransportProfile),
        }
    }
}

/// The organisation that a role is held in, and whether it is allowed to act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationScope {
    /// Which.
    pub id: OrganisationId,
    /// What sort.
    pub class: OrganisationClass,
    /// False while the organisation is suspended or has left: then none of its people may do anything.
    pub active: bool,
    /// What this organisation in particular has been barred from.
    pub withheld: Vec<ActionKind>,
}

impl OrganisationScope {
    /// An organisation in good standing.
    #[must_use]
    pub const fn active(id: OrganisationId, class: OrganisationClass) -> Self {
        Self { id, class, active: true, withheld: Vec::new() }
    }

    /// May anybody in this organisation do this?
    #[must_use]
    pub fn allows(&self, action: ActionKind) -> bool {
        self.active && self.class.permits(action) && !self.withheld.contains(&action)
    }
}

/// A role that an account holds, where, and while.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleGrant {
    /// The role.
    pub role: Role,
    /// The organisation it is held in; none for families.
    pub organisation: Option<OrganisationScope>,
    /// The teams in that organisation.
    pub teams: Vec<TeamId>,
    /// What another system may do; empty for people.
    pub scopes: Vec<ActionKind>,
    /// While it is held; none for as long as the account is.
    pub period: Option<Period>,
}

impl RoleGrant {
    /// A role held in no organisation.
    #[must_use]
    pub const fn alone(role: Role) -> Self {
        Self { role, organisation: None, teams: Vec::new(), scopes: Vec::new(), period: None }
    }

    /// A role held in an organisation.
    #[must_use]
    pub const fn within(role: Role, organisation: OrganisationScope) -> Self {
        Self { role, organisation: Some(organisation), teams: Vec::new(), scopes: Vec::new(), period: None }
    }

    /// The same, in these teams.
    #[must_use]
    pub fn in_teams(mut self, teams: impl Into<Vec<TeamId>>) -> Self {
        self.teams = teams.into();
        self
    }

    /// Do the organisation and the role fit, and may the organisation do this?
    #[must_use]
    pub fn organisation_allows(&self, action: ActionKind) -> bool {
        match (&self.organisation, self.role.organisations()) {
            (None, []) => true,
            (Some(organisation), fitting) => fitting.contains(&organisation.class) && organisation.allows(action),
            (None, _) => false,
        }
    }
}

/// Who is asking: an account, the person behind it, and the roles they hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The account; none when nobody has signed in.
    pub account: Option<AccountId>,
    /// The person behind it, where the record knows them: always for families, for staff where they are a parent too.
    pub person: Option<PersonId>,
    /// The roles held.
    pub roles: Vec<RoleGrant>,
}

impl Actor {
    /// Nobody has signed in.
    #[must_use]
    pub fn anonymous() -> Self {
        Self { account: None, person: None, roles: vec![RoleGrant::alone(Role::Anonymous)] }
    }

    /// A member of a family. Which of the four family roles holds for which child is a matter of relationship.
    #[must_use]
    pub fn family(account: AccountId, person: PersonId) -> Self {
        let roles = [Role::YoungPerson, Role::ParentWithResponsibility, Role::ParentOrCarer, Role::Supporter];
        Self { account: Some(account), person: Some(person), roles: roles.map(RoleGrant::alone).to_vec() }
    }

    /// Somebody who works in a setting. Whoever works there may answer for it when it is consulted about a place, if
    /// they are its SENCO.
    #[must_use]
    pub fn setting(account: AccountId, setting: OrganisationId, is_senco: bool) -> Self {
        let scope = OrganisationScope::active(setting, OrganisationClass::Setting);
        let roles = if is_senco { vec![Role::Senco, Role::ConsultedSetting] } else { vec![Role::SettingStaff] };
        let roles = roles.into_iter().map(|role| RoleGrant::within(role, scope.clone())).collect();
        Self { account: Some(account), person: None, roles }
    }

    /// Somebody with one role in an organisation in good standing.
    #[must_use]
    pub fn staff(account: AccountId, role: Role, organisation: OrganisationId, class: OrganisationClass) -> Self {
        let grant = RoleGrant::within(role, OrganisationScope::active(organisation, class));
        Self { account: Some(account), person: None, roles: vec![grant] }
    }

    /// Another system, or the service's own background work, with exactly these actions.
    #[must_use]
    pub fn machine(account: AccountId, authority: OrganisationId, scopes: impl Into<Vec<ActionKind>>) -> Self {
        let mut actor = Self::staff(account, Role::MachineClient, authority, OrganisationClass::LocalAuthority);
        if let Some(grant) = actor.roles.first_mut() {
            grant.scopes = scopes.into();
        }
        actor
    }

    /// The same, in these teams, in every role.
    #[must_use]
    pub fn in_teams(mut self, teams: impl Into<Vec<TeamId>>) -> Self {
        let teams = teams.into();
        for grant in &mut self.roles {
            grant.teams.clone_from(&teams);
        }
        self
    }

    /// The same, with one more role.
    #[must_use]
    pub fn and(mut self, grant: RoleGrant) -> Self {
        self.roles.push(grant);
        self
    }

    /// The same, being this person.
    #[must_use]
    pub const fn being(mut self, person: PersonId) -> Self {
        self.person = Some(person);
        self
    }

    /// Does the actor hold this role, in whatever organisation?
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.roles.iter().any(|grant| grant.role == role)
    }
}
