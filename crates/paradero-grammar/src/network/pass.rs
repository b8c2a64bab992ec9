//! The pass over a sentence with a trained network.

use super::{NAME_CLASSES, Network, bucket, model::Affine, scan, vector};
use crate::{
    NameTag, Pos, Relation, decode, features,
    kernels::{highest, multiply_add, scaled_add, transposed},
    lexicon::Lexicon,
};
use std::collections::HashMap;

/// Forms whose first layers are kept while a text is read, at most: some 25 MB.
const KEPT: usize = 8_000;

/// What the network says of one word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Said {
    /// Part of speech.
    pub pos: Pos,
    /// Features as CoNLL-U writes them.
    pub features: &'static str,
    /// The head: 0 the root, else a word of the sentence counted from 1.
    pub head: usize,
    /// The relation to it.
    pub relation: Relation,
    /// Name tag.
    pub name: NameTag,
}

/// Reads sentences one after the other, remembering what forms look like to the network.
pub struct Reader<'a> {
    network: &'a Network,
    lexicon: &'a Lexicon,
    known: HashMap<Box<str>, usize>,
    dense: Vec<f32>,
    gates: Vec<f32>,
    keys: Vec<features::Key>,
}

impl<'a> Reader<'a> {
    /// A reader with nothing remembered.
    #[must_use]
    pub fn new(network: &'a Network, lexicon: &'a Lexicon) -> Self {
        Self { network, lexicon, known: HashMap::new(), dense: Vec::new(), gates: Vec::new(), keys: Vec::new() }
    }

    /// What the network says of each of `forms`, the words of one sentence: [`Reader::read_all`] of one.
    pub fn read(&mut self, forms: &[&str]) -> Vec<Said> {
        self.read_all(&[forms]).pop().unwrap_or_default()
    }

    /// What the network says of each word of some sentences. Several short ones together are read faster than one by one and just the
    /// same. Time grows with the square of a sentence's words for the arcs and straight with them for the rest: callers hold sentences to
    /// [`crate::LONGEST_SENTENCE`] words.
    pub fn read_all(&mut self, sentences: &[&[&str]]) -> Vec<Vec<Said>> {
        let network = self.network;
        let sizes = network.sizes;
        let width = 2 * sizes.half;
        let words: usize = sentences.iter().map(|forms| forms.len()).sum();
        let mut below = Vec::with_capacity(words * width);
        let mut gates = Vec::with_capacity(words * 3 * width);
        self.meet(sentences);
        for form in sentences.iter().copied().flatten() {
            let place = self.known[*form];
            below.extend_from_slice(&self.dense[place * width..(place + 1) * width]);
            gates.extend_from_slice(&self.gates[place * 3 * width..(place + 1) * 3 * width]);
        }
        let mut states = vec![0.0; words * width];
        let mut above = vec![0.0; words * width];
        for (number, layer) in network.layers.iter().enumerate() {
            if number > 0 {
                gates.fill(0.0);
                layer.weights.multiply_add(&mut gates, &below);
            }
            let terms = layer.terms.each_ref().map(Vec::as_slice);
            let mut start = 0;
            for forms in sentences {
                let (rows, wide) =
                    (start * width..(start + forms.len()) * width, start * 3 * width..(start + forms.len()) * 3 * width);
                scan(&mut gates[wide], &mut states[rows.clone()], &mut above[rows.clone()], &below[rows], terms, sizes.half);
                start += forms.len();
            }
            std::mem::swap(&mut below, &mut above);
        }
        let hidden = through(&network.hidden, &below, width);
        let count = sizes.hidden();
        let part = |start: usize, length: usize, cut: bool| -> Vec<f32> {
            let mut part = Vec::with_capacity(words * length);
            for row in hidden.chunks_exact(count) {
                part.extend(row[start..start + length].iter().map(|unit| if cut { unit.max(0.0) } else { *unit }));
            }
            part
        };
        let tag = part(0, sizes.tag, true);
        let pos = through(&network.pos, &tag, sizes.tag);
        let bundles = through(&network.bundle, &tag, sizes.tag);
        let names = through(&network.name, &part(count - sizes.name, sizes.name, true), sizes.name);
        let (arc, label) = (sizes.arc, sizes.label);
        let arcs = [part(sizes.tag, arc, true), part(sizes.tag + arc, arc, true)];
        let at = sizes.tag + 2 * arc;
        let labels = [part(at, label, false), part(at + label, label, false)];
        let bundle_count = network.bundles.len();
        let mut start = 0;
        let one = |forms: &&[&str]| {
            let rows = start..start + forms.len();
            start = rows.end;
            let heads =
                self.heads(&arcs[0][rows.start * arc..rows.end * arc], &arcs[1][rows.start * arc..rows.end * arc], rows.len());
            let sides = [&labels[0], &labels[1]].map(|side| &side[rows.start * label..rows.end * label]);
            let relations = self.relations(sides[0], sides[1], &heads);
            let names = decode::names(&names[rows.start * NAME_CLASSES..rows.end * NAME_CLASSES]);
            rows.zip(heads)
                .zip(relations.into_iter().zip(names))
                .map(|((at, head), (relation, name))| {
                    let pos = Pos::ALL[highest(&pos[at * Pos::ALL.len()..(at + 1) * Pos::ALL.len()])];
                    // Bundles are in the order of their part of speech.
                    let fitting = network.bundles_of(pos);
                    let scores = &bundles[at * bundle_count..][fitting.clone()];
                    let features = if fitting.is_empty() { "" } else { network.bundles[fitting.start + highest(scores)].1 };
                    Said { pos, features, head, relation, name }
                })
                .collect()
        };
        sentences.iter().map(one).collect()
    }

    /// Computes and keeps, for the forms not met before, the values of the dense layer and of the first recurrent one's gates: before the
    /// first scan a form looks the same in every sentence. Together, because a product of several rows costs little more than of one.
    fn meet(&mut self, sentences: &[&[&str]]) {
        let network = self.network;
        let (embed, width) = (network.sizes.embed, 2 * network.sizes.half);
        let new = |known: &HashMap<Box<str>, usize>| sentences.iter().copied().flatten().any(|form| !known.contains_key(*form));
        if self.known.len() >= KEPT && new(&self.known) {
            self.known.clear();
            self.dense.clear();
            self.gates.clear();
        }
        let first = self.known.len();
        let mut sums = Vec::new();
        for form in sentences.iter().copied().flatten() {
            if self.known.contains_key(*form) {
                continue;
            }
            let at = sums.len();
            sums.resize(at + embed, 0.0);
            let sum = &mut sums[at..];
            features::of(form, self.lexicon.clusters.get(form), &mut self.keys);
            for (number, key) in self.keys.iter().enumerate() {
                let row = network.row(*key).or(if number == 0 { network.unseen } else { None });
                if let Some(row) = row {
                    network.add_row(row, 1.0, sum);
                }
            }
            for (row, weight) in &network.marks {
                network.add_row(*row, *weight, sum);
            }
            if let Some(vector) = vector(self.lexicon, form) {
                network.vectors.multiply_add(sum, &vector);
            }
            let place = self.known.len();
            self.known.insert((*form).into(), place);
        }
        let mut dense = through(&network.input, &sums, embed);
        for unit in &mut dense {
            *unit = unit.max(0.0);
        }
        self.gates.resize(self.known.len() * 3 * width, 0.0);
        if let Some(layer) = network.layers.first() {
            layer.weights.multiply_add(&mut self.gates[first * 3 * width..], &dense);
        }
        self.dense.extend_from_slice(&dense);
    }

    /// The best tree.
    fn heads(&self, dependents: &[f32], heads: &[f32], words: usize) -> Vec<usize> {
        let network = self.network;
        let arc = network.sizes.arc;
        if words == 0 {
            return Vec::new();
        }
        let queries = through(&network.arc, dependents, arc);
        let mut side = network.root.clone();
        side.extend_from_slice(heads);
        let mut scores = vec![0.0; words * (words + 1)];
        multiply_add(&mut scores, &queries, &transposed(&side, arc), arc, words + 1);
        for (d, row) in scores.chunks_exact_mut(words + 1).enumerate() {
            for (h, score) in row.iter_mut().enumerate() {
                *score += network.distance[bucket(d + 1, h)];
            }
            row[d + 1] = -1e4;
        }
        decode::tree(&scores, words)
    }

    /// The relation of each word to its head; the root's to the root alone.
    fn relations(&self, dependents: &[f32], heads: &[f32], chosen: &[usize]) -> Vec<Relation> {
        let network = self.network;
        let label = network.sizes.label;
        let mut units = dependents.to_vec();
        for (d, unit) in units.chunks_exact_mut(label).enumerate() {
            let bucket = bucket(d + 1, chosen[d]);
            scaled_add(unit, 1.0, &network.label_distance[bucket * label..(bucket + 1) * label]);
            if let Some(head) = chosen[d].checked_sub(1) {
                scaled_add(unit, 1.0, &heads[head * label..(head + 1) * label]);
            }
            for unit in unit {
                *unit = unit.max(0.0);
            }
        }
        let mut scores = through(&network.label, &units, label);
        let root = network.relations.iter().position(|relation| *relation == Relation::ROOT);
        scores
            .chunks_exact_mut(network.relations.len())
            .zip(chosen)
            .map(|(row, head)| {
                if *head == 0 {
                    return Relation::ROOT;
                }
                if let Some(root) = root {
                    row[root] = f32::NEG_INFINITY;
                }
                network.relations[highest(row)]
            })
            .collect()
    }
}

/// `inputs · matrix + bias`, `inputs` being rows `inner` wide.
fn through(affine: &Affine, inputs: &[f32], inner: usize) -> Vec<f32> {
    let mut out = affine.bias.repeat(inputs.len() / inner);
    affine.matrix.multiply_add(&mut out, inputs);
    out
}
