//! Roles, where and while they are held, and the actor they make for the access policy.

use access::{ActionKind, Actor, OrganisationClass, OrganisationScope, Role, RoleGrant};
use jiff::civil::Date;
use record::{AccountId, Organisation, OrganisationId, OrganisationKind, Period, TeamId};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::columns::{date_text, read_date, read_date_opt, read_id, read_id_opt};
use crate::entities::account_role;
use crate::{Connection, Sql, StoreError, StoreResult, Tx, people};

/// A role that an account was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// Its id, a ULID as text.
    pub id: String,
    /// Who holds it.
    pub account: AccountId,
    /// The role.
    pub role: Role,
    /// Where it is held; none for families.
    pub organisation: Option<OrganisationId>,
    /// While it is held.
    pub period: Period,
    /// Who gave it.
    pub granted_by: String,
    /// What another system may do; empty for people.
    pub scopes: Vec<ActionKind>,
}

/// Gives a role.
pub async fn grant_role(tx: &Tx, grant: &Grant) -> StoreResult<()> {
    let row = account_role::ActiveModel {
        id: Set(grant.id.clone()),
        account: Set(grant.account.to_string()),
        role: Set(grant.role.code().to_owned()),
        organisation: Set(grant.organisation.map(|id| id.to_string())),
        valid_from: Set(date_text(grant.period.from)),
        valid_to: Set(grant.period.to.map(date_text)),
        granted_by: Set(grant.granted_by.clone()),
        scopes: Set(serde_json::to_string(&grant.scopes)
            .map_err(|error| StoreError::unreadable("account_role.scopes", error))?),
    };
    row.insert(tx.connection()).await?;
    Ok(())
}

/// Ends a role: `last` is the last day on which it is held.
pub async fn end_role(tx: &Tx, id: &str, last: Date) -> StoreResult<bool> {
    let sql = Sql::new("UPDATE account_role SET valid_to = $1 WHERE id = $2").bind(date_text(last)).bind(id);
    Ok(sql.execute(tx).await? == 1)
}

/// Every role that an account was ever given, oldest first.
pub async fn grants(conn: &impl Connection, account: AccountId) -> StoreResult<Vec<Grant>> {
    let rows = account_role::Entity::find()
        .filter(account_role::Column::Account.eq(account.to_string()))
        .order_by_asc(account_role::Column::ValidFrom)
        .order_by_asc(account_role::Column::Id)
        .all(conn)
        .await?;
    rows.into_iter().map(read).collect()
}

/// Who holds a role in an organisation on a day.
pub async fn holders(
    conn: &impl Connection,
    organisation: OrganisationId,
    role: Role,
    on: Date,
) -> StoreResult<Vec<AccountId>> {
    let rows = Sql::new(
        "SELECT DISTINCT account FROM account_role WHERE organisation = $1 AND role = $2 AND valid_from <= $3 \
         AND (valid_to IS NULL OR valid_to >= $4) ORDER BY account",
    )
    .bind(organisation.to_string())
    .bind(role.code())
    .bind(date_text(on))
    .bind(date_text(on))
    .rows(conn)
    .await?;
    rows.iter().map(|row| read_id("account_role.account", &row.try_get_by_index::<String>(0)?)).collect()
}

/// The actor that an account is on a day: its roles, with the standing of each organisation and the teams of its posts.
/// None when there is no such account or it is closed.
pub async fn actor(conn: &impl Connection, account: AccountId, on: Date) -> StoreResult<Option<Actor>> {
    let Some(found) = super::find(conn, account).await?.filter(|account| account.disabled_at.is_none()) else {
        return Ok(None);
    };
    let teams = people::teams_of_account(conn, account, on).await?;
    let mut roles = Vec::new();
    for grant in grants(conn, account).await?.into_iter().filter(|grant| grant.period.contains(on)) {
        let mut role = RoleGrant::alone(grant.role);
        if let Some(id) = grant.organisation {
            let Some(organisation) = people::find::<Organisation>(conn, id).await? else { continue };
            role.teams = teams.iter().filter(|(of, _)| *of == id).map(|(_, team)| *team).collect::<Vec<TeamId>>();
            role.organisation = Some(scope(&organisation, on));
        }
        role.scopes = grant.scopes;
        role.period = Some(grant.period);
        roles.push(role);
    }
    Ok(Some(Actor { account: Some(account), person: found.person, roles }))
}

fn scope(organisation: &Organisation, on: Date) -> OrganisationScope {
    let class = match &organisation.kind {
        OrganisationKind::LocalAuthority { .. } => OrganisationClass::LocalAuthority,
        OrganisationKind::Setting(_) | OrganisationKind::Trust => OrganisationClass::Setting,
        OrganisationKind::Agency(agency) if agency.kind == record::AgencyKind::Transport => OrganisationClass::Operator,
        OrganisationKind::Agency(_) => OrganisationClass::Agency,
    };
    OrganisationScope { id: organisation.id, class, active: organisation.is_active_on(on), withheld: Vec::new() }
}

fn read(row: account_role::Model) -> StoreResult<Grant> {
    Ok(Grant {
        account: read_id("account_role.account", &row.account)?,
        role: row.role.parse().map_err(|error| StoreError::unreadable("account_role.role", error))?,
        organisation: read_id_opt("account_role.organisation", row.organisation.as_deref())?,
        period: Period {
            from: read_date("account_role.valid_from", &row.valid_from)?,
            to: read_date_opt("account_role.valid_to", row.valid_to.as_deref())?,
        },
        scopes: serde_json::from_str(&row.scopes)
            .map_err(|error| StoreError::unreadable("account_role.scopes", error))?,
        id: row.id,
        granted_by: row.granted_by,
    })
}
