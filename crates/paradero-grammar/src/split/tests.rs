//! What every split holds, on texts made up to break it.

use super::*;

fn words(text: &str, lang: Lang) -> Vec<String> {
    split(text, lang).pieces.iter().map(|piece| piece.form(text).to_string()).collect()
}

fn sentences(text: &str, lang: Lang) -> Vec<&str> {
    split(text, lang).sentences.iter().map(|one| &text[one.span.range()]).collect()
}

/// Spans on character boundaries, in order, and over everything that is not white space.
fn holds(text: &str, lang: Lang) {
    let found = split(text, lang);
    let mut end = 0;
    for piece in &found.pieces {
        assert!(piece.span.start() < piece.span.end() && text[end..piece.span.start()].trim().is_empty(), "{text:?}");
        assert!(text.get(piece.span.range()).is_some());
        end = piece.span.end();
    }
    assert!(text[end..].trim().is_empty(), "{text:?}");
    let mut next = 0;
    for one in &found.sentences {
        assert!(one.pieces.start == next && one.pieces.end > next && one.pieces.len() <= LONGEST);
        assert_eq!(one.span.start(), found.pieces[one.pieces.start].span.start());
        assert_eq!(one.span.end(), found.pieces[one.pieces.end - 1].span.end());
        next = one.pieces.end;
    }
    assert_eq!(next, found.pieces.len());
}

#[test]
fn english_contractions_and_hyphens_are_cut_as_the_treebank_has_them() {
    let shown = words("They don't know Ana's long-term plan, cannot e-mail ana@example.org at 10:30.", Lang::En);
    let wanted =
        "They do n't know Ana 's long - term plan , can not e-mail ana@example.org at 10:30 .".split(' ').collect::<Vec<_>>();
    assert_eq!(shown, wanted);
}

#[test]
fn spanish_articles_and_pronouns_are_words() {
    let shown = words("Salió del penal para verlo, llevándoselo al Sr. Ruiz; parte de la charla.", Lang::Es);
    let wanted =
        "Salió de el penal para ver lo , llevando se lo a el Sr. Ruiz ; parte de la charla .".split(' ').collect::<Vec<_>>();
    assert_eq!(shown, wanted);
}

#[test]
fn nouns_that_end_like_a_verb_with_a_pronoun_stay_whole() {
    let text = "internos externos cuarteles parte suerte Carlos charla";
    assert_eq!(words(text, Lang::Es).join(" "), text);
}

#[test]
fn headings_forms_and_wrapped_lines_are_told_apart() {
    let text = "Two men held at the border\n\nThe sheriff said on Monday that the two men were de-\ntained near the river. He gave\nno names.\n\nFECHA: 3 de mayo\nLUGAR: Tenosique\n";
    assert_eq!(
        sentences(text, Lang::En),
        [
            "Two men held at the border",
            "The sheriff said on Monday that the two men were de-\ntained near the river.",
            "He gave\nno names.",
            "FECHA: 3 de mayo",
            "LUGAR: Tenosique"
        ]
    );
    assert!(words(text, Lang::En).contains(&"detained".to_string()));
}

#[test]
fn what_grows_too_long_is_cut_after_a_comma() {
    let text = format!("{}, {}", "uno ".repeat(150).trim_end(), "dos ".repeat(150));
    let found = split(&text, Lang::Es);
    assert!(found.sentences[0].cut && text[found.sentences[0].span.range()].ends_with(','));
    assert!(!found.sentences.last().unwrap().cut);
}

#[test]
fn every_text_is_covered_whatever_it_is() {
    let alphabet: Vec<char> =
        "aZÉé ñ\u{ad}\u{200b}\u{300}\n\r\t.,;:'’\"“”«»()[]-–—…!?¿¡@#/\\&%$0123456789º\u{a0}\u{2028}漢😀́İﬁ_*+=<>|~`^lsonten't"
            .chars()
            .collect();
    let mut state = 17_u64;
    for round in 0..4000 {
        let mut text = String::new();
        for _ in 0..round % 60 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push(alphabet[(state >> 33) as usize % alphabet.len()]);
        }
        for lang in Lang::ALL {
            holds(&text, lang);
        }
    }
    for unit in ["a", "\"", "(", "é", "word ", "-", ".", "a-", "a.", "\n", "1,", "漢", "don't", "\u{ad}"] {
        for lang in Lang::ALL {
            holds(&unit.repeat(20_000), lang);
        }
    }
}
