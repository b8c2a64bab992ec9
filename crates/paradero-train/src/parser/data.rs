//! Sentences to learn from: features as rows of one table, answers as classes.

use super::recipe::Recipe;
use paradero_grammar::{
    NameTag, Pos, Relation,
    conllu::Annotated,
    features::{self, Key},
    lexicon::Lexicon,
    network::{self, VECTOR, name_class},
};
use std::collections::{BTreeMap, HashMap};

/// No answer is known: nothing is learnt from it.
pub const UNKNOWN: u16 = u16::MAX;

/// A treebank, or texts with names alone.
#[derive(Clone, Debug)]
pub struct Corpus {
    /// Its name, the mark its sentences bear: habits differ from treebank to treebank.
    pub name: String,
    /// Its sentences.
    pub sentences: Vec<Sample>,
}

/// One sentence with what is known of it.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The written words.
    pub forms: Vec<String>,
    /// The tree with parts of speech and features, where it is known.
    pub tree: Option<Annotated>,
    /// Name tags, where they are known; `None` for a word that may be any.
    pub names: Option<Vec<Option<NameTag>>>,
}

/// A sentence as the network takes it.
#[derive(Clone, Debug, Default)]
pub struct Example {
    /// Rows of each word's features; the first is the word's own.
    pub rows: Vec<Vec<u32>>,
    /// How often training has each word.
    pub seen: Vec<u32>,
    /// The word's fixed vector.
    pub vectors: Vec<Option<[f32; VECTOR]>>,
    /// The row of the treebank's mark.
    pub mark: u32,
    /// Parts of speech.
    pub pos: Vec<u16>,
    /// Bundles of features.
    pub bundles: Vec<u16>,
    /// Heads: 0 for the root, else a word from 1.
    pub heads: Vec<u16>,
    /// Relations.
    pub relations: Vec<u16>,
    /// Classes of name tags.
    pub names: Vec<u16>,
    /// Whether the tree is known.
    pub tree: bool,
}

/// What the classes are and which features have a row.
#[derive(Clone, Debug, Default)]
pub struct Inventory {
    /// Row of each feature.
    pub rows: HashMap<Key, u32>,
    /// Bundles: part of speech and features.
    pub bundles: Vec<(Pos, String)>,
    /// Relations.
    pub relations: Vec<Relation>,
    /// How often training has each word, by the key of the word.
    pub words: HashMap<Key, u32>,
}

impl Inventory {
    /// Takes stock of `corpora`.
    #[must_use]
    pub fn new(corpora: &[Corpus], lexicon: &Lexicon, recipe: &Recipe) -> Self {
        let mut found = Self::default();
        let mut counts: BTreeMap<Key, usize> = BTreeMap::new();
        let mut bundles: BTreeMap<(Pos, String), usize> = BTreeMap::new();
        let mut relations: BTreeMap<String, (Relation, usize)> = BTreeMap::new();
        let mut keys = Vec::new();
        for corpus in corpora {
            counts.insert(features::mark(&corpus.name), usize::MAX / 2);
            for sample in &corpus.sentences {
                for form in &sample.forms {
                    features::of(form, lexicon.clusters.get(form), &mut keys);
                    *found.words.entry(keys[0]).or_default() += 1;
                    for key in &keys {
                        *counts.entry(*key).or_default() += 1;
                    }
                }
                for word in sample.tree.iter().flat_map(|tree| &tree.reading.words) {
                    *bundles.entry((word.pos, word.features.to_string())).or_default() += 1;
                    relations.entry(word.relation.to_string()).or_insert((word.relation, 0)).1 += 1;
                }
            }
        }
        counts.insert(features::UNSEEN, usize::MAX / 2);
        for (key, count) in counts {
            if count >= recipe.rare {
                let row = found.rows.len() as u32;
                found.rows.insert(key, row);
            }
        }
        found.bundles = bundles.into_iter().filter(|(_, count)| *count >= 3).map(|(bundle, _)| bundle).collect();
        found.relations = relations.into_values().filter(|(_, count)| *count >= 10).map(|(relation, _)| relation).collect();
        found
    }

    /// The sentence as the network takes it.
    #[must_use]
    pub fn example(&self, sample: &Sample, treebank: &str, lexicon: &Lexicon) -> Example {
        let mut example = Example {
            mark: self.rows.get(&features::mark(treebank)).copied().unwrap_or(0),
            tree: sample.tree.is_some(),
            ..Example::default()
        };
        let unseen = self.rows[&features::UNSEEN];
        let mut keys = Vec::new();
        for form in &sample.forms {
            features::of(form, lexicon.clusters.get(form), &mut keys);
            let mut rows: Vec<u32> = vec![self.rows.get(&keys[0]).copied().unwrap_or(unseen)];
            rows.extend(keys[1..].iter().filter_map(|key| self.rows.get(key).copied()));
            example.rows.push(rows);
            example.seen.push(self.words.get(&keys[0]).copied().unwrap_or(0));
            example.vectors.push(network::vector(lexicon, form));
        }
        let place = |found: Option<usize>| found.map_or(UNKNOWN, |at| at as u16);
        for (at, _) in sample.forms.iter().enumerate() {
            if let Some(word) = sample.tree.as_ref().and_then(|tree| tree.reading.words.get(at)) {
                example.pos.push(word.pos as u16);
                example
                    .bundles
                    .push(place(self.bundles.iter().position(|(pos, features)| *pos == word.pos && *features == word.features)));
                example.heads.push(word.head.map_or(0, |head| head as u16 + 1));
                let exact = self.relations.iter().position(|relation| *relation == word.relation);
                let plain = || {
                    self.relations
                        .iter()
                        .position(|relation| relation.universal == word.relation.universal && relation.subtype.is_empty())
                };
                example.relations.push(place(exact.or_else(plain)));
            } else {
                example.pos.push(UNKNOWN);
                example.bundles.push(UNKNOWN);
                example.heads.push(UNKNOWN);
                example.relations.push(UNKNOWN);
            }
        }
        example.names = vec![UNKNOWN; sample.forms.len()];
        if let Some(names) = &sample.names {
            for (at, tag) in names.iter().enumerate() {
                if let Some(tag) = tag {
                    let next = names.get(at + 1).copied().flatten();
                    example.names[at] = name_class(*tag, next) as u16;
                }
            }
        }
        example
    }
}
