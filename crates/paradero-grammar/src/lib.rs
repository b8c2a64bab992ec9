//! Words, trees and name tags of English and Spanish text, by small trained models. Knows language, and nothing of detention.
//!
//! [`read`] cuts a text into sentences and words ([`split`](split())), lets a [`network`](mod@network) say the part of speech, features, head,
//! relation and name tag of each, and looks its lemma up.
//!
//! A [`Reading`] holds sentences of [`Word`]s as Universal Dependencies has them: "del" is two words, "don't" is two words, every
//! word hangs on another by a [`Relation`]. [`conllu`] reads and writes the field's exchange format.

pub mod conllu;
pub mod decode;
pub mod features;
pub mod kernels;
pub mod lemma;
pub mod lexicon;
pub mod names;
pub mod network;
mod packed;
mod read;
mod reading;
pub mod split;
mod tags;

pub use read::{network, read};
pub use reading::{Part, Reading, Sentence, Word};
pub use split::{LONGEST as LONGEST_SENTENCE, Piece, Split, Stretch, split};
pub use tags::{NameTag, Pos, Relation, Universal};
