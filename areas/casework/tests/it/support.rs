//! A small county: an authority with one team, an officer in it, a manager, a school with a SENCO.

use access::Role;
use casework::file::CaseFile;
use jiff::civil::Date;
use record::{CaseId, Period, StaffMember, Team, TeamId};
use store::{Migrations, Store};
use testing::web::{Answer, TestSite, TestUser};
use web::Mode;

/// The tables of this area, and the platform's.
pub fn migrations() -> Migrations {
    Migrations::platform().and(casework::migrations)
}

/// A county and the people whom most journeys need.
pub struct County {
    pub site: TestSite,
    pub team: TeamId,
    pub officer: TestUser,
    pub manager: TestUser,
}

/// Founds the county.
pub async fn county(store: Store) -> County {
    let site = TestSite::build(store, casework::routes(), Mode::Live, |messages| {
        casework::messages::register(messages).unwrap()
    })
    .await;
    let team = Team {
        id: site.id(),
        organisation: site.authority,
        name: "North".to_owned(),
        period: Period::since(jiff::civil::date(2020, 1, 1)),
    };
    site.save(&team).await;
    let officer = in_team(&site, team.id, "Ann Officer").await;
    let manager = site.user(Role::Manager).await;
    County { site, team: team.id, officer, manager }
}

/// A co-ordinator with a post in a team and an address at work.
pub async fn in_team(site: &TestSite, team: TeamId, name: &str) -> TestUser {
    let user = site.user(Role::Coordinator).await;
    let (given, family) = name.split_once(' ').unwrap();
    let post = StaffMember {
        id: user.post.unwrap(),
        organisation: site.authority,
        teams: vec![team],
        account: user.account,
        person: None,
        name: record::PersonName::new(given, family),
        job_title: "EHC co-ordinator".to_owned(),
        email: Some(format!("{}@broadshire.example.test", given.to_lowercase()).parse().unwrap()),
        phone: None,
        period: Period::since(jiff::civil::date(2020, 1, 1)),
    };
    site.save(&post).await;
    user
}

/// The answers of one page of the request form.
pub type Page<'a> = (&'a str, &'a [(&'a str, &'a str)]);

/// A parent's answers about a child whom the record does not know.
pub const PARENT: &[Page<'static>] = &[
    ("who", &[("who", "parent")]),
    ("child", BEN),
    ("needs", &[("needs", "He does not talk yet and is nearly five."), ("tried", "A speech group."), ("hopes", "")]),
    ("contact", ROBIN),
];

/// A child.
pub const BEN: &[(&str, &str)] = &[
    ("given-name", "Ben"),
    ("family-name", "Okafor"),
    ("born-day", "3"),
    ("born-month", "2"),
    ("born-year", "2022"),
    ("postcode", "NR11 6EX"),
    ("setting-name", "Marsh Lane"),
];

/// Whoever asks.
pub const ROBIN: &[(&str, &str)] = &[
    ("your-name", "Robin Okafor"),
    ("responsibility", "yes"),
    ("email", "robin@example.test"),
    ("phone", ""),
    ("postal-address", ""),
    ("interpreter", ""),
];

/// Fills in pages of the form, each of which must be right.
pub async fn fill(user: &TestUser, pages: &[Page<'_>]) {
    for (page, answers) in pages {
        let answer = user.post(&format!("/request/{page}"), answers).await;
        assert!(answer.status.is_redirection(), "{} was not right:\n{}", answer.asked, answer.text());
    }
}

/// Sends what was filled in from "check your answers". Returns the page that says so.
pub async fn send(user: &TestUser) -> Answer {
    let check = user.get("/request/check").await;
    check.ok();
    let sent = user.post("/request/check", &check.fields()).await;
    sent.turns_to("/request/done/");
    user.get(sent.location().unwrap()).await
}

/// Makes a request with all pages at once. Returns the reference.
pub async fn ask(user: &TestUser, pages: &[Page<'_>]) -> String {
    fill(user, pages).await;
    reference_on(&send(user).await)
}

/// The e-mail address a message goes to.
pub fn to(message: &notify::Message) -> &str {
    match &message.to {
        notify::Address::Email(email) => email,
        other => panic!("{other:?} is no e-mail address"),
    }
}

/// The reference that a page shows.
#[track_caller]
pub fn reference_on(page: &Answer) -> String {
    let text = page.text();
    let at = text.find("EHC-").unwrap_or_else(|| panic!("no reference on the page:\n{text}"));
    text[at..].chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect()
}

impl County {
    /// The file of a reference.
    pub async fn file(&self, reference: &str) -> CaseFile {
        let reader = self.site.store().reader();
        let case = casework::store::find_by_reference(reader, reference, None).await.unwrap().unwrap();
        self.file_of(case).await
    }

    /// The file of a case.
    pub async fn file_of(&self, case: CaseId) -> CaseFile {
        casework::store::file(self.site.store().reader(), case).await.unwrap().unwrap()
    }

    /// A request by somebody without an account, of which nothing matters. Returns its file.
    pub async fn request(&self) -> CaseFile {
        let reference = ask(&self.site.anonymous(), PARENT).await;
        self.file(&reference).await
    }

    /// A request that reached the authority on an earlier day, for a child with this name.
    pub async fn request_of(&self, family: &str, received: Date) -> CaseFile {
        let (day, month, year) =
            (received.day().to_string(), received.month().to_string(), received.year().to_string());
        let arrived =
            [("channel", "letter"), ("received-day", &*day), ("received-month", &*month), ("received-year", &*year)];
        let child = [
            ("given-name", "Ada"),
            ("family-name", family),
            ("born-day", "4"),
            ("born-month", "5"),
            ("born-year", "2018"),
        ];
        let pages: [Page<'_>; 5] = [("arrived", &arrived), PARENT[0], ("child", &child), PARENT[2], PARENT[3]];
        let reference = ask(&self.officer, &pages).await;
        self.file(&reference).await
    }

    /// The officer decides.
    pub async fn decide(&self, file: &CaseFile, answers: &[(&str, &str)]) {
        let checked = self.officer.fill_in(&format!("/cases/{}/decide", file.id), answers).await;
        checked.ok();
        let confirmed = self.officer.post(&format!("/cases/{}/decide/confirm", file.id), &checked.fields()).await;
        confirmed.turns_to(&format!("/cases/{}/notified", file.id));
    }
}

/// Both questions answered yes.
pub const BOTH_YES: &[(&str, &str)] = &[
    ("needs", "yes"),
    ("needs-why", "He has a speech and language difficulty that the school has recorded."),
    ("plan", "yes"),
    ("plan-why", "School support was tried for two terms and has not been enough."),
];

/// The second answered no.
pub const A_NO: &[(&str, &str)] = &[
    ("needs", "yes"),
    ("needs-why", "He may have a speech and language difficulty, as the school says."),
    ("plan", "no"),
    ("plan-why", "The school can make all the provision he needs from its own money."),
];
