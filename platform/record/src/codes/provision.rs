//! What support a pupil has.

use super::code_set;

code_set! {
    /// The SEN provision of a pupil, as the school census codes it.
    pub enum SenProvision for "SEN provision" {
        NoSen = "N", "No special educational need";
        Support = "K", "SEN support";
        Plan = "E", "Education, health and care plan";
    }
}
