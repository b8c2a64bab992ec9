//! Opening the store, and saying in a person's words why it could not be.

use crate::fault::{Fault, FaultKind};
use paradero_ledger::{Error, ErrorKind, Ledger};
use std::path::Path;

/// Opens the store, making it where there is none.
pub fn open(store: &str) -> Result<Ledger, Fault> {
    Ledger::open(Path::new(store)).map_err(|cause| match cause.kind() {
        // What is opened is made: only its folder can be missing.
        ErrorKind::Missing => Fault::new(FaultKind::User, "store_folder", &[("store", store)]),
        _ => fault(store, cause),
    })
}

/// Opens a store that must be there.
pub fn existing(store: &str) -> Result<Ledger, Fault> {
    Ledger::open_existing(Path::new(store)).map_err(|cause| fault(store, cause))
}

/// What a person is told of a ledger's error.
pub fn fault(store: &str, cause: Error) -> Fault {
    let (kind, key) = match cause.kind() {
        ErrorKind::Missing => (FaultKind::User, "store_missing"),
        ErrorKind::NotAStore => (FaultKind::Surroundings, "store_not_ours"),
        ErrorKind::Newer { version } => {
            let version = version.to_string();
            return Fault::new(FaultKind::Surroundings, "store_newer", &[("store", store), ("version", &version)]);
        }
        ErrorKind::Busy => (FaultKind::Surroundings, "store_busy"),
        ErrorKind::Refused { why, .. } => {
            let why = format!("{why:?}");
            return Fault::new(FaultKind::Internal, "store_refused", &[("why", &why)]);
        }
        ErrorKind::Corrupt { .. } => (FaultKind::Refused, "store_corrupt"),
        _ => (FaultKind::Surroundings, "store_failed"),
    };
    let fault = Fault::new(kind, key, &[("store", store)]);
    if matches!(key, "store_failed" | "store_corrupt") { fault.because(cause) } else { fault }
}
