//! Names before and after the model: what it sees of lines in capitals ([`truecase`]), and its tags made consistent over a text
//! ([`settle`]).

mod settle;
mod truecase;

pub use settle::settle;
pub use truecase::{Case, truecase};
