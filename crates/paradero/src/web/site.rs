//! What the page shows, computed once from the record.

use paradero_case::{CaseFile, Drafted, People, Record, compile};
use paradero_model::{Mention, Place, StatementId, Text, TextId};
use paradero_publish::{Masked, Policy, Veil};
use std::collections::BTreeMap;

/// The record, its people and their case files, with the veil that hides what is protected.
pub struct Site {
    /// The record.
    pub(super) record: Record,
    /// The people of it.
    pub(super) people: People,
    /// Their case files, in the order of the people.
    pub(super) cases: Vec<CaseFile>,
    /// Hides everything protected.
    pub(super) hiding: Policy,
    veil: Veil,
    clear: Veil,
    numbers: BTreeMap<StatementId, usize>,
}

impl Site {
    /// The site of a record.
    #[must_use]
    pub fn new(record: Record, people: People) -> Self {
        let cases = people.persons.iter().map(|person| compile(&record, &people, person)).collect();
        let hiding = Policy::default().guarding(&record, &people);
        let veil = Veil::of_policy(&hiding);
        let clear = Veil::of_policy(&Policy::everything());
        let texts: Vec<TextId> = record.texts().map(Text::id).collect();
        let numbered = texts.iter().flat_map(|text| (1..).zip(ordered(&record, *text)));
        let numbers = numbered.map(|(number, one)| (one.statement.id(), number)).collect();
        Self { record, people, cases, hiding, veil, clear, numbers }
    }

    /// The policy of a page.
    pub(super) fn policy(&self, open: bool) -> Policy {
        if open { Policy::everything() } else { self.hiding.clone() }
    }

    /// The veil of a page.
    pub(super) fn veil(&self, open: bool) -> &Veil {
        if open { &self.clear } else { &self.veil }
    }

    /// A text from outside, as a page may show it.
    pub(super) fn mask(&self, text: &str, open: bool) -> Masked {
        self.veil(open).mask(text)
    }

    /// The number of the person that a mention belongs to, with the case file. The program's commands take the same numbers.
    pub(super) fn of_mention(&self, mention: &Mention) -> Option<(usize, &CaseFile)> {
        let persons = (1..).zip(self.people.persons.iter().zip(&self.cases));
        persons.filter(|(_, (person, _))| person.mentions.contains(mention)).map(|(number, (_, case))| (number, case)).next()
    }

    /// What a text is called where it has no title: the name of the file that its source was got from, with the place of the text
    /// in it where it is one of several.
    pub(super) fn file_name(&self, text: &Text) -> Option<String> {
        let name = self.record.captures(text.source()).iter().find_map(|capture| match &capture.from {
            Place::File(path) => path.rsplit(['/', '\\']).next().filter(|name| !name.is_empty()),
            _ => None,
        })?;
        let several = self.record.texts().filter(|other| other.source() == text.source()).nth(1).is_some();
        Some(if several { format!("{name}, {}", text.entry() + 1) } else { name.to_owned() })
    }

    /// The case file at the address `id`, with the person's number.
    pub(super) fn case(&self, id: &str) -> Option<(usize, &CaseFile)> {
        (1..).zip(&self.cases).find(|(_, case)| case.head.person.to_string() == id)
    }

    /// The number of a statement in its text, from 1, in the order in which the words stand.
    pub(super) fn number(&self, statement: StatementId) -> Option<usize> {
        self.numbers.get(&statement).copied()
    }

    /// The statements of a text in the order in which the words stand: their place, from 1, is their number.
    pub(super) fn numbered(&self, text: TextId) -> Vec<&Drafted> {
        ordered(&self.record, text)
    }
}

fn ordered(record: &Record, text: TextId) -> Vec<&Drafted> {
    let mut drafted: Vec<_> = record.statements_of(text).collect();
    drafted.sort_by_key(|one| (one.statement.anchor().span().start(), one.statement.anchor().span().end(), one.index));
    drafted
}
