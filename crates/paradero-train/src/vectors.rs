//! Word vectors packed to 16 levels a number, as `paradero_grammar::lexicon::Vectors` reads them.

use paradero_grammar::lexicon::{
    pack::Section,
    vectors::{DIMENSIONS, ROW, ROWS, SCALES, Scales, WORDS},
};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

/// How many rounds the levels are improved.
const ROUNDS: usize = 40;
/// How many of the most frequent words the levels are learnt from.
const SAMPLE: usize = 20_000;

/// The package's file: words by falling frequency, and the numbers of each, of which the first 100 are the vector.
#[derive(Deserialize)]
struct Published {
    words: Vec<String>,
    vectors: HashMap<String, Vec<f32>>,
}

/// The sections of words, rows and scales, of the `most` most frequent words that hold a letter and no digit.
///
/// # Errors
/// What is wrong with the file.
pub fn sections(json: &[u8], most: usize) -> Result<Vec<Section>, String> {
    let published: Published = serde_json::from_slice(json).map_err(|error| error.to_string())?;
    let wordlike = |word: &&String| word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_numeric);
    let mut words = BTreeMap::new();
    let mut vectors = Vec::new();
    for word in published.words.iter().filter(|word| word.chars().count() == 1 || wordlike(word)).take(most) {
        let vector: [f32; DIMENSIONS] = published
            .vectors
            .get(word)
            .and_then(|numbers| numbers.first_chunk())
            .copied()
            .ok_or_else(|| format!("{word}: fewer than {DIMENSIONS} numbers"))?;
        if words.insert(word.to_lowercase(), vectors.len() as u64).is_none() {
            vectors.push(vector);
        }
    }
    let scales = scales(&vectors);
    let rows: Vec<u8> = vectors.iter().flat_map(|vector| packed(vector, &scales)).collect();
    let mut map = fst::MapBuilder::memory();
    for (word, row) in &words {
        map.insert(word, *row).map_err(|error| error.to_string())?;
    }
    let numbers = [&scales.levels[..], &scales.centre, &scales.spread].concat();
    Ok(vec![
        (WORDS, map.into_inner().map_err(|error| error.to_string())?),
        (ROWS, rows),
        (SCALES, numbers.iter().flat_map(|number| number.to_le_bytes()).collect()),
    ])
}

/// Centre and spread of each dimension, and the levels of what is left (Lloyd 1982: each level the mean of the numbers nearest to it).
fn scales(vectors: &[[f32; DIMENSIONS]]) -> Scales {
    let count = vectors.len().max(1) as f64;
    let mut scales = Scales { levels: [0.0; 16], centre: [0.0; DIMENSIONS], spread: [1.0; DIMENSIONS] };
    for at in 0..DIMENSIONS {
        let mean = vectors.iter().map(|vector| f64::from(vector[at])).sum::<f64>() / count;
        let variance = vectors.iter().map(|vector| (f64::from(vector[at]) - mean).powi(2)).sum::<f64>() / count;
        scales.centre[at] = mean as f32;
        scales.spread[at] = if variance > 0.0 { variance.sqrt() as f32 } else { 1.0 };
    }
    let mut numbers: Vec<f32> = vectors.iter().take(SAMPLE).flat_map(|vector| own(vector, &scales).1).collect();
    numbers.sort_by(f32::total_cmp);
    if numbers.is_empty() {
        return scales;
    }
    for (at, level) in scales.levels.iter_mut().enumerate() {
        *level = numbers[(numbers.len() * (2 * at + 1) / 32).min(numbers.len() - 1)];
    }
    for _ in 0..ROUNDS {
        let mut start = 0;
        for at in 0..16 {
            let end = match scales.levels.get(at + 1) {
                Some(next) => numbers.partition_point(|number| *number < f32::midpoint(scales.levels[at], *next)),
                None => numbers.len(),
            };
            if start < end {
                scales.levels[at] =
                    (numbers[start..end].iter().map(|number| f64::from(*number)).sum::<f64>() / (end - start) as f64) as f32;
            }
            start = end.max(start);
        }
    }
    scales
}

/// A vector's own spread, cut to 16 bits as it is kept, and its numbers divided by it.
fn own(vector: &[f32; DIMENSIONS], scales: &Scales) -> (f32, [f32; DIMENSIONS]) {
    let even: [f32; DIMENSIONS] = std::array::from_fn(|at| (vector[at] - scales.centre[at]) / scales.spread[at]);
    let spread = (even.iter().map(|number| f64::from(*number).powi(2)).sum::<f64>() / DIMENSIONS as f64).sqrt() as f32;
    let spread = f32::from_bits(spread.max(1e-6).to_bits() & 0xffff_0000);
    (spread, even.map(|number| number / spread))
}

fn packed(vector: &[f32; DIMENSIONS], scales: &Scales) -> [u8; ROW] {
    let (spread, numbers) = own(vector, scales);
    let mut row = [0; ROW];
    row[..2].copy_from_slice(&((spread.to_bits() >> 16) as u16).to_le_bytes());
    for (at, number) in numbers.iter().enumerate() {
        let far = |level: &f32| (level - number).abs();
        let nearest =
            (0..16u8).min_by(|a, b| far(&scales.levels[usize::from(*a)]).total_cmp(&far(&scales.levels[usize::from(*b)])));
        row[2 + at / 2] |= nearest.unwrap_or(0) << (4 * (at % 2));
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use paradero_grammar::lexicon::vectors::unpacked;

    #[test]
    fn what_is_packed_points_the_same_way() {
        let mut seed = 9u32;
        let mut number = || {
            // Sums of uniform numbers: close to a bell curve.
            (0..6)
                .map(|_| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (seed >> 8) as f32 / 16_777_216.0 - 0.5
                })
                .sum::<f32>()
        };
        let vectors: Vec<[f32; DIMENSIONS]> = (0..300).map(|_| std::array::from_fn(|_| number())).collect();
        let scales = scales(&vectors);
        for vector in &vectors {
            let back = unpacked(&packed(vector, &scales), &scales);
            let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
            let cosine = dot(vector, &back) / (dot(vector, vector) * dot(&back, &back)).sqrt();
            assert!(cosine > 0.98, "{cosine}");
        }
    }

    #[test]
    fn a_file_without_enough_numbers_is_refused() {
        assert!(sections(br#"{"words": ["a"], "vectors": {"a": [1, 2]}}"#, 5).is_err());
        assert!(sections(b"[]", 5).is_err());
    }
}
