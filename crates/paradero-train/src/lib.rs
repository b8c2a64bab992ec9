//! Trains the models of `paradero-grammar` from treebanks and word lists; no part of the program.
//!
//! Pure: bytes in, bytes out. `cargo xtask train` reads the files, checks them by hash and writes the models.
//!
//! [`packages`] names what is read and checks its hashes, [`archive`] opens it, [`clusters`], [`vectors`] and [`places`] make the parts
//! of the resource files, [`lexicon`] puts them together. [`split`] trains what finds sentences and words, [`parser`] the network that tags
//! words, draws trees and finds names; [`lemma`] learns lemmas.

pub mod archive;
pub mod clusters;
pub mod lemma;
pub mod lexicon;
pub mod packages;
pub mod parser;
pub mod places;
pub mod split;
pub mod vectors;
