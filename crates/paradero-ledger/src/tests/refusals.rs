//! The door: what may not come in is refused with its reason, and not a byte of its append is written.

use super::specimen::{self, AT, captured, drafted, import, quote, read, report, text};
use crate::{Entry, ErrorKind, Ledger, Refusal, append::Planted};
use paradero_model::{Event, Place, Text};
use std::{fs, path::Path};

/// Every file of the folder with its bytes.
fn bytes(folder: &Path) -> Vec<(std::ffi::OsString, Vec<u8>)> {
    let mut all: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry"))
        .map(|entry| (entry.file_name(), fs::read(entry.path()).expect("a file")))
        .collect();
    all.sort();
    all
}

/// Why `last` is refused behind a good import of `report(2)` in the same append, into a store that holds `report(1)`.
fn refused(last: Entry<'_>) -> Refusal {
    let folder = tempfile::tempdir().expect("a folder");
    let mut ledger = Ledger::open(&folder.path().join("store")).expect("a store");
    let (one, two) = (report(1), report(2));
    ledger.append(&import(&one), AT).expect("an import");
    let before = bytes(folder.path());
    let mut entries = import(&two);
    entries.push(last);
    let error = ledger.append(&entries, AT).expect_err("a refusal");
    assert_eq!(bytes(folder.path()), before, "a refused append writes nothing");
    assert_eq!(ledger.events().expect("the events").len(), 4);
    match error.kind() {
        ErrorKind::Refused { entry, why } => {
            assert_eq!(entry, 4, "the entry to blame");
            why
        }
        other => panic!("{other:?}"),
    }
}

/// The event with a part of its JSON replaced, as a faulty program would hand it in.
fn bent(event: &Event, from: &str, to: &str) -> Event {
    let json = serde_json::to_string(event).expect("JSON");
    assert!(json.contains(from), "{from} does not stand in {json}");
    serde_json::from_str(&json.replacen(from, to, 1)).expect("an event")
}

#[test]
fn words_that_do_not_stand_in_the_text_are_refused() {
    let event = drafted(quote(&text(&report(1))));
    assert_eq!(refused(bent(&event, "\"words\":\"No he", "\"words\":\"Yo he").into()), Refusal::WordsNotThere);
    assert_eq!(refused(bent(&event, "\"span\":[13,", "\"span\":[14,").into()), Refusal::WordsNotThere);
    assert_eq!(refused(bent(&event, "\"span\":[13,", "\"span\":[0,").into()), Refusal::WordsNotThere);
}

#[test]
fn a_claim_under_the_id_of_another_is_refused() {
    let event = drafted(quote(&text(&report(1))));
    assert_eq!(refused(bent(&event, "Rosa Ficticia", "Rosa Inventada").into()), Refusal::WrongId);
}

#[test]
fn what_builds_on_something_never_recorded_is_refused() {
    let stranger = text(&report(3));
    assert_eq!(refused(read(&stranger).into()), Refusal::UnknownSource);
    assert_eq!(refused(drafted(quote(&stranger)).into()), Refusal::UnknownText);
    assert_eq!(refused(specimen::judged(&text(&report(1)), &stranger).into()), Refusal::UnknownText);
}

#[test]
fn a_source_comes_with_its_own_bytes_or_not_at_all() {
    let three = report(3);
    assert_eq!(refused(captured(&three).into()), Refusal::BytesMissing);
    assert_eq!(refused(Entry { event: captured(&three), bytes: Some(b"others") }), Refusal::BytesDiffer);
    let length = format!("\"length\":{}", three.len());
    assert_eq!(
        refused(Entry { event: bent(&captured(&three), &length, "\"length\":1"), bytes: Some(&three) }),
        Refusal::BytesDiffer
    );
    assert_eq!(refused(Entry { event: specimen::published(), bytes: Some(&three) }), Refusal::BytesUnwanted);
}

#[test]
fn a_text_whose_map_or_id_is_not_its_own_is_refused() {
    let event = read(&text(&report(1)));
    assert_eq!(refused(bent(&event, "\"text\":[0,", "\"text\":[1,").into()), Refusal::MapBroken);
    assert_eq!(refused(bent(&event, "\"body\":\"", "\"body\":\"x").into()), Refusal::MapBroken);
    assert_eq!(refused(bent(&event, "plain/1", "plain/2").into()), Refusal::WrongId);
}

#[test]
fn a_source_got_twice_keeps_its_bytes_once_and_both_captures() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut ledger = Ledger::open(&folder.path().join("store")).expect("a store");
    let one = report(1);
    let capture = |path: &str| match captured(&one) {
        Event::Captured(mut capture) => {
            capture.from = Place::File(path.into());
            Event::Captured(capture)
        }
        other => other,
    };
    let entry = |path| Entry { event: capture(path), bytes: Some(&one) };
    ledger.append(&[entry("a"), entry("b")], AT).expect("both in one append");
    ledger.append(&[entry("c"), capture("d").into()], AT).expect("with and without bytes");
    let kept: i64 = ledger.conn.query_row("SELECT count(*) FROM source", [], |row| row.get(0)).expect("a count");
    assert_eq!((ledger.events().expect("the events").len(), kept), (4, 1));
}

#[test]
fn the_planted_open_door_is_found_by_reading_and_by_verifying() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("store");
    let mut ledger = Ledger::open(&path).expect("a store");
    ledger.append(&import(&report(1)), AT).expect("an import");
    ledger.planted = Planted::DoorOpen;
    let said: Text = text(&report(1));
    ledger
        .append(&[bent(&drafted(quote(&said)), "\"words\":\"No he", "\"words\":\"Yo he").into()], AT)
        .expect("the planted fault lets it in");
    assert_eq!(ledger.events().map_err(|error| error.kind()), Err(ErrorKind::Corrupt { at: Some(4) }));
    drop(ledger);
    let faults = Ledger::verify(&path).expect("verifiable").faults;
    assert_eq!(faults, [crate::Fault { index: Some(4), what: crate::Wrong::Words }]);
}
