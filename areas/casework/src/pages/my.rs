//! `/my`: a family's children, and where each one's request or plan is.

use ::access::{ListCases, ReadCase, Relationships, Resource};
use ::store::{facts, people::unchecked};
use calendar::Calendar;
use casework_rules::Audience;
use govuk::Button;
use maud::{Markup, html};
use record::{Party, Person, PersonId};
use web::{PageResult, Visit};

use super::parts;
use crate::{file::CaseFile, store};

/// `GET /my`.
pub async fn show(visit: Visit) -> PageResult {
    let viewer = visit.signed_in()?.clone();
    let (tx, permit) = visit.open::<ListCases>(&Relationships::none(), &Resource::Service, "list").await?;
    let mut children: Vec<PersonId> = Vec::new();
    if let Some(person) = viewer.actor.person {
        children.push(person);
        let links = unchecked::relationships_of_party(&tx, Party::Person(person)).await?;
        children.extend(links.into_iter().filter(|link| link.period.contains(visit.today)).map(|link| link.child));
        children.sort_unstable();
        children.dedup();
    }
    let (mut cards, mut shown, mut cases) = (Vec::new(), Vec::new(), Vec::new());
    for child in children {
        for file in store::files_of_child(&tx, child).await? {
            let Some(relationships) = facts::relationships(&tx, child, Some(file.id), visit.moment()).await? else {
                continue;
            };
            // A link that nobody has proved opens nothing here, not even the knowledge that there is a case.
            if !visit.may::<ReadCase>(&relationships, &Resource::Case { case: file.id, child }) {
                continue;
            }
            let (Some(person), Some(loaded)) =
                (unchecked::by_id::<Person>(&tx, child).await?, store::load(&tx, file.id).await?)
            else {
                continue;
            };
            let holder = parts::staff_name(&tx, file.officer).await?;
            let clock = loaded.case.clock(&Calendar::england(), visit.today);
            let words = loaded.case.words(Audience::Family, &clock, holder.as_deref());
            shown.push(child);
            cases.push(file.id);
            cards.push(card(&person, &file, &words));
        }
    }
    // What they asked for themselves they may know of: that it arrived, and its reference.
    let mut waiting = Vec::new();
    for case in store::requests_of_account(&tx, viewer.account).await? {
        if !cases.contains(&case)
            && let Some(file) = store::file(&tx, case).await?
        {
            waiting.push(file);
        }
    }
    visit.audit_listed(&tx, &permit, shown).await?;
    tx.commit().await?;
    Ok(visit.page("My children").body(html! {
        h1 class="govuk-heading-l" { "Requests and plans" }
        @if cards.is_empty() && waiting.is_empty() {
            p class="govuk-body" { "There is no request or plan here that you can see. If you think there should be, tell us: " (visit.site.settings.help_line) "." }
        }
        @for card in &cards { (card) }
        @for file in &waiting {
            (govuk::InsetText::new(html! { "We have your request " strong { (file.reference) } ". We must check who you are before we show you this child’s record. We do that to keep children safe. The time limits run all the same." }))
        }
        (Button::link("Ask for an assessment", "/request").secondary())
    }))
}

fn card(person: &Person, file: &CaseFile, words: &casework_rules::StageWords) -> Markup {
    html! {
        section class="govuk-summary-card" {
            div class="govuk-summary-card__title-wrapper" { h2 class="govuk-summary-card__title" { (person.name.to_string()) } }
            div class="govuk-summary-card__content" {
                p class="govuk-body" { strong { (words.title) } }
                p class="govuk-body" { (words.what_next) }
                @if let Some(late) = &words.late { p class="govuk-body" { strong { (late) } } }
                p class="govuk-body" { a class="govuk-link" href={ "/my/" (file.id) } { "See where it is" span class="govuk-visually-hidden" { " for " (person.name.to_string()) ", reference " (file.reference) } } }
            }
        }
    }
}
