//! `cargo xtask measure`: every bar that the engine is held to, on parts that nothing was trained on, with its floor.

use super::{
    chains, dates, engine, names, raw,
    trees::{self, Ratio},
};
use crate::root;
use paradero_model::Lang;
use std::fs;

/// A figure, with the least it may be.
struct Bar {
    what: String,
    floor: Option<f64>,
    figure: Result<f64, String>,
}

impl Bar {
    fn met(&self) -> Option<bool> {
        let figure = self.figure.as_ref().ok()?;
        self.floor.map(|floor| *figure >= floor)
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

/// Prints the table; false where something could not be measured or lies below its floor.
pub fn run() -> bool {
    let folder = root().join("../shared/lang");
    if !folder.exists() {
        println!("measure: skipped, because ../shared/lang is not here");
        return true;
    }
    println!("| what, from raw text | floor | measured | |\n|---|---|---|---|");
    let mut well = true;
    let mut show = |bar: Bar| {
        let floor = bar.floor.map_or("-".to_owned(), |floor| format!("{floor:.1}"));
        let (figure, met) = match (&bar.figure, bar.met()) {
            (Ok(figure), Some(true)) => (format!("{figure:.1}"), "met"),
            (Ok(figure), Some(false)) => (format!("**{figure:.1}**"), "below"),
            (Ok(figure), None) => (format!("{figure:.1}"), ""),
            (Err(fault), _) => (format!("not measured: {fault}"), ""),
        };
        println!("| {} | {floor} | {figure} | {met} |", bar.what);
        well &= bar.figure.is_ok() && bar.met() != Some(false);
    };
    let read = |path: String| fs::read_to_string(folder.join(&path)).map_err(|cause| format!("{path}: {cause}"));
    for (what, file, lang, floors) in TREEBANKS {
        let (gold, system) = match read(format!("ud/{file}.conllu")) {
            Ok(gold) => (gold.clone(), engine::conllu(&raw::text(&gold), lang)),
            Err(fault) => {
                show(Bar { what: what.to_owned(), floor: None, figure: Err(fault) });
                continue;
            }
        };
        let figures = trees::score(&gold, &system).map(|figures| figures.named());
        for (name, floor) in floors {
            let figure = figures.clone().map(|all| f1(&all, name));
            show(Bar { what: format!("{what}: {name}"), floor: *floor, figure });
        }
        for (what, file, _, floor) in NAMES.iter().filter(|(_, _, treebank, _)| *treebank == file) {
            let figure = read(format!("ner/{file}.iob")).and_then(|iob| names::score(&iob, &gold, &system));
            show(Bar { what: format!("{what}: F1"), floor: Some(*floor), figure: figure.map(|all| all[3].f1()) });
        }
    }
    let chained = chains::figures().ok_or("no GUM".to_owned());
    show(Bar { what: "chains, GUM test: CoNLL F1".into(), floor: None, figure: chained.clone().map(|(conll, _)| 100.0 * conll) });
    let accuracy = chained.map(|(_, accuracy)| 100.0 * accuracy);
    show(Bar { what: "chains, GUM test: pronoun accuracy".into(), floor: Some(75.0), figure: accuracy });
    for (lang, name) in [(Lang::En, "English"), (Lang::Es, "Spanish")] {
        let figure = dates::share(lang).map(|share| 100.0 * share);
        show(Bar { what: format!("dates, {name}: resolved right"), floor: Some(85.0), figure });
    }
    well
}

fn f1(figures: &[(&'static str, Ratio)], name: &str) -> f64 {
    figures.iter().find(|(one, _)| *one == name).map_or(0.0, |(_, ratio)| ratio.f1())
}
