//! What holds for every input: no panic, a map of exactly the body, places inside the source, the same answer twice, and source
//! bytes that are the text's bytes wherever the map says so.

#![expect(clippy::disallowed_methods, reason = "tests read their pages from disk and measure time; the library does neither")]

use paradero_model::{Span, Text};
use paradero_read::read;
use proptest::prelude::*;

/// Reads twice and checks every promise that needs no knowledge of the input.
fn hold(bytes: &[u8], name: Option<&str>) -> Result<Vec<Text>, TestCaseError> {
    let made = read(bytes, name);
    prop_assert_eq!(&made, &read(bytes, name), "the same bytes give the same answer");
    for warning in &made.warnings {
        prop_assert!(warning.span.is_none_or(|span| span.end() <= bytes.len()), "{:?}", warning);
    }
    for text in &made.value {
        let (body, map) = (text.body(), text.map());
        prop_assert_eq!(map.length(), body.len());
        let mut end = 0;
        for piece in map.pieces() {
            prop_assert_eq!(piece.text.start(), end, "no gap");
            end = piece.text.end();
            prop_assert!(piece.source.end() <= bytes.len(), "{:?} of {}", piece, bytes.len());
            prop_assert!(piece.text.of(body).is_some(), "a piece cuts no character");
            if piece.verbatim {
                prop_assert_eq!(body.as_bytes().get(piece.text.range()), bytes.get(piece.source.range()));
            }
        }
        for (at, c) in body.char_indices() {
            prop_assert!(map.source_of(Span::new(at, at + c.len_utf8())).is_some(), "every character has a place");
        }
    }
    Ok(made.value)
}

/// Pieces of markup, of data and of words, to be put together at random.
fn part() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zñáé ]{1,20}[.,]? ",
        "<(p|div|article|main|ul|li|table|tr|td|a href=x|b|h1|h2|br|script|title|nav|aside|pre|time|svg|head|body|form)( class=\"(ad|entry|related|lea-tambien)\")?( hidden)?>",
        "</(p|div|article|main|ul|li|table|tr|td|a|b|h1|h2|br|script|title|nav|aside|pre|time|svg|head|body|form)>",
        "&(amp|eacute|nbsp|#233|#x1F600|#0|lt|shy|nosuch|eacute|);?",
        "<!--[a-z <>-]{0,6}-->|<!\\[CDATA\\[[a-z<>&]{0,6}\\]\\]>|<\\?[a-z]{0,4}\\?>|<!doctype html>",
        "<(rss|channel|item|entry|feed|title|description|content:encoded|link|pubDate)( a='b')?/?>",
        "</(rss|channel|item|entry|feed|title|description|content:encoded|link|pubDate)>",
        "[\\r\\n\\t ]{1,3}",
        "\\{\"text\":\"[a-z\\\\n ]{0,9}\",\"media\":\"text/html\"\\}\n",
        "<meta (charset|property=\"og:title\" content)=\"?[a-z0-9-]{0,9}\"?>",
    ]
}

fn pages() -> impl Strategy<Value = Vec<u8>> {
    let root = prop_oneof![
        Just(""),
        Just("<html>"),
        Just("<rss><channel>"),
        Just("<feed>"),
        Just("{\"text\":\"a\"}\n"),
        Just("<?xml version='1.0'?>")
    ];
    (root, prop::collection::vec(part(), 0..40)).prop_map(|(root, parts)| (root.to_owned() + &parts.concat()).into_bytes())
}

/// One fixture of every format.
fn fixtures() -> Vec<Vec<u8>> {
    let mut all: Vec<Vec<u8>> = Vec::new();
    if let Ok(folder) = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages")) {
        let mut paths: Vec<_> = folder.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        all.extend(paths.iter().filter_map(|path| std::fs::read(path).ok()));
    }
    all.push(b"<rss><channel><title>F</title><item><title>A &amp; b</title><description><![CDATA[<p>Uno.</p>]]></description></item></channel></rss>".to_vec());
    all.push(
        "{\"id\":\"a\",\"media\":\"text/html\",\"text\":\"<p>\\u00c9l fue detenido.</p>\"}\n{\"text\":\"dos\"}\n"
            .as_bytes()
            .to_vec(),
    );
    all.push("Texto llano.\r\n\r\nOtra línea.\n".encode_utf16().flat_map(u16::to_le_bytes).collect());
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_keep_every_promise(bytes in prop::collection::vec(any::<u8>(), 0..400), name in prop::option::of("[a-z]{1,4}\\.(html|txt|json|xml)")) {
        hold(&bytes, name.as_deref())?;
    }

    #[test]
    fn random_pages_and_feeds_keep_every_promise(page in pages()) {
        hold(&page, None)?;
    }

    #[test]
    fn mutated_fixtures_keep_every_promise(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>(), 0..4u8), 1..12),
    ) {
        let fixtures = fixtures();
        let mut bytes = which.get(&fixtures).clone();
        for (one, other, byte, kind) in changes {
            if bytes.is_empty() {
                break;
            }
            let (one, other) = (one.index(bytes.len()), other.index(bytes.len()));
            let (from, to) = (one.min(other), one.max(other));
            match kind {
                0 => bytes[from] = byte,
                1 => { bytes.drain(from..to.min(from + 40)); }
                2 => { let again = bytes[from..to.min(from + 60)].to_vec(); bytes.splice(from..from, again); }
                _ => bytes.truncate(to),
            }
        }
        hold(&bytes, None)?;
    }

    #[test]
    fn plain_text_is_its_own_body(text in "[a-zA-Zñáé0-9 .,\\r\\n\\t&;\u{A0}\u{200B}\u{301}“”]{1,200}") {
        prop_assume!(!text.trim().is_empty());
        let texts = hold(text.as_bytes(), Some("a.txt"))?;
        prop_assert_eq!(texts[0].body(), text.as_str());
    }

    #[test]
    fn the_characters_of_a_json_string_are_the_body(text in "\\PC{1,80}") {
        prop_assume!(!text.trim().is_empty());
        let line = serde_json::json!({ "id": "a", "text": text }).to_string();
        let texts = hold(line.as_bytes(), None)?;
        prop_assert_eq!(texts[0].body(), text.as_str());
    }

    #[test]
    fn the_words_of_a_page_are_its_words(paragraphs in prop::collection::vec("([a-zñáé]{2,9} ){12,30}[a-z]{3}\\.", 3..8)) {
        let page = paragraphs.iter().map(|words| format!("<p>{words}</p>\n")).collect::<String>();
        let texts = hold(format!("<html><body><nav><a href='/'>Inicio</a></nav><div>{page}</div></body></html>").as_bytes(), None)?;
        prop_assert_eq!(texts[0].body(), paragraphs.join("\n\n"));
    }
}
