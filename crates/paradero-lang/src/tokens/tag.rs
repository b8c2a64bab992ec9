//! Parts of speech, lemmas and forms.

use crate::{Form, Pos, Sentence, Word};
use paradero_model::{Lang, Span};

/// The words at `spans` with their parts of speech.
pub(super) fn words(body: &str, spans: &[Span], _sentences: &[Sentence], _lang: Lang) -> Vec<Word> {
    spans
        .iter()
        .map(|&span| {
            let text = &body[span.range()];
            let first = text.chars().next().unwrap_or(' ');
            let pos = if !text.chars().any(char::is_alphanumeric) {
                Pos::Punct
            } else if first.is_ascii_digit() {
                Pos::Num
            } else if first.is_uppercase() {
                Pos::Propn
            } else {
                Pos::X
            };
            Word { span, pos, lemma: text.to_lowercase(), form: Form::default() }
        })
        .collect()
}
