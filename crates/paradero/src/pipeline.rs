//! The whole of Paradero on one screen: a source goes in at the top, a release comes out at the bottom.
//!
//! Each function is one or two stages of ARCHITECTURE.md's table, in its order, and calls the one function that carries the stage.

use paradero_case::{CaseFile, People, Person, Record};
use paradero_draft::Codebook;
use paradero_ledger::{Entry, Error, Ledger};
use paradero_model::{Event, Moment, Place, Receipt, Source, Statement, Text, Warned};
use std::collections::HashSet;

/// A text of a source with the statements drafted from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drafts {
    /// The text.
    pub text: Text,
    /// Its statements, in the order of the text.
    pub statements: Vec<Statement>,
}

/// Stages 2, 3 and 4: the texts of a source, each analysed and drafted. Never fails: what was wrong comes with it.
#[must_use]
pub fn read(source: &Source, codebook: &Codebook) -> Warned<Vec<Drafts>> {
    let name = match &source.capture.from {
        Place::File(path) => Some(path.as_str()),
        _ => None,
    };
    let read = paradero_read::read(&source.bytes, name);
    let mut warnings = read.warnings;
    let mut drafts = Vec::new();
    let several = read.value.len() > 1;
    for mut text in read.value {
        // What carries no id of its own is cited by its file, and by its place where the file holds several.
        let file = name.map_or("-", |path| path.rsplit(['/', '\\']).next().unwrap_or(path));
        let cited = if several { format!("{file}#{}", text.entry() + 1) } else { file.to_owned() };
        text.about.report.get_or_insert(cited);
        let analysis = paradero_lang::analyse(&text);
        let drafted = paradero_draft::draft(&text, &analysis, codebook);
        warnings.extend(drafted.warnings);
        drafts.push(Drafts { text, statements: drafted.value });
    }
    Warned { value: drafts, warnings }
}

/// Stage 5: the events of a source, in one transaction. What the ledger already holds is not recorded again; that the source was
/// got once more, is.
///
/// # Errors
/// The ledger's: nothing of the source is recorded then.
pub fn record(
    ledger: &mut Ledger,
    source: &Source,
    drafts: Warned<Vec<Drafts>>,
    codebook: &Codebook,
    now: Moment,
) -> Result<Vec<Receipt>, Error> {
    let by = format!("paradero {} codebook {}", env!("CARGO_PKG_VERSION"), codebook.version());
    let bytes = (!ledger.has_source(source.id())?).then_some(source.bytes.as_slice());
    let mut drafted = HashSet::new();
    let mut entries = vec![Entry { event: Event::Captured(source.capture.clone()), bytes }];
    for Drafts { text, statements } in drafts.value {
        if !ledger.has_text(text.id())? {
            let warnings = drafts.warnings.clone();
            entries.push(Entry { event: Event::Read { text: Box::new(text), warnings }, bytes: None });
        }
        for statement in statements {
            if drafted.insert(statement.id()) && !ledger.has_statement(statement.id())? {
                let event = Event::Drafted { statement: Box::new(statement), by: by.clone() };
                entries.push(Entry { event, bytes: None });
            }
        }
    }
    ledger.append(&entries, now)
}

/// Stage 6: everyone in the record, computed from the ledger's events.
///
/// # Errors
/// The ledger's, where an entry does not hold.
pub fn people(ledger: &Ledger) -> Result<(Record, People), Error> {
    let record = Record::of(ledger.events()?);
    let people = paradero_case::people(&record);
    Ok((record, people))
}

/// Stage 7: a person's case file. Stage 8 (`redact` and `write` of `paradero-publish`) takes it from here.
#[must_use]
pub fn case_file(record: &Record, people: &People, person: &Person) -> CaseFile {
    paradero_case::compile(record, people, person)
}
