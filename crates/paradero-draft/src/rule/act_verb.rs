//! An act told by a verb.
//!
//! # What it drafts
//! A clause whose verb the codebook lists for an act: the person stands where the entry's list says (`on`: object or passive
//! subject; `by`: subject; `about`: a possessor, "for …", or the person the report is about).
//!
//! # What it must not draft
//! Anything that happens to no person ("the report was released"), to nobody in particular ("people could be abducted"), or to
//! speaker and reader ("they arrested us" in a speech).
//!
//! # Examples
//! en: "Agents **arrested Rosa Lima** on Friday." es: "**Rosa Lima fue detenida** el viernes."
//!
//! # Known misses
//! Idioms the codebook does not list; a person told of two sentences before without a name or pronoun.

use super::{Draft, act, for_each_whom};
use crate::{
    codebook::{ActVerb, Stands},
    scene::Scene,
};
use paradero_lang::{Clause, Link, Role, VerbForm, Voice};
use paradero_model::{ActCode, Claim, Modality, Span};

const RULE: &str = "act/verb";

/// Drafts the acts that verbs tell.
pub(super) fn draft(scene: &Scene) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for clause in &scene.found.clauses {
        for verb in scene.verbs_of(clause) {
            drafts.extend(told(scene, clause, verb));
        }
    }
    drafts
}

fn told(scene: &Scene, clause: &Clause, verb: &ActVerb) -> Vec<Draft> {
    let whom = scene.patients(clause, verb);
    // Who only arrives or comes back is told of where the report is about that person.
    let passing = matches!(verb.code, ActCode::Arrival | ActCode::Return | ActCode::Hearing | ActCode::Intervention)
        && verb.stands == Stands::Subject;
    if whom.is_empty() || passing && !whom.iter().all(|who| who.group || scene.in_story(&who.words)) {
        return Vec::new();
    }
    // "La ley prohíbe detener a una persona": a norm speaks of nobody.
    if whom.iter().all(|who| who.group) && norm(scene, clause) {
        return Vec::new();
    }
    // "La agencia cita a tres testigos": a medium quotes, it summons nobody.
    if verb.code == ActCode::Hearing && verb.stands == Stands::Object && medium(scene, clause) {
        return Vec::new();
    }
    let code = lasting(scene, clause, verb.code);
    if part_of_other(scene, clause, code) {
        return Vec::new();
    }
    let negated = !verb.pattern.particles.is_empty()
        && verb.pattern.particles.iter().any(|word| word != "se" && word != "le" && word != "lo")
        || matches!(code, ActCode::CustodyDenied);
    let mut span = words(scene, clause);
    if matches!(code, ActCode::CustodyDenied | ActCode::Disappearance) && verb.stands == Stands::Around {
        // What is denied or not known stands in the clause below.
        let index = scene.found.clauses.iter().position(|other| std::ptr::eq(other, clause));
        let below = scene
            .found
            .clauses
            .iter()
            .filter(|below| below.governor == index && below.link == Link::Complement && below.span.start() >= span.end());
        span = below
            .map(|below| below.span)
            .filter(|below| below.start() - span.end() < 12)
            .fold(span, |span, below| span.to(below));
    }
    let setting = scene.setting(clause, code, verb.stands != Stands::Subject);
    let mut told = act(code);
    told.modality = scene.certainty(clause, negated);
    // "Ordered him removed": what is ordered is not yet done.
    let ordered = scene
        .object_before(clause)
        .is_some_and(|(_, above)| matches!(scene.lemma(above.head), "order" | "want" | "demand" | "request" | "need"));
    if ordered && told.modality == Modality::Stated {
        told.modality = Modality::Possible;
    }
    told.says = scene.says_of(span, Some(clause));
    told.when = setting.when;
    told.place = setting.place;
    told.from = setting.from;
    told.who = setting.who.filter(|who| !whom.iter().any(|referent| referent.words == *who));
    match code {
        // Who does not know where somebody is says so, and does nothing.
        ActCode::Disappearance if verb.stands == Stands::Around => told.says = told.says.or(told.who.take()),
        // Who denies is the one who says it.
        ActCode::CustodyDenied if told.who.is_none() => told.who = told.says.take(),
        _ => {}
    }
    if code == ActCode::Ruling {
        told.outcome = Some(outcome(scene, clause));
        // A court's own order to do something is done, whatever hangs on it.
        if told.modality == Modality::Possible
            && clause.tense.is_some()
            && clause.modal.is_none()
            && clause.form == VerbForm::Finite
        {
            told.modality = scene.certainty(clause, true);
        }
    }
    for_each_whom(&told, &whom).into_iter().map(|act| Draft { span, claim: Claim::Act(act), rule: RULE }).collect()
}

/// Whether a medium or a document is the subject of a clause.
fn medium(scene: &Scene, clause: &Clause) -> bool {
    let subject = clause.arguments.iter().find(|argument| argument.role == Role::Subject);
    let origin = &scene.book.origin;
    subject.is_some_and(|subject| scene.is(subject.head, &origin.medium) || scene.is(subject.head, &origin.documents))
}

/// Whether a law, or something like it, is what speaks or provides in the clause or in one it hangs on.
fn norm(scene: &Scene, clause: &Clause) -> bool {
    let provides = |clause: &Clause| {
        let subject = clause.arguments.iter().find(|argument| argument.role == Role::Subject);
        subject.is_some_and(|subject| {
            matches!(
                scene.lemma(subject.head),
                "law"
                    | "act"
                    | "statute"
                    | "constitution"
                    | "treaty"
                    | "convention"
                    | "protocol"
                    | "regulation"
                    | "rule"
                    | "bill"
                    | "ley"
                    | "constitución"
                    | "tratado"
                    | "convenio"
                    | "convención"
                    | "protocolo"
                    | "reglamento"
                    | "código"
                    | "norma"
                    | "artículo"
                    | "decreto"
                    | "proyecto"
            )
        })
    };
    let mut above = Some(clause);
    for _ in 0..4 {
        match above {
            Some(clause) if provides(clause) => return true,
            Some(clause) => above = scene.governor(clause),
            None => break,
        }
    }
    false
}

/// "Would not say which agency holds him", "threatened to kill him": the clause above tells it already.
fn part_of_other(scene: &Scene, clause: &Clause, code: ActCode) -> bool {
    let Some(above) = scene.governor(clause).filter(|_| clause.link == Link::Complement) else { return false };
    scene.verbs_of(above).iter().any(|verb| {
        verb.code == ActCode::CustodyDenied && code == ActCode::Detention
            || verb.code == ActCode::Threat && code == ActCode::Death
    })
}

/// The words that tell it: the clause, without clauses at its end that hang on it.
fn words(scene: &Scene, clause: &Clause) -> Span {
    // "250 deported migrants": a participle before its noun tells with the whole phrase.
    let group = scene.span(clause.group.clone()).unwrap_or(clause.span);
    let noun =
        clause.arguments.iter().find(|argument| argument.role == paradero_lang::Role::Subject && argument.span.contains(group));
    if let Some(noun) = noun.filter(|noun| clause.form == VerbForm::Participle && noun.head > clause.head) {
        return scene.trimmed(scene.without_tail(noun.span));
    }
    let mut end = scene.found.words.get(clause.group.end.saturating_sub(1)).map_or(clause.span.end(), |word| word.span.end());
    let mut start = scene.found.words.get(clause.group.start).map_or(clause.span.start(), |word| word.span.start());
    let group = start;
    for argument in &clause.arguments {
        // A long subject, or one set apart by an apposition, is not part of the smallest clause.
        let far = argument.span.end() < group && (group - argument.span.end() > 3 || argument.span.len() > 60);
        if clause.span.contains(argument.span) && !far {
            end = end.max(argument.span.end());
            start = start.min(argument.span.start());
        }
    }
    let span = Span::try_from((start.max(clause.span.start()), end.min(clause.span.end()))).unwrap_or(clause.span);
    scene.trimmed(span)
}

/// The deciding words of a ruling: from the verb to the end of the clause.
fn outcome(scene: &Scene, clause: &Clause) -> String {
    let from = scene.found.words.get(clause.group.start).map_or(clause.span.start(), |word| word.span.start());
    let whole = words(scene, clause);
    scene.verbatim(Span::try_from((from.max(whole.start()), whole.end())).unwrap_or(whole))
}

/// The act that a verb tells of where its form says that it lasts: "is detained", "permanece detenido".
fn lasting(scene: &Scene, clause: &Clause, code: ActCode) -> ActCode {
    let Some((_, other)) = scene.book.lasting.iter().find(|(from, _)| *from == code) else { return code };
    if clause.voice == Voice::Active || clause.group.len() < 2 {
        return code;
    }
    let timed = clause.arguments.iter().any(|argument| {
        let span =
            |word: usize| matches!(scene.lemma(word), "year" | "month" | "week" | "day" | "año" | "mes" | "semana" | "día");
        argument.preposition.as_deref().is_some_and(|word| matches!(word, "for" | "since" | "desde hace"))
            && (span(argument.head) || argument.preposition.as_deref() != Some("for"))
    });
    if timed || scene.holds(clause.group.clone(), &scene.book.speech.lasting) { *other } else { code }
}
