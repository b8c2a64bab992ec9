//! The network: one pass over a sentence gives parts of speech, features, the tree and the name tags.
//!
//! ```text
//! features of each word, summed          embed        (word, ends, shape, cluster; word vector through a matrix)
//! a dense layer with ReLU                2·half
//! recurrent layers, both directions      2·half each  (simple recurrent units, Lei et al. 2018: gates see the last state through one
//!                                                      number a unit, so a layer is one product of matrices and a scan)
//! hidden units of each decision          ReLU
//!   tag    -> part of speech, features
//!   arc    -> score of every word as head of every other, bilinear (Dozat and Manning, 2017), plus the distance
//!   label  -> relation to the head chosen
//!   name   -> begin, inside, end, single of four kinds of names, or none
//! ```
//!
//! The tree is the best one over all arcs ([`crate::decode`]).

mod model;
mod pass;

pub use model::{Fault, Network, Sizes, Trained, write};
pub use pass::{Reader, Said};

use crate::{
    NameTag, kernels,
    lexicon::{DIMENSIONS, Lexicon},
};

/// Width of the fixed word vectors.
pub const VECTOR: usize = DIMENSIONS;

/// Distances between dependent and head that are told apart, the root's among them.
pub const BUCKETS: usize = 17;

/// Begin, inside, end and single of the four kinds of names, and none.
pub const NAME_CLASSES: usize = 17;

/// The bucket of a head at `head` for a dependent at `dependent`, both from 1; 0 is the root.
#[must_use]
pub fn bucket(dependent: usize, head: usize) -> usize {
    if head == 0 {
        return 16;
    }
    let distance = dependent.abs_diff(head);
    let size = match distance {
        0..=4 => distance.max(1) - 1,
        5..=7 => 4,
        8..=12 => 5,
        13..=20 => 6,
        _ => 7,
    };
    if head > dependent { size } else { size + 8 }
}

/// The class of a word's name tag, given the next word's: 0 for none, else four a kind: begin, inside, end, single.
#[must_use]
pub fn name_class(tag: NameTag, next: Option<NameTag>) -> usize {
    use NameTag as T;
    let goes_on = |inside: NameTag| next == Some(inside);
    let (kind, begins, inside) = match tag {
        T::Outside => return 0,
        T::BeginPerson => (0, true, T::InPerson),
        T::InPerson => (0, false, T::InPerson),
        T::BeginPlace => (1, true, T::InPlace),
        T::InPlace => (1, false, T::InPlace),
        T::BeginOrganisation => (2, true, T::InOrganisation),
        T::InOrganisation => (2, false, T::InOrganisation),
        T::BeginOther => (3, true, T::InOther),
        T::InOther => (3, false, T::InOther),
    };
    1 + kind * 4
        + match (begins, goes_on(inside)) {
            (true, true) => 0,
            (false, true) => 1,
            (false, false) => 2,
            (true, false) => 3,
        }
}

/// The scan of one recurrent layer, in both directions. Per word, `gates` holds for each direction the new value, the forget gate and
/// the output gate before the state and the bias are added, `half` each; after the scan the gates' values stand there. `states` and
/// `out` are words × `2·half`; `terms` are the state's part in the forget and in the output gate and the two biases.
///
/// ```text
/// f = σ(gate_f + v_f · c' + b_f)      c = f · c' + (1 - f) · u      (c' the state before)
/// r = σ(gate_r + v_r · c' + b_r)      h = r · c + (1 - r) · x
/// ```
pub fn scan(gates: &mut [f32], states: &mut [f32], out: &mut [f32], input: &[f32], terms: [&[f32]; 4], half: usize) {
    let width = 2 * half;
    let words = states.len() / width;
    pulp::Arch::new().dispatch(
        #[inline(always)]
        || {
            let mut state = vec![0f32; half];
            for direction in 0..2 {
                state.fill(0.0);
                let side = direction * half;
                let [forget_state, output_state, forget_bias, output_bias] = terms.map(|term| &term[side..side + half]);
                for step in 0..words {
                    let word = if direction == 0 { step } else { words - 1 - step };
                    let gates = &mut gates[word * 3 * width + direction * 3 * half..][..3 * half];
                    let (value, rest) = gates.split_at_mut(half);
                    let (forget, output) = rest.split_at_mut(half);
                    let place = word * width + side..word * width + side + half;
                    let input = &input[place.clone()];
                    let states = &mut states[place.clone()];
                    let out = &mut out[place];
                    for unit in 0..half {
                        let before = state[unit];
                        let f = kernels::sigmoid(forget[unit] + forget_state[unit] * before + forget_bias[unit]);
                        let r = kernels::sigmoid(output[unit] + output_state[unit] * before + output_bias[unit]);
                        let c = f * before + (1.0 - f) * value[unit];
                        forget[unit] = f;
                        output[unit] = r;
                        states[unit] = c;
                        state[unit] = c;
                        out[unit] = r * c + (1.0 - r) * input[unit];
                    }
                }
            }
        },
    );
}

/// The fixed vector of a word as the network takes it: of length 3, so that frequent and rare words weigh alike.
#[must_use]
pub fn vector(lexicon: &Lexicon, form: &str) -> Option<[f32; VECTOR]> {
    let vectors = lexicon.vectors.as_ref()?;
    let mut vector = vectors.vector(vectors.row(form)?)?;
    let length = kernels::dot(&vector, &vector).sqrt();
    if length > 0.0 {
        for value in &mut vector {
            *value *= 3.0 / length;
        }
    }
    Some(vector)
}
