//! How old a person is.
//!
//! # What it drafts
//! A number behind the name ("Rosa Lima, 29,", "(41 años", "de 52 años"), "38-year-old" beside a noun or name, "tiene veintitrés años", "was 56
//! years old". The value is the number as worded.
//!
//! # What it must not draft
//! Durations ("for 25 years", "cinco años de cárcel").
//!
//! # Examples
//! en: "**Rosa Lima, 29**, a nurse" es: "**Rosa Lima, de 29 años**"
//!
//! # Known misses
//! A year of birth.

use super::{Draft, attribute};
use crate::scene::{Scene, naming};
use paradero_lang::{Form, Pos};
use paradero_model::{Property, Span};

const RULE: &str = "attribute/age";

/// Drafts the ages.
pub(super) fn draft(scene: &Scene) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let namings = naming::all(scene);
    for naming in &namings {
        for behind in &naming.behind {
            if let Some((value, span)) = opening_age(scene, *behind) {
                drafts.push(attribute(scene, naming.name.span.to(span), &naming.person, Property::Age, value, RULE));
                break;
            }
        }
    }
    for at in 0..scene.found.words.len() {
        drafts.extend(beside_noun(scene, at, &namings));
    }
    drafts
}

/// An age that opens an apposition: "29", "de 52 años", "41 años", "a 38-year-old".
fn opening_age(scene: &Scene, span: Span) -> Option<(String, Span)> {
    let mut words = scene.words(span);
    while words.len() > 1 && matches!(scene.lower(words.start), "de" | "aged" | "age" | "a" | "an" | "of" | "who" | "was" | "is")
    {
        words.start += 1;
    }
    let value = age_at(scene, words.start)?;
    let rest = words.start + 1..words.end;
    let years = scene.holds(rest.start..(rest.start + 3).min(rest.end), &scene.book.persons.age);
    let alone = rest.is_empty();
    if !years && !alone && !written_year_old(scene, words.start) {
        return None;
    }
    let end = if alone { words.start + 1 } else { (words.start + 2).min(words.end) };
    Some((value, span.to(scene.span(words.start..end)?)))
        .map(|(value, whole)| (value, Span::new(whole.start(), scene.found.words[end - 1].span.end())))
}

fn written_year_old(scene: &Scene, word: usize) -> bool {
    scene.lower(word).contains("-year-old") || scene.lower(word).contains("-years-old")
}

/// The number of an age at a word: digits below 120, or a Spanish number word.
fn age_at(scene: &Scene, word: usize) -> Option<String> {
    let lower = scene.lower(word);
    let digits: String = lower.chars().take_while(char::is_ascii_digit).collect();
    if !digits.is_empty() {
        let rest = &lower[digits.len()..];
        let fits = rest.is_empty() || rest.starts_with("-year");
        return (fits && digits.parse::<u32>().is_ok_and(|age| (1..120).contains(&age))).then_some(digits);
    }
    let number = scene.found.words.get(word)?.pos == Pos::Num && lower.len() > 3;
    number.then(|| lower.to_owned())
}

/// "A 38-year-old nurse", "el joven, de 28 años", "tiene veintitrés años", "he was 56 years old".
fn beside_noun(scene: &Scene, at: usize, namings: &[naming::Naming]) -> Option<Draft> {
    let value = age_at(scene, at)?;
    let year_old = written_year_old(scene, at)
        || scene.lower(at + 1) == "-year-old"
        || scene.lower(at + 1) == "-" && scene.lower(at + 2) == "year"
        || scene.lower(at + 1) == "year-old";
    let years = matches!(scene.lower(at + 1), "años" | "years");
    let said = years
        && (matches!(scene.lower(at + 2), "old" | "of")
            || scene.lower(at + 2) == "de" && scene.lower(at + 3) == "edad"
            || at > 0 && matches!(scene.lemma(at - 1), "tener" | "cumplir")
            || at > 1 && scene.lower(at - 1) == "de" && (scene.lower(at - 2) == "," || scene.is_person_noun(at - 2))
            || at > 1 && scene.lower(at - 1) == "los" && scene.lower(at - 2) == "a");
    let aged = at > 0 && scene.lower(at - 1) == "aged";
    if !year_old && !said && !aged {
        return None;
    }
    let word = scene.found.words.get(at)?.span;
    if namings.iter().any(|naming| naming.behind.iter().any(|behind| behind.contains(word))) {
        return None;
    }
    let phrase = scene.found.phrases.iter().filter(|phrase| phrase.span.contains(word)).min_by_key(|phrase| phrase.span.len());
    let clause = scene.clause_at(at).and_then(|clause| scene.found.clauses.get(clause));
    let subject = || super::subject_person(scene, clause?);
    let meant = phrase.map(|phrase| scene.referents(phrase.span, phrase.head)).unwrap_or_default();
    // "That 4-year-old child": somebody whom the report does not name.
    if meant.iter().any(|referent| referent.group) {
        return None;
    }
    let named = meant.into_iter().next().map(|referent| referent.words);
    let described = || {
        phrase.is_none_or(|phrase| !scene.is_person_noun(phrase.head)).then(|| scene.focus(word.end(), Form::default())).flatten()
    };
    let person = named.or_else(subject).or_else(described)?;
    let end = scene.found.words.get(at + 1).map_or(word.end(), |word| word.span.end());
    let start = phrase.filter(|_| year_old).map_or(word.start(), |phrase| phrase.span.start());
    let span =
        Span::try_from((start, phrase.filter(|_| year_old).map_or(end, |phrase| scene.without_tail(phrase.span).end()))).ok()?;
    Some(attribute(scene, span, &person, Property::Age, value, RULE))
}
