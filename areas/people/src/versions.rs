//! Two people edit the same thing: the second sees both versions, and nothing is lost.
//!
//! A form carries the version it was opened with. If that is no longer the newest, nothing is written: a page shows, for
//! each answer that differs, what stood there when the form was opened, what stands there now, and what was typed, and
//! asks which to keep. Its form goes to the same address with the newest version, so a third editor is met in the same
//! way.
//!
//! The versions are those of the change log. The check and the write are in one transaction, and the audit row that
//! every such transaction begins with makes others wait, on both databases.

use ::store::{
    Connection, StoreResult, Tx, accounts,
    changes::{self, Change},
};
use axum::{http::StatusCode, response::Response};
use govuk::{Button, RadioItem, Radios, Table, kit::long_moment};
use jiff::Timestamp;
use maud::html;
use record::AccountId;
use serde::de::DeserializeOwned;
use web::{PageResult, Posted, Visit};

use crate::{fields::hidden, shell};

/// The hidden field that carries the version.
pub(crate) const SEEN: &str = "seen";

/// The versions of one row.
pub(crate) struct Versions {
    changes: Vec<Change>,
}

impl Versions {
    /// Reads them.
    pub(crate) async fn of(conn: &impl Connection, table: &str, id: impl ToString) -> StoreResult<Self> {
        Ok(Self { changes: changes::of_row(conn, table, &id.to_string()).await? })
    }

    /// The newest version, counted from 1. A row that came in bulk, without an entry in the log, is at its first.
    pub(crate) fn newest(&self) -> u64 {
        let before_the_log = self.changes.first().is_none_or(|change| change.before.is_some());
        self.changes.len() as u64 + u64::from(before_the_log)
    }

    /// Who made the last change, and when; none where the row came in bulk and nobody has changed it.
    pub(crate) fn last(&self) -> Option<(&str, Timestamp)> {
        self.changes.last().map(|change| (change.author.as_str(), change.at))
    }

    /// What a version said, where the log still has it.
    pub(crate) fn at<T: DeserializeOwned>(&self, version: u64) -> Option<T> {
        let before_the_log = self.changes.first().and_then(|change| change.before.clone());
        let mut all = before_the_log.into_iter().chain(self.changes.iter().filter_map(|change| change.after.clone()));
        let value = all.nth(usize::try_from(version.checked_sub(1)?).ok()?)?;
        serde_json::from_value(value).ok()
    }

    /// The hidden field of a form that edits the newest version.
    pub(crate) fn field(&self) -> maud::Markup {
        hidden(SEEN, &self.newest().to_string())
    }

    /// As [`Versions::field`], for a form that may have been kept as a draft: it goes on from the version it was begun
    /// with.
    pub(crate) fn field_of(&self, form: &web::Form) -> maud::Markup {
        match form.posted().get(SEEN) {
            "" => self.field(),
            seen => hidden(SEEN, seen),
        }
    }

    /// Was the form opened with the newest version?
    pub(crate) fn is_current(&self, posted: &Posted) -> bool {
        posted.get(SEEN) == self.newest().to_string()
    }
}

/// Who an account is, in the words for staff: its name, or what acted without one.
pub(crate) async fn name_of(conn: &impl Connection, account: &str) -> StoreResult<String> {
    let Ok(id) = account.parse::<AccountId>() else { return Ok(account.to_owned()) };
    Ok(accounts::find(conn, id).await?.map_or_else(|| "an account that is gone".to_owned(), |found| found.display_name))
}

/// A question of a form, as far as comparing goes.
#[derive(Clone, Copy)]
pub(crate) struct Question {
    /// What it asks, in a few words.
    pub(crate) label: &'static str,
    /// The names under which its answer is posted; the first names the question.
    pub(crate) names: &'static [&'static str],
    /// The answer in words.
    pub(crate) words: fn(&Posted) -> String,
}

impl Question {
    fn values(&self, answers: &Posted) -> Vec<String> {
        let of = |name: &&'static str| -> Vec<String> {
            answers
                .all(name)
                .map(|value| value.trim().replace("\r\n", "\n"))
                .filter(|value| !value.is_empty())
                .collect()
        };
        self.names.iter().map(of).map(|values| values.join("\u{1f}")).collect()
    }

    fn differs(&self, one: &Posted, other: &Posted) -> bool {
        self.values(one) != self.values(other)
    }

    fn shown(&self, answers: &Posted) -> String {
        let words = (self.words)(answers);
        if words.trim().is_empty() { "Nothing".to_owned() } else { words }
    }

    fn choice(&self) -> String {
        format!("take-{}", self.names.first().copied().unwrap_or_default())
    }
}

/// Takes over the choices of the comparing page: where "now" was chosen, the newest answer takes the place of what was
/// typed.
pub(crate) fn choose(posted: &Posted, questions: &[Question], newest: &Posted) -> Posted {
    let taken: Vec<&Question> = questions.iter().filter(|question| posted.get(&question.choice()) == "now").collect();
    let is_taken = |name: &str| taken.iter().any(|question| question.names.contains(&name));
    let mut pairs: Vec<(String, String)> =
        posted.pairs().iter().filter(|(name, _)| !is_taken(name) && !name.starts_with("take-")).cloned().collect();
    pairs.extend(newest.pairs().iter().filter(|(name, _)| is_taken(name)).cloned());
    Posted::from_pairs(pairs)
}

/// Both versions, side by side.
pub(crate) struct Clash<'a> {
    /// The questions of the form.
    pub(crate) questions: &'a [Question],
    /// What stood there when the form was opened, where the log has it.
    pub(crate) began: Option<Posted>,
    /// What stands there now.
    pub(crate) now: Posted,
    /// What was typed.
    pub(crate) typed: &'a Posted,
    /// Where the form goes to.
    pub(crate) action: &'a str,
    /// Where to go if nothing is to be changed.
    pub(crate) back: &'a str,
}

impl Clash<'_> {
    /// Does anything that was typed differ from what stands there now?
    pub(crate) fn matters(&self) -> bool {
        self.questions.iter().any(|question| question.differs(&self.now, self.typed))
    }

    /// The page that asks which to keep. Ends the transaction: nothing was written but the audit row.
    pub(crate) async fn page(self, visit: &Visit, tx: Tx, versions: &Versions) -> PageResult<Response> {
        let who = match versions.last() {
            Some((account, at)) => format!("{} on {}", name_of(&tx, account).await?, long_moment(at)),
            None => "somebody else".to_owned(),
        };
        tx.commit().await?;
        let differing: Vec<&Question> =
            self.questions.iter().filter(|question| question.differs(&self.now, self.typed)).collect();
        let mut table = Table::new("What differs").caption_size("m").row_headings().head([
            "Question",
            "When you opened the page",
            "Now",
            "What you typed",
        ]);
        for question in &differing {
            let began = self.began.as_ref().map_or_else(|| "Not known".to_owned(), |began| question.shown(began));
            table =
                table.row([question.label.to_owned(), began, question.shown(&self.now), question.shown(self.typed)]);
        }
        let typed = self.typed.pairs().iter().filter(|(name, _)| {
            name != web::CSRF_FIELD && name != SEEN && name != "submission" && !name.starts_with("take-")
        });
        let page = visit.page("Somebody else changed this first").status(StatusCode::CONFLICT).back(self.back);
        Ok(shell::plain(
            page,
            html! {
                h1 class="govuk-heading-l" { "Somebody else changed this first" }
                p class="govuk-body" { "While you had the page open, it was changed by " (who) ". Nothing that you typed is lost, and nothing was overwritten." }
                (table)
                form method="post" action=(self.action) novalidate {
                    (visit.form_fields())
                    (versions.field())
                    @for (name, value) in typed { (hidden(name, value)) }
                    @for question in &differing { (self.radios(question)) }
                    (Button::new("Save these"))
                }
                p class="govuk-body" { a class="govuk-link" href=(self.back) { "Leave it as it is now" } }
            },
        ))
    }

    /// Which answer to keep. What only one of the two changed is chosen already.
    fn radios(&self, question: &Question) -> Radios {
        let others_changed = self.began.as_ref().is_none_or(|began| question.differs(began, &self.now));
        let i_changed = self.began.as_ref().is_none_or(|began| question.differs(began, self.typed));
        let chosen = match (others_changed, i_changed) {
            (true, false) => "now",
            (false, true) => "mine",
            _ => "",
        };
        Radios::new(question.choice())
            .legend(format!("Which to keep: {}", question.label.to_lowercase()))
            .choice(RadioItem::new("now", format!("What is there now: {}", question.shown(&self.now))))
            .choice(RadioItem::new("mine", format!("What you typed: {}", question.shown(self.typed))))
            .value(chosen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn change(before: Option<i32>, after: i32) -> Change {
        Change {
            table: "t".into(),
            row_id: "1".into(),
            before: before.map(|n| json!(n)),
            after: Some(json!(after)),
            author: "a".into(),
            at: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn versions_count_from_one_however_the_row_came() {
        let bulk = Versions { changes: vec![] };
        assert_eq!(bulk.newest(), 1);
        let changed = Versions { changes: vec![change(Some(10), 11), change(Some(11), 12)] };
        assert_eq!((changed.newest(), changed.at::<i32>(1), changed.at::<i32>(3)), (3, Some(10), Some(12)));
        let saved = Versions { changes: vec![change(None, 20), change(Some(20), 21)] };
        assert_eq!((saved.newest(), saved.at::<i32>(1), saved.at::<i32>(2)), (2, Some(20), Some(21)));
        assert_eq!(saved.at::<i32>(3), None);
    }

    const NAME: Question = Question { label: "Name", names: &["name"], words: |posted| posted.get("name").to_owned() };

    #[test]
    fn what_is_chosen_takes_the_place_of_what_was_typed() {
        let newest = Posted::from_pairs([("name", "theirs"), ("other", "2")]);
        let posted = Posted::from_pairs([("name", "mine"), ("other", "1"), ("take-name", "now")]);
        let chosen = choose(&posted, &[NAME], &newest);
        assert_eq!((chosen.get("name"), chosen.get("other"), chosen.get("take-name")), ("theirs", "1", ""));
        let posted = Posted::from_pairs([("name", "mine"), ("take-name", "mine")]);
        assert_eq!(choose(&posted, &[NAME], &newest).get("name"), "mine");
    }
}
