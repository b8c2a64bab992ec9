//! Words as names see them: their case, whether they open a sentence, and whether only white space parts them from the last.
//!
//! Names are found before sentences are certain ("Rep. Delia Okafor" ends none), so this reads the body itself.

use super::lists::{is_honorific, places};

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// "deported".
    Lower,
    /// "Robert", "McKay", "D’Angelo".
    Capital,
    /// "SEBIN", "U.S.", "J.".
    Upper,
    /// "60", "18th".
    Digit,
}

/// A word.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// First byte.
    pub(super) start: usize,
    /// One past the last byte.
    pub(super) end: usize,
    /// Lower-cased.
    pub(super) lower: String,
    /// How it is written.
    pub(super) case: Case,
    /// Whether it opens a sentence, a line or a quotation, where a capital says nothing.
    pub(super) opens: bool,
    /// Whether only white space (no empty line) parts it from the word before.
    pub(super) joined: bool,
    /// Whether a capital stands inside it, behind a small letter.
    pub(super) capitals_inside: bool,
    /// Whether it stands in a line written all in capitals, or a headline with a capital on every word.
    pub(super) loud: bool,
}

impl Token {
    /// Whether it can be part of a name by its case.
    pub(super) fn capital(&self) -> bool {
        matches!(self.case, Case::Capital | Case::Upper)
    }
}

/// The words of `body`.
pub(super) fn scan(body: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(c) = body[at..].chars().next() {
        if !c.is_alphanumeric() {
            at += c.len_utf8();
            continue;
        }
        let end = word_end(body, at);
        let before = &body[..at];
        if before.ends_with(['#', '@', '/'])
            || body[at..].starts_with("http") && body[end..].starts_with(':')
            || body[at..end].len() > 200
        {
            // Handles, tags and addresses are no names; an address ends at white space.
            let long = body[at..].find(char::is_whitespace).map_or(body.len(), |n| at + n);
            at = if before.ends_with(['#', '@']) { end } else { long.max(end) };
            continue;
        }
        let gap = tokens.last().map_or(before, |last| &body[last.end..at]);
        let opens = tokens.is_empty() || opens(gap, tokens.last());
        let joined = !tokens.is_empty() && gap.chars().all(char::is_whitespace) && wraps(body, gap, tokens.last(), at);
        let word = &body[at..end];
        let inside = word.chars().zip(word.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
        tokens.push(Token {
            start: at,
            end,
            lower: word.to_lowercase().replace('’', "'"),
            case: case(word),
            opens,
            joined,
            capitals_inside: inside,
            loud: false,
        });
        at = end;
    }
    mark_loud(body, &mut tokens);
    tokens
}

/// One past the word that starts at `at`: hyphens, apostrophes and the points of initials and titles are inside it.
fn word_end(body: &str, at: usize) -> usize {
    let mut end = at;
    let mut chars = body[at..].char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let here = at + offset;
        if c.is_alphanumeric() || matches!(c, '\u{301}' | '\u{303}') {
            end = here + c.len_utf8();
            continue;
        }
        let next = chars.peek().map(|(_, next)| *next);
        let after = here + c.len_utf8();
        match c {
            '-' | '‑' if next.is_some_and(char::is_alphanumeric) => {
                // "Lisbon-born" is a name and a word; "al-Rashid" and "Ferrús-Oltra" are one.
                let capital_before = body[at..here].chars().next().is_some_and(char::is_uppercase);
                if capital_before && next.is_some_and(char::is_lowercase) {
                    break;
                }
            }
            '\'' | '’' if next.is_some_and(char::is_alphabetic) => {
                let rest = &body[after..];
                let stem = &body[at..here];
                let tail: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
                if matches!(tail.as_str(), "s" | "S") && !stem.is_empty() {
                    break;
                }
            }
            '&' if next.is_some_and(char::is_uppercase) => {}
            '+' if next.is_none_or(|c| !c.is_alphanumeric()) => {
                end = after;
                break;
            }
            '.' => {
                let last = body[at..here].rsplit('.').next().unwrap_or("");
                let letters = last.chars().count();
                let initial = letters <= 2 && last.chars().all(char::is_uppercase) && !last.is_empty();
                let dotted = format!("{}.", body[at..here].to_lowercase());
                let known = is_honorific(&dotted)
                    || (body[at..here].chars().next().is_some_and(char::is_uppercase) && places().has("whole", &dotted));
                if !(initial && (letters == 1 || next.is_some_and(char::is_uppercase)) || known) {
                    break;
                }
                end = after;
                if !next.is_some_and(char::is_uppercase) {
                    break;
                }
            }
            _ => break,
        }
    }
    end
}

fn case(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    match word.chars().next() {
        Some(c) if c.is_numeric() => Case::Digit,
        Some(c) if c.is_uppercase() => {
            if letters.all(|c| !c.is_lowercase()) {
                Case::Upper
            } else {
                Case::Capital
            }
        }
        // "al-Rashid", "d'Angelo": the capital stands behind a particle.
        Some(_) if word.split_once(['-', '\'', '’']).is_some_and(|(a, b)| a.len() <= 2 && b.starts_with(char::is_uppercase)) => {
            Case::Capital
        }
        _ => Case::Lower,
    }
}

/// Whether what stands between two words ends a sentence or a line, or opens speech.
fn opens(gap: &str, last: Option<&Token>) -> bool {
    let abbreviated = last.is_some_and(|last| last.lower.ends_with('.'));
    gap.contains(['.', '?', '!', '…', ':', '¿', '¡', '“', '"', '«', '•', '—', '–', '‘', '`'])
        && !(abbreviated && gap.trim().is_empty())
        || gap.matches('\n').count() > 1
        || gap.contains(';')
}

/// Whether a line break between two words can be a wrapped line: the line before it is long.
fn wraps(body: &str, gap: &str, last: Option<&Token>, at: usize) -> bool {
    match gap.matches('\n').count() {
        0 => true,
        1 => {
            let Some(last) = last else { return false };
            let line = body[..last.end].rfind('\n').map_or(0, |n| n + 1);
            let next = body[at..].find('\n').map_or(body.len(), |n| at + n);
            // A paragraph of one long line is not wrapped; a wrapped one has lines of about equal length.
            (45..=110).contains(&(last.end - line)) && next - at < 120
        }
        _ => false,
    }
}

/// Marks lines in capitals and headlines with a capital on every word.
fn mark_loud(body: &str, tokens: &mut [Token]) {
    let mut from = 0;
    while from < tokens.len() {
        let line_end = body[tokens[from].start..].find('\n').map_or(body.len(), |n| tokens[from].start + n);
        let to = from + tokens[from..].iter().take_while(|token| token.start < line_end).count().max(1);
        let line = &mut tokens[from..to];
        let words = line.iter().filter(|token| token.lower.chars().count() > 3 && token.case != Case::Digit).count();
        let upper = line.iter().filter(|token| token.lower.chars().count() > 3 && token.case == Case::Upper).count();
        let capital = line.iter().filter(|token| token.lower.chars().count() > 3 && token.capital()).count();
        let sentence = body[..line_end].trim_end().ends_with(['.', ',', ';', ':', '”', '"']);
        if words >= 2 && upper * 4 >= words * 3 || words >= 4 && capital == words && !sentence {
            line.iter_mut().for_each(|token| token.loud = true);
        } else {
            mark_shouts(line);
        }
        from = to;
    }
}

/// Marks three or more words in a row in capitals: "ESE NO ES LEONER".
fn mark_shouts(line: &mut [Token]) {
    let mut from = 0;
    while from < line.len() {
        let to = from + line[from..].iter().take_while(|token| token.case == Case::Upper && !token.lower.contains('.')).count();
        let long = line[from..to].iter().filter(|token| token.lower.len() > 1).count();
        if long >= 3 {
            line[from..to].iter_mut().for_each(|token| token.loud = true);
        }
        from = to.max(from + 1);
    }
}
