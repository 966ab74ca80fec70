//! The tables as SeaORM sees them. They never leave this crate; a test holds them to the migrations.

/// Writes the module of one entity.
macro_rules! entity {
    ($name:ident = $table:literal { $( $(#[$attribute:meta])* $column:ident : $type:ident $(<$inner:ident>)? ),* $(,)? }) => {
        pub(crate) mod $name {
            use sea_orm::entity::prelude::*;

            #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
            #[sea_orm(table_name = $table)]
            pub struct Model {
                $( $(#[$attribute])* pub $column: $type $(<$inner>)?, )*
            }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }
    };
}

mod accounts;
mod record_keeping;

pub(crate) use accounts::*;
pub(crate) use record_keeping::*;
