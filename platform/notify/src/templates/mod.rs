//! The platform's own messages. Each says that something happened and where to sign in; none says anything of a case.

mod account;
mod news;

pub use account::{Invitation, NewSignIn, ResetPassword, SignInChanged};
pub use news::{News, RequestReceived, TasksWaiting};

use crate::template::{Registry, TemplateError};

/// Registers every template of the platform.
pub(crate) fn register(registry: Registry) -> Result<Registry, TemplateError> {
    registry
        .register::<Invitation>()?
        .register::<ResetPassword>()?
        .register::<SignInChanged>()?
        .register::<NewSignIn>()?
        .register::<News>()?
        .register::<RequestReceived>()?
        .register::<TasksWaiting>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_renders_its_sample_and_says_nothing_of_a_case() {
        let registry = Registry::with_platform_templates("https://send.example.org").unwrap();
        let all = registry.render_all().unwrap();
        assert_eq!(all.len(), 7);
        for (name, words) in all {
            assert!((10..=80).contains(&words.subject.chars().count()), "{name}: {}", words.subject);
            assert!(words.body.contains("Broadshire"), "{name} says who writes");
            assert!(words.body.contains("https://send.example.org/"), "{name} says where to go");
            let text = format!("{} {}", words.subject, words.body).to_lowercase();
            for word in ["child", "son ", "daughter", "diagnos", "school", "decision", "refus", "{{", "}}"] {
                assert!(!text.contains(word), "{name} says '{word}':\n{text}");
            }
        }
    }
}
