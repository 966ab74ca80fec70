//! Text that gets escaped, or markup that is already safe.

use maud::{Markup, PreEscaped, Render};
use serde::{Deserialize, Deserializer};

use super::lenient::Scalar;

/// What stands inside a component: plain text (escaped when rendered) or finished markup.
#[derive(Clone, Debug)]
pub enum Content {
    /// Plain text. Escaped on output, so anything a person typed is safe here.
    Text(String),
    /// Markup, written out as it is. Build it with `maud::html!`, never from what a person typed.
    Html(PreEscaped<String>),
}

impl Content {
    /// Nothing to show: the component leaves its element out.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::Html(html) => html.0.is_empty(),
        }
    }

    /// Whether this is finished markup rather than text.
    pub fn is_html(&self) -> bool {
        matches!(self, Self::Html(_))
    }

    /// Markup wins over text when a caller gives both, as it does in the design system.
    fn from_options(text: Option<Scalar>, html: Option<Scalar>) -> Self {
        match html.and_then(Scalar::truthy) {
            Some(html) => Self::Html(PreEscaped(html)),
            None => Self::Text(text.map(Scalar::into_string).unwrap_or_default()),
        }
    }
}

impl Default for Content {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl Render for Content {
    fn render_to(&self, buffer: &mut String) {
        match self {
            Self::Text(text) => text.render_to(buffer),
            Self::Html(html) => html.render_to(buffer),
        }
    }
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Content {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<Markup> for Content {
    fn from(markup: Markup) -> Self {
        Self::Html(markup)
    }
}

impl<'de> Deserialize<'de> for Content {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Options {
            text: Option<Scalar>,
            html: Option<Scalar>,
        }
        let Options { text, html } = Options::deserialize(deserializer)?;
        Ok(Self::from_options(text, html))
    }
}

/// The macro options name some contents with a prefix (`titleText` and `titleHtml`); one reader for each prefix.
macro_rules! prefixed {
    ($($name:ident: $text:literal, $html:literal;)*) => {$(
        pub(crate) fn $name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Content, D::Error> {
            #[derive(Deserialize)]
            struct Options {
                #[serde(rename = $text)]
                text: Option<Scalar>,
                #[serde(rename = $html)]
                html: Option<Scalar>,
            }
            let Options { text, html } = Options::deserialize(deserializer)?;
            Ok(Content::from_options(text, html))
        }
    )*};
}

prefixed! {
    title: "titleText", "titleHtml";
    description: "descriptionText", "descriptionHtml";
    summary: "summaryText", "summaryHtml";
    heading: "headingText", "headingHtml";
    logo: "logoText", "logoHtml";
}
