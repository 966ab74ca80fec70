//! What Wherry builds on the design system: the pieces that many pages share.
//!
//! Each works with the keyboard alone, without JavaScript and at 320 pixels, and never says anything by colour alone.

mod audit_strip;
mod chart_figure;
mod dates;
mod filter_panel;
mod identity_bar;
mod statutory_date;
mod timeline;
mod work_queue;

pub use audit_strip::AuditStrip;
pub use chart_figure::ChartFigure;
pub use dates::{long_date, long_moment};
pub use filter_panel::FilterPanel;
pub use identity_bar::IdentityBar;
pub use statutory_date::{DateState, StatutoryDate};
pub use timeline::{Step, StepState, Timeline};
pub use work_queue::{Column, Order, WorkQueue};
