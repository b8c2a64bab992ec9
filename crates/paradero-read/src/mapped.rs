//! A text that grows together with its map, so that the two can never disagree.

use paradero_model::{ByteMap, Span};

/// Text made so far, and where each byte of it came from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Mapped {
    pub(crate) text: String,
    pub(crate) map: ByteMap,
}

impl Mapped {
    /// The text that is `text` unchanged, standing at `start` of the source.
    pub(crate) fn verbatim(text: &str, start: usize) -> Self {
        Self { text: text.to_owned(), map: ByteMap::verbatim(start, text.len()) }
    }

    /// Adds words that stand in the source at `start`, byte for byte.
    pub(crate) fn push_verbatim(&mut self, words: &str, start: usize) {
        self.text.push_str(words);
        self.map.push_verbatim(words.len(), Span::new(start, start + words.len()));
    }

    /// Adds words made from `from` as a whole.
    pub(crate) fn push_whole(&mut self, words: &str, from: Span) {
        self.text.push_str(words);
        self.map.push_whole(words.len(), from);
    }

    /// Adds another text with its map.
    pub(crate) fn append(&mut self, other: &Self) {
        for piece in other.map.pieces() {
            let words = piece.text.of(&other.text).unwrap_or_default();
            self.text.push_str(words);
            if piece.verbatim {
                self.map.push_verbatim(words.len(), piece.source)
            } else {
                self.map.push_whole(words.len(), piece.source)
            }
        }
    }

    /// This text, whose places are in `inner`, with places in the source of `inner`.
    pub(crate) fn through(self, inner: &ByteMap) -> Self {
        Self { map: self.map.through(inner), text: self.text }
    }
}
