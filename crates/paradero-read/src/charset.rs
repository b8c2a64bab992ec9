//! Bytes into characters, with a map character by character.
//!
//! The charset is that of the byte order mark; else UTF-8 where the bytes are valid UTF-8 and nothing else is declared or the
//! declaration is of an ASCII superset; else the declared one (XML declaration, `<meta charset>`, `http-equiv`); else a guess.

use crate::{Notes, limits};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use paradero_model::{ByteMap, Problem, Span};

/// The characters of a source and the map back to its bytes.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) map: ByteMap,
}

/// Decodes all of `bytes`, up to the limit. Never fails: bytes that are not valid become U+FFFD, with a warning.
pub(crate) fn decode(bytes: &[u8], notes: &mut Notes) -> Decoded {
    let kept = bytes.len().min(limits::SOURCE_BYTES);
    if kept < bytes.len() {
        notes.add(Problem::TooLong, Some(Span::new(kept, bytes.len())), limits::SOURCE_BYTES.to_string());
    }
    let bytes = &bytes[..kept];
    let (encoding, start) = choose(bytes, notes);
    let mut out = crate::mapped::Mapped::default();
    let bad = if encoding == UTF_8 {
        utf8(&bytes[start..], start, &mut out)
    } else if encoding.is_single_byte() {
        single_byte(encoding, &bytes[start..], start, &mut out)
    } else {
        stateful(encoding, &bytes[start..], start, &mut out)
    };
    if let Some(span) = bad {
        notes.add(Problem::BadCharacters, Some(span), encoding.name());
    }
    notes.decoded();
    Decoded { text: out.text, map: out.map }
}

/// The encoding, and how many bytes its mark takes.
fn choose(bytes: &[u8], notes: &mut Notes) -> (&'static Encoding, usize) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return (encoding, length);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return (encoding, 0);
    }
    let valid = std::str::from_utf8(bytes).is_ok();
    match declared(bytes) {
        Some((label, Some(encoding))) => {
            // A declaration of UTF-16 inside ASCII markup cannot be true; browsers read UTF-8 then.
            let encoding = if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding };
            if encoding == UTF_8 && !valid {
                return (guessed(bytes, Some(&label), notes), 0);
            }
            // Text beyond ASCII is valid UTF-8 by chance almost never: a page moved to UTF-8 often keeps its old declaration.
            if encoding != UTF_8 && valid && !bytes.is_ascii() && encoding.is_single_byte() {
                notes.add(Problem::Charset, None, UTF_8.name());
                return (UTF_8, 0);
            }
            (encoding, 0)
        }
        Some((label, None)) => (if valid { unknown(&label, UTF_8, notes) } else { guessed(bytes, Some(&label), notes) }, 0),
        None if valid => (UTF_8, 0),
        None => (guessed(bytes, None, notes), 0),
    }
}

fn unknown(_label: &str, used: &'static Encoding, notes: &mut Notes) -> &'static Encoding {
    notes.add(Problem::Charset, None, used.name());
    used
}

/// A guess from the bytes; a warning where it contradicts a declaration. Mostly valid UTF-8 stays UTF-8: a few bad bytes in a long
/// text are damage, not another charset.
fn guessed(bytes: &[u8], declared: Option<&str>, notes: &mut Notes) -> &'static Encoding {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    if good > 4 * bad {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    if declared.is_some() {
        notes.add(Problem::Charset, None, encoding.name());
    }
    encoding
}

/// UTF-16 without a mark: text of Latin letters has a zero in nearly every second byte.
pub(crate) fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(1024) & !1];
    if head.len() < 4 {
        return None;
    }
    let pairs = head.len() / 2;
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match () {
        () if odd * 10 > pairs * 7 && even == 0 => Some(UTF_16LE),
        () if even * 10 > pairs * 7 && odd == 0 => Some(UTF_16BE),
        () => None,
    }
}

/// The charset that the beginning of the bytes declares: its label, and the encoding where the label is known.
fn declared(bytes: &[u8]) -> Option<(String, Option<&'static Encoding>)> {
    let head = &bytes[..bytes.len().min(limits::HEAD_BYTES)];
    // A declaration counts only in markup: plain text may speak of charsets.
    if head.iter().find(|byte| !byte.is_ascii_whitespace()) != Some(&b'<') {
        return None;
    }
    let head: String =
        head.iter().map(|byte| if byte.is_ascii() { char::from(byte.to_ascii_lowercase()) } else { '?' }).collect();
    let label = if let Some(xml) = head.trim_start().strip_prefix("<?xml")
        && let Some(at) = xml.find("encoding").filter(|at| xml.find("?>").is_none_or(|end| *at < end))
    {
        value(&xml[at + "encoding".len()..])
    } else {
        let mut rest = head.as_str();
        let mut found = None;
        while let Some(at) = rest.find("<meta") {
            rest = &rest[at + 5..];
            let tag = &rest[..rest.find('>').unwrap_or(rest.len())];
            if let Some(at) = tag.find("charset") {
                found = value(&tag[at + "charset".len()..]);
                break;
            }
        }
        found
    }?;
    let encoding = Encoding::for_label(label.as_bytes());
    Some((label, encoding))
}

/// The word after `=` and an optional quotation mark.
fn value(after: &str) -> Option<String> {
    let rest = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(rest.len());
    (end > 0).then(|| rest[..end].to_owned())
}

fn utf8(bytes: &[u8], start: usize, out: &mut crate::mapped::Mapped) -> Option<Span> {
    let mut at = start;
    let mut bad = None;
    for chunk in bytes.utf8_chunks() {
        out.push_verbatim(chunk.valid(), at);
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            let span = Span::new(at, at + chunk.invalid().len());
            out.push_whole("\u{FFFD}", span);
            bad = bad.or(Some(span));
            at = span.end();
        }
    }
    bad
}

fn single_byte(encoding: &'static Encoding, bytes: &[u8], start: usize, out: &mut crate::mapped::Mapped) -> Option<Span> {
    let table: Vec<String> = (0..=255u8)
        .map(|byte| {
            let bytes = [byte];
            encoding.decode_without_bom_handling(&bytes).0.into_owned()
        })
        .collect();
    let mut bad = None;
    for (at, byte) in bytes.iter().enumerate() {
        let words = &table[usize::from(*byte)];
        let span = Span::new(start + at, start + at + 1);
        if byte.is_ascii() {
            out.push_verbatim(words, span.start());
        } else {
            out.push_whole(words, span);
            if words == "\u{FFFD}" {
                bad = bad.or(Some(span));
            }
        }
    }
    bad
}

/// Byte by byte through the decoder: what comes out was made from the bytes since something last came out.
fn stateful(encoding: &'static Encoding, bytes: &[u8], start: usize, out: &mut crate::mapped::Mapped) -> Option<Span> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let (mut since, mut bad) = (0, None);
    let mut room = [0u8; 64];
    for at in 0..=bytes.len() {
        let last = at == bytes.len();
        let input = if last { &[][..] } else { &bytes[at..=at] };
        let (_, _, written, errors) = decoder.decode_to_utf8(input, &mut room, last);
        if written == 0 {
            continue;
        }
        let end = if last { at } else { at + 1 };
        let span = Span::new(start + since, start + end);
        out.push_whole(&String::from_utf8_lossy(&room[..written]), span);
        if errors {
            bad = bad.or(Some(span));
        }
        since = end;
    }
    bad
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, ByteMap, Vec<Problem>) {
        let mut notes = Notes::default();
        let made = decode(bytes, &mut notes);
        assert_eq!(made.map.length(), made.text.len());
        (made.text, made.map, notes.all.iter().map(|warning| warning.what).collect())
    }

    #[test]
    fn a_byte_order_mark_is_dropped_and_the_map_starts_after_it() {
        let (text, map, warnings) = decoded(b"\xEF\xBB\xBFA\xC3\xB1o");
        assert_eq!((text.as_str(), warnings.len()), ("Año", 0));
        assert_eq!(map.source_of(Span::new(0, 1)), Some(Span::new(3, 4)));
    }

    #[test]
    fn legacy_charsets_map_each_character_to_its_byte() {
        let (text, map, warnings) =
            decoded(b"<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>A\xF1o \x93s\xED\x94");
        assert!(text.ends_with("Año “sí”"), "{text}");
        assert!(warnings.is_empty());
        let at = text.find('ñ').expect("it is there");
        let span = map.source_of(Span::new(at, at + 2)).expect("it maps");
        assert_eq!(span.len(), 1);
    }

    #[test]
    fn undeclared_latin_1_is_guessed() {
        let (text, _, _) = decoded(
            "El señor Peña fue detenido en Asunción y después liberado.".chars().map(|c| c as u8).collect::<Vec<_>>().as_slice(),
        );
        assert_eq!(text, "El señor Peña fue detenido en Asunción y después liberado.");
    }

    #[test]
    fn utf_16_is_read_with_and_without_its_mark() {
        let little: Vec<u8> = "Año uno".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decoded(&little).0, "Año uno");
        let marked: Vec<u8> = [0xFE, 0xFF].into_iter().chain("Año uno".encode_utf16().flat_map(u16::to_be_bytes)).collect();
        let (text, map, _) = decoded(&marked);
        assert_eq!(text, "Año uno");
        assert_eq!(map.source_of(Span::new(0, 1)), Some(Span::new(2, 4)));
    }

    #[test]
    fn bad_bytes_in_utf_8_are_marked_and_the_rest_stays() {
        let (text, _, warnings) = decoded(
            "¿Dónde está la señora Muñoz?"
                .replace('M', "\u{1}")
                .as_bytes()
                .iter()
                .map(|b| if *b == 1 { 0xFF } else { *b })
                .collect::<Vec<_>>()
                .as_slice(),
        );
        assert_eq!(text, "¿Dónde está la señora \u{FFFD}uñoz?");
        assert_eq!(warnings, [Problem::BadCharacters]);
    }

    #[test]
    fn a_declaration_against_the_bytes_is_told() {
        let (text, _, warnings) = decoded("<meta charset=iso-8859-1>Año".as_bytes());
        assert!(text.ends_with("Año"));
        assert_eq!(warnings, [Problem::Charset]);
        let (text, _, warnings) = decoded(b"<meta charset=utf-8>El a\xF1o pasado fue detenido en Asunci\xF3n");
        assert!(text.ends_with("El año pasado fue detenido en Asunción"), "{text}");
        assert_eq!(warnings, [Problem::Charset]);
    }

    #[test]
    fn two_byte_charsets_map_each_character_to_its_bytes() {
        let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode("<meta charset=shift_jis>日本 a");
        let (text, map, _) = decoded(&bytes);
        assert!(text.ends_with("日本 a"));
        let at = text.find('本').expect("it is there");
        assert_eq!(map.source_of(Span::new(at, at + 3)).map(Span::len), Some(2));
    }
}
