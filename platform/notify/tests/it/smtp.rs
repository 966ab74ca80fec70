use super::{email, first_attempt, message, now, work_until_settled};
use notify::simulator::{MailFault, SmtpSimulator};
use notify::{Address, BadSmtpSettings, Outcome, Security, SmtpSettings, SmtpTransport, Transport, deliver};
use std::time::Duration;

fn settings(port: u16) -> SmtpSettings {
    SmtpSettings {
        host: "127.0.0.1".into(),
        port,
        security: Security::LocalPlain,
        credentials: None,
        from: "Broadshire SEND <send@broadshire.example>".into(),
        timeout: Duration::from_secs(2),
    }
}

fn transport(port: u16) -> Transport {
    Transport::Smtp(Box::new(SmtpTransport::new(settings(port)).unwrap()))
}

#[tokio::test]
async fn an_email_arrives_with_its_reference_as_message_id() {
    let server = SmtpSimulator::start().await.unwrap();
    let outbox = first_attempt(message(1, email()));
    let outcome = deliver(&transport(server.port()), &outbox, now()).await;
    assert_eq!(outcome, Outcome::Delivered { provider_id: None });
    let (id, text) = server.mailbox().pop_first().unwrap();
    assert_eq!(id, format!("<{}@broadshire.example>", outbox.message.reference));
    assert!(text.contains("Auto-Submitted: auto-generated\r\n") && text.contains("To: amala@example.com\r\n"));
    assert!(text.contains("Date: Mon, 07 Sep 2026 09:00:00 +0000\r\n"), "{text}");
}

#[tokio::test]
async fn a_line_that_breaks_at_any_point_leaves_one_message_in_the_mailbox() {
    for fault in [MailFault::TryLater, MailFault::BreakBefore, MailFault::BreakAfterTaking] {
        let server = SmtpSimulator::start().await.unwrap();
        server.next_faults([fault, fault]);
        let (outcome, _) = work_until_settled(&transport(server.port()), first_attempt(message(2, email()))).await;
        assert_eq!(outcome, Outcome::Delivered { provider_id: None }, "{fault:?}");
        assert_eq!(server.mailbox().len(), 1, "{fault:?}");
    }
}

#[tokio::test]
async fn what_can_never_be_sent_fails_without_naming_anybody() {
    let server = SmtpSimulator::start().await.unwrap();
    server.next_faults([MailFault::RefuseForGood]);
    for to in [email(), Address::Phone("07700900123".into())] {
        match deliver(&transport(server.port()), &first_attempt(message(3, to)), now()).await {
            Outcome::Failed { why } => assert!(!why.contains("amala") && !why.contains("07700"), "{why}"),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_means_later() {
    let outcome = deliver(&transport(1), &first_attempt(message(4, email())), now()).await;
    assert!(matches!(outcome, Outcome::Retry { .. }), "{outcome:?}");
}

#[test]
fn plain_text_across_a_network_is_refused() {
    let elsewhere = SmtpSettings { host: "mail.example.org".into(), ..settings(25) };
    assert!(matches!(SmtpTransport::new(elsewhere), Err(BadSmtpSettings::PlainElsewhere(_))));
}
