//! Invented records to test with: a source, its text, statements drafted from it, a judgement and a publication.

use crate::{Entry, Ledger};
use paradero_model::{
    About, ByteMap, Capture, Claim, Event, Hash, Judgement, Mention, Moment, Origin, Place, Quote, Relation, SourceId, Span,
    Statement, Text, Verdict,
};
use std::path::Path;

pub(crate) const AT: Moment = Moment(1_763_000_000);

/// The bytes of an invented report.
pub(crate) fn report(number: u32) -> Vec<u8> {
    format!("Informe {number}: «No he sabido nada de él», dijo Rosa Ficticia a Radio Inventada. Iván Ejemplo fue detenido.")
        .into_bytes()
}

pub(crate) fn captured(bytes: &[u8]) -> Event {
    let from = Place::File("informes/uno.txt".into());
    Event::Captured(Capture { source: SourceId::of(bytes), length: bytes.len() as u64, from, at: AT })
}

pub(crate) fn text(bytes: &[u8]) -> Text {
    let body = String::from_utf8(bytes.to_vec()).expect("a report is UTF-8");
    let map = ByteMap::verbatim(0, body.len());
    let about = About { title: Some("Un informe".into()), ..About::default() };
    Text::new(SourceId::of(bytes), 0, "plain/1", body, map, about)
}

pub(crate) fn read(text: &Text) -> Event {
    Event::Read { text: Box::new(text.clone()), warnings: Vec::new() }
}

pub(crate) fn statement(text: &Text, words: &str, claim: Claim) -> Statement {
    let start = text.body().find(words).expect("the words stand in the report");
    Statement::new(text, Span::new(start, start + words.len()), claim, "specimen").expect("an anchor")
}

pub(crate) fn drafted(statement: Statement) -> Event {
    Event::Drafted { statement: Box::new(statement), by: "paradero 0/0".into() }
}

pub(crate) fn quote(text: &Text) -> Statement {
    let quoted = "No he sabido nada de él";
    statement(text, quoted, Claim::Quote(Quote { speaker: Some("Rosa Ficticia".into()), quoted: quoted.into() }))
}

pub(crate) fn origin(text: &Text) -> Statement {
    let outlet = "Radio Inventada";
    statement(text, outlet, Claim::Origin(Origin { relation: Relation::AccordingTo, outlet: outlet.into() }))
}

/// Every event of an import of `report`, the capture first: its record alone carries the bytes.
pub(crate) fn import(report: &[u8]) -> Vec<Entry<'_>> {
    let text = text(report);
    let first = Entry { event: captured(report), bytes: Some(report) };
    let rest = [read(&text), drafted(quote(&text)), drafted(origin(&text))];
    std::iter::once(first).chain(rest.into_iter().map(Entry::from)).collect()
}

pub(crate) fn judged(a: &Text, b: &Text) -> Event {
    let mention = |text: &Text, name: &str| Mention { text: text.id(), name: name.into() };
    let (a, b) = (mention(a, "Iván Ejemplo"), mention(b, "I. Ejemplo"));
    Event::Judged(Judgement { a, b, verdict: Verdict::Same, why: "mismo caso".into(), at: AT })
}

pub(crate) fn published() -> Event {
    Event::Published {
        name: "Iván Ejemplo".into(),
        release: Hash::of(b"released"),
        to: "fuera/ivan.json".into(),
        shown: Vec::new(),
        at: AT,
    }
}

/// A store of eleven entries with every type of event.
pub(crate) fn fill(path: &Path) -> Vec<Event> {
    let mut ledger = Ledger::open(path).expect("a new store");
    let (one, two) = (report(1), report(2));
    let mut events = Vec::new();
    for records in [
        import(&one),
        import(&two),
        vec![Entry::from(captured(&one)), judged(&text(&one), &text(&two)).into(), published().into()],
    ] {
        events.extend(records.iter().map(|record| record.event.clone()));
        ledger.append(&records, AT).expect("an import");
    }
    events
}
