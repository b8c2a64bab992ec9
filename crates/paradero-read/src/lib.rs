//! Bytes of a report into its texts, each with a map from every character back to the bytes.
//!
//! The flow, and the file that carries each step:
//! 1. `sniff`: what the bytes are (their beginning decides; a file's name is only a hint);
//! 2. `charset`: bytes into characters, with a map character by character (`mapped`: text that grows together with its map);
//! 3. one reader for each format: `plain`, `reports` (JSON, JSONL), `feed` (RSS, Atom), `html`;
//! 4. a reader inside another (a page in a JSON string in a legacy charset) makes a map on top of a map: they are composed.
//!
//! **Deliberately absent.** No network, disk, clock or script. No tree of the page beyond 512 levels and no recursion on the
//! input's depth, so that no input can make reading slow or end the process. No entity that a document defines itself is ever
//! expanded. No sanitised markup: what leaves this crate is words. No judgement of language: `lang` is what the source says.
//! Plain text is never normalised: its body is the file's characters, so that places in the text are places in the file.

mod charset;
mod dates;
mod feed;
mod html;
mod limits;
mod mapped;
mod plain;
mod reports;
mod sniff;

use charset::Decoded;
use mapped::Mapped;
use paradero_model::{About, Problem, SourceId, Span, Text, Warned, Warning};
use sniff::Format;

/// Reads a source's bytes into its texts: one for a page or a plain text, one for each entry of a feed or a file of reports.
/// `name` is the file's name where there is one: a hint for telling formats apart, never trusted above the bytes.
/// Never fails: hopeless bytes give no text and a warning.
#[must_use]
pub fn read(bytes: &[u8], name: Option<&str>) -> Warned<Vec<Text>> {
    let mut notes = Notes::default();
    if bytes.is_empty() {
        notes.add(Problem::Empty, None, "");
        return Warned { value: Vec::new(), warnings: notes.all };
    }
    if let Some(what) = sniff::binary(bytes) {
        notes.add(Problem::Binary, None, what);
        return Warned { value: Vec::new(), warnings: notes.all };
    }
    let source = SourceId::of(bytes);
    let Decoded { text, map } = charset::decode(bytes, &mut notes);
    if text.trim().is_empty() {
        notes.add(Problem::Empty, None, "");
        return Warned { value: Vec::new(), warnings: notes.all };
    }
    let pieces = match sniff::format(&text, name) {
        Format::Plain => vec![plain::read(&text, &mut notes)],
        Format::Html => vec![html::read(&text, &mut notes)],
        Format::Feed => feed::read(&text, &mut notes),
        Format::Reports => reports::read(&text, &mut notes),
    };
    let pieces: Vec<Piece> = pieces.into_iter().filter(|piece| !piece.body.text.trim().is_empty()).collect();
    if pieces.is_empty() {
        notes.add(Problem::Empty, None, "");
    }
    let texts = pieces.into_iter().enumerate().map(|(entry, piece)| {
        let entry = u32::try_from(entry).unwrap_or(u32::MAX);
        Text::new(source, entry, piece.reader, piece.body.text, piece.body.map.through(&map), piece.about)
    });
    Warned { value: texts.collect(), warnings: notes.in_source(&map) }
}

/// What a reader of one format makes: a body mapped to the decoded characters, and what the source says about it.
struct Piece {
    reader: &'static str,
    body: Mapped,
    about: About,
}

/// The warnings of one reading, in the order in which they arise.
#[derive(Default)]
struct Notes {
    /// With places in the bytes of the source, or none.
    all: Vec<Warning>,
    /// From here on, places are in the decoded characters.
    decoded_from: usize,
}

impl Notes {
    fn add(&mut self, what: Problem, span: Option<Span>, detail: impl Into<String>) {
        if self.all.len() < limits::WARNINGS {
            self.all.push(Warning { what, span, detail: detail.into() });
        }
    }

    /// Says that places of the warnings to come are in the decoded characters.
    fn decoded(&mut self) {
        self.decoded_from = self.all.len();
    }

    /// The warnings with every place in the bytes of the source.
    fn in_source(mut self, map: &paradero_model::ByteMap) -> Vec<Warning> {
        for warning in &mut self.all[self.decoded_from..] {
            warning.span = warning.span.and_then(|span| map.source_of(span));
        }
        self.all
    }
}
