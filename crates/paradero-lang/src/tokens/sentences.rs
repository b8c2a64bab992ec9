//! Groups words into sentences, headings and list items.
//!
//! An empty line always ends a sentence. A single line break ends one only where the line is no wrapped prose: see [`Lines`].

use super::abbreviations::Follow;
use super::split;
use crate::Sentence;
use paradero_model::{Lang, Span};

/// No sentence is longer: what looks back over a sentence stays cheap on any input.
const LONGEST: usize = 400;

/// Words that open a sentence after an abbreviation: "in the U.S. The judge".
const OPENERS_EN: &[&str] = &[
    "the",
    "a",
    "an",
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "his",
    "her",
    "their",
    "its",
    "in",
    "on",
    "at",
    "but",
    "and",
    "after",
    "when",
    "this",
    "that",
    "these",
    "those",
    "according",
    "if",
    "as",
    "for",
    "there",
    "while",
    "no",
    "some",
    "many",
    "one",
    "two",
    "since",
    "by",
    "what",
    "why",
    "how",
    "our",
    "my",
];
const OPENERS_ES: &[&str] = &[
    "el", "la", "los", "las", "un", "una", "su", "sus", "en", "a", "por", "para", "según", "pero", "y", "cuando", "tras", "este",
    "esta", "estos", "estas", "se", "no", "al", "desde", "con", "de", "lo", "le", "ese", "esa", "también", "además", "sin",
    "como", "ella", "él",
];
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

/// The sentences of `body`, cut into `words`.
pub(super) fn group(body: &str, words: &[Span], lang: Lang) -> Vec<Sentence> {
    let mut found: Vec<Sentence> = Vec::new();
    let (mut first, mut paragraph) = (0, 0);
    let mut lines = Lines::default();
    let mut depth = 0_usize;
    for at in 0..words.len() {
        let text = &body[words[at].range()];
        depth = match text {
            "(" | "[" => depth + 1,
            ")" | "]" => depth.saturating_sub(1),
            _ => depth,
        };
        let gap = words.get(at + 1).map(|next| &body[words[at].end()..next.start()]);
        let breaks = gap.map_or(2, |gap| gap.matches('\n').count().max(gap.matches('\r').count()));
        let empty_line = breaks >= 2;
        let own_line = breaks == 1 && lines.hard(body, words, at);
        let ends = empty_line || own_line || at + 1 - first >= LONGEST || ends_here(body, words, first, at, lang, depth);
        if ends {
            let span = Span::new(words[first].start(), words[at].end());
            let heading = (empty_line || own_line) && unended(body, words, first, at) && starts_line(body, words[first].start());
            found.push(Sentence { span, words: first..at + 1, paragraph, heading });
            first = at + 1;
            depth = if empty_line || own_line { 0 } else { depth };
        }
        if empty_line {
            paragraph += 1;
        }
    }
    found
}

/// Whether a sentence that started at word `first` ends with word `at`, by its marks.
fn ends_here(body: &str, words: &[Span], first: usize, at: usize, lang: Lang, depth: usize) -> bool {
    let Some(next) = words.get(at + 1) else { return true };
    let text = &body[words[at].range()];
    let following = &body[next.range()];
    let begin = following.chars().next().unwrap_or(' ');
    if closes(begin) && !(straight(begin) && words[at].end() < next.start()) {
        return false; // the closing mark still belongs to this sentence
    }
    let glued = words[at].end() == next.start();
    if let Some(follow) = split::ends_with_stop(text, lang).filter(|_| text.len() > 1 && text.chars().any(char::is_alphabetic)) {
        let openers = if lang == Lang::En { OPENERS_EN } else { OPENERS_ES };
        return follow == Follow::Anything && begin.is_uppercase() && openers.contains(&following.to_lowercase().as_str());
    }
    // Back over closing marks to the mark that ends.
    let mut end = at;
    let mut closing = 0;
    while end > first && body[words[end].range()].chars().next().is_some_and(closes) && words[end - 1].end() == words[end].start()
    {
        end -= 1;
        closing += 1;
    }
    let end_text = &body[words[end].range()];
    let strong = matches!(end_text, "." | "!" | "?") || (end_text.starts_with("..") || end_text == "…");
    if !strong || (glued && closing == 0 && begin.is_alphanumeric() && !begin.is_uppercase()) {
        // A dateline: "San Félix.- Nadie quiere".
        return matches!(text, "-" | "–" | "—")
            && at > first
            && &body[words[at - 1].range()] == "."
            && words[at - 1].end() == words[at].start();
    }
    if matches!(begin, '-' | '–' | '—') && glued {
        return false;
    }
    if (depth > 0 && at - first < 60) || begin.is_lowercase() || matches!(begin, ',' | ';' | ':' | '–' | '—') {
        return false;
    }
    if first == end && end_text == "." {
        return false;
    }
    // A number that opens a list item: "1. Ana Ruiz".
    if end_text == "." && end == first + 1 && body[words[first].range()].chars().all(|c| c.is_ascii_digit()) {
        return false;
    }
    if closing > 0 && matches!(end_text, "?" | "!") {
        let near = words[at + 1..].iter().take(5).any(|word| SPEECH.contains(&&body[word.range()]));
        return !near;
    }
    true
}

fn straight(c: char) -> bool {
    matches!(c, '"' | '\'')
}

/// Marks that close what the sentence opened.
fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '»' | ')' | ']' | '"' | '\'')
}

/// Whether words `first..=at` end without an end mark and are short enough for a heading.
fn unended(body: &str, words: &[Span], first: usize, at: usize) -> bool {
    let mut end = at;
    while end > first && body[words[end].range()].chars().next().is_some_and(closes) {
        end -= 1;
    }
    at - first < 40 && !matches!(&body[words[end].range()], "." | "!" | "?" | "…" | "..." | ";" | ",")
}

fn starts_line(body: &str, at: usize) -> bool {
    body[..at].trim_end_matches([' ', '\t', '\u{a0}']).chars().next_back().is_none_or(|c| matches!(c, '\n' | '\r'))
}

/// Tells wrapped prose from lines that stand alone, paragraph by paragraph.
///
/// A break is a wrap where the next line goes on in lower case, or where its first word would not have fitted on the line before:
/// the widest line of the paragraph is taken for the width. List items and labels always stand alone.
#[derive(Default)]
struct Lines {
    /// The paragraph measured last: its bytes and its widest line, in characters.
    measured: Option<(usize, usize, usize)>,
}

impl Lines {
    /// Whether the line break after word `at` ends a sentence.
    fn hard(&mut self, body: &str, words: &[Span], at: usize) -> bool {
        let next = words[at + 1];
        let begin = body[next.range()].chars().next().unwrap_or(' ');
        let line = line_at(body, next.start());
        if item(line) || label(line) {
            return true;
        }
        if begin.is_lowercase() {
            return false;
        }
        let last = &body[words[at].range()];
        if matches!(last, "," | ";" | "-" | "–" | "(") {
            return false;
        }
        let here = line_at(body, words[at].start());
        if label(here) && here.chars().count() < 60 {
            return true;
        }
        let widest = self.widest(body, words[at].start());
        let fits = here.trim_end().chars().count() + 1 + body[next.range()].chars().count();
        !(50..=100).contains(&widest) || fits < widest.saturating_sub(2)
    }

    fn widest(&mut self, body: &str, at: usize) -> usize {
        if let Some((start, end, widest)) = self.measured
            && (start..end).contains(&at)
        {
            return widest;
        }
        let start = body[..at].rfind("\n\n").map_or(0, |i| i + 2);
        let end = body[at..].find("\n\n").map_or(body.len(), |i| at + i);
        let widest = body[start..end].lines().map(|line| line.trim_end().chars().count()).max().unwrap_or(0);
        self.measured = Some((start, end, widest));
        widest
    }
}

/// The line that byte `at` stands on, at most 200 bytes of it on either side: longer lines are no list items or wrapped prose.
fn line_at(body: &str, at: usize) -> &str {
    let from = floor(body, at.saturating_sub(200));
    let to = floor(body, (at + 200).min(body.len()));
    let start = body[from..at].rfind('\n').map_or(from, |i| from + i + 1);
    let end = body[at..to].find('\n').map_or(to, |i| at + i);
    &body[start..end]
}

fn floor(body: &str, mut at: usize) -> usize {
    while !body.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// "- Ana Ruiz", "• …", "1. …", "2) …".
fn item(line: &str) -> bool {
    let line = line.trim_start();
    if ["- ", "– ", "— ", "• ", "* ", "· "].iter().any(|bullet| line.starts_with(bullet)) {
        return true;
    }
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.len() - rest.len() <= 3 && rest.len() < line.len() && [". ", ") ", ".- "].iter().any(|dot| rest.starts_with(dot))
}

/// "FECHA: 3 de mayo", "Place of arrest: …": at most four words before a colon at the start of a line.
fn label(line: &str) -> bool {
    let Some((before, _)) = line.split_once(':') else { return false };
    let before = before.trim();
    before.len() < 48
        && before.chars().next().is_some_and(char::is_uppercase)
        && before.split_whitespace().count() <= 4
        && !before.contains(['.', ',', '“', '"', '«'])
}
