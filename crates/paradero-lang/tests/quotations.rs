//! Quotations in invented sentences: `speaker: words inside`, `?` where nobody is known to speak.

mod reading;

use paradero_model::Lang::{self, En, Es};
use reading::Reading;

fn check(lang: Lang, body: &str, expected: &[&str]) {
    let read = Reading::of(lang, body);
    let found: Vec<String> = read
        .found
        .quotations
        .iter()
        .map(|quotation| {
            format!("{}: {}", quotation.speaker.map_or("?", |speaker| read.words(speaker)), read.words(quotation.inside))
        })
        .collect();
    assert_eq!(found, expected, "in {body:?}");
}

#[test]
fn the_verb_may_stand_behind_with_its_subject_on_either_side() {
    check(En, "“He is alive,” said Marta Olin.", &["Marta Olin: He is alive,"]);
    check(En, "“He is alive,” she said.", &["she: He is alive,"]);
    check(Es, "«Está vivo», afirmó su abogada, Lucía Pazos.", &["su abogada, Lucía Pazos: Está vivo"]);
    check(Es, "“No hubo papel”, dice una mujer.", &["una mujer: No hubo papel"]);
}

#[test]
fn the_verb_may_stand_before() {
    check(En, "An officer told her, “Go home now.”", &["An officer: Go home now."]);
    check(Es, "Su hija, Ilda Moro, respondió: «Mi padre no está libre».", &["Su hija, Ilda Moro: Mi padre no está libre"]);
    check(En, "According to the letter, “nobody was held.”", &["the letter: nobody was held."]);
}

#[test]
fn a_broken_quotation_is_two_of_one_speaker() {
    check(En, "“We waited,” he said, “but nobody came.”", &["he: We waited,", "he: but nobody came."]);
}

#[test]
fn a_quotation_without_a_cue_takes_the_speaker_before_it() {
    check(
        En,
        "“A flower is no crime,” said Corinna Hald. “They lied to him.”",
        &["Corinna Hald: A flower is no crime,", "Corinna Hald: They lied to him."],
    );
}

#[test]
fn titles_and_scorn_have_no_speaker() {
    check(En, "The film “Cell Nineteen” opened.", &["?: Cell Nineteen"]);
    check(En, "The so-called “evidence” was a tattoo.", &["?: evidence"]);
}

#[test]
fn apostrophes_are_no_marks() {
    check(En, "The guards’ room wasn’t theirs, and it’s Ana’s.", &[]);
    check(En, "It's the guards' room, isn't it?", &[]);
}

#[test]
fn single_marks_and_backquotes_are_marks() {
    check(En, "‘They shaved us,’ said Ana Roe.", &["Ana Roe: They shaved us,"]);
    check(En, "The judge said ``you must free him'' today.", &["The judge: you must free him"]);
}

#[test]
fn a_quotation_inside_another_has_its_own_speaker() {
    check(
        En,
        "“He told me, ‘We are going home,’” the sister, Mira Valdez, said.",
        &["the sister, Mira Valdez: He told me, ‘We are going home,’", "He: We are going home,"],
    );
}

#[test]
fn dashes_open_dialogue() {
    check(Es, "—No sé nada —dijo Rosa Lima—. Volvió tarde.", &["Rosa Lima: No sé nada", "Rosa Lima: Volvió tarde."]);
}

#[test]
fn a_quotation_goes_on_where_the_next_paragraph_opens_with_its_mark() {
    check(En, "“We waited.\n\n“Then it was over,” said Ana Roe.", &["Ana Roe: We waited.\n\n“Then it was over,"]);
}

#[test]
fn an_unclosed_mark_quotes_nothing() {
    check(Es, "Dijo «que vendría y no vino nadie.\n\nFin.", &[]);
}

#[test]
fn an_unspoken_subject_is_who_was_named_in_the_paragraph() {
    check(
        Es,
        "Elías Montero viajó ayer. \"Voy a tocar todas las puertas\", nos dijo.",
        &["Elías Montero: Voy a tocar todas las puertas"],
    );
}

#[test]
fn the_answers_of_an_interview_are_speech() {
    check(
        En,
        "A talk with Walter Sandoe\n\nQ: Where did they hold you?\nA: In a cell near the sea.\n\nQ: Alone?\nA: With nine other men.",
        &["Walter Sandoe: In a cell near the sea.", "Walter Sandoe: With nine other men."],
    );
}

#[test]
fn speech_behind_a_colon_needs_no_marks() {
    check(En, "The judge said: You must bring him back.", &["The judge: You must bring him back."]);
}

#[test]
fn the_speaker_may_stand_behind_the_listener() {
    check(Es, "«Volvió flaco», contó doña Eudosia a este periódico.", &["doña Eudosia: Volvió flaco"]);
    check(Es, "«Tiene miedo», dijo a esta emisora Hermelinda Xocua.", &["Hermelinda Xocua: Tiene miedo"]);
    check(Es, "«No hubo orden», afirmó una de ellas, que pidió cautela.", &["una de ellas: No hubo orden"]);
}
