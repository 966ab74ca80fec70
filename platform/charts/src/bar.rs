//! The bar chart: from left to right, one band for each category.

use crate::axis::Axis;
use crate::chart::{Chart, Point};
use crate::palette::{INK, colour, fill, patterns};
use crate::text::{Anchor, cut, text};
use maud::{Markup, html};

const WIDTH: f64 = 600.0;
const LEFT: f64 = 220.0;
const RIGHT: f64 = 76.0;
const TOP: f64 = 6.0;
const BAND: f64 = 30.0;
const BAR: f64 = 20.0;

impl Chart {
    pub(crate) fn draw_bar(&self) -> Markup {
        let axis = Axis::over(self.numbers());
        let series = self.series.len().max(1);
        let band = BAND + BAR * (series as f64 - 1.0);
        let height = TOP * 2.0 + band * self.categories.len() as f64;
        let x = |value: f64| LEFT + (WIDTH - LEFT - RIGHT) * axis.share(value);
        let id = self.safe_id();
        self.frame(WIDTH, height, html! {
            (patterns(&id, series.max(2)))
            @for (position, category) in self.categories.iter().enumerate() {
                @let top = TOP + band * position as f64;
                @let picked = self.highlight.contains(&position);
                (text(LEFT - 10.0, top + band / 2.0 + 5.0, Anchor::End, picked, &cut(category, 28)))
                @for n in 0..series {
                    @let bar_top = top + (band - BAR * series as f64) / 2.0 + BAR * n as f64;
                    // With one series the picked-out categories are solid and the others hatched.
                    @let look = if series == 1 && !self.highlight.is_empty() && !picked { 1 } else { n };
                    @match self.point(n, position) {
                        Point::Value(value) => {
                            @let (from, to) = (x(value.min(0.0)), x(value.max(0.0)));
                            rect x=(format!("{from:.1}")) y=(format!("{:.1}", bar_top + 1.0)) width=(format!("{:.1}", (to - from).max(0.5))) height=(BAR - 2.0) fill=(fill(&id, look)) stroke=(colour(look)) stroke-width="1.5" {}
                            (text(to + 8.0, bar_top + 15.0, Anchor::Start, picked, &self.unit.write(value)))
                        }
                        Point::Missing { code, means } => {
                            (text(x(0.0) + 8.0, bar_top + 15.0, Anchor::Start, picked, &format!("{code} ({means})")))
                        }
                    }
                }
            }
            line x1=(format!("{:.1}", x(0.0))) x2=(format!("{:.1}", x(0.0))) y1=(TOP) y2=(height - TOP) stroke=(INK) stroke-width="1.5" {}
        })
    }
}
