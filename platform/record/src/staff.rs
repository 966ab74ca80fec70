//! Workers and the teams they belong to.

use crate::{AccountId, EmailAddress, OrganisationId, Period, PersonId, PersonName, PhoneNumber, StaffId, TeamId};
use serde::{Deserialize, Serialize};

/// A team inside an organisation, such as "North: early years and primary".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    /// Its id.
    pub id: TeamId,
    /// The organisation it belongs to.
    pub organisation: OrganisationId,
    /// Its name.
    pub name: String,
    /// While it works.
    pub period: Period,
}

/// Somebody who works for an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffMember {
    /// The id of this post, not of the person.
    pub id: StaffId,
    /// The organisation.
    pub organisation: OrganisationId,
    /// The teams.
    pub teams: Vec<TeamId>,
    /// The account they sign in with, once they have one.
    pub account: Option<AccountId>,
    /// The person, where the service knows them in another part too, such as a worker who is also a parent.
    pub person: Option<PersonId>,
    /// Name at work.
    pub name: PersonName,
    /// Job title.
    pub job_title: String,
    /// Work e-mail.
    pub email: Option<EmailAddress>,
    /// Work telephone.
    pub phone: Option<PhoneNumber>,
    /// While they hold the post.
    pub period: Period,
}
