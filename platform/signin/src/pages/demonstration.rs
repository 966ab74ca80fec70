//! In the demonstration alone: choose somebody to be. Every person in it is invented.

use super::kit::Service;
use crate::cookie::local_path;
use crate::session::{self, How};
use axum::Extension;
use govuk::Button;
use http::HeaderMap;
use maud::html;
use store::accounts;
use web::{PageError, PageResult, Posted, Visit};

pub(super) async fn show(visit: Visit, Extension(sign_in): Service) -> PageResult {
    if !visit.is_demonstration() {
        return Err(PageError::NotFound);
    }
    let mut people = Vec::new();
    for member in &sign_in.cast {
        if let Some(account) = accounts::by_email(visit.site.store.reader(), &member.email).await? {
            people.push((member, account));
        }
    }
    Ok(visit.page("Choose somebody to be").body(html! {
        h1 class="govuk-heading-l" { "Choose somebody to be" }
        p class="govuk-body" { "This is a demonstration of " (visit.site.settings.area_name) ", an invented county. Nobody in it exists. Become one of these people to see what they see." }
        @if people.is_empty() { p class="govuk-body" { "There is nobody here yet. The demonstration is still being made." } }
        @for (member, account) in &people {
            h2 class="govuk-heading-m" { (member.role) }
            p class="govuk-body" { (account.display_name) ". " (member.about) }
            form method="post" action="/demonstration/become" {
                (visit.csrf_field())
                input type="hidden" name="account" value=(account.id.to_string());
                (Button::new(format!("Become {}", account.display_name)).secondary())
            }
        }
    }))
}

pub(super) async fn become_person(
    visit: Visit,
    Extension(sign_in): Service,
    headers: HeaderMap,
    posted: Posted,
) -> PageResult {
    if !visit.is_demonstration() {
        return Err(PageError::NotFound);
    }
    let reader = visit.site.store.reader();
    for member in &sign_in.cast {
        let Some(account) = accounts::by_email(reader, &member.email).await? else { continue };
        if account.id.to_string() == posted.get("account") && account.disabled_at.is_none() {
            let tx = visit.site.store.begin().await?;
            let cookie = session::begin(&visit, &tx, &account, How::Demonstration, &headers).await?;
            tx.commit().await?;
            return Ok(cookie.see_other(&local_path(&member.start)));
        }
    }
    Err(PageError::NotFound)
}
