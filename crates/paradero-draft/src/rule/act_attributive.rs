//! An act told by a participle before or behind a noun: "imprisoned activists", "250 deported migrants", "31 laborantes presos".
//!
//! # What it drafts
//! A past participle (or a state's adjective) of an act inside a phrase for persons, where no clause of its own tells it.
//!
//! # What it must not draft
//! Bare labels: a participle that is itself the head ("los detenidos", "the disappeared").
//!
//! # Examples
//! en: "**10 imprisoned Americans** were exchanged." es: "**31 trabajadores presos** desde 2022."
//!
//! # Known misses
//! Compounds ("prison-bound migrants").

use super::{Draft, act, for_each_whom};
use crate::{codebook::Stands, scene::Scene};
use paradero_lang::{Phrase, VerbForm};
use paradero_model::{ActCode, Claim, Span};

const RULE: &str = "act/attributive";

/// Drafts the acts that participles beside nouns tell.
pub(super) fn draft(scene: &Scene) -> Vec<Draft> {
    scene.found.phrases.iter().flat_map(|phrase| told(scene, phrase)).collect()
}

fn told(scene: &Scene, phrase: &Phrase) -> Vec<Draft> {
    if !scene.is_person_noun(phrase.head) && scene.name_at(phrase.head).is_none() {
        return Vec::new();
    }
    let short = scene.without_tail(phrase.span);
    let Some(code) = told_in(scene, short) else { return Vec::new() };
    let whom = scene.referents(short, phrase.head);
    let told = act(code);
    let clause = scene.clause_at(phrase.head).and_then(|clause| scene.found.clauses.get(clause));
    let told = paradero_model::Act { says: scene.says_of(short, clause), ..told };
    for_each_whom(&told, &whom).into_iter().map(|act| Draft { span: short, claim: Claim::Act(act), rule: RULE }).collect()
}

/// The act that a participle inside `span`, of no verb group, tells of.
fn told_in(scene: &Scene, span: Span) -> Option<ActCode> {
    let head = |word: usize| scene.found.phrases.iter().any(|phrase| phrase.head == word && span.contains(phrase.span));
    scene.words(span).find_map(|word| {
        let form = scene.found.words.get(word)?.form;
        let ended = scene.lower(word);
        let participle =
            form.verb == Some(VerbForm::Participle) || ended.ends_with("ed") || ended.ends_with("ado") || ended.ends_with("ados");
        let grouped = scene.found.clauses.iter().any(|clause| clause.group.contains(&word));
        if !participle || grouped || head(word) {
            return None;
        }
        let verbs = scene.book.verbs.iter().filter(|verb| verb.stands == Stands::Object && verb.pattern.weight() == 0);
        verbs.filter(|verb| scene.is(word, &verb.pattern.verb)).map(|verb| verb.code).next()
    })
}
