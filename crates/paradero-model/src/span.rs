//! Where words stand: a range of bytes, and an anchor that keeps the exact words beside it.

use crate::{Text, TextId};
use serde::{Deserialize, Serialize};
use std::{fmt, ops::Range};

/// A range of **bytes** of one UTF-8 text: `start <= end`, both on character boundaries of that text.
///
/// Bytes are the unit everywhere inside Paradero; [`Text::chars`] converts to characters (Unicode code points) at the rim,
/// for JSONL and W3C Web Annotation. The fields are private so that `start <= end` always holds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "(usize, usize)", into = "(usize, usize)")]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The span from `start` to `end`.
    ///
    /// # Panics
    /// Where `start > end`: a caller that can have such numbers uses [`Span::try_from`].
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span cannot end before it starts: {start}..{end}");
        Self { start, end }
    }

    /// First byte.
    #[must_use]
    pub fn start(self) -> usize {
        self.start
    }

    /// One past the last byte.
    #[must_use]
    pub fn end(self) -> usize {
        self.end
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The bytes as a range, to index with.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The words of `body` that stand here, or `None` where the span does not fit `body`.
    #[must_use]
    pub fn of(self, body: &str) -> Option<&str> {
        body.get(self.range())
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl TryFrom<(usize, usize)> for Span {
    type Error = &'static str;
    fn try_from((start, end): (usize, usize)) -> Result<Self, Self::Error> {
        if start <= end { Ok(Self { start, end }) } else { Err("a span cannot end before it starts") }
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// Where words stand: the text they stand in, the bytes, and the exact words.
///
/// Invariant, checked by [`Anchor::new`] and again by [`Anchor::holds`]: `text.body()[span] == words`, and `words` is not empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Anchor {
    text: TextId,
    span: Span,
    words: String,
}

impl Anchor {
    /// The anchor of `span` in `text`; `None` where the span is empty, past the end, or cuts a character.
    #[must_use]
    pub fn new(text: &Text, span: Span) -> Option<Self> {
        let words = span.of(text.body()).filter(|words| !words.is_empty())?;
        Some(Self { text: text.id(), span, words: words.to_owned() })
    }

    /// The text the words stand in.
    #[must_use]
    pub fn text(&self) -> TextId {
        self.text
    }

    /// The bytes of the text.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// The exact words.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Whether the words stand in `text` where this says. Asked again of everything that comes from outside or from disk.
    #[must_use]
    pub fn holds(&self, text: &Text) -> bool {
        self.text == text.id() && !self.words.is_empty() && self.span.of(text.body()) == Some(self.words.as_str())
    }
}
