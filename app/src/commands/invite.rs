//! `wherry invite`: the first person's way in, printed as a link. Everybody else is invited on the site.

use access::Role;
use serde_json::json;

use super::{DONE, failed, open, print};
use crate::{cli::{Format, Invite}, machine, outcome::{Answer, Outcome}};

pub async fn run(invite: Invite, format: Format) -> Answer {
    let role: Role = invite.role.parse().map_err(|error| Outcome::misunderstood(format!("{error} docs/access.md lists them.")))?;
    let store = open(&invite.database).await?;
    let clock = machine::clock();
    let now = clock.now();
    let random = machine::randomness();
    let tx = store.begin().await?;
    let token = people::invite::first(&tx, &invite.email, role, &invite.site.area_name, &random, now, clock.today()).await.map_err(failed)?;
    tx.commit().await?;
    let link = invite.site.base_url.join(&format!("/invitation/{token}")).map_err(failed)?;
    print(format, &json!({ "email": invite.email, "role": role.code(), "link": link.as_str() }), || format!("Give this link to {} alone. It works once, for 7 days:\n\n  {link}", invite.email))?;
    DONE
}
