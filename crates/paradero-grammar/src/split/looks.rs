//! What the network sees of a word: its letters as a hash, its kind, the space behind it.

use super::{Piece, net::both};

/// What is seen of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// The word in lower case, its digits as one.
    pub word: u64,
    /// Its first three letters, and its last three.
    pub head: u64,
    pub tail: u64,
    /// What kind of word or mark it is.
    pub kind: u8,
    /// What stands between it and the next: 0 nothing, 1 a space, 2 more.
    pub gap: u8,
    /// Its length in characters, at most 15.
    pub long: u8,
}

/// Kinds of words that rules ask for.
pub(super) const NONE: u8 = 0;
pub(super) const LOWER: u8 = 1;
pub(super) const STOP: u8 = 40;
pub(super) const OPEN: u8 = 41;
pub(super) const CLOSE: u8 = 42;
pub(super) const QUOTE: u8 = 43;
pub(super) const COLON: u8 = 48;

/// What is seen of `piece`; `gap` is the white space behind it.
pub(super) fn look(text: &str, piece: &Piece, gap: &str) -> Look {
    let form = piece.form(text);
    let mut word = 0x51_u64;
    let mut head = 0x52_u64;
    let mut long = 0_u8;
    let mut last = [0_u64; 3];
    for c in form.chars().take(32) {
        let low = match c {
            '0'..='9' => '0',
            'A'..='Z' => c.to_ascii_lowercase(),
            _ if c.is_ascii() => c,
            _ => c.to_lowercase().next().unwrap_or(c),
        };
        let code = u64::from(u32::from(low));
        word = both(word, code);
        if long < 3 {
            head = both(head, code);
        }
        long = long.saturating_add(1);
        last = [last[1], last[2], code];
    }
    let tail = both(both(both(0x53, last[0]), last[1]), last[2]);
    let gap = match gap {
        "" => 0,
        " " => 1,
        _ => 2,
    };
    Look { word, head, tail, kind: kind(form), gap, long: long.min(15) }
}

/// The kind of a word or mark.
fn kind(form: &str) -> u8 {
    let mut letters = form.chars();
    let Some(first) = letters.next() else { return NONE };
    if let (1, Some(code)) = (form.chars().take(2).count(), single(first)) {
        return code;
    }
    let (mut upper, mut lower, mut digits, mut dots, mut other) = (0, 0, 0, 0, 0);
    for c in form.chars().take(32) {
        match c {
            'a'..='z' => lower += 1,
            'A'..='Z' => upper += 1,
            '0'..='9' => digits += 1,
            '.' => dots += 1,
            _ if c.is_uppercase() => upper += 1,
            _ if c.is_alphabetic() => lower += 1,
            _ => other += 1,
        }
    }
    let whole = dots + other + digits == 0;
    match (upper, lower) {
        (0, 1..) if whole => LOWER,
        (1, 0) if whole => 2,
        (2.., 0) if whole => 3,
        (1, 1..) if whole && first.is_uppercase() => 4,
        _ if whole => 5,
        (0, 0) if digits > 0 && dots + other == 0 => 5 + form.len().min(5) as u8,
        (0, 0) if digits > 0 && form.contains(':') => 11,
        (0, 0) if digits > 0 && form.contains(['/', '-']) => 12,
        (0, 0) if digits > 0 => 13,
        (0, 0) if other == 0 => {
            if dots == 3 {
                14
            } else {
                15
            }
        }
        (0, 0) => 16 + (first as u32 % 7) as u8,
        _ if form.contains('@') => 23,
        _ if form.contains("//") || form.contains("www.") => 24,
        (1, 0) if form.len() == 2 && dots == 1 => 25,
        _ if dots == 1 && other + digits == 0 && form.ends_with('.') => {
            if upper > 0 {
                26
            } else {
                27
            }
        }
        _ if dots > 1 && other + digits == 0 => 28,
        _ if dots > 0 => 29,
        _ if matches!(first, '\'' | '’') => 30,
        _ if digits > 0 && upper == 0 => 31,
        _ if digits > 0 => 32,
        _ if upper > 0 && first.is_uppercase() => 33,
        _ => 34,
    }
}

/// The kind of a mark of one character.
fn single(mark: char) -> Option<u8> {
    Some(match mark {
        '.' => STOP,
        '(' | '[' | '{' => OPEN,
        ')' | ']' | '}' => CLOSE,
        '"' => QUOTE,
        '!' => 44,
        '?' => 45,
        ',' => 46,
        ';' => 47,
        ':' => COLON,
        '-' => 49,
        '–' | '—' => 50,
        '…' => 51,
        '“' | '«' => 52,
        '”' | '»' => 53,
        '\'' | '’' | '`' => 54,
        '‘' => 55,
        '/' => 56,
        '*' => 57,
        '¿' | '¡' => 58,
        '$' | '€' | '£' => 59,
        '<' => 60,
        '>' => 61,
        '=' | '_' | '~' | '|' => 62,
        '•' | '·' | '▪' => 63,
        '#' | '&' | '@' | '%' => 64,
        _ if mark.is_alphanumeric() => return None,
        _ => 65,
    })
}
