//! The access policy's filter over cases, as SQL.
//!
//! An area adds it to the `WHERE` of a list: the rows that come back are exactly those whose page the policy would open.
//! A test holds the two readings of the policy together on random worlds.

use access::predicate::GivenBy;
use access::{CaseFilter, CasePredicate as P, Moment};
use record::{ConsentPurpose, PersonId, RelationshipKind};

use crate::columns::{date_text, instant_text, word};
use crate::{Sql, StoreResult};

/// Where the list keeps its ids: `c.id` and `c.child`, for instance. Names of the program's own, never from outside.
#[derive(Debug, Clone, Copy)]
pub struct CaseColumns<'a> {
    /// The case's id.
    pub case: &'a str,
    /// The child's id.
    pub child: &'a str,
}

/// Adds the condition, in brackets, to a statement.
pub fn push_filter(sql: &mut Sql, filter: &CaseFilter, columns: CaseColumns<'_>) -> StoreResult<()> {
    Writer { sql, columns, now: filter.moment() }.condition(filter.predicate())
}

struct Writer<'a> {
    sql: &'a mut Sql,
    columns: CaseColumns<'a>,
    now: Moment,
}

impl Writer<'_> {
    fn condition(&mut self, predicate: &P) -> StoreResult<()> {
        match predicate {
            P::Everything => self.text("(1 = 1)"),
            P::Nothing => self.text("(1 = 0)"),
            P::And(parts) => return self.joined(parts, " AND ", "(1 = 1)"),
            P::Or(parts) => return self.joined(parts, " OR ", "(1 = 0)"),
            P::Not(part) => {
                self.text("(NOT ");
                self.condition(part)?;
                self.text(")");
            }
            P::AllocatedTo(account) => {
                let account = account.to_string();
                self.case_or_child("SELECT a.subject FROM staff s JOIN allocation a ON a.to_id = s.id WHERE a.to_kind = 'staff' AND s.account = ", |writer| {
                    writer.sql.push_value(account.as_str());
                    writer.holds("a.");
                });
            }
            P::InTeams(teams) => {
                // A team has many cases: ask case by case rather than gather them all.
                let (case, child) = (self.columns.case, self.columns.child);
                self.text(&format!("EXISTS (SELECT 1 FROM allocation a WHERE a.subject IN ({case}, {child}) AND a.to_kind = 'team' AND a.to_id IN ("));
                self.sql.push_values(teams.iter().map(ToString::to_string));
                self.text(")");
                self.holds("a.");
                self.text(")");
            }
            P::Responsible(authority) => {
                let (case, child) = (self.columns.case, self.columns.child);
                self.text(&format!("EXISTS (SELECT 1 FROM access_fact f WHERE f.subject IN ({case}, {child}) AND f.kind = 'responsible' AND f.holder = "));
                self.sql.push_value(authority.to_string());
                self.holds("f.");
                self.text(")");
            }
            P::OnRoll(setting) => {
                self.child_in("SELECT e.person FROM enrolment e WHERE e.setting = ");
                self.sql.push_value(setting.to_string());
                self.holds("e.");
                self.text(")");
            }
            P::AdviceRequested { of, adviser } => {
                self.fact("advice-requested", &of.to_string(), adviser.map(|account| account.to_string()))
            }
            P::Consulted(setting) => self.fact("consulted", &setting.to_string(), None),
            P::TransportBy(operator) => self.fact("transport-by", &operator.to_string(), None),
            P::PanelItem(account) => self.fact("panel-item", &account.to_string(), None),
            P::QaSample(account) => self.fact("qa-sample", &account.to_string(), None),
            P::ConflictDeclared(account) => self.fact("conflict-declared", &account.to_string(), None),
            P::Locked => self.fact("locked", "", None),
            P::AdmittedToLocked(account) => self.fact("admitted-to-locked", &account.to_string(), None),
            P::BreakGlass(account) => {
                self.child_in("SELECT b.child FROM break_glass b WHERE b.account = ");
                self.sql
                    .push_value(account.to_string())
                    .push(" AND b.from_at <= ")
                    .push_value(instant_text(self.now.at));
                self.sql.push(" AND b.until_at > ").push_value(instant_text(self.now.at)).push(")");
            }
            P::ChildIs(person) => {
                self.sql.push("(").push(self.columns.child).push(" = ").push_value(person.to_string()).push(")");
            }
            P::BornOnOrBefore(day) => {
                self.text(&format!(
                    "EXISTS (SELECT 1 FROM person p WHERE p.id = {} AND p.born <= ",
                    self.columns.child
                ));
                self.sql.push_value(date_text(*day)).push(")");
            }
            P::VerifiedLink { person, kinds } => {
                self.proved_link(*person, kinds)?;
                self.text(")");
            }
            P::AuthorisedLink { person, kinds, given_by } => {
                self.proved_link(*person, kinds)?;
                self.sql.push(" AND r.authority_from <= ").push_value(date_text(self.now.on));
                self.sql.push(" AND r.authority_until >= ").push_value(date_text(self.now.on));
                if *given_by == GivenBy::TheChild {
                    self.text(" AND r.authority_by = r.child");
                }
                self.text(")");
            }
            P::Linked(person) => {
                self.link(*person);
                self.holds("r.");
                self.text(")");
            }
            P::RestrictedByOrder(person) => {
                self.link(*person);
                self.sql.push(" AND r.order_from <= ").push_value(date_text(self.now.on));
                self.sql
                    .push(" AND (r.order_until IS NULL OR r.order_until >= ")
                    .push_value(date_text(self.now.on))
                    .push("))");
            }
            P::ConsentGiven { purpose, about, for_person } => self.consent(*purpose, *about, *for_person)?,
            P::LacksCapacity { representative } => self.lacks_capacity(*representative),
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        self.sql.push(text);
    }

    fn joined(&mut self, parts: &[P], word: &str, none: &str) -> StoreResult<()> {
        if parts.is_empty() {
            self.text(none);
            return Ok(());
        }
        self.text("(");
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                self.text(word);
            }
            self.condition(part)?;
        }
        self.text(")");
        Ok(())
    }

    /// `AND` the row holds on the day.
    fn holds(&mut self, alias: &str) {
        let day = date_text(self.now.on);
        self.sql.push(" AND ").push(alias).push("valid_from <= ").push_value(day.as_str());
        self.sql.push(" AND (").push(alias).push("valid_to IS NULL OR ").push(alias).push("valid_to >= ");
        self.sql.push_value(day).push(")");
    }

    /// The child is among these; the caller closes the bracket.
    fn child_in(&mut self, select: &str) {
        self.sql.push(self.columns.child).push(" IN (").push(select);
    }

    /// The case or the child is among these. Gathered first, so that the cost follows what is found.
    fn case_or_child(&mut self, select: &str, rest: impl Fn(&mut Self)) {
        self.text("(");
        for (index, column) in [self.columns.case, self.columns.child].into_iter().enumerate() {
            if index > 0 {
                self.text(" OR ");
            }
            self.sql.push(column).push(" IN (").push(select);
            rest(self);
            self.text(")");
        }
        self.text(")");
    }

    fn fact(&mut self, kind: &str, holder: &str, adviser: Option<String>) {
        self.case_or_child("SELECT f.subject FROM access_fact f WHERE f.holder = ", |writer| {
            writer.sql.push_value(holder).push(" AND f.kind = ").push_value(kind);
            if let Some(adviser) = &adviser {
                writer.sql.push(" AND (f.named IS NULL OR f.named = ").push_value(adviser.as_str()).push(")");
            }
            writer.holds("f.");
        });
    }

    /// The child is linked to this person; the caller closes the bracket.
    fn link(&mut self, person: PersonId) {
        self.child_in("SELECT r.child FROM relationship r WHERE r.party_kind = 'person' AND r.party = ");
        self.sql.push_value(person.to_string());
    }

    fn proved_link(&mut self, person: PersonId, kinds: &[RelationshipKind]) -> StoreResult<()> {
        let kinds = kinds.iter().map(word).collect::<StoreResult<Vec<_>>>()?;
        self.link(person);
        self.sql.push(" AND r.kind IN (").push_values(kinds).push(")");
        self.holds("r.");
        self.sql.push(" AND r.proved AND r.proved_on <= ").push_value(date_text(self.now.on));
        self.sql.push(" AND (r.proof_until IS NULL OR r.proof_until >= ").push_value(date_text(self.now.on)).push(")");
        Ok(())
    }

    fn consent(&mut self, purpose: ConsentPurpose, about: Option<PersonId>, for_person: PersonId) -> StoreResult<()> {
        let purpose = word(&purpose)?;
        let child = self.columns.child;
        self.text("(");
        for (index, answer) in ["given", "withheld"].into_iter().enumerate() {
            self.text(if index == 0 { "EXISTS" } else { " AND NOT EXISTS" });
            self.text(" (SELECT 1 FROM consent k WHERE k.about = ");
            match about {
                Some(about) => self.sql.push_value(about.to_string()),
                None => self.sql.push(child),
            };
            self.sql.push(" AND k.purpose = ").push_value(purpose.as_str());
            self.sql.push(" AND (k.for_person IS NULL OR k.for_person = ").push_value(for_person.to_string());
            self.sql.push(") AND k.answer = ").push_value(answer);
            self.holds("k.");
            self.text(")");
        }
        self.text(")");
        Ok(())
    }

    /// The latest decision counts.
    fn lacks_capacity(&mut self, representative: Option<PersonId>) {
        let day = date_text(self.now.on);
        self.text(&format!(
            "EXISTS (SELECT 1 FROM capacity_decision d WHERE d.person = {} AND d.decision = 'share-record' AND d.lacks_capacity AND d.representative ",
            self.columns.child
        ));
        match representative {
            Some(person) => self.sql.push("= ").push_value(person.to_string()),
            None => self.sql.push("IS NULL"),
        };
        self.sql.push(" AND d.assessed_on <= ").push_value(day.as_str());
        self.sql.push(" AND NOT EXISTS (SELECT 1 FROM capacity_decision l WHERE l.person = d.person AND l.decision = d.decision AND l.assessed_on <= ");
        self.sql.push_value(day).push(" AND (l.assessed_on, l.id) > (d.assessed_on, d.id)))");
    }
}
