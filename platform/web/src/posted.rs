//! What a form posted: names and values, in order, with the cross-site token already checked.

use axum::extract::FromRequestParts;
use http::request::Parts;

use crate::PageError;

/// The fields of a posted form. Extracting it proves that the cross-site check ran.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Posted(pub(crate) Vec<(String, String)>);

impl Posted {
    /// From an urlencoded body.
    pub fn parse(body: &[u8]) -> Self {
        Self(url::form_urlencoded::parse(body).into_owned().collect())
    }

    /// From names and values, for tests and for drafts.
    pub fn from_pairs<K: Into<String>, V: Into<String>>(pairs: impl IntoIterator<Item = (K, V)>) -> Self {
        Self(pairs.into_iter().map(|(k, v)| (k.into(), v.into())).collect())
    }

    /// The first value under a name, with white space trimmed; empty when absent.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    /// Every value under a name (ticked boxes).
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether nothing but hidden fields was filled in.
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|(key, value)| key == crate::CSRF_FIELD || key == "submission" || value.trim().is_empty())
    }

    /// Takes over the answers of a page: they replace those of the same names, the rest stays.
    pub fn merge(&mut self, page: &Self) {
        self.0.retain(|(key, _)| page.0.iter().all(|(other, _)| other != key));
        self.0.extend(page.0.iter().cloned());
    }

    /// The body again, without the cross-site token and without secrets, to be kept as a draft.
    pub fn to_draft(&self) -> String {
        let mut out = url::form_urlencoded::Serializer::new(String::new());
        for (key, value) in &self.0 {
            if key != crate::CSRF_FIELD && !is_secret(key) {
                out.append_pair(key, value);
            }
        }
        out.finish()
    }

    /// The pairs.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }
}

/// Whether a field of this name holds a secret: a password or a one-time code. A postcode is neither.
fn is_secret(name: &str) -> bool {
    name.contains("password") || name == "code" || name.ends_with("-code")
}

impl<S: Send + Sync> FromRequestParts<S> for Posted {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Self::Rejection> {
        parts.extensions.get::<Posted>().cloned().ok_or_else(|| {
            PageError::bad_request("The form did not arrive as a form. Go back to the page and send it from there.")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_keeps_all_but_secrets() {
        let typed = [
            ("postcode", "NR11 6EX"),
            ("csrf", "t"),
            ("code", "123456"),
            ("recovery-code", "x"),
            ("new-password", "y"),
        ];
        assert_eq!(Posted::from_pairs(typed).to_draft(), "postcode=NR11+6EX");
    }
}
