//! Broken input is a value: what could be made of it, and warnings that carry a place.

use crate::Span;
use serde::{Deserialize, Serialize};

/// What was made of an input, and what was wrong with the input. Reading and drafting return this and never fail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warned<T> {
    /// What was made; of hopeless input, something empty.
    pub value: T,
    /// What was wrong, in the order of the input.
    pub warnings: Vec<Warning>,
}

impl<T> Warned<T> {
    /// A value without warnings.
    pub fn clean(value: T) -> Self {
        Self { value, warnings: Vec::new() }
    }

    /// The same warnings around another value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Warned<U> {
        Warned { value: f(self.value), warnings: self.warnings }
    }
}

/// One thing that was wrong with an input. The program turns it into a sentence in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// What was wrong.
    pub what: Problem,
    /// Where, in bytes of the **source** for reading and of the **text** for analysis and drafting, where it has a place.
    pub span: Option<Span>,
    /// The particular (a charset's name, a line number, a limit), never a value of a person. May be empty.
    pub detail: String,
}

/// What can be wrong with an input. Each has a sentence and a hint in every language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Problem {
    /// The source has no bytes.
    Empty,
    /// The bytes are no text that this version can read (an image, a program, a PDF).
    Binary,
    /// Some bytes are not valid in the charset; each was read as U+FFFD.
    BadCharacters,
    /// The charset declared is not the one the bytes are in, or is unknown; the one used is the detail.
    Charset,
    /// Elements nest deeper than the limit (the detail); what lies deeper was read without its structure.
    TooDeep,
    /// The source is larger than the limit (the detail); the rest was not read.
    TooLong,
    /// The markup breaks off or contradicts itself.
    BrokenMarkup,
    /// No main text was found on the page; the whole page was read.
    NoArticle,
    /// A line or an entry is not what its format demands; it was left out. The detail is its number.
    BadEntry,
    /// A value (a date, a language) could not be understood and was left out. The detail is the field's name.
    BadField,
    /// Paragraphs are in neither English nor Spanish and were left alone; their numbers are the detail ("¶ 3–5").
    UnknownLanguage,
}

impl Problem {
    /// Every problem, for the table of sentences and its test.
    pub const ALL: [Self; 11] = [
        Self::Empty,
        Self::Binary,
        Self::BadCharacters,
        Self::Charset,
        Self::TooDeep,
        Self::TooLong,
        Self::BrokenMarkup,
        Self::NoArticle,
        Self::BadEntry,
        Self::BadField,
        Self::UnknownLanguage,
    ];
}
