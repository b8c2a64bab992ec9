//! Words of a Spanish token: "del" is de + el, "verlo" is ver + lo, "dárselo" is dar + se + lo.

use super::{Piece, enclitics, token};
use crate::Part;
use paradero_model::Span;
use std::ops::Range;

/// The words of the token at `range` of `text`, into `pieces`.
pub(super) fn words(text: &str, range: Range<usize>, pieces: &mut Vec<Piece>) {
    let token = &text[range.clone()];
    let bare = joined(token);
    if bare.is_none() && matches!(token.len(), 2 | 3) && contraction(text, &range, token, pieces) {
        return;
    }
    if let Some(found) = bare.is_none().then(|| enclitics::split(token)).flatten() {
        let mut start = range.start;
        let verb = start + found.verb;
        let form = (found.form != text[start..verb]).then(|| found.form.into_boxed_str());
        pieces.push(Piece { span: Span::new(start, verb), form, part: Part::First });
        start = verb;
        for long in found.pronouns.into_iter().flatten() {
            pieces.push(Piece { span: Span::new(start, start + long), form: None, part: Part::Rest });
            start += long;
        }
        return;
    }
    pieces.push(Piece { span: Span::new(range.start, range.end), form: bare, part: Part::Whole });
}

/// "del" and "al".
fn contraction(text: &str, range: &Range<usize>, token: &str, pieces: &mut Vec<Piece>) -> bool {
    if !(token.eq_ignore_ascii_case("del") || token.eq_ignore_ascii_case("al")) {
        return false;
    }
    let middle = range.end - 1;
    let article = if text[middle..range.end].starts_with('L') { "EL" } else { "el" };
    pieces.push(Piece { span: Span::new(range.start, middle), form: None, part: Part::First });
    pieces.push(Piece { span: Span::new(middle, range.end), form: Some(article.into()), part: Part::Rest });
    true
}

/// A token without what is not seen of it: the hyphen and break at the end of a line, soft hyphens, marks of no width.
pub(super) fn joined(token: &str) -> Option<Box<str>> {
    if token.is_ascii() && !token.contains(['\n', '\r']) {
        return None;
    }
    let mut form = String::with_capacity(token.len());
    let mut rest = token;
    while let Some(at) = rest.find(|c: char| c.is_whitespace() || token::unseen(c)) {
        let before = &rest[..at];
        let broken = rest[at..].starts_with(char::is_whitespace);
        form.push_str(if broken { before.trim_end_matches(['-', '‐']) } else { before });
        rest = rest[at..].trim_start_matches(|c: char| c.is_whitespace() || token::unseen(c));
    }
    form.push_str(rest);
    (form.len() < token.len() && !form.is_empty()).then(|| form.into_boxed_str())
}
