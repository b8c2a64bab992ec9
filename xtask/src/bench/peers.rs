//! `cargo xtask bench lang --peers`: the engine beside UDPipe 1 and spaCy 3.8, in one run on one machine and one core.
//!
//! The peers are trained on the train part of EWT (names: UNER's) by the scripts in `xtask/peers`, in a Python environment of their
//! own in `target/peers`, once; a model that lies there is used as it is. All read the same raw texts, [`ROUNDS`] times for the speed, and
//! are scored by our own scorer. Speed is in words of the treebank a second of processor time, so that no tokenisation counts more.

use super::process::{Watch, memory};
use crate::{
    measure::{engine, names, raw, trees},
    root,
};
use paradero_model::Lang;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The versions of the peers, exact.
const PACKAGES: [&str; 3] = ["spacy==3.8.18", "ufal.udpipe==1.4.0.1", "numpy==2.4.6"];
/// How often the texts are read, after once that does not count.
const ROUNDS: usize = 3;
/// The texts: their treebanks and names.
const TEXTS: [(&str, &str); 2] = [("en_ewt-test", "en_uner-test"), ("en_pud-test", "en_uner_pud-test")];

/// What is printed of one program.
struct Line {
    name: &'static str,
    /// LAS and name F1 of each text; `None` where it reads no trees or no names.
    figures: Vec<(Option<f64>, Option<f64>)>,
    speed: f64,
    memory: f64,
}

/// Prints the table; false where it could not be made.
pub fn run() -> bool {
    let shared = root().join("../shared/lang");
    if !shared.exists() {
        println!("bench: skipped, because ../shared/lang is not here");
        return true;
    }
    match lines(&shared) {
        Ok(lines) => {
            println!("| program | LAS, EWT test | LAS, PUD | names, EWT test | names, PUD | words a second | memory, MB |");
            println!("|---|---|---|---|---|---|---|");
            for line in lines {
                let shown = |figure: Option<f64>| figure.map_or("-".to_owned(), |figure| format!("{figure:.1}"));
                let las: Vec<String> = line.figures.iter().map(|one| shown(one.0)).collect();
                let named: Vec<String> = line.figures.iter().map(|one| shown(one.1)).collect();
                let columns = [las, named].concat().join(" | ");
                println!("| {} | {columns} | {:.0} | {:.0} |", line.name, line.speed, line.memory);
            }
            true
        }
        Err(fault) => {
            eprintln!("bench: {fault}");
            false
        }
    }
}

/// A text to read: where its parts lie, and how many words the treebank has.
struct Given {
    treebank: String,
    names: String,
    raw: String,
    words: usize,
}

fn lines(shared: &Path) -> Result<Vec<Line>, String> {
    let open =
        |path: PathBuf| fs::read_to_string(&path).map_err(|cause| format!("{} could not be read: {cause}", path.display()));
    let folder = root().join("target/peers");
    fs::create_dir_all(&folder).map_err(|cause| format!("target/peers could not be made: {cause}"))?;
    let mut given = Vec::new();
    for (treebank, named) in TEXTS {
        let treebank = open(shared.join(format!("ud/{treebank}.conllu")))?;
        let words = treebank.lines().filter(|line| line.split('\t').next().is_some_and(|at| at.parse::<usize>().is_ok())).count();
        let names = open(shared.join(format!("ner/{named}.iob")))?;
        given.push(Given { raw: raw::text(&treebank), names, words, treebank });
    }
    let mut lines = vec![ours(&given)?];
    let python = environment(&folder)?;
    let train = |name: &str, script: &str, train: &str, dev: &str| {
        trained(&folder, &python, name, script, &shared.join(train), &shared.join(dev))
    };
    let ewt = ("ud/en_ewt-train.conllu", "ud/en_ewt-dev.conllu");
    let udpipe = train("udpipe.model", "train_udpipe.py", ewt.0, ewt.1)?;
    lines.push(theirs("UDPipe 1", &folder, &python, "udpipe", &udpipe, &given)?);
    let trees = train("spacy", "train_spacy.py", ewt.0, ewt.1)?;
    lines.push(theirs("spaCy 3.8, tagger and parser", &folder, &python, "spacy", &trees, &given)?);
    let named = train("spacy-names", "train_spacy.py", "ner/en_uner-train.iob", "ner/en_uner-dev.iob")?;
    lines.push(theirs("spaCy 3.8, names", &folder, &python, "spacy", &named, &given)?);
    Ok(lines)
}

/// The engine over the texts.
fn ours(given: &[Given]) -> Result<Line, String> {
    let read = || given.iter().map(|one| engine::conllu(&one.raw, Lang::En)).collect::<Vec<_>>();
    let systems = read();
    let texts: Vec<_> = given.iter().map(|one| engine::text(&one.raw, Lang::En)).collect();
    let watch = Watch::start();
    for text in texts.iter().cycle().take(ROUNDS * texts.len()) {
        drop(paradero_lang::analyse(text));
    }
    let words: usize = given.iter().map(|one| ROUNDS * one.words).sum();
    let speed = words as f64 / watch.processor();
    let figures = given.iter().zip(&systems).map(|(given, system)| Ok((Some(las(given, system)?), Some(named(given, system)?))));
    Ok(Line {
        name: "Paradero, all of `analyse`",
        figures: figures.collect::<Result<_, String>>()?,
        speed,
        memory: memory().most,
    })
}

fn las(given: &Given, system: &str) -> Result<f64, String> {
    Ok(trees::score(&given.treebank, system)?.relations.f1())
}

fn named(given: &Given, system: &str) -> Result<f64, String> {
    Ok(names::score(&given.names, &given.treebank, system)?[3].f1())
}

/// A Python environment with the peers, made where there is none.
fn environment(folder: &Path) -> Result<PathBuf, String> {
    let python = folder.join("python/bin/python");
    if !python.exists() {
        println!("bench: making a Python environment in target/peers");
        done(Command::new("python3").args(["-m", "venv"]).arg(folder.join("python")))?;
        done(Command::new(&python).args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(PACKAGES))?;
    }
    Ok(python)
}

/// Where a model lies, trained where it is not there.
fn trained(folder: &Path, python: &Path, name: &str, script: &str, train: &Path, dev: &Path) -> Result<PathBuf, String> {
    let model = folder.join(name);
    if !model.exists() {
        println!("bench: training {name} (once)");
        let begun = folder.join(format!("{name}.part"));
        done(single(Command::new(python).arg(root().join("xtask/peers").join(script)).args([train, dev]).arg(&begun)))?;
        fs::rename(&begun, &model).map_err(|cause| format!("{name} could not be kept: {cause}"))?;
    }
    Ok(model)
}

/// A peer over the texts: what it read lies in files, what it took it prints.
fn theirs(name: &'static str, folder: &Path, python: &Path, what: &str, model: &Path, given: &[Given]) -> Result<Line, String> {
    let mut command = Command::new(python);
    command.arg(root().join("xtask/peers/read.py")).args([what, &ROUNDS.to_string()]).arg(model);
    let (mut outs, trees_in) = (Vec::new(), !model.ends_with("spacy-names"));
    for (at, one) in given.iter().enumerate() {
        let (raw, out) = (folder.join(format!("{at}.txt")), folder.join(format!("{what}.{at}.conllu")));
        fs::write(&raw, &one.raw).map_err(|cause| format!("{} could not be written: {cause}", raw.display()))?;
        command.args([&raw, &out]);
        outs.push(out);
    }
    let output = single(&mut command).output().map_err(|cause| format!("{name} could not be run: {cause}"))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let mut numbers = said.split_whitespace().filter_map(|number| number.parse::<f64>().ok());
    let (Some(seconds), Some(memory)) = (numbers.next(), numbers.next()) else {
        return Err(format!("{name} failed: {}", String::from_utf8_lossy(&output.stderr)));
    };
    let mut figures = Vec::new();
    for (given, out) in given.iter().zip(outs) {
        let system = fs::read_to_string(&out).map_err(|cause| format!("{} could not be read: {cause}", out.display()))?;
        let named_in = system.contains("Name=");
        figures.push((
            if trees_in { Some(las(given, &system)?) } else { None },
            if named_in { Some(named(given, &system)?) } else { None },
        ));
    }
    let words: usize = given.iter().map(|one| ROUNDS * one.words).sum();
    Ok(Line { name, figures, speed: words as f64 / seconds, memory })
}

/// Held to one core.
fn single(command: &mut Command) -> &mut Command {
    ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"]
        .iter()
        .fold(command, |command, name| command.env(name, "1"))
}

fn done(command: &mut Command) -> Result<(), String> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{command:?} ended with {status}")),
        Err(cause) => Err(format!("{command:?} could not be run: {cause}")),
    }
}
