//! The header row: names made unique, and looked up.

use crate::read::FileError;

/// A column of an open table. It is found once by name and then used for every row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Column(pub(crate) usize);

impl Column {
    /// The column at this position, counted from zero: for tables whose header is not their first row.
    #[must_use]
    pub fn at(position: usize) -> Self {
        Self(position)
    }

    /// Its position, counted from zero.
    #[must_use]
    pub fn position(self) -> usize {
        self.0
    }
}

/// The names of the columns. A name used twice gets `.1`, `.2` … from its second use on; an empty name becomes
/// `column 5`; blanks around a name are taken off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headers {
    names: Vec<String>,
    originals: Vec<String>,
}

impl Headers {
    pub(crate) fn new<'a>(row: impl Iterator<Item = &'a str>) -> Self {
        let originals: Vec<String> = row.map(str::to_owned).collect();
        let mut names: Vec<String> = Vec::with_capacity(originals.len());
        let mut taken = std::collections::HashMap::<String, usize>::new();
        for (position, original) in originals.iter().enumerate() {
            let trimmed = original.trim();
            let base = if trimmed.is_empty() { format!("column {}", position + 1) } else { trimmed.to_owned() };
            let mut name = base.clone();
            while taken.contains_key(&name) {
                let next = taken.entry(base.clone()).or_insert(0);
                *next += 1;
                name = format!("{base}.{next}");
            }
            taken.insert(name.clone(), 0);
            names.push(name);
        }
        Self { names, originals }
    }

    /// Names for a table without a header row: A, B … Z, AA, as spreadsheets have them.
    pub(crate) fn letters(count: usize) -> Self {
        let names: Vec<String> = (0..count).map(letters).collect();
        Self { originals: names.clone(), names }
    }

    /// How many columns there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The column of this name, if there is one. Names must match exactly, save for blanks around them.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<Column> {
        self.names.iter().position(|held| held == name).map(Column)
    }

    /// The column of this name.
    ///
    /// # Errors
    /// [`FileError::NoColumn`] when the file has no such column.
    pub fn require(&self, name: &str) -> Result<Column, FileError> {
        self.find(name).ok_or_else(|| FileError::NoColumn(name.to_owned()))
    }

    /// The unique name of a column.
    #[must_use]
    pub fn name(&self, column: Column) -> &str {
        self.names.get(column.0).map_or("", String::as_str)
    }

    /// The name exactly as the file has it.
    #[must_use]
    pub fn original(&self, column: Column) -> &str {
        self.originals.get(column.0).map_or("", String::as_str)
    }

    /// Every unique name, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// Every column, in order.
    pub fn columns(&self) -> impl Iterator<Item = Column> + use<> {
        (0..self.names.len()).map(Column)
    }

    /// The names that had to be told apart: `(original, unique)`.
    pub fn renamed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.originals.iter().zip(&self.names).map(|(o, n)| (o.as_str(), n.as_str())).filter(|(o, n)| o.trim() != *n)
    }
}

fn letters(mut position: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'A' + (position % 26) as u8));
        if position < 26 {
            return name;
        }
        position = position / 26 - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn second_use_of_a_name_gets_a_number() {
        let headers = Headers::new(["a", "b", "a", "", "a", "a.1"].into_iter());
        assert_eq!(headers.names().collect::<Vec<_>>(), ["a", "b", "a.1", "column 4", "a.2", "a.1.1"]);
        assert_eq!(headers.original(Column(2)), "a");
    }

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 27, 701, 702].map(letters), ["A", "Z", "AA", "AB", "ZZ", "AAA"]);
    }
}
