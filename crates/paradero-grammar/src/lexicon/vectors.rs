//! English word vectors, packed: 100 numbers a word, each one of 16 levels.
//!
//! A dimension's numbers are first centred and divided by their spread over all words, then a word's numbers by their own; what is left
//! lies close to a bell curve, whose 16 best levels (Lloyd 1982) the file holds. A word takes 52 bytes.

use super::pack::{Fault, Pack};

/// How many numbers a vector has.
pub const DIMENSIONS: usize = 100;
/// Words (lower case) and the number of their row.
pub const WORDS: [u8; 4] = *b"vwrd";
/// Rows: the word's spread (the upper half of an f32), then a level for each dimension, the even one in the lower four bits.
pub const ROWS: [u8; 4] = *b"vrow";
/// f32 numbers: the 16 levels, the centre of each dimension, the spread of each dimension.
pub const SCALES: [u8; 4] = *b"vscl";
/// Bytes of a row.
pub const ROW: usize = 2 + DIMENSIONS / 2;

/// The vectors of one language.
pub struct Vectors {
    words: fst::Map<&'static [u8]>,
    rows: &'static [[u8; ROW]],
    scales: Box<Scales>,
}

/// The numbers that all rows share.
pub struct Scales {
    /// The levels, ascending.
    pub levels: [f32; 16],
    /// Centre of each dimension.
    pub centre: [f32; DIMENSIONS],
    /// Spread of each dimension.
    pub spread: [f32; DIMENSIONS],
}

impl Vectors {
    /// Reads them from the sections [`WORDS`], [`ROWS`] and [`SCALES`].
    ///
    /// # Errors
    /// [`Fault::Section`] when one is missing or broken.
    pub fn read(pack: &Pack) -> Result<Self, Fault> {
        let (rows, rest) = pack.section(ROWS)?.as_chunks::<ROW>();
        if !rest.is_empty() {
            return Err(Fault::Section(ROWS));
        }
        let (numbers, rest) = pack.section(SCALES)?.as_chunks::<4>();
        let numbers: Vec<f32> = numbers.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect();
        if !rest.is_empty() || numbers.len() != 16 + 2 * DIMENSIONS {
            return Err(Fault::Section(SCALES));
        }
        let mut scales = Box::new(Scales { levels: [0.0; 16], centre: [0.0; DIMENSIONS], spread: [0.0; DIMENSIONS] });
        scales.levels.copy_from_slice(&numbers[..16]);
        scales.centre.copy_from_slice(&numbers[16..16 + DIMENSIONS]);
        scales.spread.copy_from_slice(&numbers[16 + DIMENSIONS..]);
        Ok(Self { words: pack.map(WORDS)?, rows, scales })
    }

    /// How many words have a vector.
    #[must_use]
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// The row of `form` (looked up in lower case), below [`Vectors::count`].
    #[must_use]
    pub fn row(&self, form: &str) -> Option<usize> {
        let row = usize::try_from(self.words.get(form.to_lowercase())?).ok()?;
        (row < self.rows.len()).then_some(row)
    }

    /// The vector in `row`; `None` for no row of [`Vectors::row`].
    #[must_use]
    pub fn vector(&self, row: usize) -> Option<[f32; DIMENSIONS]> {
        Some(unpacked(self.rows.get(row)?, &self.scales))
    }
}

/// The numbers of a packed row.
#[must_use]
pub fn unpacked(row: &[u8; ROW], scales: &Scales) -> [f32; DIMENSIONS] {
    let own = f32::from_bits(u32::from(u16::from_le_bytes([row[0], row[1]])) << 16);
    std::array::from_fn(|at| {
        let pair = row[2 + at / 2];
        let level = if at % 2 == 0 { pair & 15 } else { pair >> 4 };
        scales.centre[at] + scales.spread[at] * own * scales.levels[usize::from(level)]
    })
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use paradero_model::Lang;

    fn likeness(one: &str, other: &str) -> f32 {
        let vectors = Lexicon::of(Lang::En).vectors.as_ref().expect("English has vectors");
        let [one, other] = [one, other].map(|word| vectors.row(word).and_then(|row| vectors.vector(row)).expect(word));
        let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
        dot(&one, &other) / (dot(&one, &one) * dot(&other, &other)).sqrt()
    }

    #[test]
    fn words_of_like_meaning_lie_closer() {
        assert!(likeness("arrested", "Detained") > likeness("arrested", "window") + 0.3);
        assert!(likeness("Caracas", "bogota") > likeness("Caracas", "deported") + 0.2);
    }

    #[test]
    fn a_word_without_a_vector_has_none() {
        let vectors = Lexicon::of(Lang::En).vectors.as_ref().expect("English has vectors");
        assert_eq!(vectors.row("xqzzv"), None);
        assert_eq!(vectors.vector(vectors.count()), None);
        assert!(Lexicon::of(Lang::Es).vectors.is_none());
    }
}
