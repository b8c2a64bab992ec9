//! What every rule may ask about a report: its words, who is meant by some words, who speaks, how sure it is, when and where.
//!
//! A [`Scene`] is an analysed text seen through the codebook of its language. It answers; it drafts nothing.

mod certainty;
mod fullest;
pub(crate) mod naming;
mod owner;
mod patient;
mod referent;
mod setting;
mod speaker;
mod story;
pub(crate) mod telling;
mod wording;

pub(crate) use referent::Referent;

use crate::codebook::{ActVerb, Codebook, Words};
use paradero_lang::{Analysis, Clause};
use paradero_model::{Span, Text};
use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};
use story::Story;

/// An analysed text seen through the codebook of its language.
pub(crate) struct Scene<'a> {
    /// The text.
    pub text: &'a Text,
    /// What was found in it.
    pub found: &'a Analysis,
    /// The codebook of its language.
    pub book: &'a Words,
    /// Each word, lower-cased, with a straight apostrophe.
    lower: Vec<String>,
    /// For each word the smallest clause that holds it.
    clause_of: Vec<Option<usize>>,
    /// Nouns for persons.
    persons: HashSet<&'a str>,
    /// Verbs of saying.
    say: HashSet<&'a str>,
    /// For the head of each clause the entries that its verb fits.
    tellings: HashMap<usize, Vec<&'a ActVerb>>,
    /// For each name the fullest form in the report.
    full: HashMap<Span, String>,
    /// For each sentence its clauses.
    by_sentence: Vec<Vec<usize>>,
    /// The persons that the report is about.
    story: Story,
}

impl<'a> Scene<'a> {
    /// Sees `text` through `codebook`.
    pub(crate) fn new(text: &'a Text, found: &'a Analysis, codebook: &'a Codebook) -> Self {
        let book = codebook.words(found.lang);
        let body = text.body();
        let lower = found.words.iter().map(|word| word.text(body).to_lowercase().replace('’', "'")).collect();
        let mut scene = Self {
            text,
            found,
            book,
            lower,
            clause_of: clause_of(found),
            persons: [&book.persons.person, &book.persons.family, &book.persons.role, &book.persons.occupation]
                .into_iter()
                .flatten()
                .map(String::as_str)
                .collect(),
            say: book.speech.say.iter().map(String::as_str).collect(),
            tellings: HashMap::new(),
            full: HashMap::new(),
            by_sentence: by_sentence(found),
            story: Story::default(),
        };
        scene.read_names();
        scene.read_tellings();
        scene.story = Story::read(&scene);
        scene
    }

    /// The words of a span; empty where the span does not fit.
    pub(crate) fn str(&self, span: Span) -> &'a str {
        span.of(self.text.body()).unwrap_or_default()
    }

    /// The word at an index, lower-cased.
    pub(crate) fn lower(&self, word: usize) -> &str {
        self.lower.get(word).map_or("", String::as_str)
    }

    /// The dictionary form of the word at an index.
    pub(crate) fn lemma(&self, word: usize) -> &'a str {
        self.found.words.get(word).map_or("", |word| word.lemma.as_str())
    }

    /// Whether the word at an index is one of `choices`, as it stands or in its dictionary form.
    pub(crate) fn is(&self, word: usize, choices: &[String]) -> bool {
        let (lower, lemma) = (self.lower(word), self.lemma(word));
        !lower.is_empty() && choices.iter().any(|choice| choice == lower || choice == lemma)
    }

    /// The indexes of the words that lie wholly inside a span.
    pub(crate) fn words(&self, span: Span) -> Range<usize> {
        let first = self.found.words.partition_point(|word| word.span.start() < span.start());
        let last = self.found.words.partition_point(|word| word.span.end() <= span.end());
        first..last.max(first)
    }

    /// The span of a range of words; `None` where it is empty.
    pub(crate) fn span(&self, words: Range<usize>) -> Option<Span> {
        let words = self.found.words.get(words)?;
        Some(words.first()?.span.to(words.last()?.span))
    }

    /// The smallest clause that holds a word.
    pub(crate) fn clause_at(&self, word: usize) -> Option<usize> {
        self.clause_of.get(word).copied().flatten()
    }

    /// The clause that `clause` hangs on.
    pub(crate) fn governor(&self, clause: &Clause) -> Option<&'a Clause> {
        self.found.clauses.get(clause.governor?)
    }

    /// The clauses of the sentence in which a span begins.
    pub(crate) fn clauses_near(&self, span: Span) -> impl Iterator<Item = &'a Clause> {
        let sentence = self.found.sentence_at(span.start()).and_then(|sentence| self.by_sentence.get(sentence));
        sentence.into_iter().flatten().filter_map(|index| self.found.clauses.get(*index))
    }

    /// The sentence that holds byte `at`.
    pub(crate) fn sentence_span(&self, at: usize) -> Option<Span> {
        self.found.sentence_at(at).and_then(|sentence| self.found.sentences.get(sentence)).map(|sentence| sentence.span)
    }

    /// Whether one of `entries` (one or more words each) stands among `words`.
    pub(crate) fn holds(&self, words: Range<usize>, entries: &[String]) -> bool {
        self.find(words, entries).is_some()
    }

    /// The first and longest of `entries` that stands among `words`: the words it covers.
    pub(crate) fn find(&self, words: Range<usize>, entries: &[String]) -> Option<Range<usize>> {
        words.clone().find_map(|at| {
            let fits = entries.iter().filter_map(|entry| self.fits(at, entry).filter(|found| found.end <= words.end));
            fits.max_by_key(Range::len)
        })
    }

    /// Whether the words of `entry` stand side by side from word `at` on: the words covered.
    pub(crate) fn fits(&self, at: usize, entry: &str) -> Option<Range<usize>> {
        let mut next = at;
        for part in entry.split(' ') {
            // Tokens may be split inside a written word ("year-old"); the entry is compared with what stands written there.
            if part == self.lower(next) || part == self.lemma(next) {
                next += 1;
                continue;
            }
            let mut written = String::new();
            while written.len() < part.len() && next < self.lower.len() && next < at + 12 {
                written.push_str(self.lower(next));
                next += 1;
            }
            if written != part {
                return None;
            }
        }
        Some(at..next)
    }

    /// Whether the head word of a phrase is a noun for persons.
    pub(crate) fn is_person_noun(&self, word: usize) -> bool {
        self.persons.contains(self.lemma(word)) || self.persons.contains(self.lower(word))
    }

    /// Whether a word is a verb of saying.
    pub(crate) fn says(&self, word: usize) -> bool {
        self.say.contains(self.lemma(word))
    }
}

/// The clauses of each sentence.
fn by_sentence(found: &Analysis) -> Vec<Vec<usize>> {
    let mut by = vec![Vec::new(); found.sentences.len()];
    for (index, clause) in found.clauses.iter().enumerate() {
        if let Some(list) = by.get_mut(clause.sentence) {
            list.push(index);
        }
    }
    by
}

/// For each word the smallest clause whose span holds it.
fn clause_of(found: &Analysis) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..found.clauses.len()).collect();
    order.sort_by_key(|clause| std::cmp::Reverse(found.clauses[*clause].span.len()));
    let mut of = vec![None; found.words.len()];
    for clause in order {
        let span = found.clauses[clause].span;
        let first = found.words.partition_point(|word| word.span.start() < span.start());
        for (offset, word) in found.words[first..].iter().enumerate() {
            if word.span.end() > span.end() {
                break;
            }
            of[first + offset] = Some(clause);
        }
    }
    // A word of a verb group belongs to its own clause, whatever the spans say.
    for (index, clause) in found.clauses.iter().enumerate() {
        for word in clause.group.clone() {
            if let Some(slot) = of.get_mut(word) {
                *slot = Some(index);
            }
        }
    }
    of
}
