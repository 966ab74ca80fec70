//! What the owner of an account is told by e-mail: a new device, a changed way of signing in (ASVS 6.3.5 and 6.3.7).

use jiff::Timestamp;
use jiff::tz::TimeZone;
use notify::Address;
use notify::templates::{NewSignIn, SignInChanged};
use store::Tx;
use store::accounts::Account;
use store::audit::{self, Decision};
use web::{PageResult, Visit};

/// The way of signing in changed: tells the owner, and writes it down. `what` is a short sentence.
pub(crate) async fn changed(visit: &Visit, tx: &Tx, account: &Account, what: &str) -> PageResult<()> {
    let context = SignInChanged {
        area: visit.site.settings.area_name.clone(),
        what: what.to_owned(),
        when: in_words(visit.now),
        link: "/account".to_owned(),
    };
    promise(visit, tx, account, "sign-in-changed", &context).await?;
    let event = crate::session::event(visit, account, "change_sign_in", what, Decision::Permitted);
    audit::append(tx, &event).await?;
    Ok(())
}

/// A device that was not seen before signed in.
pub(crate) async fn new_device(visit: &Visit, tx: &Tx, account: &Account, device: &str) -> PageResult<()> {
    let context = NewSignIn {
        area: visit.site.settings.area_name.clone(),
        device: device.to_owned(),
        when: in_words(visit.now),
        link: "/account".to_owned(),
    };
    promise(visit, tx, account, "new-sign-in", &context).await
}

/// Promises a message to the owner of an account.
pub(crate) async fn promise<C: notify::Context>(
    visit: &Visit,
    tx: &Tx,
    account: &Account,
    kind: &'static str,
    context: &C,
) -> PageResult<()> {
    web::messages::promise(&visit.site, tx, Address::Email(account.email.clone()), kind, context).await?;
    Ok(())
}

/// An instant as people in England write it: "4 September 2026 at 9:15am".
pub(crate) fn in_words(instant: Timestamp) -> String {
    let zone = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
    instant.to_zoned(zone).strftime("%-d %B %Y at %-I:%M%P").to_string()
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_instant_is_told_in_london_time() {
        assert_eq!(super::in_words("2026-09-04T08:15:00Z".parse().unwrap()), "4 September 2026 at 9:15am");
        assert_eq!(super::in_words("2026-12-04T13:05:00Z".parse().unwrap()), "4 December 2026 at 1:05pm");
    }
}
