//! What clauses are found in invented sentences of the kind that reports are made of: `clauses/en.txt` and `clauses/es.txt`.
//!
//! A sentence stands after `>`; each line below it is a clause: `[its stretch] head voice link`, then what negates it, its modal
//! verb, and its arguments (`subj`, `obj`, `ind`, `by`, `pred`, a preposition, or `when` for what has none).

use paradero_lang::{Analysis, Clause, Role, analyse};
use paradero_model::{About, ByteMap, Hash, Lang, SourceId, Span, Text};
use proptest::prelude::*;

fn read(body: &str, lang: Lang) -> Analysis {
    let about = About { lang: Some(lang), ..About::default() };
    analyse(&Text::new(SourceId(Hash([0; 32])), 0, "test/1", body.to_owned(), ByteMap::verbatim(0, body.len()), about))
}

fn line(body: &str, found: &Analysis, clause: &Clause) -> String {
    let of = |span: Span| span.of(body).unwrap_or("?");
    let word = |at: usize| of(found.words[at].span);
    let kind = format!("{:?} {:?}", clause.voice, clause.link).to_lowercase();
    let mut line = format!("[{}] {} {kind}", of(clause.span), word(clause.head));
    line.extend(clause.negation.map(|at| format!(" not={}", word(at))));
    line.extend(clause.modal.map(|at| format!(" modal={}", word(at))));
    for argument in &clause.arguments {
        let name = match argument.role {
            Role::Subject => "subj",
            Role::Object => "obj",
            Role::Indirect => "ind",
            Role::Agent => "by",
            Role::Predicate => "pred",
            Role::Oblique => argument.preposition.as_deref().unwrap_or("when"),
        };
        line.push_str(&format!(" | {}={}", name.replace(' ', "_"), of(argument.span)));
    }
    line
}

fn check(spec: &str, lang: Lang) {
    let mut wrong = Vec::new();
    for block in spec.split("\n\n").filter(|block| !block.trim().is_empty()) {
        let mut lines = block.trim().lines().filter(|line| !line.starts_with('#'));
        let Some(sentence) = lines.next().and_then(|line| line.strip_prefix("> ")) else { continue };
        let expected: Vec<&str> = lines.collect();
        let found = read(sentence, lang);
        let got: Vec<String> = found.clauses.iter().map(|clause| line(sentence, &found, clause)).collect();
        if got != expected {
            wrong.push(format!("> {sentence}\n  expected\n{}\n  found\n{}", expected.join("\n"), got.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{} sentences differ:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn english_clauses_are_found_as_the_page_says() {
    check(include_str!("clauses/en.txt"), Lang::En);
}

#[test]
fn spanish_clauses_are_found_as_the_page_says() {
    check(include_str!("clauses/es.txt"), Lang::Es);
}

fn well_formed(body: &str, found: &Analysis) {
    let holds = |span: Span| assert!(span.of(body).is_some(), "{span:?} does not fit");
    for pair in found.words.windows(2) {
        assert!(pair[0].span.end() <= pair[1].span.start(), "words overlap");
    }
    for (sentence, next) in found.sentences.iter().zip(found.sentences.iter().skip(1)) {
        assert_eq!(sentence.words.end, next.words.start, "a word lies between two sentences");
    }
    found.words.iter().for_each(|word| holds(word.span));
    for phrase in &found.phrases {
        holds(phrase.span);
        phrase.possessor.into_iter().for_each(holds);
        assert!(phrase.head < found.words.len() && phrase.apposition.is_none_or(|at| at < found.phrases.len()));
        phrase.complements.iter().for_each(|complement| holds(complement.span));
    }
    for clause in &found.clauses {
        holds(clause.span);
        assert!(clause.group.contains(&clause.head) && clause.group.end <= found.words.len());
        assert!(clause.governor.is_none_or(|at| at < found.clauses.len()));
        assert!(clause.span.contains(found.words[clause.head].span));
        clause.arguments.iter().for_each(|argument| holds(argument.span));
    }
    for pair in found.clauses.windows(2) {
        assert!(pair[0].group.start <= pair[1].group.start, "clauses are out of order");
    }
}

proptest! {
    #[test]
    fn any_text_has_a_well_formed_analysis(body in "\\PC{0,200}") {
        well_formed(&body, &read(&body, Lang::En));
        well_formed(&body, &read(&body, Lang::Es));
    }

    #[test]
    fn any_row_of_common_words_has_a_well_formed_analysis(words in proptest::collection::vec(prop::sample::select(vec![
        "the", "judge", "that", "who", "was", "been", "not", "to", "detained", "released", "Ana", "Ruiz", "’s", "of", "in", ",", ".", "and", "(", ")", "“", "”",
        "when", "May", "10", "\n", "\n\n", "que", "se", "lo", "la", "fue", "detenido", "llevaron", "de", "los", "tras", "según", "no", "detenerlo", "quien", "-",
    ]), 0..60)) {
        let body = words.join(" ");
        well_formed(&body, &read(&body, Lang::En));
        well_formed(&body, &read(&body, Lang::Es));
    }
}

#[test]
fn a_text_of_one_endless_sentence_is_read_in_linear_time() {
    let body = "que se lo llevaron y la detuvieron de los que fue ".repeat(2_000);
    assert!(read(&body, Lang::Es).clauses.len() > 2_000);
}
