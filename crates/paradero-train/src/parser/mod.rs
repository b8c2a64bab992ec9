//! Trains the network of `paradero-grammar`: tags, trees and names at once.
//!
//! [`Inventory`] takes stock of the corpora, [`train`] learns, [`evaluate`] measures on sentences kept apart. The gradient of a batch is
//! the sum of two shards in a fixed order, each computed by one thread, so the number of threads does not change the result.

mod backward;
pub(crate) mod chance;
pub mod corpora;
mod data;
mod evaluate;
mod file;
mod forward;
#[cfg(test)]
mod gradient_test;
pub mod inputs;
mod layout;
mod optimise;
mod recipe;

pub use backward::{Gradient, backward};
pub use chance::Chance;
pub use data::{Corpus, Example, Inventory, Sample, UNKNOWN};
pub use evaluate::{Figures, evaluate};
pub use forward::{Forward, Hidden, Weights, forward, hide, nothing_hidden, relations};
pub use layout::{Classes, Layout};
pub use optimise::Adam;
pub use recipe::Recipe;

use paradero_grammar::{Pos, features, lexicon::Lexicon};

/// Gradients that are computed apart and added in order.
const SHARDS: usize = 2;

/// A network with its classes.
pub struct Network {
    /// Its sizes.
    pub recipe: Recipe,
    /// Where its matrices lie.
    pub layout: Layout,
    /// Its numbers.
    pub weights: Weights,
    /// Features and classes.
    pub inventory: Inventory,
}

/// Learns from `corpora`; `after` sees the network after each epoch (to measure, to say how far it is).
pub fn train(corpora: &[Corpus], lexicon: &Lexicon, recipe: &Recipe, mut after: impl FnMut(usize, f64, &Network)) -> Network {
    let inventory = Inventory::new(corpora, lexicon, recipe);
    let examples: Vec<Example> = corpora
        .iter()
        .flat_map(|corpus| {
            corpus
                .sentences
                .iter()
                .filter(|sample| sample.forms.len() <= 160)
                .map(|sample| inventory.example(sample, &corpus.name, lexicon))
        })
        .collect();
    let classes = Classes { pos: Pos::ALL.len(), bundles: inventory.bundles.len(), relations: inventory.relations.len() };
    let layout = Layout::new(recipe, classes);
    let mut chance = Chance::new(recipe.seed, 0x0e0b);
    let rows = (0..inventory.rows.len() * recipe.embed).map(|_| (chance.part() * 2.0 - 1.0) * 0.1).collect();
    let mut weights = Weights { dense: layout.begin(recipe, classes), rows, turned: Vec::new() };
    weights.turn(&layout);
    let mut network = Network { recipe: recipe.clone(), layout, weights, inventory };
    let mut adam = Adam::new(&network.weights);
    let words: usize = examples.iter().map(|example| example.rows.len()).sum();
    let steps = recipe.epochs * words / recipe.batch;
    let mut step = 0;
    for epoch in 0..recipe.epochs {
        let mut order: Vec<usize> = (0..examples.len()).collect();
        Chance::new(recipe.seed, 0x5411 + epoch as u64).shuffle(&mut order);
        let mut loss = 0.0;
        let mut rest = &order[..];
        while !rest.is_empty() {
            let mut length = 0;
            let mut count = 0;
            while count < rest.len() && length < recipe.batch {
                length += examples[rest[count]].rows.len();
                count += 1;
            }
            let (batch, later) = rest.split_at(count);
            rest = later;
            let shards = gradients(&network, &examples, batch, epoch);
            loss += shards.iter().map(|shard| shard.loss).sum::<f64>();
            adam.step(&mut network.weights, &shards, length, rate(recipe.rate, step, steps), recipe.embed);
            network.weights.turn(&network.layout);
            step += 1;
        }
        after(epoch + 1, loss / words as f64, &network);
    }
    network
}

/// The rate of a step: rising over the first hundred, then falling as a cosine to a hundredth.
fn rate(highest: f32, step: usize, steps: usize) -> f32 {
    let warm = ((step + 1) as f32 / 100.0).min(1.0);
    let part = (step as f32 / steps.max(1) as f32).min(1.0);
    highest * warm * (0.01 + 0.99 * 0.5 * (1.0 + (part * std::f32::consts::PI).cos()))
}

/// The gradients of a batch's shards.
fn gradients(network: &Network, examples: &[Example], batch: &[usize], epoch: usize) -> Vec<Gradient> {
    let one = |shard: usize| {
        let mut gradient = Gradient { dense: vec![0.0; network.layout.length], ..Gradient::default() };
        for number in batch.iter().skip(shard).step_by(SHARDS) {
            let example = &examples[*number];
            let mut chance = Chance::new(network.recipe.seed, (epoch as u64 + 1) << 32 | *number as u64);
            let hidden = hide(example, &network.recipe, network.inventory.rows[&features::UNSEEN], &mut chance);
            let f = forward(&network.weights, &network.layout, &network.recipe, example, &hidden);
            backward(&network.weights, &network.layout, &network.recipe, example, &hidden, f, &mut gradient);
        }
        gradient
    };
    let threads = network.recipe.threads.clamp(1, SHARDS);
    let mut all: Vec<(usize, Gradient)> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|thread| {
                scope.spawn(move || (thread..SHARDS).step_by(threads).map(|shard| (shard, one(shard))).collect::<Vec<_>>())
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect()
    });
    all.sort_by_key(|(shard, _)| *shard);
    all.into_iter().map(|(_, gradient)| gradient).collect()
}
