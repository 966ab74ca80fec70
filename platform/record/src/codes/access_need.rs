//! How somebody needs letters, pages and meetings to be.

use super::code_set;

code_set! {
    /// An adjustment a person has asked for, in letters, calls or meetings.
    pub enum AccessNeed for "access need" {
        LargePrint = "large-print", "Large print";
        Braille = "braille", "Braille";
        Audio = "audio", "Audio recording";
        EasyRead = "easy-read", "Easy Read";
        PlainPaper = "coloured-paper", "Coloured paper or background";
        ScreenReader = "screen-reader", "Documents that work with a screen reader";
        TextRelay = "text-relay", "Text relay calls";
        NoPhone = "no-phone", "No telephone calls";
        StepFree = "step-free", "Step-free venue";
        QuietRoom = "quiet-room", "Quiet room and short meetings";
        HearingLoop = "hearing-loop", "Hearing loop";
        Symbols = "symbols", "Symbols or communication aid";
        Makaton = "makaton", "Makaton";
        PaperPost = "post", "Paper letters by post";
        SupporterPresent = "supporter", "A supporter present";
    }
}
