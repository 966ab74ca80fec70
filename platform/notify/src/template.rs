//! Templates: each has a registered context with a sample, default words, and may be worded anew by an area.
//!
//! What a person typed (a name, say) can neither forge a link nor break a line: every value is written as plain words
//! unless the template passes it through `link`, which takes addresses under the site's own address only.

use minijinja::value::{Serde, Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior};
use serde::Serialize;
use std::collections::BTreeMap;
use thiserror::Error as ThisError;
use url::Url;

/// The most steps that one template may take; a text of two pages needs a few hundred.
const FUEL: u64 = 20_000;

/// What one kind of message is told, and its default words.
pub trait Context: Serialize {
    /// The template's name: small letters and hyphens.
    const NAME: &'static str;
    /// The default subject, in template syntax.
    const SUBJECT: &'static str;
    /// The default plain text, in template syntax.
    const BODY: &'static str;
    /// A made-up example, for the render-all test and for the page on which an area edits its words.
    fn sample() -> Self;
}

/// The finished words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The subject, on one line.
    pub subject: String,
    /// The plain text.
    pub body: String,
}

/// Why words could not be made.
#[derive(Debug, ThisError)]
pub enum TemplateError {
    /// Nobody registered this template.
    #[error("there is no message template called '{0}'")]
    Unknown(String),
    /// The wording does not render.
    #[error("the wording of '{template}' does not work: {why}")]
    Wording {
        /// The template's name.
        template: String,
        /// What the template engine says, with the line.
        why: String,
    },
    /// The site's own address is missing or wrong.
    #[error("'{0}' is not the address of a site")]
    Site(String),
}

/// The words in force: the default of each registered context, with the area's own wording over it.
pub struct Registry {
    environment: Environment<'static>,
    samples: BTreeMap<&'static str, Value>,
}

impl Registry {
    /// An empty registry for the site at this address; links in messages may lead there and nowhere else.
    ///
    /// # Errors
    /// When the address is not an `http` or `https` one.
    pub fn new(site: &str) -> Result<Self, TemplateError> {
        let bad = || TemplateError::Site(site.to_owned());
        let site = Url::parse(site).map_err(|_| bad())?;
        if !matches!(site.scheme(), "http" | "https") {
            return Err(bad());
        }
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        environment.remove_filter("safe");
        environment.set_formatter(|out, _state, value| out.write_str(&written(value)).map_err(Error::from));
        environment.add_filter("link", move |text: String| own_link(&site, &text));
        Ok(Self { environment, samples: BTreeMap::new() })
    }

    /// The registry with the platform's own templates in it.
    ///
    /// # Errors
    /// When the address is not that of a site.
    pub fn with_platform_templates(site: &str) -> Result<Self, TemplateError> {
        crate::templates::register(Self::new(site)?)
    }

    /// Adds a context and its default words.
    ///
    /// # Errors
    /// When the default words do not render the sample: a fault in the program.
    pub fn register<C: Context>(mut self) -> Result<Self, TemplateError> {
        let sample = C::sample();
        self.samples.insert(C::NAME, Value::from(Serde(&sample)));
        self.put(C::NAME, C::SUBJECT, C::BODY)?;
        self.try_sample(C::NAME)?;
        Ok(self)
    }

    /// Puts an area's own words over the default ones.
    ///
    /// # Errors
    /// When there is no such template or the words do not render its sample; the earlier words then stay in force.
    pub fn with_override(&mut self, name: &str, subject: &str, body: &str) -> Result<(), TemplateError> {
        let (known, _) = self.samples.get_key_value(name).ok_or_else(|| TemplateError::Unknown(name.to_owned()))?;
        let known = *known;
        let before = (self.source(known, "subject"), self.source(known, "body"));
        let outcome = self.put(known, subject, body).and_then(|()| self.try_sample(known).map(|_| ()));
        if outcome.is_err() {
            self.put(known, &before.0, &before.1)?;
        }
        outcome
    }

    /// The finished words for this context.
    ///
    /// # Errors
    /// When the template is not registered or does not render.
    pub fn render<C: Context>(&self, context: &C) -> Result<Rendered, TemplateError> {
        self.fill(C::NAME, Value::from(Serde(context)))
    }

    /// Every template with its sample filled in, for the test and for the page that edits them.
    ///
    /// # Errors
    /// The first template that does not render.
    pub fn render_all(&self) -> Result<Vec<(&'static str, Rendered)>, TemplateError> {
        self.samples.keys().map(|name| Ok((*name, self.try_sample(name)?))).collect()
    }

    fn put(&mut self, name: &str, subject: &str, body: &str) -> Result<(), TemplateError> {
        for (part, source) in [("subject", subject), ("body", body)] {
            self.environment
                .add_template_owned(format!("{name}.{part}"), source.to_owned())
                .map_err(|error| wording(name, &error))?;
        }
        Ok(())
    }

    fn source(&self, name: &str, part: &str) -> String {
        let template = self.environment.get_template(&format!("{name}.{part}"));
        template.map(|template| template.source().to_owned()).unwrap_or_default()
    }

    fn try_sample(&self, name: &str) -> Result<Rendered, TemplateError> {
        let sample = self.samples.get(name).ok_or_else(|| TemplateError::Unknown(name.to_owned()))?;
        self.fill(name, sample.clone())
    }

    fn fill(&self, name: &str, context: Value) -> Result<Rendered, TemplateError> {
        let part = |part: &str| {
            let template = self.environment.get_template(&format!("{name}.{part}"));
            template.and_then(|template| template.render(context.clone())).map_err(|error| wording(name, &error))
        };
        let subject = part("subject")?.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(Rendered { subject, body: format!("{}\n", part("body")?.trim()) })
    }
}

fn wording(template: &str, error: &Error) -> TemplateError {
    let line = error.line().map(|line| format!(" (line {line})")).unwrap_or_default();
    TemplateError::Wording { template: template.to_owned(), why: format!("{error}{line}") }
}

/// A value as plain words: one line, no mark-up that a mail reader or GOV.UK Notify turns into a link.
fn written(value: &Value) -> String {
    match (value.as_str(), value.is_safe(), value.kind()) {
        (Some(text), true, _) => text.to_owned(),
        (Some(text), false, _) => plain_words(text),
        (None, _, ValueKind::Number | ValueKind::Bool) => value.to_string(),
        (None, _, _) => plain_words(&value.to_string()),
    }
}

fn plain_words(text: &str) -> String {
    let spaced: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let without_marks = spaced.replace(['[', ']', '<', '>', '`'], "").replace("((", "(").replace("))", ")");
    let words = without_marks.replace("://", ": ").replace("www.", "www ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn own_link(site: &Url, text: &str) -> Result<Value, Error> {
    let refuse = || Error::new(ErrorKind::InvalidOperation, "a link must lead to the site itself");
    let link = Url::parse(text).or_else(|_| site.join(text)).map_err(|_| refuse())?;
    let ours = link.scheme() == site.scheme() && link.host() == site.host();
    if ours && link.port_or_known_default() == site.port_or_known_default() && link.username().is_empty() {
        Ok(Value::from_safe_string(link.into()))
    } else {
        Err(refuse())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::templates::News;
    use proptest::prelude::*;

    fn registry() -> Registry {
        Registry::with_platform_templates("https://send.example.org").unwrap()
    }

    #[test]
    fn an_area_words_a_template_anew() {
        let mut registry = registry();
        registry.with_override("news", "From {{ area }}", "See {{ link|link }}").unwrap();
        let words = registry.render(&News::sample()).unwrap();
        assert_eq!(words.subject, "From Broadshire");
        assert_eq!(words.body, "See https://send.example.org/account\n");
    }

    #[test]
    fn words_that_do_not_work_are_refused_and_the_earlier_ones_stay() {
        let mut registry = registry();
        let before = registry.render(&News::sample()).unwrap();
        for (subject, body) in [
            ("{{ area", "x"),
            ("x", "{{ childs_name }}"),
            ("x", "{{ link|safe }}"),
            ("x", "{{ 'https://elsewhere.example/'|link }}"),
            ("x", "{% for a in range(9999) %}{% for b in range(9999) %}.{% endfor %}{% endfor %}"),
            ("x", "{% include 'reset-password.body' %}"),
        ] {
            let refused = registry.with_override("news", subject, body);
            assert!(refused.is_err(), "{body}");
            assert_eq!(registry.render(&News::sample()).unwrap(), before, "{body}");
        }
        assert!(matches!(registry.with_override("nothing", "", ""), Err(TemplateError::Unknown(_))));
    }

    proptest! {
        #[test]
        fn what_a_person_typed_stays_one_line_of_plain_words(area in any::<String>()) {
            let words = registry().render(&News { area: area.clone(), ..News::sample() }).unwrap();
            let sample = registry().render(&News::sample()).unwrap();
            prop_assert_eq!(words.body.lines().count(), sample.body.lines().count());
            prop_assert_eq!(words.subject.lines().count(), 1);
            prop_assert!(!plain_words(&area).contains("://"));
        }
    }
}
