//! Reads RSS 2.0, RSS 1.0 and Atom: each entry a text, its content read as a page's fragment, mapped through the XML's escapes.
//!
//! No entity that the document defines is ever expanded: a reference to one stays as it is written.

use crate::{Notes, Piece, dates, html, limits, mapped::Mapped};
use paradero_model::{About, Lang, Problem, Span};
use quick_xml::{Reader, events::Event};

/// Every entry of a feed.
pub(crate) fn read(text: &str, notes: &mut Notes) -> Vec<Piece> {
    let mut parser =
        Parser { text, stack: Vec::new(), beyond: 0, feed: Facts::default(), entry: None, field: None, entries: Vec::new() };
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    loop {
        let from = usize::try_from(reader.buffer_position()).unwrap_or(text.len()).min(text.len());
        let event = reader.read_event();
        let to = usize::try_from(reader.buffer_position()).unwrap_or(text.len()).clamp(from, text.len());
        let span = Span::new(from, to);
        match event {
            Ok(Event::Eof) => break,
            Ok(Event::Start(tag)) => {
                let (name, link) = (local(tag.name().as_ref()), href(&tag));
                parser.start(&name, tag.name().as_ref().contains(':'), link, span, notes);
            }
            Ok(Event::Empty(tag)) => {
                let (name, link) = (local(tag.name().as_ref()), href(&tag));
                parser.start(&name, tag.name().as_ref().contains(':'), link, span, notes);
                parser.end(None);
            }
            Ok(Event::End(_)) => parser.end(Some(span)),
            Ok(Event::Text(_)) => parser.words(span),
            Ok(Event::CData(_)) => {
                let inside = span.of(text).and_then(|words| words.strip_prefix("<![CDATA[")?.strip_suffix("]]>"));
                if let Some(inside) = inside {
                    parser.verbatim(inside, from + "<![CDATA[".len());
                }
            }
            Ok(Event::GeneralRef(_)) => parser.reference(span),
            Ok(_) => {}
            Err(_) => {
                notes.add(Problem::BrokenMarkup, Some(Span::new(to.min(text.len()), text.len())), "XML");
                break;
            }
        }
        if parser.entries.len() >= limits::ENTRIES {
            notes.add(Problem::TooLong, Some(Span::new(to, text.len())), limits::ENTRIES.to_string());
            break;
        }
    }
    parser.finish();
    let feed = parser.feed;
    let mut pieces = Vec::new();
    for (number, entry) in parser.entries.into_iter().enumerate() {
        match piece(entry, &feed, notes) {
            Some(piece) => pieces.push(piece),
            None => notes.add(Problem::BadEntry, None, (number + 1).to_string()),
        }
    }
    pieces
}

/// What an entry or the feed says.
#[derive(Default)]
struct Facts {
    title: Mapped,
    /// The candidates for the words, worst first: summary or description, then content.
    bodies: [Mapped; 2],
    link: String,
    date: String,
    updated: String,
    author: String,
    source: String,
    lang: String,
}

/// Which field the characters belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Title,
    Summary,
    Content,
    Link,
    Date,
    Updated,
    Author,
    Source,
    Lang,
}

struct Parser<'a> {
    text: &'a str,
    /// Open elements by local name.
    stack: Vec<String>,
    beyond: usize,
    feed: Facts,
    entry: Option<(Facts, usize)>,
    /// The field being read and the depth at which it began.
    field: Option<(Field, usize)>,
    entries: Vec<Facts>,
}

fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or_default().to_ascii_lowercase()
}

/// `href` of a link that is not to the feed itself, and no more than a few attributes are looked at.
fn href(tag: &quick_xml::events::BytesStart<'_>) -> Option<String> {
    let mut address = None;
    for attribute in tag.attributes().with_checks(false).take(16).flatten() {
        let value = attribute.value.replace("&amp;", "&");
        match attribute.key.as_ref() {
            "rel" if value != "alternate" => return None,
            "href" => address = Some(value),
            _ => {}
        }
    }
    address
}

impl Parser<'_> {
    fn facts(&mut self) -> &mut Facts {
        self.entry.as_mut().map_or(&mut self.feed, |(facts, _)| facts)
    }

    fn start(&mut self, name: &str, prefixed: bool, link: Option<String>, span: Span, notes: &mut Notes) {
        if self.stack.len() >= limits::DEPTH {
            if self.beyond == 0 {
                notes.add(Problem::TooDeep, Some(span), limits::DEPTH.to_string());
            }
            self.beyond += 1;
            return;
        }
        self.stack.push(name.to_owned());
        if let Some((field, _)) = self.field {
            // XHTML inside an entry: its markup is part of the fragment.
            if matches!(field, Field::Summary | Field::Content | Field::Title) {
                self.words(span);
            }
            return;
        }
        let depth = self.stack.len();
        if matches!(name, "item" | "entry") && !prefixed {
            self.finish();
            self.entry = Some((Facts::default(), depth));
            return;
        }
        let inner = self.entry.as_ref().map_or(3, |(_, entry)| entry + 1);
        let field = match name {
            "title" if !prefixed => Field::Title,
            "encoded" | "content" if self.entry.is_some() => Field::Content,
            "description" | "summary" if !prefixed => Field::Summary,
            "link" if !prefixed => {
                if let Some(link) = link {
                    let facts = self.facts();
                    if facts.link.is_empty() {
                        facts.link = link;
                    }
                }
                Field::Link
            }
            "pubdate" | "published" | "date" | "issued" => Field::Date,
            "updated" | "modified" => Field::Updated,
            "creator" => Field::Author,
            "name" if self.stack.iter().rev().nth(1).is_some_and(|around| around == "author") => Field::Author,
            "author" => Field::Author,
            "source" => Field::Source,
            "language" => Field::Lang,
            _ => return,
        };
        if depth <= inner + 1 {
            self.field = Some((field, depth));
        }
    }

    fn end(&mut self, tag: Option<Span>) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let depth = self.stack.len();
        self.stack.pop();
        if let Some((field, began)) = self.field {
            if depth <= began {
                self.field = None;
            } else if let Some(tag) = tag
                && matches!(field, Field::Summary | Field::Content | Field::Title)
            {
                self.words(tag);
            }
            return;
        }
        if self.entry.as_ref().is_some_and(|(_, began)| depth <= *began) {
            self.finish();
        }
    }

    fn finish(&mut self) {
        if let Some((facts, _)) = self.entry.take() {
            self.entries.push(facts);
        }
        self.field = None;
    }

    fn words(&mut self, span: Span) {
        if let Some(words) = span.of(self.text) {
            self.verbatim(words, span.start());
        }
    }

    fn verbatim(&mut self, words: &str, start: usize) {
        let Some((field, _)) = self.field else { return };
        // Of an author only the name counts, not the addresses beside it.
        if field == Field::Author && self.stack.last().is_some_and(|name| matches!(name.as_str(), "email" | "uri")) {
            return;
        }
        if let Some(mapped) = self.mapped(field) {
            mapped.push_verbatim(words, start);
        } else {
            self.plain(field, words);
        }
    }

    /// A reference: one of the five of XML or a number is decoded; any other is left as it is written, for the fragment's reader.
    fn reference(&mut self, span: Span) {
        let Some(words) = span.of(self.text) else { return };
        let known = matches!(words, "&amp;" | "&lt;" | "&gt;" | "&quot;" | "&apos;") || words.starts_with("&#");
        let decoded = if known { html::reference(words) } else { None };
        self.push(decoded.as_deref().unwrap_or(words), span, decoded.is_some());
    }

    fn push(&mut self, words: &str, span: Span, whole: bool) {
        let Some((field, _)) = self.field else { return };
        if let Some(mapped) = self.mapped(field) {
            if whole { mapped.push_whole(words, span) } else { mapped.push_verbatim(words, span.start()) }
        } else {
            self.plain(field, words);
        }
    }

    fn mapped(&mut self, field: Field) -> Option<&mut Mapped> {
        let facts = self.facts();
        match field {
            Field::Title => Some(&mut facts.title),
            Field::Summary => Some(&mut facts.bodies[0]),
            Field::Content => Some(&mut facts.bodies[1]),
            _ => None,
        }
    }

    fn plain(&mut self, field: Field, words: &str) {
        let facts = self.facts();
        let slot = match field {
            Field::Link => &mut facts.link,
            Field::Date => &mut facts.date,
            Field::Updated => &mut facts.updated,
            Field::Author => &mut facts.author,
            Field::Source => &mut facts.source,
            Field::Lang => &mut facts.lang,
            Field::Title | Field::Summary | Field::Content => return,
        };
        if slot.len() < 2000 {
            slot.push_str(words);
        }
    }
}

/// The text of an entry: its title, an empty line, its content.
fn piece(entry: Facts, feed: &Facts, notes: &mut Notes) -> Option<Piece> {
    let mut quiet = Notes::default();
    let title = html::fragment(&entry.title.text, &mut quiet).through(&entry.title.map);
    let [summary, content] = &entry.bodies;
    let best = if content.text.trim().len() >= summary.text.trim().len() { content } else { summary };
    let mut inner = Notes::default();
    let body = html::fragment(&best.text, &mut inner).through(&best.map);
    for warning in inner.in_source(&best.map) {
        notes.add(warning.what, warning.span, warning.detail);
    }
    let name = Some(title.text.clone()).filter(|title| !title.is_empty());
    let mut out = Mapped::default();
    out.append(&title);
    if !title.text.is_empty() && !body.text.is_empty() {
        let at = body.map.pieces().first().map_or(0, |piece| piece.source.start());
        out.push_whole("\n\n", Span::new(at, at));
    }
    out.append(&body);
    if out.text.trim().is_empty() {
        return None;
    }
    let clean = |value: &str| Some(value.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|value| !value.is_empty());
    let outlet = html::fragment(&feed.title.text, &mut quiet).text;
    let about = About {
        report: None,
        title: name,
        publisher: clean(&entry.source).or_else(|| clean(&outlet)),
        author: author(&entry.author).or_else(|| author(&feed.author)),
        published: dates::day_of_stamp(&entry.date).or_else(|| dates::day_of_stamp(&entry.updated)),
        url: clean(&entry.link),
        lang: Lang::of_tag(&entry.lang).or_else(|| Lang::of_tag(&feed.lang)),
    };
    Some(Piece { reader: "feed/1", body: out, about })
}

/// The name of `ana@faro.example (Ana Ruiz)`, as RSS writes authors; any other words as they are.
fn author(words: &str) -> Option<String> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = words
        .split_once(" (")
        .filter(|(address, _)| address.contains('@'))
        .map(|(_, name)| name.trim_end_matches(')').to_owned());
    name.or(Some(words)).filter(|name| !name.is_empty() && !name.contains('@'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use paradero_model::Edtf;

    fn all(text: &str) -> (Vec<Piece>, Notes) {
        let mut notes = Notes::default();
        let pieces = read(text, &mut notes);
        (pieces, notes)
    }

    #[test]
    fn an_rss_item_is_a_text_mapped_through_escapes_and_cdata() {
        let feed = "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"c\"><channel><title>El Faro Azul</title><language>es-VE</language>\
            <item><title>Liberan a Ana &amp; Luis</title><link>https://faro.example/1</link><pubDate>Sat, 15 Mar 2025 06:12:44 -0400</pubDate>\
            <description>Corto.</description><content:encoded><![CDATA[<p>Ana Su&aacute;rez fue liberada.</p><p>Luis no.</p>]]></content:encoded></item>\
            <item><title>Dos</title><description>&lt;p&gt;Fue detenida en Upata, dijo su t&amp;iacute;a.&lt;/p&gt;</description></item></channel></rss>";
        let (pieces, notes) = all(feed);
        assert!(notes.all.is_empty(), "{:?}", notes.all);
        assert_eq!(pieces[0].body.text, "Liberan a Ana & Luis\n\nAna Suárez fue liberada.\n\nLuis no.");
        assert_eq!(pieces[0].about.published.as_ref().map(Edtf::as_str), Some("2025-03-15"));
        assert_eq!(pieces[0].about.publisher.as_deref(), Some("El Faro Azul"));
        assert_eq!(pieces[0].about.url.as_deref(), Some("https://faro.example/1"));
        assert_eq!(pieces[0].about.lang, Some(Lang::Es));
        assert_eq!(pieces[1].body.text, "Dos\n\nFue detenida en Upata, dijo su tía.");
        let at = pieces[1].body.text.find('í').expect("it is there");
        let span = pieces[1].body.map.source_of(Span::new(at, at + 2)).expect("it maps");
        assert_eq!(&feed[span.range()], "&amp;iacute;");
    }

    #[test]
    fn an_atom_entry_with_xhtml_is_read() {
        let feed = "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title>Harbor</title><entry><title type='html'>One &lt;b&gt;two&lt;/b&gt;</title>\
            <link rel='self' href='no'/><link href='https://h.example/1'/><published>2025-10-30T15:00:00Z</published><author><name>Ana Ruiz</name><email>ana@h.example</email></author>\
            <content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>First.</p><p>Second <i>part</i>.</p></div></content></entry></feed>";
        let (pieces, _) = all(feed);
        assert_eq!(pieces[0].body.text, "One two\n\nFirst.\n\nSecond part.");
        assert_eq!(pieces[0].about.author.as_deref(), Some("Ana Ruiz"));
        assert_eq!(pieces[0].about.url.as_deref(), Some("https://h.example/1"));
    }

    #[test]
    fn entities_that_a_document_defines_are_never_expanded() {
        let bomb = "<!DOCTYPE rss [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss><channel><item><title>T</title>\
            <description>one &b; two</description></item></channel></rss>";
        let (pieces, _) = all(bomb);
        assert_eq!(pieces[0].body.text, "T\n\none &b; two");
    }
}
