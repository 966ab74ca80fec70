//! `/performance`: any authority beside England and its statistical neighbours. Public; works without JavaScript.

use crate::comparison::{Comparison, SECTIONS, SeriesOf, places_of};
use crate::store::{self, HeldFile};
use axum::extract::Query;
use charts::Chart;
use govuk::{Button, ErrorMessage, InsetText, Select};
use http::StatusCode;
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::BTreeSet;
use strategy_rules::authorities::{self, Authority, NEIGHBOURS_SOURCE};
use strategy_rules::series::Headline;
use web::{PageResult, Visit};

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// The Department's number of an authority.
    #[serde(default)]
    pub authority: String,
    /// Which figure, for a download.
    #[serde(default)]
    pub measure: String,
}

/// The authority that is asked for: none, one, or a number that is not one.
pub enum Choice {
    /// Nothing was chosen yet.
    None,
    /// This one.
    One(Authority),
    /// Something that is no number of an authority.
    Unknown,
}

impl Asked {
    /// Which authority it is.
    #[must_use]
    pub fn choice(&self) -> Choice {
        match self.authority.trim() {
            "" => Choice::None,
            text => text.parse().ok().and_then(authorities::by_number).map_or(Choice::Unknown, Choice::One),
        }
    }
}

/// `GET`.
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> PageResult {
    let reader = visit.site.store.reader();
    let files = store::held_files(reader).await?;
    if files.is_empty() {
        return Ok(visit.page("Compare performance").body(nothing_yet()));
    }
    let names = store::authorities(reader).await?;
    let choice = asked.choice();
    let title = match &choice {
        Choice::One(authority) => format!("{}: compare performance", authority.name()),
        _ => "Compare performance".to_owned(),
    };
    let chosen = match &choice {
        Choice::One(authority) => Some((*authority, sections(&visit, &files, *authority).await?)),
        _ => None,
    };
    let page = visit.page(title).wide();
    let page = if matches!(choice, Choice::Unknown) { page.status(StatusCode::NOT_FOUND) } else { page };
    Ok(page.body(html! {
        h1 class="govuk-heading-l" { @if let Some((authority, _)) = &chosen { (authority.name()) ": how it compares" } @else { "Compare performance" } }
        (chooser(&names, &asked, matches!(choice, Choice::Unknown)))
        @if let Some((authority, sections)) = &chosen {
            p class="govuk-body" {
                "Compared with England and with its ten statistical neighbours, the authorities most like it: "
                (authority.neighbours().map(|(neighbour, _)| neighbour.name()).collect::<Vec<_>>().join(", ")) "."
            }
            @for section in sections { (section) }
            p class="govuk-body-s" { "Neighbours: " (NEIGHBOURS_SOURCE) ". Contains public sector information licensed under the Open Government Licence v3.0." }
        }
    }))
}

/// The list of authorities. An ordinary form: choosing sends the page's own address.
fn chooser(names: &[store::HeldPlace], asked: &Asked, unknown: bool) -> Markup {
    let existing = names.iter().filter_map(|place| {
        let number = u16::try_from(place.number?).ok()?;
        authorities::by_number(number).filter(|authority| authority.exists_today())
    });
    let mut select =
        Select::new("authority").label("Local authority").value(asked.authority.trim()).item("", "Choose an authority");
    for authority in existing {
        select = select.item(authority.number().to_string(), authority.name());
    }
    if unknown {
        select = select.error(ErrorMessage::new("Choose an authority from the list"));
    }
    html! { form method="get" action="/performance" novalidate { (select) (Button::new("Compare")) } }
}

async fn sections(visit: &Visit, files: &[HeldFile], authority: Authority) -> PageResult<Vec<Markup>> {
    let mut sections = Vec::new();
    for (headline, word, heading) in SECTIONS {
        let series = load(visit, files, headline, authority).await?;
        sections.push(section(&compare(files, headline, authority, &series), word, heading));
    }
    Ok(sections)
}

/// The series of every place that is compared.
pub(super) async fn load(
    visit: &Visit,
    files: &[HeldFile],
    headline: Headline,
    authority: Authority,
) -> PageResult<SeriesOf> {
    Ok(store::headline(visit.site.store.reader(), files, headline, &places_of(authority)).await?)
}

/// The comparison on one figure.
pub(super) fn compare<'a>(
    files: &[HeldFile],
    headline: Headline,
    authority: Authority,
    series: &'a SeriesOf,
) -> Comparison<'a> {
    let used = headline
        .sources()
        .iter()
        .filter(|(release, kind, _)| files.iter().any(|f| (f.release, f.kind) == (*release, *kind)));
    let titles: BTreeSet<&str> = used.map(|(release, ..)| release.title()).collect();
    let neighbours = authority.neighbours().map(|(neighbour, _)| neighbour).collect();
    let source = titles.into_iter().collect::<Vec<_>>().join("; ");
    Comparison { headline, authority, neighbours, series, source }
}

fn section(comparison: &Comparison<'_>, word: &str, heading: &str) -> Markup {
    let counts = comparison.headline != Headline::TimelyExcludingExceptions;
    let charts: Vec<Chart> = [
        counts.then(|| comparison.own_counts(&format!("{word}-own"))).flatten(),
        comparison.over_time(&format!("{word}-time")),
        comparison.ranked(&format!("{word}-rank")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let download = format!("/performance/figures.csv?authority={}&measure={word}", comparison.authority.number());
    let (cautions, revisions) = (comparison.cautions(), comparison.revisions());
    html! {
        h2 class="govuk-heading-m" id=(word) { (heading) }
        @if charts.is_empty() {
            p class="govuk-body" { "No figure has been published for this authority in the releases that were imported." }
        } @else {
            @if !counts {
                p class="govuk-body" { "Of the plans issued in a year, the percentage issued within 20 weeks of the request, leaving out those to which a permitted exception applied." }
            }
            @for chart in &charts { (chart.figure(None)) }
            @if !cautions.is_empty() {
                h3 class="govuk-heading-s" { "Read these years with care" }
                ul class="govuk-list govuk-list--bullet" { @for (year, says) in &cautions { li { (year) ": " (says) } } }
            }
            @if !revisions.is_empty() {
                h3 class="govuk-heading-s" { "Revised by a later release" }
                ul class="govuk-list govuk-list--bullet" {
                    @for (year, now, before) in &revisions { li { (year) ": " (now) ", published before as " (before) } }
                }
            }
            p class="govuk-body" { a class="govuk-link" href=(download) { "Download these figures for all twelve areas (CSV): " (heading.to_lowercase()) } }
        }
    }
}

fn nothing_yet() -> Markup {
    html! {
        h1 class="govuk-heading-l" { "Compare performance" }
        p class="govuk-body" { "This page compares any local authority with England and its statistical neighbours: plans issued within 20 weeks, requests for an assessment, and plans in force." }
        (InsetText::new("No published figures have been imported yet, so there is nothing to compare."))
        p class="govuk-body" { "Whoever runs this service can bring them in. The Department for Education publishes them on Explore education statistics as the release \u{201c}Education, health and care plans\u{201d}; download all of its files as one .zip, then either" }
        ul class="govuk-list govuk-list--bullet" {
            li { "sign in as an administrator and add it under " a class="govuk-link" href="/imports" { "Imports" } ", or" }
            li { "run " code { "wherry import dfe-ehcp FILE" } " on the machine." }
        }
    }
}
