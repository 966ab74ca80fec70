//! The organisations and people of a test's site, made through the store's own functions.

use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use ::web::Site;
use access::{Fact, Role};
use axum::Router;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::SignedDuration;
use jiff::civil::Date;
use record::{
    AccountId, Agency, AgencyKind, Allocation, AllocationId, AllocationSubject, AllocationTo, CaseId, Enrolment,
    EnrolmentId, EstablishmentType, EvidenceKind, Organisation, OrganisationId, OrganisationKind, Party, Period,
    Person, PersonId, PersonName, Phase, Relationship, RelationshipId, RelationshipKind, SenProvision, Setting, Sex,
    StaffId, StaffMember, Verification,
};
use store::people::{Author, Kept};
use store::{accounts, facts, people, sessions};

use super::TestSite;
use super::user::{TestUser, hash_of};

/// The first day of everything that was there before the test.
const BEFORE: Date = jiff::civil::date(2020, 1, 1);

/// A link between a child and an adult.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MadeLink {
    /// Proved by a document.
    Proved,
    /// Not proved yet.
    Unproved,
}

/// Founds the organisations.
pub(super) async fn found(site: Site, router: Router, millis: Arc<AtomicI64>) -> TestSite {
    let at = site.clock.now();
    let mut ids = (0..4).map(|_| OrganisationId::from(site.random.ulid(at)));
    let mut next = || ids.next().unwrap_or_else(|| OrganisationId::from_parts(0, 0));
    let (authority, setting, agency, operator) = (next(), next(), next(), next());
    let made = TestSite { site, authority, setting, agency, operator, router, millis };
    let school = Setting::new(EstablishmentType::CommunitySchool, Phase::Primary);
    for (id, name, kind) in [
        (authority, "Broadshire County Council", OrganisationKind::LocalAuthority { code: None, gss: None }),
        (setting, "Marsh Lane Primary School", OrganisationKind::Setting(Box::new(school))),
        (agency, "Broadshire Community Health", OrganisationKind::Agency(Agency { kind: AgencyKind::HealthProvider })),
        (operator, "Fen Cars", OrganisationKind::Agency(Agency { kind: AgencyKind::Transport })),
    ] {
        let active = Period::since(BEFORE);
        made.save(&Organisation { id, name: name.to_owned(), kind, active, suspended: None }).await;
    }
    made
}

#[expect(clippy::expect_used, reason = "a test helper")]
impl TestSite {
    /// A new id of any kind.
    #[must_use]
    pub fn id<T: From<ulid::Ulid>>(&self) -> T {
        T::from(self.site.random.ulid(self.now()))
    }

    /// Keeps any fact.
    ///
    /// # Panics
    /// When it cannot be kept.
    pub async fn save<T: Kept>(&self, item: &T) {
        let tx = self.store().begin().await.expect("a transaction");
        people::save(&tx, item, Author { who: "a test", at: self.now() }).await.expect("a fact that is kept");
        tx.commit().await.expect("a commit");
    }

    /// Nobody is signed in.
    #[must_use]
    pub fn anonymous(&self) -> TestUser {
        TestUser {
            account: None,
            person: None,
            post: None,
            organisation: None,
            router: self.router.clone(),
            cookie: self.new_cookie(),
        }
    }

    /// Somebody with this role, in the organisation that fits it, signed in. Family roles make a person with no child
    /// yet; [`Role::Anonymous`] is nobody.
    pub async fn user(&self, role: Role) -> TestUser {
        let organisation = match role {
            Role::Senco | Role::SettingStaff | Role::ConsultedSetting => self.setting,
            Role::Adviser | Role::DesignatedOfficer => self.agency,
            Role::TransportOperator => self.operator,
            _ => self.authority,
        };
        match role {
            Role::Anonymous => self.anonymous(),
            role if role.is_family() => {
                let adult = self.adult("Robin", "Vale").await;
                self.as_person(&adult).await
            }
            role => self.user_in(role, organisation).await,
        }
    }

    /// Somebody with this role in this organisation, with a post there, signed in.
    ///
    /// # Panics
    /// When it cannot be kept.
    pub async fn user_in(&self, role: Role, organisation: OrganisationId) -> TestUser {
        let account = self.id();
        let name = PersonName::new("Sam", role.code());
        let email = format!("{}-{account}@example.test", role.code());
        let new = accounts::NewAccount {
            id: account,
            email,
            display_name: name.to_string(),
            person: None,
            password_hash: None,
        };
        let roles: &[Role] = if role == Role::Senco { &[Role::Senco, Role::ConsultedSetting] } else { &[role] };
        let mut user = self.begin(&new, roles, Some(organisation), "staff").await;
        let post = StaffMember {
            id: self.id::<StaffId>(),
            organisation,
            teams: Vec::new(),
            account: Some(account),
            person: None,
            name,
            job_title: role.words().to_owned(),
            email: None,
            phone: None,
            period: Period::since(BEFORE),
        };
        self.save(&post).await;
        user.post = Some(post.id);
        user
    }

    /// A person of the record, signed in as a member of a family.
    pub async fn as_person(&self, person: &Person) -> TestUser {
        let account = self.id();
        let new = accounts::NewAccount {
            id: account,
            email: format!("family-{account}@example.test"),
            display_name: person.name.to_string(),
            person: Some(person.id),
            password_hash: None,
        };
        let roles = [Role::ParentWithResponsibility, Role::ParentOrCarer, Role::YoungPerson, Role::Supporter];
        self.begin(&new, &roles, None, "family").await
    }

    /// A parent with parental responsibility for this child, proved, signed in.
    pub async fn parent_of(&self, child: PersonId) -> TestUser {
        let adult = self.adult("Robin", "Reed").await;
        self.link(child, adult.id, RelationshipKind::ParentWithResponsibility, MadeLink::Proved).await;
        self.as_person(&adult).await
    }

    /// A child for whom the authority is responsible.
    pub async fn child(&self, given: &str, family: &str, born: Date) -> Person {
        let child = Person::new(self.id(), PersonName::new(given, family), born, Sex::NotKnown);
        self.save(&child).await;
        self.fact(child.id, &Fact::Responsible(self.authority)).await;
        child
    }

    /// An adult, born in 1985.
    pub async fn adult(&self, given: &str, family: &str) -> Person {
        let born = jiff::civil::date(1985, 3, 4);
        let adult = Person::new(self.id(), PersonName::new(given, family), born, Sex::NotKnown);
        self.save(&adult).await;
        adult
    }

    /// A link between a child and an adult, since the child's birth at the latest.
    pub async fn link(&self, child: PersonId, adult: PersonId, kind: RelationshipKind, made: MadeLink) -> Relationship {
        let proof = Verification { how: EvidenceKind::DocumentSeen, on: BEFORE, by: None, expires_on: None };
        let link = Relationship {
            id: self.id::<RelationshipId>(),
            child,
            party: Party::Person(adult),
            kind,
            period: Period::since(BEFORE),
            authority: None,
            restricted_by_order: None,
            verified: (made == MadeLink::Proved).then_some(proof),
        };
        self.save(&link).await;
        link
    }

    /// A child on a setting's roll.
    pub async fn enrol(&self, child: PersonId, setting: OrganisationId) {
        let enrolment = Enrolment {
            id: self.id::<EnrolmentId>(),
            person: child,
            setting,
            period: Period::since(BEFORE),
            provision: SenProvision::Support,
            primary_need: None,
            secondary_need: None,
        };
        self.save(&enrolment).await;
    }

    /// A child given to a worker.
    ///
    /// # Panics
    /// When the user has no post.
    pub async fn allocate(&self, child: PersonId, worker: &TestUser) {
        self.allocate_to(AllocationSubject::Child(child), worker).await;
    }

    /// A case given to a worker.
    ///
    /// # Panics
    /// When the user has no post.
    pub async fn allocate_case(&self, case: CaseId, worker: &TestUser) {
        self.allocate_to(AllocationSubject::Case(case), worker).await;
    }

    async fn allocate_to(&self, subject: AllocationSubject, worker: &TestUser) {
        let to = AllocationTo::Staff(worker.post.expect("a worker with a post"));
        let allocation = Allocation { id: self.id::<AllocationId>(), subject, to, period: Period::since(BEFORE) };
        self.save(&allocation).await;
    }

    /// A fact that links people to a child or bars them, since 2020.
    ///
    /// # Panics
    /// When it cannot be kept.
    pub async fn fact(&self, child: PersonId, fact: &Fact) {
        let tx = self.store().begin().await.expect("a transaction");
        let subject = facts::Subject::Child(child);
        facts::set(&tx, subject, fact, Period::since(BEFORE), "a test").await.expect("a fact that is kept");
        tx.commit().await.expect("a commit");
    }

    fn new_cookie(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.site.random.bytes32())
    }

    async fn begin(
        &self,
        new: &accounts::NewAccount,
        roles: &[Role],
        organisation: Option<OrganisationId>,
        audience: &str,
    ) -> TestUser {
        let now = self.now();
        let cookie = self.new_cookie();
        let tx = self.store().begin().await.expect("a transaction");
        accounts::create(&tx, new, now).await.expect("an account");
        for role in roles {
            let grant = accounts::Grant {
                id: self.site.random.ulid(now).to_string(),
                account: new.id,
                role: *role,
                organisation,
                period: Period::since(BEFORE),
                granted_by: "a test".to_owned(),
                scopes: Vec::new(),
            };
            accounts::grant_role(&tx, &grant).await.expect("a role");
        }
        sessions::begin(&tx, &self.session(new.id, &cookie, audience)).await.expect("a session");
        tx.commit().await.expect("a commit");
        TestUser {
            account: Some(new.id),
            person: new.person,
            post: None,
            organisation,
            router: self.router.clone(),
            cookie,
        }
    }

    /// The same account at another browser, with a new session: after the first one has ended, say.
    ///
    /// # Panics
    /// When nobody was signed in, or it cannot be kept.
    pub async fn sign_in_again(&self, user: &TestUser) -> TestUser {
        let account = user.account.expect("somebody who was signed in");
        let before = sessions::find(self.store().reader(), &user.session_hash()).await.expect("the sessions");
        let audience = before.map_or_else(|| "staff".to_owned(), |session| session.audience);
        let cookie = self.new_cookie();
        let tx = self.store().begin().await.expect("a transaction");
        sessions::begin(&tx, &self.session(account, &cookie, &audience)).await.expect("a session");
        tx.commit().await.expect("a commit");
        TestUser { cookie, ..user.clone() }
    }

    fn session(&self, account: AccountId, cookie: &str, audience: &str) -> sessions::Session {
        let now = self.now();
        sessions::Session {
            id_hash: hash_of(cookie),
            name: self.site.random.ulid(now).to_string(),
            account,
            audience: audience.to_owned(),
            began_at: now,
            seen_at: now,
            proved_at: now,
            ends_by: now + SignedDuration::from_hours(12),
            device: "a test".to_owned(),
            source_key: "a test".to_owned(),
            ended_at: None,
            ended_why: None,
        }
    }
}
