//! Names before and after the model: what it sees of lines in capitals ([`truecase`]).

mod truecase;

pub use truecase::{Case, truecase};
