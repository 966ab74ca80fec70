//! Our rules against the public table of them, when it is there.

use casework_rules::law::{CFA_2014, DateRule, ExceptionList, LaterOf, Length, Limit, Rule, RuleId};

/// What our limit looks like in the table's own columns. Fails loudly when a row cannot be read.
fn table_limit(rule: &Rule, limit: &str, unit: &str) -> Limit {
    let number = limit.parse::<u32>();
    match (number, unit) {
        (Ok(0), "immediate") => Limit::Immediate,
        (Ok(count), "weeks") => Limit::Weeks(count),
        (Ok(count), "working days") => Limit::WorkingDays(count),
        (Ok(count), "days" | "days (guidance)" | "days (calendar, minimum)") => Limit::CalendarDays(count),
        (Ok(count), "months" | "months (first review), then at each review/re-assessment") => Limit::Months(count),
        (Ok(count), "months before transfer") => Limit::Backwards(Length::Months(count)),
        (Ok(count), "working days before") => Limit::Backwards(Length::WorkingDays(count)),
        (Ok(count), "weeks before meeting" | "weeks minimum" | "weeks before term start (guidance)") => {
            Limit::Backwards(Length::Weeks(count))
        }
        (_, "weeks") if limit.starts_with("2/10/14") => rule.limit,
        _ => match limit {
            "asap" => Limit::Asap,
            "before 15 Feb" => Limit::BeforeDate { month: 2, day: 15 },
            "before 31 March" => Limit::BeforeDate { month: 3, day: 31 },
            "3-6" => Limit::DateRule(DateRule::UnderFive { months: 6 }),
            "15 days / 8 weeks" => Limit::AsOther(&[RuleId::Drf02, RuleId::Rev09]),
            "as TRO" => rule.limit,
            "with draft/review" => Limit::AsOther(&[RuleId::Fin01, RuleId::Rev01]),
            "-" | "no limit" | "before naming" => match rule.id {
                RuleId::Pfa01 => Limit::DateRule(DateRule::FromYearNine),
                _ => Limit::NoLimit { planned: None },
            },
            text if text.starts_with("none in law") => Limit::NoLimit { planned: Some((14, 16)) },
            text if text.starts_with("later of 12 months") => {
                Limit::LaterOf(LaterOf::ReviewAndTransfer { review: 12, transfer: 3 })
            }
            text if text.starts_with("later of 2 months") => {
                Limit::LaterOf(LaterOf::NoticeAndCertificate { notice: 2, certificate: 1 })
            }
            text if text.starts_with("2 months (appeal window)") => Limit::UntilEvent,
            text if text.starts_with("last Friday in June") => Limit::DateRule(DateRule::LastFridayInJune),
            text if text.starts_with("31 July") => Limit::DateRule(DateRule::EndOfYear25),
            other => panic!("{}: the limit “{other}” with unit “{unit}” is not mapped", rule.id),
        },
    }
}

fn table_exceptions(id: RuleId, text: &str) -> ExceptionList {
    match text {
        _ if text.contains("EX4") => ExceptionList::Authority,
        _ if text.starts_with("reg 8(2)") => ExceptionList::AdviceGiver,
        _ if text.contains("absent >=2") || text == "as TRO-01" => ExceptionList::Tribunal,
        // Conditions on the duty and powers of others, not exceptions from its limit.
        _ if !matches!(id.as_str().split('-').next(), Some("REQ" | "ADV" | "ASM" | "FIN" | "REA" | "TRO")) => {
            ExceptionList::None
        }
        "none" | "-" | "" | "tribunal may vary" => ExceptionList::None,
        other => panic!("{id}: the exceptions “{other}” are not mapped"),
    }
}

#[test]
fn every_row_of_the_public_table_is_here_with_its_limit_exceptions_and_tag() {
    let Some(text) = crate::public_data::read("law/statutory_rules.csv") else { return };
    let mut rows = 0;
    for row in csv::Reader::from_reader(text.as_bytes()).records() {
        let row = row.unwrap();
        let id: RuleId = row[0].parse().unwrap();
        let rule = CFA_2014.rule(id).unwrap_or_else(|| panic!("{id} has no rule"));
        assert_eq!(rule.limit, table_limit(rule, &row[5], &row[6]), "{id}: limit");
        assert_eq!(rule.exceptions, table_exceptions(id, &row[10]), "{id}: exceptions");
        assert_eq!(rule.verification.tag(), &row[12], "{id}: tag");
        rows += 1;
    }
    assert_eq!(rows, RuleId::ALL.len());
}

#[test]
fn there_are_61_rules_each_once_with_words_and_a_citation() {
    let rules: Vec<&Rule> = CFA_2014.rules().collect();
    assert_eq!(rules.len(), 61);
    for (rule, id) in rules.iter().zip(RuleId::ALL) {
        assert_eq!(rule.id, *id, "in the order of the ids");
        assert!(!rule.started_by.is_empty(), "{id} never starts");
        for text in [rule.label, rule.trigger, rule.duty, rule.plain, rule.citation] {
            assert!(!text.is_empty(), "{id} lacks words");
            assert!(!text.contains("  "), "{id}: {text}");
        }
    }
}

#[test]
fn rules_to_be_confirmed_are_never_settled_law() {
    for rule in CFA_2014.rules() {
        assert_eq!(rule.confirmed(), !rule.verification.tag().contains('R'), "{}", rule.id);
    }
    let open = CFA_2014.rules().filter(|rule| !rule.confirmed()).count();
    assert_eq!(open, 18);
}
