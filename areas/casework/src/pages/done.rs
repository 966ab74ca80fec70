//! `/request/done/{submission}`: the request was made; what happens next and by when.

use axum::extract::Path;
use govuk::Panel;
use maud::html;
use web::{PageResult, Visit};

use crate::ask;

/// `GET`: shown to whoever sent the form, and to nobody else.
pub async fn show(visit: Visit, Path(submission): Path<String>) -> PageResult {
    let file = ask::made(&visit, &submission).await?;
    let family = visit.viewer.as_ref().is_some_and(web::Viewer::is_family);
    let caseworker = visit.viewer.as_ref().is_some_and(web::Viewer::is_caseworker);
    Ok(visit.page("Request sent").body(html! {
        (Panel::confirmation("Request sent", html! { "Your reference is" br; strong { (file.reference) } }))
        h2 class="govuk-heading-m" { "What happens next" }
        (ask::next_steps(&file))
        @if caseworker {
            p class="govuk-body" { a class="govuk-link" href={ "/cases/" (file.id) } { "Open the case" } }
        } @else if family {
            p class="govuk-body" { a class="govuk-link" href="/my" { "See where it is" } ". If we have not yet checked that you have parental responsibility, we ask you first." }
        } @else if visit.viewer.is_some() {
            p class="govuk-body" { a class="govuk-link" href="/setting" { "See your setting's requests" } }
        } @else {
            p class="govuk-body" { "Write the reference down. When you ring or write to us, give it instead of the child’s name. We will invite you to an account. Then you can see where the request is at any time." }
        }
        h2 class="govuk-heading-m" { "If you need help" }
        p class="govuk-body" { (visit.site.settings.help_line) ". You can also get free advice from the area's independent information, advice and support service." }
    }))
}
