//! Learns the weights of [`super::ranker`] from texts whose entities are known.
//!
//! Each text is read as it will be read later, with the weights so far; where a pronoun is decided, the weights move so that the
//! candidates of the right entity gain on the others and on nobody (softmax, the sum over the right ones; Adagrad). The order of the
//! texts and the features left out of a step come from a seed: the same lessons and seed give the same bytes.

use super::features::Case;
use super::mentions::{Kind, Mention, Scene};
use super::ranker::{ByFeature, HIDDEN, ROW, Weights};
use super::resolve::{self, Judge};
use super::tree::Tree;
use crate::Analysis;
use paradero_model::Span;
use std::collections::HashMap;

/// A text to learn from.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// The text.
    pub body: String,
    /// Its analysis; chains in it are not looked at.
    pub analysis: Analysis,
    /// Its mentions: words, the word that heads them, the entity.
    pub mentions: Vec<(Span, Span, usize)>,
}

/// How often a feature must occur to be learnt.
const SEEN: u32 = 12;
const EPOCHS: usize = 6;
const RATE: f32 = 0.06;
/// The share of features left out of a step, so that no single one is relied on.
const LEFT_OUT: f32 = 0.15;
/// How far weights are drawn back to nought.
const DECAY: f32 = 1e-5;

/// The file of weights learnt from `lessons`.
#[must_use]
pub fn learn(lessons: &[Lesson], seed: u64) -> Vec<u8> {
    let mut learner = Learner::new(seed);
    let mut counts = Counts::default();
    for lesson in lessons {
        attend(lesson, |_| Pupil::Count(&mut counts));
    }
    learner.admit(counts.0);
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    for epoch in 0..EPOCHS {
        learner.shuffle(&mut order);
        learner.rate = RATE * (1.0 - epoch as f32 / EPOCHS as f32).max(0.1);
        for &lesson in &order {
            attend(&lessons[lesson], |gold| Pupil::Learn(&mut learner, gold));
        }
    }
    learner.weights().write()
}

/// Reads a lesson with the judge that `pupil` makes of its gold entities.
fn attend<'a>(lesson: &Lesson, pupil: impl FnOnce(Vec<Option<usize>>) -> Pupil<'a>) {
    let tree = Tree::of(&lesson.body, &lesson.analysis);
    let scene = Scene::of(&lesson.body, &lesson.analysis, &tree);
    let mentions = super::mentions::collect(&scene);
    let mut judge = pupil(gold(&tree, &mentions, lesson));
    resolve::read(&scene, &mentions, &mut judge);
}

/// The entity of each mention: of the same words, else of the widest or narrowest words with the same head.
fn gold(tree: &Tree, mentions: &[Mention], lesson: &Lesson) -> Vec<Option<usize>> {
    let exact: HashMap<Span, usize> = lesson.mentions.iter().map(|(span, _, entity)| (*span, *entity)).collect();
    let mut heads: HashMap<usize, Vec<(usize, usize)>> = HashMap::new();
    for (span, head, entity) in &lesson.mentions {
        heads.entry(head.start()).or_default().push((span.len(), *entity));
    }
    let of = |mention: &Mention| {
        let same = || {
            let own = tree.words[mention.head].span.start();
            let known = heads.get(&own)?;
            let one = if mention.kind == Kind::Joint { known.iter().max() } else { known.iter().min() };
            one.map(|(_, entity)| *entity)
        };
        exact.get(&mention.span).copied().or_else(same)
    };
    mentions.iter().map(of).collect()
}

/// How often each feature occurs.
#[derive(Default)]
struct Counts(ByFeature<u32>);

/// Who reads a lesson, and what for.
enum Pupil<'a> {
    Count(&'a mut Counts),
    Learn(&'a mut Learner, Vec<Option<usize>>),
}

impl Judge for Pupil<'_> {
    fn choose(&mut self, at: usize, case: &Case) -> Option<usize> {
        match self {
            Self::Count(counts) => {
                for feature in case.candidates.iter().flat_map(|(_, features)| features).chain(&case.none) {
                    *counts.0.entry(*feature).or_default() += 1;
                }
                case.candidates.first().map(|(candidate, _)| *candidate)
            }
            Self::Learn(learner, gold) => {
                let right = |candidate: usize| gold[at].is_some() && gold[candidate] == gold[at];
                learner.step(case, &right)
            }
        }
    }
}

/// Weights that are being learnt.
struct Learner {
    random: u64,
    rate: f32,
    index: ByFeature<usize>,
    rows: Vec<f32>,
    row_steps: Vec<f32>,
    hidden: Vec<f32>,
    hidden_steps: Vec<f32>,
}

impl Learner {
    fn new(seed: u64) -> Self {
        let mut learner = Self {
            random: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1,
            rate: RATE,
            index: ByFeature::default(),
            rows: Vec::new(),
            row_steps: Vec::new(),
            hidden: vec![0.0; 2 * HIDDEN],
            hidden_steps: vec![1e-6; 2 * HIDDEN],
        };
        for at in HIDDEN..2 * HIDDEN {
            learner.hidden[at] = learner.uniform() * 2.0 - 1.0;
        }
        learner
    }

    /// Between 0 and 1 (xorshift).
    fn uniform(&mut self) -> f32 {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        (self.random >> 40) as f32 / (1u64 << 24) as f32
    }

    fn shuffle(&mut self, order: &mut [usize]) {
        for at in (1..order.len()).rev() {
            let other = (self.uniform() * (at + 1) as f32) as usize;
            order.swap(at, other.min(at));
        }
    }

    fn admit(&mut self, counts: ByFeature<u32>) {
        let mut features: Vec<u32> = counts.into_iter().filter(|(_, count)| *count >= SEEN).map(|(feature, _)| feature).collect();
        features.sort_unstable();
        self.index = features.iter().enumerate().map(|(at, feature)| (*feature, at)).collect();
        self.rows =
            (0..features.len() * ROW).map(|at| if at % ROW == HIDDEN { 0.0 } else { (self.uniform() - 0.5) * 0.1 }).collect();
        self.row_steps = vec![1e-6; self.rows.len()];
    }

    /// Moves the weights; the choice of before.
    fn step(&mut self, case: &Case, right: &dyn Fn(usize) -> bool) -> Option<usize> {
        let mut options: Vec<(Option<usize>, Vec<usize>)> = Vec::with_capacity(case.candidates.len() + 1);
        let none = std::iter::once((None, &case.none));
        for (candidate, features) in none.chain(case.candidates.iter().map(|(candidate, features)| (Some(*candidate), features)))
        {
            let rows = features.iter().filter_map(|feature| self.index.get(feature).copied()).collect();
            options.push((candidate, rows));
        }
        let chosen = {
            let scores = options.iter().map(|(candidate, rows)| (self.forward(rows).1, *candidate));
            scores.reduce(|best, next| if next.0 > best.0 { next } else { best }).and_then(|(_, candidate)| candidate)
        };
        for (_, rows) in &mut options {
            rows.retain(|_| self.uniform() >= LEFT_OUT);
        }
        let forwards: Vec<(Vec<f32>, f32)> = options.iter().map(|(_, rows)| self.forward(rows)).collect();
        let any = options.iter().any(|(candidate, _)| candidate.is_some_and(right));
        let good: Vec<bool> = options.iter().map(|(candidate, _)| candidate.map_or(!any, right)).collect();
        let most = forwards.iter().fold(f32::MIN, |most, (_, score)| most.max(*score));
        let powers: Vec<f32> = forwards.iter().map(|(_, score)| (score - most).exp()).collect();
        let all: f32 = powers.iter().sum();
        let kept: f32 = powers.iter().zip(&good).filter(|(_, good)| **good).map(|(power, _)| power).sum();
        let mut moved = [0.0; 2 * HIDDEN];
        for (at, (_, rows)) in options.iter().enumerate() {
            let wanted = if good[at] { powers[at] / kept.max(1e-12) } else { 0.0 };
            let slope = powers[at] / all - wanted;
            if slope.abs() < 1e-4 {
                continue;
            }
            let mut back = [0.0; ROW];
            for unit in 0..HIDDEN {
                let value = forwards[at].0[unit];
                moved[HIDDEN + unit] += slope * value.max(0.0);
                if value > 0.0 {
                    back[unit] = slope * self.hidden[HIDDEN + unit];
                    moved[unit] += back[unit];
                }
            }
            back[HIDDEN] = slope;
            for &row in rows {
                for (unit, slope) in back.iter().enumerate().filter(|(_, slope)| **slope != 0.0) {
                    let place = row * ROW + unit;
                    let slope = slope + DECAY * self.rows[place];
                    self.row_steps[place] += slope * slope;
                    self.rows[place] -= self.rate * slope / self.row_steps[place].sqrt();
                }
            }
        }
        for (unit, slope) in moved.iter().enumerate() {
            self.hidden_steps[unit] += slope * slope;
            self.hidden[unit] -= 0.3 * self.rate * slope / self.hidden_steps[unit].sqrt();
        }
        chosen
    }

    /// The hidden values and the score.
    fn forward(&self, rows: &[usize]) -> (Vec<f32>, f32) {
        let mut hidden = self.hidden[..HIDDEN].to_vec();
        let mut score = 0.0;
        for row in rows {
            let values = &self.rows[row * ROW..(row + 1) * ROW];
            for (sum, value) in hidden.iter_mut().zip(values) {
                *sum += value;
            }
            score += values[HIDDEN];
        }
        score += hidden.iter().zip(&self.hidden[HIDDEN..]).map(|(value, out)| value.max(0.0) * out).sum::<f32>();
        (hidden, score)
    }

    fn weights(&self) -> Weights {
        let mut features: Vec<(u32, &[f32])> =
            self.index.iter().map(|(feature, at)| (*feature, &self.rows[at * ROW..(at + 1) * ROW])).collect();
        features.sort_unstable_by_key(|(feature, _)| *feature);
        Weights::of(&features, self.hidden.clone())
    }
}
