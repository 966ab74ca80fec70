//! The arrows of the components, cut out of the package's templates at build time.

include!(concat!(env!("OUT_DIR"), "/artwork.rs"));
