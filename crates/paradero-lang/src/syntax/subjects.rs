//! Who does it: the subject of each verb group, and how its clause hangs on the rest.

mod bare;
mod finite;
mod relative;

use super::{
    Sentence,
    items::{Kind, Row},
    speech,
};
use crate::{Link, Pos, Role, VerbForm, Voice};
use paradero_model::Lang;
use std::ops::Range;

/// Words with their head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) words: Range<usize>,
    pub(super) head: usize,
}

/// What is known of a clause before what follows its verb.
#[derive(Clone, Debug)]
pub(super) struct Hanging {
    pub(super) subject: Option<Words>,
    pub(super) link: Link,
    /// The group it hangs on.
    pub(super) governor: Option<usize>,
    /// The group that speaks the subject, where this one does not.
    pub(super) shared: Option<usize>,
    /// The first word of the clause.
    pub(super) start: usize,
    /// The item where its left part begins: the subject's, or its own.
    pub(super) left: usize,
    /// The item of the noun phrase that a relative clause describes.
    pub(super) antecedent: Option<usize>,
    /// What an object relative has for its object: "the man **that** police arrested".
    pub(super) object: Option<(Words, Role, Option<String>)>,
    /// A word outside the group that negates it: "sin avisar", "without telling".
    pub(super) negation: Option<usize>,
}

/// How far a search looks back, in items.
const BACK: usize = 80;

pub(super) struct Finder<'s, 'a> {
    pub(super) sentence: &'s Sentence<'a>,
    pub(super) row: &'s Row,
    /// For each group the item it stands at.
    pub(super) places: Vec<usize>,
    /// What is known of the groups before.
    pub(super) done: Vec<Option<Hanging>>,
    /// The object of each group before: for verbs that make another do something.
    pub(super) objects: Vec<Option<Words>>,
    /// The heads of what already hangs on a verb before.
    pub(super) taken: Vec<usize>,
}

impl Finder<'_, '_> {
    fn bare(&self, group: usize, link: Link) -> Hanging {
        let place = self.places[group];
        Hanging {
            subject: None,
            link,
            governor: None,
            shared: None,
            start: self.row.groups[group].words.start,
            left: place,
            antecedent: None,
            object: None,
            negation: None,
        }
    }

    fn whole(&self, chunk: usize) -> Words {
        let c = &self.row.chunks[chunk];
        Words { words: c.words.start..self.row.reach[chunk].max(c.words.end), head: c.head }
    }

    /// The nearest verb group before item `at` that `wanted` accepts.
    fn verb_before(&self, at: usize, wanted: impl Fn(usize) -> bool) -> Option<usize> {
        (0..at).rev().take(BACK).find_map(|i| self.row.verb(i).filter(|&group| wanted(group)))
    }

    /// The group itself, where it is a Spanish verb that speaks no subject.
    fn unspoken(&self, group: usize) -> Option<Words> {
        let own = &self.row.groups[group];
        (self.sentence.lang == Lang::Es && self.finite(group)).then(|| Words { words: own.words.clone(), head: own.head })
    }

    fn finite(&self, group: usize) -> bool {
        self.row.groups[group].form == VerbForm::Finite
    }

    /// The item before `at` that is no adverb.
    fn previous(&self, at: usize) -> Option<usize> {
        (0..at).rev().take(6).find(|&i| self.row.items[i].kind != Kind::Adverb)
    }

    /// The item of the chunk that the chunk at item `at` is only a part of: the first of those joined by "and" or set beside it.
    fn top(&self, at: usize) -> usize {
        let Some(chunk) = self.row.chunk(at) else { return at };
        let end = self.row.chunks[chunk].words.end;
        let mut top = at;
        for i in (0..at).rev().take(14) {
            if self.row.verb(i).is_some() {
                break;
            }
            if let Some(outer) = self.row.chunk(i)
                && self.row.reach[outer] >= end
                && self.row.governed[outer].is_none_or(|p| {
                    !self.row.is(p, &Kind::Preposition("of".into())) && !self.row.is(p, &Kind::Preposition("de".into()))
                })
            {
                top = i;
            }
        }
        top
    }

    pub(super) fn hang(&self, group: usize) -> Hanging {
        let own = &self.row.groups[group];
        match own.form {
            VerbForm::Finite => self.finite_clause(group),
            // "demanded that she be freed"
            VerbForm::Infinitive if self.subjunctive(group) => self.finite_clause(group),
            VerbForm::Infinitive => self.infinitive(group),
            VerbForm::Gerund => self.gerund(group),
            VerbForm::Participle => self.participle(group),
        }
    }

    /// Whether only adverbs, commas and what follows prepositions stands between two items: "and later, in May, was".
    fn only_loose(&self, from: usize, to: usize) -> bool {
        (from..to).all(|i| match &self.row.items[i].kind {
            Kind::Adverb | Kind::Comma | Kind::Preposition(_) => true,
            Kind::Chunk(c) => self.row.governed[*c].is_some() || self.row.chunks[*c].temporal,
            _ => false,
        })
    }

    /// The clause goes on with the subject of `other`.
    fn share(&self, group: usize, mut hanging: Hanging, other: usize) -> Hanging {
        let known = self.done[other].as_ref();
        let groups = &self.row.groups;
        let same =
            groups[group].plural.is_none() || groups[other].plural.is_none() || groups[group].plural == groups[other].plural;
        if self.sentence.lang == Lang::Es && !same {
            // "ordenó liberarlo y lo obligaron a irse": somebody else.
            hanging.link = known.map_or(Link::Main, |k| if k.link == Link::Complement { Link::Complement } else { Link::Main });
            hanging.governor = known.filter(|k| k.link == Link::Complement).and_then(|k| k.governor);
            return hanging;
        }
        hanging.subject = hanging.subject.or_else(|| known.and_then(|k| k.subject.clone()));
        hanging.shared = Some(other);
        hanging.link = known.map_or(Link::Main, |k| k.link);
        hanging.governor = known.and_then(|k| k.governor);
        hanging.antecedent = known.and_then(|k| k.antecedent);
        hanging.left = self.places[group];
        hanging
    }

    /// The words of the chunk at `item` up to what describes it.
    fn described(&self, item: usize, chunk: usize, until: usize) -> Words {
        let mut words = self.whole(chunk);
        let limit = self.row.items.get(until).map_or(words.words.end, |i| i.words.start);
        words.words.end = words.words.end.min(limit).max(self.row.items[item].words.end);
        words
    }

    fn is_of(&self, at: usize) -> bool {
        matches!(&self.row.items[at].kind, Kind::Preposition(text) if text == "of" || text == "de")
    }
}

impl super::chunks::Chunk {
    /// Whether it is a pronoun in the form of a subject: "he", "they".
    fn pronoun_subject(&self, sentence: &Sentence<'_>) -> bool {
        self.pronoun && matches!(sentence.low(self.head), "he" | "she" | "they" | "we" | "i" | "él" | "ella" | "ellos")
    }
}
