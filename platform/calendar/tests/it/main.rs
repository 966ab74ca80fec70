//! Tests of the calendar, in one binary.

#[cfg(test)]
mod arithmetic;
#[cfg(test)]
mod bank_holidays;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod school_years;
