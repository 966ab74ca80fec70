//! The bodies that GOV.UK Notify answers with, in the shapes of its published schemas (API 1.0.4).

use super::notify::Effect;
use jiff::Timestamp;
use serde_json::{Value, json};

const API: &str = "https://api.notifications.service.gov.uk/v2";

/// The channel of a request, or Notify's sentence about what is missing.
pub(super) fn check(channel: &str, request: &Value) -> Result<&'static str, String> {
    let text = |name: &str| request[name].as_str().unwrap_or_default();
    let length = |name: &str, from: usize, to: usize| match text(name).chars().count() {
        0 => Err(format!("{name} is a required property")),
        count if count < from => Err(format!("{name} Not enough characters")),
        count if count > to => Err(format!("{name} Too many characters")),
        _ => Ok(()),
    };
    match channel {
        "email" => {
            length("email_address", 5, 250)?;
            length("template_id", 36, 36)?;
            if text("email_address").contains('@') {
                Ok("email")
            } else {
                Err("email_address Not a valid email address".into())
            }
        }
        "sms" => {
            length("phone_number", 7, 15)?;
            length("template_id", 36, 36).map(|()| "sms")
        }
        "letter" if request.get("content").is_some() => length("reference", 1, 255).map(|()| "letter"),
        "letter" => {
            length("template_id", 36, 36)?;
            let missing = (1..=3).find(|n| request["personalisation"][format!("address_line_{n}")].as_str().is_none());
            missing.map_or(Ok("letter"), |n| Err(format!("personalisation address_line_{n} is a required property")))
        }
        other => Err(format!("{other} is not one of [sms, email, letter]")),
    }
}

/// 201: the message is taken.
pub(super) fn taken(effect: &Effect) -> Value {
    let words = &effect.request["personalisation"];
    let uri = format!("{API}/notifications/{}", effect.id);
    let common = |content: Value| {
        json!({ "id": effect.id, "reference": effect.reference, "content": content, "uri": uri,
            "template": template(effect), "scheduled_for": null })
    };
    match effect.channel {
        "email" => {
            let mut answer = common(json!({ "subject": words["subject"], "body": words["body"],
                "from_email": "send@notifications.service.gov.uk", "one_click_unsubscribe_url": null }));
            answer["sanitised_content"] = Value::Null;
            answer
        }
        "sms" => common(json!({ "body": words["body"], "from_number": "GOVUK" })),
        _ if effect.request.get("content").is_some() => {
            json!({ "id": effect.id, "reference": effect.reference, "postage": effect.request["postage"] })
        }
        _ => common(json!({ "subject": words["subject"], "body": words["body"] })),
    }
}

/// One message as `GET /v2/notifications/{id}` shows it.
pub(super) fn one(effect: &Effect, now: Timestamp) -> Value {
    let words = &effect.request["personalisation"];
    let line = |number: u8| words[format!("address_line_{number}")].clone();
    let letter = effect.channel == "letter";
    json!({
        "id": effect.id, "reference": effect.reference, "type": effect.channel, "status": effect.status,
        "email_address": effect.request["email_address"], "phone_number": effect.request["phone_number"],
        "line_1": line(1), "line_2": line(2), "line_3": line(3), "line_4": line(4), "line_5": line(5),
        "line_6": line(6), "postcode": null,
        "postage": if letter { json!("second") } else { Value::Null },
        "template": template(effect),
        "body": words["body"].as_str().unwrap_or_default(), "subject": words["subject"].as_str().unwrap_or_default(),
        "created_at": now.to_string(), "created_by_name": null, "sent_at": now.to_string(), "completed_at": now.to_string(),
        "scheduled_for": null, "one_click_unsubscribe_url": null,
        "is_cost_data_ready": true, "cost_in_pounds": 0.0, "cost_details": {},
    })
}

/// The receipt that is posted when an e-mail or text message is settled.
pub(super) fn receipt(effect: &Effect, now: Timestamp) -> Value {
    let to = [&effect.request["email_address"], &effect.request["phone_number"]];
    json!({
        "id": effect.id, "reference": effect.reference, "to": to.iter().find(|to| to.is_string()), "status": effect.status,
        "created_at": now.to_string(), "completed_at": now.to_string(), "sent_at": now.to_string(),
        "notification_type": effect.channel, "template_id": effect.request["template_id"], "template_version": 1,
    })
}

/// The body that is posted when a letter comes back.
pub(super) fn returned_letter(effect: &Effect, now: Timestamp) -> Value {
    json!({
        "notification_id": effect.id, "reference": effect.reference, "date_sent": now.to_string(),
        "template_name": "Message", "template_id": effect.request["template_id"], "template_version": 1,
    })
}

fn template(effect: &Effect) -> Value {
    let id = effect.request["template_id"].as_str().unwrap_or("00000000-0000-0000-0000-000000000000");
    json!({ "id": id, "version": 1, "uri": format!("{API}/template/{id}/version/1") })
}
