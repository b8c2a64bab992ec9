//! Finds the weights of a network that says yes or no: gradient descent with step sizes of their own (Adagrad, Duchi et al. 2011), one
//! question at a time, some of its features hidden; the weights of the last rounds are averaged. The same seed gives the same weights.

use crate::parser::chance::Chance;
use paradero_grammar::{
    kernels::sigmoid,
    split::net::{Key, Known, Net, WIDTH},
};
use std::collections::HashMap;

/// How to train.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Two to the power of this many rows of weights.
    pub bits: u32,
    /// Rounds through the questions.
    pub rounds: usize,
    /// Rounds at the end whose weights are averaged.
    pub averaged: usize,
    /// The step.
    pub step: f32,
    /// The share of features that are hidden.
    pub hidden: f32,
    /// How many times a feature must be seen.
    pub often: u32,
    /// Where chance begins.
    pub seed: u64,
}

/// A question, what its answer is, and how much it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// What is seen.
    pub keys: Vec<Key>,
    /// The answer.
    pub yes: bool,
    /// How many times it counts.
    pub weight: f32,
}

/// The network for `cases`.
#[must_use]
pub fn fit(cases: &[Case], settings: &Settings) -> Net {
    let known = known(cases, settings.often);
    let count = WIDTH << settings.bits;
    let mask = (1_usize << settings.bits) - 1;
    let mut chance = Chance::new(settings.seed, 0);
    let mut rows: Vec<f32> = (0..count).map(|_| (chance.part() - 0.5) * 0.1).collect();
    let mut rows_seen = vec![1e-6_f32; count];
    let mut start = [0.1_f32; WIDTH];
    let mut out: [f32; WIDTH] = std::array::from_fn(|unit| if unit % 2 == 0 { 0.3 } else { -0.3 } * (0.5 + chance.part()));
    let (mut start_seen, mut out_seen) = ([1e-6_f32; WIDTH], [1e-6_f32; WIDTH]);
    let (mut bias, mut bias_seen) = (-1.0_f32, 1e-6_f32);
    let mut sum = vec![0.0_f32; count];
    let (mut start_sum, mut out_sum, mut bias_sum) = ([0.0_f32; WIDTH], [0.0_f32; WIDTH], 0.0_f32);
    let mut order: Vec<usize> = (0..cases.len()).collect();
    let mut shown: Vec<usize> = Vec::new();
    for round in 0..settings.rounds {
        chance.shuffle(&mut order);
        let step = settings.step * (1.0 - 0.9 * round as f32 / settings.rounds as f32);
        for &at in &order {
            let case = &cases[at];
            shown.clear();
            shown.extend(
                case.keys
                    .iter()
                    .filter(|key| known.lets(**key) && chance.part() >= settings.hidden)
                    .map(|key| (*key as usize & mask) * WIDTH),
            );
            let scale = 1.0 / (1.0 - settings.hidden);
            let mut hidden = start;
            for &row in &shown {
                for (unit, weight) in hidden.iter_mut().zip(&rows[row..row + WIDTH]) {
                    *unit += weight * scale;
                }
            }
            let answer = bias + hidden.iter().zip(&out).map(|(unit, weight)| unit.max(0.0) * weight).sum::<f32>();
            let off = (sigmoid(answer) - f32::from(u8::from(case.yes))) * case.weight;
            if off.abs() < 1e-4 {
                continue;
            }
            let mut back = [0.0_f32; WIDTH];
            for unit in 0..WIDTH {
                if hidden[unit] > 0.0 {
                    back[unit] = off * out[unit];
                    learn(&mut out[unit], &mut out_seen[unit], off * hidden[unit], step * 0.3);
                    learn(&mut start[unit], &mut start_seen[unit], back[unit], step * 0.3);
                }
            }
            learn(&mut bias, &mut bias_seen, off, step * 0.3);
            for &row in &shown {
                for unit in 0..WIDTH {
                    let pull = back[unit] * scale;
                    learn(&mut rows[row + unit], &mut rows_seen[row + unit], pull, step);
                }
            }
        }
        if round + settings.averaged >= settings.rounds {
            let share = 1.0 / settings.averaged as f32;
            sum.iter_mut().zip(&rows).for_each(|(sum, weight)| *sum += weight * share);
            for unit in 0..WIDTH {
                start_sum[unit] += start[unit] * share;
                out_sum[unit] += out[unit] * share;
            }
            bias_sum += bias * share;
        }
    }
    Net::of(known, &sum, start_sum, out_sum, bias_sum)
}

/// The features that `cases` show at least `often` times.
fn known(cases: &[Case], often: u32) -> Known {
    let mut times: HashMap<Key, u32> = HashMap::new();
    for key in cases.iter().flat_map(|case| &case.keys) {
        *times.entry(*key).or_default() += 1;
    }
    Known::of(times.into_iter().filter(|(_, times)| *times >= often).map(|(key, _)| key))
}

/// One step of one weight against its `pull`.
#[inline]
fn learn(weight: &mut f32, seen: &mut f32, pull: f32, step: f32) {
    *seen += pull * pull;
    *weight -= step * pull / (seen.sqrt() + 1e-3);
}
