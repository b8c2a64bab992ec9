//! Tells what the bytes are. The bytes decide; a file's name only settles what they leave open.

use crate::limits;

/// The formats that have a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Plain,
    Html,
    Feed,
    Reports,
}

/// Beginnings of files that hold no text for us, with what to call them.
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"\x89PNG", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"RIFF", "RIFF"),
    (b"OggS", "Ogg"),
    (b"ID3", "MP3"),
    (b"\x7FELF", "ELF"),
    (b"\x1F\x8B", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xFD7zXZ", "xz"),
    (b"7z\xBC\xAF", "7z"),
    (b"\x28\xB5\x2F\xFD", "zstd"),
    (b"Rar!", "RAR"),
    (b"\xD0\xCF\x11\xE0", "Microsoft Office"),
    (b"{\\rtf", "RTF"),
    (b"%!PS", "PostScript"),
    (b"SQLite format 3\0", "SQLite"),
    (b"\0asm", "WebAssembly"),
];

/// What the bytes are where they are no text that this version can read; `None` where they may be text.
pub(crate) fn binary(bytes: &[u8]) -> Option<&'static str> {
    let text_marks: &[&[u8]] = &[b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF"];
    if text_marks.iter().any(|mark| bytes.starts_with(mark)) {
        return None;
    }
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(what);
    }
    let head = &bytes[..bytes.len().min(limits::HEAD_BYTES)];
    if head.contains(&0) && crate::charset::utf16_without_mark(bytes).is_none() {
        return Some("NUL");
    }
    // Text has line ends, tabs and page breaks; other control characters in number are a program or data.
    let control = head.iter().filter(|byte| matches!(byte, 1..=8 | 14..=26 | 28..=31 | 127)).count();
    (control * 20 > head.len() && !head.contains(&0)).then_some("control characters")
}

/// The format of decoded text.
pub(crate) fn format(text: &str, name: Option<&str>) -> Format {
    let start = text.trim_start();
    let ending = name.and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending.to_ascii_lowercase());
    let ending = ending.as_deref().unwrap_or_default();
    if start.starts_with(['{', '[']) && (crate::reports::looks_so(text) || matches!(ending, "jsonl" | "ndjson" | "json")) {
        return Format::Reports;
    }
    let head = limits::prefix(start, limits::HEAD_BYTES).to_ascii_lowercase();
    if start.starts_with('<') {
        match first_element(&head) {
            Some("rss" | "feed" | "rdf:rdf" | "channel") => return Format::Feed,
            Some(name) if is_html(name) => return Format::Html,
            _ if head.starts_with("<?xml") || head.starts_with("<!doctype") || head.starts_with("<!--") => return Format::Html,
            _ => {}
        }
    }
    let page = ["<!doctype html", "<html", "<body", "</p>", "</div>"].iter().any(|mark| head.contains(mark));
    if page && start.starts_with('<') || matches!(ending, "html" | "htm" | "xhtml" | "shtml") && head.contains('<') {
        return Format::Html;
    }
    Format::Plain
}

/// The name of the first element, past comments, declarations and instructions. `head` is in lower case.
fn first_element(head: &str) -> Option<&str> {
    let mut rest = head;
    loop {
        rest = &rest[rest.find('<')? + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = &comment[comment.find("-->")? + 3..];
        } else if rest.starts_with(['!', '?']) {
            rest = &rest[rest.find('>')? + 1..];
        } else {
            let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, ':' | '-' | '_'))).unwrap_or(rest.len());
            return Some(&rest[..end]);
        }
    }
}

fn is_html(name: &str) -> bool {
    matches!(
        name,
        "html"
            | "head"
            | "body"
            | "meta"
            | "title"
            | "link"
            | "script"
            | "style"
            | "base"
            | "div"
            | "p"
            | "article"
            | "main"
            | "section"
            | "header"
            | "nav"
            | "h1"
            | "h2"
            | "h3"
            | "table"
            | "ul"
            | "ol"
            | "span"
            | "a"
            | "b"
            | "strong"
            | "em"
            | "i"
            | "center"
            | "font"
            | "br"
            | "img"
            | "blockquote"
            | "pre"
            | "figure"
            | "form"
            | "frameset"
            | "dl"
            | "hr"
            | "li"
            | "tr"
            | "td"
            | "dt"
            | "h4"
            | "aside"
            | "footer"
            | "small"
            | "u"
            | "time"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_decide_and_names_only_settle() {
        assert_eq!(format("<?xml version='1.0'?><!-- a --><rss version='2.0'>", Some("page.html")), Format::Feed);
        assert_eq!(format("<!DOCTYPE html><title>x</title>", Some("x.txt")), Format::Html);
        assert_eq!(format("Hello <b>there</b>", None), Format::Plain);
        assert_eq!(format("Hello <b>there</b>", Some("x.html")), Format::Html);
        assert_eq!(format("{\"text\":\"x\"}", None), Format::Reports);
        assert_eq!(format("{not json} at all", None), Format::Plain);
        assert_eq!(format("<3 is a heart", None), Format::Plain);
    }

    #[test]
    fn files_that_hold_no_text_are_told_by_their_beginning() {
        assert_eq!(binary(b"%PDF-1.7\n"), Some("PDF"));
        assert_eq!(binary(b"abc\0def"), Some("NUL"));
        assert_eq!(binary("caf\u{e9}".as_bytes()), None);
    }
}
