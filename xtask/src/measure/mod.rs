//! `cargo xtask measure [WHAT]`: the engine's figures against data that is no part of the project (`../shared/lang`).
//!
//! Where the data is not beside the checkout a measurement says so and passes.

mod bars;
pub mod chains;
mod dates;
pub mod engine;
pub mod names;
pub mod raw;
pub mod trees;

use crate::optimised;

/// What can be measured.
const HELP: &str = "usage: cargo xtask measure [WHAT]

  (nothing) every bar of the engine with its floor, as a table (--dev for the dev parts)
  chains    chains of mentions against the entities of GUM test (--dev for its dev part, --trees with the treebank's own trees)
  dates     dates against the Recognizers-Text cases that have an EDTF reading (--failures for what was missed)
  names     names that a CoNLL-U file carries: --gold NAMES.iob --treebank FILE --system FILE
  raw       nothing: prints the raw text of a treebank file, which a program is given to read: --treebank FILE
  trees     a CoNLL-U file against another, as CoNLL 2018 scores them: --gold FILE --system FILE
";

/// Measures what the arguments name; false where it could not be done.
pub fn run(arguments: &[String]) -> bool {
    match arguments.first().map(String::as_str) {
        None | Some("--dev") => optimised("measure", arguments, || bars::run(!arguments.is_empty())),
        Some("chains") => {
            let has = |name: &str| arguments.iter().any(|argument| argument == name);
            chains::run(has("--dev"), has("--trees"))
        }
        Some("dates") => dates::run(arguments.iter().any(|argument| argument == "--failures")),
        Some("names") => names::run(arguments),
        Some("raw") => raw::run(arguments),
        Some("trees") => trees::run(arguments),
        _ => {
            eprint!("{HELP}");
            false
        }
    }
}
