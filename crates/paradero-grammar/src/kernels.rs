//! The arithmetic of the network, on rows of `f32`.
//!
//! The same sums in the same order on every machine: multiplications and additions are never fused, lanes are fixed in number, and
//! `exp` is our own. So training from a seed gives the same bytes and one text the same reading, whatever the processor; wider
//! registers (chosen at run time by [`pulp`]) only do it faster.

use pulp::{Arch, Simd, WithSimd};

/// Lanes of a dot product: fixed, so that its sums do not depend on the machine.
const LANES: usize = 16;

/// Rows of a product that are computed together: their sums stay in registers.
const ROWS: usize = 4;

/// `out += a · b`, row-major: `a` is `rows × inner`, `b` is `inner × columns`, `out` is `rows × columns`.
pub fn multiply_add(out: &mut [f32], a: &[f32], b: &[f32], inner: usize, columns: usize) {
    product(out, a, b, [a.len() / inner.max(1), inner, columns], [inner, 1]);
}

/// `out += aᵀ · c`: `a` is `rows × inner`, `c` is `rows × columns`, `out` is `inner × columns`.
pub fn outer_add(out: &mut [f32], a: &[f32], c: &[f32], inner: usize, columns: usize) {
    product(out, a, c, [inner, a.len() / inner.max(1), columns], [1, inner]);
}

/// `table` (`rows × columns`) with rows and columns exchanged.
#[must_use]
pub fn transposed(table: &[f32], columns: usize) -> Vec<f32> {
    let rows = table.len() / columns.max(1);
    let mut out = vec![0.0; table.len()];
    for (row, values) in table.chunks_exact(columns.max(1)).enumerate() {
        for (column, value) in values.iter().enumerate() {
            out[column * rows + row] = *value;
        }
    }
    out
}

/// A product of `rows × inner` by `inner × columns` (`sizes`), added to `out`; the number for row `r` and term `k` of the left side stands
/// at `a[r * steps[0] + k * steps[1]]`. Each sum is taken in the order of its terms.
fn product(out: &mut [f32], a: &[f32], b: &[f32], sizes: [usize; 3], steps: [usize; 2]) {
    if sizes.contains(&0) {
        return;
    }
    Arch::new().dispatch(Product { out, a, b, sizes, steps });
}

/// The arguments of [`product`], for the registers the machine has.
struct Product<'a> {
    out: &'a mut [f32],
    a: &'a [f32],
    b: &'a [f32],
    sizes: [usize; 3],
    steps: [usize; 2],
}

impl WithSimd for Product<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let [rows, inner, columns] = self.sizes;
        // Each group of rows lies term by term, so that the columns can be the outer loop: a stretch of columns of `b` stays in the
        // nearest cache while all rows pass over it.
        let groups = rows.div_ceil(ROWS);
        let mut packed = vec![[0f32; ROWS]; groups * inner];
        for (group, packed) in packed.chunks_exact_mut(inner).enumerate() {
            let count = (rows - group * ROWS).min(ROWS);
            for (k, packed) in packed.iter_mut().enumerate() {
                for (r, packed) in packed[..count].iter_mut().enumerate() {
                    *packed = self.a[(group * ROWS + r) * self.steps[0] + k * self.steps[1]];
                }
            }
        }
        let mut column = 0;
        while column < columns {
            let wide = column + 2 * S::F32_LANES <= columns;
            let narrow = column + S::F32_LANES <= columns;
            for (packed, out) in packed.chunks_exact(inner).zip(self.out.chunks_mut(ROWS * columns)) {
                let count = out.len() / columns;
                if wide {
                    block::<S, 2>(simd, out, packed, self.b, columns, column, count);
                } else if narrow {
                    block::<S, 1>(simd, out, packed, self.b, columns, column, count);
                } else {
                    for r in 0..count {
                        let sum = packed
                            .iter()
                            .zip(self.b.chunks_exact(columns))
                            .fold(out[r * columns + column], |sum, (a, b)| sum + a[r] * b[column]);
                        out[r * columns + column] = sum;
                    }
                }
            }
            column += if wide {
                2 * S::F32_LANES
            } else if narrow {
                S::F32_LANES
            } else {
                1
            };
        }
    }
}

/// `WIDTH` registers of columns of up to [`ROWS`] rows.
#[inline(always)]
fn block<S: Simd, const WIDTH: usize>(
    simd: S,
    out: &mut [f32],
    packed: &[[f32; ROWS]],
    b: &[f32],
    columns: usize,
    column: usize,
    count: usize,
) {
    let length = WIDTH * S::F32_LANES;
    let mut sums = [[simd.splat_f32s(0.0); WIDTH]; ROWS];
    for r in 0..count {
        let (old, _) = S::as_simd_f32s(&out[r * columns + column..r * columns + column + length]);
        sums[r].copy_from_slice(old);
    }
    for (a, b) in packed.iter().zip(b.chunks_exact(columns)) {
        let (b, _) = S::as_simd_f32s(&b[column..column + length]);
        for r in 0..ROWS {
            let a = simd.splat_f32s(a[r]);
            for w in 0..WIDTH {
                sums[r][w] = simd.add_f32s(sums[r][w], simd.mul_f32s(a, b[w]));
            }
        }
    }
    for r in 0..count {
        let (new, _) = S::as_mut_simd_f32s(&mut out[r * columns + column..r * columns + column + length]);
        new.copy_from_slice(&sums[r]);
    }
}

/// The dot product of two rows of the same length.
#[must_use]
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    Arch::new().dispatch(
        #[inline(always)]
        || lanes_dot(a, b),
    )
}

#[inline(always)]
fn lanes_dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0f32; LANES];
    let (a_chunks, a_rest) = a.as_chunks::<LANES>();
    let (b_chunks, b_rest) = b.as_chunks::<LANES>();
    for (x, y) in a_chunks.iter().zip(b_chunks) {
        for lane in 0..LANES {
            lanes[lane] += x[lane] * y[lane];
        }
    }
    let mut width = LANES / 2;
    while width > 0 {
        for lane in 0..width {
            lanes[lane] += lanes[lane + width];
        }
        width /= 2;
    }
    a_rest.iter().zip(b_rest).fold(lanes[0], |sum, (x, y)| sum + x * y)
}

/// `out += factor · row`.
pub fn scaled_add(out: &mut [f32], factor: f32, row: &[f32]) {
    Arch::new().dispatch(
        #[inline(always)]
        || {
            for (o, x) in out.iter_mut().zip(row) {
                *o += factor * x;
            }
        },
    );
}

/// e to the `x`, to about 1e-7 of its value; `x` is held within ±80.
#[inline(always)]
#[must_use]
pub fn exp(x: f32) -> f32 {
    let x = x.clamp(-80.0, 80.0);
    // x = n·ln 2 + r with |r| <= ln 2 / 2; the shift by 1.5 · 2^23 rounds to the nearest whole number without a call.
    let shifted = x * std::f32::consts::LOG2_E + 12_582_912.0;
    let n = shifted - 12_582_912.0;
    let r = x - n * 0.693_359_4 + n * 2.121_944_4e-4;
    let series = 1.0 + r * (1.0 + r * (0.5 + r * (0.166_666_67 + r * (0.041_666_67 + r * (0.008_333_34 + r * 0.001_388_89)))));
    let power = f32::from_bits(((n as i32 + 127) as u32) << 23);
    series * power
}

/// The logistic function.
#[inline(always)]
#[must_use]
pub fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

/// Turns scores into probabilities in place; gives back the log of the sum of their exponentials.
pub fn softmax(scores: &mut [f32]) -> f32 {
    let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sum = 0.0;
    for score in scores.iter_mut() {
        *score = exp(*score - top);
        sum += *score;
    }
    for score in scores.iter_mut() {
        *score /= sum;
    }
    top + sum.ln()
}

/// The place of the highest score; the first of equals.
#[must_use]
pub fn highest(scores: &[f32]) -> usize {
    let mut best = 0;
    for (at, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = at;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The product written plainly.
    fn plain(a: &[f32], b: &[f32], rows: usize, inner: usize, columns: usize) -> Vec<f32> {
        let mut out = vec![0.0; rows * columns];
        for t in 0..rows {
            for n in 0..columns {
                out[t * columns + n] = (0..inner).map(|k| a[t * inner + k] * b[k * columns + n]).sum();
            }
        }
        out
    }

    #[test]
    fn products_are_those_of_the_definition() {
        let (rows, inner, columns) = (5, 7, 19);
        let a: Vec<f32> = (0..rows * inner).map(|n| (n as f32 * 0.37).sin()).collect();
        let b: Vec<f32> = (0..inner * columns).map(|n| (n as f32 * 0.11).cos()).collect();
        let expected = plain(&a, &b, rows, inner, columns);
        let mut out = vec![0.0; rows * columns];
        multiply_add(&mut out, &a, &b, inner, columns);
        assert!(out.iter().zip(&expected).all(|(x, y)| (x - y).abs() < 1e-4));
        let transposed: Vec<f32> = (0..columns * inner).map(|n| b[(n % inner) * columns + n / inner]).collect();
        let mut out = vec![0.0; rows * columns];
        assert_eq!(super::transposed(&b, columns), transposed);
        multiply_add(&mut out, &a, &super::transposed(&transposed, inner), inner, columns);
        assert!(out.iter().zip(&expected).all(|(x, y)| (x - y).abs() < 1e-4));
        let a_transposed: Vec<f32> = (0..inner * rows).map(|n| a[(n % rows) * inner + n / rows]).collect();
        let mut out = vec![0.0; rows * columns];
        outer_add(&mut out, &a_transposed, &b, rows, columns);
        assert_eq!(out.len(), expected.len());
        assert!(out.iter().zip(&expected).all(|(x, y)| (x - y).abs() < 1e-4));
    }

    #[test]
    fn exp_is_close_to_the_true_one() {
        for n in -700..700 {
            let x = n as f32 * 0.1;
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-5, "{x}");
        }
    }
}
