//! The dictionary form of a word: "detenidas" is "detener", "went" is "go".
//!
//! A table holds what is irregular, ambiguous or frequent. Any other word's [`Edit`] is chosen among those that fit its ending by a
//! linear model over its letters, its features and the look of the lemma that would come out, which knows the words of the
//! [`Lexicon`]: "cuelga" is "colgar" because "cuelgar" is no word. `paradero-train` learns both from treebanks.

pub mod clues;
mod edit;
mod model;

pub use edit::{Case, Edit, Shift};
pub use model::{EDITS, LEMMAS, Lemmas, TABLE, WEIGHTS, best, fitting, key};

use crate::{
    Pos,
    lexicon::{Lexicon, pack::Pack},
};
use paradero_model::Lang;
use std::sync::LazyLock;

static ENGLISH: &[u8] = include_bytes!("../../models/lemmas.en.bin");
static SPANISH: &[u8] = include_bytes!("../../models/lemmas.es.bin");

/// The lemma of `form`, a word in full ("el" of "del"), with the part of speech and the features it has in its sentence; as the
/// treebanks of `language` write lemmas. Empty only for an empty form.
///
/// # Panics
/// Never with the files of this crate: a test reads each of them.
#[must_use]
pub fn lemma(form: &str, pos: Pos, features: &str, language: Lang) -> String {
    static READ: [LazyLock<Lemmas>; 2] = [
        LazyLock::new(|| read(ENGLISH, Lang::En).expect("the embedded English lemmas are whole")),
        LazyLock::new(|| read(SPANISH, Lang::Es).expect("the embedded Spanish lemmas are whole")),
    ];
    let lemmas = match language {
        Lang::En => &READ[0],
        Lang::Es => &READ[1],
    };
    lemmas.of(form, pos, features, &Lexicon::of(language).clusters)
}

fn read(file: &'static [u8], language: Lang) -> Result<Lemmas, crate::lexicon::pack::Fault> {
    Lemmas::read(&Pack::read(file)?, language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn english_words_have_their_lemmas() {
        for (form, pos, features, wanted) in [
            ("went", Pos::Verb, "Mood=Ind|Tense=Past|VerbForm=Fin", "go"),
            ("Detained", Pos::Verb, "Tense=Past|VerbForm=Part|Voice=Pass", "detain"),
            ("families", Pos::Noun, "Number=Plur", "family"),
            ("children", Pos::Noun, "Number=Plur", "child"),
            ("deportees", Pos::Noun, "Number=Plur", "deportee"),
            ("'s", Pos::Aux, "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "be"),
            ("n't", Pos::Part, "", "not"),
            ("Caracas", Pos::Propn, "Number=Sing", "Caracas"),
            ("handcuffed", Pos::Verb, "Tense=Past|VerbForm=Part", "handcuff"),
        ] {
            assert_eq!(lemma(form, pos, features, Lang::En), wanted, "{form}");
        }
    }

    #[test]
    fn spanish_words_have_their_lemmas() {
        for (form, pos, features, wanted) in [
            ("Fueron", Pos::Aux, "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin", "ser"),
            ("detenidas", Pos::Adj, "Gender=Fem|Number=Plur|VerbForm=Part", "detenido"),
            ("trasladaron", Pos::Verb, "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin", "trasladar"),
            ("cuelga", Pos::Verb, "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "colgar"),
            ("el", Pos::Det, "Definite=Def|Gender=Masc|Number=Sing|PronType=Art", "el"),
            ("las", Pos::Det, "Definite=Def|Gender=Fem|Number=Plur|PronType=Art", "el"),
            ("las", Pos::Pron, "Case=Acc|Gender=Fem|Number=Plur|Person=3|PrepCase=Npr|PronType=Prs", "él"),
            ("prisiones", Pos::Noun, "Gender=Fem|Number=Plur", "prisión"),
            ("Mérida", Pos::Propn, "", "Mérida"),
        ] {
            assert_eq!(lemma(form, pos, features, Lang::Es), wanted, "{form}");
        }
    }

    proptest! {
        #[test]
        fn any_form_has_a_lemma(form in "\\PC{1,24}", pos in 0..Pos::ALL.len()) {
            for lang in Lang::ALL {
                prop_assert!(!lemma(&form, Pos::ALL[pos], "Number=Plur", lang).is_empty());
            }
        }
    }
}
