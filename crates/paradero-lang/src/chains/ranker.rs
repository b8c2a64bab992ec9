//! The trained judge of pronouns: a small network that scores each candidate, and nobody, by the features of [`super::features`].
//!
//! Score = v · relu(b + Σ rows of the features) + Σ direct weights. Weights are bytes; [`Weights::read`] and [`Weights::write`] are the
//! file of this crate's `data`, made by `cargo xtask train chains`.

use super::features::Case;
use super::resolve::Judge;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

/// Features are well mixed numbers already: they are their own hash.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Own(u64);

impl Hasher for Own {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 << 8) | u64::from(*byte);
        }
    }

    fn write_u32(&mut self, number: u32) {
        // The upper bits choose too: spread the number over all of them.
        self.0 = u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

/// Something for each feature.
pub(super) type ByFeature<T> = HashMap<u32, T, BuildHasherDefault<Own>>;

/// Hidden units.
pub(super) const HIDDEN: usize = 24;
/// Values of one feature: one for each hidden unit, and its direct weight.
pub(super) const ROW: usize = HIDDEN + 1;
const MAGIC: &[u8; 8] = b"chains/1";

/// What was learnt.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Weights {
    /// What a byte of the rows stands for.
    scale: f32,
    /// `b`, then `v`.
    hidden: Vec<f32>,
    /// The row of each feature.
    index: ByFeature<u32>,
    rows: Vec<i8>,
}

impl Weights {
    /// Bytes for the weights of a learner: feature numbers in rising order with their rows.
    pub(super) fn of(features: &[(u32, &[f32])], hidden: Vec<f32>) -> Self {
        let greatest = features.iter().flat_map(|(_, row)| row.iter()).fold(0.0f32, |most, value| most.max(value.abs()));
        let scale = if greatest > 0.0 { greatest / 127.0 } else { 1.0 };
        let index = features.iter().enumerate().map(|(at, (feature, _))| (*feature, at as u32)).collect();
        let rows = features.iter().flat_map(|(_, row)| row.iter().map(|value| (value / scale).round() as i8)).collect();
        Self { scale, hidden, index, rows }
    }

    /// The file: magic, scale, hidden values, count, features, rows; numbers little-endian.
    pub(super) fn write(&self) -> Vec<u8> {
        let mut order: Vec<(u32, u32)> = self.index.iter().map(|(feature, at)| (*feature, *at)).collect();
        order.sort_unstable();
        let mut out = MAGIC.to_vec();
        out.extend(self.scale.to_le_bytes());
        out.extend(self.hidden.iter().flat_map(|value| value.to_le_bytes()));
        out.extend((order.len() as u32).to_le_bytes());
        out.extend(order.iter().flat_map(|(feature, _)| feature.to_le_bytes()));
        for (_, at) in order {
            let from = at as usize * ROW;
            out.extend(self.rows[from..from + ROW].iter().map(|value| *value as u8));
        }
        out
    }

    /// Reads the file; `None` where it is not one.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (numbers, rest) = rest.split_at_checked(4 * (1 + 2 * HIDDEN))?;
        let mut numbers = numbers.chunks_exact(4).map(|four| f32::from_le_bytes([four[0], four[1], four[2], four[3]]));
        let scale = numbers.next()?;
        let hidden = numbers.collect();
        let (count, rest) = rest.split_first_chunk::<4>()?;
        let count = u32::from_le_bytes(*count) as usize;
        let (features, rows) = rest.split_at_checked(count.checked_mul(4)?)?;
        let features = features.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]));
        let index = features.enumerate().map(|(at, feature)| (feature, at as u32)).collect();
        (rows.len() == count.checked_mul(ROW)?).then(|| Self {
            scale,
            hidden,
            index,
            rows: rows.iter().map(|value| *value as i8).collect(),
        })
    }

    fn score(&self, features: &[u32]) -> f32 {
        let mut sums = [0i32; ROW];
        for feature in features {
            let Some(&at) = self.index.get(feature) else { continue };
            // A row of a known length is added in a few instructions.
            let Some(row) = self.rows.get(at as usize * ROW..).and_then(<[i8]>::first_chunk::<ROW>) else { continue };
            for (sum, value) in sums.iter_mut().zip(row) {
                *sum += i32::from(*value);
            }
        }
        let (bias, out) = self.hidden.split_at(HIDDEN);
        let hidden = sums.iter().zip(bias).zip(out);
        let through: f32 = hidden.map(|((sum, bias), out)| (*sum as f32 * self.scale + bias).max(0.0) * out).sum();
        through + sums[HIDDEN] as f32 * self.scale
    }
}

/// The weights of this crate.
pub(super) fn weights() -> &'static Weights {
    static WEIGHTS: OnceLock<Weights> = OnceLock::new();
    WEIGHTS.get_or_init(|| Weights::read(include_bytes!("../../data/chains-weights.bin")).unwrap_or_default())
}

impl Judge for &Weights {
    fn choose(&mut self, _: usize, case: &Case) -> Option<usize> {
        if self.hidden.is_empty() {
            return None;
        }
        let scored = case.candidates.iter().map(|(candidate, features)| (self.score(features), *candidate));
        let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
        (best.0 >= self.score(&case.none)).then_some(best.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some() -> Weights {
        let rows = [[0.5; ROW], [-1.0; ROW]];
        Weights::of(&[(7, &rows[0]), (900, &rows[1])], (0..2 * HIDDEN).map(|at| at as f32 / 10.0).collect())
    }

    #[test]
    fn the_file_gives_the_weights_back() {
        assert_eq!(Weights::read(&some().write()), Some(some()));
    }

    #[test]
    fn a_file_cut_short_or_foreign_is_refused() {
        let file = some().write();
        for length in [0, 5, 100, file.len() - 1] {
            assert_eq!(Weights::read(&file[..length]), None);
        }
        assert_eq!(Weights::read(b"something else"), None);
    }

    #[test]
    fn the_crate_has_weights() {
        assert!(!weights().hidden.is_empty());
    }

    #[test]
    fn the_best_candidate_is_chosen_unless_nobody_is_better() {
        let case = |none: u32| Case { none: vec![none], candidates: vec![(1, vec![900]), (2, vec![7])] };
        let weights = some();
        assert_eq!((&weights).choose(0, &case(900)), Some(2));
        assert_eq!((&weights).choose(0, &Case { none: vec![7, 7], ..case(0) }), None);
    }
}
