//! The verb of saying beside a quotation, and its subject: who speaks.
//!
//! The frame of a quotation is its sentence without it. A verb right behind the marks counts first ("…”, she said"), then one before them
//! ("An officer said, “…”"), then "according to"; last, for part of a sentence in marks, the subject of that sentence.

use super::Marked;
use super::speaker;
use crate::names::lists;
use crate::{Analysis, Pos, Word};
use paradero_model::Span;

/// The speaker of the quotation at `at` and the words that say so.
pub(super) fn find(body: &str, found: &Analysis, marked: &[Marked], at: usize) -> Option<(Span, Span)> {
    let quote = marked[at];
    let limit = quote.outer.map_or(Span::new(0, body.len()), |outer| marked[outer].inside);
    let after = behind(body, marked, at, limit);
    let before = ahead(body, marked, at, limit);
    from_behind(body, found, after, quote)
        .or_else(|| from_ahead(body, found, before, quote))
        .or_else(|| from_label(body, found, after))
        .or_else(|| from_sentence(body, found, before, quote))
}

/// The verb of saying at word `at` with its subject.
pub(super) fn around(body: &str, found: &Analysis, at: usize) -> Option<(Span, Span)> {
    let sentence = found.sentence_at(found.words[at].span.start())?;
    let frame = found.sentences[sentence].span;
    let speaker = speaker::of(body, found, at, frame)?;
    Some((speaker, speaker.to(found.words[at].span)))
}

/// What stands behind a quotation up to the end of its sentence or the next marks.
fn behind(body: &str, marked: &[Marked], at: usize, limit: Span) -> Span {
    let from = marked[at].span.end();
    // A point inside the marks ends the sentence: what follows is another. (A comma, or "?" and "!", leave it open.)
    let inside = marked[at].inside.of(body).unwrap_or("");
    if inside.trim_end().ends_with('.') && !inside.trim_end().ends_with("..") {
        return Span::new(from, from);
    }
    let next = marked[at + 1..]
        .iter()
        .map(|quote| quote.span.start())
        .find(|&start| start >= from)
        .unwrap_or(body.len())
        .min(limit.end())
        .max(from);
    let mut end = next;
    for (offset, c) in body[from..next].char_indices() {
        let rest = &body[from + offset + c.len_utf8()..];
        let stops = matches!(c, '?' | '!' | ';')
            || c == '.' && rest.starts_with(|c: char| c.is_whitespace()) && !abbreviation(&body[from..from + offset]);
        if stops && offset > 0 || c == '\n' && rest.trim_start_matches([' ', '\r', '\t']).starts_with('\n') {
            end = from + offset;
            break;
        }
        if c == '.' && offset == 0 {
            end = from;
            break;
        }
    }
    Span::new(from, end.max(from))
}

/// Whether the point behind `text` belongs to a title or an initial.
fn abbreviation(text: &str) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or("");
    word.chars().count() == 1 || lists::is_honorific(&format!("{}.", word.to_lowercase()))
}

/// What stands before a quotation from the start of its sentence, or from the marks before it.
fn ahead(body: &str, marked: &[Marked], at: usize, limit: Span) -> Span {
    let to = marked[at].span.start();
    let mut from = marked[..at].iter().rev().map(|quote| quote.span.end()).find(|&end| end <= to).unwrap_or(0).max(limit.start());
    let text = &body[from..to];
    let trimmed = text.trim_end();
    let colon = trimmed.ends_with(':');
    let scan = if colon { &trimmed[..trimmed.len() - 1] } else { trimmed };
    for (offset, c) in scan.char_indices().rev() {
        let here = from + offset;
        let rest = &body[here + c.len_utf8()..];
        let stop = matches!(c, '?' | '!' | ';') && offset + 1 < scan.len()
            || c == '.' && rest.starts_with(char::is_whitespace) && !abbreviation(&body[from..here])
            || c == '\n' && rest.trim_start_matches([' ', '\r', '\t']).starts_with('\n');
        if stop {
            from = here + c.len_utf8();
            break;
        }
    }
    Span::new(from.min(to), to)
}

/// Whether a word is a verb of saying.
fn says(body: &str, word: &Word) -> bool {
    word.pos != Pos::Punct && word.span.of(body).is_some_and(|text| lists::words().has("saying", &text.to_lowercase()))
}

/// The words of a frame, as a range of indexes.
fn words(found: &Analysis, frame: Span) -> std::ops::Range<usize> {
    let from = found.words.partition_point(|word| word.span.start() < frame.start());
    let to = from + found.words[from..].iter().take_while(|word| word.span.end() <= frame.end()).count();
    from..to
}

fn from_behind(body: &str, found: &Analysis, frame: Span, quote: Marked) -> Option<(Span, Span)> {
    let lead = frame.of(body)?.trim_start();
    let comma = lead.starts_with(',')
        || quote.inside.of(body)?.trim_end_matches(['’', '”', '»', '"', '\'', ' ']).ends_with([',', '?', '!', '—', '…'])
        || lead.starts_with(['-', '—', '–', ':']);
    let range = words(found, frame);
    let nearest = range.clone().take(16).find(|&at| says(body, &found.words[at]))?;
    let first = range.clone().find(|&at| found.words[at].pos != Pos::Punct)?;
    // Without a comma, only a verb right behind the marks ("“Basta” dijo Ana"): else the marks hold part of another sentence.
    if !comma && nearest > first + 2 {
        return None;
    }
    if lead.starts_with(':') {
        return None;
    }
    let speaker = speaker::of(body, found, nearest, frame)?;
    let verb = found.words[nearest].span;
    Some((speaker, if frame.contains(speaker) { speaker.to(verb) } else { verb }))
}

fn from_ahead(body: &str, found: &Analysis, frame: Span, quote: Marked) -> Option<(Span, Span)> {
    let range = words(found, frame);
    let lead = frame.of(body)?.trim_end();
    let verb = range.clone().rev().find(|&at| says(body, &found.words[at]));
    let source = speaker::according(body, found, range.clone(), quote.span.start());
    if source.is_some_and(|(_, cue)| verb.is_none_or(|verb| found.words[verb].span.start() < cue.end())) {
        return source;
    }
    let verb = verb?;
    // Behind marks already said by that verb: only "…”, she said, “…" goes on.
    let used = body[..frame.start()].ends_with(['”', '"', '»', '’', '\'', '›']) && !lead.is_empty();
    let joined = lead.ends_with([',', ':', '.', '—']) || [" que", " that", " and", " y"].iter().any(|word| lead.ends_with(word));
    if used && !joined && range.clone().find(|&at| says(body, &found.words[at])) == Some(verb) {
        return None;
    }
    // One or two words in the middle of a sentence are a label ("described him as a “suspected associate”") unless the verb touches them.
    let short = quote.inside.of(body)?.split_whitespace().count() <= 2;
    let touches = found.words[verb].span.end() + 8 >= lead.len() + frame.start() || is_infinitive(quote.inside.of(body)?);
    if short && !lead.ends_with([',', ':']) && !touches {
        return None;
    }
    let speaker = speaker::of(body, found, verb, frame)?;
    Some((speaker, if frame.contains(speaker) { speaker.to(found.words[verb].span) } else { found.words[verb].span }))
}

/// Whether the words open with a Spanish infinitive: "encarcelar el debate".
fn is_infinitive(words: &str) -> bool {
    words.split_whitespace().next().is_some_and(|word| word.len() > 3 && ["ar", "er", "ir"].iter().any(|end| word.ends_with(end)))
}

/// A headline's "“…”: hermana de un barbero", "“…”: a conversation with Ana Paz".
fn from_label(body: &str, found: &Analysis, frame: Span) -> Option<(Span, Span)> {
    let label = frame.of(body)?.trim_start().starts_with(':').then(|| words(found, frame))?;
    let speaker = speaker::label(body, found, label.clone().find(|&at| found.words[at].pos != Pos::Punct)?, frame)?;
    Some((speaker, speaker))
}

/// Part of a sentence in marks: "vinculó al dirigente con un plan para «paralizar las empresas»" is said by the subject.
fn from_sentence(body: &str, found: &Analysis, frame: Span, quote: Marked) -> Option<(Span, Span)> {
    let inside = quote.inside.of(body)?;
    let sentence_like = inside.split_whitespace().count() >= 3 && !inside.starts_with(char::is_uppercase);
    if !sentence_like || quote.outer.is_some() {
        return None;
    }
    speaker::subject(body, found, words(found, frame))
}
