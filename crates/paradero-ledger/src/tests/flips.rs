//! Flipped bits: none in what is recorded goes unseen, and none anywhere in the file makes reading or verifying panic.

use super::specimen::{self, AT, import, report};
use crate::{Ledger, Wrong, append::Planted, store, verify::Check};
use rusqlite::{Connection, params};
use std::{fs, path::Path};

/// The columns that hold what is recorded, each with the table's key.
const COLUMNS: [(&str, &str); 6] =
    [("entry", "bytes"), ("entry", "leaf"), ("payload", "nonce"), ("payload", "bytes"), ("source", "bytes"), ("head", "root")];

/// A small store whose triggers are gone, so that a test may change what nothing else may.
fn opened(path: &Path) -> Connection {
    let raw = Connection::open(path).expect("a connection");
    for (table, _) in COLUMNS {
        for event in ["next", "update", "delete", "insert", "grow"] {
            raw.execute_batch(&format!("DROP TRIGGER IF EXISTS {table}_{event}")).expect("dropped");
        }
    }
    raw
}

/// How many faults verifying finds beside the triggers that the harness took away.
fn faults(conn: &Connection) -> usize {
    Check::new(conn).run().faults.iter().filter(|fault| fault.what != Wrong::Tables).count()
}

#[test]
fn a_bit_flipped_in_any_byte_of_what_is_recorded_is_seen() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("store");
    Ledger::open(&path).and_then(|mut ledger| ledger.append(&import(&report(1)), AT)).expect("an import");
    let raw = opened(&path);
    raw.execute_batch("BEGIN").expect("begun");
    assert_eq!(faults(&raw), 0);
    let mut flips = 0;
    for (table, column) in COLUMNS {
        let rows: Vec<(i64, Vec<u8>)> = raw
            .prepare(&format!("SELECT rowid, {column} FROM {table}"))
            .and_then(|mut statement| statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
            .expect("rows");
        let change = format!("UPDATE {table} SET {column} = ?1 WHERE rowid = ?2");
        for (row, bytes) in rows {
            let mut bent = bytes.clone();
            for at in 0..bytes.len() {
                bent[at] ^= 1 << (flips % 8);
                raw.execute(&change, params![bent, row]).expect("changed");
                assert!(faults(&raw) > 0, "{table}.{column}, row {row}, byte {at}, bit {}", flips % 8);
                bent[at] = bytes[at];
                flips += 1;
            }
            raw.execute(&change, params![bytes, row]).expect("put back");
        }
    }
    assert_eq!(faults(&raw), 0);
    assert!(flips > 2_000, "{flips}");
}

#[test]
fn a_bit_flipped_anywhere_in_the_file_is_seen_or_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("store");
    specimen::fill(&path);
    let events = Ledger::open(&path).and_then(|ledger| ledger.events()).expect("the events");
    let whole = fs::read(&path).expect("the file");
    // Every 17th byte that holds something, every 211th of the empty room; the full walk belongs to the long runs.
    let (full, empty): (Vec<usize>, Vec<usize>) = (0..whole.len()).partition(|at| whole[*at] != 0);
    let (mut seen, mut harmless) = (0, 0);
    for at in full.into_iter().step_by(17).chain(empty.into_iter().step_by(211)) {
        let mut bent = whole.clone();
        bent[at] ^= 1 << (at % 8);
        fs::write(&path, &bent).expect("written");
        match Ledger::verify(&path) {
            Ok(verified) if verified.is_whole() => {
                let read = Ledger::open(&path).and_then(|ledger| ledger.events());
                assert_eq!(read.ok().as_ref(), Some(&events), "byte {at} changed what is read, unseen");
                harmless += 1;
            }
            _ => {
                // Reading may refuse, or read what is untouched; it never reads anything else.
                if let Ok(read) = Ledger::open(&path).and_then(|ledger| ledger.events()) {
                    assert_eq!(read, events, "byte {at} changed what is read");
                }
                seen += 1;
            }
        }
        for beside in ["store-wal", "store-shm", "store-journal"] {
            let _ = fs::remove_file(folder.path().join(beside));
        }
    }
    assert!(seen > 300 && harmless > 0, "{seen} seen, {harmless} harmless of {}", whole.len());
}

#[test]
fn the_planted_wrong_commitment_is_found_by_reading_and_by_verifying() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("store");
    let mut ledger = Ledger::open(&path).expect("a store");
    ledger.planted = Planted::OtherPayload;
    ledger.append(&[specimen::published().into()], AT).expect("the planted fault lets it in");
    assert!(ledger.events().is_err());
    drop(ledger);
    assert_eq!(Ledger::verify(&path).expect("verifiable").faults, [crate::Fault { index: Some(0), what: Wrong::PayloadChanged }]);
    store::probe(&path).expect("still a store");
}
