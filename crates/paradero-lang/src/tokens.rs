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
    Analysis::of(lang, sentences, words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Pos;

    fn sentences(body: &str, lang: Lang) -> Vec<String> {
        let found = read(body, lang);
        let mark = |heading: bool| if heading { "# " } else { "" };
        found
            .sentences
            .iter()
            .map(|s| format!("{}{}", mark(s.heading), s.span.of(body).unwrap_or("?").replace('\n', " ")))
            .collect()
    }

    fn lemma(body: &str, word: &str, lang: Lang) -> (Pos, String) {
        let found = read(body, lang);
        let at = found.words.iter().find(|w| w.span.of(body) == Some(word)).expect("the word is in the sentence");
        (at.pos, at.lemma.clone())
    }

    #[test]
    fn abbreviations_and_initials_end_no_sentence() {
        let body = "Rep. Ana Ruiz (D-CA) met J. G. G. in the U.S. on Nov. 3. The case No. 25-100 is open.";
        assert_eq!(sentences(body, Lang::En).len(), 2);
        let body = "La Dra. Paz, de EE. UU., vio al Sr. Ruiz a las 5.00 p.m. en el núm. 4. No dijo más.";
        assert_eq!(sentences(body, Lang::Es).len(), 2);
    }

    #[test]
    fn a_quotation_mark_after_the_stop_belongs_to_the_sentence() {
        assert_eq!(sentences("“It is done.” She left.", Lang::En), ["“It is done.”", "She left."]);
        assert_eq!(sentences("“Where is he?” Ana asked.", Lang::En).len(), 1);
    }

    #[test]
    fn wrapped_lines_go_on_and_headings_and_labels_stand_alone() {
        let wrapped = "The ministry said on Monday that the men who were taken from the camp\nRidge Hall had been moved to another place, and that their families had\nbeen told of it.";
        assert_eq!(sentences(wrapped, Lang::En).len(), 1);
        assert_eq!(sentences("Man freed\n\nHe is home.", Lang::En), ["# Man freed", "He is home."]);
        assert_eq!(sentences("FECHA: 3 de mayo\nLUGAR: Tula", Lang::Es), ["# FECHA: 3 de mayo", "# LUGAR: Tula"]);
    }

    #[test]
    fn spanish_forms_have_their_infinitive() {
        for (form, infinitive) in [
            ("detuvieron", "detener"),
            ("detiene", "detener"),
            ("huyó", "huir"),
            ("murieron", "morir"),
            ("negó", "negar"),
            ("pidieron", "pedir"),
            ("condujo", "conducir"),
            ("desapareció", "desaparecer"),
            ("expulsaron", "expulsar"),
            ("busqué", "buscar"),
            ("siguieron", "seguir"),
        ] {
            assert_eq!(lemma(&format!("Ayer {form} mucho."), form, Lang::Es), (Pos::Verb, infinitive.to_owned()));
        }
        assert_eq!(lemma("Quieren detenerlo hoy.", "detenerlo", Lang::Es).1, "detener");
        assert_eq!(lemma("La detuvieron.", "La", Lang::Es).0, Pos::Pron);
        assert_eq!(lemma("La captura fue ayer.", "captura", Lang::Es).0, Pos::Noun);
    }

    #[test]
    fn english_words_are_nouns_or_verbs_by_their_place() {
        assert_eq!(lemma("The judge orders his release.", "orders", Lang::En), (Pos::Verb, "order".to_owned()));
        assert_eq!(lemma("The judge orders his release.", "release", Lang::En).0, Pos::Noun);
        assert_eq!(lemma("They want to release him.", "release", Lang::En).0, Pos::Verb);
        assert_eq!(lemma("He’s been held.", "’s", Lang::En), (Pos::Aux, "have".to_owned()));
        assert_eq!(lemma("Ruiz’s lawyer fled.", "’s", Lang::En).0, Pos::Part);
    }
}
