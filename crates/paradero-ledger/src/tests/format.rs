//! The store that the first version made is opened for ever: its root, its events and its bytes are those it was made of.

use super::specimen::{self, AT, captured, drafted, judged, origin, published, quote, read, report, statement, text};
use crate::{Entry, Ledger};
use paradero_model::{
    Act, ActCode, Allegation, Attribute, Bound, Claim, Count, Edtf, Event, Modality, Problem, Property, SourceId, Span, Text,
    Warning,
};
use std::{fs, path::Path};

/// The root of the kept store, as it was when it was made.
const ROOT: &str = "a4cf32f8e93283644d166e1a0f821a1c1fb805e0103e608d8270ad66f83b06b9";

/// One statement of each of the six kinds, with every field that can be absent once there and once not.
fn drafts(text: &Text) -> Vec<Event> {
    let act = Act {
        code: ActCode::Arrest,
        whom: vec!["Iván Ejemplo".into()],
        group: false,
        who: Some("la policía".into()),
        when: Edtf::parse("2025-03-15~"),
        place: None,
        from: None,
        modality: Modality::Stated,
        says: None,
        outcome: None,
    };
    let attribute = Attribute {
        person: "Iván Ejemplo".into(),
        property: Property::Age,
        value: "31".into(),
        modality: Modality::Alleged,
        says: Some("Rosa Ficticia".into()),
    };
    let allegation = Allegation {
        about: vec!["Iván Ejemplo".into()],
        group: false,
        claim: "pertenecer a una banda".into(),
        by: None,
        evidence: vec!["tatuajes".into()],
        answer: Vec::new(),
    };
    let count = Count { number: None, bound: Bound::About, of: "hombres".into(), act: Some(ActCode::Removal) };
    let words = "Iván Ejemplo fue detenido";
    let claims = [Claim::Act(act), Claim::Attribute(attribute), Claim::Allegation(allegation), Claim::Count(count)];
    claims.into_iter().map(|claim| statement(text, words, claim)).chain([quote(text), origin(text)]).map(drafted).collect()
}

/// What the kept store was made of.
fn sample<'a>(one: &'a [u8], two: &'a [u8]) -> Vec<Entry<'a>> {
    let (first, second) = (text(one), text(two));
    let warnings = vec![Warning { what: Problem::BadField, span: Some(Span::new(0, 7)), detail: "date".into() }];
    let mut entries = vec![Entry { event: captured(one), bytes: Some(one) }, read(&first).into()];
    entries.extend(drafts(&first).into_iter().map(Entry::from));
    entries.push(Entry { event: captured(two), bytes: Some(two) });
    entries.push(Event::Read { text: Box::new(second.clone()), warnings }.into());
    entries.extend([captured(one), judged(&first, &second), published()].map(Entry::from));
    entries
}

#[test]
fn the_store_of_the_first_version_is_read_and_verified_for_ever() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("store");
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("format/v1/store.sqlite");
    fs::copy(kept, &path).expect("a copy");
    let verified = Ledger::verify(&path).expect("verifiable");
    assert_eq!(verified.faults, []);
    assert_eq!((verified.entries, verified.sources, verified.texts, verified.statements), (13, 2, 2, 6));
    assert_eq!(verified.root.to_string(), ROOT);
    let (one, two) = (report(1), report(2));
    let wanted: Vec<_> = sample(&one, &two).into_iter().map(|entry| entry.event).collect();
    let mut ledger = Ledger::open(&path).expect("opened");
    assert_eq!(ledger.events().expect("the events").into_iter().map(|(_, event)| event).collect::<Vec<_>>(), wanted);
    assert_eq!(ledger.source(SourceId::of(&two)).expect("readable"), Some(two));
    // It goes on: what this version appends to it is read back with the rest.
    ledger.append(&[specimen::published().into()], AT).expect("appended");
    assert_eq!(ledger.events().expect("the events").len(), 14);
}

#[test]
fn nothing_that_a_text_says_stands_in_the_leaves() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("store");
    let (one, two) = (report(1), report(2));
    let mut ledger = Ledger::open(&path).expect("a store");
    ledger.append(&sample(&one, &two), AT).expect("appended");
    let leaves: Vec<Vec<u8>> = ledger
        .conn
        .prepare("SELECT bytes FROM entry")
        .and_then(|mut statement| statement.query_map([], |row| row.get(0))?.collect())
        .expect("the leaves");
    let leaves = leaves.concat();
    let ids = [SourceId::of(&one).0, SourceId::of(&two).0, text(&one).id().0, quote(&text(&one)).id().0];
    let guesses = [&b"Iv\xc3\xa1n"[..], b"Rosa", b"uno.txt", b"Ejemplo"].into_iter().chain(ids.iter().map(|id| id.0.as_slice()));
    for guess in guesses {
        assert!(!leaves.windows(guess.len()).any(|window| window == guess), "{}", String::from_utf8_lossy(guess));
    }
}
