//! Steps against the gradient: Adam (Kingma and Ba, 2015), for rows of features only where they were seen.

use super::{backward::Gradient, forward::Weights};
use paradero_grammar::kernels::{dot, scaled_add};

const FIRST: f32 = 0.9;
const SECOND: f32 = 0.98;
const TINY: f32 = 1e-8;
/// The gradient of one step is held to this length.
const LONGEST: f32 = 5.0;

/// What Adam remembers.
pub struct Adam {
    dense: [Vec<f32>; 2],
    rows: [Vec<f32>; 2],
    steps: i32,
}

impl Adam {
    /// Nothing remembered yet.
    #[must_use]
    pub fn new(weights: &Weights) -> Self {
        Self {
            dense: [vec![0.0; weights.dense.len()], vec![0.0; weights.dense.len()]],
            rows: [vec![0.0; weights.rows.len()], vec![0.0; weights.rows.len()]],
            steps: 0,
        }
    }

    /// One step along the gradients of the shards of a batch, `words` in all. The shards are added in their order.
    pub fn step(&mut self, weights: &mut Weights, shards: &[Gradient], words: usize, rate: f32, embed: usize) {
        self.steps += 1;
        let mean = 1.0 / words.max(1) as f32;
        let mut dense = vec![0.0; weights.dense.len()];
        for shard in shards {
            scaled_add(&mut dense, mean, &shard.dense);
        }
        let mut seen: Vec<(u32, u32, u32)> = Vec::new();
        for (number, shard) in shards.iter().enumerate() {
            seen.extend(shard.rows.iter().map(|(row, word)| (*row, number as u32, *word)));
        }
        seen.sort_unstable();
        let mut rows: Vec<(u32, Vec<f32>)> = Vec::new();
        for (row, shard, word) in seen {
            if rows.last().is_none_or(|(last, _)| *last != row) {
                rows.push((row, vec![0.0; embed]));
            }
            let change = &shards[shard as usize].words[word as usize * embed..(word as usize + 1) * embed];
            if let Some((_, sum)) = rows.last_mut() {
                scaled_add(sum, mean, change);
            }
        }
        let length = (dot(&dense, &dense) + rows.iter().map(|(_, row)| dot(row, row)).sum::<f32>()).sqrt();
        let scale = if length > LONGEST { LONGEST / length } else { 1.0 };
        let correct = ((1.0 - SECOND.powi(self.steps)).sqrt()) / (1.0 - FIRST.powi(self.steps));
        let rate = rate * correct;
        let [first, second] = &mut self.dense;
        update(&mut weights.dense, &dense, first, second, rate, scale);
        let [first, second] = &mut self.rows;
        for (row, change) in &rows {
            let place = *row as usize * embed..(*row as usize + 1) * embed;
            update(&mut weights.rows[place.clone()], change, &mut first[place.clone()], &mut second[place], rate, scale);
        }
    }
}

fn update(values: &mut [f32], change: &[f32], first: &mut [f32], second: &mut [f32], rate: f32, scale: f32) {
    pulp::Arch::new().dispatch(
        #[inline(always)]
        || {
            for (((value, change), first), second) in values.iter_mut().zip(change).zip(first).zip(second) {
                let change = change * scale;
                *first = FIRST * *first + (1.0 - FIRST) * change;
                *second = SECOND * *second + (1.0 - SECOND) * change * change;
                *value -= rate * *first / (second.sqrt() + TINY);
            }
        },
    );
}
