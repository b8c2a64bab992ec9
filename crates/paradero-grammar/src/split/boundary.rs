//! Groups words into sentences, headings and list items.
//!
//! An empty line always ends a sentence, a single line break where the line stands alone ([`super::lines`]); elsewhere marks do.

use super::{LONGEST, Piece, Stretch, abbreviations, lines::Lines};
use crate::Part;
use paradero_model::{Lang, Span};

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

/// The sentences of `text`, cut into `pieces`.
pub(super) fn sentences(text: &str, pieces: &[Piece], lang: Lang) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut lines = Lines::default();
    let mut first = 0;
    let mut depth = 0_usize;
    for at in 0..pieces.len() {
        let word = &text[pieces[at].span.range()];
        depth = match word {
            "(" | "[" => depth + 1,
            ")" | "]" => depth.saturating_sub(1),
            _ => depth,
        };
        let breaks = pieces.get(at + 1).map_or(2, |next| breaks(&text[pieces[at].span.end()..next.span.start()]));
        let own_line = breaks >= 2 || (breaks == 1 && lines.stands_alone(text, pieces, at));
        if own_line || ends_here(text, pieces, first, at, lang, depth) {
            close(pieces, first, at, false, &mut found);
            first = at + 1;
            if own_line {
                depth = 0;
            }
        } else if at + 1 - first >= LONGEST {
            let last = cut(text, pieces, first, at);
            close(pieces, first, last, true, &mut found);
            first = last + 1;
        }
    }
    found
}

/// Line breaks in the white space between two words, at most two.
fn breaks(gap: &str) -> usize {
    if gap.len() <= 1 {
        return usize::from(matches!(gap, "\n" | "\r" | "\u{2028}"));
    }
    gap.matches('\n').count().max(gap.matches('\r').count()) + 2 * gap.matches('\u{2029}').count()
}

fn close(pieces: &[Piece], first: usize, last: usize, cut: bool, found: &mut Vec<Stretch>) {
    let span = Span::new(pieces[first].span.start(), pieces[last].span.end());
    found.push(Stretch { span, pieces: first..last + 1, cut });
}

/// Where a sentence that has grown too long by word `at` is cut: after the last comma, semicolon or line of its second half, else
/// before the last token begins.
fn cut(text: &str, pieces: &[Piece], first: usize, at: usize) -> usize {
    let half = first + LONGEST / 2;
    let good = |&one: &usize| {
        let word = &text[pieces[one].span.range()];
        let line = pieces.get(one + 1).is_some_and(|next| breaks(&text[pieces[one].span.end()..next.span.start()]) > 0);
        matches!(word, "," | ";" | ":") || line
    };
    let whole = |&one: &usize| pieces.get(one + 1).is_none_or(|next| next.part != Part::Rest);
    (half..=at).rev().find(good).or_else(|| (half..=at).rev().find(whole)).unwrap_or(at)
}

/// Whether a sentence that started at word `first` ends with word `at`, by its marks.
fn ends_here(text: &str, pieces: &[Piece], first: usize, at: usize, lang: Lang, depth: usize) -> bool {
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
