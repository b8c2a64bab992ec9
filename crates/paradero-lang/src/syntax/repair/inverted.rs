//! Spanish subjects behind their verb, which a parser takes for objects or for parts of the noun before.

use super::{super::speech, plain};
use crate::{NameKind, Pos, Universal as U, VerbForm, syntax::Sentence};

pub(super) fn mend(sentence: &mut Sentence<'_>) {
    loose_nouns(sentence);
    for verb in sentence.words.clone() {
        let tree = &sentence.tree;
        if tree.child(verb, U::Nsubj).is_some() || tree.is(verb, U::Aux) {
            continue;
        }
        if !matches!(sentence.pos(verb), Pos::Verb | Pos::Aux) {
            continue;
        }
        let Some(object) = tree.each(verb, U::Obj).find(|&object| object > verb && bare(sentence, object)) else { continue };
        if reflexive(sentence, verb, object) || speaker(sentence, verb, object) {
            sentence.tree.hang(object, Some(verb), plain(U::Nsubj));
            sentence.tree.lay();
        }
    }
}

/// Whether an object is a noun without "a".
fn bare(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.pos(at), Pos::Noun | Pos::Propn | Pos::Num) && sentence.tree.child(at, U::Case).is_none()
}

/// Whether verb and noun are both in the plural or both not, as far as their forms say.
fn agree(sentence: &Sentence<'_>, verb: usize, noun: usize) -> bool {
    let tree = &sentence.tree;
    let first = tree.each(verb, U::Aux).next().unwrap_or(verb);
    let several = tree.child(noun, U::Conj).is_some();
    let (own, other) = (sentence.word(first).form.plural, sentence.word(noun).form.plural);
    own.is_none() || other.is_none() && !several || own == Some(several || other == Some(true))
}

/// "Se presentó una denuncia": with "se" and no other subject, what follows is the subject.
fn reflexive(sentence: &Sentence<'_>, verb: usize, object: usize) -> bool {
    let tree = &sentence.tree;
    let se = tree.children(verb).iter().any(|&child| sentence.low(child) == "se" && sentence.pos(child) == Pos::Pron);
    let other = tree.children(verb).iter().any(|&child| {
        sentence.pos(child) == Pos::Pron && matches!(sentence.low(child), "lo" | "la" | "los" | "las" | "me" | "te" | "nos")
    });
    se && !other
        && sentence.word(verb).form.verb == Some(VerbForm::Finite)
        && agree(sentence, verb, object)
        && !matches!(
            sentence.lemma(verb),
            "llevar"
                | "quitar"
                | "poner"
                | "comer"
                | "beber"
                | "lavar"
                | "romper"
                | "jugar"
                | "ganar"
                | "gastar"
                | "dar"
                | "imaginar"
                | "creer"
                | "saber"
                | "merecer"
        )
}

/// "…, denunció su madre": a verb of saying at the end of what is said has its speaker behind it.
fn speaker(sentence: &Sentence<'_>, verb: usize, object: usize) -> bool {
    let tree = &sentence.tree;
    if !speech::says(sentence.lemma(verb), sentence.lang) || !agree(sentence, verb, object) {
        return false;
    }
    let first =
        tree.children(verb).iter().copied().filter(|&child| child > verb.saturating_sub(3)).chain([verb]).min().unwrap_or(verb);
    let after = first > sentence.words.start
        && (sentence.pos(first - 1) == Pos::Punct || sentence.pos(first) == Pos::Punct)
        && tree
            .children(verb)
            .iter()
            .any(|&child| child < verb && matches!(sentence.pos(child), Pos::Verb | Pos::Aux | Pos::Adj));
    let names = &sentence.found.names;
    let span = sentence.word(object).span;
    let person = names.iter().any(|name| name.kind == NameKind::Person && name.span.contains(span));
    let said = tree.child(verb, U::Ccomp).is_some() || tree.each(verb, U::Mark).any(|mark| sentence.low(mark) == "según");
    let article = tree
        .each(object, U::Det)
        .any(|det| matches!(sentence.low(det), "el" | "la" | "los" | "las" | "su" | "sus" | "un" | "una"));
    (after || said) && (person || sentence.pos(object) == Pos::Propn || article)
}

/// "fueron expulsados del país dos periodistas": a noun with a number or article of its own is no part of the noun before it.
fn loose_nouns(sentence: &mut Sentence<'_>) {
    for at in sentence.words.clone() {
        let tree = &sentence.tree;
        let inside = matches!(tree.relation(at).universal, U::Nmod | U::Compound | U::Flat | U::Appos | U::Dep)
            && sentence.pos(at) == Pos::Noun
            && tree.child(at, U::Case).is_none();
        let Some(noun) = tree.head(at).filter(|&noun| inside && noun < at && sentence.pos(noun) == Pos::Noun) else { continue };
        let first = tree.children(at).first().copied().unwrap_or(at).min(at);
        let determined = matches!(sentence.pos(first), Pos::Num | Pos::Det) && first < at;
        if !determined || first != noun + 1 || sentence.is_dated(at) {
            continue;
        }
        let Some(verb) = tree.head(noun).filter(|&verb| sentence.pos(verb) == Pos::Verb && verb < noun) else { continue };
        let free = tree.child(verb, U::Nsubj).is_none() && agree(sentence, verb, at);
        let relation = if free { U::Nsubj } else { U::Obj };
        if free || tree.child(verb, U::Obj).is_none() {
            sentence.tree.hang(at, Some(verb), plain(relation));
            sentence.tree.lay();
        }
    }
}
