//! Pages of a list by key: after which file the next page begins. It costs the same on every page.

use jiff::civil::Date;
use maud::{Markup, html};
use record::CaseId;
use web::{PageError, PageResult};

use crate::file::CaseFile;

/// After which file a page begins: its due day and id.
pub type After = (Option<Date>, CaseId);

/// Reads the place from an address.
pub fn read(text: Option<&str>) -> PageResult<Option<After>> {
    let Some(text) = text else { return Ok(None) };
    let wrong = || PageError::bad_request("The address of this page is not complete. Go back to the list.");
    let (due, id) = text.split_once('_').ok_or_else(wrong)?;
    let due = if due == "never" { None } else { Some(due.parse().map_err(|_| wrong())?) };
    Ok(Some((due, id.parse().map_err(|_| wrong())?)))
}

/// The place after a file, for an address.
pub fn write(file: &CaseFile) -> String {
    let due = file.next_due.map_or_else(|| "never".to_owned(), |due| due.to_string());
    format!("{due}_{}", file.id)
}

/// Cuts what was read for one row more than a page to the page, and returns the place of the next one if there is one.
pub fn cut(files: &mut Vec<CaseFile>, page: u32) -> Option<String> {
    let more = files.len() > page as usize;
    files.truncate(page as usize);
    if more { files.last().map(write) } else { None }
}

/// The links below a list: back to its head, on to the next page.
pub fn links(head: &str, after: bool, next: Option<&str>, page: u32) -> Markup {
    html! {
        @if after || next.is_some() {
            nav class="govuk-body" aria-label="Pages" {
                @if after { a class="govuk-link" href=(head) { "First page" } " " }
                @if let Some(next) = next { a class="govuk-link" rel="next" href={ (head) "&after=" (next) } { "Next " (page) } }
            }
        }
    }
}
