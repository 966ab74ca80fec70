//! Languages, by ISO 639 code.

use super::code_set;

code_set! {
    /// A language that a person uses, by its ISO 639 code (639-1 where there is one, else 639-3).
    pub enum Language for "language" {
        English = "en", "English";
        BritishSign = "bfi", "British Sign Language";
        Albanian = "sq", "Albanian";
        Amharic = "am", "Amharic";
        Arabic = "ar", "Arabic";
        Bengali = "bn", "Bengali";
        Bulgarian = "bg", "Bulgarian";
        Cantonese = "yue", "Cantonese";
        Czech = "cs", "Czech";
        Dari = "prs", "Dari";
        Dutch = "nl", "Dutch";
        Estonian = "et", "Estonian";
        Filipino = "tl", "Filipino";
        French = "fr", "French";
        German = "de", "German";
        Greek = "el", "Greek";
        Gujarati = "gu", "Gujarati";
        Hindi = "hi", "Hindi";
        Hungarian = "hu", "Hungarian";
        Igbo = "ig", "Igbo";
        Italian = "it", "Italian";
        Japanese = "ja", "Japanese";
        Korean = "ko", "Korean";
        Kurdish = "ku", "Kurdish";
        Latvian = "lv", "Latvian";
        Lithuanian = "lt", "Lithuanian";
        Malayalam = "ml", "Malayalam";
        Mandarin = "cmn", "Mandarin";
        Nepali = "ne", "Nepali";
        Pashto = "ps", "Pashto";
        Persian = "fa", "Persian";
        Polish = "pl", "Polish";
        Portuguese = "pt", "Portuguese";
        Punjabi = "pa", "Punjabi";
        Romani = "rom", "Romani";
        Romanian = "ro", "Romanian";
        Russian = "ru", "Russian";
        Shona = "sn", "Shona";
        Slovak = "sk", "Slovak";
        Somali = "so", "Somali";
        Spanish = "es", "Spanish";
        Swahili = "sw", "Swahili";
        Sylheti = "syl", "Sylheti";
        Tamil = "ta", "Tamil";
        Telugu = "te", "Telugu";
        Tetum = "tet", "Tetum";
        Thai = "th", "Thai";
        Tigrinya = "ti", "Tigrinya";
        Turkish = "tr", "Turkish";
        Ukrainian = "uk", "Ukrainian";
        Urdu = "ur", "Urdu";
        Vietnamese = "vi", "Vietnamese";
        Welsh = "cy", "Welsh";
        Yoruba = "yo", "Yoruba";
        OtherLanguage = "mis", "Another language";
        NotKnown = "und", "Not known";
    }
}
