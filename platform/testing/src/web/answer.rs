//! What the site answered, looked at as a person would: words, links, fields.

use axum::http::{HeaderMap, StatusCode, header};
use scraper::{Html, Selector};

/// An answer of the site. The methods that look at it panic with the whole text when it is not as expected.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What was asked: "GET /people".
    pub asked: String,
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: String,
}

#[expect(clippy::panic, reason = "a test helper")]
impl Answer {
    /// The answer has this status.
    #[track_caller]
    pub fn is(&self, status: StatusCode) -> &Self {
        assert_eq!(self.status, status, "{} answered:\n{}", self.asked, self.text());
        self
    }

    /// The answer is a page.
    #[track_caller]
    pub fn ok(&self) -> &Self {
        self.is(StatusCode::OK)
    }

    /// The answer leads to a page whose address begins so.
    #[track_caller]
    pub fn turns_to(&self, path: &str) -> &Self {
        let to = self.location().unwrap_or_default();
        assert!(
            self.status.is_redirection() && to.starts_with(path),
            "{} answered {} → “{to}”, not a turn to “{path}”:\n{}",
            self.asked,
            self.status,
            self.text()
        );
        self
    }

    /// The page says this; white space does not count.
    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        let text = self.text();
        assert!(text.contains(words), "{} does not say “{words}”:\n{text}", self.asked);
        self
    }

    /// The page does not say this, neither in its words nor in an attribute.
    #[track_caller]
    pub fn never_says(&self, words: &str) -> &Self {
        let found = self.text().contains(words) || self.body.contains(words);
        assert!(!found, "{} says “{words}”:\n{}", self.asked, self.text());
        self
    }

    /// The page's words, with white space tidied.
    #[must_use]
    pub fn text(&self) -> String {
        let page = Html::parse_document(&self.body);
        let words: Vec<&str> = page.root_element().text().flat_map(str::split_whitespace).collect();
        words.join(" ")
    }

    /// Where a redirection leads.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.headers.get(header::LOCATION).and_then(|value| value.to_str().ok())
    }

    /// How many elements fit a selector.
    ///
    /// # Panics
    /// When the selector is none.
    #[must_use]
    pub fn count(&self, selector: &str) -> usize {
        Html::parse_document(&self.body).select(&css(selector)).count()
    }

    /// The addresses of every link on the page, in their order.
    #[must_use]
    pub fn links(&self) -> Vec<String> {
        let page = Html::parse_document(&self.body);
        page.select(&css("a[href]")).filter_map(|link| link.attr("href")).map(str::to_owned).collect()
    }

    /// Where the link with these words leads.
    ///
    /// # Panics
    /// When there is none.
    #[track_caller]
    #[must_use]
    pub fn link(&self, words: &str) -> String {
        let page = Html::parse_document(&self.body);
        let found = page.select(&css("a[href]")).find(|link| {
            let text: Vec<&str> = link.text().flat_map(str::split_whitespace).collect();
            text.join(" ").contains(words)
        });
        match found.and_then(|link| link.attr("href")) {
            Some(href) => href.to_owned(),
            None => panic!("{} has no link “{words}”:\n{}", self.asked, self.text()),
        }
    }

    /// The values of every field of the page's forms as a browser would send them untouched, in their order; without the
    /// cross-site token.
    #[must_use]
    pub fn fields(&self) -> Vec<(String, String)> {
        let page = Html::parse_document(&self.body);
        let mut fields = Vec::new();
        for field in page.select(&css("form input[name], form textarea[name], form select[name]")) {
            let name = field.attr("name").unwrap_or_default().to_owned();
            let kind = field.attr("type").unwrap_or_default();
            let value = match field.value().name() {
                "textarea" => field.text().collect(),
                "select" => {
                    let chosen = css("option[selected]");
                    let chosen = field.select(&chosen).next();
                    chosen.and_then(|option| option.attr("value")).unwrap_or_default().to_owned()
                }
                _ => field.attr("value").unwrap_or_default().to_owned(),
            };
            let off = matches!(kind, "radio" | "checkbox") && field.attr("checked").is_none();
            if !off && name != ::web::CSRF_FIELD {
                fields.push((name, value));
            }
        }
        fields
    }

    /// The value of one field as a browser would send it.
    #[must_use]
    pub fn field(&self, name: &str) -> String {
        self.fields().into_iter().find(|(key, _)| key == name).map(|(_, value)| value).unwrap_or_default()
    }
}

#[expect(clippy::panic, reason = "a test helper")]
fn css(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|error| panic!("“{selector}” is no selector: {error}"))
}
