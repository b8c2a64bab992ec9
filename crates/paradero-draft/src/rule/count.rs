//! How many persons something happened to.
//!
//! # What it drafts
//! A number of persons to whom a drafted act happens, or whose noun says what happened ("ten prisoners").
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

/// Drafts the counts of persons to whom one of the `drafts` happens.
pub(super) fn draft(scene: &Scene, drafts: &[Draft]) -> Vec<Draft> {
    scene.found.numbers.iter().filter_map(|number| counted(scene, number, drafts)).collect()
}

fn counted(scene: &Scene, number: &Number, drafts: &[Draft]) -> Option<Draft> {
    // "Two members of the union, Ana Ruiz and Eva Paz" are named, not counted.
    let of = number.of.map(|of| scene.without_tail(of));
    if of.is_some_and(|of| scene.found.names.iter().any(|name| name.kind == NameKind::Person && of.contains(name.span))) {
        return None;
    }
    if number.value.is_some_and(|value| !(2..5_000_000).contains(&value)) {
        return None;
    }
    let whole = of.map_or(number.span, |of| number.span.to(of));
    let act = happens(scene, whole, number.span, drafts).or_else(|| label(scene, of?))?;
    if !number.persons && of.is_some_and(|of| !scene.words(of).any(|word| scene.is_person_noun(word))) {
        return None;
    }
    let worded = of.map_or_else(|| scene.worded(number.span), |of| scene.worded(of));
    let claim = Claim::Count(Count { number: number.value, bound: number.bound, of: worded, act: Some(act) });
    Some(Draft { span: whole, claim, rule: RULE })
}

/// The act of the draft whose group holds the number; of several, what happens to them before what they are
/// ("250 deported migrants **exchanged**"), then the one told in the fewest words.
fn happens(scene: &Scene, whole: Span, number: Span, drafts: &[Draft]) -> Option<ActCode> {
    let words = scene.verbatim(number);
    let acts = drafts.iter().filter_map(|draft| match &draft.claim {
        Claim::Act(act) if act.group && act.whom.iter().any(|group| group.contains(&words)) => Some((draft.span, act.code)),
        _ => None,
    });
    acts.filter(|(span, _)| span.overlaps(whole))
        .min_by_key(|(span, _)| (whole.contains(*span), span.len()))
        .map(|(_, code)| code)
}

/// "Ten prisoners": a label that says what happened.
fn label(scene: &Scene, of: Span) -> Option<ActCode> {
    let labels = &scene.book.persons.labels;
    scene.words(of).find_map(|word| labels.get(scene.lemma(word)).or_else(|| labels.get(scene.lower(word))).copied())
}
