//! `/accounts/invite`: invite somebody to a role in an organisation. A message with a link that works once goes to them.

use ::access::{ManageAccounts, OrganisationClass, Permit, Role};
use ::store::{
    Tx,
    invitations::{self, Invitation},
    people,
};
use axum::extract::Query;
use govuk::{Button, InsetText};
use maud::{Markup, html};
use notify::templates;
use record::{AgencyKind, EmailAddress, Organisation, OrganisationId, OrganisationKind};
use serde::Deserialize;
use signin::tokens::{NewToken, Purpose};
use web::{Field, Form, PageError, PageResult, Posted, Visit, kind};

use super::accounts::{Scope, note, scope::kinds_for};
use crate::{access, kept, notices, once, shell};

const ROLE: Field<kind::Choice> = Field::new("role");
const EMAIL: Field<kind::Text> = Field::new("email");
const ORGANISATION: Field<kind::Choice> = Field::new("organisation");
const FORM: &str = "invitation";

/// Which role was chosen on the page before.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    role: Option<String>,
    /// Set once the page has been sent, so that sending it without an answer is met with a word.
    #[serde(default)]
    sent: Option<String>,
}

/// `GET /accounts/invite`: the role, then the rest.
pub(crate) async fn show(visit: Visit, Query(asked): Query<Asked>) -> PageResult {
    let (tx, permit) = access::service::<ManageAccounts>(&visit, "invitation").await?;
    let scope = Scope::of(&permit);
    if asked.role.is_none() && asked.sent.is_none() {
        tx.commit().await?;
        return choose_role(&visit, scope, &Form::blank()).await;
    }
    let typed = asked.role.unwrap_or_default();
    let Some(role) = typed.parse::<Role>().ok().filter(|role| scope.roles().contains(role)) else {
        tx.commit().await?;
        let mut form = Form::blank();
        form.error(ROLE, "Select what they are to be");
        return choose_role(&visit, scope, &form).await;
    };
    let places = places(&visit, &tx, &permit, role).await?;
    tx.commit().await?;
    page(&visit, role, &places, &Form::blank()).await
}

/// `POST /accounts/invite`.
pub(crate) async fn send(visit: Visit, posted: Posted) -> PageResult {
    kept::if_lapsed(&visit, FORM, &posted).await?;
    let (tx, permit) = access::service::<ManageAccounts>(&visit, "invitation").await?;
    if let Some(before) = once::sent_before(&visit, &tx, &posted, FORM).await? {
        tx.commit().await?;
        return Ok(before);
    }
    let scope = Scope::of(&permit);
    let role: Role = posted
        .get(ROLE.name())
        .parse()
        .ok()
        .filter(|role| scope.roles().contains(role))
        .ok_or_else(|| PageError::bad_request("Choose the role first, with the buttons on the page before."))?;
    let places = places(&visit, &tx, &permit, role).await?;
    let mut form = Form::of(posted.clone());
    let email = form
        .text(EMAIL, "Enter their email address")
        .and_then(|typed| typed.parse::<EmailAddress>().map_err(|wrong| form.error(EMAIL, wrong.to_string())).ok());
    let chosen = form.posted().get(ORGANISATION.name()).to_owned();
    let organisation = match places.as_slice() {
        [only] => Some(only.0),
        several => several.iter().map(|(id, _)| *id).find(|id| id.to_string() == chosen),
    };
    if organisation.is_none() {
        form.error(ORGANISATION, "Select where they work");
    }
    let (Some(email), Some(organisation), false) = (email, organisation, form.has_errors()) else {
        once::not_kept(tx, &posted).await?;
        return page(&visit, role, &places, &form).await;
    };
    invite(&visit, &tx, role, organisation, &email).await?;
    once::done(tx, &posted, "/accounts".to_owned()).await
}

async fn invite(
    visit: &Visit,
    tx: &Tx,
    role: Role,
    organisation: OrganisationId,
    email: &EmailAddress,
) -> PageResult<()> {
    let token = NewToken::new(Purpose::Invitation, visit.site.random.bytes32(), visit.now);
    let invitation = Invitation {
        id: shell::new_id(visit),
        token_hash: token.hash.clone(),
        email: email.as_str().to_owned(),
        role,
        organisation: Some(organisation),
        details: serde_json::json!({}),
        invited_by: shell::account(visit),
        created_at: visit.now,
        expires_at: token.expires_at,
        used_at: None,
        withdrawn_at: None,
    };
    invitations::create(tx, &invitation).await?;
    let after = serde_json::json!({ "role": role.code(), "organisation": organisation });
    note(visit, tx, "invitation", invitation.id.to_string(), None, Some(after)).await?;
    let context = templates::Invitation {
        area: visit.site.settings.area_name.clone(),
        invited_by: visit.viewer.as_ref().map(|viewer| viewer.name.clone()).unwrap_or_default(),
        link: format!("/invitation/{}", token.shown),
        days: u32::try_from(Purpose::Invitation.lasts().as_hours() / 24).unwrap_or(7),
    };
    notices::promise(visit, tx, email.as_str(), "invitation", &context).await
}

/// The organisations in which the role can be held, as far as the inviter keeps their accounts.
async fn places(
    visit: &Visit,
    tx: &Tx,
    permit: &Permit<ManageAccounts>,
    role: Role,
) -> PageResult<Vec<(OrganisationId, String)>> {
    let scope = Scope::of(permit);
    let mut all: Vec<Organisation> = Vec::new();
    match scope {
        Scope::Setting(setting) => all.extend(people::find::<Organisation>(tx, setting).await?),
        Scope::Everybody => {
            for kind in kinds_for(role) {
                all.extend(people::organisations(tx, kind, "", None, 2_000).await?);
            }
        }
        Scope::Nobody => {}
    }
    let fits = |one: &Organisation| {
        let drives = matches!(&one.kind, OrganisationKind::Agency(agency) if agency.kind == AgencyKind::Transport);
        let only_drivers = role.organisations() == [OrganisationClass::Operator].as_slice();
        one.is_active_on(visit.today) && drives == only_drivers
    };
    Ok(all.into_iter().filter(fits).map(|one| (one.id, one.name)).collect())
}

async fn choose_role(visit: &Visit, scope: Scope, form: &Form) -> PageResult {
    let roles = scope.roles();
    let page = visit.page("Invite somebody: what are they to be?").back("/accounts").form(form);
    shell::show(visit, page, html! {
        form method="get" action="/accounts/invite" novalidate {
            (crate::fields::hidden("sent", "yes"))
            (form.radios(ROLE, roles.iter().map(|role| (role.code(), role.words()))).legend("What are they to be?").page_heading())
            (Button::new("Continue"))
        }
    })
    .await
}

async fn page(visit: &Visit, role: Role, places: &[(OrganisationId, String)], form: &Form) -> PageResult {
    let page = visit.page(format!("Invite: {}", role.words())).back("/accounts/invite").form(form);
    let places: Vec<(String, &str)> = places.iter().map(|(id, name)| (id.to_string(), name.as_str())).collect();
    let listed = places.iter().map(|(id, name)| (id.as_str(), *name));
    let question: Markup = match places.as_slice() {
        [] => html! { (InsetText::new("There is no organisation on record in which this role can be held.")) },
        [(_, only)] => html! { p class="govuk-body" { "At: " (only) } },
        _ => {
            html! { (form.select(ORGANISATION, std::iter::once(("", "Choose")).chain(listed)).label("Where do they work?")) }
        }
    };
    shell::show(visit, page, html! {
        span class="govuk-caption-l" { "Invite somebody" }
        h1 class="govuk-heading-l" { (role.words()) }
        form method="post" action="/accounts/invite" novalidate {
            (visit.form_fields())
            (crate::fields::hidden(ROLE.name(), role.code()))
            (form.input(EMAIL).label("Their own email address at work").hint("Not a shared mailbox: everybody signs in as themselves, so that it is known who looked.").email().width(30))
            (question)
            (InsetText::new("They get a message with a link that works once, for 7 days."))
            (Button::new("Send the invitation"))
        }
    })
    .await
}
