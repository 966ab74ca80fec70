//! `/performance/figures.csv`: the figures of one comparison, for spreadsheets.

use super::performance::{Asked, Choice, compare, load};
use crate::comparison::SECTIONS;
use crate::store;
use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use http::header;
use tables::CsvWriter;
use web::{PageError, PageResult, Visit};

/// `GET`.
pub async fn download(visit: Visit, Query(asked): Query<Asked>) -> PageResult<Response> {
    let Choice::One(authority) = asked.choice() else { return Err(PageError::NotFound) };
    let wanted = SECTIONS.iter().filter(|(_, word, _)| asked.measure.is_empty() || asked.measure == *word);
    let files = store::held_files(visit.site.store.reader()).await?;
    let mut writer = CsvWriter::for_spreadsheets(Vec::new()).map_err(PageError::internal)?;
    let header = ["measure", "area", "code", "period", "value", "what the code means", "source"];
    writer.row(header).map_err(PageError::internal)?;
    let mut any = false;
    for (headline, ..) in wanted {
        any = true;
        let series = load(&visit, &files, *headline, authority).await?;
        for row in compare(&files, *headline, authority, &series).rows() {
            writer.row(row).map_err(PageError::internal)?;
        }
    }
    if !any {
        return Err(PageError::NotFound);
    }
    let bytes = writer.finish().map_err(PageError::internal)?;
    let name =
        format!("{}-{}.csv", authority.number(), if asked.measure.is_empty() { "figures" } else { &asked.measure });
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, bytes).into_response())
}
