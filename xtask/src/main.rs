//! The project's own tasks, run as `cargo xtask TASK`: [`everything::run`] tests, [`tidy`] checks the house, [`golden`] rewrites what
//! the tests compare with, [`score`] measures drafts against gold statements, [`measure`] and [`bench`] measure the engine,
//! [`supply`] checks the lock file,
//! [`torture`] tries hostile text, [`train`] makes the engine's files.

mod bench;
mod everything;
mod golden;
mod measure;
mod score;
mod supply;
mod tidy;
mod torture;
mod train;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

const HELP: &str = "usage: cargo xtask TASK

  test      install what the tests need, run all of them, end with their closing line
  tidy      check the house: arrows between crates, file heads and lengths, documents, glossary
  golden    rewrite the stage files of cases/ and the specs' expected statements; then read the diff
  score     draft the three sets of ../shared/gold and print the tables (--misses for what was missed)
  measure   the engine's figures against the data of ../shared/lang: all of its bars, or one kind (--help)
  bench     how fast the engine is and how much memory it takes: lang (--stream WORDS; --peers beside other programs)
  train     make the engine's files anew: lexicon --inputs FOLDER (the packages; what is missing is named),
            parser --lang en|es (the network; the treebanks of ../shared/lang)
  torture   hostile text through the analysis: how the time grows, then texts at random (SECONDS, 60 if not given, and a SEED)
  supply    check the lock file: no version younger than 14 days, licences of the list in deny.toml
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let rest = arguments.get(1..).unwrap_or_default();
    let done = match arguments.first().map(String::as_str) {
        Some("test") => everything::run(),
        Some("tidy") => report(&tidy::faults(&root())),
        Some("golden") => golden::rewrite(),
        Some("score") => score::run(rest.iter().any(|argument| argument == "--misses")),
        Some("bench") => bench::run(rest),
        Some("train") if rest.first().is_some_and(|what| what == "chains") => {
            measure::chains::lessons::train(rest.iter().any(|argument| argument == "--raw"))
        }
        Some("measure") => measure::run(rest),
        Some("train") => train::run(&root(), rest),
        Some("torture") => torture::run(rest),
        Some("supply") => supply::check(&root()),
        Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            true
        }
        _ => {
            eprint!("{HELP}");
            false
        }
    };
    if done { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The project's folder.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(|| PathBuf::from("."), Path::to_owned)
}

/// Does what a task does in an optimised build, for which the task is built anew where this is none.
fn optimised(task: &str, arguments: &[String], act: impl FnOnce() -> bool) -> bool {
    if !cfg!(debug_assertions) {
        return act();
    }
    let cargo = ["run", "--quiet", "--release", "--package", "xtask", "--", task];
    let status = std::process::Command::new("cargo").args(cargo).args(arguments).current_dir(root()).status();
    status.is_ok_and(|status| status.success())
}

/// Prints faults; whether there were none.
fn report(faults: &[String]) -> bool {
    for fault in faults {
        eprintln!("tidy: {fault}");
    }
    if faults.is_empty() {
        println!("tidy: nothing to mend");
    }
    faults.is_empty()
}
