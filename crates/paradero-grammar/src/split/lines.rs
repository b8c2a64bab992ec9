//! Tells wrapped prose from lines that stand alone: headings, list items, forms.
//!
//! A break is a wrap where the next line goes on in lower case, or where its first word would not have fitted on the line before: the
//! widest line of the paragraph is taken for the width. List items and labels always stand alone.

use super::Piece;

/// The most bytes of a line that are looked at on either side of a word: longer lines are no list items.
const NEAR: usize = 200;

/// Knows the paragraph that was measured last.
#[derive(Default)]
pub(super) struct Lines {
    /// Its bytes and its widest line, in characters.
    measured: Option<(usize, usize, usize)>,
}

impl Lines {
    /// Whether the single line break after piece `at` ends a sentence.
    pub(super) fn stands_alone(&mut self, text: &str, pieces: &[Piece], at: usize) -> bool {
        let next = pieces[at + 1].span;
        let begin = text[next.range()].chars().next().unwrap_or(' ');
        let line = line_at(text, next.start());
        if item(line) || label(line) {
            return true;
        }
        if begin.is_lowercase() {
            return false;
        }
        let last = &text[pieces[at].span.range()];
        if matches!(last, "," | ";" | "-" | "–" | "(") {
            return false;
        }
        let here = line_at(text, pieces[at].span.start());
        if label(here) && here.chars().count() < 60 {
            return true;
        }
        let widest = self.widest(text, pieces[at].span.start());
        let fits = here.trim_end().chars().count() + 1 + text[next.range()].chars().count();
        !(50..=110).contains(&widest) || fits < widest.saturating_sub(2)
    }

    fn widest(&mut self, text: &str, at: usize) -> usize {
        if let Some((start, end, widest)) = self.measured
            && (start..end).contains(&at)
        {
            return widest;
        }
        // Paragraphs are walked in order: the one after the last measured begins where that ended.
        let start = self.measured.map_or(0, |(_, end, _)| end);
        let start = text[start..at].rfind("\n\n").map_or(start, |found| start + found + 2);
        let end = text[at..].find("\n\n").map_or(text.len(), |found| at + found + 2);
        let widest = text[start..end].lines().map(|line| line.trim_end().chars().count()).max().unwrap_or(0);
        self.measured = Some((start, end, widest));
        widest
    }
}

/// The line that byte `at` stands on, at most [`NEAR`] bytes of it on either side.
fn line_at(text: &str, at: usize) -> &str {
    let from = floor(text, at.saturating_sub(NEAR));
    let to = floor(text, (at + NEAR).min(text.len()));
    let start = text[from..at].rfind('\n').map_or(from, |found| from + found + 1);
    let end = text[at..to].find('\n').map_or(to, |found| at + found);
    &text[start..end]
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// "- Ana Ruiz", "• …", "1. …", "2) …".
pub(super) fn item(line: &str) -> bool {
    let line = line.trim_start();
    if ["- ", "– ", "— ", "• ", "* ", "· ", "▪ ", "■ ", "► "].iter().any(|bullet| line.starts_with(bullet)) {
        return true;
    }
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.len() - rest.len() <= 3 && rest.len() < line.len() && [". ", ") ", ".- "].iter().any(|dot| rest.starts_with(dot))
}

/// "FECHA: 3 de mayo", "Place of arrest: …": at most four words before a colon at the start of a line.
pub(super) fn label(line: &str) -> bool {
    let Some((before, _)) = line.split_once(':') else { return false };
    let before = before.trim();
    before.len() < 48
        && before.chars().next().is_some_and(char::is_uppercase)
        && before.split_whitespace().count() <= 4
        && !before.contains(['.', ',', '“', '"', '«'])
}
