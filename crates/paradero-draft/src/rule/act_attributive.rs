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
use crate::{
    codebook::Stands,
    scene::{Scene, naming},
};
use paradero_lang::{NameKind, Phrase, VerbForm};
use paradero_model::{ActCode, Claim, Span};

const RULE: &str = "act/attributive";

/// Drafts the acts that participles beside nouns tell.
pub(super) fn draft(scene: &Scene) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = scene.found.phrases.iter().flat_map(|phrase| told(scene, phrase)).collect();
    drafts.extend(labelled(scene));
    drafts
}

/// "A Jamaican detainee, Luis Paz", "ten American prisoners": a label tells of a named person, or of a number of persons.
fn labelled(scene: &Scene) -> Vec<Draft> {
    let label = |span: Span| {
        let labels = &scene.book.persons.labels;
        scene.words(span).find_map(|word| labels.get(scene.lemma(word)).or_else(|| labels.get(scene.lower(word))).copied())
    };
    let mut drafts = Vec::new();
    for naming in naming::all(scene) {
        if let Some((before, code)) = naming.before.and_then(|before| Some((before, label(before)?))) {
            let told = paradero_model::Act { whom: vec![naming.person.clone()], ..act(code) };
            drafts.push(Draft { span: before.to(naming.name.span), claim: Claim::Act(told), rule: RULE });
        }
    }
    for number in scene.found.numbers.iter().filter(|number| number.value.is_none_or(|value| value > 1)) {
        let Some(of) = number.of.map(|of| scene.without_tail(of)) else { continue };
        if let Some(code) =
            label(of).filter(|_| !scene.found.names.iter().any(|name| name.kind == NameKind::Person && of.contains(name.span)))
        {
            let whole = number.span.to(of);
            let told = paradero_model::Act { whom: vec![scene.worded(whole)], group: true, ..act(code) };
            drafts.push(Draft { span: whole, claim: Claim::Act(told), rule: RULE });
        }
    }
    drafts
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
