//! Somebody with the file and SQLite changes the record on purpose: what can be told is told, by the entry to blame.

use super::specimen::{self, judged, report, text};
use crate::{ErrorKind, Fault, Ledger, Wrong, leaf, tree};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// A store of eleven entries, and the faults that verifying finds after `change`, triggers taken away before and put back after.
fn tampered(change: impl FnOnce(&Connection)) -> (Vec<Fault>, Result<usize, ErrorKind>) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("store");
    specimen::fill(&path);
    unguarded(&path, change);
    let faults = Ledger::verify(&path).expect("verifiable").faults;
    let read = Ledger::open(&path).and_then(|ledger| ledger.events());
    (faults, read.map(|events| events.len()).map_err(|error| error.kind()))
}

fn unguarded(path: &Path, change: impl FnOnce(&Connection)) -> PathBuf {
    let raw = Connection::open(path).expect("a connection");
    raw.execute_batch("PRAGMA foreign_keys = off").expect("no guard");
    let triggers: Vec<(String, String)> = raw
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .and_then(|mut statement| statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
        .expect("the triggers");
    triggers.iter().for_each(|(name, _)| raw.execute_batch(&format!("DROP TRIGGER {name}")).expect("dropped"));
    change(&raw);
    triggers.iter().for_each(|(_, sql)| raw.execute_batch(sql).expect("put back"));
    path.to_path_buf()
}

fn sql(batch: &'static str) -> impl FnOnce(&Connection) {
    move |raw| raw.execute_batch(batch).expect("a tampering")
}

fn has(faults: &[Fault], index: Option<u64>, what: Wrong) -> bool {
    faults.contains(&Fault { index, what })
}

#[test]
fn entries_cut_off_at_the_end_are_missed() {
    let cut = "DELETE FROM entry WHERE idx > 8; DELETE FROM payload WHERE idx > 8; DELETE FROM source WHERE idx > 8;";
    let (faults, read) = tampered(sql(cut));
    assert!(has(&faults, None, Wrong::Size) && has(&faults, None, Wrong::Root), "{faults:?}");
    assert!(read.is_err());
}

#[test]
fn an_entry_taken_out_or_put_in_another_place_is_seen() {
    let (faults, read) = tampered(sql("DELETE FROM entry WHERE idx = 9; DELETE FROM payload WHERE idx = 9"));
    assert!(has(&faults, None, Wrong::EntryMissing), "{faults:?}");
    assert_eq!(read, Err(ErrorKind::Corrupt { at: Some(9) }));
    let swap = |table| {
        format!(
            "UPDATE {table} SET idx = -1 WHERE idx = 2; UPDATE {table} SET idx = 2 WHERE idx = 3; UPDATE {table} SET idx = 3 WHERE idx = -1;"
        )
    };
    let both = swap("entry") + &swap("payload");
    let (faults, read) = tampered(|raw| raw.execute_batch(&both).expect("a tampering"));
    assert!(has(&faults, None, Wrong::Root), "{faults:?}");
    assert!(read.is_err());
}

#[test]
fn payloads_swapped_taken_or_planted_are_seen() {
    let (faults, read) = tampered(sql(
        "UPDATE payload SET bytes = (SELECT bytes FROM payload WHERE idx = 3), nonce = (SELECT nonce FROM payload WHERE idx = 3) WHERE idx = 2",
    ));
    assert!(has(&faults, Some(2), Wrong::PayloadChanged), "{faults:?}");
    assert_eq!(read, Err(ErrorKind::Corrupt { at: Some(2) }));
    let (faults, read) = tampered(sql("DELETE FROM payload WHERE idx = 10"));
    assert!(has(&faults, Some(10), Wrong::PayloadMissing), "{faults:?}");
    assert_eq!(read, Err(ErrorKind::Corrupt { at: Some(10) }));
    let (faults, _) = tampered(sql("INSERT INTO payload VALUES (77, zeroblob(32), x'00')"));
    assert!(has(&faults, Some(77), Wrong::BytesUnaccounted), "{faults:?}");
}

#[test]
fn sources_changed_taken_or_planted_are_seen() {
    let (faults, _) = tampered(sql("UPDATE source SET bytes = CAST(bytes || x'00' AS BLOB) WHERE idx = 0"));
    assert_eq!(faults, [Fault { index: Some(0), what: Wrong::BytesChanged }]);
    let (faults, _) = tampered(sql("DELETE FROM source WHERE idx = 4"));
    assert_eq!(faults, [Fault { index: Some(4), what: Wrong::BytesMissing }]);
    let (faults, _) = tampered(sql("INSERT INTO source VALUES (2, x'00')"));
    assert_eq!(faults, [Fault { index: Some(2), what: Wrong::BytesUnaccounted }]);
}

#[test]
fn a_history_written_anew_with_its_root_cannot_be_told_but_its_words_are_still_asked() {
    // Whoever has the file can commit to anything and compute the root over it: only a root held elsewhere tells. But even so a
    // judgement about a text that the record does not hold is seen.
    let stranger = serde_json::to_vec(&judged(&text(&report(1)), &text(&report(9)))).expect("JSON");
    let forge = |payload: Vec<u8>| {
        move |raw: &Connection| {
            let nonce = [1; 32];
            let forged = leaf::Leaf {
                kind: "judged".into(),
                object: [2; 16],
                at: specimen::AT,
                commitment: leaf::commitment(&nonce, &payload).expect("a commitment"),
            };
            raw.execute("UPDATE entry SET bytes = ?1, leaf = ?2 WHERE idx = 9", (forged.bytes(), tree::leaf(&forged.bytes()).0))
                .expect("forged");
            raw.execute("UPDATE payload SET nonce = ?1, bytes = ?2 WHERE idx = 9", (nonce, &payload)).expect("forged");
            let mut whole = tree::Tree::default();
            let mut statement = raw.prepare("SELECT leaf FROM entry ORDER BY idx").expect("leaves");
            let leaves = statement.query_map([], |row| row.get::<_, [u8; 32]>(0)).expect("leaves");
            leaves.for_each(|leaf| whole.push(paradero_model::Hash(leaf.expect("a leaf"))));
            raw.execute("UPDATE head SET root = ?1, peaks = ?2", (whole.root().0, whole.peaks())).expect("forged");
        }
    };
    let (faults, read) = tampered(forge(stranger));
    assert_eq!(faults, [Fault { index: Some(9), what: Wrong::Judgement }]);
    assert_eq!(read, Err(ErrorKind::Corrupt { at: Some(9) }));
    let fitting = serde_json::to_vec(&judged(&text(&report(2)), &text(&report(1)))).expect("JSON");
    let (faults, read) = tampered(forge(fitting));
    assert_eq!((faults, read), (vec![], Ok(11)), "cannot be told without a root held elsewhere");
}
