//! The running service: one value, built by the app, shared by every request.

use std::sync::Arc;

use store::Store;

use crate::{Clock, Randomness, Viewer};

/// How the service is run. The demonstration shows its cast of invented people; the real service never does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Invented people only; anyone may become any of them.
    Demonstration,
    /// Real people: sign-in needed, second factor for staff.
    Live,
}

/// What the operator decides.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The local area, as families know it: "Broadshire".
    pub area_name: String,
    /// The address of the site as people type it, without a slash at the end: `https://send.example.gov.uk`.
    pub base_url: url::Url,
    /// Demonstration or live.
    pub mode: Mode,
    /// Whom to ring or write to, shown in the same place on every page (WCAG 3.2.6).
    pub help_line: String,
}

impl Settings {
    /// Whether cookies carry `Secure` and the `__Host-` prefix: always, save on a plain-http address of this machine.
    pub fn secure_cookies(&self) -> bool {
        self.base_url.scheme() == "https"
    }
}

/// A place in the site's navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The words of the link.
    pub words: String,
    /// Where it leads.
    pub href: String,
}

impl Place {
    /// A place by its words and address.
    pub fn new(words: impl Into<String>, href: impl Into<String>) -> Self {
        Self { words: words.into(), href: href.into() }
    }
}

/// Which places a person is shown: each area says its own, the app puts them together.
pub type Navigation = Arc<dyn Fn(Option<&Viewer>) -> Vec<Place> + Send + Sync>;

/// The running service. Cheap to clone.
#[derive(Clone)]
pub struct Site {
    /// The database.
    pub store: Store,
    /// What the operator decides.
    pub settings: Arc<Settings>,
    /// The time.
    pub clock: Clock,
    /// The dice.
    pub random: Randomness,
    /// The words of messages to people.
    pub messages: Arc<notify::Registry>,
    navigation: Navigation,
}

impl Site {
    /// A site on a store.
    pub fn new(
        store: Store,
        settings: Settings,
        clock: Clock,
        random: Randomness,
        messages: notify::Registry,
        navigation: Navigation,
    ) -> Self {
        Self { store, settings: Arc::new(settings), clock, random, messages: Arc::new(messages), navigation }
    }

    /// The places this person is shown.
    pub fn navigation(&self, viewer: Option<&Viewer>) -> Vec<Place> {
        (self.navigation)(viewer)
    }

    /// Whether this is the demonstration.
    pub fn is_demonstration(&self) -> bool {
        self.settings.mode == Mode::Demonstration
    }
}
