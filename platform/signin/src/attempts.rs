//! The brake on guessing, over the store: a try is counted before the secret is looked at, so that a thousand guesses at
//! once are no better than a thousand one after another.

use crate::throttle::{self, Known, MEMORY, Mistakes, Verdict};
use jiff::SignedDuration;
use store::tries::{self, Of};
use web::{PageResult, Visit};

/// How long a source that signed in is known.
const KNOWN_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The two keys of a try; they hold no address.
pub(crate) struct Keys {
    account: String,
    source: String,
}

impl Keys {
    /// A try at the password of the account with this e-mail address, whether there is one or not.
    pub(crate) fn password(email: &str, visit: &Visit) -> Self {
        Self { account: throttle::account_key(email), source: throttle::source_key(&visit.ip) }
    }

    /// A try at something else that belongs to an account: `what` keeps the counts apart.
    pub(crate) fn other(what: &str, whose: &str, visit: &Visit) -> Self {
        Self { account: throttle::account_key(&format!("{what} {whose}")), source: throttle::source_key(&visit.ip) }
    }
}

/// Decides, and if the try may go on counts it as a mistake until [`succeeded`] says otherwise.
pub(crate) async fn begin(visit: &Visit, keys: &Keys) -> PageResult<Verdict> {
    let tx = visit.site.store.begin().await?;
    let now = visit.now;
    let mistakes = async |of, back: SignedDuration| -> PageResult<Mistakes> {
        let found = tries::mistakes(&tx, of, now - back).await?;
        Ok(Mistakes { count: found.count, last: found.last })
    };
    let pair = Of::Pair(&keys.account, &keys.source);
    let known = Known {
        pair: mistakes(pair, MEMORY).await?,
        pair_in_last_minute: tries::count(&tx, pair, now - SignedDuration::from_mins(1)).await?,
        source: mistakes(Of::Source(&keys.source), MEMORY).await?,
        account_in_last_hour: mistakes(Of::Account(&keys.account), SignedDuration::from_hours(1)).await?.count,
        is_known_source: tries::succeeded_from(&tx, &keys.account, &keys.source, now - KNOWN_FOR).await?,
    };
    let verdict = throttle::decide(&known, now);
    if verdict == Verdict::Go {
        tries::record(&tx, &keys.account, &keys.source, false, now).await?;
        tx.commit().await?;
    } else {
        tx.rollback().await?;
    }
    Ok(verdict)
}

/// The secret was right: earlier mistakes are forgotten.
pub(crate) async fn succeeded(tx: &store::Tx, keys: &Keys, visit: &Visit) -> PageResult<()> {
    tries::record(tx, &keys.account, &keys.source, true, visit.now).await?;
    Ok(())
}
