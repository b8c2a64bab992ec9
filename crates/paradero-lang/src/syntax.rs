//! Phrases and clauses.
//!
//! Sentence by sentence: `chunks` finds noun phrases without what hangs on them, `groups` verb groups, `items` lays both in a row
//! with prepositions, conjunctions and marks between, `clauses` gives each verb group its subject and link, `arguments` what
//! follows it, `phrases` gives each noun phrase its possessor, complements and apposition. Sentences have a longest length, so
//! looking back over one keeps the whole linear.

mod arguments;
mod chunks;
mod clauses;
mod groups;
mod items;
mod phrases;
mod speech;
mod subjects;

use crate::{Analysis, Pos, Word};
use paradero_model::{Lang, Span};
use std::ops::Range;

/// Fills in the phrases and clauses. Reads words, names, dates and numbers.
pub(crate) fn find(body: &str, found: &mut Analysis) {
    let (mut all_phrases, mut all_clauses) = (Vec::new(), Vec::new());
    for at in 0..found.sentences.len() {
        let sentence = Sentence::new(body, found, at);
        let groups = groups::find(&sentence);
        let chunks = chunks::find(&sentence, &groups);
        let row = items::lay(&sentence, chunks, groups);
        let clauses = clauses::find(&sentence, &row, all_clauses.len());
        phrases::add(&sentence, &row, &mut all_phrases);
        all_clauses.extend(clauses);
    }
    found.phrases = all_phrases;
    found.clauses = all_clauses;
}

/// One sentence with what is known of it before its phrases and clauses.
struct Sentence<'a> {
    found: &'a Analysis,
    /// Which sentence of the text.
    index: usize,
    /// Its words.
    words: Range<usize>,
    /// The words lower-cased, with a straight apostrophe; indexed from the sentence's first word.
    low: Vec<String>,
    /// For each word whether it belongs to a date.
    dated: Vec<bool>,
    lang: Lang,
}

impl<'a> Sentence<'a> {
    fn new(body: &str, found: &'a Analysis, index: usize) -> Self {
        let sentence = &found.sentences[index];
        let words = sentence.words.clone();
        let low =
            found.words[words.clone()].iter().map(|word| body[word.span.range()].to_lowercase().replace('’', "'")).collect();
        let first = found.dates.partition_point(|date| date.span.end() <= sentence.span.start());
        let dates: Vec<Span> =
            found.dates[first..].iter().map(|date| date.span).take_while(|span| span.start() < sentence.span.end()).collect();
        let mut next = 0;
        let dated = found.words[words.clone()]
            .iter()
            .map(|word| {
                while dates.get(next).is_some_and(|date| date.end() <= word.span.start()) {
                    next += 1;
                }
                dates.get(next).is_some_and(|date| date.overlaps(word.span))
            })
            .collect();
        Self { found, index, words, low, dated, lang: found.lang }
    }

    fn word(&self, at: usize) -> &'a Word {
        &self.found.words[at]
    }

    /// The word's part of speech; punctuation outside the sentence.
    fn pos(&self, at: usize) -> Pos {
        if self.words.contains(&at) { self.found.words[at].pos } else { Pos::Punct }
    }

    fn low(&self, at: usize) -> &str {
        if self.words.contains(&at) { &self.low[at - self.words.start] } else { "" }
    }

    fn lemma(&self, at: usize) -> &'a str {
        if self.words.contains(&at) { &self.found.words[at].lemma } else { "" }
    }

    fn is_dated(&self, at: usize) -> bool {
        self.words.contains(&at) && self.dated[at - self.words.start]
    }

    /// The bytes from the first to the last of `words`.
    fn span(&self, words: &Range<usize>) -> Span {
        let last = words.end.saturating_sub(1).max(words.start);
        self.found.words[words.start].span.to(self.found.words[last].span)
    }
}
