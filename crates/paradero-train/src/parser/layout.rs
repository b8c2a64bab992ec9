//! Where each matrix of the network lies in one row of numbers, and what it begins as.

use super::{chance::Chance, recipe::Recipe};
use paradero_grammar::network::{BUCKETS, NAME_CLASSES, VECTOR};
use std::ops::Range;

/// One recurrent layer.
#[derive(Clone, Debug)]
pub struct Recurrent {
    /// `2·half × 6·half`: for each direction the new value, the forget gate and the output gate.
    pub weights: Range<usize>,
    /// What the last state adds to the forget gate, both directions: `2·half`.
    pub forget_state: Range<usize>,
    /// What the last state adds to the output gate.
    pub output_state: Range<usize>,
    /// Bias of the forget gate.
    pub forget_bias: Range<usize>,
    /// Bias of the output gate.
    pub output_bias: Range<usize>,
}

/// The places of all matrices.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs, reason = "named as in the network's page, paradero_grammar::network")]
pub struct Layout {
    pub vectors: Range<usize>,
    pub input: Range<usize>,
    pub input_bias: Range<usize>,
    pub recurrent: Vec<Recurrent>,
    pub hidden: Range<usize>,
    pub hidden_bias: Range<usize>,
    pub pos: Range<usize>,
    pub pos_bias: Range<usize>,
    pub bundle: Range<usize>,
    pub bundle_bias: Range<usize>,
    pub root: Range<usize>,
    pub arc: Range<usize>,
    pub arc_bias: Range<usize>,
    pub distance: Range<usize>,
    pub label_distance: Range<usize>,
    pub label: Range<usize>,
    pub label_bias: Range<usize>,
    pub name: Range<usize>,
    pub name_bias: Range<usize>,
    /// How many numbers there are in all.
    pub length: usize,
}

/// How many classes each decision has.
#[derive(Clone, Copy, Debug)]
pub struct Classes {
    /// Parts of speech.
    pub pos: usize,
    /// Bundles of a part of speech and features.
    pub bundles: usize,
    /// Relations.
    pub relations: usize,
}

impl Layout {
    /// Lays out a network.
    #[must_use]
    pub fn new(recipe: &Recipe, classes: Classes) -> Self {
        let mut layout = Self::default();
        let mut end = 0;
        let mut take = |count: usize| {
            end += count;
            end - count..end
        };
        let width = 2 * recipe.half;
        layout.vectors = take(VECTOR * recipe.embed);
        layout.input = take(recipe.embed * width);
        layout.input_bias = take(width);
        for _ in 0..recipe.layers {
            layout.recurrent.push(Recurrent {
                weights: take(width * 3 * width),
                forget_state: take(width),
                output_state: take(width),
                forget_bias: take(width),
                output_bias: take(width),
            });
        }
        let hidden = hidden(recipe);
        layout.hidden = take(width * hidden);
        layout.hidden_bias = take(hidden);
        layout.pos = take(recipe.tag * classes.pos);
        layout.pos_bias = take(classes.pos);
        layout.bundle = take(recipe.tag * classes.bundles);
        layout.bundle_bias = take(classes.bundles);
        layout.root = take(recipe.arc);
        layout.arc = take(recipe.arc * recipe.arc);
        layout.arc_bias = take(recipe.arc);
        layout.distance = take(BUCKETS);
        layout.label_distance = take(BUCKETS * recipe.label);
        layout.label = take(recipe.label * classes.relations);
        layout.label_bias = take(classes.relations);
        layout.name = take(recipe.name * NAME_CLASSES);
        layout.name_bias = take(NAME_CLASSES);
        layout.length = end;
        layout
    }

    /// The matrices that the way back passes through, with their columns.
    #[must_use]
    pub fn matrices(&self) -> Vec<(Range<usize>, usize)> {
        let mut all = vec![
            (self.input.clone(), self.input_bias.len()),
            (self.hidden.clone(), self.hidden_bias.len()),
            (self.pos.clone(), self.pos_bias.len()),
            (self.bundle.clone(), self.bundle_bias.len()),
            (self.arc.clone(), self.arc_bias.len()),
            (self.label.clone(), self.label_bias.len()),
            (self.name.clone(), self.name_bias.len()),
        ];
        all.extend(self.recurrent.iter().map(|layer| (layer.weights.clone(), 3 * layer.forget_bias.len())));
        all
    }

    /// The numbers a network begins with: Glorot's uniform for matrices, nothing for biases.
    #[must_use]
    pub fn begin(&self, recipe: &Recipe, classes: Classes) -> Vec<f32> {
        let mut values = vec![0.0; self.length];
        let mut chance = Chance::new(recipe.seed, 0x1a70);
        let width = 2 * recipe.half;
        let mut fill = |range: &Range<usize>, inner: usize, outer: usize| {
            let bound = (6.0 / (inner + outer) as f32).sqrt();
            for value in &mut values[range.clone()] {
                *value = (chance.part() * 2.0 - 1.0) * bound;
            }
        };
        fill(&self.vectors, VECTOR, recipe.embed);
        fill(&self.input, recipe.embed, width);
        for layer in &self.recurrent {
            fill(&layer.weights, width, recipe.half);
            fill(&layer.forget_state, width, width);
            fill(&layer.output_state, width, width);
        }
        fill(&self.hidden, width, recipe.arc);
        fill(&self.pos, recipe.tag, classes.pos);
        fill(&self.bundle, recipe.tag, classes.bundles);
        fill(&self.root, recipe.arc, recipe.arc);
        fill(&self.arc, recipe.arc, recipe.arc);
        fill(&self.label, recipe.label, classes.relations);
        fill(&self.name, recipe.name, NAME_CLASSES);
        values
    }
}

/// Hidden units in all: tags, dependent and head of an arc, dependent and head of a relation, names.
#[must_use]
pub fn hidden(recipe: &Recipe) -> usize {
    recipe.tag + 2 * recipe.arc + 2 * recipe.label + recipe.name
}
