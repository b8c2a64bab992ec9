//! Cuts a text into sentences and syntactic words: [`split`].
//!
//! Three steps, each in a file of its own: [`chunk`] walks the stretches between white space, [`token`] cuts each into written tokens
//! and [`english`] or [`spanish`] those into words ("don't": do + n't; "del": de + el); [`boundary`] says where sentences end, with
//! [`lines`] for what stands on a line of its own. Time is linear in the text and no sentence grows past [`LONGEST`] words.

mod abbreviations;
mod address;
mod boundary;
mod chunk;
mod enclitics;
mod english;
mod lines;
mod spanish;
mod token;

use crate::Part;
use paradero_model::{Lang, Span};
use std::ops::Range;

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

/// Cuts `text`, written in `lang`, into sentences and words.
#[must_use]
pub fn split(text: &str, lang: Lang) -> Split {
    let pieces = pieces(text, lang);
    let sentences = boundary::sentences(text, &pieces, lang);
    Split { sentences, pieces }
}

/// The words of `text`.
fn pieces(text: &str, lang: Lang) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(text.len() / 5);
    let mut tokens = Vec::new();
    for chunk in chunk::Chunks::of(text) {
        token::cut(text, &chunk, lang, &mut tokens);
        for token in tokens.drain(..) {
            match lang {
                Lang::En => english::words(text, token, &mut pieces),
                Lang::Es => spanish::words(text, token, &mut pieces),
            }
        }
    }
    pieces
}

#[cfg(test)]
mod tests;
