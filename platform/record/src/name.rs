//! A person's name.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The names a person has. Any part may hold spaces, hyphens and accents, and the family name may be empty: some
/// people have one name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PersonName {
    /// Given names, all of them.
    pub given: String,
    /// Family name.
    pub family: String,
    /// What the person likes to be called, where that is not the first given name.
    pub known_as: Option<String>,
}

impl PersonName {
    /// A name of two parts, spaces tidied.
    #[must_use]
    pub fn new(given: &str, family: &str) -> Self {
        Self { given: tidy(given), family: tidy(family), known_as: None }
    }

    /// The same name, with what the person likes to be called.
    #[must_use]
    pub fn known_as(mut self, known_as: &str) -> Self {
        self.known_as = Some(tidy(known_as)).filter(|name| !name.is_empty());
        self
    }

    /// What to call the person: what they like to be called, else the first given name, else the family name.
    #[must_use]
    pub fn first(&self) -> &str {
        self.known_as.as_deref().or_else(|| self.given.split_whitespace().next()).unwrap_or(&self.family)
    }

    /// For a list in order of family name: `Smith, Anna`.
    #[must_use]
    pub fn listed(&self) -> String {
        match (self.family.is_empty(), self.given.is_empty()) {
            (false, false) => format!("{}, {}", self.family, self.given),
            (true, _) => self.given.clone(),
            (_, true) => self.family.clone(),
        }
    }
}

/// `Anna Smith`, or `Anna (Annie) Smith` where the person likes another name.
impl fmt::Display for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known_as = self.known_as.as_ref().map(|name| format!("({name})"));
        let parts = [Some(self.given.as_str()), known_as.as_deref(), Some(self.family.as_str())];
        let whole: Vec<_> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        f.pad(&whole.join(" "))
    }
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_people_read_them() {
        let name = PersonName::new("  Anna  Maria ", "O'Neil").known_as("Annie");
        assert_eq!(name.to_string(), "Anna Maria (Annie) O'Neil");
        assert_eq!((name.first(), name.listed().as_str()), ("Annie", "O'Neil, Anna Maria"));
        let single = PersonName::new("Suharto", "");
        assert_eq!((single.to_string().as_str(), single.listed().as_str()), ("Suharto", "Suharto"));
    }
}
