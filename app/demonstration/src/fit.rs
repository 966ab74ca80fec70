//! Whole numbers that add up: sharing a total in proportion, and filling a table so that every row and column total
//! is met exactly.
//!
//! The only floating-point operations are additions, multiplications and divisions, which are the same on every
//! machine.

/// Shares a total out in proportion to weights, by largest remainder; ties go to the earlier share.
#[must_use]
pub fn apportion(weights: &[u64], total: u64) -> Vec<u32> {
    let sum: u64 = weights.iter().sum();
    if sum == 0 {
        return vec![0; weights.len()];
    }
    let exact: Vec<u128> = weights.iter().map(|&weight| u128::from(weight) * u128::from(total)).collect();
    let mut shares: Vec<u64> = exact.iter().map(|part| (part / u128::from(sum)) as u64).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|&index| (std::cmp::Reverse(exact[index] % u128::from(sum)), index));
    let left = total - shares.iter().sum::<u64>();
    for &index in order.iter().take(usize::try_from(left).unwrap_or(0)) {
        shares[index] += 1;
    }
    shares.into_iter().map(|share| u32::try_from(share).unwrap_or(u32::MAX)).collect()
}

/// The same, for counts.
#[must_use]
pub fn share(weights: &[u32], total: u32) -> Vec<u32> {
    let weights: Vec<u64> = weights.iter().map(|&weight| u64::from(weight)).collect();
    apportion(&weights, u64::from(total))
}

/// Fills a table of whole numbers whose rows and columns add up to the totals given, as near as can be to the shape
/// of `shape` (row after row). The totals of rows and of columns must add up to the same number; where they do not,
/// what is left over in a row stays out.
#[must_use]
pub fn table(shape: &[f64], rows: &[u32], columns: &[u32]) -> Vec<u32> {
    let width = columns.len();
    let mut cells = shape.to_vec();
    for _ in 0..80 {
        for (row, &total) in rows.iter().enumerate() {
            let line = &mut cells[row * width..(row + 1) * width];
            rescale(line.iter_mut(), f64::from(total));
        }
        for (column, &total) in columns.iter().enumerate() {
            rescale(cells.iter_mut().skip(column).step_by(width), f64::from(total));
        }
    }
    round(&cells, shape, rows, columns)
}

fn rescale<'cells>(line: impl Iterator<Item = &'cells mut f64>, total: f64) {
    let line: Vec<&mut f64> = line.collect();
    let sum: f64 = line.iter().map(|cell| **cell).sum();
    if sum > 0.0 {
        for cell in line {
            *cell = *cell * total / sum;
        }
    }
}

/// Rounds every cell down, then gives what is missing to the cells with the largest remainders whose row and column
/// both still lack some; what that leaves is placed through one exchange with a third cell.
fn round(cells: &[f64], shape: &[f64], rows: &[u32], columns: &[u32]) -> Vec<u32> {
    let width = columns.len();
    let mut whole: Vec<u32> = cells.iter().map(|cell| (cell + 1e-6) as u32).collect();
    let mut row_left: Vec<i64> = (0..rows.len())
        .map(|row| {
            i64::from(rows[row])
                - whole[row * width..(row + 1) * width].iter().map(|&cell| i64::from(cell)).sum::<i64>()
        })
        .collect();
    let mut column_left: Vec<i64> = (0..width)
        .map(|column| {
            i64::from(columns[column])
                - whole.iter().skip(column).step_by(width).map(|&cell| i64::from(cell)).sum::<i64>()
        })
        .collect();
    // Rounding down after an uneven fit can still overfill a line by a hair: take the excess back first.
    for (index, cell) in whole.iter_mut().enumerate() {
        let (row, column) = (index / width, index % width);
        let excess = (-row_left[row]).max(-column_left[column]).clamp(0, i64::from(*cell));
        if excess > 0 {
            *cell -= u32::try_from(excess).unwrap_or(0);
            row_left[row] += excess;
            column_left[column] += excess;
        }
    }
    let mut order: Vec<usize> = (0..cells.len()).filter(|&index| shape[index] > 0.0).collect();
    order.sort_by(|&left, &right| {
        let remainder = |index: usize| cells[index] - f64::from(whole[index]);
        remainder(right).total_cmp(&remainder(left)).then(left.cmp(&right))
    });
    for passes in 0..4 {
        for &index in &order {
            let (row, column) = (index / width, index % width);
            let most = if passes == 0 { 1 } else { i64::MAX };
            let add = row_left[row].min(column_left[column]).min(most);
            if add > 0 {
                whole[index] += u32::try_from(add).unwrap_or(0);
                row_left[row] -= add;
                column_left[column] -= add;
            }
        }
    }
    exchange(&mut whole, shape, &mut row_left, &mut column_left);
    whole
}

fn exchange(whole: &mut [u32], shape: &[f64], row_left: &mut [i64], column_left: &mut [i64]) {
    let width = column_left.len();
    for row in 0..row_left.len() {
        for column in 0..width {
            while row_left[row] > 0 && column_left[column] > 0 {
                let through = (0..row_left.len() * width).find(|&index| {
                    let (other_row, other_column) = (index / width, index % width);
                    whole[index] > 0
                        && shape[row * width + other_column] > 0.0
                        && shape[other_row * width + column] > 0.0
                });
                if let Some(index) = through {
                    let (other_row, other_column) = (index / width, index % width);
                    whole[index] -= 1;
                    whole[row * width + other_column] += 1;
                    whole[other_row * width + column] += 1;
                } else {
                    whole[row * width + column] += 1;
                }
                row_left[row] -= 1;
                column_left[column] -= 1;
            }
        }
    }
}

/// A table of counts as the shape of another.
#[must_use]
pub fn shape<const WIDTH: usize>(counts: &[[u32; WIDTH]]) -> Vec<f64> {
    counts.iter().flatten().map(|&count| f64::from(count)).collect()
}

/// The indices of a list, so often as each count says: a bag to draw from in order or to shuffle.
#[must_use]
pub fn bag(counts: &[u32]) -> Vec<usize> {
    counts.iter().enumerate().flat_map(|(index, &count)| std::iter::repeat_n(index, count as usize)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::published::plans::{AGE_BY_NEED, AGE_BY_PLACE};

    #[test]
    fn shares_add_up_and_follow_the_weights() {
        assert_eq!(share(&[1, 1, 1], 10), [4, 3, 3]);
        assert_eq!(share(&[0, 5, 5], 3), [0, 2, 1]);
        assert_eq!(share(&[0, 0], 3), [0, 0]);
    }

    #[test]
    fn a_fitted_table_meets_every_total_at_every_size() {
        for total in [1_u32, 10, 121, 607, 1_214, 12_147, 121_470] {
            let rows = share(&AGE_BY_PLACE.map(|row| row.iter().sum()), total);
            let columns: Vec<u32> =
                (0..AGE_BY_PLACE[0].len()).map(|c| AGE_BY_PLACE.iter().map(|row| row[c]).sum()).collect();
            let columns = share(&columns, total);
            let cells = table(&shape(&AGE_BY_PLACE), &rows, &columns);
            for (row, &want) in rows.iter().enumerate() {
                assert_eq!(cells[row * columns.len()..(row + 1) * columns.len()].iter().sum::<u32>(), want);
            }
            for (column, &want) in columns.iter().enumerate() {
                assert_eq!(cells.iter().skip(column).step_by(columns.len()).sum::<u32>(), want, "{total}");
            }
        }
    }

    #[test]
    fn at_full_size_the_table_is_the_published_one() {
        let rows = AGE_BY_NEED.map(|row| row.iter().sum());
        let columns: Vec<u32> = (0..AGE_BY_NEED[0].len()).map(|c| AGE_BY_NEED.iter().map(|row| row[c]).sum()).collect();
        let cells = table(&shape(&AGE_BY_NEED), &rows, &columns);
        assert_eq!(cells, AGE_BY_NEED.concat());
    }
}
