//! The linear model of edits: an averaged perceptron (Collins 2002) over the distinct words of the treebanks.

use super::{Example, Examples, Learnt};
use paradero_grammar::{
    Pos,
    lemma::{
        Edit,
        clues::{BUCKETS, Seen, clues},
        fitting,
    },
    lexicon::Clusters,
};
use std::collections::{BTreeMap, BTreeSet};

/// An edit that fewer words take is left to the table.
const FEWEST: usize = 2;

/// Learns the edits of `examples` and their weights.
pub fn learn(examples: &Examples, rounds: usize, clusters: &Clusters) -> Learnt {
    let settled = examples.settled();
    let gold: Vec<Option<Edit>> = settled.iter().map(|(example, _)| Edit::between(&example.form, &example.lemma)).collect();
    let mut takers: BTreeMap<(&Edit, Pos), BTreeSet<String>> = BTreeMap::new();
    for (edit, (example, _)) in gold.iter().zip(&settled) {
        if let Some(edit) = edit {
            takers.entry((edit, example.pos)).or_default().insert(example.form.to_lowercase());
        }
    }
    let mut edits: BTreeMap<Edit, BTreeSet<Pos>> = BTreeMap::new();
    for ((edit, pos), takers) in takers {
        if takers.len() >= FEWEST {
            edits.entry(edit.clone()).or_default().insert(pos);
        }
    }
    let list: Vec<(&Edit, &BTreeSet<Pos>)> = edits.iter().collect();
    let by_pos: Vec<Vec<(String, usize)>> = Pos::ALL
        .iter()
        .map(|pos| {
            let having = list.iter().enumerate().filter(|(_, (_, set))| set.contains(pos));
            let mut having: Vec<_> = having.map(|(at, (edit, _))| (edit.from.chars().rev().collect(), at)).collect();
            having.sort();
            having
        })
        .collect();
    let lists: Vec<&Edit> = list.iter().map(|(edit, _)| *edit).collect();
    let tasks: Vec<Task> = settled
        .iter()
        .zip(&gold)
        .filter_map(|((example, _), edit)| {
            let fitting = fitting(&by_pos[example.pos as usize], &example.form.to_lowercase());
            task(example, edit.as_ref()?, fitting.into_iter().map(|edit| lists[edit]), examples, clusters)
        })
        .collect();
    let mut weights = Averaged::default();
    let mut order: Vec<usize> = (0..tasks.len()).collect();
    let mut chance = 0x2026_1123_u64;
    for _ in 0..rounds {
        for at in (1..order.len()).rev() {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            order.swap(at, (chance >> 33) as usize % (at + 1));
        }
        for &at in &order {
            weights.learn(&tasks[at]);
        }
    }
    let weights = weights.rounded();
    Learnt { edits, weights }
}

/// A word to learn from: the places of the clues of each lemma that might be made of it, and which of them are right.
struct Task {
    candidates: Vec<(bool, Box<[u32]>)>,
    /// The candidate made by the edit that changes least.
    gold: usize,
}

/// The task of an example; `None` where the right edit is not among those that may be used, or nothing else is.
fn task<'a>(
    example: &Example,
    gold: &Edit,
    edits: impl Iterator<Item = &'a Edit>,
    examples: &Examples,
    clusters: &Clusters,
) -> Option<Task> {
    let lower = example.form.to_lowercase();
    let word = Seen { form: &example.form, lower: &lower, pos: example.pos, features: &example.features };
    let (mut candidates, mut right) = (Vec::new(), None);
    for edit in edits {
        let Some(lemma) = edit.apply(&example.form, &lower) else { continue };
        if edit == gold {
            right = Some(candidates.len());
        }
        let known = examples.elsewhere(&lemma, example.pos, &lower);
        let mut places = Vec::new();
        clues(&word, edit, &lemma, known, clusters, &mut |place| places.push(place as u32));
        candidates.push((lemma == example.lemma, places.into_boxed_slice()));
    }
    (candidates.len() > 1).then_some(Task { candidates, gold: right? })
}

/// Weights, and their sums over all steps.
struct Averaged {
    now: Vec<f32>,
    late: Vec<f64>,
    step: f64,
}

impl Default for Averaged {
    fn default() -> Self {
        Self { now: vec![0.0; BUCKETS], late: vec![0.0; BUCKETS], step: 0.0 }
    }
}

impl Averaged {
    /// Corrects the weights where they choose a wrong lemma for `task`.
    fn learn(&mut self, task: &Task) {
        self.step += 1.0;
        let mut best: Option<(f32, usize)> = None;
        for (at, (_, places)) in task.candidates.iter().enumerate() {
            let score: f32 = places.iter().map(|place| self.now[*place as usize]).sum();
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, at));
            }
        }
        if let Some((_, found)) = best
            && !task.candidates[found].0
        {
            task.candidates[task.gold].1.iter().for_each(|place| self.add(*place as usize, 1.0));
            task.candidates[found].1.iter().for_each(|place| self.add(*place as usize, -1.0));
        }
    }

    fn add(&mut self, place: usize, by: f32) {
        self.now[place] += by;
        self.late[place] += self.step * f64::from(by);
    }

    /// The averages, rounded so that all but the largest thousandth of them keep their proportions in a byte.
    fn rounded(&self) -> Vec<i8> {
        let average: Vec<f64> =
            self.now.iter().zip(&self.late).map(|(now, late)| f64::from(*now) - late / (self.step + 1.0)).collect();
        let mut sizes: Vec<f64> = average.iter().map(|weight| weight.abs()).filter(|size| *size > 0.0).collect();
        sizes.sort_by(f64::total_cmp);
        let largest = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 1000)).copied().unwrap_or(1.0);
        average.iter().map(|weight| (weight / largest * 127.0).round().clamp(-127.0, 127.0) as i8).collect()
    }
}
