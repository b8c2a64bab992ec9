//! An act told by a state: "is in custody", "tras las rejas", "missing".
//!
//! # What it drafts
//! Words the codebook lists as a state of an act, said of the subject of their clause or of the noun or name before them.
//!
//! # What it must not draft
//! Bare labels of people ("los presos", "the missing"): a determiner right before the words makes them a label.
//!
//! # Examples
//! en: "Rosa Lima is **in custody**." es: "Rosa Lima sigue **tras las rejas**."
//!
//! # Known misses
//! A state said of a person by a picture's caption.

use super::{Draft, act, for_each_whom};
use crate::scene::{Referent, Scene};
use paradero_lang::{Clause, Form, Pos, Role};
use paradero_model::{ActCode, Claim, Span};
use std::ops::Range;

const RULE: &str = "act/state";

/// Drafts the acts that states tell.
pub(super) fn draft(scene: &Scene) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut next = 0;
    for at in 0..scene.found.words.len() {
        if at < next {
            continue;
        }
        let found = scene.book.states.at([scene.lower(at), scene.lemma(at)], at, |word, choice| scene.is(word, choice));
        if let Some((length, code)) = found {
            next = at + length;
            drafts.extend(told(scene, at..at + length, code));
        }
    }
    drafts
}

fn told(scene: &Scene, words: Range<usize>, code: ActCode) -> Vec<Draft> {
    let Some(state) = scene.span(words.clone()) else { return Vec::new() };
    let label =
        words.start.checked_sub(1).and_then(|before| scene.found.words.get(before)).is_some_and(|word| word.pos == Pos::Det);
    let sentence = words.start.checked_sub(1).is_some_and(|before| {
        matches!(scene.lemma(before), "life" | "year" | "month" | "sentence" | "term" | "cadena" | "año" | "mes")
    });
    if label || sentence || scene.found.names.iter().any(|name| name.span.overlaps(state)) {
        return Vec::new();
    }
    let clause = scene.clause_at(words.start).and_then(|clause| scene.found.clauses.get(clause));
    // Where the verb of the clause tells the same act, the verb's rule drafts it.
    if clause.is_some_and(|clause| scene.verbs_of(clause).iter().any(|verb| verb.code == code)) {
        return Vec::new();
    }
    // "Denied having her in custody": the denial tells it.
    let denied = clause
        .and_then(|clause| scene.governor(clause))
        .is_some_and(|above| scene.verbs_of(above).iter().any(|verb| verb.code == ActCode::CustodyDenied));
    if denied && code == ActCode::Detention {
        return Vec::new();
    }
    let whom = whom(scene, clause, words.start);
    if whom.is_empty() {
        return Vec::new();
    }
    // "Is alive and back home": the clause may end right before the words.
    let reach = |clause: &&Clause| clause.span.end() <= state.start() && state.start() - clause.span.end() <= 5;
    let left = scene.found.clauses.iter().filter(reach).max_by_key(|clause| clause.span.start());
    let clause = clause.or(left);
    let span = clause.map_or(state, |clause| around(scene, clause, state));
    let mut told = act(code);
    if let Some(clause) = clause {
        let setting = scene.setting(clause, code, false);
        told.modality = scene.certainty(clause, code == ActCode::Disappearance);
        told.when = setting.when;
        told.place = setting.place;
    }
    told.says = scene.says_of(state, clause);
    for_each_whom(&told, &whom).into_iter().map(|act| Draft { span, claim: Claim::Act(act), rule: RULE }).collect()
}

fn whom(scene: &Scene, clause: Option<&Clause>, at: usize) -> Vec<Referent> {
    if let Some(clause) = clause {
        // Object before subject: "they kept her in custody".
        for role in [Role::Object, Role::Subject] {
            let stands = clause.arguments.iter().filter(|argument| argument.role == role);
            let meant: Vec<_> = stands.flat_map(|argument| scene.meant(argument, clause)).collect();
            if !meant.is_empty() {
                return meant;
            }
        }
        // Somebody is named as the subject whom nothing else tells of: nobody else is meant.
        let spoken =
            |argument: &&paradero_lang::Argument| argument.role == Role::Subject && !clause.group.contains(&argument.head);
        if clause.arguments.iter().any(|argument| spoken(&argument)) {
            return Vec::new();
        }
    }
    let place = scene.found.words.get(at).map_or(0, |word| word.span.start());
    scene.focus(place, Form::default()).map(|words| Referent { words, group: false }).into_iter().collect()
}

/// The words from the verb group or subject to the state, where they stand in one clause.
fn around(scene: &Scene, clause: &Clause, state: Span) -> Span {
    let group = scene.span(clause.group.clone()).unwrap_or(state);
    let subject = clause.arguments.iter().find(|argument| argument.role == Role::Subject && clause.span.contains(argument.span));
    let whole = subject.map_or(group, |subject| subject.span.to(group)).to(state);
    if (clause.span.contains(whole) || clause.span.end() <= state.start()) && whole.len() < 200 {
        scene.trimmed(whole)
    } else {
        state
    }
}
