//! The network's pass over one sentence, keeping what the way back needs.

use super::{chance::Chance, data::Example, layout::Layout, recipe::Recipe};
use paradero_grammar::{
    kernels::{multiply_add, scaled_add, transposed},
    network::{BUCKETS, NAME_CLASSES, VECTOR, bucket, scan},
};

/// All numbers of a network.
#[derive(Clone, Debug)]
pub struct Weights {
    /// The matrices, laid out by [`Layout`].
    pub dense: Vec<f32>,
    /// Rows of features, `embed` wide.
    pub rows: Vec<f32>,
    /// The matrices with rows and columns exchanged, in the same places: the way back multiplies by these.
    pub turned: Vec<f32>,
}

impl Weights {
    /// Brings [`Weights::turned`] up to date.
    pub fn turn(&mut self, layout: &Layout) {
        self.turned.resize(self.dense.len(), 0.0);
        for (matrix, columns) in layout.matrices() {
            let turned = transposed(&self.dense[matrix.clone()], columns);
            self.turned[matrix].copy_from_slice(&turned);
        }
    }
}

/// What chance hides of one sentence.
#[derive(Clone, Debug, Default)]
pub struct Hidden {
    /// Rows of each word after features were hidden.
    pub rows: Vec<Vec<u32>>,
    /// Mask of the summed features: words × embed. Empty: nothing is hidden.
    pub input: Vec<f32>,
    /// Mask of each layer's input and of the last one's output: `2·half` each.
    pub layers: Vec<Vec<f32>>,
    /// Mask of the hidden units: words × hidden.
    pub units: Vec<f32>,
}

/// What a recurrent layer computed.
#[derive(Clone, Debug, Default)]
pub struct Pass {
    /// Its input, masked: words × 2·half.
    pub input: Vec<f32>,
    /// New value, forget gate, output gate before the scan; after it the gates' values: words × 6·half.
    pub gates: Vec<f32>,
    /// States: words × 2·half.
    pub states: Vec<f32>,
}

/// What the pass over a sentence computed.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs, reason = "named as in the network's page")]
pub struct Forward {
    pub words: usize,
    pub summed: Vec<f32>,
    pub dense: Vec<f32>,
    pub passes: Vec<Pass>,
    pub last: Vec<f32>,
    pub hidden: Vec<f32>,
    pub pos: Vec<f32>,
    pub bundles: Vec<f32>,
    pub queries: Vec<f32>,
    pub arcs: Vec<f32>,
    pub names: Vec<f32>,
}

/// Draws what is hidden of `example`.
pub fn hide(example: &Example, recipe: &Recipe, unseen: u32, chance: &mut Chance) -> Hidden {
    let words = example.rows.len();
    let mut hidden = Hidden::default();
    let marked = chance.part() > 0.1;
    for (rows, seen) in example.rows.iter().zip(&example.seen) {
        let mut kept = Vec::with_capacity(rows.len() + 1);
        let rare = 0.25 / (0.25 + *seen as f32);
        kept.push(if chance.part() < rare.max(recipe.drop_feature * 0.5) { unseen } else { rows[0] });
        kept.extend(rows[1..].iter().filter(|_| chance.part() >= recipe.drop_feature));
        if marked {
            kept.push(example.mark);
        }
        hidden.rows.push(kept);
    }
    let width = 2 * recipe.half;
    hidden.input = chance.mask(words * recipe.embed, recipe.drop_input);
    hidden.layers = (0..=recipe.layers).map(|_| chance.mask(width, recipe.drop_layer)).collect();
    hidden.units = chance.mask(words * super::layout::hidden(recipe), recipe.drop_hidden);
    hidden
}

/// Nothing hidden: how a text is read. The mark is that of `mark` where one is given.
pub fn nothing_hidden(example: &Example, mark: Option<u32>) -> Hidden {
    let rows = example.rows.iter().map(|rows| rows.iter().copied().chain(mark).collect()).collect();
    Hidden { rows, ..Hidden::default() }
}

/// The pass over one sentence.
pub fn forward(weights: &Weights, layout: &Layout, recipe: &Recipe, example: &Example, hidden: &Hidden) -> Forward {
    let w = &weights.dense;
    let words = example.rows.len();
    let (embed, width) = (recipe.embed, 2 * recipe.half);
    let mut f = Forward { words, ..Forward::default() };
    f.summed = vec![0.0; words * embed];
    for (at, summed) in f.summed.chunks_exact_mut(embed).enumerate() {
        for row in &hidden.rows[at] {
            scaled_add(summed, 1.0, &weights.rows[*row as usize * embed..(*row as usize + 1) * embed]);
        }
        if let Some(vector) = &example.vectors[at] {
            multiply_add(summed, vector, &w[layout.vectors.clone()], VECTOR, embed);
        }
    }
    mask(&mut f.summed, &hidden.input);
    f.dense = biased(&w[layout.input_bias.clone()], words);
    multiply_add(&mut f.dense, &f.summed, &w[layout.input.clone()], embed, width);
    relu(&mut f.dense);
    let mut below = f.dense.clone();
    for (number, layer) in layout.recurrent.iter().enumerate() {
        if let Some(hidden) = hidden.layers.get(number) {
            mask_rows(&mut below, hidden);
        }
        let mut pass = Pass { input: below, gates: vec![0.0; words * 3 * width], states: vec![0.0; words * width] };
        multiply_add(&mut pass.gates, &pass.input, &w[layer.weights.clone()], width, 3 * width);
        let mut out = vec![0.0; words * width];
        let terms = [
            &w[layer.forget_state.clone()],
            &w[layer.output_state.clone()],
            &w[layer.forget_bias.clone()],
            &w[layer.output_bias.clone()],
        ];
        scan(&mut pass.gates, &mut pass.states, &mut out, &pass.input, terms, recipe.half);
        f.passes.push(pass);
        below = out;
    }
    if let Some(hidden) = hidden.layers.last() {
        mask_rows(&mut below, hidden);
    }
    f.last = below;
    let count = super::layout::hidden(recipe);
    f.hidden = biased(&w[layout.hidden_bias.clone()], words);
    multiply_add(&mut f.hidden, &f.last, &w[layout.hidden.clone()], width, count);
    // The relation's units are summed with the head's before they are cut off at zero: the others are cut off here.
    let label = recipe.tag + 2 * recipe.arc..recipe.tag + 2 * recipe.arc + 2 * recipe.label;
    for row in f.hidden.chunks_exact_mut(count) {
        let (before, rest) = row.split_at_mut(label.start);
        relu(before);
        relu(&mut rest[label.len()..]);
    }
    if !hidden.units.is_empty() {
        mask(&mut f.hidden, &hidden.units);
    }
    let part = |start: usize, length: usize| columns(&f.hidden, count, start, length);
    let tag = part(0, recipe.tag);
    f.pos = biased(&w[layout.pos_bias.clone()], words);
    multiply_add(&mut f.pos, &tag, &w[layout.pos.clone()], recipe.tag, layout.pos_bias.len());
    f.bundles = biased(&w[layout.bundle_bias.clone()], words);
    multiply_add(&mut f.bundles, &tag, &w[layout.bundle.clone()], recipe.tag, layout.bundle_bias.len());
    let dependents = part(recipe.tag, recipe.arc);
    let heads = head_side(&part(recipe.tag + recipe.arc, recipe.arc), &w[layout.root.clone()]);
    f.queries = biased(&w[layout.arc_bias.clone()], words);
    multiply_add(&mut f.queries, &dependents, &w[layout.arc.clone()], recipe.arc, recipe.arc);
    f.arcs = vec![0.0; words * (words + 1)];
    multiply_add(&mut f.arcs, &f.queries, &transposed(&heads, recipe.arc), recipe.arc, words + 1);
    let distance = &w[layout.distance.clone()];
    for (d, row) in f.arcs.chunks_exact_mut(words + 1).enumerate() {
        for (h, score) in row.iter_mut().enumerate() {
            *score += distance[bucket(d + 1, h)];
        }
        row[d + 1] = -1e4;
    }
    let name = part(count - recipe.name, recipe.name);
    f.names = biased(&w[layout.name_bias.clone()], words);
    multiply_add(&mut f.names, &name, &w[layout.name.clone()], recipe.name, NAME_CLASSES);
    f
}

/// Units and scores of the relations of words to the given heads (0 the root): `(units cut off at zero, scores)`.
pub fn relations(weights: &Weights, layout: &Layout, recipe: &Recipe, f: &Forward, heads: &[usize]) -> (Vec<f32>, Vec<f32>) {
    let w = &weights.dense;
    let count = super::layout::hidden(recipe);
    let (start, label) = (recipe.tag + 2 * recipe.arc, recipe.label);
    let distance = &w[layout.label_distance.clone()];
    let mut units = vec![0.0; f.words * label];
    for (d, unit) in units.chunks_exact_mut(label).enumerate() {
        unit.copy_from_slice(&f.hidden[d * count + start..d * count + start + label]);
        let bucket = bucket(d + 1, heads[d]);
        scaled_add(unit, 1.0, &distance[bucket * label..(bucket + 1) * label]);
        if heads[d] > 0 {
            let at = (heads[d] - 1) * count + start + label;
            scaled_add(unit, 1.0, &f.hidden[at..at + label]);
        }
        relu(unit);
    }
    debug_assert_eq!(distance.len(), BUCKETS * label);
    let mut scores = biased(&w[layout.label_bias.clone()], f.words);
    multiply_add(&mut scores, &units, &w[layout.label.clone()], label, layout.label_bias.len());
    (units, scores)
}

/// The head side of all words, the root first.
pub fn head_side(words: &[f32], root: &[f32]) -> Vec<f32> {
    let mut all = root.to_vec();
    all.extend_from_slice(words);
    all
}

/// Some columns of a table `width` wide.
pub fn columns(table: &[f32], width: usize, start: usize, length: usize) -> Vec<f32> {
    let mut part = Vec::with_capacity(table.len() / width * length);
    for row in table.chunks_exact(width) {
        part.extend_from_slice(&row[start..start + length]);
    }
    part
}

fn biased(bias: &[f32], rows: usize) -> Vec<f32> {
    bias.repeat(rows)
}

fn relu(values: &mut [f32]) {
    for value in values {
        *value = value.max(0.0);
    }
}

fn mask(values: &mut [f32], mask: &[f32]) {
    for (value, seen) in values.iter_mut().zip(mask) {
        *value *= seen;
    }
}

fn mask_rows(values: &mut [f32], mask: &[f32]) {
    for row in values.chunks_exact_mut(mask.len()) {
        for (value, seen) in row.iter_mut().zip(mask) {
            *value *= seen;
        }
    }
}
