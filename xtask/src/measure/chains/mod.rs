//! `cargo xtask measure chains [--dev]`: chains of mentions against the entities of GUM.
//!
//! Reads each document as raw text with `analyse`, exactly as the program does, and compares its chains with the annotation; what is
//! counted stands in [`compare`]. The test part is what the figures of `SCORES.md` come from; rules and weights see train and dev only.

mod compare;
mod gold;
pub mod lessons;
mod metrics;

use crate::root;
use compare::{CLASSES, Result, Said, Tally};
use paradero_lang::{Analysis, Mention, MentionForm, Word, analyse, find_chains};
use paradero_model::{About, ByteMap, Lang, SourceId, Span, Text};
use std::fs;

/// Figures of the test part that must not be lost again: pronoun accuracy and CoNLL F1.
const FLOORS: (f64, f64) = (0.75, 0.70);

/// Measures and prints; false below a floor.
pub fn run(dev: bool, trees: bool) -> bool {
    let part = if dev { "dev" } else { "test" };
    let file = root().join(format!("../shared/lang/ud/en_gum-{part}.conllu"));
    let Ok(treebank) = fs::read_to_string(&file) else {
        println!("measure chains: skipped, because ../shared/lang is not here");
        return true;
    };
    let mut result = Result::default();
    for document in gold::read(&treebank) {
        let mut analysis = raw(&document.body);
        if trees {
            analysis = lessons::with_trees(&document, analysis);
            analysis.chains = find_chains(&document.body, &analysis);
        }
        result.add(&document, &said(&analysis));
    }
    print(part, if trees { "the treebank's trees" } else { "raw text" }, &result);
    let held = dev || trees || result.all().accuracy() >= FLOORS.0 && result.measures.conll() >= FLOORS.1;
    if !held {
        eprintln!("measure chains: below the floors: accuracy {:.2}, CoNLL F1 {:.2}", FLOORS.0, FLOORS.1);
    }
    held
}

/// The analysis of a body, as the program makes it.
fn raw(body: &str) -> Analysis {
    let about = About { lang: Some(Lang::En), ..About::default() };
    let map = ByteMap::verbatim(0, body.len());
    analyse(&Text::new(SourceId::of(body.as_bytes()), 0, "measure/1", body.to_owned(), map, about))
}

/// The chains of an analysis, of which those with one mention say nothing.
fn said(analysis: &Analysis) -> Vec<Vec<Said>> {
    let one = |mention: &Mention| Said {
        span: mention.span,
        head: head(analysis, mention.span),
        counted: matches!(mention.form, MentionForm::Name | MentionForm::Pronoun | MentionForm::Possessive),
    };
    let chains = analysis.chains.iter().filter(|chain| chain.mentions.len() > 1);
    chains.map(|chain| chain.mentions.iter().map(one).collect()).collect()
}

/// The word of `span` that hangs on none of its others.
fn head(analysis: &Analysis, span: Span) -> Span {
    let words = &analysis.words;
    let first = words.partition_point(|word| word.span.start() < span.start());
    let inside = words[first..].iter().take_while(|word| word.span.end() <= span.end());
    let outside = |word: &&Word| word.head.and_then(|head| words.get(head)).is_none_or(|head| !span.contains(head.span));
    inside.clone().find(outside).map_or(span, |word| word.span)
}

fn print(part: &str, from: &str, result: &Result) {
    println!("chains, GUM {part}, from {from}");
    println!("{:<12} {:>7} {:>7} {:>7} {:>9} {:>9}", "pronouns", "all", "given", "right", "accuracy", "precision");
    let line = |name: &str, tally: Tally| {
        let Tally { right, given, all } = tally;
        println!("{name:<12} {all:>7} {given:>7} {right:>7} {:>9.3} {:>9.3}", tally.accuracy(), tally.precision());
    };
    for ((name, _), tally) in CLASSES.iter().zip(result.classes) {
        line(name, tally);
    }
    line("possessives", result.possessives);
    line("third person", result.third());
    line("all", result.all());
    println!("{:<12} {:>7} {:>9} {:>7}", "partitions", "recall", "precision", "F1");
    for (name, ratio) in [("MUC", result.measures.muc), ("B3", result.measures.b3), ("CEAFe", result.measures.ceafe)] {
        println!("{name:<12} {:>7.3} {:>9.3} {:>7.3}", ratio.recall(), ratio.precision(), ratio.f1());
    }
    println!("{:<12} {:>25.3}", "CoNLL F1", result.measures.conll());
}

/// CoNLL F1 and pronoun accuracy of the test part, in 0 to 1; `None` where it is not here.
pub fn figures() -> Option<(f64, f64)> {
    let treebank = fs::read_to_string(root().join("../shared/lang/ud/en_gum-test.conllu")).ok()?;
    let mut result = Result::default();
    for document in gold::read(&treebank) {
        result.add(&document, &said(&raw(&document.body)));
    }
    Some((result.measures.conll(), result.all().accuracy()))
}
