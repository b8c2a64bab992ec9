//! Reads an invented text for the tests beside.

use paradero_lang::{Analysis, analyse};
use paradero_model::{About, ByteMap, Lang, SourceId, Span, Text};

/// The body and what was found in it.
pub struct Reading {
    /// The words.
    pub body: String,
    /// What analysis finds.
    pub found: Analysis,
}

impl Reading {
    /// Reads `body` as a text in `lang`.
    pub fn of(lang: Lang, body: &str) -> Self {
        let map = ByteMap::verbatim(0, body.len());
        let text = Text::new(
            SourceId::of(body.as_bytes()),
            0,
            "test/1",
            body.to_owned(),
            map,
            About { lang: Some(lang), ..About::default() },
        );
        Self { body: body.to_owned(), found: analyse(&text) }
    }

    /// The words at `span`.
    #[must_use]
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.body).expect("spans fit the body")
    }
}
