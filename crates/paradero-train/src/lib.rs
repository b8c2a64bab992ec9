//! Trains the models of `paradero-grammar` from treebanks and word lists; no part of the program.
//!
//! Pure: bytes in, bytes out. `cargo xtask train` reads the files, checks them by hash and writes the models.
//!
//! [`packages`] names what is read and checks its hashes, [`archive`] opens it, [`clusters`], [`vectors`] and [`places`] make the parts
<<<<<<< HEAD
//! of the resource files, [`lexicon`] puts them together.
//! [`parser`] trains the network that tags words, draws trees and finds names.
=======
//! of the resource files, [`lexicon`] puts them together. [`lemma`] learns lemmas from treebanks.
>>>>>>> 3c8ac4f (Lemmas learnt from treebanks: a table and a linear model over endings)

pub mod archive;
pub mod clusters;
pub mod lemma;
pub mod lexicon;
pub mod packages;
pub mod parser;
pub mod places;
pub mod vectors;
