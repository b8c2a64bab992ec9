//! What is offered as proof of an allegation, and what answers it.
//!
//! # What it drafts
//! Nothing of its own: [`super::allegation`] asks it. Evidence stands in a frame of proof ("as proof of"), in the same sentence behind
//! "due to", "por unos", in a later frame about the same person, or in an offer ([`super::offer`]). An answer is told by the accused, the
//! family or the lawyer ([`super::told`]), or it is a clause that denies ("rejected those claims"), one
//! of a sentence that opens with "However", or words like "unsupported by evidence" behind the claim.
//!
//! # What it must not draft
//! A rebuttal of another claim: later sentences answer for persons they name or mean, never for a group.
//!
//! # Examples
//! en: "**However, the tattoos honor his parents.**" es: "**Su familia rechazó esas acusaciones.**"
//!
//! # Known misses
//! Answers told before the claim.

use super::Frame;
use crate::scene::Scene;
use paradero_lang::{Link, VerbForm};
use paradero_model::Span;

/// How many sentences after a claim may answer it.
pub(super) const REACH: usize = 2;

/// The words offered as proof.
pub(super) fn evidence(scene: &Scene, frame: &Frame, frames: &[Frame], about: &[String], group: bool) -> Vec<Span> {
    let mut spans = frame.evidence.clone();
    if spans.is_empty() && !group {
        let here = scene.found.sentence_at(frame.span.start()).unwrap_or(0);
        let near = frames.iter().filter(|other| {
            let there = scene.found.sentence_at(other.span.start()).unwrap_or(usize::MAX);
            (here..=here + REACH).contains(&there) && other.about.iter().any(|person| about.contains(&person.words))
        });
        spans.extend(near.flat_map(|other| other.evidence.iter().copied()));
        spans.extend(behind_cue(scene, frame));
        spans.extend(super::offer::offered(scene, frame, frames, about));
    }
    spans
}

/// Evidence as worded, each once.
pub(super) fn worded(scene: &Scene, spans: &[Span]) -> Vec<String> {
    let mut words: Vec<String> =
        spans.iter().map(|span| scene.str(*span).trim().to_owned()).filter(|words| !words.is_empty()).collect();
    words.dedup();
    words
}

/// "Due to his tattoo", "based on a tweet", "por unos tuits", behind the claim in its sentence.
fn behind_cue(scene: &Scene, frame: &Frame) -> Option<Span> {
    const CUES: [&str; 8] =
        ["due to", "based on", "because of", "on the basis of", "citing", "por unos", "por un", "con base en"];
    let sentence = scene.words(scene.sentence_span(frame.claim.start())?);
    let from = scene.words(frame.claim).start;
    let cue = (from..sentence.end).find_map(|at| CUES.iter().find_map(|cue| scene.fits(at, cue)))?;
    let start = scene.found.words.get(cue.end)?.span.start();
    let phrase = scene
        .found
        .phrases
        .iter()
        .filter(|phrase| phrase.span.start() <= start && start < phrase.span.end())
        .min_by_key(|phrase| phrase.span.len())?;
    Some(phrase.span)
}

/// The words that deny, explain or rebut.
pub(super) fn answers(scene: &Scene, frame: &Frame, about: &[String], evidence: &[Span], group: bool) -> Vec<String> {
    let mut spans = same_sentence(scene, frame);
    if !group {
        spans.extend(later(scene, frame, about));
        let told = super::told::answers(scene, frame.span, about, evidence);
        let new = told.into_iter().filter(|told| !spans.iter().any(|span: &Span| span.overlaps(*told))).collect::<Vec<_>>();
        spans.extend(new);
    }
    let mut words: Vec<String> = Vec::new();
    for span in spans {
        let text = scene.str(scene.trimmed(span)).trim().to_owned();
        if !text.is_empty() && !words.contains(&text) {
            words.push(text);
        }
    }
    words
}

/// Behind the claim in its own sentence: what a dash or comma sets off and one of the answering phrases marks.
fn same_sentence(scene: &Scene, frame: &Frame) -> Vec<Span> {
    let Some(sentence) = scene.sentence_span(frame.claim.start()) else { return Vec::new() };
    let words = scene.words(sentence);
    let after = scene.words(frame.claim).end;
    let Some(found) = scene.find(after..words.end, &scene.book.accuse.answer_phrases) else { return Vec::new() };
    let mut start = found.start;
    while start > after
        && !matches!(scene.lower(start - 1), "," | "—" | "–" | ";" | "(" | "but" | "pero" | "y" | "and" | "-" | "--")
    {
        start -= 1;
    }
    let mut end = found.end;
    while end < words.end && !matches!(scene.lower(end), "," | "—" | "–" | ";" | ")" | "." | "”" | "»") {
        end += 1;
    }
    scene.span(start..end).into_iter().collect()
}

/// In the sentences after: clauses that deny, and all of a sentence that opens with "However".
fn later(scene: &Scene, frame: &Frame, about: &[String]) -> Vec<Span> {
    let here = scene.found.sentence_at(frame.span.start()).unwrap_or(0);
    let mut spans = Vec::new();
    let accuse = &scene.book.accuse;
    for index in here + 1..=here + REACH {
        let Some(sentence) = scene.found.sentences.get(index) else { break };
        let opens = accuse.answer_openings.iter().any(|opening| scene.fits(sentence.words.start, opening).is_some());
        for clause in scene.found.clauses.iter().filter(|clause| clause.sentence == index && clause.form == VerbForm::Finite) {
            let denies = scene.is(clause.head, &accuse.answer_verbs)
                && matches!(clause.link, Link::Main)
                && about_claims(scene, clause.span);
            let speaks = scene.says(clause.head) && !denies;
            let phrase = scene.holds(scene.words(clause.span), &accuse.answer_phrases);
            let own = clause.link == Link::Main && !speaks || phrase;
            if denies || opens && own || phrase && means(scene, clause.span, about) {
                let inside = spans.iter().any(|span: &Span| span.contains(clause.span));
                if !inside {
                    spans.push(clause.span);
                }
            }
        }
    }
    spans
}

/// Whether a denial denies claims ("those accusations"), or says so of itself ("denied it").
fn about_claims(scene: &Scene, span: Span) -> bool {
    let text = scene.str(span).to_lowercase();
    [
        "accus",
        "alleg",
        "claim",
        "charge",
        "it",
        "acusaci",
        "señalamient",
        "cargos",
        "imputaci",
        "versi",
        "denied any",
        "wrongdoing",
        "report",
        "denuncia",
    ]
    .iter()
    .any(|stem| text.contains(stem))
}

/// Whether a clause names or means one of the persons.
fn means(scene: &Scene, span: Span, about: &[String]) -> bool {
    let named = scene.found.names.iter().any(|name| span.contains(name.span) && about.contains(&scene.fullest(name.span)));
    let meant = scene.found.chains.iter().any(|chain| {
        chain.name.is_some_and(|name| about.contains(&scene.fullest(name)))
            && chain.mentions.iter().any(|mention| span.contains(mention.span))
    });
    named || meant
}
