//! The queries of published statistics. Everything that writes takes a transaction.

mod batches;
mod figures;

pub use batches::{Batch, BatchState, batch, batch_of, batches, current_batch, reports};
pub(crate) use batches::{begin_batch, begin_file, complete_file, files_of, finish_batch, finish_file, undo_batch};
pub use figures::{FigureRow, HeldFile, HeldPlace, authorities, figures, headline, held_files, totals};
pub(crate) use figures::{delete_figures, insert_figures, save_places};
