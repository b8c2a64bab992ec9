//! Reads files of reports: JSONL (one object a line), one JSON object, or a JSON array of them, in the shape of the reports that
//! Paradero exchanges: `id, lang, media, title, publisher, published, url, text`. Other fields are left alone.
//!
//! Where `media` is `text/html`, `text` is a page and is read as one; what the report says about itself goes before what the page says.

use crate::{Notes, Piece, html, limits, mapped::Mapped, plain};
use paradero_model::{About, Edtf, Lang, Problem, Span};
use serde_json::value::RawValue;
use std::collections::HashMap;

type Object<'a> = HashMap<String, &'a RawValue>;

/// Whether one of the first lines, or the whole, is a report.
pub(crate) fn looks_so(text: &str) -> bool {
    let report = |text: &str| serde_json::from_str::<Object<'_>>(text).is_ok_and(|object| object.contains_key("text"));
    text.lines().filter(|line| !line.trim().is_empty()).take(5).any(report)
        || report(text)
        || serde_json::from_str::<Vec<Object<'_>>>(text).is_ok_and(|all| all.iter().any(|object| object.contains_key("text")))
}

/// Every report of the file; a line that is none is left out, with its number.
pub(crate) fn read(text: &str, notes: &mut Notes) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let whole = text.trim();
    if let Ok(object) = serde_json::from_str::<Object<'_>>(whole) {
        one(text, &object, 1, notes, &mut pieces);
    } else if let Ok(all) = serde_json::from_str::<Vec<&RawValue>>(whole) {
        for (number, entry) in all.iter().enumerate().take(limits::ENTRIES) {
            parse(text, entry.get(), number + 1, notes, &mut pieces);
        }
    } else {
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).take(limits::ENTRIES) {
            parse(text, line, number + 1, notes, &mut pieces);
        }
    }
    pieces
}

fn parse(text: &str, entry: &str, number: usize, notes: &mut Notes, pieces: &mut Vec<Piece>) {
    match serde_json::from_str::<Object<'_>>(entry) {
        Ok(object) => one(text, &object, number, notes, pieces),
        Err(_) => notes.add(Problem::BadEntry, Some(place(text, entry)), number.to_string()),
    }
}

/// The place of `part` in `whole`, of which it is a slice.
fn place(whole: &str, part: &str) -> Span {
    let start = (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize).min(whole.len());
    Span::new(start, (start + part.len()).min(whole.len()))
}

fn one(text: &str, object: &Object<'_>, number: usize, notes: &mut Notes, pieces: &mut Vec<Piece>) {
    let body = object.get("text").map(|raw| raw.get()).filter(|raw| raw.starts_with('"'));
    let Some(body) = body else {
        notes.add(Problem::BadEntry, None, number.to_string());
        return;
    };
    let at = place(text, body);
    let words = unescape(body, at.start(), notes);
    if words.text.trim().is_empty() {
        notes.add(Problem::BadEntry, Some(at), number.to_string());
        return;
    }
    let field = |name: &str| -> Option<String> {
        let raw = object.get(name)?.get();
        let value = if raw.starts_with('"') { unescape(raw, 0, &mut Notes::default()).text } else { raw.to_owned() };
        Some(value.trim().to_owned()).filter(|value| !value.is_empty() && value != "null")
    };
    let is_page = field("media").is_some_and(|media| media.to_ascii_lowercase().contains("html"));
    let mut piece = if is_page {
        let mut inner = Notes::default();
        let piece = html::read(&words.text, &mut inner);
        for warning in inner.in_source(&words.map) {
            notes.add(warning.what, warning.span, warning.detail);
        }
        Piece { body: piece.body.through(&words.map), ..piece }
    } else {
        let mut inner = Notes::default();
        let piece = plain::read(&words.text, &mut inner);
        for warning in inner.in_source(&words.map) {
            notes.add(warning.what, warning.span, warning.detail);
        }
        Piece { reader: "reports/1", body: piece.body.through(&words.map), about: About::default() }
    };
    let about = &mut piece.about;
    about.report = field("id");
    for (slot, name) in
        [(&mut about.title, "title"), (&mut about.publisher, "publisher"), (&mut about.author, "author"), (&mut about.url, "url")]
    {
        if let Some(value) = field(name) {
            *slot = Some(value);
        }
    }
    let mut wrong = |name: &str| notes.add(Problem::BadField, object.get(name).map(|raw| place(text, raw.get())), name);
    if let Some(value) = field("published") {
        match Edtf::parse(&value).or_else(|| crate::dates::day_of_stamp(&value)) {
            Some(date) => about.published = Some(date),
            None => wrong("published"),
        }
    }
    if let Some(value) = field("lang") {
        match Lang::of_tag(&value) {
            Some(lang) => about.lang = Some(lang),
            None => wrong("lang"),
        }
    }
    pieces.push(piece);
}

/// The characters of a JSON string (with its marks), mapped through its escapes. `start` is where its opening mark stands.
fn unescape(raw: &str, start: usize, notes: &mut Notes) -> Mapped {
    let inside = raw.strip_prefix('"').unwrap_or(raw);
    let inside = inside.strip_suffix('"').unwrap_or(inside);
    let base = start + 1;
    let mut out = Mapped::default();
    let mut at = 0;
    while let Some(next) = inside[at..].find('\\') {
        out.push_verbatim(&inside[at..at + next], base + at);
        let from = at + next;
        let (character, length) = escape(&inside[from..]);
        let span = Span::new(base + from, base + from + length);
        match character {
            Some(character) => out.push_whole(character.encode_utf8(&mut [0; 4]), span),
            None => {
                notes.add(Problem::BadCharacters, Some(span), "JSON");
                out.push_whole("\u{FFFD}", span);
            }
        }
        at = from + length;
    }
    out.push_verbatim(&inside[at..], base + at);
    out
}

/// The character of the escape at the beginning of `text`, and the length of the escape. Half of a surrogate pair is none.
fn escape(text: &str) -> (Option<char>, usize) {
    let unit = |at: usize| {
        text.get(at..at + 6).filter(|unit| unit.starts_with("\\u")).and_then(|unit| u32::from_str_radix(&unit[2..], 16).ok())
    };
    match text.as_bytes().get(1) {
        Some(b'n') => (Some('\n'), 2),
        Some(b't') => (Some('\t'), 2),
        Some(b'r') => (Some('\r'), 2),
        Some(b'b') => (Some('\u{8}'), 2),
        Some(b'f') => (Some('\u{c}'), 2),
        Some(b'u') => match (unit(0), unit(6)) {
            (Some(high @ 0xD800..=0xDBFF), Some(low @ 0xDC00..=0xDFFF)) => {
                (char::from_u32(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)), 12)
            }
            (Some(unit), _) => (char::from_u32(unit), 6),
            (None, _) => (None, 2),
        },
        Some(byte) if byte.is_ascii() => (Some(char::from(*byte)), 2),
        _ => (None, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_the_strings_characters_mapped_through_escapes() {
        let line = r#"{"id":"a","text":"\u00c9l dijo:\n\"s\u00ed\" \ud83d\ude00 fin","published":"2025-03-14"}"#;
        let mut notes = Notes::default();
        let pieces = read(line, &mut notes);
        assert_eq!(pieces[0].body.text, "Él dijo:\n\"sí\" 😀 fin");
        let at = pieces[0].body.text.find('😀').expect("it is there");
        let span = pieces[0].body.map.source_of(Span::new(at, at + 4)).expect("it maps");
        assert_eq!(&line[span.range()], r"\ud83d\ude00");
        assert_eq!(pieces[0].about.published.as_ref().map(Edtf::as_str), Some("2025-03-14"));
        assert!(notes.all.is_empty());
    }

    #[test]
    fn a_bad_line_is_left_out_with_its_number_and_the_rest_is_read() {
        let file = "{\"text\":\"uno\"}\nnot json\n{\"text\":7}\n\n{\"text\":\"dos\",\"lang\":\"fr\"}\n";
        let mut notes = Notes::default();
        let bodies: Vec<_> = read(file, &mut notes).into_iter().map(|piece| piece.body.text).collect();
        assert_eq!(bodies, ["uno", "dos"]);
        let told: Vec<_> = notes.all.iter().map(|warning| (warning.what, warning.detail.as_str())).collect();
        assert_eq!(told, [(Problem::BadEntry, "2"), (Problem::BadEntry, "3"), (Problem::BadField, "lang")]);
    }

    #[test]
    fn half_a_surrogate_pair_is_marked() {
        let mut notes = Notes::default();
        assert_eq!(unescape(r#""a\ud83db""#, 0, &mut notes).text, "a\u{FFFD}b");
        assert_eq!(notes.all.len(), 1);
    }
}
