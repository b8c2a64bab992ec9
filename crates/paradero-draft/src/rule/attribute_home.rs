//! Where a person lives, comes from, was born.
//!
//! # What it drafts
//! "a rider **from Cúa**" behind the name, "resident of", "vive en", "su vivienda en Unare", "born in", "natural de".
//!
//! # What it must not draft
//! Where something happened to the person, or where an official sits.
//!
//! # Examples
//! en: "**Rosa Lima, a nurse from Cúa**" es: "**su vivienda en Unare**"
//!
//! # Known misses
//! A home told only by the street.

use super::{Draft, attribute};
use crate::scene::{Scene, naming};
use paradero_lang::{Form, NameKind};
use paradero_model::{Property, Span};
use std::ops::Range;

const RULE: &str = "attribute/home";

/// Drafts homes and places of birth.
pub(super) fn draft(scene: &Scene) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for naming in naming::all(scene) {
        for behind in &naming.behind {
            let words = scene.words(*behind);
            let from = words.clone().find(|word| {
                matches!(scene.lower(*word), "from" | "oriundo" | "oriunda" | "vecino" | "vecina" | "residente")
                    || *word == words.start && matches!(scene.lower(*word), "del" | "de" | "of")
            });
            if let Some(place) = from.and_then(|from| place_after(scene, from + 1..words.end)) {
                drafts.push(attribute(
                    scene,
                    naming.name.span.to(place),
                    &naming.person,
                    Property::Home,
                    scene.worded(place),
                    RULE,
                ));
            }
        }
    }
    for phrase in &scene.found.phrases {
        let house =
            matches!(scene.lower(phrase.head), "vivienda" | "casa" | "domicilio" | "residencia" | "home" | "house" | "apartment");
        let own = phrase.possessor.map(|owner| scene.words(owner)).is_some();
        let place = phrase.complements.iter().find(|complement| matches!(complement.preposition.as_str(), "in" | "en" | "de"));
        if let (true, true, Some(place)) = (house, own, place) {
            let owner = scene.owners(phrase, true).into_iter().find(|owner| !owner.group).map(|owner| owner.words);
            let person = owner.or_else(|| scene.focus(phrase.span.start(), Form::default()));
            if let Some(person) = person.filter(|person| scene.in_story(person) && scene.is_place(place.span, place.head)) {
                drafts.push(attribute(scene, phrase.span, &person, Property::Home, scene.worded(place.span), RULE));
            }
        }
    }
    drafts.extend(cues(scene));
    drafts
}

/// "Lives in Cúa", "nacida en Mérida": a cue with the place behind it.
fn cues(scene: &Scene) -> Vec<Draft> {
    let persons = &scene.book.persons;
    let mut drafts = Vec::new();
    for at in 0..scene.found.words.len() {
        let birth = persons.birth.iter().filter_map(|cue| scene.fits(at, cue)).max_by_key(Range::len);
        let home =
            persons.home.iter().filter(|cue| cue.contains(' ')).filter_map(|cue| scene.fits(at, cue)).max_by_key(Range::len);
        let Some((property, cue)) = birth.map(|cue| (Property::BirthPlace, cue)).or(home.map(|cue| (Property::Home, cue))) else {
            continue;
        };
        let Some(place) = place_after(scene, cue.end..cue.end + 6) else { continue };
        let clause = scene.clause_at(at).and_then(|clause| scene.found.clauses.get(clause));
        let start = scene.found.words[at].span.start();
        let person =
            clause.and_then(|clause| super::subject_person(scene, clause)).or_else(|| scene.focus(start, Form::default()));
        if let Some(person) = person.filter(|person| scene.in_story(person)) {
            let span = Span::new(start, place.end().max(start));
            drafts.push(attribute(scene, span, &person, property, scene.worded(place), RULE));
        }
    }
    drafts
}

/// A name of a place that begins the words, an article and a comma's worth aside.
fn place_after(scene: &Scene, words: Range<usize>) -> Option<Span> {
    let first = words.clone().find(|word| {
        !matches!(scene.lower(*word), "the" | "el" | "la" | "cantón" | "estado" | "barrio" | "municipio" | "in" | "en")
    })?;
    let span = scene.found.words.get(first)?.span;
    scene.found.names.iter().find(|name| name.kind == NameKind::Place && name.span.contains(span)).map(|name| name.span)
}
