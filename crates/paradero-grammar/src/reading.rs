//! What is read from a text: sentences of words, each with its place in the tree.

use crate::{NameTag, Pos, Relation};
use paradero_model::Span;
use std::{borrow::Cow, ops::Range};

/// Sentences and words of one text in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Sentences in the order of the text; they do not overlap and leave out only white space.
    pub sentences: Vec<Sentence>,
    /// Words in the order of the text; they do not overlap.
    pub words: Vec<Word>,
}

/// A sentence, heading or list item: one tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without white space around it.
    pub span: Span,
    /// Its words, an index range of [`Reading::words`]; never empty.
    pub words: Range<usize>,
    /// Whether it was cut because it grew past the longest sentence that is read as one tree.
    pub cut: bool,
}

/// A syntactic word or a punctuation mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands, in bytes. Words of one written token share its letters out without overlap: "verlo" is `ver` + `lo`, "del"
    /// is `de` + `l`.
    pub span: Span,
    /// The word in full where its span does not show it: "el" of "del" (whose span shows "l"), "mí" of "conmigo". Else `None`.
    pub form: Option<Box<str>>,
    /// Whether it is a written token of its own.
    pub part: Part,
    /// Its part of speech.
    pub pos: Pos,
    /// Its features as CoNLL-U writes them, sorted by name: `Gender=Fem|Number=Sing`; empty for none.
    pub features: Cow<'static, str>,
    /// Its dictionary form as the treebanks write it: "be", "detener", "Madrid".
    pub lemma: Box<str>,
    /// The word it hangs on, an index of [`Reading::words`] in the same sentence; `None` for the root of the sentence's tree.
    pub head: Option<usize>,
    /// How it hangs there.
    pub relation: Relation,
    /// Whether it begins or continues a name.
    pub name: NameTag,
}

/// A word's part in its written token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The token is one word.
    #[default]
    Whole,
    /// The first word of a token of several ("de" of "del").
    First,
    /// A later word of it.
    Rest,
}

impl Word {
    /// The word as written, or in full where its span does not show it. `text` is the text that was read.
    #[must_use]
    pub fn form<'a>(&'a self, text: &'a str) -> &'a str {
        self.form.as_deref().unwrap_or(&text[self.span.range()])
    }

    /// The value of one of its features: `word.feature("Number") == Some("Plur")`.
    #[must_use]
    pub fn feature(&self, name: &str) -> Option<&str> {
        feature(&self.features, name)
    }
}

/// The value of feature `name` in `features` as CoNLL-U writes them.
#[must_use]
pub(crate) fn feature<'a>(features: &'a str, name: &str) -> Option<&'a str> {
    features.split('|').find_map(|one| one.strip_prefix(name)?.strip_prefix('='))
}
