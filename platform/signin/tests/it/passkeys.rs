use super::authenticator::Device;
use signin::passkey::{Kept, PasskeyError, Passkeys};
use ulid::Ulid;

const SITE: &str = "https://send.example.org";

fn passkeys() -> Passkeys {
    Passkeys::new(&SITE.parse().unwrap(), "Broadshire SEND").unwrap()
}

fn made(device: &mut Device) -> Kept {
    let begun = passkeys().start_making(Ulid::from_parts(7, 9), "amala@example.com", "Amala", &[]).unwrap();
    assert_eq!(begun.challenge["publicKey"]["authenticatorSelection"]["residentKey"], "preferred");
    assert_eq!(begun.challenge["publicKey"]["authenticatorSelection"]["userVerification"], "required");
    passkeys().finish_making(&device.make(&begun.challenge), &begun.state).unwrap()
}

#[test]
fn a_passkey_is_made_and_signs_its_owner_in_without_a_name() {
    let mut device = Device::new(SITE);
    let kept = made(&mut device);
    let begun = passkeys().start_sign_in().unwrap();
    assert!(begun.challenge.get("mediation").is_none());
    let answer = device.prove(&begun.challenge);
    assert_eq!(passkeys().who(&answer).unwrap(), (Ulid::from_parts(7, 9), kept.id.clone()));
    let used = passkeys().finish_sign_in(&answer, &begun.state, &kept).unwrap();
    assert_eq!(used.id, kept.id);
    assert!(used.changed.is_some(), "its counter moved");
}

#[test]
fn a_passkey_is_a_second_factor() {
    let mut device = Device::new(SITE);
    let kept = [made(&mut device)];
    let begun = passkeys().start_proof(&kept).unwrap();
    let used = passkeys().finish_proof(&device.prove(&begun.challenge), &begun.state, &kept).unwrap();
    assert_eq!(used.id, kept[0].id);
}

#[test]
fn what_does_not_hold_is_refused() {
    let mut device = Device::new(SITE);
    let kept = made(&mut device);
    let begun = passkeys().start_sign_in().unwrap();
    let other = passkeys().start_sign_in().unwrap();

    let old = device.prove(&other.challenge);
    assert!(
        matches!(passkeys().finish_sign_in(&old, &begun.state, &kept), Err(PasskeyError::Refused(_))),
        "old challenge"
    );

    device.origin = "https://send.example.org.evil.example".into();
    let copied = device.prove(&begun.challenge);
    assert!(
        matches!(passkeys().finish_sign_in(&copied, &begun.state, &kept), Err(PasskeyError::Refused(_))),
        "copied site"
    );
    device.origin = SITE.into();

    let answer = device.prove(&begun.challenge).replace("\"signature\":\"ME", "\"signature\":\"MA");
    assert!(passkeys().finish_sign_in(&answer, &begun.state, &kept).is_err(), "broken signature");

    let answer = device.prove(&begun.challenge);
    let used = passkeys().finish_sign_in(&answer, &begun.state, &kept).unwrap();
    let moved = Kept { id: kept.id.clone(), credential: used.changed.unwrap() };
    device.counter = 0;
    let cloned = device.prove(&begun.challenge);
    assert!(passkeys().finish_sign_in(&cloned, &begun.state, &moved).is_err(), "a clone's counter is behind");

    for garbage in ["", "{}", "null", "[1]"] {
        assert!(matches!(passkeys().finish_sign_in(garbage, &begun.state, &kept), Err(PasskeyError::Unreadable(_))));
        assert!(passkeys().who(garbage).is_err());
    }
}
