//! An act told by a noun.
//!
//! # What it drafts
//! A noun the codebook lists for an act, where it is said whose it is ("Lima's release", "su detención", "la captura de Rosa Lima"),
//! or where it is the one the report is about ("the arrest took place …").
//!
//! # What it must not draft
//! Labels, policies and names ("the detention policy", "Grupo de Trabajo sobre Desapariciones"), or a noun without anyone.
//!
//! # Examples
//! en: "**Rosa Lima’s July 18 release** was confirmed." es: "**La captura de Rosa Lima** ocurrió el lunes."
//!
//! # Known misses
//! A noun in a heading whose person only the text below names.

use super::{Draft, act, for_each_whom};
use crate::{
    codebook::ActVerb,
    scene::{Referent, Scene},
};
use paradero_lang::{Clause, Form, Phrase, Role};
use paradero_model::{ActCode, Claim, Span};

const RULE: &str = "act/noun";

/// Drafts the acts that nouns tell.
pub(super) fn draft(scene: &Scene) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for phrase in &scene.found.phrases {
        if let Some((_, code)) = scene.noun_act(phrase.head) {
            drafts.extend(told(scene, phrase, code));
        }
    }
    drafts
}

fn told(scene: &Scene, phrase: &Phrase, code: ActCode) -> Vec<Draft> {
    let clause = scene.clause_at(phrase.head).and_then(|clause| scene.found.clauses.get(clause));
    if clause.is_some_and(|clause| part_of_telling(scene, clause, phrase, code)) {
        return Vec::new();
    }
    let mut whom = scene.owners(phrase, false);
    if whom.is_empty() {
        whom.extend(clause.and_then(|clause| bearer(scene, clause, phrase)));
    }
    // "Remain in prison, awaiting trial": what stands beside a verb is its subject's, before it is the one told of last.
    if let Some(waiting) = clause
        .filter(|_| phrase.possessor.is_none() && code == ActCode::Hearing)
        .map(|clause| subject(scene, clause, phrase))
        .filter(|subject| !subject.is_empty())
    {
        whom = waiting;
    }
    if whom.is_empty() {
        whom = clause.map(|clause| against(scene, clause)).unwrap_or_default();
    }
    // "A Supreme Court order to return Ruiz": a court's order is about whom it names, or whom the report is about.
    if whom.is_empty() && code == ActCode::Ruling && scene.holds(scene.words(phrase.span), &scene.book.places.judge) {
        whom.extend(
            scene
                .named_after(phrase.span)
                .or_else(|| scene.focus(phrase.span.start(), Form::default()))
                .map(|words| Referent { words, group: false }),
        );
    }
    if whom.is_empty() && code == ActCode::Exchange && phrase.complements.is_empty() {
        whom.extend(scene.focus(phrase.span.start(), Form::default()).map(|words| Referent { words, group: false }));
    }
    if whom.is_empty() {
        return Vec::new();
    }
    let span = words(scene, phrase);
    let setting = scene.noun_setting(phrase, code);
    let mut told = act(code);
    told.modality = scene.noun_certainty(phrase.span, phrase.head);
    // "Orden de captura", "arrest warrant": ordered, not done.
    let ordered = |word: usize| scene.is(word, &scene.book.speech.possible_nouns);
    if !matches!(code, ActCode::Ruling | ActCode::Threat)
        && scene.words(phrase.span).take_while(|word| *word <= phrase.head).any(ordered)
    {
        told.modality = paradero_model::Modality::Possible;
    }
    told.says = clause.and_then(|clause| confirmed(scene, clause, phrase)).or_else(|| scene.says_of(phrase.span, clause));
    told.when = setting.when;
    told.place = setting.place;
    told.from = setting.from;
    told.who = setting.who;
    if code == ActCode::Ruling {
        told.outcome = Some(scene.verbatim(phrase.span));
    }
    for_each_whom(&told, &whom).into_iter().map(|act| Draft { span, claim: Claim::Act(act), rule: RULE }).collect()
}

/// "Dismissed his asylum claim": what is decided or filed belongs to the deciding and the filing.
fn part_of_telling(scene: &Scene, clause: &Clause, phrase: &Phrase, code: ActCode) -> bool {
    let object = clause.arguments.iter().any(|argument| matches!(argument.role, Role::Object) && argument.head == phrase.head);
    let decides = |verb: &&&ActVerb| matches!(verb.code, ActCode::Ruling | ActCode::LegalFiling);
    // "Is serving his sentence" is the serving, no new sentence.
    let serves = code == ActCode::Ruling && object && scene.verbs_of(clause).iter().any(|verb| verb.code == ActCode::Detention);
    if serves {
        return true;
    }
    matches!(code, ActCode::AsylumClaim | ActCode::LegalFiling | ActCode::Charge)
        && object
        && scene.verbs_of(clause).iter().any(|verb| decides(&verb))
}

/// "Suffered torture", "citing persecution", "had a hearing": the noun is the object of a verb that says whose it is.
fn bearer(scene: &Scene, clause: &Clause, phrase: &Phrase) -> Option<Referent> {
    const BEARING: [&str; 29] = [
        "have",
        "suffer",
        "face",
        "cite",
        "flee",
        "fear",
        "await",
        "receive",
        "endure",
        "claim",
        "allege",
        "report",
        "describe",
        "undergo",
        "get",
        "tener",
        "sufrir",
        "enfrentar",
        "recibir",
        "alegar",
        "denunciar",
        "esperar",
        "contar",
        "padecer",
        "temer",
        "huir",
        "cumplir",
        "afrontar",
        "soportar",
    ];
    let object = clause.arguments.iter().any(|argument| {
        matches!(argument.role, Role::Object | Role::Oblique) && argument.span.contains(scene.found.words[phrase.head].span)
    });
    if !object || !BEARING.contains(&scene.lemma(clause.head)) {
        return None;
    }
    let subject = super::subject_person(scene, clause).or_else(|| super::subject_person(scene, scene.governor(clause)?));
    subject.filter(|person| scene.in_story(person)).map(|words| Referent { words, group: false })
}

/// "Contra él existe una orden de captura", "a warrant was issued for her".
fn against(scene: &Scene, clause: &Clause) -> Vec<Referent> {
    let stands = |preposition: &str| matches!(preposition, "against" | "contra" | "en contra de" | "for");
    let argument = clause
        .arguments
        .iter()
        .find(|argument| argument.role == Role::Oblique && argument.preposition.as_deref().is_some_and(stands));
    let mut meant = argument.map(|argument| scene.meant_all(argument, clause)).unwrap_or_default();
    meant.retain(|referent| !referent.group);
    meant
}

/// The persons who are the subject of a clause in which a noun stands as an oblique.
fn subject(scene: &Scene, clause: &Clause, phrase: &Phrase) -> Vec<Referent> {
    const BESIDE: [&str; 12] =
        ["a la espera de", "awaiting", "pending", "in", "en", "for", "before", "after", "tras", "at", "until", "hasta"];
    let beside = clause.arguments.iter().any(|argument| {
        argument.role == Role::Oblique
            && argument.preposition.as_deref().is_some_and(|word| BESIDE.contains(&word))
            && argument.span.contains(scene.found.words[phrase.head].span)
    });
    let subject = clause.arguments.iter().find(|argument| argument.role == Role::Subject && beside);
    let mut meant = subject.map(|argument| scene.meant_all(argument, clause)).unwrap_or_default();
    meant.retain(|referent| referent.group || scene.in_story(&referent.words));
    meant
}

/// "Her release was confirmed by her lawyers": who says it is the agent.
fn confirmed(scene: &Scene, clause: &Clause, phrase: &Phrase) -> Option<String> {
    let subject = clause.arguments.iter().any(|argument| argument.role == Role::Subject && argument.head == phrase.head);
    (subject && clause.voice == paradero_lang::Voice::Passive && scene.says(clause.head)).then(|| scene.agent(clause)).flatten()
}

/// The phrase; with the clause it is the subject of, where that only says when and where it took place.
fn words(scene: &Scene, phrase: &Phrase) -> Span {
    let clause = scene.subject_clause(phrase).map(|clause| clause.span);
    let span = clause.filter(|clause| clause.contains(phrase.span)).unwrap_or(phrase.span);
    scene.trimmed(scene.without_tail(span))
}
