//! `cargo xtask measure`: every bar that the engine is held to, on parts that nothing was trained on, with its floor.
//!
//! `--dev` prints the rows that there are dev parts for, from those: to work by, so that the test parts stay unseen.

use super::{
    chains, dates, engine, names, raw,
    trees::{self, Ratio},
};
use crate::{bench, root};
use paradero_model::Lang;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A figure, with what it is held to.
struct Bar {
    what: String,
    limit: Limit,
    figure: Result<f64, String>,
}

/// What a figure may be.
#[derive(Clone, Copy)]
enum Limit {
    None,
    Least(f64),
    Most(f64),
}

impl Bar {
    fn met(&self) -> Option<bool> {
        let figure = *self.figure.as_ref().ok()?;
        match self.limit {
            Limit::None => None,
            Limit::Least(least) => Some(figure >= least),
            Limit::Most(most) => Some(figure <= most),
        }
    }

    /// Prints its row; whether it was measured and is met.
    fn show(&self) -> bool {
        let places = |figure: f64| if figure >= 1000.0 { format!("{figure:.0}") } else { format!("{figure:.2}") };
        let limit = match self.limit {
            Limit::None => "-".to_owned(),
            Limit::Least(least) => places(least),
            Limit::Most(most) => format!("at most {}", places(most)),
        };
        let (figure, met) = match (&self.figure, self.met()) {
            (Ok(figure), Some(true)) => (places(*figure), "met"),
            (Ok(figure), Some(false)) => (format!("**{}**", places(*figure)), "not met"),
            (Ok(figure), None) => (places(*figure), ""),
            (Err(fault), _) => (format!("not measured: {fault}"), ""),
        };
        println!("| {} | {limit} | {figure} | {met} |", self.what);
        self.figure.is_ok() && self.met() != Some(false)
    }
}

/// Which figure of a treebank: as [`trees::Figures::named`] calls them.
type Floors = &'static [(&'static str, Option<f64>)];

/// The treebanks, their languages, and the floors of the figures that are shown.
const TREEBANKS: [(&str, &str, Lang, Floors); 5] = [
    (
        "English, EWT test",
        "en_ewt-test",
        Lang::En,
        &[
            ("Words", Some(98.5)),
            ("Sentences", Some(80.0)),
            ("UPOS", Some(94.5)),
            ("UFeats", None),
            ("Lemmas", None),
            ("UAS", None),
            ("LAS", Some(81.0)),
        ],
    ),
    ("English, PUD", "en_pud-test", Lang::En, &[("Words", None), ("Sentences", None), ("UPOS", None), ("LAS", Some(80.0))]),
    (
        "Spanish, AnCora test",
        "es_ancora-test",
        Lang::Es,
        &[
            ("Words", Some(99.0)),
            ("Sentences", None),
            ("UPOS", Some(97.0)),
            ("UFeats", None),
            ("Lemmas", None),
            ("UAS", None),
            ("LAS", Some(81.5)),
        ],
    ),
    ("Spanish, GSD test", "es_gsd-test", Lang::Es, &[("Words", None), ("Sentences", None), ("UPOS", None), ("LAS", Some(75.0))]),
    ("Spanish, PUD", "es_pud-test", Lang::Es, &[("Words", None), ("Sentences", None), ("UPOS", None), ("LAS", Some(76.0))]),
];

/// The files of names: what they are called, their treebank, their floor.
const NAMES: [(&str, &str, &str, f64); 3] = [
    ("names, UNER EWT test", "en_uner-test", "en_ewt-test", 73.0),
    ("names, UNER PUD", "en_uner_pud-test", "en_pud-test", 66.0),
    ("names, AnCora test (typed part)", "es_ancora-test", "es_ancora-test", 75.0),
];

/// Prints the table; false where something could not be measured or is not met. `dev`: from dev parts.
pub fn run(dev: bool) -> bool {
    let folder = root().join("../shared/lang");
    if !folder.exists() {
        println!("measure: skipped, because ../shared/lang is not here");
        return true;
    }
    println!("| what, from raw text{} | floor | measured | |\n|---|---|---|---|", if dev { " (dev parts)" } else { "" });
    let part = |name: &str| if dev { name.replace("test", "dev") } else { name.to_owned() };
    let mut well = true;
    for (what, file, lang, floors) in TREEBANKS {
        let path = folder.join(format!("ud/{}.conllu", part(file)));
        if dev && !path.exists() {
            continue;
        }
        let named = NAMES.iter().find(|(_, _, treebank, _)| *treebank == file);
        let named = named.map(|(what, file, _, floor)| (*what, folder.join(format!("ner/{}.iob", part(file))), *floor));
        well &= treebank((&part(what), &path), lang, floors, named.map(|(what, path, floor)| (part(what), path, floor)));
    }
    well & (dev || beyond_trees())
}

/// The rows of one treebank, and of the names in it.
fn treebank((what, path): (&str, &Path), lang: Lang, floors: Floors, named: Option<(String, PathBuf, f64)>) -> bool {
    let open = |path: &Path| fs::read_to_string(path).map_err(|cause| format!("{}: {cause}", path.display()));
    let gold = match open(path) {
        Ok(gold) => gold,
        Err(fault) => return Bar { what: what.to_owned(), limit: Limit::None, figure: Err(fault) }.show(),
    };
    let system = engine::conllu(&raw::text(&gold), lang);
    let figures = trees::score(&gold, &system).map(|figures| figures.named());
    let mut well = true;
    for (name, floor) in floors {
        let limit = floor.map_or(Limit::None, Limit::Least);
        well &= Bar { what: format!("{what}: {name}"), limit, figure: figures.clone().map(|all| f1(&all, name)) }.show();
    }
    if let Some((what, path, floor)) = named {
        let figure = open(&path).and_then(|iob| names::score(&iob, &gold, &system)).map(|all| all[3].f1());
        well &= Bar { what: format!("{what}: F1"), limit: Limit::Least(floor), figure }.show();
    }
    well
}

/// The rows of what is made of trees: chains, dates; speed and memory.
fn beyond_trees() -> bool {
    let chained = chains::figures().ok_or("no GUM".to_owned());
    let conll = chained.clone().map(|(conll, _)| 100.0 * conll);
    let accuracy = chained.map(|(_, accuracy)| 100.0 * accuracy);
    let dated = |lang| dates::share(lang).map(|share| 100.0 * share);
    let speed = |lang| bench::lang::speed(lang).ok_or("no prose".to_owned());
    let rows = [
        ("chains, GUM test: CoNLL F1", Limit::None, conll),
        ("chains, GUM test: pronoun accuracy", Limit::Least(75.0), accuracy),
        ("dates, English: resolved right", Limit::Least(85.0), dated(Lang::En)),
        ("dates, Spanish: resolved right", Limit::Least(85.0), dated(Lang::Es)),
        ("`analyse`, English: words a second", Limit::Least(30_000.0), speed(Lang::En)),
        ("`analyse`, Spanish: words a second", Limit::Least(30_000.0), speed(Lang::Es)),
        ("memory, both languages loaded: MB", Limit::Most(250.0), Ok(bench::process::memory().most)),
    ];
    let rows = rows.into_iter().map(|(what, limit, figure)| Bar { what: what.to_owned(), limit, figure });
    // Every row is shown, also behind one that is not met.
    rows.filter(|bar| !bar.show()).count() == 0
}

fn f1(figures: &[(&'static str, Ratio)], name: &str) -> f64 {
    figures.iter().find(|(one, _)| *one == name).map_or(0.0, |(_, ratio)| ratio.f1())
}
