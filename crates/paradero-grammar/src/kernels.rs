//! The arithmetic of the network, on rows of `f32`.
//!
//! The same sums in the same order on every machine: multiplications and additions are never fused, lanes are fixed in number, and
//! `exp` is our own. So training from a seed gives the same bytes and one text the same reading, whatever the processor; wider
//! registers (chosen at run time by [`pulp`]) only do it faster.

use pulp::Arch;

/// Lanes of a dot product: fixed, so that its sums do not depend on the machine.
const LANES: usize = 16;

/// `out += a · b`, row-major: `a` is `rows × inner`, `b` is `inner × columns`, `out` is `rows × columns`.
pub fn multiply_add(out: &mut [f32], a: &[f32], b: &[f32], inner: usize, columns: usize) {
    Arch::new().dispatch(
        #[inline(always)]
        || {
            for (out, a) in out.chunks_exact_mut(columns * 2).zip(a.chunks_exact(inner * 2)) {
                let (first, second) = out.split_at_mut(columns);
                let (a0, a1) = a.split_at(inner);
                two_rows(first, second, a0, a1, b, columns);
            }
            let rows = a.len() / inner;
            if rows % 2 == 1 {
                let last = &mut out[(rows - 1) * columns..rows * columns];
                one_row(last, &a[(rows - 1) * inner..rows * inner], b, columns);
            }
        },
    );
}

/// Two rows of a product at once, four terms of the sum at a time.
#[inline(always)]
fn two_rows(first: &mut [f32], second: &mut [f32], a0: &[f32], a1: &[f32], b: &[f32], columns: usize) {
    let mut at = 0;
    for (x, y) in a0.chunks_exact(4).zip(a1.chunks_exact(4)) {
        let rows = &b[at * columns..(at + 4) * columns];
        let (b0, rest) = rows.split_at(columns);
        let (b1, rest) = rest.split_at(columns);
        let (b2, b3) = rest.split_at(columns);
        for (((((f, s), b0), b1), b2), b3) in first.iter_mut().zip(second.iter_mut()).zip(b0).zip(b1).zip(b2).zip(b3) {
            *f += x[0] * b0 + x[1] * b1 + x[2] * b2 + x[3] * b3;
            *s += y[0] * b0 + y[1] * b1 + y[2] * b2 + y[3] * b3;
        }
        at += 4;
    }
    for at in at..a0.len() {
        for ((f, s), b) in first.iter_mut().zip(second.iter_mut()).zip(&b[at * columns..(at + 1) * columns]) {
            *f += a0[at] * b;
            *s += a1[at] * b;
        }
    }
}

/// One row of a product, in the same order of sums as [`two_rows`].
#[inline(always)]
fn one_row(out: &mut [f32], a: &[f32], b: &[f32], columns: usize) {
    let mut at = 0;
    for x in a.chunks_exact(4) {
        let rows = &b[at * columns..(at + 4) * columns];
        let (b0, rest) = rows.split_at(columns);
        let (b1, rest) = rest.split_at(columns);
        let (b2, b3) = rest.split_at(columns);
        for ((((o, b0), b1), b2), b3) in out.iter_mut().zip(b0).zip(b1).zip(b2).zip(b3) {
            *o += x[0] * b0 + x[1] * b1 + x[2] * b2 + x[3] * b3;
        }
        at += 4;
    }
    for at in at..a.len() {
        for (o, b) in out.iter_mut().zip(&b[at * columns..(at + 1) * columns]) {
            *o += a[at] * b;
        }
    }
}

/// `out += a · bᵀ`: `a` is `rows × inner`, `b` is `columns × inner`, `out` is `rows × columns`.
pub fn multiply_transposed_add(out: &mut [f32], a: &[f32], b: &[f32], inner: usize, columns: usize) {
    Arch::new().dispatch(
        #[inline(always)]
        || {
            for (out, a) in out.chunks_exact_mut(columns).zip(a.chunks_exact(inner)) {
                for (o, b) in out.iter_mut().zip(b.chunks_exact(inner)) {
                    *o += lanes_dot(a, b);
                }
            }
        },
    );
}

/// `out += aᵀ · c`: `a` is `rows × inner`, `c` is `rows × columns`, `out` is `inner × columns`.
pub fn outer_add(out: &mut [f32], a: &[f32], c: &[f32], inner: usize, columns: usize) {
    Arch::new().dispatch(
        #[inline(always)]
        || {
            let rows = a.len() / inner;
            let mut row = 0;
            while row + 4 <= rows {
                let (a, c) = (&a[row * inner..(row + 4) * inner], &c[row * columns..(row + 4) * columns]);
                let (c0, rest) = c.split_at(columns);
                let (c1, rest) = rest.split_at(columns);
                let (c2, c3) = rest.split_at(columns);
                for (k, out) in out.chunks_exact_mut(columns).enumerate() {
                    let x = [a[k], a[inner + k], a[2 * inner + k], a[3 * inner + k]];
                    for ((((o, c0), c1), c2), c3) in out.iter_mut().zip(c0).zip(c1).zip(c2).zip(c3) {
                        *o += x[0] * c0 + x[1] * c1 + x[2] * c2 + x[3] * c3;
                    }
                }
                row += 4;
            }
            for row in row..rows {
                let (a, c) = (&a[row * inner..(row + 1) * inner], &c[row * columns..(row + 1) * columns]);
                for (x, out) in a.iter().zip(out.chunks_exact_mut(columns)) {
                    for (o, c) in out.iter_mut().zip(c) {
                        *o += x * c;
                    }
                }
            }
        },
    );
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
        multiply_transposed_add(&mut out, &a, &transposed, inner, columns);
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
