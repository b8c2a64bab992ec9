//! How many persons something happened to.
//!
//! # What it drafts
//! A number of persons that stands in a telling: the number is part of the object or subject of a clause that tells an act, or of a
//! phrase with a participle that tells one ("250 deported migrants").
//!
//! # What it must not draft
//! Numbers of things, years, money, percentages, ages; numbers of officials or speakers; "several".
//!
//! # Examples
//! en: "**At least 27 workers** were arrested." es: "**Al menos 27 trabajadores** han sido apresados."
//!
//! # Known misses
//! A number whose noun stands in the sentence before.

use super::Draft;
use crate::scene::Scene;
use paradero_lang::{NameKind, Number};
use paradero_model::{ActCode, Claim, Count, Span};

const RULE: &str = "count/persons";

/// Drafts the counts.
pub(super) fn draft(scene: &Scene) -> Vec<Draft> {
    scene.found.numbers.iter().filter_map(|number| counted(scene, number)).collect()
}

fn counted(scene: &Scene, number: &Number) -> Option<Draft> {
    let of = number.of?;
    // "Two members of the union, Ana Ruiz and Eva Paz" are named, not counted.
    if scene.found.names.iter().any(|name| name.kind == NameKind::Person && of.contains(name.span)) {
        return None;
    }
    let single = number.value.is_some_and(|value| value < 2) || number.value.is_some_and(|value| value > 5_000_000);
    if !number.persons || single {
        return None;
    }
    let act = told_of(scene, number.span.to(of))?;
    let short = scene.without_tail(of);
    let worded = scene.worded(short);
    let claim = Claim::Count(Count { number: number.value, bound: number.bound, of: worded, act: Some(act) });
    Some(Draft { span: number.span.to(short), claim, rule: RULE })
}

/// The act that the numbered persons have part in.
fn told_of(scene: &Scene, span: Span) -> Option<ActCode> {
    let tells = scene.found.clauses.iter().filter(|clause| {
        span.contains(clause.span)
            || clause.arguments.iter().any(|argument| argument.span.overlaps(span) && argument.span.len() < span.len() * 3)
    });
    for clause in tells {
        for verb in scene.verbs_of(clause) {
            if scene.patients(clause, verb).iter().any(|patient| patient.group) {
                return Some(verb.code);
            }
        }
    }
    super::act_attributive::told_in(scene, span)
}
