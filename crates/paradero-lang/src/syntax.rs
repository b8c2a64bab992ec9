//! Phrases and clauses, derived from the trees of the sentences.
//!
//! Sentence by sentence: `tree` lays out who hangs on whom, `repair` mends what a rule of the language knows better than the
//! parser, `phrases` gives each noun phrase its stretch, possessor, complements and apposition, `groups` finds the verb groups,
//! `links` how each hangs on the others, `subjects` who is its subject, `arguments` what else hangs on it, and `clauses` puts
//! these together. Every step looks at each edge of a tree a bounded number of times: the whole is linear.

mod arguments;
mod clauses;
mod groups;
mod links;
mod phrases;
mod prepositions;
mod repair;
mod speech;
mod subjects;
mod tree;
mod voice;

use crate::{Analysis, Pos, Word};
use paradero_model::{Lang, Span};
use std::ops::Range;
use tree::Tree;

/// Fills in the phrases and clauses. Reads words and dates.
pub(crate) fn find(body: &str, found: &mut Analysis) {
    let (mut all_phrases, mut all_clauses) = (Vec::new(), Vec::new());
    for at in 0..found.sentences.len() {
        let sentence = Sentence::new(body, found, at);
        let nominals = phrases::measure(&sentence);
        phrases::add(&sentence, &nominals, &mut all_phrases);
        let groups = groups::find(&sentence, &nominals);
        all_clauses.extend(clauses::find(&sentence, &nominals, groups, all_clauses.len()));
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
    tree: Tree,
    /// For each word its preposition, whole.
    prepositions: Vec<Option<String>>,
}

impl<'a> Sentence<'a> {
    fn new(body: &str, found: &'a Analysis, index: usize) -> Self {
        let sentence = &found.sentences[index];
        let words = sentence.words.clone();
        let low = found.words[words.clone()].iter().map(|word| word.text(body).to_lowercase().replace('’', "'")).collect();
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
        let mut whole = Self {
            found,
            index,
            words: words.clone(),
            low,
            dated,
            lang: found.lang,
            tree: Tree::of(&found.words, words),
            prepositions: Vec::new(),
        };
        repair::mend(&mut whole);
        whole.prepositions = prepositions::all(&whole);
        whole
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
