//! Inviting somebody of the family to follow a case online, once an officer has seen proof of who they are.

use ::access::Role;
use ::store::{
    Tx,
    accounts::{self, Account, Grant},
    invitations::{self, Invitation},
};
use notify::{Address, templates};
use record::{CaseId, EmailAddress, InvitationId, Period, PersonId, RelationshipKind};
use signin::tokens::{NewToken, Purpose};
use web::{PageResult, Visit, messages};

/// Whom to invite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    /// Who they are in the record.
    pub person: PersonId,
    /// The role that fits their link.
    pub role: Role,
    /// Their address.
    pub email: EmailAddress,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invited {
    /// An invitation is on its way.
    Promised,
    /// They have an account already, and can follow the case with it from now on.
    HasAccount,
    /// The address is that of somebody else's account.
    SomebodyElses,
}

/// The role that fits a link.
pub const fn role_of(kind: RelationshipKind) -> Role {
    match kind {
        RelationshipKind::ParentWithResponsibility | RelationshipKind::Guardian => Role::ParentWithResponsibility,
        RelationshipKind::Supporter | RelationshipKind::Representative => Role::Supporter,
        RelationshipKind::ParentWithoutResponsibility
        | RelationshipKind::Carer
        | RelationshipKind::FosterCarer
        | RelationshipKind::CorporateParent => Role::ParentOrCarer,
    }
}

/// Promises an invitation; or, where the address has an account, gives that account its link and says that there is news.
pub async fn invite(visit: &Visit, tx: &Tx, case: CaseId, guest: &Guest) -> PageResult<Invited> {
    let to = guest.email.to_string();
    match accounts::by_email(tx, &to).await? {
        Some(account) if account.person.is_some_and(|person| person != guest.person) => Ok(Invited::SomebodyElses),
        Some(account) => {
            give_role(visit, tx, &account, guest).await?;
            let words = templates::News { area: visit.site.settings.area_name.clone(), link: format!("/my/{case}") };
            messages::promise(&visit.site, tx, Address::Email(account.email), "news", &words).await?;
            Ok(Invited::HasAccount)
        }
        None => {
            promise(visit, tx, guest, to).await?;
            Ok(Invited::Promised)
        }
    }
}

async fn give_role(visit: &Visit, tx: &Tx, account: &Account, guest: &Guest) -> PageResult<()> {
    if account.person.is_none() {
        accounts::set_person(tx, account.id, Some(guest.person)).await?;
    }
    let held = accounts::grants(tx, account.id).await?;
    if held.iter().any(|grant| grant.role == guest.role && grant.period.contains(visit.today)) {
        return Ok(());
    }
    let grant = Grant {
        id: visit.site.random.ulid(visit.now).to_string(),
        account: account.id,
        role: guest.role,
        organisation: None,
        period: Period::since(visit.today),
        granted_by: by(visit),
        scopes: Vec::new(),
    };
    Ok(accounts::grant_role(tx, &grant).await?)
}

async fn promise(visit: &Visit, tx: &Tx, guest: &Guest, to: String) -> PageResult<()> {
    let token = NewToken::new(Purpose::Invitation, visit.site.random.bytes32(), visit.now);
    let invitation = Invitation {
        id: InvitationId::from(visit.site.random.ulid(visit.now)),
        token_hash: token.hash,
        email: to.clone(),
        role: guest.role,
        organisation: None,
        details: serde_json::json!({ "person": guest.person.to_string() }),
        invited_by: by(visit),
        created_at: visit.now,
        expires_at: token.expires_at,
        used_at: None,
        withdrawn_at: None,
    };
    invitations::create(tx, &invitation).await?;
    let words = templates::Invitation {
        area: visit.site.settings.area_name.clone(),
        invited_by: visit.viewer.as_ref().map(|viewer| viewer.name.clone()).unwrap_or_default(),
        link: format!("/invitation/{}", token.shown),
        days: 7,
    };
    messages::promise(&visit.site, tx, Address::Email(to), "invitation", &words).await?;
    Ok(())
}

fn by(visit: &Visit) -> String {
    visit.viewer.as_ref().map(|viewer| viewer.account.to_string()).unwrap_or_default()
}
