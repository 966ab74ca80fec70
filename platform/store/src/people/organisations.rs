//! Organisations, teams and posts.

use record::matching::fold::fold;
use record::{Organisation, OrganisationId, OrganisationKind, Setting, StaffId, StaffMember, Team, TeamId};
use sea_orm::Value;

use super::kept::{Kept, Public};
use super::person::sort_key;
use crate::StoreResult;
use crate::columns::{date_text, word};

impl Public for Organisation {}

impl Kept for Organisation {
    type Id = OrganisationId;
    const TABLE: &'static str = "organisation";
    const COLUMNS: &'static [&'static str] =
        &["kind", "name", "name_key", "urn", "laestab", "phase", "status", "postcode", "valid_from", "valid_to"];

    fn id(&self) -> OrganisationId {
        self.id
    }

    fn values(&self) -> StoreResult<Vec<Value>> {
        let setting = self.setting();
        Ok(vec![
            kind_code(&self.kind).into(),
            self.name.as_str().into(),
            fold(&self.name).into(),
            setting.and_then(|setting| setting.urn).and_then(|urn| urn.to_string().parse::<i64>().ok()).into(),
            setting.and_then(Setting::laestab).map(|laestab| laestab.unspaced()).into(),
            setting.map(|setting| word(&setting.phase)).transpose()?.into(),
            setting.map(|setting| word(&setting.status)).transpose()?.into(),
            setting.and_then(|setting| setting.postcode).map(|postcode| postcode.to_string()).into(),
            date_text(self.active.from).into(),
            self.active.to.map(date_text).into(),
        ])
    }
}

pub(super) const fn kind_code(kind: &OrganisationKind) -> &'static str {
    match kind {
        OrganisationKind::LocalAuthority { .. } => "local-authority",
        OrganisationKind::Setting(_) => "setting",
        OrganisationKind::Agency(_) => "agency",
        OrganisationKind::Trust => "trust",
    }
}

impl Public for Team {}

impl Kept for Team {
    type Id = TeamId;
    const TABLE: &'static str = "team";
    const COLUMNS: &'static [&'static str] = &["organisation", "name", "valid_from", "valid_to"];

    fn id(&self) -> TeamId {
        self.id
    }

    fn values(&self) -> StoreResult<Vec<Value>> {
        Ok(vec![
            self.organisation.to_string().into(),
            self.name.as_str().into(),
            date_text(self.period.from).into(),
            self.period.to.map(date_text).into(),
        ])
    }
}

impl Public for StaffMember {}

impl Kept for StaffMember {
    type Id = StaffId;
    const TABLE: &'static str = "staff";
    const COLUMNS: &'static [&'static str] =
        &["organisation", "account", "person", "sort_key", "valid_from", "valid_to"];
    const SIDES: &'static [(&'static str, &'static [&'static str])] = &[("team_member", &["staff", "team"])];

    fn id(&self) -> StaffId {
        self.id
    }

    fn values(&self) -> StoreResult<Vec<Value>> {
        Ok(vec![
            self.organisation.to_string().into(),
            self.account.map(|id| id.to_string()).into(),
            self.person.map(|id| id.to_string()).into(),
            sort_key(&self.name).into(),
            date_text(self.period.from).into(),
            self.period.to.map(date_text).into(),
        ])
    }

    fn side_rows(&self) -> Vec<Vec<Vec<Value>>> {
        let mut teams: Vec<String> = self.teams.iter().map(ToString::to_string).collect();
        teams.sort();
        teams.dedup();
        vec![teams.into_iter().map(|team| vec![team.into()]).collect()]
    }
}
