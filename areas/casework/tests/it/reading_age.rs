//! What families read is plain: Flesch-Kincaid grade 8 at most, page by page (reading age about 13; most are well below).
//!
//! The measure is Kincaid and others (1975): 0.39 × words per sentence + 11.8 × syllables per word − 15.59. Names of
//! people and places, numbers and the few words that the law gives us are taken as they are.

use scraper::{Html, Selector};
use store::Store;
use testing::web::{Answer, TestUser};

use crate::support::{A_NO, BOTH_YES, PARENT, ROBIN, ask, county, fill, migrations};

/// The sentences of a page's main part. A heading, a label or an item of a list is a sentence of its own.
fn sentences(page: &Answer) -> Vec<Vec<String>> {
    let html = Html::parse_document(&page.body);
    let blocks = Selector::parse("main h1, main h2, main h3, main p, main li, main label, main legend, main .govuk-hint, main dd, main dt, main th, main td, main summary").unwrap();
    let mut all = Vec::new();
    for block in html.select(&blocks) {
        let holds_blocks = block.select(&blocks).next().is_some();
        if holds_blocks {
            continue;
        }
        let text: String = block.text().collect::<Vec<_>>().join(" ");
        for sentence in text.split(['.', '!', '?', ':', ';']) {
            let words: Vec<String> = sentence
                .split_whitespace()
                .map(|word| {
                    word.chars()
                        .filter(|letter| letter.is_alphanumeric() || *letter == '\'' || *letter == '’')
                        .collect::<String>()
                })
                .filter(|word| word.chars().any(char::is_alphabetic))
                .collect();
            if !words.is_empty() {
                all.push(words);
            }
        }
    }
    all
}

fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let letters: Vec<char> = word.chars().filter(char::is_ascii_alphabetic).collect();
    let vowel = |letter: &char| "aeiouy".contains(*letter);
    let groups = letters
        .iter()
        .enumerate()
        .filter(|(at, letter)| vowel(letter) && (*at == 0 || !vowel(&letters[at - 1])))
        .count();
    let silent = letters.len() > 2 && word.ends_with('e') && !word.ends_with("le") && groups > 1;
    let past = word.ends_with("ed") && groups > 1 && !word.ends_with("ted") && !word.ends_with("ded");
    (groups - usize::from(silent) - usize::from(past)).max(1)
}

#[expect(clippy::cast_precision_loss, reason = "counts of words on a page")]
fn grade(sentences: &[Vec<String>]) -> f64 {
    let words: usize = sentences.iter().map(Vec::len).sum();
    let parts: usize = sentences.iter().flatten().map(|word| syllables(word)).sum();
    0.39 * (words as f64 / sentences.len() as f64) + 11.8 * (parts as f64 / words as f64) - 15.59
}

#[test]
fn the_measure_agrees_with_known_words() {
    for (word, count) in [
        ("plan", 1),
        ("assessment", 3),
        ("decide", 2),
        ("needed", 2),
        ("help", 1),
        ("table", 2),
        ("family", 3),
        ("asked", 1),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
    let plain = vec!["the cat sat on the mat".split(' ').map(str::to_owned).collect::<Vec<_>>()];
    assert!(grade(&plain) < 1.0);
}

async fn plain(user: &TestUser, path: &str) {
    let page = user.get(path).await;
    page.ok();
    let sentences = sentences(&page);
    let grade = grade(&sentences);
    let mut longest: Vec<_> = sentences.iter().collect();
    longest.sort_by_key(|words| std::cmp::Reverse(words.len()));
    let worst: Vec<String> = longest.iter().take(3).map(|words| words.join(" ")).collect();
    assert!(grade <= 8.0, "{path} reads at grade {grade:.1}. Its longest sentences:\n{}", worst.join("\n"));
}

async fn pages_that_families_read(store: Store) {
    let county = county(store).await;
    let ada = county.site.child("Ada", "Reed", testing::day("2018-05-05")).await;
    let parent = county.site.parent_of(ada.id).await;
    let stranger = county.site.anonymous();
    for user in [&stranger, &parent] {
        for page in ["/request", "/request/who", "/request/child", "/request/needs", "/request/contact"] {
            plain(user, page).await;
        }
    }
    let id = ada.id.to_string();
    let pages = [PARENT[0], ("child", &[("known-child", id.as_str())][..]), PARENT[2], ("contact", ROBIN)];
    fill(&parent, &pages).await;
    plain(&parent, "/request/check").await;
    let reference = ask(&parent, &pages).await;
    fill(&stranger, PARENT).await;
    let sent = stranger.post("/request/check", &stranger.get("/request/check").await.fields()).await;
    plain(&stranger, sent.location().unwrap()).await;
    let file = county.file(&reference).await;
    plain(&parent, "/my").await;
    plain(&parent, &format!("/my/{}", file.id)).await;
    // And after each decision
    county.decide(&file, BOTH_YES).await;
    county.officer.post(&format!("/cases/{}/notified", file.id), &[("", "")]).await;
    plain(&parent, &format!("/my/{}", file.id)).await;
    let ben = county.site.child("Ben", "Vale", testing::day("2017-05-05")).await;
    let other = county.site.parent_of(ben.id).await;
    let id = ben.id.to_string();
    let reference =
        ask(&other, &[PARENT[0], ("child", &[("known-child", id.as_str())]), PARENT[2], ("contact", ROBIN)]).await;
    let file = county.file(&reference).await;
    county.decide(&file, A_NO).await;
    county.officer.post(&format!("/cases/{}/notified", file.id), &[("", "")]).await;
    plain(&other, &format!("/my/{}", file.id)).await;
}

#[test]
fn families_read_plain_english() {
    testing::databases::on_sqlite(&migrations(), pages_that_families_read);
}
