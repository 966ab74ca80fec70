//! The officer's list: in the order of the law, in pages by key, holding exactly what each person may open.

use std::collections::BTreeSet;

use access::{Fact, Role};
use axum::http::StatusCode;
use casework::file::Band;
use jiff::SignedDuration;
use testing::{day, web::TestUser};

use crate::support::{BOTH_YES, County, county, in_team, migrations};

/// The case ids of a page, in its order.
async fn cases_on(user: &TestUser, path: &str) -> Vec<String> {
    let page = user.get(path).await;
    page.ok();
    let ids = page.links().into_iter().filter_map(|href| href.strip_prefix("/cases/").map(str::to_owned));
    ids.filter(|id| id.len() == 26).collect()
}

/// Every case of every list, page after page.
async fn all_cases(user: &TestUser) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for band in Band::ALL {
        let mut path = format!("/cases?list={}&whose=all", band.code());
        loop {
            let page = user.get(&path).await;
            let own = if page.status.is_redirection() { user.get(page.location().unwrap()).await } else { page };
            let ids = own.links().into_iter().filter_map(|href| {
                href.strip_prefix("/cases/").or_else(|| href.strip_prefix("/my/")).map(str::to_owned)
            });
            all.extend(ids.filter(|id| id.len() == 26));
            match own.links().into_iter().find(|href| href.contains("&after=")) {
                Some(next) => path = next,
                None => break,
            }
        }
    }
    all
}

async fn some_cases(county: &County) -> Vec<casework::file::CaseFile> {
    let mut files = Vec::new();
    for (family, received) in
        [("Late", "2026-09-01"), ("Soon", "2026-10-14"), ("New", "2026-11-20"), ("Second", "2026-10-20")]
    {
        files.push(county.request_of(family, day(received)).await);
    }
    files
}

testing::each_database! { with migrations();
    async fn the_most_urgent_in_law_first_with_its_three_dates(store: Store) {
        let county = county(store).await;
        some_cases(&county).await;
        let page = county.officer.get("/cases").await;
        let text = page.ok().text();
        let places: Vec<usize> = ["Ada Late", "Ada Soon", "Ada Second", "Ada New"].iter().map(|name| text.find(name).unwrap()).collect();
        assert!(places.is_sorted(), "the order is not that of the law:\n{text}");
        // 6, 16 and 20 weeks of the request of 14 October
        page.says("25 Nov 2026").says("3 Feb 2027").says("3 Mar 2027");
        // The late one says so in words
        page.says("Late by 41 days");
    }

    async fn pages_go_on_by_key_and_miss_nothing(store: Store) {
        let county = county(store).await;
        for number in 0..30 {
            let received = day("2026-10-01").saturating_add(jiff::Span::new().days(number % 7));
            county.request_of(&format!("Child{number}"), received).await;
        }
        let first = cases_on(&county.officer, "/cases").await;
        assert_eq!(first.len(), 25);
        let next = county.officer.get("/cases").await.link("Next 25");
        let second = cases_on(&county.officer, &next).await;
        assert_eq!(second.len(), 5);
        let all: BTreeSet<_> = first.iter().chain(&second).collect();
        assert_eq!(all.len(), 30, "no case twice, none left out");
        // Every name shown is in the audit; an address cut short says what to do
        let file = county.file_of(first[0].parse().unwrap()).await;
        assert!(county.site.audit(file.child).await.iter().any(|row| row.event.fields_class == "list"));
        county.officer.get("/cases?after=nonsense").await.is(StatusCode::BAD_REQUEST).says("Go back to the list");
    }

    /// What a list shows and what a page opens are one and the same, for everybody.
    async fn lists_show_exactly_what_pages_open(store: Store) {
        let county = county(store).await;
        let files = some_cases(&county).await;
        let site = &county.site;
        let parent = site.parent_of(files[0].child).await;
        site.enrol(files[1].child, site.setting).await;
        let senco = site.user(Role::Senco).await;
        site.fact(files[2].child, &Fact::Locked).await;
        let outsider = site.user(Role::Coordinator).await;
        let named = site.user(Role::Coordinator).await;
        site.allocate_case(files[3].id, &named).await;
        let sampler = site.user(Role::Coordinator).await;
        site.fact(files[0].child, &Fact::QaSample(sampler.account.unwrap())).await;
        let knows_them = in_team(site, county.team, "Kit Near").await;
        site.fact(files[1].child, &Fact::ConflictDeclared(knows_them.account.unwrap())).await;
        for (who, user, expected) in [
            ("officer", &county.officer, 3),
            ("manager", &county.manager, 3),
            ("parent", &parent, 1),
            ("senco", &senco, 1),
            ("outsider", &outsider, 0),
            ("named", &named, 1),
            ("sampler", &sampler, 1),
            ("conflict", &knows_them, 2),
        ] {
            let listed = all_cases(user).await;
            assert_eq!(listed.len(), expected, "{who} sees {listed:?}");
            for file in &files {
                let page = if who == "parent" { format!("/my/{}", file.id) } else { format!("/cases/{}", file.id) };
                let opens = user.get(&page).await.status == StatusCode::OK;
                assert_eq!(opens, listed.contains(&file.id.to_string()), "{who} and {page}");
            }
        }
    }

    async fn a_family_left_without_a_word_is_marked(store: Store) {
        let county = county(store).await;
        let file = county.request().await;
        county.officer.get("/cases").await.ok().never_says("Family last told");
        // Ten working days later: not yet. The eleventh: yes.
        county.site.later(SignedDuration::from_hours(14 * 24));
        assert_eq!(file.untold_since(&calendar::Calendar::england(), day("2026-12-07")), None);
        assert_eq!(file.untold_since(&calendar::Calendar::england(), day("2026-12-08")), Some(day("2026-11-23")));
    }

    async fn a_case_is_found_by_its_reference(store: Store) {
        let county = county(store).await;
        let file = county.request().await;
        let typed = format!("/cases?reference={}", file.reference.to_lowercase());
        county.officer.get(&typed).await.turns_to(&format!("/cases/{}", file.id));
        county.officer.get("/cases?reference=EHC-0000000").await.ok().says("No case has this reference");
        // Those who may not know of it are told the same whether it exists or not.
        let panel = county.site.user(Role::PanelMember).await;
        panel.get(&typed).await.ok().says("No case has this reference");
    }

    async fn a_case_moves_from_list_to_list(store: Store) {
        let county = county(store).await;
        let file = county.request().await;
        county.decide(&file, BOTH_YES).await;
        // The family has yet to be told: it stays with the new requests until then.
        assert_eq!(cases_on(&county.officer, "/cases?list=requests").await.len(), 1);
        county.officer.post(&format!("/cases/{}/notified", file.id), &[("", "")]).await;
        assert_eq!(cases_on(&county.officer, "/cases?list=requests").await.len(), 0);
        assert_eq!(cases_on(&county.officer, "/cases?list=assessments").await.len(), 1);
    }
}
