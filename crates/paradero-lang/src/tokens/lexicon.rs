//! The word lists of a language, and what they offer for one word.

use super::{english_verbs, spanish_verbs};
use crate::{Form, Pos};
use paradero_model::Lang;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// One reading of a verb's form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct VerbReading {
    /// The infinitive.
    pub(crate) lemma: String,
    /// What the form says; an English base form is given as an infinitive.
    pub(crate) form: Form,
}

/// The words of one language.
pub(crate) struct Lexicon {
    words: HashMap<&'static str, Vec<Pos>>,
    verbs: HashMap<String, Vec<VerbReading>>,
    transitive: HashSet<&'static str>,
    nouns: HashSet<&'static str>,
}

impl Lexicon {
    /// The lexicon of `lang`, built at its first use.
    pub(crate) fn of(lang: Lang) -> &'static Self {
        static EN: OnceLock<Lexicon> = OnceLock::new();
        static ES: OnceLock<Lexicon> = OnceLock::new();
        match lang {
            Lang::En => EN.get_or_init(|| {
                let (verbs, transitive, nouns) = english_verbs::read(include_str!("../../data/en_verbs.txt"));
                Self { words: words(include_str!("../../data/en_words.txt")), verbs, transitive, nouns }
            }),
            Lang::Es => ES.get_or_init(|| Self {
                words: words(include_str!("../../data/es_words.txt")),
                verbs: spanish_verbs::read(include_str!("../../data/es_verbs.txt")),
                transitive: HashSet::new(),
                nouns: HashSet::new(),
            }),
        }
    }

    /// The parts of speech that the lists give for `low` (lower-cased), the likeliest first.
    pub(crate) fn parts(&self, low: &str) -> &[Pos] {
        self.words.get(low).map_or(&[], Vec::as_slice)
    }

    /// Whether the lists give `pos` for `low`.
    pub(crate) fn is(&self, low: &str, pos: Pos) -> bool {
        self.parts(low).contains(&pos)
    }

    /// The readings of `low` as a form of a verb in the lists.
    pub(crate) fn verbs(&self, low: &str) -> &[VerbReading] {
        self.verbs.get(low).map_or(&[], Vec::as_slice)
    }

    /// Whether the base form of the English verb `lemma` is a noun as well.
    pub(crate) fn is_noun_too(&self, lemma: &str) -> bool {
        self.nouns.contains(lemma)
    }

    /// Whether an active past form of the English verb `lemma` has an object as a rule: without one it is a participle.
    pub(crate) fn takes_object(&self, lemma: &str) -> bool {
        self.transitive.contains(lemma)
    }
}

/// Reads a list of lines "Pos: words".
fn words(list: &'static str) -> HashMap<&'static str, Vec<Pos>> {
    let mut found: HashMap<&'static str, Vec<Pos>> = HashMap::new();
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let Some((pos, words)) = line.split_once(':').and_then(|(name, words)| Some((part(name)?, words))) else { continue };
        for word in words.split_whitespace() {
            let parts = found.entry(word).or_default();
            if !parts.contains(&pos) {
                parts.push(pos);
            }
        }
    }
    found
}

fn part(name: &str) -> Option<Pos> {
    Some(match name {
        "Adj" => Pos::Adj,
        "Adp" => Pos::Adp,
        "Adv" => Pos::Adv,
        "Aux" => Pos::Aux,
        "Cconj" => Pos::Cconj,
        "Det" => Pos::Det,
        "Intj" => Pos::Intj,
        "Noun" => Pos::Noun,
        "Num" => Pos::Num,
        "Part" => Pos::Part,
        "Pron" => Pos::Pron,
        "Sconj" => Pos::Sconj,
        _ => return None,
    })
}
