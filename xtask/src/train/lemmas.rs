//! `cargo xtask train lemmas`: the lemma files, from the treebanks in `../shared/lang` or another folder.

use super::Files;
use paradero_grammar::{
    Pos,
    conllu::{self, Annotated},
    lexicon::{Lexicon, pack::Input},
};
use paradero_model::Lang;
use paradero_train::{
    lemma::{self, Examples},
    packages,
};
use std::{
    cmp::Reverse,
    fs,
    path::{Path, PathBuf},
};

/// How the task is called.
pub const USAGE: &str = "lemmas [--data FOLDER] [--misses]";
/// How many of the wrong lemmas `--misses` prints.
const SHOWN: usize = 150;

/// Learns the lemmas and gives back the files. Prints how many are right in sentences that were not learnt from: the dev parts in
/// English; in Spanish, where only dev parts have lemmas, the last fifth of `AnCora`'s, which the file that is kept learns too.
///
/// # Errors
/// What to write or to get instead.
pub fn files(root: &Path, arguments: &[String]) -> Result<Files, String> {
    let mut folder = root.join("../shared/lang");
    let mut misses = false;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--data" => folder = rest.next().map(PathBuf::from).ok_or("--data: name the folder of the language data")?,
            "--misses" => misses = true,
            _ => return Err(format!("{argument}: usage: cargo xtask train {USAGE}")),
        }
    }
    let from = |name: &str| treebank(&folder, name);
    let ((ewt, first), (gum, second)) = (from("en_ewt-train")?, from("en_gum-train")?);
    let mut examples = Examples::of(&ewt, |_| true);
    examples.add(&gum, |_| true);
    let clusters = &Lexicon::of(Lang::En).clusters;
    let english = lemma::file(&examples, Lang::En, clusters, &[first, second])?;
    for name in ["en_ewt-dev", "en_gum-dev"] {
        print(name, &english, &from(name)?.0, Lang::En, misses)?;
    }
    let ((ancora, first), (gsd, second)) = (from("es_ancora-dev")?, from("es_gsd-dev")?);
    let (learnt, held) = ancora.split_at(ancora.len() * 4 / 5);
    let mut examples = Examples::of(learnt, |_| true);
    // GSD writes names in small letters and numbers without some of their digits.
    examples.add(&gsd, |pos| !matches!(pos, Pos::Propn | Pos::Num));
    let clusters = &Lexicon::of(Lang::Es).clusters;
    let part = lemma::file(&examples, Lang::Es, clusters, &[])?;
    print("last fifth of es_ancora-dev", &part, held, Lang::Es, misses)?;
    examples.add(held, |_| true);
    let spanish = lemma::file(&examples, Lang::Es, clusters, &[first, second])?;
    Ok(vec![("lemmas.en.bin", english), ("lemmas.es.bin", spanish)])
}

/// A treebank file: its sentences, and what is written of it into a model file.
fn treebank(folder: &Path, name: &str) -> Result<(Vec<Annotated>, Input), String> {
    let path = folder.join("ud").join(format!("{name}.conllu"));
    let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let input = packages::input(&format!("ud/{name}.conllu"), &bytes);
    Ok((conllu::read(&String::from_utf8_lossy(&bytes)), input))
}

fn print(name: &str, file: &[u8], sentences: &[Annotated], lang: Lang, misses: bool) -> Result<(), String> {
    let lemmas = lemma::read(file.to_vec(), lang)?;
    let (right, all, wrong) = lemma::right(&lemmas, sentences, &Lexicon::of(lang).clusters);
    println!(
        "train: {name}: {right} of {all} lemmas right ({:.2} %), given words and tags",
        100.0 * right as f64 / all.max(1) as f64
    );
    let mut wrong: Vec<_> = wrong.into_iter().filter(|_| misses).collect();
    wrong.sort_by_key(|(word, count)| (Reverse(*count), word.clone()));
    wrong.iter().take(SHOWN).for_each(|(word, count)| println!("  {count} {word}"));
    Ok(())
}
