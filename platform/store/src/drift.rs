//! Migrations, entities and the columns of `people` say the same thing, on both databases.

use std::collections::BTreeSet;

use sea_orm::{ConnectionTrait, EntityTrait, IdenStatic, Iterable};

use crate::backend::{self, Kind, TableInfo};
use crate::entities as e;
use crate::people::Kept;
use crate::{DatabaseUrl, Migrations, Options, Sql, Store, no_progress};

async fn sqlite() -> Store {
    let store = Store::open(&DatabaseUrl::SqliteTemporary, Options::default()).await.unwrap();
    store.migrate(&Migrations::platform(), &no_progress).await.unwrap();
    store
}

fn table<'a>(tables: &'a [TableInfo], name: &str) -> &'a TableInfo {
    tables.iter().find(|table| table.name == name).unwrap_or_else(|| panic!("no table {name}"))
}

fn names(table: &TableInfo) -> BTreeSet<String> {
    table.columns.iter().map(|column| column.name.clone()).collect()
}

async fn entity_fits<E: EntityTrait>(conn: &impl ConnectionTrait, tables: &[TableInfo], entity: E) {
    let table = table(tables, entity.table_name());
    let columns: BTreeSet<String> = E::Column::iter().map(|column| column.as_str().to_owned()).collect();
    assert_eq!(columns, names(table), "{}", table.name);
    // Reading proves the types as far as there are rows; nulls and types are compared here.
    for column in E::Column::iter() {
        use sea_orm::ColumnTrait;
        let definition = column.def();
        let live = table.columns.iter().find(|one| one.name == column.as_str()).unwrap();
        assert_eq!(definition.is_null(), live.null, "{}.{} may be null", table.name, live.name);
        let kind = match definition.get_column_type() {
            sea_orm::ColumnType::BigInteger => Kind::Whole,
            sea_orm::ColumnType::Boolean => Kind::Flag,
            _ => Kind::Text,
        };
        assert_eq!(kind, live.kind, "{}.{}", table.name, live.name);
    }
    E::find().all(conn).await.unwrap();
}

async fn entities_fit(conn: &impl ConnectionTrait, tables: &[TableInfo]) {
    entity_fits(conn, tables, e::event::Entity).await;
    entity_fits(conn, tables, e::audit::Entity).await;
    entity_fits(conn, tables, e::audit_head::Entity).await;
    entity_fits(conn, tables, e::audit_anchor::Entity).await;
    entity_fits(conn, tables, e::outbox::Entity).await;
    entity_fits(conn, tables, e::job::Entity).await;
    entity_fits(conn, tables, e::change::Entity).await;
    entity_fits(conn, tables, e::draft::Entity).await;
    entity_fits(conn, tables, e::account::Entity).await;
    entity_fits(conn, tables, e::account_role::Entity).await;
    entity_fits(conn, tables, e::session::Entity).await;
    entity_fits(conn, tables, e::invitation::Entity).await;
    entity_fits(conn, tables, e::break_glass::Entity).await;
}

fn kept_fits<T: Kept>(tables: &[TableInfo]) {
    let columns: BTreeSet<String> = ["id", "record"].iter().chain(T::COLUMNS).map(|name| (*name).to_owned()).collect();
    assert_eq!(columns, names(table(tables, T::TABLE)), "{}", T::TABLE);
    for (side, columns) in T::SIDES {
        assert_eq!(columns.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>(), names(table(tables, side)));
    }
}

fn people_fit(tables: &[TableInfo]) {
    kept_fits::<record::Person>(tables);
    kept_fits::<record::Address>(tables);
    kept_fits::<record::ContactPoint>(tables);
    kept_fits::<record::CareSpell>(tables);
    kept_fits::<record::Consent>(tables);
    kept_fits::<record::CapacityDecision>(tables);
    kept_fits::<record::Relationship>(tables);
    kept_fits::<record::Organisation>(tables);
    kept_fits::<record::Team>(tables);
    kept_fits::<record::StaffMember>(tables);
    kept_fits::<record::Enrolment>(tables);
    kept_fits::<record::Allocation>(tables);
}

#[test]
fn both_databases_have_the_tables_that_the_program_expects() {
    testing::databases::run(async {
        let on_sqlite = sqlite().await;
        let tables = backend::tables(on_sqlite.reader()).await.unwrap();
        assert!(tables.len() > 30, "{}", tables.len());
        assert!(tables.iter().all(|table| !table.primary.is_empty()), "every table has a primary key");
        entities_fit(on_sqlite.reader(), &tables).await;
        people_fit(&tables);
        let Some(server) = testing::postgres::server_or_leave_out("drift") else { return };
        let name = server.empty_database(&format!("drift_{}", std::process::id())).await;
        let url: DatabaseUrl = server.url(&name).parse().unwrap();
        let store = Store::open(&url, Options::default()).await.unwrap();
        store.migrate(&Migrations::platform(), &no_progress).await.unwrap();
        let theirs = backend::tables(store.reader()).await.unwrap();
        assert_eq!(theirs, tables);
        entities_fit(store.reader(), &theirs).await;
        let other_order = Sql::new(
            "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = current_schema() AND data_type = 'text' \
             AND collation_name IS DISTINCT FROM 'C' AND table_name <> 'seaql_migrations'",
        );
        assert_eq!(other_order.whole(store.reader()).await.unwrap(), 0, "text is compared byte by byte");
        let long =
            Sql::new("SELECT COUNT(*) FROM pg_class WHERE length(relname) >= 63").whole(store.reader()).await.unwrap();
        assert_eq!(long, 0, "names longer than PostgreSQL keeps are cut, and two may become one");
        store.close().await.unwrap();
        server.drop_database(&name).await;
    });
}
