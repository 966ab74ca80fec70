//! Exactly one effect per reference, whatever breaks.

use super::{PATIENCE, email, first_attempt, message, now, work_until_settled};
use jiff::SignedDuration;
use notify::govuk_notify::{Progress, Receipt, ReturnedLetter, Status};
use notify::simulator::{Fault, NotifySimulator};
use notify::{Address, OutboxMessage, Outcome, Transport, deliver};
use std::time::Duration;

async fn start() -> (NotifySimulator, Transport) {
    let simulator = NotifySimulator::start(now()).await.unwrap();
    let client = simulator.client(PATIENCE).unwrap();
    (simulator, Transport::GovukNotify(Box::new(client)))
}

fn post() -> Address {
    Address::Post(["A Person", "1 The Street", "Marsham", "XB1 2CD"].map(str::to_owned).to_vec())
}

#[tokio::test]
async fn each_fault_alone_and_in_pairs_has_one_effect() {
    let late = Duration::from_millis(600);
    let faults =
        [Fault::TooMany, Fault::ErrorBefore, Fault::ErrorAfter, Fault::LateAnswer(late), Fault::LateRefusal(late)];
    for first in faults {
        for second in faults {
            let (simulator, transport) = start().await;
            simulator.next_faults([first, second]);
            let (outcome, attempts) = work_until_settled(&transport, first_attempt(message(1, email()))).await;
            assert!(
                matches!(outcome, Outcome::Delivered { provider_id: Some(_) }),
                "{first:?} {second:?}: {outcome:?}"
            );
            assert!(attempts > 1);
            assert_eq!(simulator.ledger().len(), 1, "{first:?} then {second:?}");
        }
    }
}

#[tokio::test]
async fn a_worker_that_died_at_any_step_leaves_one_effect() {
    // The worker stores the attempt, sends, and stores the outcome. It may die before sending, while sending, or
    // before storing the outcome; the next worker sees a counted attempt each time.
    for dies in ["before sending", "while sending", "after sending"] {
        let (simulator, transport) = start().await;
        let outbox = first_attempt(message(2, email()));
        match dies {
            "before sending" => {}
            "while sending" => {
                simulator.next_faults([Fault::LateAnswer(Duration::from_secs(5))]);
                let attempt = deliver(&transport, &outbox, now());
                assert!(tokio::time::timeout(Duration::from_millis(100), attempt).await.is_err(), "cut short");
            }
            _ => drop(deliver(&transport, &outbox, now()).await),
        }
        let next = OutboxMessage { earlier_attempts: 1, ..outbox };
        let (outcome, _) = work_until_settled(&transport, next).await;
        assert!(matches!(outcome, Outcome::Delivered { .. }), "{dies}: {outcome:?}");
        assert_eq!(simulator.ledger().len(), 1, "died {dies}");
    }
}

#[tokio::test]
async fn a_storm_of_refusals_passes_and_each_message_goes_once() {
    let (simulator, transport) = start().await;
    simulator.next_faults(std::iter::repeat_n(Fault::TooMany, 15));
    for number in 0..10 {
        let (outcome, _) = work_until_settled(&transport, first_attempt(message(number, email()))).await;
        assert!(matches!(outcome, Outcome::Delivered { .. }));
    }
    let mut references: Vec<String> = simulator.ledger().into_iter().map(|effect| effect.reference).collect();
    references.dedup();
    assert_eq!(references.len(), 10);
}

#[tokio::test]
async fn a_busy_provider_is_left_alone_for_longer_each_time() {
    let (simulator, transport) = start().await;
    simulator.next_faults(std::iter::repeat_n(Fault::TooMany, 8));
    let mut outbox = first_attempt(message(3, email()));
    let mut waits = Vec::new();
    while let Outcome::Retry { after, .. } = deliver(&transport, &outbox, now()).await {
        waits.push(after.as_secs());
        outbox.earlier_attempts += 1;
    }
    assert_eq!(waits, [60, 60, 120, 240, 480, 960, 1920, 3600]);
}

#[tokio::test]
async fn a_message_that_cannot_go_fails_without_naming_anybody() {
    let (simulator, transport) = start().await;
    let no_at = Address::Email("amala.example.com".into());
    let too_short = Address::Post(vec!["1 The Street".into()]);
    for to in [no_at, too_short] {
        match deliver(&transport, &first_attempt(message(4, to)), now()).await {
            Outcome::Failed { why } => assert!(!why.contains("amala") && !why.contains("Street"), "{why}"),
            other => panic!("{other:?}"),
        }
    }
    assert!(simulator.ledger().is_empty());
}

#[tokio::test]
async fn a_clock_that_is_wrong_is_said_and_the_message_waits() {
    let (simulator, transport) = start().await;
    simulator.set_clock(now() + SignedDuration::from_secs(31));
    match deliver(&transport, &first_attempt(message(5, email())), now()).await {
        Outcome::Retry { why, .. } => assert!(why.contains("clock"), "{why}"),
        other => panic!("{other:?}"),
    }
    simulator.set_clock(now() + SignedDuration::from_secs(30));
    let outcome = deliver(&transport, &first_attempt(message(5, email())), now()).await;
    assert!(matches!(outcome, Outcome::Delivered { .. }));
}

#[tokio::test]
async fn statuses_of_the_test_addresses_are_read_by_id_and_by_reference() {
    let simulator = NotifySimulator::start(now()).await.unwrap();
    let client = simulator.client(PATIENCE).unwrap();
    let email = |to: &str| Address::Email(to.into());
    let phone = |to: &str| Address::Phone(to.into());
    let cases = [
        (email("amala@example.com"), Status::Delivered, Progress::Arrived),
        (email("temp-fail@simulator.notify"), Status::TemporaryFailure, Progress::MayTryAgain),
        (email("perm-fail@simulator.notify"), Status::PermanentFailure, Progress::NeedsAPerson),
        (phone("07700900000"), Status::Delivered, Progress::Arrived),
        (phone("07700900003"), Status::TemporaryFailure, Progress::MayTryAgain),
        (phone("07700900002"), Status::PermanentFailure, Progress::NeedsAPerson),
        (post(), Status::Received, Progress::Arrived),
    ];
    for (number, (to, status, progress)) in cases.into_iter().enumerate() {
        let message = message(number as u128, to);
        let id = client.send(&message, now()).await.unwrap();
        assert_eq!(client.by_id(&id, now()).await.unwrap().status.progress(), Progress::UnderWay);
        simulator.settle();
        let found = client.by_reference(&message.reference, now()).await.unwrap();
        assert_eq!((found.len(), found[0].status, found[0].status.progress()), (1, status, progress));
        assert_eq!(client.by_id(&id, now()).await.unwrap(), found[0]);
        let receipt = Receipt::read(simulator.receipt(message.reference.as_str()).unwrap().to_string().as_bytes());
        assert_eq!(receipt.unwrap().reference, Some(message.reference));
    }
}

#[tokio::test]
async fn a_returned_letter_names_its_reference() {
    let (simulator, transport) = start().await;
    let letter = message(9, post());
    deliver(&transport, &first_attempt(letter.clone()), now()).await;
    let body = simulator.returned_letter(letter.reference.as_str()).unwrap().to_string();
    let returned = ReturnedLetter::read(body.as_bytes()).unwrap();
    assert_eq!(returned.reference, Some(letter.reference));
    assert!(ReturnedLetter::read(br#"{"notification_id":"x","reference":"Amala Bird"}"#).is_err());
    assert!(notify::govuk_notify::is_from_notify("Bearer right", "right"));
    for (header, token) in [("Bearer wrong", "right"), ("Bearer ", ""), ("right", "right"), ("Bearer righ", "right")] {
        assert!(!notify::govuk_notify::is_from_notify(header, token), "{header}");
    }
}
