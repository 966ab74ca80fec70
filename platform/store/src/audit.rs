//! The audit: who looked at or changed what about whom, why, and by what right. Every row seals the one before it.
//!
//! [`append`] runs in the same transaction as the read or write it records: when it cannot be written, the read is
//! refused. Each row's hash is SHA-256 over its own fields and the hash of the row before; [`verify`] walks the chain and
//! names the first row that was changed, removed or moved. [`anchor`] fixes the end of a day, to be kept elsewhere too,
//! which also gives away somebody who rebuilt the whole chain.
//!
//! The database itself refuses to change or remove rows. Append late in a transaction: until its end, others wait.

mod anchors;
mod append;
mod seal;
mod show;
mod verify;

pub use anchors::{Anchor, anchor, anchors};
pub use append::{append, append_many};
pub use seal::{AuditEvent, Decision};
pub use show::{AuditRow, by_account, for_child};
pub use verify::{Head, Tampering, Verified, head, verify, verify_tail};
