//! The stand-in answers, and our requests ask, in the shapes of GOV.UK Notify's published schemas.

use super::{PATIENCE, email, message, now};
use notify::Address;
use notify::govuk_notify::Postage;
use notify::simulator::NotifySimulator;
use serde_json::{Value, json};
use std::path::PathBuf;

#[expect(clippy::disallowed_methods, reason = "a test is told where the public data is")]
fn schemas() -> Option<Value> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var("WHERRY_PUBLIC_DATA").map_or(beside, PathBuf::from);
    let path = folder.join("experience/notify-schema.json");
    match std::fs::read_to_string(&path) {
        Ok(text) => serde_json::from_str::<Value>(&text).unwrap()["components"]["schemas"].take().into(),
        Err(_) => {
            println!("left out: GOV.UK Notify's schemas are not at {}", path.display());
            None
        }
    }
}

/// As much of a JSON-schema check as these schemas use. Returns what differs.
fn differs(all: &Value, schema: &Value, value: &Value, place: &str) -> Option<String> {
    if let Some(name) = schema["$ref"].as_str() {
        return differs(all, &all[name.trim_start_matches("#/components/schemas/")], value, place);
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        let outcomes: Vec<_> = choices.iter().map(|choice| differs(all, choice, value, place)).collect();
        return if outcomes.iter().any(Option::is_none) { None } else { outcomes.into_iter().flatten().next() };
    }
    if value.is_null() {
        return (schema["nullable"] != true).then(|| format!("{place} is null"));
    }
    let right = match schema["type"].as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_i64(),
        Some("number") => value.is_number(),
        Some("boolean") => value.is_boolean(),
        _ => true,
    };
    if !right {
        return Some(format!("{place} is not of type {}", schema["type"]));
    }
    let length = value.as_str().map(|text| text.chars().count() as u64);
    let short = schema["minLength"].as_u64().zip(length).is_some_and(|(least, length)| length < least);
    let long = schema["maxLength"].as_u64().zip(length).is_some_and(|(most, length)| length > most);
    if short || long || schema["enum"].as_array().is_some_and(|allowed| !allowed.contains(value)) {
        return Some(format!("{place} has a value that is not allowed: {value}"));
    }
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    if let Some(missing) = required.iter().find(|name| value.get(name.as_str().unwrap()).is_none()) {
        return Some(format!("{place} has no {missing}"));
    }
    if let (Some(known), Some(given)) = (schema["properties"].as_object(), value.as_object()) {
        // Placeholders are free; in every other object a name that the schema lacks is a slip of ours.
        let free = place.ends_with("personalisation") || known.is_empty();
        for (name, inner) in given {
            match known.get(name) {
                Some(schema) => {
                    if let Some(found) = differs(all, schema, inner, &format!("{place}.{name}")) {
                        return Some(found);
                    }
                }
                None if free => {}
                None => return Some(format!("{place}.{name} is not in the schema")),
            }
        }
    }
    let items = value.as_array().into_iter().flatten();
    items.filter_map(|item| differs(all, &schema["items"], item, &format!("{place}[]"))).next()
}

fn holds(all: &Value, name: &str, value: &Value) {
    let schema = &all[name];
    assert!(schema.is_object(), "there is no schema called {name}");
    assert_eq!(differs(all, schema, value, name), None, "{value:#}");
}

#[tokio::test]
async fn requests_and_answers_have_the_published_shapes() {
    let Some(all) = schemas() else { return };
    let simulator = NotifySimulator::start(now()).await.unwrap();
    let client = simulator.client(PATIENCE).unwrap();
    let address = ["A Person", "1 The Street", "Marsham", "XB1 2CD"].map(str::to_owned).to_vec();
    let sends = [
        (email(), "SendEmailRequest", "SendEmailResponse"),
        (Address::Phone("07700900000".into()), "SendTextMessageRequest", "SendTextMessageResponse"),
        (Address::Post(address), "SendLetterRequest", "SendLetterResponse"),
    ];
    let token = notify::govuk_notify::ApiKey::parse(notify::simulator::SIMULATOR_KEY).unwrap().token(now());
    let http = reqwest::Client::new();
    let get = async |path: &str| {
        let answer = http.get(format!("{}{path}", simulator.base())).bearer_auth(&token).send().await.unwrap();
        answer.json::<Value>().await.unwrap()
    };
    for (number, (to, request, response)) in sends.into_iter().enumerate() {
        let channel = to.channel();
        let id = client.send(&message(number as u128, to), now()).await.unwrap();
        let taken = simulator.ledger().pop().unwrap();
        holds(&all, request, &taken.request);
        let url = format!("{}v2/notifications/{channel}", simulator.base());
        let again = http.post(url).bearer_auth(&token).json(&taken.request).send().await.unwrap();
        assert_eq!(again.status(), 201);
        holds(&all, response, &again.json::<Value>().await.unwrap());
        holds(&all, "GetOneMessageResponse", &get(&format!("v2/notifications/{id}")).await);
        if channel != "letter" {
            let name = if channel == "sms" { "SmsCallbackRequest" } else { "EmailCallbackRequest" };
            holds(&all, name, &simulator.receipt(&taken.reference).unwrap());
        } else {
            holds(&all, "LetterCallbackRequest", &simulator.returned_letter(&taken.reference).unwrap());
        }
    }
    client.send_pdf_letter(&message(7, email()).reference, b"%PDF-1.7", Postage::Second, now()).await.unwrap();
    holds(&all, "SendPrecompiledLetterRequest", &simulator.ledger().pop().unwrap().request);
    holds(&all, "GetMessageNoResultFoundError", &get("v2/notifications/unknown").await);
    let url = format!("{}v2/notifications/email", simulator.base());
    let refused = http.post(&url).bearer_auth(&token).json(&json!({ "template_id": "x" })).send().await.unwrap();
    assert_eq!(refused.status(), 400);
    holds(&all, "SendNotificaitonRequestError", &refused.json::<Value>().await.unwrap());
    let refused = http.post(&url).json(&json!({})).send().await.unwrap();
    assert_eq!(refused.status(), 403);
    holds(&all, "AuthError", &refused.json::<Value>().await.unwrap());
}

#[test]
fn the_check_itself_finds_differences() {
    let all = json!({ "A": { "type": "object", "required": ["id"], "properties": {
        "id": { "type": "string", "minLength": 2 }, "kind": { "type": "string", "enum": ["x"] } } } });
    for wrong in
        [json!({}), json!({"id": 1}), json!({"id": "a"}), json!({"id": "ab", "kind": "y"}), json!({"id": "ab", "n": 1})]
    {
        assert!(differs(&all, &all["A"], &wrong, "A").is_some(), "{wrong}");
    }
    assert_eq!(differs(&all, &all["A"], &json!({"id": "ab", "kind": "x"}), "A"), None);
}
