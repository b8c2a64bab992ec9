//! `cargo xtask train chains`: the weights of the chains' judge, learnt from GUM train.
//!
//! Each document is learnt from twice: with the trees of the treebank, and as the program reads it from raw text.

use super::gold::{self, Document};
use crate::root;
use paradero_grammar::Word as Annotated;
use paradero_lang::{Analysis, ChainLesson, Form, Gender, Sentence, VerbForm, Word, learn_chains};
use std::fs;

/// What the order of the lessons comes from.
const SEED: u64 = 3;

/// Where the weights are kept.
const WEIGHTS: &str = "crates/paradero-lang/data/chains-weights.bin";

/// Learns and writes the weights; false where that could not be done.
pub fn train(raw_too: bool) -> bool {
    let Ok(treebank) = fs::read_to_string(root().join("../shared/lang/ud/en_gum-train.conllu")) else {
        println!("train chains: skipped, because ../shared/lang is not here");
        return true;
    };
    let mut lessons = Vec::new();
    for document in gold::read(&treebank) {
        let raw = super::raw(&document.body);
        lessons.push(lesson(&document, with_trees(&document, raw.clone())));
        if raw_too {
            lessons.push(lesson(&document, raw));
        }
    }
    let weights = learn_chains(&lessons, SEED);
    println!("train chains: {} lessons, {} bytes", lessons.len(), weights.len());
    let written = fs::write(root().join(WEIGHTS), weights);
    if let Err(cause) = &written {
        eprintln!("train chains: {WEIGHTS} could not be written: {cause}");
    }
    written.is_ok()
}

fn lesson(document: &Document, analysis: Analysis) -> ChainLesson {
    let words = &document.reading.words;
    let mentions = document.mentions.iter().map(|mention| (mention.span, words[mention.head].span, mention.entity)).collect();
    ChainLesson { body: document.body.clone(), analysis, mentions }
}

/// An analysis with the treebank's sentences and words in place of its own; names and quotations stay, phrases and clauses go.
pub fn with_trees(document: &Document, mut analysis: Analysis) -> Analysis {
    let heading = |at: usize| {
        let alone = document.paragraphs.iter().filter(|paragraph| **paragraph == document.paragraphs[at]).count() == 1;
        let words = document.reading.sentences[at].span.of(&document.body).unwrap_or("");
        alone && !words.ends_with(['.', '!', '?', '”', '"', ':'])
    };
    let sentences = document.reading.sentences.iter().enumerate();
    analysis.sentences = sentences
        .map(|(at, one)| Sentence {
            span: one.span,
            words: one.words.clone(),
            paragraph: document.paragraphs[at],
            heading: heading(at),
        })
        .collect();
    analysis.words = document.reading.words.iter().map(word).collect();
    (analysis.phrases, analysis.clauses) = (Vec::new(), Vec::new());
    analysis
}

fn word(word: &Annotated) -> Word {
    let form = Form {
        gender: match word.feature("Gender") {
            Some("Masc") => Some(Gender::Masculine),
            Some("Fem") => Some(Gender::Feminine),
            _ => None,
        },
        plural: word.feature("Number").map(|number| number == "Plur"),
        person: word.feature("Person").and_then(|person| person.parse().ok()),
        verb: match word.feature("VerbForm") {
            Some("Fin") => Some(VerbForm::Finite),
            Some("Inf") => Some(VerbForm::Infinitive),
            Some("Part") => Some(VerbForm::Participle),
            Some("Ger") => Some(VerbForm::Gerund),
            _ => None,
        },
        tense: None,
    };
    Word {
        span: word.span,
        full: word.form.clone(),
        part: word.part,
        pos: word.pos,
        lemma: word.lemma.to_lowercase(),
        form,
        features: word.features.clone(),
        head: word.head,
        relation: word.relation,
        tag: word.name,
    }
}
