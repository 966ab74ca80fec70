//! What a public service must say of itself: accessibility, privacy, cookies, help.

use maud::html;
use web::{PageResult, Visit};

/// `GET /accessibility`: what was tested, what is known not to work, whom to tell.
pub async fn accessibility(visit: Visit) -> PageResult {
    Ok(visit.page("Accessibility statement").body(html! {
        h1 class="govuk-heading-l" { "Accessibility statement" }
        p class="govuk-body" { "We want everybody to be able to use this website. You should be able to:" }
        ul class="govuk-list govuk-list--bullet" {
            li { "zoom in to 400% without the text running off the screen" }
            li { "use every page with a keyboard, with speech, or with a screen reader" }
            li { "use every page without JavaScript, save signing in with a passkey" }
            li { "change colours and spacing without losing anything" }
        }
        h2 class="govuk-heading-m" { "How it is tested" }
        p class="govuk-body" { "The standard is WCAG 2.2, level AA. Each version is checked in a browser: every page by the axe rules, by keyboard, at 320 pixels wide, with wide text spacing and without JavaScript. Machines find fewer than half of the faults there can be, so we do not claim that it meets the standard in full until people who use assistive technology have tested it." }
        h2 class="govuk-heading-m" { "Known faults" }
        p class="govuk-body" { "We know of none that stops somebody from using a page. If you meet one, tell us and we will put it right." }
        h2 class="govuk-heading-m" { "Tell us, or ask for another form" }
        p class="govuk-body" { (visit.site.settings.help_line) ". You can have anything here in large print, Easy Read, audio or another language. If you are not happy with our answer, you can turn to the Equality Advisory and Support Service." }
    }))
}

/// `GET /privacy`: what is kept, why, who sees it, for how long.
pub async fn privacy(visit: Visit) -> PageResult {
    Ok(visit.page("Privacy").body(html! {
        h1 class="govuk-heading-l" { "Privacy" }
        p class="govuk-body" { "We keep what we need to find out what help a child or young person needs, to see that they get it, and to do what the Children and Families Act 2014 tells the council to do. We do this because the law gives us the duty, not because you have agreed to it." }
        h2 class="govuk-heading-m" { "Who can see it" }
        ul class="govuk-list govuk-list--bullet" {
            li { "the family, and from the end of compulsory school age the young person" }
            li { "the people who work on the request or plan, while they do" }
            li { "the nursery, school or college the child goes to" }
            li { "nobody else, unless the law says so" }
        }
        p class="govuk-body" { "Every look at a child's record is written down. You can see who looked, and when." }
        h2 class="govuk-heading-m" { "How long" }
        p class="govuk-body" { "A child's file is kept until they would be 31, and then destroyed, unless a court or an inquiry tells us to keep it." }
        h2 class="govuk-heading-m" { "Your rights" }
        p class="govuk-body" { "You can ask for a copy, ask us to put mistakes right, and complain. We answer a data protection complaint within 30 days. " (visit.site.settings.help_line) "." }
        p class="govuk-body" { "No page here asks another company for anything: no trackers, no maps from elsewhere, no fonts from elsewhere." }
    }))
}

/// `GET /cookies`: the one cookie.
pub async fn cookies(visit: Visit) -> PageResult {
    Ok(visit.page("Cookies").body(html! {
        h1 class="govuk-heading-l" { "Cookies" }
        p class="govuk-body" { "This website puts one small file, called a cookie, on your device. It is needed to keep you signed in and to keep what you type. It tells us nothing else, nobody else can read it, and it goes when you close your browser." }
        (govuk::Table::new("The cookie").head(["Name", "What it is for", "When it goes"]).row(["wherry", "Keeps you signed in and keeps half-filled forms", "When you close your browser, or sooner"]))
    }))
}

/// `GET /help`: whom to ask.
pub async fn help(visit: Visit) -> PageResult {
    Ok(visit.page("Help").body(html! {
        h1 class="govuk-heading-l" { "Help" }
        p class="govuk-body" { (visit.site.settings.help_line) "." }
        h2 class="govuk-heading-m" { "You can always" }
        ul class="govuk-list govuk-list--bullet" {
            li { "ring or write instead of using the website: it counts just the same, from the day it reaches us" }
            li { "ask for an interpreter, large print, Easy Read or somebody to fill the form in with you" }
            li { "ask the area's independent information, advice and support service, which is free and does not belong to the council's SEND team" }
        }
    }))
}
