//! What a chart says, before anything is drawn.

/// The form of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Lines over time; at most four series.
    Line,
    /// Bars from left to right, one for each category: for comparing places.
    Bar,
    /// Columns from the bottom up, grouped by category; at most three series.
    Column,
}

/// What the numbers are, which decides how they are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A count, written with thousands commas.
    Count,
    /// A percentage, with so many decimals.
    Percent(u8),
    /// Any other number, with so many decimals.
    Number(u8),
}

/// One value of a series.
#[derive(Debug, Clone, PartialEq)]
pub enum Point {
    /// A number.
    Value(f64),
    /// No number, and why.
    Missing {
        /// The code as published, such as `x`.
        code: String,
        /// What the code means, such as "not available".
        means: String,
    },
}

/// One line, or one set of bars.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Its name, as the label and the table heading have it.
    pub name: String,
    /// One point for each category, in the same order.
    pub points: Vec<Point>,
}

/// A place where the series stops being comparable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// The position of the first category after the break.
    pub before: usize,
    /// What changed, in a sentence.
    pub note: String,
}

/// A chart: the picture, the table and the download all come from this.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Unique on its page: letters, digits and hyphens; anything else becomes a hyphen.
    pub id: String,
    /// What the chart shows, in at most ten words.
    pub title: String,
    /// What a person who can't see it needs to know, in a sentence or two.
    pub describes: String,
    /// Its form.
    pub kind: Kind,
    /// What the numbers are.
    pub unit: Unit,
    /// The heading of the first column of the table, such as "Year".
    pub category_name: String,
    /// The categories, in order.
    pub categories: Vec<String>,
    /// Positions of the categories to pick out, in a bar chart.
    pub highlight: Vec<usize>,
    /// The series.
    pub series: Vec<Series>,
    /// Breaks in the series.
    pub breaks: Vec<Break>,
    /// Who published the numbers, in which release.
    pub source: String,
}

impl Chart {
    /// The id with anything but letters, digits and hyphens replaced.
    pub(crate) fn safe_id(&self) -> String {
        let safe: String = self.id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        if safe.starts_with(|c: char| c.is_ascii_alphabetic()) { safe } else { format!("chart-{safe}") }
    }

    /// The point of a series at a category; a missing one when the series is too short.
    pub(crate) fn point(&self, series: usize, category: usize) -> Point {
        match self.series.get(series).and_then(|s| s.points.get(category)) {
            Some(Point::Value(value)) if !value.is_finite() => Point::none(),
            Some(point) => point.clone(),
            None => Point::none(),
        }
    }

    /// Every number there is.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = f64> + '_ {
        self.series.iter().flat_map(|series| &series.points).filter_map(Point::number)
    }

    /// The codes that occur, each with its meaning, once.
    pub(crate) fn codes(&self) -> Vec<(String, String)> {
        let mut codes = Vec::new();
        for point in self.series.iter().flat_map(|series| &series.points) {
            if let Point::Missing { code, means } = point
                && !code.is_empty()
                && !codes.iter().any(|(held, _)| held == code)
            {
                codes.push((code.clone(), means.clone()));
            }
        }
        codes
    }

    /// The breaks in order, each with its letter.
    pub(crate) fn lettered_breaks(&self) -> Vec<(char, &Break)> {
        let mut breaks: Vec<&Break> = self.breaks.iter().filter(|b| b.before < self.categories.len()).collect();
        breaks.sort_by_key(|b| b.before);
        ('A'..='Z').zip(breaks).collect()
    }
}

impl Point {
    /// A missing value.
    #[must_use]
    pub fn missing(code: &str, means: &str) -> Self {
        Self::Missing { code: code.to_owned(), means: means.to_owned() }
    }

    fn none() -> Self {
        Self::missing("\u{2013}", "no figure")
    }

    /// The number, if there is one.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Value(value) if value.is_finite() => Some(*value),
            _ => None,
        }
    }
}
