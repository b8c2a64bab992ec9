//! The statements that concern one person, sorted by how: what every section of the case file is made from.

use crate::{AboutVoice, Drafted, Person, Record, Standing, Stories, fold, names::PersonName};
use paradero_model::{Claim, Day, Quote, Span, StatementId, TextId};
use std::collections::{BTreeMap, BTreeSet};

/// Bytes between a quotation and a statement about the person within which the two belong together: about two sentences.
const BESIDE: usize = 300;

/// The statements that concern one person. Each list is in the order of publication, then of the text.
pub(crate) struct Scope<'a> {
    pub(crate) record: &'a Record,
    pub(crate) stories: &'a Stories,
    pub(crate) person: &'a Person,
    /// Acts that happened to the person, or that a person of the case does (flight, return).
    pub(crate) acts: Vec<&'a Drafted>,
    /// Acts that the person did to others.
    pub(crate) deeds: Vec<&'a Drafted>,
    /// Claims that a report takes from the person.
    pub(crate) told: Vec<&'a Drafted>,
    pub(crate) attributes: Vec<&'a Drafted>,
    pub(crate) allegations: Vec<&'a Drafted>,
    pub(crate) quotes: Vec<(&'a Drafted, AboutVoice)>,
    /// Acts and allegations of groups, in reports that mention the person.
    pub(crate) groups: Vec<&'a Drafted>,
    pub(crate) counts: Vec<&'a Drafted>,
    pub(crate) origins: Vec<&'a Drafted>,
}

impl<'a> Scope<'a> {
    /// Sorts the statements of every text that mentions the person.
    pub(crate) fn of(record: &'a Record, stories: &'a Stories, person: &'a Person, alone: &BTreeSet<TextId>) -> Self {
        let mut scope = Self {
            record,
            stories,
            person,
            acts: Vec::new(),
            deeds: Vec::new(),
            told: Vec::new(),
            attributes: Vec::new(),
            allegations: Vec::new(),
            quotes: Vec::new(),
            groups: Vec::new(),
            counts: Vec::new(),
            origins: Vec::new(),
        };
        let mut statements: Vec<&Drafted> = person.texts().into_iter().flat_map(|text| record.statements_of(text)).collect();
        statements.sort_by_key(|drafted| order(record, drafted));
        for drafted in &statements {
            scope.sort(drafted);
        }
        scope.quotes = scope.voices(&statements, alone);
        scope
    }

    fn sort(&mut self, drafted: &'a Drafted) {
        let text = drafted.statement.anchor().text();
        let person = self.person;
        let named = |name: &String| person.is_named(text, name);
        if drafted.statement.claim().kind() != "quote"
            && drafted.statement.claim().voice().is_some_and(|voice| person.is_named(text, voice))
        {
            self.told.push(drafted);
        }
        match drafted.statement.claim() {
            Claim::Act(act) => {
                if act.group {
                    self.groups.push(drafted);
                } else if act.whom.iter().any(named) {
                    self.acts.push(drafted);
                }
                if act.who.as_ref().is_some_and(named) && !act.whom.iter().any(named) {
                    self.deeds.push(drafted);
                }
            }
            Claim::Attribute(attribute) if named(&attribute.person) => self.attributes.push(drafted),
            Claim::Allegation(allegation) if allegation.group => self.groups.push(drafted),
            Claim::Allegation(allegation) if allegation.about.iter().any(named) => self.allegations.push(drafted),
            Claim::Count(_) => self.counts.push(drafted),
            Claim::Origin(_) => self.origins.push(drafted),
            _ => {}
        }
    }

    /// The quotations by and about the person.
    fn voices(&self, statements: &[&'a Drafted], alone: &BTreeSet<TextId>) -> Vec<(&'a Drafted, AboutVoice)> {
        let mut near: BTreeMap<TextId, Vec<Span>> = BTreeMap::new();
        for drafted in self.acts.iter().chain(&self.attributes).chain(&self.allegations) {
            near.entry(drafted.statement.anchor().text()).or_default().push(drafted.statement.anchor().span());
        }
        let how = |drafted: &Drafted, quote: &Quote| {
            let anchor = drafted.statement.anchor();
            let text = anchor.text();
            let beside = |span: &Span| gap(*span, anchor.span()) <= BESIDE;
            if quote.speaker.as_ref().is_some_and(|speaker| self.person.is_named(text, speaker)) {
                Some(AboutVoice::Speaks)
            } else if self.is_in(text, &quote.quoted) {
                Some(AboutVoice::NamesThem)
            } else if self.person.standing == Standing::OfTheCase && near.get(&text).is_some_and(|spans| spans.iter().any(beside))
            {
                Some(AboutVoice::BesideThem)
            } else {
                (self.person.standing == Standing::OfTheCase && alone.contains(&text)).then_some(AboutVoice::SameReport)
            }
        };
        statements
            .iter()
            .filter_map(|drafted| match drafted.statement.claim() {
                Claim::Quote(quote) => how(drafted, quote).map(|how| (*drafted, how)),
                _ => None,
            })
            .collect()
    }

    /// Whether words of this text name the person by one of the text's forms of the name.
    fn is_in(&self, text: TextId, words: &str) -> bool {
        let words = format!(" {} ", fold(words));
        self.person
            .forms
            .iter()
            .filter(|(one, form)| *one == text && PersonName::read(form).personal())
            .any(|(_, form)| words.contains(&format!(" {} ", fold(form))))
    }

    /// How many independent origins these statements have.
    pub(crate) fn origins_of(&self, statements: &[StatementId]) -> usize {
        self.stories.origins_of(statements.iter().filter_map(|id| self.text(*id)))
    }

    /// The text of a statement.
    pub(crate) fn text(&self, id: StatementId) -> Option<TextId> {
        self.record.statement(id).map(|drafted| drafted.statement.anchor().text())
    }

    /// The last day on which a text can have been published.
    pub(crate) fn published(&self, text: TextId) -> Option<Day> {
        self.record.text(text)?.about.published.as_ref()?.latest()
    }

    /// Every statement that the case file rests on.
    pub(crate) fn all(&self) -> impl Iterator<Item = &'a Drafted> + '_ {
        [&self.acts, &self.deeds, &self.told, &self.attributes, &self.allegations, &self.groups, &self.counts, &self.origins]
            .into_iter()
            .flatten()
            .copied()
            .chain(self.quotes.iter().map(|(drafted, _)| *drafted))
    }
}

/// Bytes between two spans of a text.
fn gap(a: Span, b: Span) -> usize {
    a.start().saturating_sub(b.end()).max(b.start().saturating_sub(a.end()))
}

/// Publication (unknown last), text, place in the text, id: the same for the same statements, whatever the order of recording.
pub(crate) fn order(record: &Record, drafted: &Drafted) -> (bool, Option<Day>, TextId, Span, StatementId) {
    let anchor = drafted.statement.anchor();
    let published = record.text(anchor.text()).and_then(|text| text.about.published.as_ref()?.earliest());
    (published.is_none(), published, anchor.text(), anchor.span(), drafted.statement.id())
}

/// Adds a value that is not there yet; values equal but for case, accents and spacing count as one.
pub(crate) fn add_words(list: &mut Vec<String>, words: &str) {
    let folded = fold(words);
    if !folded.is_empty() && !list.iter().any(|one| fold(one) == folded) {
        list.push(words.to_owned());
    }
}

/// Adds a value that is not there yet.
pub(crate) fn add<T: PartialEq>(list: &mut Vec<T>, value: T) {
    if !list.contains(&value) {
        list.push(value);
    }
}
