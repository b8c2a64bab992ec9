//! Sentences and words, with parts of speech, lemmas and forms.
//!
//! `split` cuts words, `sentences` groups them, `tag` chooses one reading of each word among those that the lexicons
//! (`english`, `spanish`) offer, by its neighbours.

mod abbreviations;
pub(crate) mod enclitics;
mod english;
mod english_verbs;
pub(crate) mod lexicon;
mod nouns;
mod sentences;
mod spanish;
mod spanish_verbs;
mod split;
mod tag;

use crate::Analysis;
use paradero_model::Lang;

/// An analysis with its sentences and words; everything else empty.
pub(crate) fn read(body: &str, lang: Lang) -> Analysis {
    let spans = split::words(body, lang);
    let sentences = sentences::group(body, &spans, lang);
    let words = tag::words(body, &spans, &sentences, lang);
    Analysis {
        lang,
        sentences,
        words,
        names: Vec::new(),
        phrases: Vec::new(),
        clauses: Vec::new(),
        dates: Vec::new(),
        numbers: Vec::new(),
        quotations: Vec::new(),
        chains: Vec::new(),
    }
}
