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
use paradero_lang::{Form, NameKind, Role};
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
    drafts.extend(represented(scene));
    drafts
}

/// "An attorney who has represented him", "la abogada Ana Ruiz, que asumió la defensa".
fn represented(scene: &Scene) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for clause in &scene.found.clauses {
        let takes = matches!(scene.lemma(clause.head), "represent" | "defend" | "representar" | "defender");
        let assumes = matches!(scene.lemma(clause.head), "asumir" | "llevar" | "ejercer")
            && scene.words(clause.span).any(|word| scene.lower(word) == "defensa");
        let Some(subject) = clause.arguments.iter().find(|argument| argument.role == Role::Subject).filter(|_| takes || assumes)
        else {
            continue;
        };
        let lawyer = scene.found.names.iter().find(|name| name.kind == NameKind::Person && subject.span.contains(name.span));
        let near = lawyer.filter(|name| {
            let around = scene.words(name.title.map_or(subject.span, |title| title.to(subject.span)));
            scene.holds(around, &scene.book.persons.lawyer)
        });
        let Some(lawyer) = near else { continue };
        let object = clause.arguments.iter().find(|argument| argument.role == Role::Object && takes);
        let client = object
            .and_then(|object| scene.meant(object, clause).into_iter().find(|client| !client.group))
            .map(|client| client.words);
        let client = client.or_else(|| scene.focus(clause.span.start(), Form::default()).filter(|_| assumes));
        let name = scene.fullest(lawyer.span);
        if let Some(client) = client.filter(|client| scene.in_story(client) && *client != name) {
            let span = lawyer.title.map_or(lawyer.span, |title| title.to(lawyer.span)).to(clause.span);
            drafts.push(attribute(scene, span, &client, Property::Lawyer, name, RULE));
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
    // "Su esposo, el opositor Luis Paz": the relation may stand before the description.
    let back = words.start;
    if back > 3
        && matches!(scene.lower(back - 1), "el" | "la" | "the")
        && scene.lower(back - 2) == ","
        && scene.is(back - 3, &persons.family)
        && possessive(scene, back - 4)
    {
        words.start = back - 4;
    }
    let Some(whole) = scene.span(words.clone()).map(|span| span.to(naming.name.span)) else { return Vec::new() };
    // "A mother of two": the person's own.
    let own = scene.find(words.clone(), &persons.family).filter(|found| {
        found.start > 0
            && matches!(scene.lower(found.start - 1), "a" | "an" | "un" | "una" | ",")
            && matches!(scene.lower(found.end), "of" | "de")
            && scene.name_at(found.end + 1).is_none()
    });
    if let Some(own) = own {
        let value = scene.span(own.start..(own.end + 5).min(words.end));
        return match value.filter(|_| scene.in_story(&naming.person)) {
            Some(value) => {
                vec![attribute(scene, naming.name.span.to(value), &naming.person, Property::Family, scene.verbatim(value), RULE)]
            }
            None => Vec::new(),
        };
    }
    let lawyer = scene.find(words.clone(), &persons.lawyer);
    let kin = scene.find(words.clone(), &persons.family).filter(|found| near_possessor(scene, words.clone(), found));
    let mut drafts = Vec::new();
    let whose = |at: usize| whose(scene, words.clone(), at, &naming.person);
    if let Some(found) = kin {
        if let Some(person) = whose(found.start) {
            let relation = scene.span(found.clone()).map(|span| scene.verbatim(span)).unwrap_or_default();
            drafts.push(attribute(scene, whole, &person, Property::Family, format!("{relation}: {}", naming.person), RULE));
            drafts.push(attribute(scene, whole, &naming.person, Property::Role, relation, RULE));
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
