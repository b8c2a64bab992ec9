//! What the ledger holds, folded from its events in their order.

use paradero_model::{Capture, Event, Hash, Judgement, Moment, SourceId, Statement, StatementId, Text, TextId, Warning};
use std::collections::BTreeMap;

/// Everything the ledger holds, as the case crate needs it. Folding the same events gives the same record, always.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    captures: BTreeMap<SourceId, Vec<Capture>>,
    texts: BTreeMap<TextId, Text>,
    order: Vec<TextId>,
    warnings: BTreeMap<TextId, Vec<Warning>>,
    statements: Vec<Drafted>,
    places: BTreeMap<StatementId, usize>,
    of_text: BTreeMap<TextId, Vec<usize>>,
    judgements: Vec<Judged>,
    publications: Vec<Publication>,
}

/// A statement as the ledger holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drafted {
    /// The event's index in the ledger.
    pub index: u64,
    /// The statement.
    pub statement: Statement,
    /// What drafted it first: program version and codebook version.
    pub by: String,
}

/// A judgement as the ledger holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The event's index in the ledger: the latest wins.
    pub index: u64,
    /// The judgement.
    pub judgement: Judgement,
}

/// A release that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// The event's index in the ledger.
    pub index: u64,
    /// Whose case file.
    pub name: String,
    /// SHA-256 of the released bytes.
    pub release: Hash,
    /// Where it was written.
    pub to: String,
    /// Which protected properties the policy let out.
    pub shown: Vec<String>,
    /// When.
    pub at: Moment,
}

impl Record {
    /// Folds the events, each with its index in the ledger, in the ledger's order.
    ///
    /// A text or statement recorded twice counts once, at its first place. A statement whose words do not stand in a text that is
    /// here is left out: no words, no statement (principle 1). Kinds of event that this version does not know are passed over.
    #[must_use]
    pub fn of(events: impl IntoIterator<Item = (u64, Event)>) -> Self {
        let mut record = Self::default();
        for (index, event) in events {
            record.add(index, event);
        }
        record
    }

    fn add(&mut self, index: u64, event: Event) {
        match event {
            Event::Captured(capture) => self.captures.entry(capture.source).or_default().push(capture),
            Event::Read { text, warnings } => {
                let id = text.id();
                if !self.texts.contains_key(&id) {
                    self.order.push(id);
                    self.warnings.insert(id, warnings);
                    self.texts.insert(id, *text);
                }
            }
            Event::Drafted { statement, by } => self.draft(index, *statement, by),
            Event::Judged(judgement) => self.judgements.push(Judged { index, judgement }),
            Event::Published { name, release, to, shown, at } => {
                self.publications.push(Publication { index, name, release, to, shown, at });
            }
            _ => {}
        }
    }

    fn draft(&mut self, index: u64, statement: Statement, by: String) {
        let id = statement.id();
        let text = statement.anchor().text();
        let holds = self.texts.get(&text).is_some_and(|text| statement.anchor().holds(text));
        if !holds || self.places.contains_key(&id) {
            return;
        }
        self.places.insert(id, self.statements.len());
        self.of_text.entry(text).or_default().push(self.statements.len());
        self.statements.push(Drafted { index, statement, by });
    }

    /// The times a source was got, in order.
    #[must_use]
    pub fn captures(&self, source: SourceId) -> &[Capture] {
        self.captures.get(&source).map_or(&[], Vec::as_slice)
    }

    /// Every source that was got, by id.
    pub fn sources(&self) -> impl Iterator<Item = SourceId> + '_ {
        self.captures.keys().copied()
    }

    /// Every text, in the order in which they were read.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.order.iter().filter_map(|id| self.texts.get(id))
    }

    /// The text of an id.
    #[must_use]
    pub fn text(&self, id: TextId) -> Option<&Text> {
        self.texts.get(&id)
    }

    /// What was wrong with a text's source.
    #[must_use]
    pub fn warnings(&self, text: TextId) -> &[Warning] {
        self.warnings.get(&text).map_or(&[], Vec::as_slice)
    }

    /// Every statement, in the ledger's order.
    #[must_use]
    pub fn statements(&self) -> &[Drafted] {
        &self.statements
    }

    /// The statement of an id.
    #[must_use]
    pub fn statement(&self, id: StatementId) -> Option<&Drafted> {
        self.statements.get(*self.places.get(&id)?)
    }

    /// The statements of one text, in the ledger's order.
    pub fn statements_of(&self, text: TextId) -> impl Iterator<Item = &Drafted> {
        self.of_text.get(&text).into_iter().flatten().filter_map(|place| self.statements.get(*place))
    }

    /// Every judgement, in the ledger's order.
    #[must_use]
    pub fn judgements(&self) -> &[Judged] {
        &self.judgements
    }

    /// Every release made, in the ledger's order.
    #[must_use]
    pub fn publications(&self) -> &[Publication] {
        &self.publications
    }
}
