//! Criminal record, as stated; also that there is none.
//!
//! # What it drafts
//! "has no criminal record", "no tiene antecedentes", with the person whose record it is.
//!
//! # What it must not draft
//! Records of nobody in the story.
//!
//! # Examples
//! en: "**He had no criminal record.**" es: "**No tiene antecedentes penales.**"
//!
//! # Known misses
//! Single old convictions told as nouns.

use super::{Draft, attribute};
use crate::scene::Scene;
use paradero_lang::Form;
use paradero_model::{Property, Span};

const RULE: &str = "attribute/record";

/// Drafts criminal records.
pub(super) fn draft(scene: &Scene) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut next = 0;
    for at in 0..scene.found.words.len() {
        if at < next {
            continue;
        }
        let Some(found) = scene
            .find(at..(at + 4).min(scene.found.words.len()), &scene.book.persons.criminal_record)
            .filter(|found| found.start == at)
        else {
            continue;
        };
        next = found.end;
        let clause = scene.clause_at(at).and_then(|clause| scene.found.clauses.get(clause));
        let person = clause.and_then(|clause| super::subject_person(scene, clause)).filter(|person| scene.in_story(person));
        let place = scene.found.words[at].span.start();
        let person = person.or_else(|| scene.focus(place, Form::default()));
        let negated = (at.saturating_sub(4)..at)
            .find(|word| matches!(scene.lower(*word), "no" | "sin" | "without" | "not" | "never" | "any" | "ningún"));
        let (Some(person), Some(span)) = (person, scene.span(negated.unwrap_or(at)..found.end)) else { continue };
        let whole = clause.map(|clause| clause.span).filter(|clause| clause.contains(span) && clause.len() < 120).unwrap_or(span);
        let value = scene.verbatim(span);
        drafts.push(attribute(
            scene,
            Span::new(whole.start(), span.end().max(whole.start())),
            &person,
            Property::CriminalRecord,
            value,
            RULE,
        ));
    }
    drafts
}
