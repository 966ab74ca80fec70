//! How many slips lie between two names.

/// The fewest single-letter changes, and swaps of neighbours, that turn one name into the other.
pub(super) fn slips(one: &str, other: &str) -> usize {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    let mut before: Vec<usize> = vec![0; other.len() + 1];
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for row in 1..=one.len() {
        let mut line = vec![row; other.len() + 1];
        for column in 1..=other.len() {
            let same = usize::from(one[row - 1] != other[column - 1]);
            let mut least = (above[column] + 1).min(line[column - 1] + 1).min(above[column - 1] + same);
            let swapped =
                row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1];
            if swapped {
                least = least.min(before[column - 2] + 1);
            }
            line[column] = least;
        }
        before = above;
        above = line;
    }
    above[other.len()]
}

/// Near enough to be a slip of the keyboard: one slip in names of four letters or more, two in eight or more.
pub(super) fn is_slip(one: &str, other: &str) -> bool {
    let shorter = one.chars().count().min(other.chars().count());
    let allowed = match shorter {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    let between = slips(one, other);
    between > 0 && between <= allowed
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn slips_of_the_keyboard() {
        assert_eq!(slips("kitten", "sitting"), 3);
        assert_eq!(slips("maria", "mraia"), 1);
        assert!(is_slip("hassan", "hasan") && is_slip("brian", "brain") && !is_slip("ann", "ian"));
        assert!(!is_slip("reed", "reed"));
    }

    proptest! {
        #[test]
        fn the_way_there_is_as_long_as_the_way_back(one in "[a-e]{0,7}", other in "[a-e]{0,7}") {
            prop_assert_eq!(slips(&one, &other), slips(&other, &one));
            prop_assert_eq!(slips(&one, &other) == 0, one == other);
        }
    }
}
