//! Answers that the accused, the family or the lawyer tells.
//!
//! # What it drafts
//! Nothing of its own: [`super::answer`] asks it. "His family says that the swallow is for his grandmother": what one of them says
//! within two sentences of the claim or of its evidence, where it speaks of the evidence or denies the claim. Two clauses joined by
//! "and that" are two answers.
//!
//! # What it must not draft
//! What they say of other things ("says that he is ill"); their retelling of the accusation.
//!
//! # Examples
//! en: "**His family says that the swallow is for his grandmother.**" es: "**Su abogada explica que la brújula es de la panadería.**"
//!
//! # Known misses
//! Answers in sentences without a verb of saying.

use super::answer::REACH;
use super::wrong;
use crate::scene::Scene;
use paradero_lang::{Pos, Role};
use paradero_model::Span;
use std::ops::Range;

/// What is told in answer, in the sentences after `from`, to a claim about `about` with this evidence.
pub(super) fn answers(scene: &Scene, from: Span, about: &[String], evidence: &[Span]) -> Vec<Span> {
    let last = evidence.iter().map(|span| span.start()).max().unwrap_or(0).max(from.start());
    let (Some(here), Some(there)) = (scene.found.sentence_at(from.start()), scene.found.sentence_at(last)) else {
        return Vec::new();
    };
    let things: Vec<&str> = evidence
        .iter()
        .flat_map(|span| scene.words(*span))
        .filter(|word| scene.found.words.get(*word).is_some_and(|word| word.pos == Pos::Noun))
        .map(|word| scene.lemma(word))
        .collect();
    let mut spans = Vec::new();
    for index in here + 1..=there.min(here + REACH) + REACH {
        let Some(sentence) = scene.found.sentences.get(index) else { break };
        let telling = scene
            .found
            .clauses
            .iter()
            .filter(|clause| clause.sentence == index && scene.says(clause.head) && clause.negation.is_none())
            .find(|clause| tells(scene, sentence.words.start..clause.head, clause, about));
        let Some(telling) = telling else { continue };
        let Some(start) = opening(scene, telling.head, sentence.words.end) else { continue };
        for words in parts(scene, start..sentence.words.end) {
            let speaks = words.clone().any(|word| things.contains(&scene.lemma(word)));
            let Some(span) = scene.span(words.clone()) else { continue };
            if (speaks || denies(scene, span)) && !retells(scene, words) {
                spans.push(span);
            }
        }
    }
    spans
}

/// Whether the accused, the family or the lawyer speaks.
fn tells(scene: &Scene, before: Range<usize>, clause: &paradero_lang::Clause, about: &[String]) -> bool {
    let book = &scene.book.persons;
    let near = |word: usize| {
        scene.is(word, &book.family)
            || scene.is(word, &book.lawyer)
            || matches!(scene.lower(word), "family" | "familia" | "relatives" | "familiares" | "defense" | "defensa")
    };
    let subject = clause.arguments.iter().find(|argument| argument.role == Role::Subject);
    subject.is_some_and(|subject| {
        let accused = scene.meant(subject, clause).iter().any(|meant| !meant.group && about.contains(&meant.words));
        accused || scene.words(subject.span).any(near)
    }) || before.len() < 8 && before.into_iter().any(near)
}

/// Where the told clause begins: behind "that", or right behind the verb.
fn opening(scene: &Scene, verb: usize, end: usize) -> Option<usize> {
    let that = (verb + 1..end.min(verb + 6)).find(|word| matches!(scene.lower(*word), "that" | "que"));
    that.map(|word| word + 1).or_else(|| {
        let next = scene.found.words.get(verb + 1)?;
        let clausal = matches!(next.pos, Pos::Det | Pos::Pron | Pos::Propn) && !matches!(scene.lemma(verb), "tell" | "decir");
        clausal.then_some(verb + 1)
    })
}

/// The told words without their final mark, parted at "and that".
fn parts(scene: &Scene, told: Range<usize>) -> Vec<Range<usize>> {
    let mark = |word: usize| matches!(scene.lower(word), "," | "." | ";" | "!" | "?" | "”" | "»" | "\"");
    let mut parts = Vec::new();
    let mut start = told.start;
    let mut push = |words: Range<usize>| {
        let mut end = words.end;
        while end > words.start && mark(end - 1) {
            end -= 1;
        }
        if end > words.start {
            parts.push(words.start..end);
        }
    };
    for word in told.clone() {
        let joins = matches!((scene.lower(word), scene.lower(word + 1)), ("and", "that") | ("y", "que"));
        if joins && word + 1 < told.end {
            push(start..word);
            start = word + 2;
        }
    }
    push(start..told.end.max(start));
    parts
}

/// Whether the words deny a wrong: "he never belonged to a gang", "es inocente".
fn denies(scene: &Scene, span: Span) -> bool {
    let negated = scene.found.clauses.iter().any(|clause| span.contains(clause.span) && clause.negation.is_some());
    negated && wrong(scene, span) || scene.holds(scene.words(span), &scene.book.accuse.answer_phrases)
}

/// Whether the words tell the accusation again.
fn retells(scene: &Scene, words: Range<usize>) -> bool {
    let accuse = &scene.book.accuse;
    scene.holds(words.clone(), &accuse.proof)
        || scene.holds(words.clone(), &accuse.bare_proof)
        || words.clone().any(|word| matches!(scene.lemma(word), "accuse" | "allege" | "acusar" | "alegar"))
}
