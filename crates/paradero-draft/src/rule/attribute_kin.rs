//! Relatives and lawyers of a person of the story.
//!
//! # What it drafts
//! "His mother, **Alba Ruiz**": family of the person ("mother: Alba Ruiz") and role of the one named; "her lawyer, **Lucía Paz**": lawyer and
//! role. Without a name the relation alone ("his son called").
//!
//! # What it must not draft
//! Relatives of officials and lawyers; a relation said of nobody in the story.
//!
//! # Examples
//! en: "**His lawyer, Lucía Paz**, said …" es: "**su esposa, Alba Ruiz**"
//!
//! # Known misses
//! Relations told by a verb ("she married him").

use super::{Draft, attribute};
use crate::scene::{Scene, naming};
use paradero_lang::Form;
use paradero_model::{Property, Span};
use std::ops::Range;

const RULE: &str = "attribute/kin";

/// Drafts relatives and lawyers.
pub(super) fn draft(scene: &Scene) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for naming in naming::all(scene) {
        let spans = naming.before.into_iter().chain(naming.behind.iter().copied());
        for span in spans {
            drafts.extend(related(scene, &naming, span));
        }
    }
    drafts
}

fn related(scene: &Scene, naming: &naming::Naming, span: Span) -> Vec<Draft> {
    let persons = &scene.book.persons;
    // The possessive may stand right before the words that name: "su esposa, Alba Ruiz".
    let mut words = scene.words(span);
    if words.start > 0 && possessive(scene, words.start - 1) {
        words.start -= 1;
    }
    let Some(whole) = scene.span(words.clone()).map(|span| span.to(naming.name.span)) else { return Vec::new() };
    let lawyer = scene.find(words.clone(), &persons.lawyer);
    let kin = scene.find(words.clone(), &persons.family).filter(|found| near_possessor(scene, words.clone(), found));
    let mut drafts = Vec::new();
    let whose = |at: usize| whose(scene, words.clone(), at, &naming.person);
    if let Some(found) = kin {
        if let Some(person) = whose(found.start) {
            let relation = scene.span(found.clone()).map(|span| scene.verbatim(span)).unwrap_or_default();
            drafts.push(attribute(scene, whole, &person, Property::Family, format!("{relation}: {}", naming.person), RULE));
            if !scene.in_story(&naming.person) {
                drafts.push(attribute(scene, whole, &naming.person, Property::Role, relation, RULE));
            }
        }
    } else if let Some(found) = lawyer {
        let own = words.clone().any(|word| possessive(scene, word))
            || scene.holds(words.clone(), &["for".to_owned(), "represent".to_owned(), "representar".to_owned()]);
        if own && let Some(person) = whose(found.start) {
            drafts.push(attribute(scene, whole, &person, Property::Lawyer, naming.person.clone(), RULE));
        }
    }
    drafts
}

fn possessive(scene: &Scene, word: usize) -> bool {
    matches!(scene.lower(word), "his" | "her" | "their" | "su" | "sus" | "my" | "mi" | "'s")
}

fn near_possessor(scene: &Scene, words: Range<usize>, found: &Range<usize>) -> bool {
    let before = words.start.max(found.start.saturating_sub(3))..found.start;
    before.clone().any(|word| possessive(scene, word) || matches!(scene.lower(word), "the" | "la" | "el"))
        || matches!(scene.lower(found.end), "of" | "de")
}

/// Whose relative or lawyer: a name in the words ("Ruiz’s wife", "la madre de Ruiz"), else the person last told of who is not the relative.
fn whose(scene: &Scene, words: Range<usize>, at: usize, other: &str) -> Option<String> {
    let named = (words.start.saturating_sub(4)..words.end).find_map(|word| {
        let name = scene.name_at(word).map(|name| scene.fullest(name.span)).filter(|name| name != other)?;
        let possessed = scene.lower(scene.words(scene.name_at(word)?.span).end) == "'s" || word > at;
        (scene.in_story(&name) && possessed).then_some(name)
    });
    let start = scene.found.words.get(words.start)?.span.start();
    named.or_else(|| scene.focus(start, Form::default()).filter(|person| person != other))
}
