use super::{email, first_attempt, message, now};
use notify::{Address, FileTransport, Outcome, Transport, deliver};

#[tokio::test]
async fn a_message_is_one_file_and_one_line_however_often_it_is_delivered() {
    let folder = tempfile::tempdir().unwrap();
    let transport = Transport::File(FileTransport::new(folder.path().join("mail")));
    let outbox = first_attempt(message(1, email()));
    for _ in 0..3 {
        assert_eq!(deliver(&transport, &outbox, now()).await, Outcome::Delivered { provider_id: None });
    }
    let name = format!("{}.eml", outbox.message.reference);
    let text = std::fs::read_to_string(folder.path().join("mail").join(&name)).unwrap();
    assert!(text.starts_with("Date: Mon, 07 Sep 2026 09:00:00 +0000\nTo: amala@example.com\nSubject: There is news"));
    let index = std::fs::read_to_string(folder.path().join("mail/index.jsonl")).unwrap();
    assert_eq!(index.lines().count(), 1);
    assert!(index.contains(&name) && !index.contains("amala"), "nothing personal in the index: {index}");
}

#[tokio::test]
async fn a_crash_between_file_and_index_is_put_right_by_the_next_attempt() {
    let folder = tempfile::tempdir().unwrap();
    let transport = Transport::File(FileTransport::new(folder.path()));
    let outbox = first_attempt(message(2, Address::Phone("07700900123".into())));
    deliver(&transport, &outbox, now()).await;
    std::fs::remove_file(folder.path().join("index.jsonl")).unwrap();
    deliver(&transport, &outbox, now()).await;
    assert_eq!(std::fs::read_to_string(folder.path().join("index.jsonl")).unwrap().lines().count(), 1);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_to_means_later_not_lost() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("taken"), "a file where the folder should be").unwrap();
    let transport = Transport::File(FileTransport::new(folder.path().join("taken")));
    let outcome = deliver(&transport, &first_attempt(message(3, email())), now()).await;
    assert!(matches!(outcome, Outcome::Retry { .. }), "{outcome:?}");
}
