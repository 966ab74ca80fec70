//! Those who are linked to the child already: whether the link is proved, and whether they can follow the case.

use ::access::DecideAssessment;
use ::store::people::read;
use govuk::{Button, Input, Radios, Tag, TagColour};
use maud::{Markup, html};
use record::{Party, PersonId, RelationshipId};
use web::{Form, PageResult, Visit};

use super::fields::{EVIDENCE_WORDS, INVITE, PROOF};
use crate::{access::Opened, file::CaseFile, followers::followers, store};

/// How somebody stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// They can read the case.
    Follows,
    /// Nobody has looked at proof yet.
    Unproved,
    /// Proved, and without an account.
    NoAccount,
    /// They have an account, and the policy does not let it read the case: an order, or rights that have passed.
    MayNot,
}

/// Somebody linked to the child, or the young person.
pub(super) struct Linked {
    /// The link; none for the young person.
    pub link: Option<RelationshipId>,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What they are to the child.
    pub words: &'static str,
    /// How they stand.
    pub standing: Standing,
    /// When their address was invited, in words, while the invitation waits.
    pub invited: Option<String>,
}

/// Everybody linked to the child today; and the young person once the rights are theirs.
pub(super) async fn read(visit: &Visit, opened: &Opened<DecideAssessment>) -> PageResult<Vec<Linked>> {
    let readers = followers(visit, &opened.tx, &opened.relationships, &opened.resource()).await?;
    let all = read::linked_adults(&opened.tx, &opened.permit).await?;
    let mut people: Vec<PersonId> = all
        .iter()
        .filter_map(|(link, _)| match link.party {
            Party::Person(person) => Some(person),
            Party::Organisation(_) => None,
        })
        .collect();
    people.push(opened.file.child);
    let accounts = store::accounts_of(&opened.tx, &people).await?;
    let stands = |person: PersonId, proved: bool| match () {
        () if readers.iter().any(|reader| reader.person == person) => Standing::Follows,
        () if !proved => Standing::Unproved,
        () if accounts.contains_key(&person) => Standing::MayNot,
        () => Standing::NoAccount,
    };
    let mut linked = Vec::new();
    if let Some(child) = read::person(&opened.tx, &opened.permit).await?
        && child.compulsory_school_age_ends() < visit.today
    {
        linked.push(Linked {
            link: None,
            person: child.id,
            name: child.name.to_string(),
            words: "The young person",
            standing: stands(child.id, true),
            invited: None,
        });
    }
    for (link, name) in all {
        let (Party::Person(person), Some(name)) = (link.party, name) else { continue };
        if !link.period.contains(visit.today) {
            continue;
        }
        linked.push(Linked {
            link: Some(link.id),
            person,
            name: name.to_string(),
            words: link.kind.words(),
            standing: stands(person, link.is_verified_on(visit.today)),
            invited: None,
        });
    }
    if let Some(email) = store::contact(&opened.tx, opened.file.id).await?.and_then(|contact| contact.email)
        && let Some(at) = store::invited(&opened.tx, &email, visit.now).await?
        && let Some(one) = linked.iter_mut().rev().find(|one| one.standing == Standing::NoAccount)
    {
        one.invited = Some(crate::request_form::words::when(at));
    }
    Ok(linked)
}

/// One of them, with what can be done.
pub(super) fn card(visit: &Visit, file: &CaseFile, one: &Linked, form: &Form) -> Markup {
    let (says, colour) = match one.standing {
        Standing::Follows => ("Can follow it online", TagColour::Green),
        Standing::Unproved => ("Link not proved", TagColour::Yellow),
        Standing::NoAccount => ("No account yet", TagColour::Grey),
        Standing::MayNot => ("May not read it", TagColour::Grey),
    };
    // The form that came back with an error keeps its ids, so that the summary's links lead to it.
    let link = one.link.map(|link| link.to_string()).unwrap_or_default();
    let mine = [("link", link), ("who", one.person.to_string())]
        .into_iter()
        .any(|(name, id)| !id.is_empty() && form.posted().get(name) == id);
    html! {
        div class="govuk-summary-card" {
            div class="govuk-summary-card__title-wrapper" {
                h3 class="govuk-summary-card__title" { (one.name) }
                (Tag::new(says).colour(colour))
            }
            div class="govuk-summary-card__content" {
                p class="govuk-body" { (one.words) }
                @match (one.standing, one.link) {
                    (Standing::Unproved, Some(link)) => {
                        form method="post" action={ "/cases/" (file.id) "/asker/confirm" } novalidate {
                            (visit.form_fields())
                            input type="hidden" name="link" value=(link.to_string());
                            (evidence(form, mine, &link.to_string()))
                            (Button::new("Confirm the link"))
                        }
                    }
                    (Standing::NoAccount, _) => {
                        @if let Some(when) = &one.invited { p class="govuk-body" { "Invited on " (when) ", not taken up yet. You can send another." } }
                        form method="post" action={ "/cases/" (file.id) "/asker/invite" } novalidate {
                            (visit.form_fields())
                            input type="hidden" name="who" value=(one.person.to_string());
                            (address(form, mine, &one.person.to_string()))
                            (Button::new("Invite them to follow it online").secondary())
                        }
                    }
                    _ => {}
                }
            }
        }
    }
}

fn evidence(form: &Form, mine: bool, link: &str) -> Radios {
    let words = "How was the link proved?";
    if mine {
        return form.radios(PROOF, EVIDENCE_WORDS).legend(words);
    }
    let mut radios = Form::blank().radios(PROOF, EVIDENCE_WORDS).legend(words);
    radios.id_prefix = format!("{}-{link}", PROOF.name());
    radios
}

fn address(form: &Form, mine: bool, person: &str) -> Input {
    let input =
        if mine { form.input(INVITE) } else { Form::blank().input(INVITE).id(format!("{}-{person}", INVITE.name())) };
    input.label("Their e-mail address").email()
}
