//! The rules for a new password, each broken one with its sentence.

use super::{FEWEST, MOST, common, one_spelling};
use std::collections::HashSet;
use thiserror::Error;

/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Problem {
    /// Fewer than 12 characters.
    #[error("Password must be 12 characters or more")]
    TooShort,
    /// More than 128 characters.
    #[error("Password must be 128 characters or fewer")]
    TooLong,
    /// In a list of passwords that are tried first, or made of such words.
    #[error("Password is one that many people use. Choose another, such as three random words")]
    Common,
    /// Runs or repeats.
    #[error("Password repeats itself or runs along the keyboard. Choose another, such as three random words")]
    Pattern,
    /// Made of the person's own name or address.
    #[error("Password must not be made of your name or e-mail address")]
    AboutYou,
}

/// Passwords and words that may not be used: the built-in floor, and what the operator adds.
#[derive(Debug, Clone, Default)]
pub struct Forbidden {
    more: HashSet<String>,
}

impl Forbidden {
    /// The built-in floor with the operator's list over it: one password a line, as published lists have them.
    #[must_use]
    pub fn with_list(list: &str) -> Self {
        let lines = list.lines().map(str::trim).filter(|line| !line.is_empty());
        Self { more: lines.map(|line| one_spelling(line).to_lowercase()).collect() }
    }
}

/// Checks a new password. `about` are words that belong to the person or the service: name, e-mail address, area.
///
/// # Errors
/// The first rule it breaks.
pub fn check(password: &str, about: &[&str], forbidden: &Forbidden) -> Result<(), Problem> {
    let password = one_spelling(password).to_lowercase();
    let length = password.chars().count();
    if length < FEWEST {
        return Err(Problem::TooShort);
    }
    if length > MOST {
        return Err(Problem::TooLong);
    }
    if forbidden.more.contains(password.trim()) || is_common(&password) {
        return Err(Problem::Common);
    }
    if is_pattern(&password) {
        return Err(Problem::Pattern);
    }
    if is_about(&password, about) {
        return Err(Problem::AboutYou);
    }
    Ok(())
}

/// Only common words with digits and signs around them: what is left after taking them out is too little.
fn is_common(password: &str) -> bool {
    let core = password.trim_matches(|letter: char| !letter.is_alphabetic());
    let letters: String = core.chars().map(unmasked).filter(|letter| letter.is_alphabetic()).collect();
    let plain: String = password.chars().filter(|letter| letter.is_alphabetic()).collect();
    [letters, plain].iter().any(|letters| !letters.is_empty() && made_of_two(letters))
}

/// Whether the letters are one or two common words (or one common word over and over).
fn made_of_two(letters: &str) -> bool {
    let known = |part: &str| common::WORDS.contains(&part);
    let repeated = common::WORDS.iter().any(|word| !word.is_empty() && letters.replace(word, "").is_empty());
    repeated
        || letters.char_indices().any(|(cut, _)| {
            let (first, second) = letters.split_at(cut);
            (first.is_empty() || known(first)) && known(second)
        })
}

/// Letters that people write as digits and signs.
fn unmasked(letter: char) -> char {
    match letter {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    }
}

/// Fewer than five different characters, a short piece over and over, or mostly a run along keyboard or alphabet.
fn is_pattern(password: &str) -> bool {
    let letters: Vec<char> = password.chars().collect();
    let different: HashSet<char> = letters.iter().copied().collect();
    let repeats = (1..=letters.len() / 3).any(|size| letters.chunks(size).all(|piece| letters.starts_with(piece)));
    if different.len() < 5 || repeats {
        return true;
    }
    let rows =
        ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn"];
    let neighbours = |pair: &[char]| {
        let forward: String = pair.iter().collect();
        let backward: String = pair.iter().rev().collect();
        pair.first() == pair.get(1) || rows.iter().any(|row| row.contains(&forward) || row.contains(&backward))
    };
    let along = letters.windows(2).filter(|pair| neighbours(pair)).count();
    along * 10 >= letters.len() * 8
}

/// Less than eight characters are left once the person's own words are taken out.
fn is_about(password: &str, about: &[&str]) -> bool {
    let mut rest = password.to_owned();
    let words = about.iter().flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()));
    let mut words: Vec<String> = words.map(|word| one_spelling(word).to_lowercase()).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    for word in words.iter().filter(|word| word.chars().count() >= 3) {
        rest = rest.replace(word.as_str(), "");
    }
    rest.len() < password.len() && rest.chars().filter(|letter| letter.is_alphanumeric()).count() < 8
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn checked(password: &str) -> Result<(), Problem> {
        check(password, &["Amala Bird", "amala.bird@example.com", "Broadshire"], &Forbidden::default())
    }

    #[test]
    fn good_passwords_are_taken() {
        for good in
            ["coffee ladder otter", "Tp9!xw-2Lq0zR", "пароль из трёх слов", "three random words", "my-dog-ate-a-tent"]
        {
            assert_eq!(checked(good), Ok(()), "{good}");
        }
    }

    #[test]
    fn bad_passwords_are_refused_with_the_right_sentence() {
        for (bad, why) in [
            ("short", Problem::TooShort),
            ("elevenchars", Problem::TooShort),
            ("password1234", Problem::Common),
            ("P@ssw0rd2026!", Problem::Common),
            ("Password123456", Problem::Common),
            ("Welcome12345!", Problem::Common),
            ("letmeinletmein", Problem::Common),
            ("liverpoolfc1892", Problem::Common),
            ("iloveyouiloveyou", Problem::Common),
            ("SchoolSchool2026", Problem::Common),
            ("123456789012", Problem::Pattern),
            ("aaaaaaaaaaaa", Problem::Pattern),
            ("xkzxkzxkzxkzxkz", Problem::Pattern),
            ("qwertyuiopas", Problem::Pattern),
            ("Amala.Bird2026", Problem::AboutYou),
            ("birdexample2026", Problem::AboutYou),
        ] {
            assert_eq!(checked(bad), Err(why), "{bad}");
        }
        assert_eq!(checked(&"a b c d e f".repeat(20)), Err(Problem::TooLong));
    }

    #[test]
    fn the_operators_list_counts() {
        let forbidden = Forbidden::with_list("coffee ladder otter\n\nanother entry\n");
        assert_eq!(check("Coffee Ladder Otter", &[], &forbidden), Err(Problem::Common));
        assert_eq!(check("coffee ladder heron", &[], &forbidden), Ok(()));
    }

    proptest! {
        #[test]
        fn any_text_gets_an_answer(password in any::<String>(), about in any::<String>()) {
            let answer = check(&password, &[&about], &Forbidden::default());
            let length = one_spelling(&password).to_lowercase().chars().count();
            prop_assert_eq!(answer == Err(Problem::TooShort), length < FEWEST);
        }

        #[test]
        fn random_letters_are_taken(password in "[b-y2-9]{4} [b-y2-9]{4} [b-y2-9]{6}") {
            let different: HashSet<char> = password.chars().collect();
            prop_assume!(different.len() >= 10);
            prop_assert_ne!(checked(&password), Err(Problem::Common));
            prop_assert_ne!(checked(&password), Err(Problem::AboutYou));
        }
    }
}
