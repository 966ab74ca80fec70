//! What interpreting somebody needs.

use super::code_set;

code_set! {
    /// What interpreting a person needs to take part.
    pub enum InterpreterNeed for "interpreter need" {
        NotNeeded = "none", "No interpreter needed";
        Spoken = "spoken", "Spoken language interpreter";
        BritishSignLanguage = "bsl", "British Sign Language interpreter";
        SignSupportedEnglish = "sse", "Sign Supported English interpreter";
        Deafblind = "deafblind", "Deafblind communicator-guide";
        LipSpeaker = "lipspeaker", "Lipspeaker or speech-to-text reporter";
        WrittenTranslation = "written", "Written translation";
    }
}
