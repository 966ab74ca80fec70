//! Where a new request goes: the authority that runs the area, its least busy team; and the child's setting.

use ::store::{Connection, Sql, StoreError, StoreResult, date_text};
use jiff::civil::Date;
use record::{OrganisationId, PersonId, TeamId};

use crate::file::Band;

/// The local authority that runs the area: the one whose teams are on record; before there are teams, the one with
/// staff. Other authorities may be on record too, as neighbours.
pub async fn home_authority(conn: &impl Connection) -> StoreResult<Option<OrganisationId>> {
    let row = Sql::new(
        "SELECT o.id FROM organisation o WHERE o.kind = 'local-authority' \
         ORDER BY CASE WHEN EXISTS (SELECT 1 FROM team t WHERE t.organisation = o.id) THEN 0 \
         WHEN EXISTS (SELECT 1 FROM staff s WHERE s.organisation = o.id) THEN 1 ELSE 2 END, o.id LIMIT 1",
    )
    .row(conn)
    .await?;
    row.map(|row| read("organisation.id", &row.try_get_by_index::<String>(0)?)).transpose()
}

/// The team of an authority with the fewest new requests: where a new one goes first. A manager can give it to another.
pub async fn lightest_team(conn: &impl Connection, authority: OrganisationId, on: Date) -> StoreResult<Option<TeamId>> {
    let day = date_text(on);
    let row = Sql::new(
        "SELECT t.id FROM team t WHERE t.organisation = $1 AND t.valid_from <= $2 AND (t.valid_to IS NULL OR t.valid_to >= $3) \
         ORDER BY (SELECT COUNT(*) FROM case_file c WHERE c.team = t.id AND c.band = $4), t.id LIMIT 1",
    )
    .bind(authority.to_string())
    .bind(day.clone())
    .bind(day)
    .bind(Band::Requests.code())
    .row(conn)
    .await?;
    row.map(|row| read("team.id", &row.try_get_by_index::<String>(0)?)).transpose()
}

/// The settings on whose roll a child is on a day, for sending them what the law says they must have.
pub async fn settings_of(conn: &impl Connection, child: PersonId, on: Date) -> StoreResult<Vec<OrganisationId>> {
    let day = date_text(on);
    let rows = Sql::new(
        "SELECT DISTINCT setting FROM enrolment WHERE person = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $3) ORDER BY setting",
    )
    .bind(child.to_string())
    .bind(day.clone())
    .bind(day)
    .rows(conn)
    .await?;
    rows.iter().map(|row| read("enrolment.setting", &row.try_get_by_index::<String>(0)?)).collect()
}

fn read<T: std::str::FromStr>(what: &str, text: &str) -> StoreResult<T>
where
    T::Err: std::fmt::Display,
{
    text.parse().map_err(|error: T::Err| StoreError::unreadable(what, error))
}
