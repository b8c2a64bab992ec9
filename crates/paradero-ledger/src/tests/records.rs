//! What goes in comes out, is found by its id, verifies, and is still there after closing.

use super::specimen;
use crate::{Entry, ErrorKind, Ledger};
use paradero_model::{Hash, SourceId, StatementId, TextId};

#[test]
fn what_was_recorded_is_read_back_in_order_after_closing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("caso 100% ñ.paradero");
    let events = specimen::fill(&path);
    let ledger = Ledger::open_existing(&path).expect("the store");
    let read: Vec<_> = ledger.events().expect("the events");
    assert_eq!(read, events.into_iter().enumerate().map(|(index, event)| (index as u64, event)).collect::<Vec<_>>());
    let one = specimen::report(1);
    let text = specimen::text(&one);
    assert_eq!(ledger.source(SourceId::of(&one)).expect("readable"), Some(one));
    assert_eq!(ledger.text(text.id()).expect("readable").as_deref(), Some(&text));
    assert!(ledger.has_statement(specimen::quote(&text).id()).expect("readable"));
    let other = Hash::of(b"other");
    assert_eq!(ledger.source(SourceId(other)).expect("readable"), None);
    assert!(!ledger.has_text(TextId(other)).expect("readable"));
    assert!(!ledger.has_statement(StatementId(other)).expect("readable"));
}

#[test]
fn a_store_verifies_to_the_root_that_was_recorded() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("store");
    specimen::fill(&path);
    let head = Ledger::open_existing(&path).and_then(|ledger| ledger.head()).expect("a head");
    let verified = Ledger::verify(&path).expect("verifiable");
    assert_eq!(verified.faults, []);
    assert_eq!((verified.entries, verified.root), head);
    assert_eq!((verified.entries, verified.sources, verified.texts, verified.statements), (11, 2, 2, 4));
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("an entry").file_name()).collect();
    assert_eq!(left, ["store"], "one file, and nothing beside it");
}

#[test]
fn an_import_in_one_append_gives_a_receipt_for_each_record() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut ledger = Ledger::open(&folder.path().join("store")).expect("a store");
    let bytes = specimen::report(1);
    let receipts = ledger.append(&specimen::import(&bytes), specimen::AT).expect("an import");
    assert_eq!(receipts.iter().map(|receipt| receipt.index).collect::<Vec<_>>(), [0, 1, 2, 3]);
    let again = Entry { event: specimen::captured(&bytes), bytes: Some(&bytes) };
    assert_eq!(ledger.append(&[again], specimen::AT).expect("a second capture")[0].index, 4);
    assert_eq!(ledger.append(&[], specimen::AT).expect("nothing"), []);
}

#[test]
fn a_store_that_is_open_is_busy_for_everybody_else_and_free_after() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("store");
    let mut ledger = Ledger::open(&path).expect("a store");
    for round in 0..2 {
        assert_eq!(Ledger::open(&path).err().map(|error| error.kind()), Some(ErrorKind::Busy), "round {round}");
        assert_eq!(Ledger::verify(&path).err().map(|error| error.kind()), Some(ErrorKind::Busy), "round {round}");
        ledger.append(&specimen::import(&specimen::report(round)), specimen::AT).expect("the one that has it goes on");
    }
    drop(ledger);
    assert_eq!(Ledger::open(&path).and_then(|ledger| ledger.head()).expect("free").0, 8);
}
