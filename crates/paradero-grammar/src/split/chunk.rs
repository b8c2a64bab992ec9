//! Walks the stretches of a text between white space, in bounded lengths, and joins words hyphenated at the end of a line.

use super::{boundary::breaks, joints::Around};
use std::ops::Range;

/// The most bytes that are looked at as one stretch: longer ones are cut, so that no rule looks back or ahead without end.
const LONGEST: usize = 1024;
/// The bytes that are seen of the stretches around one.
const NEXT: usize = 32;

/// Calls `each` for every stretch of `text` between white space, with what stands around it.
pub(super) fn each<'a>(text: &'a str, mut each: impl FnMut(&Chunk, Around<'a>)) {
    let mut before = "";
    for chunk in (Chunks { text, at: 0 }) {
        let after = if breaks(&text[chunk.range.end..chunk.after]) >= 2 {
            ""
        } else {
            &text[chunk.after..skip_word(text, chunk.after, chunk.after + NEXT)]
        };
        each(&chunk, Around { before, after });
        let from = floor(text, chunk.range.end.saturating_sub(NEXT).max(chunk.range.start));
        before = if after.is_empty() { "" } else { &text[from..chunk.range.end] };
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The stretches of a text between white space.
struct Chunks<'a> {
    text: &'a str,
    at: usize,
}

/// A stretch between white space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chunk {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// What follows the white space after it, to the end of the text.
    pub after: usize,
}

impl Iterator for Chunks<'_> {
    type Item = Chunk;

    fn next(&mut self) -> Option<Chunk> {
        let start = skip_blank(self.text, self.at);
        if start == self.text.len() {
            return None;
        }
        let mut end = skip_word(self.text, start, start + LONGEST);
        if end < self.text.len() && end - start < LONGEST {
            end = hyphenated(self.text, start, end).unwrap_or(end);
        }
        self.at = end;
        Some(Chunk { range: start..end, after: skip_blank(self.text, end) })
    }
}

/// The first place from `at` on that is not white space.
fn skip_blank(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b' ' | b'\t'..=b'\r' => at += 1,
            0..=0x7f => break,
            _ => match text[at..].chars().next() {
                Some(c) if c.is_whitespace() => at += c.len_utf8(),
                _ => break,
            },
        }
    }
    at
}

/// The first white space from `at` on, `limit` at the latest.
fn skip_word(text: &str, mut at: usize, limit: usize) -> usize {
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        if at >= limit {
            break;
        }
        match byte {
            b' ' | b'\t'..=b'\r' => break,
            0..=0x7f => at += 1,
            _ => match text[at..].chars().next() {
                Some(c) if c.is_whitespace() => break,
                Some(c) => at += c.len_utf8(),
                None => break,
            },
        }
    }
    at
}

/// The end of the word that a hyphen cut in two at the end of a line: "deten-" and, on the next line, "ción". Only lower-case letters
/// on both sides of the break are joined, and only where the word before the hyphen has no other mark.
fn hyphenated(text: &str, start: usize, end: usize) -> Option<usize> {
    let word = &text[start..end];
    let first = word.strip_suffix(['-', '\u{ad}', '‐'])?;
    let letters = first.chars().rev().take_while(|c| c.is_alphabetic()).count();
    if letters < 2 || !first.ends_with(char::is_lowercase) || first.ends_with('-') {
        return None;
    }
    let gap = &text[end..skip_blank(text, end)];
    if gap.matches('\n').count() != 1 {
        return None;
    }
    let next = end + gap.len();
    let stop = skip_word(text, next, next + LONGEST);
    let second = &text[next..stop];
    let low = second.chars().take_while(|c| c.is_lowercase()).count();
    // Three in a row would be a list of pieces, not a word; "pre- y posguerra" keeps its hyphen.
    (low >= 2 && !matches!(second, "and" | "or" | "to" | "y" | "o" | "e" | "u" | "ni") && stop - start < LONGEST).then_some(stop)
}
