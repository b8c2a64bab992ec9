//! Evidence offered for an allegation that was made in a sentence before.
//!
//! # What it drafts
//! Nothing of its own: [`super::answer`] asks it. "Pointed to the compass as proof", "presentó los tatuajes como prueba": a verb of
//! pointing, what it points to, and a cue of proof that names no claim. It belongs to the nearest allegation before.
//!
//! # What it must not draft
//! Evidence whose owner is somebody else than the accused; a cue that names its claim ("as proof of gang ties") is a frame of its own.
//!
//! # Examples
//! en: "**In court, lawyers pointed to the compass as proof.**" es: "**La fiscalía presentó la brújula como prueba.**"
//!
//! # Known misses
//! "Cited the tattoos", without a cue of proof: it may cite anything.

use super::Frame;
use super::answer::REACH;
use crate::scene::Scene;
use paradero_lang::Clause;
use paradero_model::Span;

/// What is offered as proof in the sentences after `frame`, where no other allegation stands nearer.
pub(super) fn offered(scene: &Scene, frame: &Frame, frames: &[Frame], about: &[String]) -> Vec<Span> {
    let Some(here) = scene.found.sentence_at(frame.span.start()) else { return Vec::new() };
    let mut spans = Vec::new();
    for sentence in scene.found.sentences.iter().skip(here + 1).take(REACH) {
        let nearer =
            frames.iter().any(|other| other.span.start() > frame.span.start() && other.span.start() < sentence.span.start());
        if nearer {
            break;
        }
        let offers = sentence.words.clone().filter_map(|at| {
            let cue = scene.book.accuse.bare_proof.iter().find_map(|cue| scene.fits(at, cue))?;
            let names = scene.book.accuse.proof.iter().any(|cue| scene.fits(at, cue).is_some_and(|found| found.end > at + 2));
            let pointing = scene.found.clauses.iter().filter(|clause| {
                sentence.words.contains(&clause.head) && clause.head < at && scene.is(clause.head, &scene.book.accuse.point)
            });
            let clause = pointing.max_by_key(|clause| clause.head).filter(|clause| clause.negation.is_none())?;
            (!names && !matches!(scene.lower(cue.end), "of" | "that" | "de")).then_some(())?;
            pointed_to(scene, clause, at, about)
        });
        spans.extend(offers);
    }
    spans
}

/// The words between the verb and the cue, without the preposition and without whose they are; `None` where they are another's.
fn pointed_to(scene: &Scene, clause: &Clause, cue: usize, about: &[String]) -> Option<Span> {
    let mut words = clause.head + 1..cue;
    while matches!(scene.lower(words.start), "to" | "at" | "a" | "on" | "up" | "hacia") && words.len() > 1 {
        words.start += 1;
    }
    let first = scene.found.words.get(words.start)?.span.start();
    let phrase = scene.found.phrases.iter().filter(|phrase| phrase.span.start() == first).max_by_key(|phrase| phrase.span.len());
    if let Some(phrase) = phrase {
        let owners = scene.owners(phrase, true);
        let another = !owners.is_empty() && !owners.iter().any(|owner| about.contains(&owner.words));
        if another && phrase.possessor.is_some() {
            return None;
        }
        if let Some(possessor) = phrase.possessor.filter(|possessor| possessor.start() == first) {
            let bare = words.clone().find(|word| {
                scene.found.words[*word].span.start() >= possessor.end() && !matches!(scene.lower(*word), "'s" | "'")
            });
            words.start = bare.unwrap_or(words.start);
        }
    }
    scene.span(words)
}
