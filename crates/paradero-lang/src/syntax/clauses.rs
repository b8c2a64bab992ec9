//! Clauses: each verb group with its subject, its other arguments, its stretch and the clause it hangs on.

use super::{
    Sentence,
    arguments::{self, Found},
    groups::Group,
    links::{self, Hanging, Members},
    phrases::{self, Nominals},
    subjects::{self, Subject},
};
use crate::{Argument, Clause, Link, Pos, Role, VerbForm};
use std::ops::Range;

/// The clauses of a sentence; `offset` is how many the text has before them.
pub(super) fn find(sentence: &Sentence<'_>, nominals: &Nominals, groups: Vec<Group>, offset: usize) -> Vec<Clause> {
    let members = Members::new(sentence, &groups);
    let hangings = links::find(sentence, &groups, &members);
    let subjects = subjects::find(sentence, nominals, &groups, &hangings);
    (0..groups.len())
        .map(|index| {
            let (group, hanging, subject) = (&groups[index], &hangings[index], subjects[index].as_ref());
            let limit = limit(sentence, &groups, index);
            let found = arguments::find(sentence, nominals, group, hanging, subject, limit);
            let stretch = stretch(sentence, nominals, &groups, index, hanging, subject, &found, limit);
            clause(sentence, group, hanging, found, stretch, offset)
        })
        .collect()
}

/// The word before which a clause ends: where the next group begins that stands outside its words.
fn limit(sentence: &Sentence<'_>, groups: &[Group], index: usize) -> usize {
    groups[index + 1..]
        .iter()
        .find(|other| !other.attributive && other.words.start >= groups[index].words.end)
        .map_or(sentence.words.end, |other| other.words.start)
}

/// The smallest stretch that holds the group and its arguments: see [`Clause::span`].
#[allow(clippy::too_many_arguments)]
fn stretch(
    sentence: &Sentence<'_>,
    nominals: &Nominals,
    groups: &[Group],
    index: usize,
    hanging: &Hanging,
    subject: Option<&Subject>,
    found: &[Found],
    limit: usize,
) -> Range<usize> {
    let group = &groups[index];
    let mut words = group.words.clone();
    if group.attributive {
        let noun = subject.map_or(words.end, |subject| subject.words.words.end);
        let start = subject.map_or(words.start, |subject| subject.words.words.start);
        let behind = subject.is_some_and(|subject| subject.words.head < group.head);
        return if behind { start..noun.max(words.end) } else { words.start..noun.max(words.end) };
    }
    let clear = |gap: Range<usize>| !groups.iter().any(|other| !other.attributive && gap.contains(&other.head));
    if let Some(pronoun) = hanging.pronoun.filter(|&pronoun| pronoun < words.start && hanging.link == Link::Relative) {
        words.start = nominals.outer(pronoun).start.min(pronoun);
    } else if let Some(subject) = subject {
        let at = &subject.words.words;
        let own = subject.own.is_some() || hanging.noun.is_some() && hanging.joined.is_none() && group.form != VerbForm::Finite;
        if own && at.end <= words.start && clear(at.end..words.start) {
            words.start = at.start;
            // "whose brother was killed"
            if words.start > sentence.words.start
                && matches!(sentence.low(words.start - 1), "whose" | "cuyo" | "cuya" | "cuyos" | "cuyas")
            {
                words.start -= 1;
            }
        }
    }
    for one in found {
        let elsewhere =
            one.role == Role::Subject && subject.is_some_and(|subject| subject.own.is_none() && subject.words == one.words);
        if !elsewhere && one.words.words.start >= group.words.end && one.words.words.start < limit {
            words.end = words.end.max(one.words.words.end.min(limit));
        }
    }
    while words.end > group.words.end && loose(sentence, words.end - 1) {
        words.end -= 1;
    }
    // A quotation that opens inside closes inside: "was “criminal”".
    if phrases::closes(sentence, &words) {
        words.end += 1;
    }
    words
}

/// Whether a word may not end a clause.
fn loose(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.pos(at), Pos::Punct | Pos::Cconj | Pos::Sconj | Pos::Adp)
        && !matches!(sentence.low(at), ")" | "”" | "»" | "\"")
        || phrases::is_relative(sentence, at)
        || matches!(sentence.pos(at), Pos::Det)
            && sentence.tree.head(at).is_some_and(|head| head > at && phrases::is_relative(sentence, head))
}

fn clause(
    sentence: &Sentence<'_>,
    group: &Group,
    hanging: &Hanging,
    found: Vec<Found>,
    stretch: Range<usize>,
    offset: usize,
) -> Clause {
    let mut arguments: Vec<Argument> = found
        .into_iter()
        .map(|one| Argument {
            role: one.role,
            span: sentence.span(&one.words.words),
            head: one.words.head,
            preposition: one.preposition,
        })
        .collect();
    arguments.sort_by_key(|one| (one.span.start(), one.span.end()));
    let last = sentence.words.end.saturating_sub(1);
    let question = (group.words.end..=last)
        .find(|&at| matches!(sentence.low(at), "?" | "." | "!" | ";" | "”" | "»"))
        .is_some_and(|at| sentence.low(at) == "?");
    Clause {
        span: sentence.span(&stretch),
        sentence: sentence.index,
        group: group.words.clone(),
        head: group.head,
        voice: group.voice,
        form: group.form,
        tense: group.tense,
        negation: group.negation,
        modal: group.modal,
        question,
        arguments,
        link: hanging.link,
        governor: hanging.governor.map(|above| above + offset),
    }
}
