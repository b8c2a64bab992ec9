//! The whole of Paradero on one screen: a source goes in at the top, a release comes out at the bottom.
//!
//! Each function is one or two stages of ARCHITECTURE.md's table, in its order, and calls the one function that carries the stage.

use paradero_case::{CaseFile, People, Person, Record};
use paradero_draft::Codebook;
use paradero_lang::{Analysis, Paragraph};
use paradero_ledger::{Entry, Error, Ledger};
use paradero_model::{Event, Moment, Place, Problem, Receipt, Source, Span, Statement, Text, Warned, Warning};
use std::collections::HashSet;

/// A text of a source with the statements drafted from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drafts {
    /// The text.
    pub text: Text,
    /// Its statements, in the order of the text.
    pub statements: Vec<Statement>,
}

/// Stage 2: the texts of a source.
#[must_use]
pub fn texts(source: &Source) -> Warned<Vec<Text>> {
    let name = match &source.capture.from {
        Place::File(path) => Some(path.as_str()),
        _ => None,
    };
    let mut read = paradero_read::read(&source.bytes, name);
    let several = read.value.len() > 1;
    for text in &mut read.value {
        // What carries no id of its own is cited by its file, and by its place where the file holds several.
        let file = name.map_or("-", |path| path.rsplit(['/', '\\']).next().unwrap_or(path));
        let cited = if several { format!("{file}#{}", text.entry() + 1) } else { file.to_owned() };
        text.about.report.get_or_insert(cited);
    }
    read
}

/// Stages 2, 3 and 4: the texts of a source, each analysed and drafted. Never fails: what was wrong comes with it.
#[must_use]
pub fn read(source: &Source, codebook: &Codebook) -> Warned<Vec<Drafts>> {
    let Warned { value: texts, mut warnings } = texts(source);
    let mut drafts = Vec::new();
    for text in texts {
        let analysis = paradero_lang::analyse(&text);
        warnings.extend(unread(&analysis));
        let drafted = paradero_draft::draft(&text, &analysis, codebook);
        warnings.extend(drafted.warnings);
        drafts.push(Drafts { text, statements: drafted.value });
    }
    Warned { value: drafts, warnings }
}

/// A warning for each stretch of paragraphs that analysis left alone, being in a third language: the paragraphs' numbers as the detail.
#[must_use]
pub fn unread(analysis: &Analysis) -> Vec<Warning> {
    let numbered: Vec<_> = analysis.paragraphs.iter().zip(1..).collect();
    let stretches = numbered.chunk_by(|(a, _), (b, _)| a.lang == b.lang);
    let warning = |stretch: &[(&Paragraph, usize)]| {
        let [(first, from), ..] = stretch else { return None };
        let (last, to) = stretch.last()?;
        let detail = if from == to { format!("¶ {from}") } else { format!("¶ {from}–{to}") };
        let span = Some(Span::new(first.span.start(), last.span.end()));
        first.lang.is_none().then_some(Warning { what: Problem::UnknownLanguage, span, detail })
    };
    stretches.filter_map(warning).collect()
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
