//! Whom the authority must tell that it is considering a request (regulation 4(2) of the SEND Regulations 2014), and
//! when it did.

use ::store::{Connection, Sql, StoreError, StoreResult, Tx, date_text, read_date};
use jiff::civil::Date;
use record::CaseId;

/// Who must be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recipient {
    /// The head, principal or SENCO: regulation 4(2)(c) and (d).
    Setting,
    /// The responsible commissioning body, now the integrated care board: regulation 4(2)(a).
    Health,
    /// The authority's own social care officers: regulation 4(2)(b).
    SocialCare,
}

impl Recipient {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Setting, Self::Health, Self::SocialCare];

    /// The code in the store and in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Setting => "setting",
            Self::Health => "health",
            Self::SocialCare => "social-care",
        }
    }

    /// The recipient of this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|recipient| recipient.code() == code)
    }

    /// Who it is, in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Setting => "Nursery, school or college",
            Self::Health => "Integrated care board (health)",
            Self::SocialCare => "Social care",
        }
    }
}

/// One notice of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// To whom.
    pub recipient: Recipient,
    /// When it was sent. None while it is to be sent.
    pub sent_on: Option<Date>,
}

/// Begins the list of a new request: nobody has been told yet.
pub async fn begin_notices(tx: &Tx, case: CaseId) -> StoreResult<()> {
    for recipient in Recipient::ALL {
        Sql::new(
            "INSERT INTO case_notice (case_id, recipient) VALUES ($1, $2) ON CONFLICT (case_id, recipient) DO NOTHING",
        )
        .bind(case.to_string())
        .bind(recipient.code())
        .execute(tx)
        .await?;
    }
    Ok(())
}

/// Says that a notice was sent. What was said before stays. False when there is nothing to say it of.
pub async fn mark_sent(tx: &Tx, case: CaseId, recipient: Recipient, on: Date, by: &str) -> StoreResult<bool> {
    let changed = Sql::new(
        "UPDATE case_notice SET sent_on = $1, sent_by = $2 WHERE case_id = $3 AND recipient = $4 AND sent_on IS NULL",
    )
    .bind(date_text(on))
    .bind(by)
    .bind(case.to_string())
    .bind(recipient.code())
    .execute(tx)
    .await?;
    Ok(changed == 1)
}

/// The notices of a case; none for cases that came from elsewhere.
pub async fn notices(conn: &impl Connection, case: CaseId) -> StoreResult<Vec<Notice>> {
    let rows = Sql::new("SELECT recipient, sent_on FROM case_notice WHERE case_id = $1")
        .bind(case.to_string())
        .rows(conn)
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let code: String = row.try_get_by_index(0)?;
        let recipient =
            Recipient::from_code(&code).ok_or_else(|| StoreError::unreadable("case_notice.recipient", &code))?;
        let sent: Option<String> = row.try_get_by_index(1)?;
        all.push(Notice { recipient, sent_on: sent.map(|text| read_date("case_notice.sent_on", &text)).transpose()? });
    }
    all.sort_by_key(|notice| Recipient::ALL.iter().position(|one| *one == notice.recipient));
    Ok(all)
}
