//! What the comparison page shows, worked out from the series: no database, no HTML.

mod words;

use self::words::{describe, indexed, ordinal, plain, words};
use charts::{Break, Chart, Kind, Point, Series, Unit};
use std::collections::{BTreeSet, HashMap};
use strategy_rules::Basis;
use strategy_rules::authorities::Authority;
use strategy_rules::breaks::{self, Weight};
use strategy_rules::place::ENGLAND;
use strategy_rules::series::{Headline, SeriesPoint};

/// The figures that the page follows, each with the word that addresses carry.
pub const SECTIONS: [(Headline, &str, &str); 3] = [
    (Headline::TimelyExcludingExceptions, "timeliness", "Plans issued within 20 weeks"),
    (Headline::Requests, "requests", "Requests for an assessment"),
    (Headline::Plans, "plans", "Plans in force"),
];

/// The series of the places that are compared, by code of the place.
pub type SeriesOf = HashMap<String, Vec<SeriesPoint>>;

/// An authority beside England and its statistical neighbours, on one figure.
#[derive(Debug)]
pub struct Comparison<'a> {
    /// The figure.
    pub headline: Headline,
    /// The authority.
    pub authority: Authority,
    /// Its statistical neighbours, the closest first.
    pub neighbours: Vec<Authority>,
    /// The series of every place.
    pub series: &'a SeriesOf,
    /// The releases that the figures come from, for captions.
    pub source: String,
}

/// Every place that is compared: the authority, England, and the neighbours.
#[must_use]
pub fn places_of(authority: Authority) -> Vec<&'static str> {
    std::iter::once(authority.code())
        .chain(std::iter::once(ENGLAND))
        .chain(authority.neighbours().map(|(neighbour, _)| neighbour.code()))
        .collect()
}

impl Comparison<'_> {
    fn is_rate(&self) -> bool {
        matches!(self.headline, Headline::TimelyExcludingExceptions | Headline::Timely)
    }

    fn unit(&self) -> Unit {
        if self.is_rate() { Unit::Percent(1) } else { Unit::Count }
    }

    fn point(&self, place: &str, year: i16) -> Point {
        let held = self.series.get(place).and_then(|points| points.iter().find(|point| point.held.year == year));
        match held.map(|point| point.held.cell) {
            None => Point::missing("\u{2013}", "no figure was published"),
            Some(cell) => match cell.number() {
                Some(number) => Point::Value(number),
                None => Point::missing(&cell.to_string(), cell.meaning().unwrap_or("not a number")),
            },
        }
    }

    /// The years for which England or the authority has a number.
    fn years(&self) -> Vec<i16> {
        let numbered = |place: &str| {
            let points = self.series.get(place).into_iter().flatten();
            points.filter(|point| point.held.cell.number().is_some()).map(|point| point.held.year).collect::<Vec<_>>()
        };
        let years: BTreeSet<i16> = numbered(ENGLAND).into_iter().chain(numbered(self.authority.code())).collect();
        match (years.first(), years.last()) {
            (Some(first), Some(last)) => (*first..=*last).collect(),
            _ => Vec::new(),
        }
    }

    /// The latest year for which the authority has a number; else the latest of England.
    #[must_use]
    pub fn latest(&self) -> Option<i16> {
        let years = self.years();
        let has = |year: &&i16| self.point(self.authority.code(), **year).number().is_some();
        years.iter().rev().find(has).or(years.last()).copied()
    }

    /// Mean of the neighbours that have a number, to one decimal.
    fn mean(&self, year: i16) -> Point {
        let numbers: Vec<f64> = self.neighbours.iter().filter_map(|n| self.point(n.code(), year).number()).collect();
        if numbers.is_empty() {
            return Point::missing("\u{2013}", "no figure was published");
        }
        Point::Value((numbers.iter().sum::<f64>() / numbers.len() as f64 * 10.0).round() / 10.0)
    }

    fn category_name(&self) -> &'static str {
        if self.headline.basis() == Basis::January { "January" } else { "Year" }
    }

    fn breaks(&self, years: &[i16]) -> Vec<Break> {
        let subject = self.headline.subject();
        let place = self.authority.code();
        let known = breaks::of(subject, place)
            .into_iter()
            .filter(|known| known.weight == Weight::Break)
            .map(|known| (known.year, known.says));
        let mut found: Vec<Break> = known
            .chain(breaks::boundary_breaks(subject, place))
            .filter_map(|(year, says)| {
                let before = years.iter().position(|held| *held == year)?;
                (before > 0).then(|| Break { before, note: says.to_owned() })
            })
            .collect();
        found.sort_by_key(|one| one.before);
        found
    }

    /// Reasons for care that are no breaks, for the years shown.
    #[must_use]
    pub fn cautions(&self) -> Vec<(i16, &'static str)> {
        let years = self.years();
        breaks::of(self.headline.subject(), self.authority.code())
            .into_iter()
            .filter(|known| known.weight == Weight::Caution && years.contains(&known.year))
            .map(|known| (known.year, known.says))
            .collect()
    }

    /// Figures that a later release revised: year, what holds, what was published before.
    #[must_use]
    pub fn revisions(&self) -> Vec<(i16, String, String)> {
        let points = self.series.get(self.authority.code()).into_iter().flatten();
        points
            .filter_map(|point| {
                let earlier = point.revised_from?;
                Some((point.held.year, point.held.cell.to_string(), earlier.cell.to_string()))
            })
            .collect()
    }

    fn chart(&self, kind: Kind, id: &str, years: &[i16]) -> Chart {
        Chart {
            id: id.to_owned(),
            title: String::new(),
            describes: String::new(),
            kind,
            unit: self.unit(),
            category_name: self.category_name().to_owned(),
            categories: years.iter().map(ToString::to_string).collect(),
            highlight: Vec::new(),
            series: Vec::new(),
            breaks: self.breaks(years),
            source: self.source.clone(),
        }
    }

    /// The authority, England and the mean of the neighbours over the years: rates as they are, counts as an index.
    #[must_use]
    pub fn over_time(&self, id: &str) -> Option<Chart> {
        let mut years = self.years();
        let latest = self.latest()?;
        let base = if self.is_rate() { None } else { Some(self.base_year(&years).filter(|base| *base < latest)?) };
        if let Some(base) = base {
            years.retain(|year| *year >= base);
        }
        let name = self.authority.name();
        let mut chart = self.chart(Kind::Line, id, &years);
        let series = |words: &str, at: &dyn Fn(i16) -> Point| Series {
            name: words.to_owned(),
            points: years.iter().map(|year| indexed(at(*year), base.and_then(|base| at(base).number()))).collect(),
        };
        chart.series = vec![
            series(name, &|year| self.point(self.authority.code(), year)),
            series("England", &|year| self.point(ENGLAND, year)),
        ];
        if base.is_some() {
            chart.unit = Unit::Number(0);
            chart.series.push(series("All its neighbours", &|year| self.sum(year)));
        } else {
            chart.series.push(series("Mean of its neighbours", &|year| self.mean(year)));
        }
        chart.title = match base {
            None => format!("{name}, England and neighbours: plans in time"),
            Some(base) if self.headline == Headline::Plans => {
                format!("Plans: change since {base}, where {base} is 100")
            }
            Some(base) => format!("Requests: change since {base}, where {base} is 100"),
        };
        chart.describes = describe(&chart, latest);
        Some(chart)
    }

    /// The sum of the neighbours; missing when one of them has no number.
    fn sum(&self, year: i16) -> Point {
        let numbers: Option<Vec<f64>> = self.neighbours.iter().map(|n| self.point(n.code(), year).number()).collect();
        match numbers {
            Some(numbers) if !numbers.is_empty() => Point::Value(numbers.iter().sum()),
            _ => Point::missing("\u{2013}", "not every neighbour has a figure"),
        }
    }

    /// The first of the last seven years in which the authority and England both have a number.
    fn base_year(&self, years: &[i16]) -> Option<i16> {
        let recent = &years[years.len().saturating_sub(7)..];
        let both = |year: &&i16| {
            [self.authority.code(), ENGLAND].iter().all(|place| self.point(place, **year).number().is_some())
        };
        recent.iter().find(both).copied()
    }

    /// The authority's own counts.
    #[must_use]
    pub fn own_counts(&self, id: &str) -> Option<Chart> {
        let years = self.years();
        let latest = self.latest()?;
        let mut chart = self.chart(Kind::Column, id, &years);
        let points = years.iter().map(|year| self.point(self.authority.code(), *year)).collect();
        chart.series = vec![Series { name: self.authority.name().to_owned(), points }];
        let of = self.point(self.authority.code(), latest).number().map_or_else(String::new, |n| self.unit().write(n));
        let what = if self.headline == Headline::Plans { "plans" } else { "requests" };
        chart.title = format!("{}: {of} {what} in {latest}", self.authority.name());
        chart.describes = describe(&chart, latest);
        Some(chart)
    }

    /// Every place in one year, the highest first: rates as they are, counts against the base year, which is 100.
    #[must_use]
    pub fn ranked(&self, id: &str) -> Option<Chart> {
        let year = self.latest()?;
        let base = if self.is_rate() { None } else { Some(self.base_year(&self.years()).filter(|base| *base < year)?) };
        let value = |code: &str| match base {
            None => self.point(code, year),
            Some(base) => match self.point(code, base) {
                Point::Value(number) => indexed(self.point(code, year), Some(number)),
                missing @ Point::Missing { .. } => missing,
            },
        };
        let mut rows: Vec<(&str, Point, bool)> =
            self.places().into_iter().map(|(name, code)| (name, value(code), code == self.authority.code())).collect();
        rows.sort_by(|a, b| b.1.number().unwrap_or(f64::MIN).total_cmp(&a.1.number().unwrap_or(f64::MIN)));
        let counted: Vec<_> =
            rows.iter().filter(|(name, point, _)| *name != "England" && point.number().is_some()).collect();
        let rank = counted.iter().position(|(_, _, own)| *own).map(|rank| ordinal(rank + 1));
        let (name, of) = (self.authority.name(), counted.len());
        let mut chart = self.chart(Kind::Bar, id, &[]);
        chart.breaks = Vec::new();
        chart.category_name = "Area".to_owned();
        chart.categories = rows.iter().map(|(name, ..)| (*name).to_owned()).collect();
        chart.highlight = rows.iter().position(|(_, _, own)| *own).into_iter().collect();
        let points = rows.iter().map(|(_, point, _)| point.clone()).collect();
        let heading = match base {
            None => year.to_string(),
            Some(base) => {
                chart.unit = Unit::Number(0);
                format!("{year}, where {base} is 100")
            }
        };
        chart.series = vec![Series { name: heading, points }];
        chart.title = match (base, rank) {
            (None, Some(rank)) => format!("{name} was {rank} of {of} in {year}"),
            (Some(base), Some(rank)) => format!("Growth {base} to {year}: {name} was {rank} of {of}"),
            (_, None) => format!("{name} and its neighbours in {year}"),
        };
        let shown = rows.iter().map(|(name, point, _)| format!("{name} {}", words(point, chart.unit)));
        chart.describes = format!("{}.", shown.collect::<Vec<_>>().join(", "));
        Some(chart)
    }

    /// Every place with its name, in the order of the full table.
    fn places(&self) -> Vec<(&'static str, &'static str)> {
        let mut places = vec![(self.authority.name(), self.authority.code()), ("England", ENGLAND)];
        places.extend(self.neighbours.iter().map(|neighbour| (neighbour.name(), neighbour.code())));
        places
    }

    /// Every figure, one row each: area, code, period, figure, meaning of a code, release.
    pub fn rows(&self) -> impl Iterator<Item = [String; 7]> + '_ {
        self.places().into_iter().flat_map(move |(name, code)| {
            let points = self.series.get(code).into_iter().flatten();
            points.map(move |point| {
                let cell = point.held.cell;
                [
                    self.headline.name().to_owned(),
                    name.to_owned(),
                    code.to_owned(),
                    if self.headline.basis() == Basis::January {
                        format!("January {}", point.held.year)
                    } else {
                        point.held.year.to_string()
                    },
                    plain(&cell.to_string()),
                    cell.meaning().unwrap_or_default().to_owned(),
                    point.held.release.title().to_owned(),
                ]
            })
        })
    }
}

#[cfg(test)]
mod tests;
