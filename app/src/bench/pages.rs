//! The pages that are measured, and as whom.

/// A page: what it is, whose sign-in it needs, and where it is. `{case}` stands for a case found on the person's own
/// list, `{person}` for its child.
pub struct Page {
    /// What the table calls it.
    pub name: &'static str,
    /// The local part of the e-mail address to sign in with; none for anybody.
    pub who: Option<&'static str>,
    /// The address.
    pub path: &'static str,
}

/// Every page of the first journey and of the figures.
pub const PAGES: &[Page] = &[
    Page { name: "home", who: None, path: "/" },
    Page { name: "request: start", who: None, path: "/request" },
    Page { name: "request: the child", who: None, path: "/request/child" },
    Page { name: "figures", who: None, path: "/performance" },
    Page { name: "family: my children", who: Some("parent"), path: "/my" },
    Page { name: "family: tracker", who: Some("parent"), path: "{start}" },
    Page { name: "setting: my roll", who: Some("senco"), path: "/setting" },
    Page { name: "setting: request, the child", who: Some("senco"), path: "/request/child" },
    Page { name: "officer: my list", who: Some("coordinator"), path: "/cases?list=assessments&whose=mine" },
    Page { name: "officer: team's list", who: Some("coordinator"), path: "/cases?list=plans&whose=team" },
    Page { name: "manager: whole area's list", who: Some("manager"), path: "/cases?list=plans&whose=all" },
    Page { name: "officer: a case", who: Some("coordinator"), path: "{case}" },
    Page { name: "officer: its history", who: Some("coordinator"), path: "{case}/history" },
    Page { name: "officer: search by name", who: Some("coordinator"), path: "/people?text=smith" },
    Page { name: "officer: a person", who: Some("coordinator"), path: "{person}" },
];
