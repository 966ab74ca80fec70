//! The part of a case's page that asks whether the child is on record already.

use ::access::{Action, Relationships, Resource, SearchPeople};
use maud::{Markup, html};
use web::{PageResult, Visit};

use crate::{
    access::Opened,
    store::{self, PossibleChild},
};

/// Those who may be the child. Their names are read under the permit to search for people, and each is audited.
pub async fn read<A: Action>(visit: &Visit, opened: &Opened<A>) -> PageResult<Vec<PossibleChild>> {
    if !store::has_open_matches(&opened.tx, opened.file.id).await?
        || !visit.may::<SearchPeople>(&Relationships::none(), &Resource::Service)
    {
        return Ok(Vec::new());
    }
    let permit = visit.also::<SearchPeople>(&opened.tx, &Relationships::none(), &Resource::Service, "match").await?;
    let found = store::open_matches(&opened.tx, &permit, opened.file.id, visit.today).await?;
    visit.audit_listed(&opened.tx, &permit, found.iter().map(|one| one.person.id)).await?;
    Ok(found)
}

/// Side by side with the reasons, never merged.
pub fn show(visit: &Visit, case: &str, found: &[PossibleChild]) -> Markup {
    if found.is_empty() {
        return html! {};
    }
    html! {
        h2 class="govuk-heading-m" { "Is this child on record already?" }
        p class="govuk-body" { "The request named somebody who may be one of these. Nothing is joined until you say so." }
        @for one in found {
            @let name = one.person.name.to_string();
            div class="govuk-summary-card" {
                div class="govuk-summary-card__title-wrapper" { h3 class="govuk-summary-card__title" { (name) ", born " (casework_rules::long_date(one.person.born)) } }
                div class="govuk-summary-card__content" {
                    ul class="govuk-list govuk-list--bullet" { @for reason in &one.reasons { li { (reason) } } }
                    form method="post" action={ "/cases/" (case) "/matches" } novalidate {
                        (visit.csrf_field())
                        input type="hidden" name="candidate" value=(one.person.id.to_string());
                        div class="govuk-button-group" {
                            button class="govuk-button" data-module="govuk-button" name="answer" value="same" type="submit" { "The same child as " (name) }
                            button class="govuk-button govuk-button--secondary" data-module="govuk-button" name="answer" value="different" type="submit" { "Not " (name) }
                        }
                    }
                }
            }
        }
    }
}
