//! `wherry doctor`: looks for problems and explains each with its mend.

use serde_json::json;

use super::{DONE, open_any, print};
use crate::{cli::{Database, Format}, machine, outcome::{Answer, Outcome}, wiring};

pub async fn run(database: Database, format: Format) -> Answer {
    let store = open_any(&database, false).await?;
    let checks = store::doctor::checks(&store, &wiring::migrations(), machine::clock().now()).await;
    let all_well = checks.iter().all(|check| check.ok);
    let json: Vec<_> = checks.iter().map(|check| json!({ "name": check.name, "ok": check.ok, "explains": check.explains, "mend": check.mend })).collect();
    print(format, &json, || {
        let mut text = String::new();
        for check in &checks {
            let mark = if check.ok { "ok  " } else { "FAIL" };
            text.push_str(&format!("{mark}  {}: {}\n", check.name, check.explains));
            if !check.ok {
                text.push_str(&format!("      Mend: {}\n", check.mend));
            }
        }
        text
    })?;
    if all_well { DONE } else { Ok(Outcome::NeedsAttention) }
}
