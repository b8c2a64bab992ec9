//! Reads plain text: exactly the decoded characters, so that places in the text are places in the file.

use crate::{Notes, Piece, limits, mapped::Mapped};
use paradero_model::{About, Problem, Span};

/// The body is `text` itself. Nothing is trimmed, folded or normalised.
pub(crate) fn read(text: &str, notes: &mut Notes) -> Piece {
    Piece { reader: "plain/1", body: Mapped::verbatim(bounded(text, notes), 0), about: About::default() }
}

/// `text` up to the limit, with a warning where something was cut off.
pub(crate) fn bounded<'a>(text: &'a str, notes: &mut Notes) -> &'a str {
    let kept = limits::prefix(text, limits::TEXT_BYTES);
    if kept.len() < text.len() {
        notes.add(Problem::TooLong, Some(Span::new(kept.len(), text.len())), limits::TEXT_BYTES.to_string());
    }
    kept
}
