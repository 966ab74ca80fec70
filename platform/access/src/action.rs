//! What can be done. Each action is a member of [`ActionKind`] and, for [`crate::Permit`], a type of its own.

use serde::{Deserialize, Serialize};

/// An action, as a type: `Permit<ReadCase>`. Only the actions in this file are actions.
pub trait Action: sealed::Sealed {
    /// The same action, as a value.
    const KIND: ActionKind;
}

mod sealed {
    pub trait Sealed {}
}

/// What an action is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActionScope {
    /// One case, or the child it is about.
    Case,
    /// One child.
    Child,
    /// One adult in a child's life.
    Adult,
    /// A child whom the record may not know yet.
    AnyChild,
    /// Nobody in particular.
    Service,
}

macro_rules! actions {
    ($($action:ident on $scope:ident = $code:literal, $words:literal;)+) => {
        /// An action, as a value.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum ActionKind {
            $( #[doc = $words] $action, )+
        }

        impl ActionKind {
            /// Every action.
            pub const ALL: &'static [Self] = &[ $( Self::$action, )+ ];

            /// A short code for the audit.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $( Self::$action => $code, )+ }
            }

            /// The words that people read: "to …".
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $( Self::$action => $words, )+ }
            }

            /// What it is done to.
            #[must_use]
            pub const fn scope(self) -> ActionScope {
                match self { $( Self::$action => ActionScope::$scope, )+ }
            }
        }

        $(
            #[doc = concat!("The action “", $words, "”, as a type for [`crate::Permit`].")]
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub struct $action;

            impl sealed::Sealed for $action {}

            impl Action for $action {
                const KIND: ActionKind = ActionKind::$action;
            }
        )+
    };
}

actions! {
    ReadCase on Case = "read-case", "read a case";
    ReadCaseContext on Case = "read-case-context", "read what an adviser needs to know of a case";
    ReadDraftPlan on Case = "read-draft-plan", "read a draft plan and its appendices";
    ReadTransportProfile on Case = "read-transport-profile", "read a transport profile";
    WriteToCase on Case = "write-to-case", "send a message or document into a case";
    GiveAdvice on Case = "give-advice", "give advice";
    AnswerConsultation on Case = "answer-consultation", "answer a consultation about a place";
    DecideAssessment on Case = "decide-assessment", "decide whether to assess, and every later decision";
    AllocateCase on Case = "allocate-case", "give a case to a worker or team";
    RequestAssessment on AnyChild = "request-assessment", "ask for an assessment";
    ReadPerson on Child = "read-person", "read a child's details";
    EditPerson on Child = "edit-person", "change a child's details";
    ReadAddress on Child = "read-address", "read a child's address";
    ReadAudit on Child = "read-audit", "read who has looked at a child's record";
    BreakGlass on Child = "break-glass", "open a record in an emergency";
    ReadContact on Adult = "read-contact", "read an adult's contact details";
    EditContact on Adult = "edit-contact", "change an adult's contact details";
    ListCases on Service = "list-cases", "list the cases one may read";
    SearchPeople on Service = "search-people", "search for a person by name and date of birth";
    CreatePerson on Service = "create-person", "open a record for a person";
    ReadAuditLog on Service = "read-audit-log", "read the whole audit";
    ReviewBreakGlass on Service = "review-break-glass", "review an emergency access";
    ReadAggregates on Service = "read-aggregates", "read figures with small numbers hidden";
    ReadBoard on Service = "read-board", "read the board's dashboard";
    ImportData on Service = "import-data", "import files";
    ExportData on Service = "export-data", "export records in bulk";
    ManageAccounts on Service = "manage-accounts", "manage accounts and invitations";
    ManageReference on Service = "manage-reference", "change settings, teams and reference data";
    OperateSystem on Service = "operate-system", "watch, back up and restore the system";
}
