//! The column chart: from the bottom up, grouped by category.

use crate::axis::Axis;
use crate::chart::{Chart, Point};
use crate::palette::{GRID, INK, colour, fill, patterns};
use crate::text::{Anchor, text, wrapped};
use maud::{Markup, html};

const WIDTH: f64 = 600.0;
const HEIGHT: f64 = 320.0;
const LEFT: f64 = 62.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 34.0;
const BOTTOM: f64 = 36.0;
const KEY: f64 = 26.0;

impl Chart {
    pub(crate) fn draw_column(&self) -> Markup {
        let axis = Axis::over(self.numbers());
        let count = self.categories.len().max(1) as f64;
        let series = self.series.len().max(1);
        let key = if series > 1 { KEY * series as f64 } else { 0.0 };
        let band = (WIDTH - LEFT - RIGHT) / count;
        let width = (band * 0.76 / series as f64).min(56.0);
        let y = |value: f64| TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - axis.share(value));
        let every = self.categories.len().div_ceil(12).max(1);
        let room_for_values = width >= 34.0;
        let id = self.safe_id();
        self.frame(WIDTH, HEIGHT + key, html! {
            (patterns(&id, series))
            @for tick in axis.ticks() {
                line x1=(LEFT) x2=(WIDTH - RIGHT) y1=(format!("{:.1}", y(tick))) y2=(format!("{:.1}", y(tick))) stroke=(GRID) stroke-width="1" {}
                (text(LEFT - 8.0, y(tick) + 5.0, Anchor::End, false, &self.unit.tick(tick, axis.step)))
            }
            @for (position, category) in self.categories.iter().enumerate() {
                @let middle = LEFT + band * (position as f64 + 0.5);
                @if (self.categories.len() - 1 - position).is_multiple_of(every) {
                    (text(middle, HEIGHT - BOTTOM + 22.0, Anchor::Middle, false, category))
                }
                @for n in 0..series {
                    @let left = middle + width * (n as f64 - series as f64 / 2.0);
                    @match self.point(n, position) {
                        Point::Value(value) => {
                            @let (top, bottom) = (y(value.max(0.0)), y(value.min(0.0)));
                            rect x=(format!("{:.1}", left + 1.0)) y=(format!("{top:.1}")) width=(format!("{:.1}", width - 2.0)) height=(format!("{:.1}", (bottom - top).max(0.5))) fill=(fill(&id, n)) stroke=(colour(n)) stroke-width="1.5" {}
                            @if room_for_values { (text(left + width / 2.0, top - 5.0, Anchor::Middle, false, &self.unit.write(value))) }
                        }
                        Point::Missing { code, .. } => (text(left + width / 2.0, y(0.0) - 6.0, Anchor::Middle, false, &code))
                    }
                }
            }
            @for (letter, at) in self.lettered_breaks() {
                @let middle = LEFT + band * at.before as f64;
                line x1=(format!("{middle:.1}")) x2=(format!("{middle:.1}")) y1=(TOP - 12.0) y2=(HEIGHT - BOTTOM) stroke=(INK) stroke-width="1.5" stroke-dasharray="5 4" {}
                (text(middle, TOP - 18.0, Anchor::Middle, true, &letter.to_string()))
            }
            line x1=(LEFT) x2=(WIDTH - RIGHT) y1=(format!("{:.1}", y(0.0))) y2=(format!("{:.1}", y(0.0))) stroke=(INK) stroke-width="1.5" {}
            @if series > 1 {
                @for (n, named) in self.series.iter().enumerate() {
                    @let top = HEIGHT + KEY * n as f64;
                    rect x=(LEFT) y=(top) width="18" height="16" fill=(fill(&id, n)) stroke=(colour(n)) stroke-width="1.5" {}
                    (text(LEFT + 26.0, top + 13.0, Anchor::Start, false, wrapped(&named.name, 60).first().map_or("", String::as_str)))
                }
            }
        })
    }
}
