//! Cuts a stretch between white space into written tokens: words, numbers, addresses and marks.

use super::{abbreviations, address, chunk::Chunk};
use paradero_model::Lang;
use std::ops::Range;

/// What is kept whole between brackets and letters: smileys.
const SMILEYS: &[&str] = &[
    ":)", ":-)", ":(", ":-(", ";)", ";-)", ":D", ":-D", ":P", ":-P", ":p", "=)", "=(", "=D", ":'(", ":/", ":-/", ":O", ":o",
    "<3", ":]", ":[", "(:", "^_^", "-_-", "XD", ":))", ":)))", ":((", ":|", ":*",
];
/// What English keeps a hyphen after; elsewhere "long-term" is three tokens.
const EN_PREFIXES: &[&str] = &[
    "e", "co", "non", "pre", "post", "re", "anti", "multi", "ex", "mid", "pro", "semi", "sub", "inter", "intra", "ultra",
    "pseudo", "bi", "tri", "un", "de", "dis", "neo", "mini", "micro", "mega", "counter", "psycho", "al", "el", "trans", "pan",
    "cross", "quasi", "uh", "mm", "vice", "proto", "meta", "hyper", "super", "extra", "infra", "socio",
];

/// The tokens of `chunk`, in order, into `found`, and the addresses among them into `addresses`. Every byte of the chunk lies in one.
pub(super) fn cut(text: &str, chunk: &Chunk, lang: Lang, found: &mut Vec<Range<usize>>, addresses: &mut Vec<Range<usize>>) {
    let (start, end) = (chunk.range.start, chunk.range.end);
    let word = &text[start..end];
    if word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        found.push(chunk.range.clone()); // nine in ten: a bare word
        return;
    }
    let scan = Scan { word, next: text[chunk.after..].chars().next().unwrap_or(' '), lang };
    let mut at = 0;
    while at < word.len() {
        let end = scan.end(at);
        if end - at > 4 && is_address(&word[at..end]) {
            addresses.push(at..end);
        }
        found.push(start + at..start + end);
        at = end;
    }
}

/// Whether a token is an address.
fn is_address(token: &str) -> bool {
    token.contains(['.', '@']) && address::length(token) == Some(token.len())
}

/// A look at one stretch.
struct Scan<'a> {
    word: &'a str,
    /// The first character after the stretch and its white space.
    next: char,
    lang: Lang,
}

impl Scan<'_> {
    fn char(&self, at: usize) -> Option<char> {
        self.word.get(at..)?.chars().next()
    }

    /// The end of the token that starts at `at`.
    fn end(&self, at: usize) -> usize {
        let rest = &self.word[at..];
        let Some(c) = rest.chars().next() else { return self.word.len() };
        if let Some(smiley) = SMILEYS.iter().filter(|smiley| rest.starts_with(**smiley)).max_by_key(|smiley| smiley.len())
            && !self.char(at + smiley.len()).is_some_and(char::is_alphanumeric)
            && (at == 0 || c != '(')
        {
            return at + smiley.len();
        }
        if c.is_alphanumeric() || unseen(c) {
            if (rest.contains('.') || rest.contains("://") || rest.starts_with("mailto:"))
                && let Some(long) = address::length(rest)
            {
                return at + long;
            }
            return self.run(at, c);
        }
        let after = self.char(at + c.len_utf8()).unwrap_or(' ');
        match c {
            '@' | '#' if after.is_alphabetic() => self.run(at, c),
            '\'' | '’' if after.is_ascii_digit() && self.year(at + c.len_utf8()) => self.run(at, c),
            '.' | '$' | '-' | '+' if after.is_ascii_digit() && at == 0 && c == '.' => self.run(at, c),
            '!' | '?' => at + rest.len() - rest.trim_start_matches(['!', '?']).len(),
            '.' | '-' | '_' | '=' | '*' | '~' | '#' | '\'' | '`' | '<' | '>' | '+' | '|' | '/' | '\\' | '•' | '·' | '^' => {
                at + rest.len() - rest.trim_start_matches(c).len()
            }
            _ => at + c.len_utf8(),
        }
    }

    /// Whether two digits and no more stand at `at`: "'98", "'90s".
    fn year(&self, at: usize) -> bool {
        let digits = self.word[at..].bytes().take_while(u8::is_ascii_digit).count();
        digits == 2 && self.word[at + 2..].trim_start_matches('s').chars().next().is_none_or(|c| !c.is_alphanumeric())
    }

    /// The end of the word or number that starts at `at` with `first`, with its connectors and, for an abbreviation, its full stop.
    fn run(&self, at: usize, first: char) -> usize {
        let mut end = at + first.len_utf8();
        let mut before = first;
        let mut segment = at;
        while let Some(c) = self.char(end) {
            let step = c.len_utf8();
            if !(c.is_alphanumeric() || self.joins(at, end, segment, before, c)) {
                break;
            }
            if matches!(c, '.' | '-') {
                segment = end + 1;
            }
            before = c;
            end += step;
        }
        if self.char(end) == Some('.') {
            let glued = self.char(end + 1);
            let next = glued.unwrap_or(self.next);
            if abbreviations::keeps_stop(&self.word[at..end], next, glued.is_none(), self.lang) {
                return end + 1;
            }
        }
        if self.lang == Lang::Es && self.char(end) == Some('%') && before.is_ascii_digit() { end + 1 } else { end }
    }

    /// Whether the mark `c` at `end` joins what stands before and behind it to one token.
    fn joins(&self, at: usize, end: usize, segment: usize, before: char, c: char) -> bool {
        let after = self.char(end + c.len_utf8()).unwrap_or(' ');
        let digits = before.is_ascii_digit() && after.is_ascii_digit();
        match c {
            '\'' | '’' | '`' => before.is_alphanumeric() && after.is_alphabetic(),
            // White space stands in a stretch only where a line end cuts a word.
            '-' | '‐' if after.is_whitespace() => true,
            '-' | '‐' | '‑' => after.is_alphanumeric() && before.is_alphanumeric() && self.hyphen(at, end, c, after),
            '\u{ad}' => true,
            '.' => {
                let short = self.word[segment..end].chars().count() <= 2;
                digits
                    || (before.is_alphabetic() && short && after.is_alphabetic())
                    || (before.is_lowercase() && after.is_lowercase() && self.lang == Lang::Es && self.word[at..end].len() <= 2)
            }
            ',' | ':' => digits,
            '/' => digits || (at + 1 == end && after.is_lowercase() && self.char(end + 2).is_none_or(|c| !c.is_alphanumeric())),
            '&' => before.is_uppercase() && after.is_uppercase(),
            '@' => before.is_alphanumeric() && after.is_alphanumeric(),
            '_' => true,
            '+' => before.is_uppercase() && !after.is_alphanumeric(),
            'º' | 'ª' | '°' => before.is_ascii_digit(),
            _ => matches!(c, '\u{300}'..='\u{36f}') || unseen(c) || c.is_whitespace(),
        }
    }

    /// Whether a hyphen inside a word belongs to it.
    fn hyphen(&self, at: usize, end: usize, c: char, after: char) -> bool {
        if self.lang == Lang::Es {
            return true;
        }
        let head = &self.word[at..end];
        let figures = |part: &str| part.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/' | b'.' | b'(' | b')'));
        if figures(head) && after.is_ascii_digit() {
            // Telephone numbers and dates, no ranges of years: "713-853-3989", "01-02-2001".
            let tail = &self.word[end + c.len_utf8()..];
            let digits = tail.bytes().take_while(u8::is_ascii_digit).count();
            return head.contains('-') || tail[digits..].starts_with('-') || (head.len() == 3 && digits == 4);
        }
        if head.bytes().any(|b| b.is_ascii_digit()) || after.is_ascii_digit() {
            return head.chars().count() <= 2 && head.chars().all(char::is_uppercase);
        }
        EN_PREFIXES.contains(&head.to_lowercase().as_str()) || (head.chars().count() == 1 && head.chars().all(char::is_uppercase))
    }
}

/// Characters that nobody sees and that part nothing.
pub(super) fn unseen(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}
