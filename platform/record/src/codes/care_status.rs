//! Care status: whether the local authority looks after a child, or works with the family.

use super::code_set;

code_set! {
    /// The care status that a spell of care records. Someone with no open spell has none.
    pub enum CareStatus for "care status" {
        LookedAfter = "LAC", "Looked after by the local authority";
        ChildProtection = "CP", "Child protection plan";
        ChildInNeed = "CIN", "Child in need plan";
        CareLeaver = "CL", "Care leaver";
        None = "NONE", "Not in care and no social care plan";
    }
}
