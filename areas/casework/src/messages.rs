//! The area's own messages. As all messages they hold nothing of a child, a worry or a decision.

use notify::{Context, Registry, TemplateError};
use serde::Serialize;

/// Adds the area's messages to those of the platform.
///
/// # Errors
/// When the default words do not render: a fault in the program.
pub fn register(registry: Registry) -> Result<Registry, TemplateError> {
    registry.register::<RequestWithoutAccount>()
}

/// What somebody without an account sent has arrived.
#[derive(Debug, Clone, Serialize)]
pub struct RequestWithoutAccount {
    /// The area's name.
    pub area: String,
    /// What they quote: it says nothing by itself.
    pub reference: String,
    /// The last day on which they must be answered, in words.
    pub answer_by: String,
    /// How to reach the service.
    pub help: String,
}

impl Context for RequestWithoutAccount {
    const NAME: &'static str = "casework-request-without-account";
    const SUBJECT: &'static str = "We have received your request";
    const BODY: &'static str = "\
Hello,

We have received your request to {{ area }} SEND services.

Your reference is {{ reference }}. Quote it when you ring or write to us: {{ help }}.

We must answer you by {{ answer_by }}. We will invite you to an account, so that you can see where your request is at any time.

To keep your information safe, we never put details in an e-mail.

{{ area }} SEND services
{{ \"/\"|link }}
";

    fn sample() -> Self {
        Self {
            area: "Broadshire".into(),
            reference: "EHC-7K3M9QA".into(),
            answer_by: "4 January 2027".into(),
            help: "Telephone 01632 960 001".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_renders_and_says_nothing_of_a_child() {
        let registry = register(Registry::with_platform_templates("https://send.example.org").unwrap()).unwrap();
        let words = registry.render(&RequestWithoutAccount::sample()).unwrap();
        let text = format!("{} {}", words.subject, words.body).to_lowercase();
        assert!(text.contains("ehc-7k3m9qa") && text.contains("4 january 2027"));
        for word in ["child", "son ", "daughter", "diagnos", "school", "decision", "{{", "}}"] {
            assert!(!text.contains(word), "says “{word}”:\n{text}");
        }
    }
}
