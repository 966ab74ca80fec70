//! `/`: where everybody starts. Each is shown what is theirs first.

use access::Role;
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};
use web::{PageResult, Viewer, Visit};

/// One way to go on.
struct Way {
    words: &'static str,
    href: &'static str,
    says: &'static str,
}

const ASK: Way = Way {
    words: "Ask for an EHC needs assessment",
    href: "/request",
    says: "For a parent, a young person, a school or anybody who is worried about a child.",
};
const FIGURES: Way = Way {
    words: "How the area is doing",
    href: "/performance",
    says: "How many plans were made in 20 weeks, here and elsewhere, with the numbers to download.",
};
const FAMILY: Way = Way {
    words: "My children's requests and plans",
    href: "/my",
    says: "Where each one is, who has it, what happens next and by when, and what you can do.",
};
const SETTING: Way = Way {
    words: "My setting's children",
    href: "/setting",
    says: "Requests and plans of the children on your roll, and a new request.",
};
const CASES: Way = Way { words: "Cases", href: "/cases", says: "What is most urgent in law comes first." };
const PEOPLE: Way = Way { words: "Find a person", href: "/people", says: "Search by name, date of birth or number." };
const IMPORTS: Way = Way {
    words: "Bring in data",
    href: "/imports",
    says: "Published figures, schools and postcodes, with a preview and an undo.",
};

/// `GET /`.
pub async fn show(visit: Visit) -> PageResult {
    let ways = ways(visit.viewer.as_ref());
    if visit.is_demonstration() && visit.viewer.is_none() && visit.path == "/?start" {
        return Ok(Redirect::to("/demonstration").into_response());
    }
    let area = visit.site.settings.area_name.clone();
    Ok(visit.page(format!("{area} SEND services")).body(html! {
        h1 class="govuk-heading-xl" { (area) " SEND services" }
        p class="govuk-body-l" { "Help for children and young people with special educational needs or disabilities, from birth to 25, and for everybody who helps them." }
        @for way in &ways { (one(way)) }
        @if visit.viewer.is_none() {
            p class="govuk-body" { "Have you asked already? " a class="govuk-link" href="/sign-in" { "Sign in" } " to see where it is." }
        }
    }))
}

fn ways(viewer: Option<&Viewer>) -> Vec<Way> {
    let Some(viewer) = viewer else { return vec![ASK, FIGURES] };
    let mut ways = Vec::new();
    if viewer.is_family() {
        ways.extend([FAMILY, ASK]);
    }
    if viewer.has(Role::Senco) || viewer.has(Role::SettingStaff) {
        ways.extend([SETTING, ASK]);
    }
    if viewer.is_caseworker() {
        ways.extend([CASES, PEOPLE, ASK]);
    }
    if viewer.has(Role::Administrator) || viewer.has(Role::Manager) {
        ways.push(IMPORTS);
    }
    ways.push(FIGURES);
    ways
}

fn one(way: &Way) -> Markup {
    html! {
        h2 class="govuk-heading-m govuk-!-margin-bottom-1" { a class="govuk-link" href=(way.href) { (way.words) } }
        p class="govuk-body" { (way.says) }
    }
}
