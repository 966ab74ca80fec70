//! The builder methods, written once.

/// Builder methods that set one field each: `text` fields take anything that becomes the field's type, `some` fields
/// are wrapped in `Some`, and `flag` fields are switched on.
macro_rules! setters {
    ($type:ident: $($rest:tt)*) => {
        impl $type {
            setters!(@methods $($rest)*);
        }
    };
    (@methods $(#[$doc:meta])* $field:ident: $kind:ty; $($rest:tt)*) => {
        $(#[$doc])*
        #[must_use]
        pub fn $field(mut self, $field: impl Into<$kind>) -> Self {
            self.$field = $field.into();
            self
        }
        setters!(@methods $($rest)*);
    };
    (@methods $(#[$doc:meta])* some $field:ident: $kind:ty; $($rest:tt)*) => {
        $(#[$doc])*
        #[must_use]
        pub fn $field(mut self, $field: impl Into<$kind>) -> Self {
            self.$field = Some($field.into());
            self
        }
        setters!(@methods $($rest)*);
    };
    (@methods $(#[$doc:meta])* flag $field:ident; $($rest:tt)*) => {
        $(#[$doc])*
        #[must_use]
        pub fn $field(mut self) -> Self {
            self.$field = true;
            self
        }
        setters!(@methods $($rest)*);
    };
    (@methods) => {};
}

/// `class` and `attribute` for every component that takes them.
macro_rules! styled {
    ($($type:ident),*) => {$(
        impl $type {
            /// Adds classes, parted by spaces.
            #[must_use]
            pub fn class(mut self, classes: &str) -> Self {
                $crate::base::element::add_class(&mut self.classes, classes);
                self
            }

            /// Adds an attribute; the value is escaped.
            #[must_use]
            pub fn attribute(mut self, name: &str, value: impl Into<String>) -> Self {
                self.attributes.set(name, value);
                self
            }
        }
    )*};
}
