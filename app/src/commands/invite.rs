//! `wherry invite`: the first person's way in, printed as a link. Everybody else is invited on the site.
//!
//! In a new database it also opens the record of the local authority that runs the area, with one team, so that the
//! first request has somewhere to go.

use access::Role;
use jiff::{Timestamp, civil::Date};
use record::{InvitationId, Organisation, OrganisationId, OrganisationKind, Period, Team, TeamId};
use serde_json::json;
use signin::tokens::{NewToken, Purpose};
use store::{Tx, invitations, people};
use web::Randomness;

use super::{DONE, failed, open, print};
use crate::{
    cli::{Format, Invite},
    machine,
    outcome::{Answer, Outcome},
};

/// Who the store says did it.
const BY: &str = "command line";

pub async fn run(invite: Invite, format: Format) -> Answer {
    let role: Role = invite.role.parse().map_err(|error| {
        Outcome::misunderstood(format!("{error} docs/access.md lists them; for example administrator."))
    })?;
    let store = open(&invite.database).await?;
    let clock = machine::clock();
    let (now, today, random) = (clock.now(), clock.today(), machine::randomness());
    let token = NewToken::new(Purpose::Invitation, random.bytes32(), now);
    let tx = store.begin().await?;
    let authority = authority(&tx, &invite.site.area_name, &random, now, today).await?;
    let invitation = invitations::Invitation {
        id: InvitationId::from(random.ulid(now)),
        token_hash: token.hash.clone(),
        email: invite.email.clone(),
        role,
        organisation: (!role.organisations().is_empty()).then_some(authority),
        details: json!({}),
        invited_by: BY.to_owned(),
        created_at: now,
        expires_at: token.expires_at,
        used_at: None,
        withdrawn_at: None,
    };
    invitations::create(&tx, &invitation).await?;
    tx.commit().await?;
    let link = invite.site.base_url.join(&format!("/invitation/{}", token.shown)).map_err(failed)?;
    print(format, &json!({ "email": invite.email, "role": role.code(), "link": link.as_str() }), || {
        format!("Give this link to {} alone. It works once, for 7 days:\n\n  {link}", invite.email)
    })?;
    DONE
}

/// The local authority that runs the area, opened when the database holds none.
async fn authority(
    tx: &Tx,
    area: &str,
    random: &Randomness,
    now: Timestamp,
    today: Date,
) -> Result<OrganisationId, Outcome> {
    for known in people::organisations(tx, "local-authority", "", None, 50).await? {
        if !people::teams_of(tx, known.id).await?.is_empty() {
            return Ok(known.id);
        }
    }
    let id = OrganisationId::from(random.ulid(now));
    let author = people::Author { who: BY, at: now };
    let organisation = Organisation {
        id,
        name: area.to_owned(),
        kind: OrganisationKind::LocalAuthority { code: None, gss: None },
        active: Period::since(today),
        suspended: None,
    };
    people::save(tx, &organisation, author).await?;
    let team = Team {
        id: TeamId::from(random.ulid(now)),
        organisation: id,
        name: "SEND team".to_owned(),
        period: Period::since(today),
    };
    people::save(tx, &team, author).await?;
    Ok(id)
}
