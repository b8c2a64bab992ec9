//! Trains the splitter of `paradero-grammar`: raw texts are made of treebanks ([`raw`]), each word of them is a question with a known
//! answer, and [`fit`] finds the weights.

pub mod fit;
pub mod raw;
