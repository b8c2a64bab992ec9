//! Marks on the body and health.
//!
//! # What it drafts
//! A tattoo or scar with the words that describe it, whose it is; an illness or state of health that a person of the story has.
//!
//! # What it must not draft
//! Tattoos in general ("tattoos are no proof"), health care as a policy.
//!
//! # Examples
//! en: "**Lima’s rose tattoo**" es: "**Lima padece de hipertensión**"
//!
//! # Known misses
//! A drawing that is not called a tattoo.

use super::{Draft, attribute};
use crate::scene::Scene;
use paradero_lang::Form;
use paradero_model::Property;

const RULE: &str = "attribute/body";

/// Drafts marks and health.
pub(super) fn draft(scene: &Scene) -> Vec<Draft> {
    let persons = &scene.book.persons;
    let mut drafts = Vec::new();
    for phrase in &scene.found.phrases {
        if !scene.is(phrase.head, &persons.mark) {
            continue;
        }
        let owners = scene.owners(phrase, true);
        let said = phrase.span.len() > scene.found.words[phrase.head].span.len() + 4;
        let person = owners.into_iter().find(|owner| !owner.group).map(|owner| owner.words);
        let described = scene.words(phrase.span).any(|word| {
            word != phrase.head
                && matches!(
                    scene.found.words[word].pos,
                    paradero_lang::Pos::Noun | paradero_lang::Pos::Propn | paradero_lang::Pos::Adj
                )
        });
        // "Gang tattoos" in general are nobody's: an article or possessive makes them somebody's.
        let own = scene
            .words(phrase.span)
            .next()
            .is_some_and(|first| matches!(scene.lower(first), "a" | "an" | "his" | "her" | "un" | "una" | "su" | "sus"))
            || scene.found.sentences.get(phrase.sentence).is_some_and(|sentence| sentence.heading);
        let person =
            person.or_else(|| if said && described && own { scene.focus(phrase.span.start(), Form::default()) } else { None });
        if let Some(person) = person.filter(|person| scene.in_story(person)) {
            let inner = phrase.possessor.map_or(phrase.span, |owner| {
                let from = scene
                    .words(phrase.span)
                    .find(|word| scene.found.words[*word].span.start() >= owner.end() && scene.lower(*word) != "'s");
                from.and_then(|from| scene.span(from..scene.words(phrase.span).end)).unwrap_or(phrase.span)
            });
            drafts.push(attribute(scene, phrase.span, &person, Property::Mark, scene.worded(inner), RULE));
        }
    }
    for clause in &scene.found.clauses {
        let Some(person) = super::subject_person(scene, clause).filter(|person| scene.in_story(person)) else { continue };
        let has = matches!(
            scene.lemma(clause.head),
            "have"
                | "suffer"
                | "be"
                | "develop"
                | "fall"
                | "tener"
                | "padecer"
                | "sufrir"
                | "estar"
                | "ser"
                | "presentar"
                | "permanecer"
                | "registrar"
                | "diagnose"
                | "diagnosticar"
                | "die"
                | "remain"
                | "seguir"
                | "continuar"
                | "internar"
                | "hospitalizar"
                | "hospitalize"
        );
        let found = scene
            .find(scene.words(clause.span), &persons.health)
            .filter(|found| found.start > clause.head || found.contains(&clause.head));
        if let Some(found) = found.filter(|_| has && clause.negation.is_none()).and_then(|found| scene.span(found)) {
            let argument =
                clause.arguments.iter().find(|argument| argument.span.contains(found)).map_or(found, |argument| argument.span);
            drafts.push(attribute(scene, clause.span, &person, Property::Health, scene.worded(argument), RULE));
        }
    }
    drafts
}
