//! Cuts a text into sentences and syntactic words: [`split`].
//!
//! Three steps, each in a file of its own: [`chunk`] walks the stretches between white space, [`token`] cuts each into written tokens
//! and [`english`] or [`spanish`] those into words ("don't": do + n't; "del": de + el); [`boundary`] says where sentences end, with
//! [`lines`] for what stands on a line of its own. What rules cannot decide small networks do ([`net`]), trained by `cargo xtask train
//! split`. Time is linear in the text and no sentence grows past [`LONGEST`] words.

mod abbreviations;
mod address;
mod boundary;
mod chunk;
mod enclitics;
mod english;
mod joints;
mod lines;
mod looks;
mod marks;
pub mod net;
mod spanish;
mod token;

pub use boundary::Question;

use crate::Part;
use net::Net;
use paradero_model::{Lang, Span};
use std::{ops::Range, sync::LazyLock};

/// The most words that are read as one sentence; longer ones are cut, best after a comma, semicolon or line.
pub const LONGEST: usize = 200;

/// The sentences and words of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Split {
    /// Sentences in the order of the text. They do not overlap and leave out only white space.
    pub sentences: Vec<Stretch>,
    /// Words in the order of the text. They do not overlap, are never empty, and every character that is not white space lies in one.
    pub pieces: Vec<Piece>,
}

/// A sentence, heading or list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// From the start of its first word to the end of its last.
    pub span: Span,
    /// Its words, an index range of [`Split::pieces`]; never empty, at most [`LONGEST`] long.
    pub pieces: Range<usize>,
    /// Whether it ends only because it grew too long.
    pub cut: bool,
}

/// A syntactic word or a punctuation mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands, in bytes.
    pub span: Span,
    /// The word in full where its span does not show it: "el" of "del", "detenido" of a word hyphenated at the end of a line.
    pub form: Option<Box<str>>,
    /// Whether it is a written token of its own.
    pub part: Part,
}

impl Piece {
    /// A token that is one word, as its span shows it.
    fn whole(start: usize, end: usize) -> Self {
        Self { span: Span::new(start, end), form: None, part: Part::Whole }
    }

    /// The word as written, or in full where its span does not show it. `text` is the text that was split.
    #[must_use]
    pub fn form<'a>(&'a self, text: &'a str) -> &'a str {
        self.form.as_deref().unwrap_or(&text[self.span.range()])
    }
}

/// What was learnt for one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Whether a sentence ends after a word.
    pub ends: Net,
    /// Whether a stretch between white space is cut at a place; `None` where rules do it all.
    pub joints: Option<Net>,
}

impl Model {
    /// The model that stands in `bytes`; `None` where they are none of this version.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (ends, rest) = Net::read(bytes)?;
        if rest.is_empty() {
            return Some(Self { ends, joints: None });
        }
        let (joints, rest) = Net::read(rest)?;
        rest.is_empty().then_some(Self { ends, joints: Some(joints) })
    }

    /// The model as its file has it.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.ends.bytes();
        bytes.extend(self.joints.iter().flat_map(Net::bytes));
        bytes
    }

    /// The model of `lang` that the program is built with.
    fn built_in(lang: Lang) -> Option<&'static Self> {
        static ENGLISH: LazyLock<Option<Model>> = LazyLock::new(|| Model::read(include_bytes!("../models/split.en.bin")));
        static SPANISH: LazyLock<Option<Model>> = LazyLock::new(|| Model::read(include_bytes!("../models/split.es.bin")));
        match lang {
            Lang::En => ENGLISH.as_ref(),
            Lang::Es => SPANISH.as_ref(),
        }
    }
}

/// Cuts `text`, written in `lang`, into sentences and words.
#[must_use]
pub fn split(text: &str, lang: Lang) -> Split {
    split_by(text, lang, Model::built_in(lang))
}

/// As [`split`] does, by another model, or by rules alone.
#[must_use]
pub fn split_by(text: &str, lang: Lang, model: Option<&Model>) -> Split {
    let pieces = pieces(text, lang, model.and_then(|model| model.joints.as_ref()));
    let sentences = boundary::sentences(text, &pieces, lang, model.map(|model| &model.ends));
    Split { sentences, pieces }
}

/// What the ends of the sentences of `text` teach: a question for each word, answered yes where `ends` knows the byte it ends at. The
/// words are those that `joints` finds.
#[must_use]
pub fn end_questions(text: &str, lang: Lang, joints: Option<&Net>, ends: impl Fn(usize) -> bool) -> Vec<Question> {
    boundary::questions(text, &pieces(text, lang, joints), lang, ends)
}

/// What the words of an English text teach: a question for each place where a stretch may be cut, answered yes where `cuts` knows the
/// byte.
#[must_use]
pub fn joint_questions(text: &str, cuts: impl Fn(usize) -> bool) -> Vec<Question> {
    let mut found = Vec::new();
    let mut english = english::English::default();
    chunk::each(text, |chunk, around| english.questions(text, chunk, around, &cuts, &mut found));
    found
}

/// The words of `text`.
fn pieces(text: &str, lang: Lang, joints: Option<&Net>) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(text.len() / 5);
    let mut english = english::English::default();
    let (mut tokens, mut addresses) = (Vec::new(), Vec::new());
    chunk::each(text, |chunk, around| match lang {
        Lang::En => english.words(text, chunk, around, joints, &mut pieces),
        Lang::Es => {
            addresses.clear();
            token::cut(text, chunk, lang, &mut tokens, &mut addresses);
            tokens.drain(..).for_each(|token| spanish::words(text, token, &mut pieces));
        }
    });
    pieces
}

#[cfg(test)]
mod tests;
