//! Reads plain text: exactly the decoded characters, so that places in the text are places in the file.

use crate::{Notes, Piece, limits, mapped::Mapped};
use paradero_model::{About, Problem, Span};

/// The body is `text` itself. Nothing is trimmed, folded or normalised.
pub(crate) fn read(text: &str, notes: &mut Notes) -> Piece {
    let text = bounded(text, notes);
    let about = About { title: headline(text).map(str::to_owned), ..About::default() };
    Piece { reader: "plain/1", body: Mapped::verbatim(text, 0), about }
}

/// A first line that stands alone before an empty line and has no end mark is the headline; anything else is not called one.
fn headline(text: &str) -> Option<&str> {
    const LONGEST: usize = 200;
    let mut lines = text.lines();
    let first = lines.by_ref().map(str::trim).find(|line| !line.is_empty())?;
    let alone = lines.next().is_some_and(|line| line.trim().is_empty()) && lines.any(|line| !line.trim().is_empty());
    (alone && first.len() <= LONGEST && !first.ends_with(['.', ':', ',', ';'])).then_some(first)
}

/// `text` up to the limit, with a warning where something was cut off.
pub(crate) fn bounded<'a>(text: &'a str, notes: &mut Notes) -> &'a str {
    let kept = limits::prefix(text, limits::TEXT_BYTES);
    if kept.len() < text.len() {
        notes.add(Problem::TooLong, Some(Span::new(kept.len(), text.len())), limits::TEXT_BYTES.to_string());
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_line_that_stands_alone_is_the_headline() {
        assert_eq!(headline("\nCourt frees tailor\n\nMarta was freed.\n"), Some("Court frees tailor"));
        assert_eq!(headline("Marta was freed on Monday,\nsaid her lawyer.\n"), None);
        assert_eq!(headline("Marta was freed.\n\nHer lawyer said so.\n"), None);
        assert_eq!(headline("Only a line\n\n"), None);
    }
}
