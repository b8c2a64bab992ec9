//! Trains the splitter of `paradero-grammar`: raw texts are made of treebanks ([`raw`]), each word and each place where a token may be
//! cut is a question with a known answer, and [`fit`] finds the weights.

pub mod fit;
pub mod raw;

use crate::parser::inputs::{ANCORA, CESS, EWT, File, GSD, GUM, texts};
use fit::{Case, Settings};
use paradero_grammar::{
    conllu,
    split::{Model, Question, end_questions, joint_questions},
};
use paradero_model::Lang;
use raw::Raw;

/// How the networks are trained.
pub const SETTINGS: Settings = Settings { bits: 15, rounds: 8, averaged: 3, step: 0.05, hidden: 0.15, often: 2, seed: 7 };
/// Rows of the network that cuts tokens, as a power of two: it has less to tell apart.
const JOINT_BITS: u32 = 13;
/// How much a question of a second treebank counts, whose habits are not the ones followed.
const SECOND: f32 = 0.5;

/// What a language is trained from: the file, how many sentences make a paragraph where it marks none, how much a question counts.
fn sources(lang: Lang) -> &'static [(File, usize, f32)] {
    match lang {
        Lang::En => &[(EWT, 10, 1.0), (GUM, 10, SECOND)],
        // The sentences of GSD follow on each other by chance and, as its test part is read, in one paragraph.
        Lang::Es => &[(ANCORA, 10, 1.0), (GSD, 5000, 1.0), (CESS, 12, SECOND)],
    }
}

/// The model of `lang`; `read` gives the bytes of a path. The same files give the same model.
///
/// # Errors
/// What `read` says, and which file is not the one it should be.
pub fn model(lang: Lang, read: impl FnMut(&str) -> Result<Vec<u8>, String>) -> Result<Model, String> {
    let files: Vec<File> = sources(lang).iter().map(|(file, ..)| *file).collect();
    let (texts, _) = texts(&files, read)?;
    let raws: Vec<(Raw, f32)> = texts
        .iter()
        .zip(sources(lang))
        .map(|(text, (file, every, weight))| {
            let mut sentences = conllu::read(text);
            if file.path == CESS.path {
                raw::space(&mut sentences);
            }
            (raw::of(&sentences, *every), *weight)
        })
        .collect();
    Ok(train(lang, &raws, &SETTINGS))
}

/// The model that `raws`, each with how much it counts, teach.
#[must_use]
pub fn train(lang: Lang, raws: &[(Raw, f32)], settings: &Settings) -> Model {
    let case = |weight: f32| move |question: Question| Case { keys: question.keys, yes: question.answer, weight };
    let joints = (lang == Lang::En).then(|| {
        let mut cases = Vec::new();
        for (raw, weight) in raws {
            cases.extend(joint_questions(&raw.text, |end| raw.words.contains(&end)).into_iter().map(case(*weight)));
        }
        fit::fit(&cases, &Settings { bits: JOINT_BITS, ..*settings })
    });
    let mut cases = Vec::new();
    for (raw, weight) in raws {
        let questions = end_questions(&raw.text, lang, joints.as_ref(), |end| raw.ends.contains(&end));
        cases.extend(questions.into_iter().map(case(*weight)));
    }
    Model { ends: fit::fit(&cases, settings), joints }
}
