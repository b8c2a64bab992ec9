//! What stands around a name: the words right before it and the appositions right behind it.
//!
//! The rules for attributes share it: "Venezuelan makeup artist **Rosa Lima**, 29, a nurse from Cúa" has one stretch before the name
//! and two behind.

use super::Scene;
use paradero_lang::{Name, NameKind, Pos};
use paradero_model::Span;

/// Words that open a circumstance or a source: what they open is no apposition ("in Florence, **according to** a complaint").
const CIRCUMSTANCE: [&str; 22] = [
    "according",
    "según",
    "conforme",
    "after",
    "tras",
    "before",
    "during",
    "durante",
    "since",
    "until",
    "despite",
    "following",
    "under",
    "ante",
    "bajo",
    "por",
    "by",
    "citing",
    "mediante",
    "sin",
    "without",
    "where",
];

/// A person named, with the words around the name.
pub(crate) struct Naming<'a> {
    /// The name where it stands.
    pub name: &'a Name,
    /// The fullest name of the report.
    pub person: String,
    /// The words right before: title, nationality, occupation.
    pub before: Option<Span>,
    /// The appositions right behind, without commas and brackets.
    pub behind: Vec<Span>,
}

/// Every naming of a person, in the order of the text.
pub(crate) fn all<'a>(scene: &Scene<'a>) -> Vec<Naming<'a>> {
    let people = scene.found.names.iter().filter(|name| name.kind == NameKind::Person);
    let mut all: Vec<Naming> = people
        .map(|name| Naming { name, person: scene.fullest(name.span), before: before(scene, name), behind: behind(scene, name) })
        .collect();
    // "Los periodistas Ana Ruiz y Eva Paz": what stands in the plural before the first belongs to each.
    for at in 1..all.len() {
        let (earlier, later) = all.split_at_mut(at);
        let (Some(first), Some(second)) = (earlier.last(), later.first_mut()) else { continue };
        let between = scene.text.body().get(first.name.span.end()..second.name.span.start()).unwrap_or("?").trim();
        let joined = !between.is_empty() && between.split_whitespace().all(|word| matches!(word, "," | "and" | "y" | "e" | "&"));
        let noun = |word: usize| scene.found.words[word].pos == Pos::Noun && scene.is_plural(word);
        if joined && second.before.is_none() && first.before.is_some_and(|before| scene.words(before).any(noun)) {
            second.before = first.before;
        }
    }
    all
}

fn before(scene: &Scene, name: &Name) -> Option<Span> {
    let sentence = scene.words(scene.sentence_span(name.span.start())?);
    let at = scene.words(name.span).start;
    let mut first = at;
    while first > sentence.start && at - first < 12 {
        let word = scene.found.words.get(first - 1)?;
        let lower = scene.lower(first - 1);
        let comma = lower == "," && name.title.is_some_and(|title| title.end() <= word.span.start() && first == at);
        let noun = matches!(word.pos, Pos::Noun | Pos::Adj | Pos::Propn | Pos::Num) && !matches!(lower, "," | ";");
        let joined = matches!(lower, "of" | "de" | "del" | "and" | "y" | "-" | "." | "'s" | "for" | "la" | "el")
            && first < at
            && inside_title(scene, name, first - 1);
        if !noun && !joined && !comma && !inside_title(scene, name, first - 1) {
            break;
        }
        first -= 1;
        // A possessive or an article opens what belongs to the name.
        if word.pos == Pos::Det {
            break;
        }
    }
    let start = name
        .title
        .filter(|title| title.end() <= name.span.start())
        .map(|title| scene.words(title).start)
        .map_or(first, |title| title.min(first));
    scene.span(start..at)
}

fn inside_title(scene: &Scene, name: &Name, word: usize) -> bool {
    let Some(span) = scene.found.words.get(word).map(|word| word.span) else { return false };
    name.title.is_some_and(|title| title.contains(span))
}

fn behind(scene: &Scene, name: &Name) -> Vec<Span> {
    let Some(sentence) = scene.sentence_span(name.span.start()) else { return Vec::new() };
    let sentence = scene.words(sentence);
    let mut at = scene.words(name.span).end;
    let mut found = Vec::new();
    for _ in 0..4 {
        if at >= sentence.end || !matches!(scene.lower(at), "," | "(" | ")") {
            break;
        }
        while at < sentence.end && matches!(scene.lower(at), "," | "(" | ")") {
            at += 1;
        }
        let start = at;
        while at < sentence.end && at - start < 24 && !matches!(scene.lower(at), "," | ")" | "(" | ";" | ":" | "." | "”" | "»")
        {
            let word = &scene.found.words[at];
            let verb = matches!(word.pos, Pos::Verb | Pos::Aux) && word.form.tense.is_some() && at > start;
            if verb {
                break;
            }
            at += 1;
        }
        let opening = scene.found.words.get(start).map(|word| word.pos);
        let verbal = matches!(opening, Some(Pos::Verb | Pos::Aux | Pos::Cconj | Pos::Sconj | Pos::Pron))
            || matches!(scene.lower(start), "who" | "que" | "quien" | "y" | "and" | "whose" | "cuyo")
            || CIRCUMSTANCE.contains(&scene.lower(start));
        // "Ana Ruiz, Eva Paz y …": a name behind a name is another person.
        if verbal || start == at || scene.name_at(start).is_some() {
            break;
        }
        found.extend(scene.span(start..at));
    }
    found
}
