//! Other names of a person.
//!
//! # What it drafts
//! "alias El Zurdo", "known as Beto", "apodado …" behind or beside a person's name.
//!
//! # What it must not draft
//! Other names of places and organisations ("the prison known as …").
//!
//! # Examples
//! en: "**Luis Paz, known as Beto**" es: "**Luis Paz, alias El Zurdo**"
//!
//! # Known misses
//! A nickname inside the name, in marks.

use super::{Draft, attribute};
use crate::scene::Scene;
use paradero_model::{Property, Span};
use std::ops::Range;

const RULE: &str = "attribute/alias";

/// Drafts other names.
pub(super) fn draft(scene: &Scene) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut next = 0;
    for at in 0..scene.found.words.len() {
        if at < next {
            continue;
        }
        let cue = scene.book.persons.alias.iter().filter_map(|cue| scene.fits(at, cue)).max_by_key(Range::len);
        let Some(cue) = cue else { continue };
        next = cue.end;
        // The person stands right before: the name, and no more than a comma or bracket.
        let before = (at.saturating_sub(3)..at).rev().take_while(|word| {
            scene.name_at(*word).is_some()
                || matches!(scene.lower(*word), "," | "(" | "“" | "also" | "también" | "better" | "mejor")
        });
        let Some(name) = before.filter_map(|word| scene.name_at(word)).next() else { continue };
        let first = cue.end + usize::from(matches!(scene.lower(cue.end), "“" | "«" | "\"" | "the"));
        let capital = |word: usize| {
            scene.found.words.get(word).is_some_and(|word| scene.str(word.span).chars().next().is_some_and(char::is_uppercase))
        };
        let article = usize::from(matches!(scene.lower(first), "el" | "la"));
        let end = (first + article..first + article + 4).take_while(|word| capital(*word)).last().map(|last| last + 1);
        if let Some(alias) = end.and_then(|end| scene.span(first..end)) {
            let span = Span::new(name.span.start(), alias.end().max(name.span.start()));
            drafts.push(attribute(scene, span, &scene.fullest(name.span), Property::Alias, scene.verbatim(alias), RULE));
        }
    }
    drafts
}
