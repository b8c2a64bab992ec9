//! Every code has words in both languages, no two codes of a list share them, and no pair has been swapped.

use paradero_case::{AboutVoice, ConflictKind, FateSign, Minimum, ReasonCode, Standing};
use paradero_model::{ActCode, Bound, Lang, Modality, Problem, Property, Relation, Verdict};
use paradero_publish::{
    Rule,
    terms::{Phrase, Term},
};
use std::collections::HashSet;

/// Words are there, in both languages, without stray space; where `distinct`, none stands for two codes.
fn complete<T: Term + std::fmt::Debug>(distinct: bool) {
    for lang in Lang::ALL {
        let mut seen = HashSet::new();
        for &value in T::every() {
            let words = value.say(lang);
            assert!(!words.trim().is_empty() && words == words.trim(), "{value:?} {lang:?}: {words:?}");
            assert!(seen.insert(words.to_lowercase()) || !distinct, "{value:?} shares {words:?} in {lang:?}");
        }
    }
}

/// The words of each code by its fixed name, against the list written by hand.
fn pairs<T: Term>(name: fn(T) -> &'static str, written: &[(&str, &str, &str)]) {
    let said: Vec<_> = T::every().iter().map(|&value| (name(value), value.say(Lang::En), value.say(Lang::Es))).collect();
    assert_eq!(said, written);
}

#[test]
fn every_code_has_its_own_words_in_both_languages() {
    complete::<ActCode>(true);
    complete::<Property>(true);
    complete::<Modality>(true);
    complete::<Relation>(true);
    complete::<Bound>(true);
    complete::<Verdict>(true);
    complete::<Problem>(true);
    complete::<FateSign>(true);
    complete::<Minimum>(true);
    complete::<ConflictKind>(true);
    complete::<AboutVoice>(true);
    complete::<Standing>(true);
    complete::<ReasonCode>(true);
    complete::<Rule>(true);
    complete::<Phrase>(false);
}

#[test]
fn no_act_says_the_opposite_of_what_it_is() {
    pairs::<ActCode>(
        ActCode::name,
        &[
            ("flight", "Flight from danger", "Huida por peligro"),
            ("arrival", "Arrival", "Llegada"),
            ("asylum_claim", "Asylum claim", "Solicitud de asilo"),
            ("arrest", "Arrest", "Arresto o captura"),
            ("detention", "Detention", "Privación de libertad"),
            ("transfer", "Transfer in custody", "Traslado bajo custodia"),
            ("removal", "Deportation or expulsion", "Deportación o expulsión"),
            ("disappearance", "Disappearance", "Desaparición"),
            ("custody_denied", "Refusal to acknowledge custody", "Negativa a reconocer la detención"),
            ("release", "Release", "Liberación"),
            ("return", "Return", "Retorno"),
            ("exchange", "Exchange of prisoners", "Canje"),
            ("ill_treatment", "Torture or ill-treatment", "Tortura o malos tratos"),
            ("death", "Death", "Muerte"),
            ("charge", "Criminal charge", "Imputación de un delito"),
            ("hearing", "Hearing or trial", "Audiencia o juicio"),
            ("ruling", "Ruling", "Resolución"),
            ("legal_filing", "Legal filing", "Recurso o demanda"),
            ("intervention", "Action on the person's behalf", "Gestión en favor de la persona"),
            ("threat", "Threat or persecution", "Amenaza o persecución"),
        ],
    );
}

#[test]
fn no_property_is_called_by_the_name_of_another() {
    pairs::<Property>(
        Property::name,
        &[
            ("alias", "Other name", "Otro nombre o alias"),
            ("age", "Age", "Edad"),
            ("sex", "Sex", "Sexo"),
            ("birth_date", "Date of birth", "Fecha de nacimiento"),
            ("birth_place", "Place of birth", "Lugar de nacimiento"),
            ("nationality", "Nationality", "Nacionalidad"),
            ("home", "Home", "Residencia o procedencia"),
            ("occupation", "Occupation", "Ocupación"),
            ("family", "Family", "Familia"),
            ("lawyer", "Lawyer", "Representación legal"),
            ("immigration_status", "Immigration status", "Situación migratoria"),
            ("orientation", "Sexual orientation or gender identity", "Orientación sexual o identidad de género"),
            ("religion", "Religion", "Religión"),
            ("politics", "Political opinion or affiliation", "Opinión o filiación política"),
            ("health", "Health", "Salud"),
            ("mark", "Tattoos and marks", "Tatuajes y señas particulares"),
            ("id_number", "Identity document number", "Número de documento de identidad"),
            ("criminal_record", "Criminal record", "Antecedentes penales"),
            ("role", "Role", "Cargo o función"),
        ],
    );
}

#[test]
fn the_short_scales_keep_their_sense() {
    pairs::<Modality>(
        Modality::name,
        &[
            ("stated", "stated", "afirmado"),
            ("alleged", "alleged", "alegado"),
            ("denied", "denied", "negado"),
            ("possible", "possible", "posible"),
        ],
    );
    pairs::<Bound>(
        Bound::name,
        &[
            ("exact", "exactly", "exactamente"),
            ("at_least", "at least", "al menos"),
            ("about", "about", "alrededor de"),
            ("at_most", "at most", "como máximo"),
        ],
    );
    pairs::<Relation>(
        Relation::name,
        &[
            ("published_by", "published by", "publicado por"),
            ("republished_from", "republished from", "reproducido de"),
            ("according_to", "according to", "según"),
            ("featured_on", "shown on", "difundido en"),
        ],
    );
    pairs::<Verdict>(
        Verdict::name,
        &[
            ("same", "the same person", "la misma persona"),
            ("different", "different persons", "personas distintas"),
            ("unsure", "cannot be told yet", "aún no se puede saber"),
        ],
    );
}

#[test]
fn no_fate_says_the_opposite_of_what_it_is() {
    pairs::<FateSign>(
        FateSign::name,
        &[
            ("freed", "Freed", "En libertad"),
            ("held", "Held", "Privada de libertad"),
            ("removed", "Taken over a border", "Llevada fuera del país"),
            ("unaccounted", "Unaccounted for", "Desaparecida: sin noticia de su suerte"),
            ("dead", "Dead", "Fallecida"),
            ("alive", "Alive", "Con vida"),
        ],
    );
    let against = ReasonCode::ALL.iter().filter(|code| code.against());
    for code in against {
        assert!(!code.say(Lang::En).contains("same full"), "{code:?} reads as speaking for one person");
    }
}
