//! Clauses: each verb group with its subject, what follows it, its stretch and the clause it hangs on.

use super::{
    Sentence,
    arguments::{self, Found},
    items::{Kind, Row},
    speech,
    subjects::{Finder, Hanging, Words},
};
use crate::{Argument, Clause, Link, Pos, Role, VerbForm};
use paradero_model::{Lang, Span};

/// The clauses of a sentence; `offset` is how many the text has before them.
pub(super) fn find(sentence: &Sentence<'_>, row: &Row, offset: usize) -> Vec<Clause> {
    let count = row.groups.len();
    let mut places = vec![usize::MAX; count];
    for (at, item) in row.items.iter().enumerate() {
        if let Kind::Verb(group) = item.kind {
            places[group] = at;
        }
    }
    let mut finder = Finder { sentence, row, places, done: vec![None; count], objects: vec![None; count], taken: Vec::new() };
    let mut after: Vec<(Vec<Found>, usize)> = Vec::with_capacity(count);
    for group in 0..count {
        if finder.places[group] == usize::MAX {
            after.push((Vec::new(), row.groups[group].words.end));
            continue; // before its noun, or in brackets
        }
        let hanging = finder.hang(group);
        let found = arguments::after(sentence, row, group, finder.places[group], &hanging);
        let clitic =
            row.groups[group].clitics.iter().find(|(_, role)| *role == Role::Object).or(row.groups[group].clitics.first());
        finder.objects[group] = found
            .arguments
            .iter()
            .find(|f| f.role == Role::Object)
            .map(|f| f.words.clone())
            .or_else(|| clitic.map(|&(at, _)| Words { words: at..at + 1, head: at }))
            .or_else(|| found.arguments.iter().find(|f| f.role == Role::Indirect).map(|f| f.words.clone()));
        let mut hanging = hanging;
        if let Some(subject) = found.arguments.iter().find(|f| f.role == Role::Subject) {
            hanging.subject = Some(subject.words.clone());
            // "… que se identificaron y desde entonces se desconoce su paradero": a subject of its own, a clause of its own.
            if hanging.shared.take().is_some() && hanging.link == Link::Relative {
                hanging.link = Link::Main;
                hanging.governor = None;
                hanging.antecedent = None;
            }
        }
        finder.taken.extend(
            found
                .arguments
                .iter()
                .filter(|f| matches!(f.role, Role::Subject | Role::Object | Role::Predicate))
                .map(|f| f.words.head),
        );
        finder.done[group] = Some(hanging);
        after.push((found.arguments, found.end));
    }
    let mut done = finder.done;
    settle(sentence, row, &mut done);
    (0..count)
        .map(|group| match &done[group] {
            Some(hanging) => clause(sentence, row, group, hanging, &after[group], offset),
            None => prenominal(sentence, row, group, offset),
        })
        .collect()
}

/// What only the whole sentence tells: what a clause before its governor hangs on, and speech that stands after what is said.
fn settle(sentence: &Sentence<'_>, row: &Row, done: &mut [Option<Hanging>]) {
    let finite = |group: usize| row.groups[group].form == VerbForm::Finite;
    let mains: Vec<usize> =
        (0..done.len()).filter(|&g| finite(g) && done[g].as_ref().is_some_and(|h| h.link == Link::Main)).collect();
    for group in 0..done.len() {
        let Some(hanging) = done[group].as_ref() else { continue };
        if hanging.governor.is_none() && matches!(hanging.link, Link::Adverbial | Link::Relative) {
            let governor = mains.iter().copied().find(|&main| main > group);
            let subject = governor.and_then(|g| done[g].as_ref()).and_then(|h| h.subject.clone()).or_else(|| {
                let own = governor.map(|g| &row.groups[g]).filter(|_| sentence.lang == Lang::Es)?;
                Some(Words { words: own.words.clone(), head: own.head })
            });
            let spoken = sentence.lang == Lang::Es && finite(group);
            if let Some(hanging) = done[group].as_mut() {
                hanging.governor = governor;
                if hanging.subject.is_none() && !spoken {
                    hanging.subject = subject;
                    hanging.shared = governor;
                }
            }
        }
    }
    // "Fue detenido el martes, denunció su familia."
    if let Some((&last, rest)) = mains.split_last()
        && speech::says(sentence.lemma(row.groups[last].head), sentence.lang)
        && row
            .items
            .iter()
            .any(|item| matches!(item.kind, Kind::Comma | Kind::Mark) && item.words.end <= row.groups[last].words.start)
        && done[last].as_ref().is_some_and(|h| h.shared.is_none() && h.subject.is_some())
    {
        let subject_start = done[last].as_ref().map_or(0, |h| h.start.min(row.groups[last].words.start));
        let before = (sentence.words.start..subject_start).rev().find(|&at| sentence.pos(at) != Pos::Adv);
        if before.is_some_and(|at| sentence.pos(at) == Pos::Punct) {
            for &main in rest {
                if let Some(hanging) = done[main].as_mut() {
                    hanging.link = Link::Complement;
                    hanging.governor = Some(last);
                }
            }
        }
    }
}

fn argument(sentence: &Sentence<'_>, role: Role, words: &Words, preposition: Option<String>) -> Argument {
    Argument { role, span: sentence.span(&words.words), head: words.head, preposition }
}

/// A participle before its noun: "imprisoned activists".
fn prenominal(sentence: &Sentence<'_>, row: &Row, group: usize, offset: usize) -> Clause {
    let own = &row.groups[group];
    let chunk = row.chunks.iter().find(|c| c.words.start <= own.head && own.head < c.words.end);
    let mut arguments = Vec::new();
    let mut span = sentence.span(&own.words);
    if let Some(chunk) = chunk.filter(|_| own.prenominal) {
        let words = Words { words: chunk.words.clone(), head: chunk.head };
        arguments.push(argument(sentence, Role::Subject, &words, None));
        span = sentence.span(&(own.head..chunk.words.end));
    }
    let governor = (0..group).rev().find(|&g| !row.groups[g].prenominal).map(|g| g + offset);
    let link = if own.prenominal { Link::Relative } else { Link::Main };
    build(sentence, row, group, span, arguments, link, governor)
}

fn clause(
    sentence: &Sentence<'_>,
    row: &Row,
    group: usize,
    hanging: &Hanging,
    after: &(Vec<Found>, usize),
    offset: usize,
) -> Clause {
    let own = &row.groups[group];
    let mut arguments: Vec<Argument> = preposed(sentence, row, hanging);
    for found in &after.0 {
        arguments.push(argument(sentence, found.role, &found.words, found.preposition.clone()));
    }
    for &(at, role) in &own.clitics {
        let gets = matches!(sentence.low(at), "me" | "te" | "nos" | "os") && arguments.iter().any(|a| a.role == Role::Object);
        let role = if gets { Role::Indirect } else { role };
        arguments.push(argument(sentence, role, &Words { words: at..at + 1, head: at }, None));
    }
    if let Some((words, role, preposition)) = &hanging.object
        && !(*role == Role::Object && arguments.iter().any(|a| a.role == Role::Object))
    {
        arguments.push(argument(sentence, *role, words, preposition.clone()));
    }
    let has_subject = arguments.iter().any(|a| a.role == Role::Subject);
    match &hanging.subject {
        Some(words) if !has_subject => arguments.push(argument(sentence, Role::Subject, words, None)),
        None if !has_subject && sentence.lang == Lang::Es && own.form == VerbForm::Finite => {
            // Nobody is spoken of in "se busca", but who reads on needs a place to stand: the group itself.
            arguments.push(argument(sentence, Role::Subject, &Words { words: own.words.clone(), head: own.head }, None));
        }
        _ => {}
    }
    arguments.sort_by_key(|a| (a.span.start(), a.span.end()));
    let start = hanging.start.min(own.words.start);
    let span = sentence.span(&(start..after.1.max(own.words.end)));
    let mut clause = build(sentence, row, group, span, arguments, hanging.link, hanging.governor.map(|g| g + offset));
    clause.negation = clause.negation.or(hanging.negation);
    clause
}

/// What stands before the subject: "On Monday, in Laredo, he was …". It is an argument, but not in the clause's stretch.
fn preposed(sentence: &Sentence<'_>, row: &Row, hanging: &Hanging) -> Vec<Argument> {
    let mut found = Vec::new();
    let mut at = hanging.left;
    while at > 0 {
        at -= 1;
        match &row.items[at].kind {
            Kind::Adverb | Kind::Comma => {}
            Kind::Preposition(_) => {}
            Kind::Chunk(c) if row.governed[*c].is_some() => {
                let words = Words { words: row.chunks[*c].words.start..row.reach[*c], head: row.chunks[*c].head };
                let preposition = row.governed[*c].and_then(|p| match &row.items[p].kind {
                    Kind::Preposition(text) => Some(text.clone()),
                    _ => None,
                });
                if !matches!(preposition.as_deref(), Some("of" | "de")) || row.chunks[*c].temporal {
                    found.push(argument(sentence, Role::Oblique, &words, preposition));
                }
            }
            Kind::Chunk(c) if row.chunks[*c].temporal => {
                let words = Words { words: row.chunks[*c].words.clone(), head: row.chunks[*c].head };
                found.push(argument(sentence, Role::Oblique, &words, None));
            }
            // What stands after another verb is that verb's.
            Kind::Chunk(_) | Kind::Verb(_) => return Vec::new(),
            _ => break,
        }
    }
    found
}

fn build(
    sentence: &Sentence<'_>,
    row: &Row,
    group: usize,
    span: Span,
    arguments: Vec<Argument>,
    link: Link,
    governor: Option<usize>,
) -> Clause {
    let own = &row.groups[group];
    let last = sentence.words.end.saturating_sub(1);
    let asks = (own.words.end..=last)
        .find(|&at| matches!(sentence.low(at), "?" | "." | "!" | ";" | "”" | "»"))
        .is_some_and(|at| sentence.low(at) == "?");
    Clause {
        span,
        sentence: sentence.index,
        group: own.words.clone(),
        head: own.head,
        voice: own.voice,
        form: own.form,
        tense: own.tense,
        negation: own.negation,
        modal: own.modal,
        question: asks,
        arguments,
        link,
        governor,
    }
}
