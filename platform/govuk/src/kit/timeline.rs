//! Where something stands: the steps so far, the one now, and those to come.

use jiff::civil::Date;
use maud::{Markup, Render, html};

use super::dates::time;
use crate::base::element::Element;
use crate::{Content, Tag, TagColour};

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Over.
    Done,
    /// Going on, in time.
    Now,
    /// To come.
    Next,
    /// Going on, past its date.
    Late,
}

/// The steps of something that takes months, in their order: a tracker for families, a history for officers.
#[derive(Clone, Debug)]
pub struct Timeline {
    label: String,
    heading_level: u8,
    steps: Vec<Step>,
}

/// One step.
#[derive(Clone, Debug)]
pub struct Step {
    state: StepState,
    title: Content,
    date: Option<(String, Date)>,
    body: Content,
}

impl Timeline {
    /// No steps yet. The label names the list for screen readers, for example "Progress of the request".
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), heading_level: 3, steps: Vec::new() }
    }

    /// Sets the level of the steps' headings; 3 unless said otherwise.
    #[must_use]
    pub fn heading_level(mut self, level: u8) -> Self {
        self.heading_level = level;
        self
    }

    /// Adds a step.
    #[must_use]
    pub fn step(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }
}

impl Step {
    /// A step in any state.
    pub fn new(state: StepState, title: impl Into<Content>) -> Self {
        Self { state, title: title.into(), date: None, body: Content::default() }
    }

    /// A step that was done on a date.
    pub fn done(title: impl Into<Content>, on: Date) -> Self {
        Self::new(StepState::Done, title).dated("Done on", on)
    }

    /// The step going on, with the date it must be done by.
    pub fn now(title: impl Into<Content>, by: Date) -> Self {
        Self::new(StepState::Now, title).dated("Due by", by)
    }

    /// The step going on, past the date it should have been done by.
    pub fn late(title: impl Into<Content>, by: Date) -> Self {
        Self::new(StepState::Late, title).dated("Was due by", by)
    }

    /// A step to come, with the date it must be done by.
    pub fn next(title: impl Into<Content>, by: Date) -> Self {
        Self::new(StepState::Next, title).dated("Due by", by)
    }

    /// Sets the date and the words before it.
    #[must_use]
    pub fn dated(mut self, words: impl Into<String>, date: Date) -> Self {
        self.date = Some((words.into(), date));
        self
    }

    /// Sets what is said about the step.
    #[must_use]
    pub fn body(mut self, body: impl Into<Content>) -> Self {
        self.body = body.into();
        self
    }
}

impl StepState {
    fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Now => "now",
            Self::Next => "next",
            Self::Late => "late",
        }
    }

    fn tag(self) -> Tag {
        match self {
            Self::Done => Tag::new("Done").colour(TagColour::Green),
            Self::Now => Tag::new("Now").colour(TagColour::Teal),
            Self::Next => Tag::new("Next").colour(TagColour::Grey),
            Self::Late => Tag::new("Late").colour(TagColour::Red),
        }
    }
}

impl Step {
    fn item(&self, heading_level: u8) -> Markup {
        let is_current = matches!(self.state, StepState::Now | StepState::Late);
        let heading = Element::heading(heading_level).class("wh-timeline__heading");
        Element::new("li")
            .class("wh-timeline__step")
            .class(&format!("wh-timeline__step--{}", self.state.name()))
            .given("aria-current", is_current.then_some("step"))
            .containing(html! {
                (heading.containing(html! { span { (self.title) } " " (self.state.tag()) }))
                @if let Some((words, date)) = &self.date {
                    p class="govuk-body-s wh-timeline__date" { (words) " " (time(*date)) }
                }
                @if self.body.is_html() { (self.body) }
                @else if !self.body.is_empty() { p class="govuk-body" { (self.body) } }
            })
    }
}

impl Render for Timeline {
    fn render(&self) -> Markup {
        html! {
            ol class="govuk-body wh-timeline" role="list" aria-label=(self.label) {
                @for step in &self.steps { (step.item(self.heading_level)) }
            }
        }
    }
}
