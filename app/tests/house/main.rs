//! The house rules, held by tests.
//!
//! What it is: checks over the repository itself, not over what the product does. Which crate may use which, how a
//! crate is laid out, how long a file may grow, what may not be written in it, which licences and libraries come in,
//! whether every link between documents leads somewhere.
//!
//! What it is not: a formatter or a linter. `cargo fmt` and `cargo clippy` have their own legs in `./test`.
//!
//! Where to start: [`repository`] reads the checkout and asks cargo for the graph of crates; every other module is one
//! rule. A failing rule names each file, says what is wrong with it and how to mend it. Rules that can be asked about a
//! made-up case are, in tests beside them, so that a rule that stopped seeing faults would be noticed.

#[cfg(test)]
mod crates;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod duplicates;
#[cfg(test)]
mod files;
#[cfg(test)]
mod layers;
#[cfg(test)]
mod libraries;
#[cfg(test)]
mod licences;
#[cfg(test)]
mod links;
#[cfg(test)]
mod money;
#[cfg(test)]
mod repository;
#[cfg(test)]
mod scripts;
#[cfg(test)]
mod tests_per_crate;
#[cfg(test)]
mod vendored;
#[cfg(test)]
mod words;
