//! Why a child has no unique pupil number.

use super::code_set;

code_set! {
    /// The reason SEN2 asks for when no unique pupil number is known.
    pub enum UpnUnknown for "reason for no UPN" {
        UnderSix = "UN1", "Under 6 and no number yet";
        NeverStateFunded = "UN2", "Never in a state-funded school in England";
        EducatedOutsideEngland = "UN3", "Educated outside England";
        Conflicting = "UN5", "Sources disagree, so the child cannot be matched";
        NewToAuthority = "UN8", "New to the local authority, number not known";
        NeverInStateSchoolOrFe = "UN9", "Young person never in a state school or further education in England";
        NoFurtherAction = "UN10", "No further action before the number was known";
    }
}
