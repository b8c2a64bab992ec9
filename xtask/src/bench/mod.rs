//! `cargo xtask bench WHAT`: how fast the project is and how much memory it takes, in an optimised build.
//!
//! No test asserts a time: these figures are for `SCORES.md`, with the day they were measured on.

pub mod lang;
mod peers;
pub mod process;

use crate::optimised;

/// What can be timed.
const HELP: &str = "usage: cargo xtask bench WHAT

  lang                    the engine: loading, words a second on one core, memory
  lang --stream WORDS     the same over a stream of so many words, with the memory along the way
  lang --peers            beside UDPipe 1 and spaCy 3.8, trained on the same treebank: trees, names, speed, memory. Makes a Python
                          environment and trains them in target/peers where they are not there (an hour of one core)
";

/// Times what the arguments name; false where it could not be done.
pub fn run(arguments: &[String]) -> bool {
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    let stream = arguments.iter().skip_while(|argument| *argument != "--stream").nth(1);
    match (arguments.first().map(String::as_str), stream.map(|words| words.replace([',', '_'], "").parse())) {
        (Some("lang"), None) if has("--peers") => optimised("bench", arguments, peers::run),
        (Some("lang"), None) if !has("--stream") => optimised("bench", arguments, || lang::run(None)),
        (Some("lang"), Some(Ok(words))) => optimised("bench", arguments, || lang::run(Some(words))),
        _ => {
            eprint!("{HELP}");
            false
        }
    }
}
