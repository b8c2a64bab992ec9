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

use crate::NameTag;

/// Width of the fixed word vectors.
pub const VECTOR: usize = 100;

/// Distances between dependent and head that are told apart, the root's among them.
pub const BUCKETS: usize = 17;

/// Begin, inside, end and single of the four kinds of names, and none.
pub const NAME_CLASSES: usize = 17;

/// What is known of words beyond the treebanks.
pub trait Lexicon {
    /// The word's Brown cluster as bits from the top of the tree.
    fn cluster(&self, form: &str) -> Option<String>;
    /// The word's vector, [`VECTOR`] long.
    fn vector(&self, word: &str) -> Option<Vec<f32>>;
    /// All words that have a vector, lower-cased, in a fixed order.
    fn vector_words(&self) -> Vec<String>;
}

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
