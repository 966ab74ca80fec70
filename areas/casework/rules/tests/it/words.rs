//! What each reader reads.

use calendar::Calendar;
use casework_rules::clock::Clock;
use casework_rules::law::{CFA_2014, RuleId};
use casework_rules::sample::long_history;
use casework_rules::{Audience, Case, StageWords, long_date, short_date};
use jiff::civil::{Date, date};

fn case_after(events: usize) -> Case {
    Case::from_events(long_history(1).iter().take(events))
}

fn read(case: &Case, audience: Audience, today: Date) -> (StageWords, Clock) {
    let clock = case.clock(&Calendar::england(), today);
    (case.words(audience, &clock, Some("Priya Shah")), clock)
}

#[test]
fn the_family_reads_where_it_is_who_has_it_what_next_and_what_they_can_do() {
    let case = case_after(2);
    let (words, _) = read(&case, Audience::Family, date(2020, 3, 20));
    insta::assert_snapshot!(format!(
        "{}\n{}\n{}\n{}\n{:?}\n{}",
        words.title, words.where_is_it, words.who_has_it, words.what_next, words.late, words.you_can.join(" ")
    ), @"
    We are deciding
    We got the request on 2 March 2020. We are deciding if there will be an assessment.
    Priya Shah at the council has it.
    By 13 April 2020, we must tell you if there will be an assessment.
    None
    Send us papers or tell us more. Tell us who else we should ask. Get free, independent advice.
    ");
    let (late, _) = read(&case, Audience::Family, date(2020, 4, 14));
    insta::assert_snapshot!(late.late.unwrap_or_default(), @"This is late. It should have been done by 13 April 2020. You can ask why, and you can complain.");
}

#[test]
fn each_audience_has_its_own_words_for_the_same_deadline() {
    let (_, clock) = read(&case_after(2), Audience::Officer, date(2020, 4, 14));
    let decision = clock.of(RuleId::Req03).unwrap();
    let all: Vec<String> = Audience::ALL.iter().map(|audience| decision.words(*audience)).collect();
    insta::assert_snapshot!(all.join("\n"), @"
    By 13 April 2020, the council must tell you if there will be an assessment. This is late.
    The local authority must notify the parent or young person, and those in regulation 4(2), of the decision whether to assess. Late: it was due 13 April 2020.
    REQ-03 6-week decision. Late: it was due 13 April 2020. That is 2 March 2020 (the request was received) + 6 weeks, not counting the day of receipt.
    6-week decision. Late: it was due 13 April 2020.
    ");
}

#[test]
fn a_rule_to_be_confirmed_says_so_to_the_officer() {
    let (_, clock) = read(&case_after(25), Audience::Officer, date(2020, 8, 1));
    assert!(clock.of(RuleId::Rev01).unwrap().words(Audience::Officer).ends_with("To be confirmed."));
}

#[test]
fn every_stage_has_words_for_every_reader() {
    for events in 0..=long_history(1).len() {
        let case = case_after(events);
        for audience in Audience::ALL {
            let (words, _) = read(&case, audience, date(2020, 9, 1));
            for text in [&words.where_is_it, &words.who_has_it, &words.what_next] {
                assert!(text.ends_with('.') && !text.contains("  ") && !text.contains(".."), "{events}: {text}");
            }
        }
    }
}

/// Reading age 9 to 11: short sentences and short words, and none of the law's own.
#[test]
fn what_families_read_is_easy_to_read() {
    let mut texts: Vec<String> = CFA_2014.rules().map(|rule| format!("{} {}.", rule.who.plain(), rule.plain)).collect();
    for events in 0..=long_history(1).len() {
        let (words, clock) = read(&case_after(events), Audience::Family, date(2020, 9, 1));
        texts.extend([words.where_is_it, words.who_has_it, words.what_next]);
        texts.extend(words.you_can.iter().map(|text| (*text).to_owned()));
        texts.extend(clock.deadlines.iter().map(|deadline| deadline.words(Audience::Family)));
    }
    let hard = [
        "statutory",
        "provision",
        "notify",
        "notified",
        "representations",
        "determine",
        "maintain",
        "amend",
        "cease",
        "pursuant",
        "regulation",
        "receipt",
        "practicable",
        "commission",
        "assessed",
        "outcome",
    ];
    for text in &texts {
        for sentence in text.split(['.', ';']) {
            assert!(sentence.split_whitespace().count() <= 25, "too long: {sentence}");
        }
        let lower = text.to_lowercase();
        for word in hard {
            assert!(!lower.split(|letter: char| !letter.is_alphabetic()).any(|held| held == word), "“{word}”: {text}");
        }
    }
    let all = texts.join(" ");
    let grade = school_grade(&all);
    assert!(grade <= 6.0, "school grade {grade:.1}: reading age {:.0}", grade + 5.0);
}

/// The Flesch–Kincaid grade: a reading age is about five years more.
fn school_grade(text: &str) -> f64 {
    let words: Vec<&str> = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
    let sentences = text.matches(['.', '?', ';']).count().max(1);
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let count = |number: usize| f64::from(u32::try_from(number).unwrap());
    0.39 * count(words.len()) / count(sentences) + 11.8 * count(syllables) / count(words.len()) - 15.59
}

fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.to_lowercase().chars().filter(|letter| letter.is_alphabetic()).collect();
    let vowel = |letter: &char| "aeiouy".contains(*letter);
    let groups = letters.windows(2).filter(|pair| vowel(&pair[1]) && !vowel(&pair[0])).count();
    let silent = letters.len() > 2 && letters.last() == Some(&'e') && !letters.ends_with(&['l', 'e']);
    (groups + usize::from(letters.first().is_some_and(vowel))).saturating_sub(usize::from(silent)).max(1)
}

#[test]
fn dates_are_written_as_people_write_them() {
    assert_eq!(long_date(date(2026, 3, 2)), "2 March 2026");
    assert_eq!(short_date(date(2026, 9, 12)), "12 Sep 2026");
}
