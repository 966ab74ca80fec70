//! `/people/{id}/addresses/{address}/answer`: the family, or an officer who reached them, says whether an address is
//! right.

use ::access::{EditPerson, Fact, ReadAddress, Role};
use ::store::{accounts, people};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use notify::templates::News;
use record::Address;
use web::{PageError, PageResult, Posted, Visit};

use crate::{
    access::{self, Opened},
    notices, shell,
    store::address_answers,
};

/// `POST /people/{id}/addresses/{address}/answer`.
pub(crate) async fn send(visit: Visit, Path((id, address)): Path<(String, String)>, posted: Posted) -> PageResult {
    let opened = access::open::<ReadAddress>(&visit, &id, "address").await?;
    if !opened.permit.role().is_family() && !opened.may::<EditPerson>(&visit) {
        return Err(PageError::forbidden(
            "Only the family, or an officer who has reached them, can say whether an address is right.",
        ));
    }
    let is_right = match posted.get("answer") {
        "right" => true,
        "wrong" => false,
        _ => {
            return Err(PageError::bad_request(
                "Say whether the address is right or wrong, with the buttons on the page.",
            ));
        }
    };
    let all = people::read::addresses(&opened.tx, &opened.permit).await?;
    let found = all.into_iter().find(|one| one.id.to_string() == address).ok_or(PageError::NotFound)?;
    let account = shell::account(&visit);
    address_answers::keep(&opened.tx, found.id, is_right, &account, visit.now).await?;
    if is_right {
        let confirmed = Address { confirmed_on: Some(visit.today), ..found };
        people::save(&opened.tx, &confirmed, shell::author(&visit, &account)).await?;
    } else {
        tell_the_worker(&visit, &opened).await?;
    }
    opened.tx.commit().await?;
    Ok(Redirect::to(&format!("/people/{}#addresses", opened.child)).into_response())
}

/// Whoever has the child on their list, else the managers, are told that there is something to look at.
async fn tell_the_worker(visit: &Visit, opened: &Opened<ReadAddress>) -> PageResult<()> {
    let today = visit.today;
    let facts: Vec<Fact> = opened
        .relationships
        .facts
        .iter()
        .filter(|dated| dated.period.contains(today))
        .map(|dated| dated.fact)
        .collect();
    let mut workers: Vec<_> = facts
        .iter()
        .filter_map(|fact| if let Fact::AllocatedTo(account) = fact { Some(*account) } else { None })
        .collect();
    if workers.is_empty() {
        for fact in &facts {
            if let Fact::Responsible(authority) = fact {
                workers.extend(accounts::holders(&opened.tx, *authority, Role::Manager, today).await?);
            }
        }
    }
    let context = News { area: visit.site.settings.area_name.clone(), link: format!("/people/{}", opened.child) };
    for worker in workers {
        let found = accounts::find(&opened.tx, worker).await?.filter(|account| account.disabled_at.is_none());
        if let Some(account) = found {
            notices::promise(visit, &opened.tx, &account.email, "news", &context).await?;
        }
    }
    Ok(())
}
