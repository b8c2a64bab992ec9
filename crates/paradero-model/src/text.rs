//! What a person reads in a source, with a map back to the bytes.

use crate::{ByteMap, Canon, Edtf, SourceId, Span, canon::id};
use serde::{Deserialize, Serialize};

id! {
    /// Names a text: its source, the reader that made it, its place among the source's texts, and its words.
    TextId
}

/// The words a person reads in a source, and a map from each of them back to the source's bytes.
///
/// A source may hold several texts (a feed, a file of reports). The body is never changed after reading: anchors point into it.
/// Invariant: the map covers exactly the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    id: TextId,
    source: SourceId,
    entry: u32,
    reader: String,
    body: String,
    map: ByteMap,
    /// What the source says about the text.
    pub about: About,
}

impl Text {
    /// A text read from `source` by `reader` (`html/1`: the reader's name and version), the `entry`-th of that source from 0.
    ///
    /// # Panics
    /// Where the map does not cover the body: a fault of the reader, never of the input.
    #[must_use]
    pub fn new(source: SourceId, entry: u32, reader: &str, body: String, map: ByteMap, about: About) -> Self {
        assert_eq!(map.length(), body.len(), "the map must cover the body");
        let id = Canon::new("paradero/text/v1").part(&source.0.0).number(u64::from(entry)).text(reader).text(&body).finish();
        Self { id: TextId(id), source, entry, reader: reader.to_owned(), body, map, about }
    }

    /// The text's id.
    #[must_use]
    pub fn id(&self) -> TextId {
        self.id
    }

    /// The source it was read from.
    #[must_use]
    pub fn source(&self) -> SourceId {
        self.source
    }

    /// Its place among the texts of its source, from 0.
    #[must_use]
    pub fn entry(&self) -> u32 {
        self.entry
    }

    /// Which reader made it, with its version.
    #[must_use]
    pub fn reader(&self) -> &str {
        &self.reader
    }

    /// The words.
    #[must_use]
    pub fn body(&self) -> &str {
        &self.body
    }

    /// The map back to the source.
    #[must_use]
    pub fn map(&self) -> &ByteMap {
        &self.map
    }

    /// A span in Unicode code points, as JSONL and W3C Web Annotation count. `None` where the span does not fit the body.
    #[must_use]
    pub fn chars(&self, span: Span) -> Option<(usize, usize)> {
        let start = self.body.get(..span.start())?.chars().count();
        Some((start, start + span.of(&self.body)?.chars().count()))
    }
}

/// What a source says about a text, or what was told from it. Every field may be unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The id a file of reports gives it; else the name of its file, to cite it by.
    pub report: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Who published it: the outlet's name.
    pub publisher: Option<String>,
    /// Who wrote it: the byline.
    pub author: Option<String>,
    /// The day (or month, or year) of publication. What "on Friday" counts from.
    pub published: Option<Edtf>,
    /// The canonical address.
    pub url: Option<String>,
    /// The language it is in.
    pub lang: Option<Lang>,
}

/// A language that Paradero reads and speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English
    En,
    /// Spanish
    Es,
}

impl Lang {
    /// Both, in the order of this type.
    pub const ALL: [Self; 2] = [Self::En, Self::Es];

    /// `en` or `es`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// The language of a tag or locale: `es`, `es-VE`, `en_US.UTF-8`.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let first = tag.trim().split(['-', '_', '.']).next()?.to_ascii_lowercase();
        match first.as_str() {
            "en" | "eng" => Some(Self::En),
            "es" | "spa" => Some(Self::Es),
            _ => None,
        }
    }
}
