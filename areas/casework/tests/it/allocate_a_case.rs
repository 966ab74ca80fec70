//! A case is given to somebody.

use axum::http::StatusCode;

use crate::support::{county, in_team, migrations};

testing::each_database! { with migrations();
    async fn whoever_gets_it_has_it_in_their_list_and_the_family_knows(store: Store) {
        let county = county(store).await;
        let file = county.request().await;
        let bo = in_team(&county.site, county.team, "Bo Second").await;
        let path = format!("/cases/{}/allocate", file.id);
        county.manager.get(&path).await.ok().says("Bo Second").says("Ann Officer");
        county.manager.post(&path, &[("officer", "")]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Select who is to have the case");
        county.manager.post(&path, &[("officer", "01JD0000000000000000000000")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let post = bo.post.unwrap().to_string();
        county.manager.post(&path, &[("officer", post.as_str())]).await.turns_to(&format!("/cases/{}", file.id));
        bo.get("/cases?whose=mine").await.ok().says("Ben Okafor");
        county.manager.get(&format!("/cases/{}", file.id)).await.ok().says("Bo Second");
        assert_eq!(county.file_of(file.id).await.officer, bo.post);
        // And on: the history keeps both, the first has it no more
        let ann = county.officer.post.unwrap().to_string();
        bo.post(&path, &[("officer", ann.as_str())]).await.turns_to("/cases/");
        assert_eq!(bo.get("/cases?whose=mine").await.count("tbody tr"), 0);
        let history = county.manager.get(&format!("/cases/{}/history", file.id)).await;
        assert_eq!(history.text().matches("Officer allocated").count(), 2);
    }
}
