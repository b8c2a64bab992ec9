//! Names: which of them a word is part of, which stand side by side, and the fullest form that the report writes.

use super::{Referent, Scene};
use paradero_lang::{Name, NameKind, Pos};
use paradero_model::Span;
use std::collections::HashMap;

impl Scene<'_> {
    /// All persons named side by side in a span: "Ana Ruiz, Eva Paz and two others".
    pub(super) fn coordinated(&self, span: Span) -> Vec<Referent> {
        let mut people: Vec<Referent> = Vec::new();
        let mut end: Option<usize> = None;
        for name in self.found.names.iter().filter(|name| name.kind == NameKind::Person && span.overlaps(name.span)) {
            if let Some(end) = end {
                let between = self.text.body().get(end..name.span.start()).unwrap_or_default().trim();
                let joined =
                    between.split_whitespace().all(|word| matches!(word.trim_matches(','), "" | "and" | "y" | "e" | "&" | "et"));
                if !joined || between.is_empty() {
                    continue;
                }
            }
            end = Some(name.span.end());
            let words = self.fullest(name.span);
            if !people.iter().any(|person| person.words == words) {
                people.push(Referent { words, group: false });
            }
        }
        people
    }

    /// The name of a person that a word is part of.
    pub(crate) fn name_at(&self, word: usize) -> Option<&Name> {
        let span = self.found.words.get(word)?.span;
        self.found.names.iter().find(|name| name.kind == NameKind::Person && name.span.contains(span))
    }

    /// The name of a person set right beside a noun: "el dirigente Luis Paz", "his lawyer, Lucía Paz".
    pub(super) fn beside(&self, span: Span, head: usize) -> Option<&Name> {
        let noun = self.found.words.get(head)?.span;
        let apposed = self.phrase_of(head).and_then(|phrase| phrase.apposition).and_then(|index| self.found.phrases.get(index));
        if let Some(name) = apposed.and_then(|phrase| self.name_at(phrase.head)) {
            return Some(name);
        }
        self.found.names.iter().find(|name| {
            name.kind == NameKind::Person && span.contains(name.span) && noun.end() <= name.span.start() && {
                let between = self.words(Span::new(noun.end(), name.span.start()));
                between.clone().all(|word| {
                    !matches!(self.found.words[word].pos, Pos::Verb | Pos::Aux | Pos::Cconj | Pos::Pron)
                        && !matches!(self.lower(word), ";" | ":" | ".")
                }) && between
                    .clone()
                    .last()
                    .is_none_or(|last| self.lower(last) == "," || matches!(self.found.words[last].pos, Pos::Adj | Pos::Noun))
            }
        })
    }

    /// The fullest form in which the report writes a person's name.
    pub(crate) fn fullest(&self, name: Span) -> String {
        self.full.get(&name).cloned().unwrap_or_else(|| self.verbatim(name))
    }

    /// Looks the fullest form of every name up, once.
    pub(super) fn read_names(&mut self) {
        let mut chained: HashMap<Span, Span> = HashMap::new();
        for chain in &self.found.chains {
            if let Some(name) = chain.name {
                for mention in &chain.mentions {
                    chained.entry(mention.span).or_insert(name);
                }
            }
        }
        let people = self.found.names.iter().filter(|found| found.kind == NameKind::Person);
        let mut people: Vec<String> = people.map(|found| self.verbatim(found.span)).collect();
        people.sort();
        people.dedup();
        let mut known: HashMap<String, String> = HashMap::new();
        let mut full = HashMap::new();
        let spans = self.found.names.iter().map(|name| name.span).chain(self.found.chains.iter().filter_map(|chain| chain.name));
        for name in spans {
            let written = self.verbatim(chained.get(&name).copied().unwrap_or(name));
            let fuller = known.entry(written.clone()).or_insert_with(|| fuller(written, &people));
            full.insert(name, fuller.clone());
        }
        self.full = full;
    }
}

/// The fullest of `people` that a name is part of; the name itself where none is, or where two differ.
fn fuller(written: String, people: &[String]) -> String {
    {
        let parts: Vec<&str> = written.split(' ').collect();
        // Where no chain joins them: a name whose words all stand, in order, in exactly one fuller name of the report.
        let mut fuller: Vec<String> = people
            .iter()
            .filter(|other| {
                other.len() > written.len() && {
                    let others: Vec<&str> = other.split(' ').collect();
                    parts.iter().all(|part| others.contains(part))
                }
            })
            .cloned()
            .collect();
        fuller.sort_by_key(|other| std::cmp::Reverse(other.len()));
        fuller.dedup();
        let one = fuller.first().is_some_and(|longest| {
            fuller.iter().all(|other| other.split(' ').all(|part| longest.split(' ').any(|word| word == part)))
        });
        if one { fuller.swap_remove(0) } else { written }
    }
}
