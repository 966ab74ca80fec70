//! A whole site in memory, for the tests of pages: real routes, real layers, real database, no network.
//!
//! ```ignore
//! // Cargo.toml: testing = { workspace = true, features = ["web"] }
//! testing::each_database! {
//!     async fn an_officer_reads_a_record(store: Store) {
//!         let site = TestSite::new(store, people::routes()).await;
//!         let ada = site.child("Ada", "Reed", day("2015-05-05")).await;      // a child of this authority
//!         let officer = site.user(Role::Coordinator).await;                  // an account with a role, signed in
//!         site.allocate(ada.id, &officer).await;
//!         officer.get(&format!("/people/{}", ada.id)).await.ok().says("Ada Reed");
//!         site.anonymous().get("/people").await.turns_to("/sign-in");
//!         let sent = officer.post("/people/new", &[("given", "Ben")]).await; // carries the cross-site token by itself
//!         sent.is(StatusCode::UNPROCESSABLE_ENTITY).says("Enter the family name");
//!         site.later(SignedDuration::from_mins(90));                         // the clock stands still otherwise
//!     }
//! }
//! ```
//!
//! * [`TestSite`]: the site, its organisations (`authority`, `setting`, `agency`, `operator`) and its clock, which stands
//!   at ten o'clock on Monday 23 November 2026. [`TestSite::build`] takes a mode and an area's own messages.
//! * Who is there: [`TestSite::user`], [`TestSite::user_in`], [`TestSite::parent_of`], [`TestSite::as_person`],
//!   [`TestSite::anonymous`], and [`TestSite::sign_in_again`] when a session has ended.
//! * What is there: [`TestSite::child`], [`TestSite::adult`], [`TestSite::link`], [`TestSite::enrol`],
//!   [`TestSite::allocate`], [`TestSite::fact`], [`TestSite::save`].
//! * [`TestUser`] asks ([`TestUser::get`], [`TestUser::post`]) and gets an [`Answer`], which is looked at.
//! * What was promised: [`TestSite::messages`] are the e-mails and the like in the outbox, [`TestSite::audit`] the rows of
//!   the audit about a child.

mod answer;
mod cast;
mod user;

pub use answer::Answer;
pub use cast::MadeLink;
pub use user::TestUser;

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use ::web::{Clock, Mode, Randomness, Settings, Site};
use axum::Router;
use jiff::{SignedDuration, Timestamp, civil::Date};
use record::OrganisationId;
use store::Store;
use store::audit::AuditRow;

/// When a test's clock stands at first: ten o'clock on Monday 23 November 2026.
pub const OPENING: &str = "2026-11-23T10:00:00Z";

/// A site in memory.
#[derive(Clone)]
pub struct TestSite {
    /// The site, as handlers get it.
    pub site: Site,
    /// The local authority: "Broadshire County Council".
    pub authority: OrganisationId,
    /// A primary school: "Marsh Lane Primary School".
    pub setting: OrganisationId,
    /// A health trust: "Broadshire Community Health".
    pub agency: OrganisationId,
    /// A firm of school transport: "Fen Cars".
    pub operator: OrganisationId,
    router: Router,
    millis: Arc<AtomicI64>,
}

impl TestSite {
    /// A live site with these routes and the platform's own messages.
    pub async fn new(store: Store, routes: Router<Site>) -> Self {
        Self::build(store, routes, Mode::Live, |messages| messages).await
    }

    /// A site in a mode, with an area's own messages added.
    ///
    /// # Panics
    /// When the site cannot be made.
    #[expect(clippy::expect_used, reason = "a test without a site cannot go on")]
    pub async fn build(
        store: Store,
        routes: Router<Site>,
        mode: Mode,
        messages: fn(notify::Registry) -> notify::Registry,
    ) -> Self {
        let base = "http://send.example.test";
        let settings = Settings {
            area_name: "Broadshire".to_owned(),
            base_url: url::Url::parse(base).expect("the address of a test's site"),
            mode,
            help_line: "Telephone 01632 960 001".to_owned(),
        };
        let opening: Timestamp = OPENING.parse().expect("the opening time");
        let millis = Arc::new(AtomicI64::new(opening.as_millisecond()));
        let clock = Clock::new({
            let millis = Arc::clone(&millis);
            move || Timestamp::from_millisecond(millis.load(Ordering::SeqCst)).unwrap_or(Timestamp::UNIX_EPOCH)
        });
        let words = messages(notify::Registry::with_platform_templates(base).expect("the messages of the platform"));
        let site = Site::new(store, settings, clock, dice(), words, Arc::new(|_| Vec::new()));
        let router = ::web::finish(routes, site.clone());
        cast::found(site, router, millis).await
    }

    /// Moves the clock on.
    pub fn later(&self, by: SignedDuration) {
        self.millis.fetch_add(i64::try_from(by.as_millis()).unwrap_or(0), Ordering::SeqCst);
    }

    /// What the clock says.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.site.clock.now()
    }

    /// The date that the clock says.
    #[must_use]
    pub fn today(&self) -> Date {
        self.site.clock.today()
    }

    /// The database.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.site.store
    }

    /// The messages promised so far, the oldest first.
    ///
    /// # Panics
    /// When the outbox cannot be read.
    #[expect(clippy::expect_used, reason = "a test helper")]
    pub async fn messages(&self) -> Vec<notify::Message> {
        let rows = store::Sql::new("SELECT payload FROM outbox WHERE topic = $1 ORDER BY id")
            .bind(::web::messages::TOPIC)
            .rows(self.store().reader())
            .await
            .expect("the outbox");
        rows.iter()
            .map(|row| row.try_get_by_index::<String>(0).expect("a payload"))
            .filter_map(|payload| serde_json_message(&payload))
            .collect()
    }

    /// What the audit holds about a child, the newest first.
    ///
    /// # Panics
    /// When the audit cannot be read.
    #[expect(clippy::expect_used, reason = "a test helper")]
    pub async fn audit(&self, child: record::PersonId) -> Vec<AuditRow> {
        store::audit::for_child(self.store().reader(), &child.to_string(), None, 500).await.expect("the audit")
    }
}

fn serde_json_message(payload: &str) -> Option<notify::Message> {
    serde_json::from_str(payload).ok()
}

/// Dice that fall the same way in every run, and never twice alike in one site.
fn dice() -> Randomness {
    let state = Arc::new(Mutex::new(rolls()));
    Randomness::new(move |bytes| {
        let mut next = state.lock().unwrap_or_else(PoisonError::into_inner);
        for byte in bytes {
            *byte = next();
        }
    })
}

fn rolls() -> Box<dyn FnMut() -> u8 + Send> {
    let counter = AtomicU64::new(1);
    Box::new(move || {
        // The SplitMix64 step: small, public domain, even enough for a test.
        let mut mixed = counter.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)).to_le_bytes()[0]
    })
}
