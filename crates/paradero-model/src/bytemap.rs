//! The map from every byte of a text back to the bytes of its source.

use crate::Span;
use serde::{Deserialize, Serialize};

/// Maps a text back to its source, piece by piece, in the order of the text, without gaps.
///
/// A piece is either **verbatim** (both ranges have the same length and the same bytes, so a place inside maps to a place) or
/// **whole** (`&eacute;` for `é`, a run of white space for one space, `</p><p>` for a paragraph break: any place inside maps to all of it).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByteMap {
    pieces: Vec<Piece>,
}

/// One piece of a [`ByteMap`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Bytes of the text.
    pub text: Span,
    /// Bytes of the source they were made from; may be empty where the reader added a break.
    pub source: Span,
    /// Whether the bytes are the same, one for one.
    pub verbatim: bool,
}

impl ByteMap {
    /// The map of a text that is `length` bytes of the source, from `start`, unchanged.
    #[must_use]
    pub fn verbatim(start: usize, length: usize) -> Self {
        let mut map = Self::default();
        map.push_verbatim(length, Span::new(start, start + length));
        map
    }

    /// Bytes of text mapped so far.
    #[must_use]
    pub fn length(&self) -> usize {
        self.pieces.last().map_or(0, |piece| piece.text.end())
    }

    /// The pieces, in the order of the text.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Adds `length` bytes of text that are the bytes `source`, unchanged; joined to the piece before where both runs go on.
    ///
    /// # Panics
    /// Where `source` is not `length` bytes long.
    pub fn push_verbatim(&mut self, length: usize, source: Span) {
        assert_eq!(length, source.len(), "a verbatim piece has as many bytes as its source");
        if length == 0 {
            return;
        }
        let start = self.length();
        if let Some(last) = self.pieces.last_mut().filter(|last| last.verbatim && last.source.end() == source.start()) {
            last.text = Span::new(last.text.start(), start + length);
            last.source = last.source.to(source);
            return;
        }
        self.pieces.push(Piece { text: Span::new(start, start + length), source, verbatim: true });
    }

    /// Adds `length` bytes of text made from the bytes `source` as a whole.
    pub fn push_whole(&mut self, length: usize, source: Span) {
        if length == 0 {
            return;
        }
        let start = self.length();
        self.pieces.push(Piece { text: Span::new(start, start + length), source, verbatim: false });
    }

    /// The bytes of the source that `span` of the text was made from: the smallest range that holds them all.
    /// `None` where the span is empty or reaches past the text.
    #[must_use]
    pub fn source_of(&self, span: Span) -> Option<Span> {
        if span.is_empty() || span.end() > self.length() {
            return None;
        }
        let first = self.pieces.partition_point(|piece| piece.text.end() <= span.start());
        let mut found: Option<Span> = None;
        for piece in self.pieces[first..].iter().take_while(|piece| piece.text.start() < span.end()) {
            let part = if piece.verbatim {
                let from = span.start().max(piece.text.start()) - piece.text.start();
                let to = span.end().min(piece.text.end()) - piece.text.start();
                Span::new(piece.source.start() + from, piece.source.start() + to)
            } else {
                piece.source
            };
            found = Some(found.map_or(part, |found| found.to(part)));
        }
        found
    }

    /// This map followed by `inner`: text → middle → source, where this maps text → middle and `inner` middle → source.
    /// (An HTML page inside a JSON string is read twice.)
    #[must_use]
    pub fn through(&self, inner: &Self) -> Self {
        let mut out = Self::default();
        for piece in &self.pieces {
            if !piece.verbatim {
                let source = inner.source_of(piece.source).unwrap_or_else(|| {
                    let at = inner.point(piece.source.start());
                    Span::new(at, at)
                });
                out.push_whole(piece.text.len(), source);
                continue;
            }
            let first = inner.pieces.partition_point(|within| within.text.end() <= piece.source.start());
            for within in inner.pieces[first..].iter().take_while(|within| within.text.start() < piece.source.end()) {
                let start = within.text.start().max(piece.source.start());
                let end = within.text.end().min(piece.source.end());
                if within.verbatim {
                    let from = within.source.start() + (start - within.text.start());
                    out.push_verbatim(end - start, Span::new(from, from + (end - start)));
                } else {
                    out.push_whole(end - start, within.source);
                }
            }
        }
        out
    }

    /// The place of the source nearest to a place of the text.
    fn point(&self, at: usize) -> usize {
        let found = self.pieces.partition_point(|piece| piece.text.end() <= at);
        match self.pieces.get(found) {
            Some(piece) if piece.verbatim => piece.source.start() + at.saturating_sub(piece.text.start()),
            Some(piece) => piece.source.start(),
            None => self.pieces.last().map_or(0, |piece| piece.source.end()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_a_verbatim_piece_maps_to_a_place_and_in_a_whole_piece_to_all_of_it() {
        // "a&eacute;b" read as "aéb"
        let mut map = ByteMap::default();
        map.push_verbatim(1, Span::new(0, 1));
        map.push_whole(2, Span::new(1, 9));
        map.push_verbatim(1, Span::new(9, 10));
        assert_eq!(map.source_of(Span::new(0, 1)), Some(Span::new(0, 1)));
        assert_eq!(map.source_of(Span::new(1, 3)), Some(Span::new(1, 9)));
        assert_eq!(map.source_of(Span::new(3, 4)), Some(Span::new(9, 10)));
        assert_eq!(map.source_of(Span::new(0, 4)), Some(Span::new(0, 10)));
        assert_eq!(map.source_of(Span::new(4, 5)), None);
    }

    #[test]
    fn runs_that_go_on_are_one_piece() {
        let mut map = ByteMap::verbatim(5, 3);
        map.push_verbatim(2, Span::new(8, 10));
        assert_eq!(map.pieces().len(), 1);
        assert_eq!(map.source_of(Span::new(2, 4)), Some(Span::new(7, 9)));
    }

    #[test]
    fn maps_compose() {
        // middle "x&lt;y" made from the source at 10.., text "x<y" made from the middle
        let inner = ByteMap::verbatim(10, 6);
        let mut outer = ByteMap::default();
        outer.push_verbatim(1, Span::new(0, 1));
        outer.push_whole(1, Span::new(1, 5));
        outer.push_verbatim(1, Span::new(5, 6));
        let both = outer.through(&inner);
        assert_eq!(both.source_of(Span::new(1, 2)), Some(Span::new(11, 15)));
        assert_eq!(both.source_of(Span::new(2, 3)), Some(Span::new(15, 16)));
    }
}
