//! Cuts a text into words and marks: every byte that is not white space lies in exactly one of them.

use super::abbreviations::{self, Follow};
use paradero_model::{Lang, Span};

/// The words and marks of `body`, in order. A possessive mark and the parts of an English contraction are words of their own;
/// an abbreviation keeps its full stop.
pub(super) fn words(body: &str, lang: Lang) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = next(body, at) {
        if blank(c) {
            at += c.len_utf8();
        } else if starts_word(body, at, c) {
            let end = run(body, at, lang);
            pieces(body, at, end, lang, &mut found);
            at = end;
        } else {
            let end = mark(body, at, c);
            found.push(Span::new(at, end));
            at = end;
        }
    }
    found
}

/// White space, and characters that nobody sees.
fn blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' | '\u{ad}')
}

fn next(body: &str, at: usize) -> Option<char> {
    body.get(at..).and_then(|rest| rest.chars().next())
}

fn starts_word(body: &str, at: usize, c: char) -> bool {
    c.is_alphanumeric() || (matches!(c, '#' | '@') && next(body, at + 1).is_some_and(char::is_alphanumeric))
}

/// The end of a mark: dots, hyphens and equal signs in a row are one, everything else stands alone.
fn mark(body: &str, at: usize, c: char) -> usize {
    let mut end = at + c.len_utf8();
    if matches!(c, '.' | '-' | '_' | '=' | '*') {
        while next(body, end) == Some(c) {
            end += c.len_utf8();
        }
    }
    end
}

/// The end of the word that starts at `at`, with its connectors and, for an abbreviation, its full stop.
fn run(body: &str, at: usize, lang: Lang) -> usize {
    let mut end = at + next(body, at).map_or(1, char::len_utf8);
    let mut before = next(body, at).unwrap_or(' ');
    let mut segment = at;
    while let Some(c) = next(body, end) {
        let step = c.len_utf8();
        let after = next(body, end + step).unwrap_or(' ');
        let joins = match c {
            '\'' | '’' => before.is_alphabetic() && after.is_alphabetic(),
            '-' | '‐' | '‑' => after.is_alphanumeric() && (before.is_alphanumeric() || before == '.'),
            '.' => {
                let short = end - segment <= 4 && body[segment..end].chars().count() <= 2;
                (before.is_ascii_digit() && after.is_ascii_digit())
                    || (before.is_lowercase() && after.is_lowercase())
                    || (before.is_alphabetic() && short && (after.is_alphabetic() || (after == '-' && segment > at)))
            }
            ',' | ':' => before.is_ascii_digit() && after.is_ascii_digit(),
            '&' | '@' => before.is_alphanumeric() && after.is_alphanumeric(),
            '+' => before.is_uppercase() && !after.is_alphanumeric(),
            '/' => body[at..end].contains("://") && !blank(after),
            _ => c.is_alphanumeric() || c == '_' || matches!(c, '\u{300}'..='\u{36f}'),
        };
        if c == ':' && matches!(&body[at..end], "http" | "https") && body[end..].starts_with("://") {
            return address(body, end);
        }
        if !joins {
            break;
        }
        if c == '.' {
            segment = end + 1;
        }
        before = c;
        end += step;
    }
    if next(body, end) == Some('.') && abbreviations::keeps_stop(&body[at..end], &body[end + 1..], lang) { end + 1 } else { end }
}

/// The end of a web address: up to white space or a quotation mark, without marks that belong to the sentence.
fn address(body: &str, from: usize) -> usize {
    let rest = &body[from..];
    let long = rest.find(|c: char| blank(c) || matches!(c, '"' | '”' | '»' | '<' | '>')).unwrap_or(rest.len());
    from + rest[..long].trim_end_matches(['.', ',', ';', ':', ')', ']', '!', '?', '’', '\'']).len()
}

/// Cuts a contraction or a possessive into its words.
fn pieces(body: &str, at: usize, end: usize, lang: Lang, found: &mut Vec<Span>) {
    let word = &body[at..end];
    let mut cut = None;
    let marked = word.contains(['\'', '’']);
    if marked && lang == Lang::En {
        let low = word.to_lowercase().replace('’', "'");
        // Lower-casing may change lengths; the endings are ASCII but for the mark, so they are found from the end of the word itself.
        if low.ends_with("n't") {
            cut = word.char_indices().rev().nth(2).map(|(i, _)| i);
        } else if let Some(i) = word.rfind(['\'', '’']) {
            let tail = low.rsplit('\'').next().unwrap_or("");
            cut = matches!(tail, "s" | "re" | "ve" | "ll" | "d" | "m").then_some(i);
        }
    } else if lang == Lang::En && word.eq_ignore_ascii_case("cannot") {
        cut = Some(3);
    }
    match cut.filter(|&cut| cut > 0) {
        Some(cut) => found.extend([Span::new(at, at + cut), Span::new(at + cut, end)]),
        None => found.push(Span::new(at, end)),
    }
}

/// What may follow an abbreviation at the end of a sentence.
pub(super) fn ends_with_stop(word: &str, lang: Lang) -> Option<Follow> {
    word.ends_with('.').then(|| abbreviations::follow(word.trim_end_matches('.'), lang))
}
