//! Trains the models of `paradero-grammar` from treebanks and word lists; no part of the program.
//!
//! Pure: bytes in, bytes out. `cargo xtask train` reads the files, checks them by hash and writes the models.
