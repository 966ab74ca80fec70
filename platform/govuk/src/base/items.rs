//! A list whose places count even when a place is empty.

use serde::{Deserialize, Deserializer};

use super::lenient::Scalar;

/// The items of a component. An empty place (`None`) shows nothing but keeps its number, so that generated ids stay
/// the same when an item is left out on a condition.
#[derive(Clone, Debug)]
pub struct Items<T>(Vec<Option<T>>);

impl<T> Items<T> {
    /// Adds an item at the end.
    pub fn push(&mut self, item: T) {
        self.0.push(Some(item));
    }

    /// Adds an item if there is one, else an empty place.
    pub fn push_place(&mut self, item: Option<T>) {
        self.0.push(item);
    }

    /// The items that are there.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter().flatten()
    }

    /// The items that are there, to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().flatten()
    }

    /// The items that are there, each with its place counted from 1.
    pub fn numbered(&self) -> impl Iterator<Item = (usize, &T)> {
        self.0.iter().enumerate().filter_map(|(index, item)| item.as_ref().map(|item| (index + 1, item)))
    }

    /// The last item, to be changed.
    pub fn last_mut(&mut self) -> Option<&mut T> {
        self.0.last_mut().and_then(Option::as_mut)
    }

    /// How many places there are, empty ones included.
    pub fn places(&self) -> usize {
        self.0.len()
    }

    /// No places at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Default for Items<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> From<Vec<T>> for Items<T> {
    fn from(items: Vec<T>) -> Self {
        items.into_iter().collect()
    }
}

impl<T> FromIterator<T> for Items<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(items.into_iter().map(Some).collect())
    }
}

impl<T> Extend<T> for Items<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        self.0.extend(items.into_iter().map(Some));
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Items<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Place<T> {
            Item(T),
            #[expect(dead_code, reason = "only its shape matters: a scalar marks an empty place")]
            Empty(Option<Scalar>),
        }
        let places = Vec::<Place<T>>::deserialize(deserializer)?;
        Ok(Self(
            places.into_iter().map(|place| if let Place::Item(item) = place { Some(item) } else { None }).collect(),
        ))
    }
}
