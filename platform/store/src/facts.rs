//! What links people to a child or case, as the access policy reads it.
//!
//! Allocations, rolls, links, consents and emergency access have tables of their own. Everything else that lets somebody
//! in or bars them (an open advice request, a consultation, a panel's agenda, a lock) is kept here by the area that
//! knows of it, in the same transaction as its event: [`set`] and [`end`].

use access::{DatedFact, Fact, Moment, Relationships};
use jiff::civil::Date;
use record::{CaseId, Consent, Period, Person, PersonId};

use crate::columns::{date_text, read_date, read_date_opt, read_id, read_id_opt};
use crate::people::unchecked;
use crate::{Connection, Sql, StoreError, StoreResult, Tx};

/// For whom a fact holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// One case.
    Case(CaseId),
    /// A child, with every case of theirs.
    Child(PersonId),
}

impl Subject {
    pub(crate) fn text(self) -> String {
        match self {
            Self::Case(id) => id.to_string(),
            Self::Child(id) => id.to_string(),
        }
    }
}

/// The columns of a fact that lives in `access_fact`: kind, holder, and who is named besides.
fn columns(fact: &Fact) -> Option<(&'static str, String, Option<String>)> {
    let plain = |kind, holder: &dyn std::fmt::Display| Some((kind, holder.to_string(), None));
    match fact {
        Fact::Responsible(authority) => plain("responsible", authority),
        Fact::AdviceRequested { of, adviser } => {
            Some(("advice-requested", of.to_string(), adviser.map(|account| account.to_string())))
        }
        Fact::Consulted(setting) => plain("consulted", setting),
        Fact::TransportBy(operator) => plain("transport-by", operator),
        Fact::PanelItem(account) => plain("panel-item", account),
        Fact::QaSample(account) => plain("qa-sample", account),
        Fact::ConflictDeclared(account) => plain("conflict-declared", account),
        Fact::Locked => plain("locked", &""),
        Fact::AdmittedToLocked(account) => plain("admitted-to-locked", account),
        Fact::AllocatedTo(_) | Fact::AllocatedToTeam(_) | Fact::OnRoll(_) | Fact::BreakGlass { .. } => None,
    }
}

/// Records a fact from its source (a request's id, a panel's id). Setting it again changes its period.
///
/// # Errors
/// Allocations, rolls and emergency access have their own tables and are refused here.
pub async fn set(tx: &Tx, subject: Subject, fact: &Fact, period: Period, source: &str) -> StoreResult<()> {
    let Some((kind, holder, named)) = columns(fact) else {
        return Err(StoreError::Refused(format!("{fact:?} has a table of its own")));
    };
    Sql::new(
        "INSERT INTO access_fact (kind, subject, holder, named, source, valid_from, valid_to) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (kind, subject, holder, source) \
         DO UPDATE SET named = excluded.named, valid_from = excluded.valid_from, valid_to = excluded.valid_to",
    )
    .bind(kind)
    .bind(subject.text())
    .bind(holder)
    .bind(named)
    .bind(source)
    .bind(date_text(period.from))
    .bind(period.to.map(date_text))
    .execute(tx)
    .await?;
    Ok(())
}

/// Ends every fact of a source about a subject: `last` is the last day on which they hold. Returns how many.
pub async fn end(tx: &Tx, subject: Subject, source: &str, last: Date) -> StoreResult<u64> {
    Sql::new("UPDATE access_fact SET valid_to = $1 WHERE subject = $2 AND source = $3 AND (valid_to IS NULL OR valid_to > $4)")
        .bind(date_text(last))
        .bind(subject.text())
        .bind(source)
        .bind(date_text(last))
        .execute(tx)
        .await
}

/// The columns of `access_fact` for [`crate::bulk::insert`], in the order of [`bulk_row`].
pub const BULK_COLUMNS: [&str; 7] = ["kind", "subject", "holder", "named", "source", "valid_from", "valid_to"];

/// One row for a bulk load; none for facts with a table of their own.
#[must_use]
pub fn bulk_row(subject: Subject, fact: &Fact, period: Period, source: &str) -> Option<[sea_orm::Value; 7]> {
    let (kind, holder, named) = columns(fact)?;
    Some([
        kind.into(),
        subject.text().into(),
        holder.into(),
        named.into(),
        source.into(),
        date_text(period.from).into(),
        period.to.map(date_text).into(),
    ])
}

/// Everything that links anybody to a child and, where one is given, a case: what `access::decide` asks for. None when
/// there is no such child.
pub async fn relationships(
    conn: &impl Connection,
    child: PersonId,
    case: Option<CaseId>,
    now: Moment,
) -> StoreResult<Option<Relationships>> {
    let Some(person) = unchecked::by_id::<Person>(conn, child).await? else { return Ok(None) };
    let links = unchecked::relationships_of_child(conn, child).await?;
    let mut consents: Vec<Consent> = unchecked::consents(conn, child).await?;
    let adults: std::collections::BTreeSet<PersonId> = links
        .iter()
        .filter_map(|link| match link.party {
            record::Party::Person(id) => Some(id),
            record::Party::Organisation(_) => None,
        })
        .collect();
    for adult in adults {
        consents.extend(unchecked::consents(conn, adult).await?);
    }
    Ok(Some(Relationships {
        case,
        child: Some(child),
        born: Some(person.born),
        links,
        consents,
        capacity: unchecked::capacity_decisions(conn, child).await?,
        facts: facts(conn, child, case, now).await?,
    }))
}

async fn facts(
    conn: &impl Connection,
    child: PersonId,
    case: Option<CaseId>,
    now: Moment,
) -> StoreResult<Vec<DatedFact>> {
    let mut subjects = vec![child.to_string()];
    subjects.extend(case.map(|case| case.to_string()));
    let mut facts = Vec::new();
    let mut sql = Sql::new(
        "SELECT a.to_kind, CASE a.to_kind WHEN 'team' THEN a.to_id ELSE s.account END, '', a.valid_from, a.valid_to \
         FROM allocation a LEFT JOIN staff s ON s.id = a.to_id WHERE a.subject IN (",
    );
    sql.push_values(subjects.clone());
    sql.push(") UNION ALL SELECT 'on-roll', setting, '', valid_from, valid_to FROM enrolment WHERE person = ");
    sql.push_value(child.to_string());
    sql.push(" UNION ALL SELECT kind, holder, named, valid_from, valid_to FROM access_fact WHERE subject IN (");
    sql.push_values(subjects).push(")");
    for row in sql.rows(conn).await? {
        let kind: String = row.try_get_by_index(0)?;
        // A post without an account lets nobody in.
        let Some(holder) = row.try_get_by_index::<Option<String>>(1)? else { continue };
        let named: Option<String> = row.try_get_by_index(2)?;
        let period = Period {
            from: read_date("valid_from", &row.try_get_by_index::<String>(3)?)?,
            to: read_date_opt("valid_to", row.try_get_by_index::<Option<String>>(4)?.as_deref())?,
        };
        facts.push(DatedFact { fact: read(&kind, &holder, named.as_deref())?, period });
    }
    let today = Period::between(now.on, now.on);
    for access in crate::break_glass::open_for_child(conn, child, now.at).await? {
        facts.push(DatedFact { fact: access.fact(), period: today });
    }
    Ok(facts)
}

fn read(kind: &str, holder: &str, named: Option<&str>) -> StoreResult<Fact> {
    Ok(match kind {
        "staff" => Fact::AllocatedTo(read_id("staff.account", holder)?),
        "team" => Fact::AllocatedToTeam(read_id("allocation.to_id", holder)?),
        "on-roll" => Fact::OnRoll(read_id("enrolment.setting", holder)?),
        "responsible" => Fact::Responsible(read_id("access_fact.holder", holder)?),
        "advice-requested" => Fact::AdviceRequested {
            of: read_id("access_fact.holder", holder)?,
            adviser: read_id_opt("access_fact.named", named)?,
        },
        "consulted" => Fact::Consulted(read_id("access_fact.holder", holder)?),
        "transport-by" => Fact::TransportBy(read_id("access_fact.holder", holder)?),
        "panel-item" => Fact::PanelItem(read_id("access_fact.holder", holder)?),
        "qa-sample" => Fact::QaSample(read_id("access_fact.holder", holder)?),
        "conflict-declared" => Fact::ConflictDeclared(read_id("access_fact.holder", holder)?),
        "locked" => Fact::Locked,
        "admitted-to-locked" => Fact::AdmittedToLocked(read_id("access_fact.holder", holder)?),
        other => return Err(StoreError::unreadable("access_fact.kind", other)),
    })
}
