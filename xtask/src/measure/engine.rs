//! What the engine reads from raw text, as CoNLL-U: what `analyse` builds on, before clauses and names are made of it.

use paradero_grammar::{conllu, read};
use paradero_model::{About, ByteMap, Lang, SourceId, Text};

/// A text of a language, without anything known about it.
pub fn text(raw: &str, lang: Lang) -> Text {
    let about = About { lang: Some(lang), ..About::default() };
    Text::new(SourceId::of(raw.as_bytes()), 0, "measure/1", raw.to_owned(), ByteMap::verbatim(0, raw.len()), about)
}

/// What is read from raw text, as CoNLL-U, names in the last column.
pub fn conllu(raw: &str, lang: Lang) -> String {
    conllu::write(raw, &read(raw, lang))
}
