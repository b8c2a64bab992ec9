//! The rule for the end of a sentence by its marks: the network's first hint, and the whole answer where there is none.

use super::{Piece, abbreviations};
use paradero_model::Lang;

/// Verbs that go on with the sentence after a question in quotation marks: "“Where is he?” Ana asked."
const SPEECH: &[&str] = &[
    "said",
    "asked",
    "says",
    "asks",
    "told",
    "wrote",
    "added",
    "cried",
    "dijo",
    "preguntó",
    "dice",
    "pregunta",
    "añadió",
    "gritó",
];

/// Whether a sentence that started at word `first` ends with word `at`, by its marks.
pub(super) fn end(text: &str, pieces: &[Piece], first: usize, at: usize, lang: Lang, depth: usize) -> bool {
    let Some(next) = pieces.get(at + 1) else { return true };
    let word = &text[pieces[at].span.range()];
    let last = word.chars().next_back().unwrap_or(' ');
    if !(stops(last) || closes(last) || matches!(last, '-' | '–' | '—')) {
        return false;
    }
    let following = &text[next.span.range()];
    let begin = following.chars().next().unwrap_or(' ');
    let glued = pieces[at].span.end() == next.span.start();
    if closes(begin) && (glued || !matches!(begin, '"' | '\'')) {
        return false; // the closing mark still belongs to this sentence
    }
    if word.len() > 1 && last == '.' && word.chars().any(char::is_alphabetic) {
        return !glued
            && begin.is_uppercase()
            && !abbreviations::opens_name(word, lang)
            && !following[begin.len_utf8()..].starts_with('.');
    }
    // Back over closing marks to the mark that ends.
    let mut end = at;
    while end > first
        && text[pieces[end].span.range()].chars().next().is_some_and(closes)
        && pieces[end - 1].span.end() == pieces[end].span.start()
    {
        end -= 1;
    }
    let closing = at - end;
    let mark = &text[pieces[end].span.range()];
    if !mark.ends_with(stops) {
        // A dateline: "San Félix.- Nadie quiere".
        return matches!(word, "-" | "–" | "—")
            && at > first
            && &text[pieces[at - 1].span.range()] == "."
            && pieces[at - 1].span.end() == pieces[at].span.start();
    }
    if glued && (matches!(begin, '-' | '–' | '—') || (closing == 0 && begin.is_alphanumeric() && !begin.is_uppercase())) {
        return false;
    }
    if (depth > 0 && at - first < 60) || begin.is_lowercase() || matches!(begin, ',' | ';' | ':' | '–' | '—') {
        return false;
    }
    if first == end && mark == "." {
        return false;
    }
    // A number that opens a list item: "1. Ana Ruiz".
    if mark == "." && end == first + 1 && text[pieces[first].span.range()].chars().all(|c| c.is_ascii_digit()) {
        return false;
    }
    if closing > 0 && mark.ends_with(['?', '!']) {
        return !pieces[at + 1..].iter().take(5).any(|one| SPEECH.contains(&&text[one.span.range()]));
    }
    true
}

fn stops(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…')
}

/// Marks that close what the sentence opened.
fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '»' | ')' | ']' | '"' | '\'')
}
