//! Whoever asked ends with a tracker that works: an officer looks at proof, links them, invites them.

use access::Role;
use axum::http::StatusCode;
use store::invitations;

use crate::support::{BEN, PARENT, ROBIN, ask, county, migrations, to};

const PROOF: &[(&str, &str)] = &[
    ("given-name", "Robin"),
    ("family-name", "Okafor"),
    ("born-day", "4"),
    ("born-month", "3"),
    ("born-year", "1985"),
    ("kind", "parent"),
    ("how", "document-seen"),
    ("email", "robin@example.test"),
];

testing::each_database! { with migrations();
    async fn somebody_without_an_account_is_put_on_record_and_invited(store: Store) {
        let county = county(store).await;
        let file = county.request().await;
        let path = format!("/cases/{}/asker", file.id);
        // What they said of themselves is there already
        let page = county.officer.get(&path).await;
        page.ok().says("Asked by Robin Okafor").says("They asked without an account");
        assert_eq!((page.field("given-name").as_str(), page.field("kind").as_str()), ("Robin", "parent"));
        // Proof is needed, and a believable date
        county.officer.fill_in(&path, &[("born-year", "2024"), ("born-day", "1"), ("born-month", "1")]).await
            .is(StatusCode::UNPROCESSABLE_ENTITY).says("too young to be a parent").says("Select how the link was proved");
        // When they are added
        county.officer.fill_in(&path, PROOF).await.turns_to(&path);
        // Then an invitation is on its way, which names nobody
        let messages = county.site.messages().await;
        let invitation = messages.iter().find(|message| message.template == "invitation").unwrap();
        assert_eq!(to(invitation), "robin@example.test");
        assert!(invitation.body.contains("/invitation/") && !invitation.body.contains("Ben"), "{}", invitation.body);
        county.officer.get(&path).await.ok().says("No account yet").says("Invited on 23 November 2026");
        // An address that is none is said to be so; another invitation can go to a right one
        let who = county.officer.get(&path).await.field("who");
        county.officer.post(&format!("{path}/invite"), &[("who", who.as_str()), ("invite-email", "robin at home")]).await
            .is(StatusCode::UNPROCESSABLE_ENTITY);
        county.officer.post(&format!("{path}/invite"), &[("who", who.as_str()), ("invite-email", "robin@example.test")]).await.turns_to(&path);
        assert_eq!(county.site.messages().await.iter().filter(|message| message.template == "invitation").count(), 2);
        let kept = invitations::list(county.site.store().reader(), None, 10).await.unwrap();
        let person: record::PersonId = kept[0].details["person"].as_str().unwrap().parse().unwrap();
        assert_eq!(kept[0].role, Role::ParentWithResponsibility);
        // And once they have their account, the tracker opens
        let adult = store::people::unchecked::by_id::<record::Person>(county.site.store().reader(), person).await.unwrap().unwrap();
        let parent = county.site.as_person(&adult).await;
        parent.get("/my").await.ok().says("Ben Okafor");
        parent.get(&format!("/my/{}", file.id)).await.ok().says("Where is it?");
        county.officer.get(&path).await.ok().says("Can follow it online");
        // Linking and inviting are in the audit as a change of the child's record
        assert!(county.site.audit(file.child).await.iter().any(|row| row.event.action == "edit-person" && row.event.fields_class == "link"));
    }

    async fn a_parent_with_an_account_sees_it_once_the_link_is_confirmed(store: Store) {
        let county = county(store).await;
        let parent = county.site.user(Role::ParentWithResponsibility).await;
        let reference = ask(&parent, &[PARENT[0], ("child", BEN), PARENT[2], ("contact", ROBIN)]).await;
        let file = county.file(&reference).await;
        let path = format!("/cases/{}/asker", file.id);
        let link = county.officer.get(&path).await.ok().field("link");
        county.officer.post(&format!("{path}/confirm"), &[("link", link.as_str())]).await
            .is(StatusCode::UNPROCESSABLE_ENTITY).says("Select how the link was proved");
        parent.get(&format!("/my/{}", file.id)).await.is(StatusCode::NOT_FOUND);
        county.officer.post(&format!("{path}/confirm"), &[("link", link.as_str()), ("proof", "senco-vouched")]).await.turns_to(&path);
        parent.get(&format!("/my/{}", file.id)).await.ok().says("Ben Okafor");
        let messages = county.site.messages().await;
        assert_eq!(messages.last().unwrap().template, "news", "they hear that there is something to read");
        // Another child's link cannot be confirmed from here
        let other = county.request_of("Vale", testing::day("2026-11-02")).await;
        county.officer.post(&format!("/cases/{}/asker/confirm", other.id), &[("link", link.as_str()), ("proof", "senco-vouched")]).await
            .is(StatusCode::NOT_FOUND);
    }

    async fn somebody_who_looks_alike_is_offered_and_never_joined(store: Store) {
        let county = county(store).await;
        let before = county.site.adult("Robin", "Okafor").await;
        let file = county.request().await;
        let path = format!("/cases/{}/asker", file.id);
        let asked = county.officer.fill_in(&path, PROOF).await;
        asked.is(StatusCode::UNPROCESSABLE_ENTITY).says("Are they on record already?").says("born 4 March 1985");
        assert!(county.site.messages().await.iter().all(|message| message.template != "invitation"));
        let mut fields = asked.fields();
        fields.retain(|(name, _)| name != "person");
        fields.push(("person".to_owned(), before.id.to_string()));
        county.officer.post(&path, &fields).await.turns_to(&path);
        let parent = county.site.as_person(&before).await;
        parent.get(&format!("/my/{}", file.id)).await.ok();
    }

    async fn an_address_of_somebody_elses_account_is_refused(store: Store) {
        let county = county(store).await;
        let file = county.request().await;
        let somebody = county.site.user(Role::ParentWithResponsibility).await;
        let account = store::accounts::find(county.site.store().reader(), somebody.account.unwrap()).await.unwrap().unwrap();
        let path = format!("/cases/{}/asker", file.id);
        let mut typed = PROOF.to_vec();
        typed.retain(|(name, _)| *name != "email");
        typed.push(("email", account.email.as_str()));
        county.officer.fill_in(&path, &typed).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("somebody else on record");
        county.officer.get(&path).await.ok().says("Nobody of the family is linked");
    }
}
