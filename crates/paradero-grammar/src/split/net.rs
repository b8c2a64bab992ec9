//! A small network that says yes or no: hashed features, one hidden layer, `i8` weights.
//!
//! The rows of a question's features are summed, the negative sums set to nothing, the rest weighed. Whole numbers until the last step,
//! so that every machine says the same.

/// Hidden units.
pub const WIDTH: usize = 16;
/// The most features of one question: the sums stay within 16 bits.
pub const MOST: usize = 128;
/// The version of the file of weights.
const VERSION: u8 = 1;
/// The bits of the filter of known features.
const KNOWN: u32 = 20;

/// What a feature is known by: the hash of its kind and value.
pub type Key = u32;

/// The key of a feature: `kind` says what was looked at, `value` what was seen.
#[inline]
#[must_use]
pub fn key(kind: u32, value: u64) -> Key {
    let mixed = (value ^ u64::from(kind).wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    ((mixed ^ (mixed >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93) >> 32) as Key
}

/// Two values seen together as one.
#[inline]
#[must_use]
pub fn both(a: u64, b: u64) -> u64 {
    (a.rotate_left(23) ^ b).wrapping_mul(0x9fb2_1c65_1e98_df25)
}

/// Which features training saw often enough to learn from: the others are passed over. A filter of one bit a key: a few unseen ones
/// slip through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known(Vec<u64>);

impl Known {
    /// The filter that lets `keys` through.
    #[must_use]
    pub fn of(keys: impl Iterator<Item = Key>) -> Self {
        let mut bits = vec![0; 1 << (KNOWN - 6)];
        for key in keys {
            let at = key >> (32 - KNOWN);
            bits[(at >> 6) as usize] |= 1_u64 << (at & 63);
        }
        Self(bits)
    }

    /// Whether `key` is let through.
    #[inline]
    #[must_use]
    pub fn lets(&self, key: Key) -> bool {
        let at = key >> (32 - KNOWN);
        self.0[(at >> 6) as usize] >> (at & 63) & 1 == 1
    }
}

/// A trained network.
#[derive(Clone, Debug, PartialEq)]
pub struct Net {
    /// The rows of weights are two to the power of this many.
    bits: u32,
    /// Which features it looks at.
    known: Known,
    /// What one step of a row's weights is worth.
    step: f32,
    /// [`WIDTH`] weights a row.
    rows: Vec<i8>,
    /// What each hidden unit starts with.
    start: [f32; WIDTH],
    /// What each hidden unit weighs.
    out: [f32; WIDTH],
    /// What the answer starts with.
    bias: f32,
}

impl Net {
    /// A network of trained weights: `rows` of [`WIDTH`], a power of two of them.
    ///
    /// # Panics
    /// Where the rows are no power of two.
    #[must_use]
    pub fn of(known: Known, rows: &[f32], start: [f32; WIDTH], out: [f32; WIDTH], bias: f32) -> Self {
        let count = rows.len() / WIDTH;
        assert!(count.is_power_of_two(), "{count} rows");
        // The few greatest weights are cut so that the many small ones keep their differences.
        let mut sizes: Vec<f32> = rows.iter().map(|weight| weight.abs()).collect();
        sizes.sort_by(f32::total_cmp);
        let top = sizes.get((sizes.len() as f64 * 0.9999) as usize).copied().unwrap_or(1.0).max(1e-6);
        let step = top / 127.0;
        let rows = rows.iter().map(|weight| (weight / step).round().clamp(-127.0, 127.0) as i8).collect();
        Self { bits: count.trailing_zeros(), known, step, rows, start, out, bias }
    }

    /// How much speaks for yes: the log of the odds. At most [`MOST`] keys are looked at.
    #[must_use]
    pub fn weigh(&self, keys: &[Key]) -> f32 {
        let mut sums = [0_i16; WIDTH];
        let mask = (1_usize << self.bits) - 1;
        let (rows, _) = self.rows.as_chunks::<WIDTH>();
        for key in keys.iter().take(MOST).filter(|key| self.known.lets(**key)) {
            let row = &rows[*key as usize & mask];
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += i16::from(*weight);
            }
        }
        let mut answer = self.bias;
        for ((sum, start), out) in sums.iter().zip(self.start).zip(self.out) {
            answer += (start + f32::from(*sum) * self.step).max(0.0) * out;
        }
        answer
    }

    /// The network as it stands in a file.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = vec![VERSION, self.bits as u8];
        let numbers = std::iter::once(self.step).chain(self.start).chain(self.out).chain([self.bias]);
        bytes.extend(numbers.flat_map(f32::to_le_bytes));
        bytes.extend(self.known.0.iter().flat_map(|bits| bits.to_le_bytes()));
        bytes.extend(self.rows.iter().map(|weight| weight.to_le_bytes()[0]));
        bytes
    }

    /// The network that `bytes` open with, and the bytes behind it; `None` where they are no network of this version.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let (&[version, bits], mut rest) = bytes.split_first_chunk()?;
        if version != VERSION || bits > 20 {
            return None;
        }
        let mut number = || {
            let (head, tail) = rest.split_first_chunk()?;
            rest = tail;
            Some(f32::from_le_bytes(*head))
        };
        let step = number()?;
        let (mut start, mut out) = ([0.0; WIDTH], [0.0; WIDTH]);
        for weight in start.iter_mut().chain(&mut out) {
            *weight = number()?;
        }
        let bias = number()?;
        let (known, rest) = rest.split_at_checked(1 << (KNOWN - 3))?;
        let known = Known(known.as_chunks().0.iter().map(|bits| u64::from_le_bytes(*bits)).collect());
        let (rows, rest) = rest.split_at_checked(WIDTH << bits)?;
        let rows = rows.iter().map(|&byte| i8::from_le_bytes([byte])).collect();
        Some((Self { bits: u32::from(bits), known, step, rows, start, out, bias }, rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_net_is_read_as_it_was_written() {
        let rows: Vec<f32> = (0..WIDTH * 8).map(|n| (n as f32 * 0.7).sin()).collect();
        let net = Net::of(Known::of([3, 8].into_iter()), &rows, [0.5; WIDTH], [0.1; WIDTH], -1.0);
        let mut bytes = net.bytes();
        bytes.push(7);
        let (again, rest) = Net::read(&bytes).unwrap();
        assert_eq!((&again, rest), (&net, &[7_u8][..]));
        let plain: f32 = (0..WIDTH).map(|unit| (0.5 + rows[3 * WIDTH + unit] + rows[unit]).max(0.0) * 0.1).sum::<f32>() - 1.0;
        assert!((again.weigh(&[3, 8, 9 << 20]) - plain).abs() < 0.05);
        assert!(Net::read(&bytes[..40]).is_none() && Net::read(&[9, 3]).is_none());
    }
}
