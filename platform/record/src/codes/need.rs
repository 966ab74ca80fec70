//! Types of special educational need.

use super::code_set;

code_set! {
    /// A type of special educational need, as the school census and the SEN2 return code it (DfE CBDS, 2026).
    ///
    /// Down syndrome has its own code since the 2025 collections; older publications count it under `OTH`.
    pub enum Need for "type of need" {
        SpecificLearning = "SPLD", "Specific learning difficulty";
        ModerateLearning = "MLD", "Moderate learning difficulty";
        SevereLearning = "SLD", "Severe learning difficulty";
        ProfoundLearning = "PMLD", "Profound and multiple learning difficulty";
        SocialEmotional = "SEMH", "Social, emotional and mental health";
        SpeechLanguage = "SLCN", "Speech, language and communication needs";
        Hearing = "HI", "Hearing impairment";
        Vision = "VI", "Vision impairment";
        MultiSensory = "MSI", "Multi-sensory impairment";
        Physical = "PD", "Physical disability";
        Autism = "ASD", "Autistic spectrum disorder";
        DownSyndrome = "DS", "Down syndrome";
        Other = "OTH", "Other difficulty or disability";
        NotAssessed = "NSA", "SEN support, no specialist assessment yet";
    }
}

impl Need {
    /// Reads the text of a GIAS `SEN1`..`SEN13` cell, such as `SpLD - Specific Learning Difficulty`.
    /// Cells that name no need (`Not Applicable`, empty) give none.
    #[must_use]
    pub fn from_gias(cell: &str) -> Option<Self> {
        let short = cell.split(" - ").next().unwrap_or_default().trim();
        if short.is_empty() {
            return None;
        }
        short.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gias_cells_become_needs() {
        assert_eq!(Need::from_gias("SpLD - Specific Learning Difficulty"), Some(Need::SpecificLearning));
        assert_eq!(Need::from_gias("ASD - Autistic Spectrum Disorder"), Some(Need::Autism));
        assert_eq!(Need::from_gias("Not Applicable"), None);
        assert_eq!(Need::from_gias(""), None);
    }
}
