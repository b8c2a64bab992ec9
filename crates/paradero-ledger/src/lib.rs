//! The append-only record: what came in, what was drafted, what was decided. The only durable thing, and the only library on a disk.
//!
//! A [`Ledger`] is one file, made whole (`create`), held alone while open (`store`), with the settings that keep it (`settings`).
//! [`Entry`]s are asked at the door whether they may come in (`door`: no words, no statement); each gets a leaf that commits to it
//! without telling anything of it (`leaf`); the leaf is added to an RFC 6962 tree (`tree`); and only when all of it is on disk a
//! receipt is given (`append`). Reading back checks every event against its commitment (`read`). What is computed from the events for
//! finding them can be thrown away and rebuilt (`views`). [`Ledger::verify`] recomputes everything from the bytes on disk (`verify`,
//! `fault`), by rules written a second time (`plain`). The format stands in `format/v1.md`.
//!
//! What it cannot tell: that an older, whole copy of the file was put in its place. For that somebody else must hold the root of the
//! newer one. It knows no clock: the time comes with the entries, and is a claim.

mod append;
mod create;
mod door;
mod error;
mod fault;
mod leaf;
mod plain;
mod read;
mod settings;
mod store;
mod tree;
mod verify;
mod views;

pub use append::Entry;
pub use error::{Error, ErrorKind, Refusal};
pub use fault::{Fault, Verified, Wrong};
pub use store::Ledger;

#[cfg(test)]
mod tests;
