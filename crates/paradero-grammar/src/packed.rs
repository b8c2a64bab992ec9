//! Products of matrices in whole numbers: what reading a text spends its time on.
//!
//! A trained matrix is held in whole numbers up to ±1023 with a scale for each column, a row of inputs in whole numbers up to ±8191 with a
//! scale of its own; their products are summed exactly in 32 bits (1023 · 8191 · 256 < 2³¹), so every machine gets the same sums. Where
//! the processor multiplies and adds pairs of 16 bits at once, twice as many numbers pass in an instruction as with `f32`.

use pulp::{Arch, Simd, WithSimd};

/// Rows of a product that are computed together.
const ROWS: usize = 4;
const WEIGHT: f32 = 1023.0;
const INPUT: f32 = 8191.0;

/// A matrix of at most 256 rows, packed.
#[derive(Clone, Debug)]
pub struct Packed {
    /// For each pair of rows, a number for each column: the first row's in the lower half.
    pairs: Vec<i32>,
    scales: Vec<f32>,
    inner: usize,
    columns: usize,
}

impl Packed {
    /// Packs `matrix`, `inner × columns`.
    ///
    /// # Panics
    /// Where `inner` is over 256 or the matrix is of another size.
    #[must_use]
    pub fn new(matrix: &[f32], inner: usize, columns: usize) -> Self {
        assert!(inner <= 256 && matrix.len() == inner * columns, "a packed matrix has at most 256 rows");
        let mut scales = vec![0f32; columns];
        for row in matrix.chunks_exact(columns.max(1)) {
            for (scale, value) in scales.iter_mut().zip(row) {
                *scale = scale.max(value.abs() / WEIGHT);
            }
        }
        let whole = |row: usize, column: usize| -> i16 {
            if row < inner && scales[column] > 0.0 { (matrix[row * columns + column] / scales[column]).round() as i16 } else { 0 }
        };
        let mut pairs = Vec::with_capacity(inner.div_ceil(2) * columns);
        for row in (0..inner).step_by(2) {
            pairs.extend((0..columns).map(|column| pair(whole(row, column), whole(row + 1, column))));
        }
        Self { pairs, scales, inner, columns }
    }

    /// `out += a · self`: `a` is `rows × inner`, `out` is `rows × columns`.
    pub fn multiply_add(&self, out: &mut [f32], a: &[f32]) {
        if self.inner == 0 || self.columns == 0 || a.is_empty() {
            return;
        }
        let rows = a.len() / self.inner;
        let half = self.inner.div_ceil(2);
        let mut inputs = vec![[0i32; ROWS]; rows.div_ceil(ROWS) * half];
        let mut scales = vec![0f32; rows];
        for (row, values) in a.chunks_exact(self.inner).enumerate() {
            let most = values.iter().fold(0f32, |most, value| most.max(value.abs()));
            if most > 0.0 {
                scales[row] = most / INPUT;
                let whole = |value: &f32| (value * (INPUT / most)) as i16;
                for (two, input) in values.chunks(2).zip(&mut inputs[row / ROWS * half..]) {
                    input[row % ROWS] = pair(whole(&two[0]), two.get(1).map_or(0, whole));
                }
            }
        }
        let product = Product { packed: self, out, inputs: &inputs, scales: &scales };
        match Arch::new() {
            #[cfg(target_arch = "x86_64")]
            Arch::V4(token) => Simd::vectorize(token, With(token, product)),
            #[cfg(target_arch = "x86_64")]
            Arch::V3(token) => Simd::vectorize(token, With(token, product)),
            _ => product.run(Plain),
        }
    }
}

/// Two numbers of 16 bits in one of 32.
fn pair(low: i16, high: i16) -> i32 {
    i32::from(low.cast_unsigned()) | i32::from(high) << 16
}

/// Registers of 32-bit numbers, and the sum of the products of their halves.
trait Pairs: Copy {
    type Register: Copy;
    const LANES: usize;
    fn all(self, value: i32) -> Self::Register;
    fn split(row: &[i32]) -> &[Self::Register];
    fn add_products(self, sum: Self::Register, a: Self::Register, b: Self::Register) -> Self::Register;
    fn values(register: &Self::Register) -> &[i32];
}

/// A processor with nothing to offer: one number at a time, which the compiler may still widen.
#[derive(Clone, Copy)]
struct Plain;

impl Pairs for Plain {
    type Register = i32;
    const LANES: usize = 1;
    #[inline(always)]
    fn all(self, value: i32) -> i32 {
        value
    }
    #[inline(always)]
    fn split(row: &[i32]) -> &[i32] {
        row
    }
    #[inline(always)]
    fn add_products(self, sum: i32, a: i32, b: i32) -> i32 {
        let (low, high) = (|pair: i32| i32::from(pair as i16), |pair: i32| pair >> 16);
        sum + low(a) * low(b) + high(a) * high(b)
    }
    #[inline(always)]
    fn values(register: &i32) -> &[i32] {
        std::slice::from_ref(register)
    }
}

/// The same for a kind of processor that adds pairs of products in one instruction.
#[cfg(target_arch = "x86_64")]
macro_rules! pairs_of {
    ($processor:ty, $feature:ident, $instruction:ident) => {
        impl Pairs for $processor {
            type Register = <Self as Simd>::i32s;
            const LANES: usize = <Self as Simd>::I32_LANES;
            #[inline(always)]
            fn all(self, value: i32) -> Self::Register {
                self.splat_i32s(value)
            }
            #[inline(always)]
            fn split(row: &[i32]) -> &[Self::Register] {
                Self::as_simd_i32s(row).0
            }
            #[inline(always)]
            fn add_products(self, sum: Self::Register, a: Self::Register, b: Self::Register) -> Self::Register {
                self.add_i32s(sum, pulp::cast(self.$feature.$instruction(pulp::cast(a), pulp::cast(b))))
            }
            #[inline(always)]
            fn values(register: &Self::Register) -> &[i32] {
                pulp::bytemuck::cast_slice(std::slice::from_ref(register))
            }
        }
    };
}

#[cfg(target_arch = "x86_64")]
pairs_of!(pulp::x86::V3, avx2, _mm256_madd_epi16);
#[cfg(target_arch = "x86_64")]
pairs_of!(pulp::x86::V4, avx512bw, _mm512_madd_epi16);

/// A product about to be computed.
struct Product<'a> {
    packed: &'a Packed,
    out: &'a mut [f32],
    inputs: &'a [[i32; ROWS]],
    scales: &'a [f32],
}

/// A product and the processor's abilities that it is computed with.
struct With<'a, P>(P, Product<'a>);

impl<P: Pairs> WithSimd for With<'_, P> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        self.1.run(self.0);
    }
}

impl Product<'_> {
    #[inline(always)]
    fn run<P: Pairs>(self, processor: P) {
        let (columns, half) = (self.packed.columns, self.packed.inner.div_ceil(2));
        let mut column = 0;
        // As with `f32`, columns are the outer loop: their stretch of the matrix stays in the nearest cache.
        while column < columns {
            let wide = column + 2 * P::LANES <= columns;
            let narrow = column + P::LANES <= columns;
            let groups = self.inputs.chunks_exact(half).zip(self.out.chunks_mut(ROWS * columns)).zip(self.scales.chunks(ROWS));
            for ((inputs, out), scales) in groups {
                if wide {
                    block::<P, 2>(processor, self.packed, inputs, out, scales, column);
                } else if narrow {
                    block::<P, 1>(processor, self.packed, inputs, out, scales, column);
                } else {
                    block::<Plain, 1>(Plain, self.packed, inputs, out, scales, column);
                }
            }
            column += match (wide, narrow) {
                (true, _) => 2 * P::LANES,
                (_, true) => P::LANES,
                _ => 1,
            };
        }
    }
}

/// `WIDTH` registers of columns of up to [`ROWS`] rows.
#[inline(always)]
fn block<P: Pairs, const WIDTH: usize>(
    processor: P,
    packed: &Packed,
    inputs: &[[i32; ROWS]],
    out: &mut [f32],
    scales: &[f32],
    column: usize,
) {
    let length = WIDTH * P::LANES;
    let mut sums = [[processor.all(0); WIDTH]; ROWS];
    for (input, weights) in inputs.iter().zip(packed.pairs.chunks_exact(packed.columns)) {
        let weights = P::split(&weights[column..column + length]);
        for r in 0..ROWS {
            let input = processor.all(input[r]);
            for w in 0..WIDTH {
                sums[r][w] = processor.add_products(sums[r][w], input, weights[w]);
            }
        }
    }
    for ((sums, out), scale) in sums.iter().zip(out.chunks_exact_mut(packed.columns)).zip(scales) {
        for (w, sum) in sums.iter().enumerate() {
            let at = column + w * P::LANES;
            let columns = out[at..at + P::LANES].iter_mut().zip(&packed.scales[at..at + P::LANES]);
            for ((out, column), sum) in columns.zip(P::values(sum)) {
                *out += *sum as f32 * (scale * column);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernels;

    #[test]
    fn the_product_is_close_to_that_of_the_numbers() {
        for (rows, inner, columns) in [(5, 192, 77), (1, 3, 1), (9, 256, 32), (4, 100, 128)] {
            let a: Vec<f32> = (0..rows * inner).map(|n| (n as f32 * 0.37).sin() * 2.0).collect();
            let b: Vec<f32> = (0..inner * columns).map(|n| (n as f32 * 0.11).cos() * 0.2).collect();
            let packed = Packed::new(&b, inner, columns);
            let mut exact = vec![1.0; rows * columns];
            kernels::multiply_add(&mut exact, &a, &b, inner, columns);
            let mut out = vec![1.0; rows * columns];
            packed.multiply_add(&mut out, &a);
            assert!(out.iter().zip(&exact).all(|(x, y)| (x - y).abs() < 0.02), "{rows} {inner} {columns}");
        }
    }

    #[test]
    fn every_processor_gives_the_same_bits() {
        let (rows, inner, columns) = (6, 64, 50);
        let a: Vec<f32> = (0..rows * inner).map(|n| (n as f32 * 0.73).sin()).collect();
        let b: Vec<f32> = (0..inner * columns).map(|n| (n as f32 * 0.19).cos()).collect();
        let packed = Packed::new(&b, inner, columns);
        let mut out = vec![0.0; rows * columns];
        packed.multiply_add(&mut out, &a);
        // A column alone is too narrow for registers, so it is computed the plain way.
        for column in 0..columns {
            let one: Vec<f32> = b.chunks_exact(columns).map(|row| row[column]).collect();
            let mut alone = vec![0.0; rows];
            Packed::new(&one, inner, 1).multiply_add(&mut alone, &a);
            let here: Vec<f32> = out.chunks_exact(columns).map(|row| row[column]).collect();
            assert_eq!(alone, here);
        }
        let (low, high) = (i16::MIN, i16::MAX);
        assert_eq!(Plain.add_products(1, pair(low, high), pair(2, 3)), 1 + 2 * i32::from(low) + 3 * i32::from(high));
    }
}
