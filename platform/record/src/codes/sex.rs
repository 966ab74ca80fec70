//! Sex, as the returns collect it.

use super::code_set;

code_set! {
    /// Sex as recorded for the school census and SEN2.
    pub enum Sex for "sex" {
        Female = "F", "Female";
        Male = "M", "Male";
        NotKnown = "U", "Not known";
    }
}
