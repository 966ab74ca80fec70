//! `wherry doctor`: looks for problems and explains each with its mend.

use serde_json::json;
use store::checks::Health;

use super::{DONE, open_any, print};
use crate::{
    cli::{Database, Format},
    machine,
    outcome::{Answer, Outcome},
    wiring,
};

pub async fn run(database: Database, format: Format) -> Answer {
    let store = open_any(&database, false).await?;
    let checks = store::checks::checks(&store, &wiring::migrations(), machine::clock().now()).await;
    let all_well = checks.iter().all(|check| check.health == Health::Good);
    let json: Vec<_> = checks.iter().map(|check| json!({ "name": check.name, "health": word(check.health), "explains": check.explains, "mend": check.mend })).collect();
    print(format, &json, || {
        let mut text = String::new();
        for check in &checks {
            text.push_str(&format!("{:<6} {}: {}\n", word(check.health), check.name, check.explains));
            if !check.mend.is_empty() {
                text.push_str(&format!("       Mend: {}\n", check.mend));
            }
        }
        text
    })?;
    if all_well { DONE } else { Ok(Outcome::NeedsAttention) }
}

const fn word(health: Health) -> &'static str {
    match health {
        Health::Good => "good",
        Health::Watch => "watch",
        Health::Bad => "bad",
    }
}
