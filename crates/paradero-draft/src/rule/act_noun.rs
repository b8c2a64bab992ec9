//! An act told by a noun.
//!
//! # What it drafts
//! A noun the codebook lists for an act, where it is said whose it is ("Lima's release", "su detención", "la captura de Rosa Lima"),
//! or where it is the one the report is about ("the arrest took place …").
//!
//! # What it must not draft
//! Labels, policies and names ("the detention policy", "Grupo de Trabajo sobre Desapariciones"), or a noun without anyone.
//!
//! # Examples
//! en: "**Rosa Lima’s July 18 release** was confirmed." es: "**La captura de Rosa Lima** ocurrió el lunes."
//!
//! # Known misses
//! A noun in a heading whose person only the text below names.

use super::{Draft, act, for_each_whom};
use crate::scene::Scene;
use paradero_lang::Phrase;
use paradero_model::{ActCode, Claim, Span};

const RULE: &str = "act/noun";

/// Drafts the acts that nouns tell.
pub(super) fn draft(scene: &Scene) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for phrase in &scene.found.phrases {
        if let Some((_, code)) = scene.noun_act(phrase.head) {
            drafts.extend(told(scene, phrase, code));
        }
    }
    drafts
}

fn told(scene: &Scene, phrase: &Phrase, code: ActCode) -> Vec<Draft> {
    let whom = scene.owners(phrase, false);
    if whom.is_empty() {
        return Vec::new();
    }
    let span = words(scene, phrase);
    let clause = scene.clause_at(phrase.head).and_then(|clause| scene.found.clauses.get(clause));
    let setting = scene.noun_setting(phrase, code);
    let mut told = act(code);
    told.modality = scene.noun_certainty(phrase.span, phrase.head);
    told.says = scene.says_of(phrase.span, clause);
    told.when = setting.when;
    told.place = setting.place;
    told.from = setting.from;
    told.who = setting.who;
    if code == ActCode::Ruling {
        told.outcome = Some(scene.verbatim(phrase.span));
    }
    for_each_whom(&told, &whom).into_iter().map(|act| Draft { span, claim: Claim::Act(act), rule: RULE }).collect()
}

/// The phrase; with the clause it is the subject of, where that only says when and where it took place.
fn words(scene: &Scene, phrase: &Phrase) -> Span {
    let clause = scene.subject_clause(phrase).map(|clause| clause.span);
    let span = clause.filter(|clause| clause.contains(phrase.span)).unwrap_or(phrase.span);
    scene.trimmed(scene.without_tail(span))
}
