//! What every page of this area has: who writes, new ids, and the strip that says an emergency access is open.

use ::access::Role;
use ::store::{break_glass, people::Author};
use axum::response::Response;
use govuk::{NotificationBanner, SummaryList, kit::long_moment};
use maud::{Markup, html};
use web::{Page, PageResult, Visit};

/// The finished page, with the strip of an emergency access on top where one is open.
pub(crate) async fn show(visit: &Visit, page: Page, body: Markup) -> PageResult {
    let strip = strip(visit).await?;
    Ok(page.body(html! { (strip) (body) }))
}

/// As [`show`], for a page that cannot wait: no emergency access can be open for its readers.
pub(crate) fn plain(page: Page, body: Markup) -> Response {
    page.body(body)
}

async fn strip(visit: &Visit) -> PageResult<Markup> {
    let Some(viewer) = &visit.viewer else { return Ok(Markup::default()) };
    if !viewer.is_caseworker() && !viewer.has(Role::DesignatedOfficer) {
        return Ok(Markup::default());
    }
    let open = break_glass::open_of_account(visit.site.store.reader(), viewer.account, visit.now).await?;
    let Some(last) = open.iter().max_by_key(|access| access.until) else { return Ok(Markup::default()) };
    Ok(html! {
        (NotificationBanner::new(html! {
            p class="govuk-notification-banner__heading" { "You have a record open in an emergency until " (long_moment(last.until)) "." }
            p class="govuk-body" { "Everything you look at in it is written down, and somebody else will review it." }
            @for access in &open {
                form method="post" action={ "/emergency-access/" (access.id) "/end" } novalidate {
                    (visit.csrf_field())
                    p class="govuk-body" { a class="govuk-link" href={ "/people/" (access.child) } { "Go to the record " (access.child) } }
                    (govuk::Button::new(html! { "Close it now" span class="govuk-visually-hidden" { " (record " (access.child) ")" } }).secondary())
                }
            }
        }).title("Emergency access"))
    })
}

/// A new id of any kind.
pub(crate) fn new_id<T: From<ulid::Ulid>>(visit: &Visit) -> T {
    T::from(visit.site.random.ulid(visit.now))
}

/// The account that writes, as the change log names it.
pub(crate) fn account(visit: &Visit) -> String {
    visit.viewer.as_ref().map_or_else(|| "anonymous".to_owned(), |viewer| viewer.account.to_string())
}

/// Who writes, for the change log.
pub(crate) fn author<'a>(visit: &Visit, account: &'a str) -> Author<'a> {
    Author { who: account, at: visit.now }
}

/// A card whose title is a heading of the third level, for cards below a heading of their own.
pub(crate) fn below_a_heading(mut list: SummaryList) -> SummaryList {
    if let Some(title) = list.card.as_mut().and_then(|card| card.title.as_mut()) {
        title.heading_level = Some(3);
    }
    list
}
