//! Task list.

use maud::{Markup, Render, html};
use serde::Deserialize;

use super::tag::Tag;
use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::items::Items;
use crate::base::lenient;

/// The parts of a long journey with the state of each.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct TaskList {
    /// The tasks.
    pub items: Items<Task>,
    /// What the ids start with; `task-list` unless said otherwise.
    pub id_prefix: String,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// One task.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Task {
    /// Its name.
    pub title: TaskTitle,
    /// A hint beneath the name, if any.
    pub hint: Option<Content>,
    /// Its state.
    pub status: TaskStatus,
    /// Where it goes; empty while it cannot be started.
    pub href: String,
    /// Extra classes.
    pub classes: String,
}

/// The name of a task.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct TaskTitle {
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
    /// Extra classes.
    pub classes: String,
}

/// The state of a task: a tag, or plain words for a state that asks for nothing, such as "Completed".
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct TaskStatus {
    /// A tag, if the state asks for something.
    pub tag: Option<Tag>,
    /// Plain words.
    #[serde(flatten)]
    pub content: Content,
    /// Extra classes.
    pub classes: String,
}

impl TaskList {
    /// No tasks yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a task.
    #[must_use]
    pub fn task(mut self, task: Task) -> Self {
        self.items.push(task);
        self
    }
}

impl Task {
    /// A task with its link and state.
    pub fn new(title: impl Into<Content>, href: impl Into<String>, status: TaskStatus) -> Self {
        let title = TaskTitle { content: title.into(), ..TaskTitle::default() };
        Self { title, href: href.into(), status, ..Self::default() }
    }

    /// Sets the hint beneath the name.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Content>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl TaskStatus {
    /// "Completed".
    pub fn completed() -> Self {
        Self { content: "Completed".into(), ..Self::default() }
    }

    /// "Not yet started", with a tag.
    pub fn not_started() -> Self {
        Self::tagged(Tag::new("Not yet started"))
    }

    /// "In progress", with a tag.
    pub fn in_progress() -> Self {
        Self::tagged(Tag::new("In progress").class("govuk-tag--teal"))
    }

    /// "Cannot start yet", in grey words.
    pub fn cannot_start() -> Self {
        let classes = "govuk-task-list__status--cannot-start-yet".to_owned();
        Self { content: "Cannot start yet".into(), classes, ..Self::default() }
    }

    /// Any tag.
    pub fn tagged(tag: Tag) -> Self {
        Self { tag: Some(tag), ..Self::default() }
    }
}

setters! { TaskList:
    /// Sets what the ids start with.
    id_prefix: String;
}
styled!(TaskList);

impl Task {
    fn item(&self, prefix: &str, number: usize) -> Markup {
        let hint_id = format!("{prefix}-{number}-hint");
        let status_id = format!("{prefix}-{number}-status");
        let has_link = !self.href.is_empty();
        let described_by = if self.hint.is_some() { format!("{hint_id} {status_id}") } else { status_id.clone() };
        let name = if has_link {
            Element::new("a")
                .class("govuk-link govuk-task-list__link")
                .class(&self.title.classes)
                .attribute("href", &self.href)
                .attribute("aria-describedby", &described_by)
        } else {
            Element::new("div").class(&self.title.classes)
        };
        let status = Element::new("div").class("govuk-task-list__status").class(&self.status.classes);
        Element::new("li")
            .class("govuk-task-list__item")
            .class_if(has_link, "govuk-task-list__item--with-link")
            .class(&self.classes)
            .containing(html! {
                div class="govuk-task-list__name-and-hint" {
                    (name.containing(&self.title.content))
                    @if let Some(hint) = &self.hint {
                        div id=(hint_id) class="govuk-task-list__hint" { (hint) }
                    }
                }
                (status.attribute("id", &status_id).containing(html! {
                    @if let Some(tag) = &self.status.tag { (tag) } @else { (self.status.content) }
                }))
            })
    }
}

impl Render for TaskList {
    fn render(&self) -> Markup {
        let prefix = if self.id_prefix.is_empty() { "task-list" } else { &self.id_prefix };
        let list = Element::new("ul").class("govuk-task-list").class(&self.classes).attributes(&self.attributes);
        list.containing(html! { @for (number, task) in self.items.numbered() { (task.item(prefix, number)) } })
    }
}
