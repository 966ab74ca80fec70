//! Messages that say there is something to read or to do; what it is stands behind the sign-in.

use crate::template::Context;
use serde::Serialize;

/// Something that this person follows has moved on.
#[derive(Debug, Clone, Serialize)]
pub struct News {
    /// The area's name.
    pub area: String,
    /// The page to open after signing in; an opaque id at most.
    pub link: String,
}

impl Context for News {
    const NAME: &'static str = "news";
    const SUBJECT: &'static str = "There is news for you from {{ area }} SEND services";
    const BODY: &'static str = "\
Hello,

Something that you follow with {{ area }} SEND services has moved on.

Sign in to see what happened, what comes next and by when:
{{ link|link }}

To keep your information safe, we never put details in an e-mail.

{{ area }} SEND services
";

    fn sample() -> Self {
        Self { area: "Broadshire".into(), link: "/account".into() }
    }
}

/// What this person sent has arrived.
#[derive(Debug, Clone, Serialize)]
pub struct RequestReceived {
    /// The area's name.
    pub area: String,
    /// The page that shows where it stands.
    pub link: String,
}

impl Context for RequestReceived {
    const NAME: &'static str = "request-received";
    const SUBJECT: &'static str = "We have received your request";
    const BODY: &'static str = "\
Hello,

We have received what you sent to {{ area }} SEND services.

Sign in to see its reference, who has it, and the date by which we must answer you:
{{ link|link }}

To keep your information safe, we never put details in an e-mail.

{{ area }} SEND services
";

    fn sample() -> Self {
        Self { area: "Broadshire".into(), link: "/account".into() }
    }
}

/// Work is waiting for a member of staff or of a setting.
#[derive(Debug, Clone, Serialize)]
pub struct TasksWaiting {
    /// The area's name.
    pub area: String,
    /// How many tasks wait.
    pub count: u32,
    /// The list of tasks.
    pub link: String,
}

impl Context for TasksWaiting {
    const NAME: &'static str = "tasks-waiting";
    const SUBJECT: &'static str =
        "{{ count }} {% if count == 1 %}task is{% else %}tasks are{% endif %} waiting for you in {{ area }}";
    const BODY: &'static str = "\
Hello,

{{ count }} {% if count == 1 %}task is{% else %}tasks are{% endif %} waiting for you in {{ area }} SEND services.

Sign in to see your list, the most urgent first:
{{ link|link }}

{{ area }} SEND services
";

    fn sample() -> Self {
        Self { area: "Broadshire".into(), count: 3, link: "/tasks".into() }
    }
}
