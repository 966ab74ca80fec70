//! Typed names of form fields: what kind of answer a field takes is part of its type.

use std::marker::PhantomData;

/// The kinds of answer a field can take.
pub mod kind {
    /// One line of text.
    pub enum Text {}
    /// Several lines of text.
    pub enum LongText {}
    /// A date in three boxes: day, month, year.
    pub enum DateParts {}
    /// One of several.
    pub enum Choice {}
    /// Any number of several.
    pub enum Many {}
}

/// A field of a form. Make one as a constant, and use that constant to show it, read it and point an error at it:
/// `const BORN: Field<kind::DateParts> = Field::new("born");`
pub struct Field<K> {
    name: &'static str,
    kind: PhantomData<fn() -> K>,
}

impl<K> Field<K> {
    /// A field posted under `name` (lower case, words joined by hyphens).
    pub const fn new(name: &'static str) -> Self {
        Self { name, kind: PhantomData }
    }

    /// The name it is posted under, which is also the id on the page.
    pub const fn name(&self) -> &'static str {
        self.name
    }
}

impl<K> Clone for Field<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for Field<K> {}
