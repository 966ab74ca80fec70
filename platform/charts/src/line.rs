//! The line chart.

use crate::axis::Axis;
use crate::chart::{Chart, Point};
use crate::palette::{GRID, INK, colour, dash, marker};
use crate::text::{Anchor, text, wrapped};
use maud::{Markup, html};

const WIDTH: f64 = 600.0;
const HEIGHT: f64 = 320.0;
const LEFT: f64 = 62.0;
const RIGHT: f64 = 130.0;
const TOP: f64 = 30.0;
const BOTTOM: f64 = 36.0;
const LABEL_WIDTH: usize = 16;
const LABEL_LINE: f64 = 16.0;

impl Chart {
    pub(crate) fn draw_line(&self) -> Markup {
        let axis = Axis::over(self.numbers());
        let last = self.categories.len().saturating_sub(1).max(1) as f64;
        let x = |category: f64| LEFT + 8.0 + (WIDTH - LEFT - RIGHT - 16.0) * category / last;
        let y = |value: f64| TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - axis.share(value));
        let every = self.categories.len().div_ceil(8).max(1);
        self.frame(WIDTH, HEIGHT, html! {
            @for tick in axis.ticks() {
                line x1=(LEFT) x2=(WIDTH - RIGHT) y1=(format!("{:.1}", y(tick))) y2=(format!("{:.1}", y(tick))) stroke=(GRID) stroke-width="1" {}
                (text(LEFT - 8.0, y(tick) + 5.0, Anchor::End, false, &self.unit.tick(tick, axis.step)))
            }
            @for (position, category) in self.categories.iter().enumerate() {
                @if (self.categories.len() - 1 - position).is_multiple_of(every) {
                    (text(x(position as f64), HEIGHT - BOTTOM + 22.0, Anchor::Middle, false, category))
                }
            }
            @for (letter, at) in self.lettered_breaks() {
                @let middle = if at.before == 0 { x(0.0) - 8.0 } else { x(at.before as f64 - 0.5) };
                line x1=(format!("{middle:.1}")) x2=(format!("{middle:.1}")) y1=(TOP - 4.0) y2=(HEIGHT - BOTTOM) stroke=(INK) stroke-width="1.5" stroke-dasharray="5 4" {}
                (text(middle, TOP - 10.0, Anchor::Middle, true, &letter.to_string()))
            }
            @for position in 0..self.series.len() {
                @for run in self.runs(position) {
                    @let points = run.iter().map(|(category, value)| format!("{:.1},{:.1}", x(*category as f64), y(*value))).collect::<Vec<_>>();
                    @if points.len() > 1 {
                        polyline points=(points.join(" ")) fill="none" stroke=(colour(position)) stroke-width="3" stroke-dasharray=[dash(position)] stroke-linejoin="round" {}
                    }
                    @for (category, value) in &run { (marker(position, x(*category as f64), y(*value))) }
                }
                @for (category, code) in self.gaps(position) {
                    (text(x(category as f64) + 12.0 * position as f64, HEIGHT - BOTTOM - 6.0, Anchor::Middle, false, &code))
                }
            }
            @for (series, at, lines) in self.line_labels(&y) {
                (marker(series, WIDTH - RIGHT + 10.0, at - 5.0))
                @for (n, line) in lines.iter().enumerate() {
                    (text(WIDTH - RIGHT + 20.0, at + LABEL_LINE * n as f64, Anchor::Start, series == 0, line))
                }
            }
        })
    }

    /// The stretches of a series without a gap and without a break between their points.
    fn runs(&self, series: usize) -> Vec<Vec<(usize, f64)>> {
        let mut runs = vec![Vec::new()];
        for category in 0..self.categories.len() {
            if self.breaks.iter().any(|b| b.before == category) {
                runs.push(Vec::new());
            }
            match (self.point(series, category), runs.last_mut()) {
                (Point::Value(value), Some(run)) => run.push((category, value)),
                _ => runs.push(Vec::new()),
            }
        }
        runs.retain(|run| !run.is_empty());
        runs
    }

    /// Where a series has a code rather than a number.
    fn gaps(&self, series: usize) -> Vec<(usize, String)> {
        (0..self.categories.len())
            .filter_map(|category| match self.point(series, category) {
                Point::Missing { code, .. } if code.chars().count() <= 3 && code != "\u{2013}" => {
                    Some((category, code))
                }
                _ => None,
            })
            .collect()
    }

    /// The label of each series at the height of its last number, moved apart where they would touch.
    fn line_labels(&self, y: &impl Fn(f64) -> f64) -> Vec<(usize, f64, Vec<String>)> {
        let mut labels: Vec<(usize, f64, Vec<String>)> = self
            .series
            .iter()
            .enumerate()
            .filter_map(|(position, series)| {
                let last = series.points.iter().rev().find_map(Point::number)?;
                Some((position, y(last) + 5.0, wrapped(&series.name, LABEL_WIDTH)))
            })
            .collect();
        labels.sort_by(|a, b| a.1.total_cmp(&b.1));
        let mut free = TOP;
        for (_, at, lines) in &mut labels {
            *at = at.max(free);
            free = *at + LABEL_LINE * lines.len() as f64 + 4.0;
        }
        // Too low: push the whole stack up from the bottom.
        let mut floor = HEIGHT - 6.0;
        for (_, at, lines) in labels.iter_mut().rev() {
            let height = LABEL_LINE * (lines.len() as f64 - 1.0);
            *at = at.min(floor - height);
            floor = *at - LABEL_LINE - 4.0;
        }
        labels
    }
}
