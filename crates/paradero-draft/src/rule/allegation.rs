//! A claim of wrongdoing against a person or a group, with what is offered as proof and what answers it.
//!
//! # What it drafts
//! - "accused her of theft", "lo vinculó con la banda": a verb of accusing, its object or passive subject, and the claim behind;
//! - "alleged that he was a gang member": a verb of claiming, and what its complement says of its subject;
//! - "pointed to his tattoos as proof of gang ties": evidence, with the claim behind "proof of";
//! - "pointed to the compass as proof", behind an allegation: evidence of it, and no claim of its own;
//! - "su presunta pertenencia a la banda": a noun marked as only claimed;
//! - "arrested for theft", "orden de captura por terrorismo": the wrong that an act's "for" or "por" names.
//!
//! # What it must not draft
//! A claim about a group for a person of that group; a speaker's own judgement of a government; an accusation without a wrong.
//!
//! # Examples
//! en: "**The ministry accused Lima of theft.**" es: "**El fiscal acusó a Lima de terrorismo.**"
//!
//! # Known misses
//! Accusations in quoted speech without a verb of accusing ("he is a terrorist").

mod answer;
mod offer;
mod told;

use super::Draft;
use crate::scene::{Referent, Scene};
use paradero_lang::{Argument, Clause, Link, Role, VerbForm, Voice};
use paradero_model::{ActCode, Allegation, Claim, Span};

const RULE: &str = "allegation/frame";

/// A frame found in the text, before its evidence and answers are gathered.
pub(super) struct Frame {
    pub about: Vec<Referent>,
    pub claim: Span,
    pub by: Option<String>,
    pub evidence: Vec<Span>,
    pub span: Span,
}

/// Drafts the allegations.
pub(super) fn draft(scene: &Scene) -> Vec<Draft> {
    let mut frames: Vec<Frame> = Vec::new();
    for (index, clause) in scene.found.clauses.iter().enumerate() {
        let found = accused(scene, clause).or_else(|| for_wrong(scene, clause));
        frames.extend(found);
        frames.extend(claimed(scene, index, clause));
        frames.extend(called(scene, clause));
    }
    frames.extend(proofs(scene));
    frames.extend(marked(scene));
    frames.sort_by_key(|frame| frame.span.start());
    let mut drafts = Vec::new();
    for frame in &frames {
        drafts.extend(statements(scene, frame, &frames));
    }
    drafts
}

fn statements(scene: &Scene, frame: &Frame, frames: &[Frame]) -> Vec<Draft> {
    let named: Vec<String> = frame.about.iter().filter(|about| !about.group).map(|about| about.words.clone()).collect();
    let groups = frame.about.iter().filter(|about| about.group).map(|about| vec![about.words.clone()]);
    let mut drafts = Vec::new();
    let lists = (!named.is_empty()).then_some((named, false)).into_iter().chain(groups.map(|group| (group, true)));
    for (about, group) in lists {
        let evidence = answer::evidence(scene, frame, frames, &about, group);
        let claim = Allegation {
            answer: answer::answers(scene, frame, &about, &evidence, group),
            evidence: answer::worded(scene, &evidence),
            about,
            group,
            claim: scene.worded(frame.claim),
            by: frame.by.clone(),
        };
        drafts.push(Draft { span: scene.trimmed(frame.span), claim: Claim::Allegation(claim), rule: RULE });
    }
    drafts
}

/// "Accused Lima of theft", "Lima was accused of theft", "vinculó a Lima con la banda".
fn accused(scene: &Scene, clause: &Clause) -> Option<Frame> {
    let accuse = &scene.book.accuse;
    if !scene.is(clause.head, &accuse.on) || clause.negation.is_some() {
        return None;
    }
    let patient = match clause.voice {
        Voice::Passive => Role::Subject,
        _ => Role::Object,
    };
    let about = persons(scene, clause, &[patient, Role::Indirect]);
    if about.is_empty() {
        return None;
    }
    let claim = claim_after(scene, clause, &accuse.claim).or_else(|| claim_inside(scene, clause, patient, &accuse.claim))?;
    let plain = matches!(scene.lemma(clause.head), "accuse" | "acusar" | "sindicar" | "inculpar");
    if !plain && !wrong(scene, claim) {
        return None;
    }
    // A group read together with its claim is worded without it.
    let said = scene.verbatim(claim);
    let about = about.into_iter().map(|about| {
        let bare = about
            .words
            .strip_suffix(said.as_str())
            .and_then(|words| words.trim_end().rsplit_once(' '))
            .map(|(words, _)| words.to_owned());
        Referent { words: bare.filter(|_| about.group).unwrap_or(about.words), group: about.group }
    });
    let about: Vec<Referent> = about.collect();
    // "Identified themselves as agents" accuses nobody.
    let own = clause.arguments.iter().any(|argument| {
        argument.role == Role::Object
            && matches!(scene.lower(argument.head), "himself" | "herself" | "themselves" | "myself" | "se")
    });
    if own {
        return None;
    }
    // "Accused of theft, the union said": who tells of an accusation does not make it.
    let by =
        scene.agent(clause).or_else(|| scene.says_near(clause.span, Some(clause)).filter(|_| clause.voice != Voice::Passive));
    Some(Frame { about, claim, by, evidence: Vec::new(), span: clause.span.to(claim) })
}

/// "Arrested for theft", "charged with arson", "orden de captura por terrorismo": an act whose "for" or "por" names a wrong.
fn for_wrong(scene: &Scene, clause: &Clause) -> Option<Frame> {
    if clause.negation.is_some() {
        return None;
    }
    let verb = scene.verbs_of(clause).iter().find(|verb| {
        matches!(verb.code, ActCode::Arrest | ActCode::Charge | ActCode::Detention | ActCode::Ruling | ActCode::Hearing)
    });
    let order = verb.is_none()
        && scene.words(clause.span).any(|word| scene.noun_act(word).is_some_and(|(_, code)| code == ActCode::Arrest));
    let about = match verb {
        Some(verb) => scene.patients(clause, verb),
        None if order => scene
            .focus(clause.span.end(), paradero_lang::Form::default())
            .map(|words| Referent { words, group: false })
            .into_iter()
            .collect(),
        None => return None,
    };
    let stated: Vec<String> =
        ["for", "por", "with", "on charges of", "on suspicion of", "bajo cargos de", "accused of"].map(str::to_owned).to_vec();
    let claim = claim_after(scene, clause, &stated)?;
    // What somebody is charged with is a wrong whatever its name.
    let charged = verb.is_some_and(|verb| verb.code == ActCode::Charge);
    if !charged && !wrong(scene, claim) {
        return None;
    }
    // Convictions are rulings: the wrong was judged, not only claimed.
    let judged = verb.is_some_and(|verb| verb.code == ActCode::Ruling || verb.code == ActCode::Detention);
    let by = scene.says_of(clause.span, Some(clause));
    (!about.is_empty() && !judged).then(|| Frame { about, claim, by, evidence: Vec::new(), span: clause.span.to(claim) })
}

/// "“He is a terrorist,” the governor said": what somebody, not the report, says that a person of the story is.
fn called(scene: &Scene, clause: &Clause) -> Option<Frame> {
    let predicate = clause.arguments.iter().find(|argument| argument.role == Role::Predicate)?;
    let is = matches!(scene.lemma(clause.head), "be" | "ser")
        || clause.group.clone().any(|word| matches!(scene.lemma(word), "be" | "ser"));
    if !is || clause.negation.is_some() || clause.question || !wrong(scene, predicate.span) {
        return None;
    }
    let person = super::subject_person(scene, clause).filter(|person| scene.in_story(person))?;
    let by = scene.says_near(clause.span, Some(clause)).filter(|by| *by != person)?;
    let about = vec![Referent { words: person, group: false }];
    Some(Frame { about, claim: predicate.span, by: Some(by), evidence: Vec::new(), span: clause.span })
}

/// "Alleged that Lima was a gang member": what a verb of claiming says of the subject of its complement.
fn claimed(scene: &Scene, index: usize, clause: &Clause) -> Vec<Frame> {
    if !scene.is(clause.head, &scene.book.accuse.say) || clause.voice == Voice::Passive {
        return Vec::new();
    }
    let below = scene.found.clauses.iter().filter(|below| below.governor == Some(index) && below.link == Link::Complement);
    let mut frames = Vec::new();
    // "Alleged Lima and others sent there were …": what looks like the object is the subject of the verb behind.
    let object = persons(scene, clause, &[Role::Object]);
    let behind = scene.found.clauses.iter().skip(index + 1).find(|below| {
        below.sentence == clause.sentence
            && below.form == VerbForm::Finite
            && below.link == Link::Main
            && below.governor.is_none()
    });
    let behind = behind.filter(|_| !object.is_empty() && below.clone().next().is_none());
    for below in below.chain(behind) {
        let mut about = persons(scene, below, &[Role::Subject]);
        if about.is_empty() && below.link == Link::Main {
            about.clone_from(&object);
        }
        let start = scene.found.words.get(below.group.start).map_or(below.span.start(), |word| word.span.start());
        let Ok(claim) = Span::try_from((start, below.span.end().max(start))) else { continue };
        if about.is_empty() || below.negation.is_some() || !wrong(scene, claim) {
            continue;
        }
        let claim = without_be(scene, below, claim);
        frames.push(Frame { about, claim, by: scene.agent(clause), evidence: Vec::new(), span: clause.span.to(below.span) });
    }
    frames
}

/// The claim without the "were" that opens it.
fn without_be(scene: &Scene, clause: &Clause, claim: Span) -> Span {
    let mut words = scene.words(claim);
    while words.len() > 1
        && clause.group.contains(&words.start)
        && matches!(scene.lemma(words.start), "be" | "ser" | "estar" | "have" | "haber")
    {
        words.start += 1;
    }
    scene.span(words).unwrap_or(claim)
}

/// "Pointed to Lima’s tattoos as proof of gang ties".
fn proofs(scene: &Scene) -> Vec<Frame> {
    let accuse = &scene.book.accuse;
    let mut frames = Vec::new();
    for at in 0..scene.found.words.len() {
        let cue = accuse.proof.iter().filter_map(|cue| scene.fits(at, cue)).max_by_key(std::ops::Range::len);
        let Some(cue) = cue else { continue };
        if at > 0 && accuse.proof.iter().any(|cue| scene.fits(at - 1, cue).is_some_and(|found| found.contains(&at))) {
            continue;
        }
        let Some(sentence) = scene.sentence_span(scene.found.words[at].span.start()) else { continue };
        let before = scene
            .found
            .clauses
            .iter()
            .filter(|clause| sentence.contains(clause.span) && clause.head < at && scene.is(clause.head, &accuse.point));
        let Some(clause) = before.max_by_key(|clause| clause.head) else { continue };
        let sentence = scene.words(sentence);
        let end = (cue.end..sentence.end)
            .find(|word| matches!(scene.lower(*word), "," | ";" | "." | ":" | "—" | "”"))
            .unwrap_or(sentence.end);
        let Some(claim) = scene.span(cue.end..end) else { continue };
        let evidence = clause.arguments.iter().find(|argument| {
            matches!(argument.role, Role::Object | Role::Oblique) && argument.head < at && argument.head > clause.head
        });
        let Some(evidence) = evidence else { continue };
        let phrase = scene.phrase_over(evidence);
        let mut about = phrase.map(|phrase| scene.owners(phrase, true)).unwrap_or_default();
        if about.is_empty() {
            about.extend(
                scene.focus(evidence.span.end(), paradero_lang::Form::default()).map(|words| Referent { words, group: false }),
            );
        }
        if about.is_empty() {
            continue;
        }
        let bare = bare_evidence(scene, evidence, phrase.and_then(|phrase| phrase.possessor), at);
        frames.push(Frame { about, claim, by: scene.agent(clause), evidence: vec![bare], span: clause.span.to(claim) });
    }
    frames
}

/// The evidence without whose it is and without the cue behind.
fn bare_evidence(scene: &Scene, evidence: &Argument, possessor: Option<Span>, cue: usize) -> Span {
    let mut words = scene.words(evidence.span);
    words.end = words.end.min(cue);
    if let Some(possessor) = possessor {
        let after = words
            .clone()
            .find(|word| scene.found.words[*word].span.start() >= possessor.end() && !matches!(scene.lower(*word), "'s" | "'"));
        words.start = after.unwrap_or(words.start);
    }
    scene.span(words).unwrap_or(evidence.span)
}

/// "Su presunta pertenencia a la banda", "the alleged gang member": a noun of wrongdoing marked as only claimed.
fn marked(scene: &Scene) -> Vec<Frame> {
    let mut frames = Vec::new();
    for phrase in &scene.found.phrases {
        let words = scene.words(phrase.span);
        let mark = words
            .clone()
            .take_while(|word| *word < phrase.head || *word < words.start + 3)
            .find(|word| scene.is(*word, &scene.book.accuse.marks));
        // What follows with a preposition may lie outside the phrase: "su presunta pertenencia a la banda".
        let whole = phrase
            .complements
            .iter()
            .map(|complement| complement.span)
            .filter(|span| span.start() >= phrase.span.start())
            .fold(phrase.span, |whole, span| whole.to(span));
        let (Some(mark), true) = (mark, wrong(scene, scene.without_tail(whole))) else { continue };
        if scene.is_person_noun(phrase.head) || mark > phrase.head + 1 || scene.noun_act(phrase.head).is_some() {
            continue;
        }
        let possessed = phrase.possessor.is_some()
            || words.clone().take(2).any(|word| matches!(scene.lower(word), "su" | "sus" | "his" | "her" | "their"));
        let about = scene.owners(phrase, true);
        let about = if about.is_empty() && possessed {
            scene
                .focus(phrase.span.start(), paradero_lang::Form::default())
                .map(|words| Referent { words, group: false })
                .into_iter()
                .collect()
        } else {
            about
        };
        let inside = frames.iter().any(|frame: &Frame| frame.span.overlaps(phrase.span));
        if about.is_empty() || !possessed || inside {
            continue;
        }
        let clause = scene.clause_at(phrase.head).and_then(|clause| scene.found.clauses.get(clause));
        let by = scene.says_of(phrase.span, clause).or_else(|| clause.and_then(|clause| scene.agent(clause)));
        frames.push(Frame {
            by: by.filter(|by| !about.iter().any(|about| about.words == *by)),
            about,
            claim: scene.without_tail(whole),
            evidence: Vec::new(),
            span: whole,
        });
    }
    frames
}

/// Persons and groups that stand in one of `roles`, a person and a group side by side as two.
fn persons(scene: &Scene, clause: &Clause, roles: &[Role]) -> Vec<Referent> {
    let mut about = Vec::new();
    for role in roles {
        for argument in clause.arguments.iter().filter(|argument| argument.role == *role) {
            about.extend(scene.meant_all(argument, clause));
        }
        if !about.is_empty() {
            break;
        }
    }
    about
}

/// What follows one of the prepositions behind the verb: the claim, to the end of the clause or of the clause that hangs on it.
fn claim_after(scene: &Scene, clause: &Clause, prepositions: &[String]) -> Option<Span> {
    let argument = clause.arguments.iter().find(|argument| {
        argument.role == Role::Oblique
            && argument.head > clause.head
            && argument.preposition.as_deref().is_some_and(|word| prepositions.iter().any(|known| known == word))
    });
    if let Some(argument) = argument {
        return Some(scene.without_tail(argument.span));
    }
    // "Described him as a suspected associate of the gang": the claim is the predicate and what follows in the clause.
    let predicate = clause.arguments.iter().find(|argument| argument.role == Role::Predicate && argument.head > clause.head);
    if let Some(predicate) = predicate {
        let end = clause
            .arguments
            .iter()
            .filter(|argument| argument.role == Role::Oblique && argument.span.start() > predicate.span.start())
            .map(|argument| argument.span.end())
            .max();
        return Some(Span::new(predicate.span.start(), end.unwrap_or(0).max(predicate.span.end())));
    }
    // "Accused him of leading a gang", "acusado de dirigir …": the claim is a clause of its own.
    let sentence = scene.words(scene.sentence_span(clause.span.start())?);
    let at = (clause.head + 1..sentence.end.min(clause.head + 12))
        .find(|word| prepositions.iter().any(|known| known == scene.lower(*word)))?;
    let verbal = scene
        .found
        .clauses
        .iter()
        .find(|below| below.form != VerbForm::Finite && below.group.start >= at && below.group.start <= at + 3)?;
    let start = scene.found.words.get(verbal.group.start)?.span.start();
    let stop = |word: &usize| matches!(scene.lower(*word), "," | ";" | "." | ":" | "—" | "”" | "»" | "(");
    let end = (verbal.group.end..sentence.end.min(verbal.group.end + 25))
        .find(stop)
        .and_then(|word| scene.found.words.get(word.checked_sub(1)?));
    let end = end.map_or(verbal.span.end(), |word| word.span.end()).max(verbal.span.end());
    Some(scene.trimmed(Span::try_from((start, end.max(start))).ok()?))
}

/// "Accused Rosa Lima of theft", read as one phrase: the claim is what follows with "of" inside the object.
fn claim_inside(scene: &Scene, clause: &Clause, patient: Role, prepositions: &[String]) -> Option<Span> {
    let accused = clause.arguments.iter().filter(|argument| argument.role == patient || argument.role == Role::Oblique);
    let complements = accused.filter_map(|argument| scene.phrase_over(argument)).flat_map(|phrase| &phrase.complements);
    let mut wrongs =
        complements.filter(|complement| prepositions.contains(&complement.preposition) && wrong(scene, complement.span));
    wrongs.next().map(|complement| scene.without_tail(complement.span))
}

/// Whether some words name a wrong.
fn wrong(scene: &Scene, span: Span) -> bool {
    let text = scene.str(span).to_lowercase();
    scene.book.accuse.wrong.iter().any(|stem| {
        text.match_indices(stem.as_str())
            .any(|(at, _)| at == 0 || text[..at].chars().next_back().is_some_and(|before| !before.is_alphanumeric()))
    })
}
