//! Words of treebanks with their lemmas, counted.

use paradero_grammar::{Pos, conllu::Annotated, lemma::clues::seen};
use std::collections::BTreeMap;

/// A word with its lemma.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Example {
    /// As it is written.
    pub form: String,
    /// Its part of speech.
    pub pos: Pos,
    /// Its features as `clues::seen` writes them.
    pub features: String,
    /// Its lemma.
    pub lemma: String,
}

/// The words of treebanks, each with how often it stands there.
#[derive(Default)]
pub struct Examples {
    counts: BTreeMap<Example, usize>,
    /// How many forms, in small letters, each lemma has.
    forms: BTreeMap<(String, Pos), BTreeMap<String, usize>>,
}

impl Examples {
    /// The words of `sentences` of the parts of speech that are `wanted`. Words without a lemma do not count.
    pub fn of(sentences: &[Annotated], wanted: impl Fn(Pos) -> bool) -> Self {
        let mut found = Self::default();
        found.add(sentences, wanted);
        found
    }

    /// Adds the words of `sentences`.
    pub fn add(&mut self, sentences: &[Annotated], wanted: impl Fn(Pos) -> bool) {
        for sentence in sentences {
            for word in sentence.reading.words.iter().filter(|word| wanted(word.pos) && !word.lemma.is_empty()) {
                let form = word.form(&sentence.text).to_owned();
                let lemma = word.lemma.to_string();
                *self.forms.entry((lemma.clone(), word.pos)).or_default().entry(form.to_lowercase()).or_default() += 1;
                *self.counts.entry(Example { form, pos: word.pos, features: seen(&word.features), lemma }).or_default() += 1;
            }
        }
    }

    /// The lemma that each word, with its part of speech and features, has most often (of equals the first by the alphabet), and how
    /// often the word stands there.
    #[must_use]
    pub fn settled(&self) -> Vec<(&Example, usize)> {
        let mut best: BTreeMap<(&str, Pos, &str), (&Example, usize, usize)> = BTreeMap::new();
        for (example, count) in &self.counts {
            let word = (example.form.as_str(), example.pos, example.features.as_str());
            let known = best.entry(word).or_insert((example, 0, 0));
            known.2 += count;
            if *count > known.1 {
                (known.0, known.1) = (example, *count);
            }
        }
        best.into_values().map(|(example, _, all)| (example, all)).collect()
    }

    /// Each lemma and its part of speech.
    pub fn lemmas(&self) -> impl Iterator<Item = (&str, Pos)> {
        self.forms.keys().map(|(lemma, pos)| (lemma.as_str(), *pos))
    }

    /// Whether a form other than `lower` has the lemma.
    #[must_use]
    pub fn elsewhere(&self, lemma: &str, pos: Pos, lower: &str) -> bool {
        self.forms.get(&(lemma.to_owned(), pos)).is_some_and(|forms| forms.keys().any(|form| form != lower))
    }
}
