//! Who does it: the subject of each verb group, its own or one spoken elsewhere.

use super::{
    Sentence,
    groups::Group,
    links::{Hanging, is_participle},
    phrases::{self, Nominals},
    speech,
};
use crate::{Link, Pos, Universal as U, VerbForm, Voice};
use paradero_model::Lang;
use std::ops::Range;

/// Words with their head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) words: Range<usize>,
    pub(super) head: usize,
}

/// The subject of a group.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    pub(super) words: Words,
    /// The word of the tree that is this group's own subject; `None` for one spoken elsewhere.
    pub(super) own: Option<usize>,
}

/// The words of the phrase headed by `at`.
pub(super) fn phrase(sentence: &Sentence<'_>, nominals: &Nominals, at: usize) -> Words {
    let mut words = nominals.reach(at);
    // "cuyo hermano", "whose brother": the brother.
    while words.len() > 1 && matches!(sentence.low(words.start), "whose" | "cuyo" | "cuya" | "cuyos" | "cuyas") {
        words.start += 1;
    }
    Words { words, head: phrases::head(sentence, at) }
}

/// The subject of every group. Those above come first, since others share theirs.
pub(super) fn find(sentence: &Sentence<'_>, nominals: &Nominals, groups: &[Group], hangings: &[Hanging]) -> Vec<Option<Subject>> {
    let mut found: Vec<Option<Subject>> = vec![None; groups.len()];
    let mut depth: Vec<usize> = (0..groups.len()).collect();
    let mut rank = vec![0; sentence.words.len()];
    for (place, &at) in sentence.tree.down().iter().enumerate() {
        rank[at - sentence.words.start] = place;
    }
    depth.sort_by_key(|&index| rank[groups[index].top - sentence.words.start]);
    let finder = Finder { sentence, nominals, groups, hangings, found: &mut found };
    for index in depth {
        let subject = finder.subject(index);
        finder.found[index] = subject;
    }
    found
}

struct Finder<'s, 'a> {
    sentence: &'s Sentence<'a>,
    nominals: &'s Nominals,
    groups: &'s [Group],
    hangings: &'s [Hanging],
    found: &'s mut Vec<Option<Subject>>,
}

impl Finder<'_, '_> {
    fn subject(&self, index: usize) -> Option<Subject> {
        let (group, hanging) = (&self.groups[index], &self.hangings[index]);
        if let Some(at) = own(self.sentence, group) {
            return Some(Subject { words: phrase(self.sentence, self.nominals, at), own: Some(at) });
        }
        let elsewhere = |words: Words| Some(Subject { words, own: None });
        if group.attributive
            && let Some(noun) = self.sentence.tree.head(group.top)
        {
            return elsewhere(phrase(self.sentence, self.nominals, noun));
        }
        if let Some(noun) = hanging.noun.filter(|_| hanging.link == Link::Relative && self.described(index)) {
            return elsewhere(antecedent(self.sentence, self.nominals, group, noun));
        }
        if let Some(other) = hanging.joined {
            let known = self.found[other].as_ref().filter(|_| self.agrees(index, other));
            if let Some(known) = known {
                return elsewhere(known.words.clone());
            }
            return self.unspoken(group).and_then(elsewhere);
        }
        if group.form == VerbForm::Finite {
            // "They took him, beat him": set beside the first with its subject.
            let past = self.sentence.lang == Lang::En && group.tense.is_some_and(|tense| tense == crate::Tense::Past);
            if past
                && self.sentence.tree.is(group.top, U::Parataxis)
                && let Some(above) = self
                    .sentence
                    .tree
                    .head(group.top)
                    .and_then(|head| self.groups.iter().position(|one| one.members.contains(&head)))
                && let Some(known) = &self.found[above]
            {
                return elsewhere(known.words.clone());
            }
            return self.unspoken(group).and_then(elsewhere);
        }
        self.control(index).and_then(elsewhere)
    }

    /// Whether the noun that a clause describes is its subject.
    fn described(&self, index: usize) -> bool {
        let (group, hanging) = (&self.groups[index], &self.hangings[index]);
        let Some(pronoun) = hanging.pronoun else {
            return group.form != VerbForm::Finite || self.sentence.lang == Lang::En;
        };
        let tree = &self.sentence.tree;
        match tree.relation(pronoun).universal {
            U::Nsubj => true,
            U::Mark => hanging.noun.is_none_or(|noun| {
                let (verb, noun) = (group.plural, self.sentence.word(noun).form.plural);
                verb.is_none() || noun.is_none() || verb == noun
            }),
            // Without a subject of its own, and with another object or none to have, the pronoun is the subject.
            U::Obj => {
                self.sentence.lang == Lang::En
                    || group.members.iter().any(|&member| tree.each(member, U::Obj).any(|object| object != pronoun))
                    || group.voice == Voice::Passive
            }
            _ => false,
        }
    }

    /// The group itself, where it is a Spanish verb that speaks no subject.
    fn unspoken(&self, group: &Group) -> Option<Words> {
        (self.sentence.lang == Lang::Es && group.form == VerbForm::Finite)
            .then(|| Words { words: group.words.clone(), head: group.head })
    }

    /// Whether a group joined to another can share its subject.
    fn agrees(&self, index: usize, other: usize) -> bool {
        let (a, b) = (self.groups[index].plural, self.groups[other].plural);
        self.sentence.lang == Lang::En || a.is_none() || b.is_none() || a == b
    }

    /// The unspoken subject of an infinitive, gerund or participle: who is made to, else who does what it hangs on.
    fn control(&self, index: usize) -> Option<Words> {
        let hanging = &self.hangings[index];
        let above = hanging.governor?;
        let governor = &self.groups[above];
        let (sentence, tree) = (self.sentence, &self.sentence.tree);
        let top = self.groups[index].top;
        if matches!(tree.relation(top).universal, U::Csubj | U::Nsubj) {
            return None;
        }
        let on_noun = tree.head(top).is_some_and(|head| !governor.members.contains(&head));
        let subject = || self.found[above].as_ref().map(|known| known.words.clone()).or_else(|| self.unspoken(governor));
        if hanging.link == Link::Complement {
            let lemma = sentence.lemma(governor.head);
            if on_noun {
                // "ordered the agency to release him", where the parser hangs the order on the agency.
                let told =
                    object(sentence, governor).filter(|&object| tree.head(top) == Some(object) && speech::directs(lemma))?;
                return Some(phrase(sentence, self.nominals, told));
            }
            if governor.voice == Voice::Passive {
                return subject();
            }
            let object = object(sentence, governor).filter(|_| !speech::keeps_subject(lemma));
            if let Some(object) = object {
                return Some(phrase(sentence, self.nominals, object));
            }
            if speech::orders(lemma) {
                return None;
            }
        }
        // "accused him of hiding": he hid.
        if governor.voice != Voice::Passive
            && speech::blames(sentence.lemma(governor.head))
            && tree.children(top).iter().any(|&mark| matches!(sentence.low(mark), "of" | "with" | "for" | "de" | "por"))
            && let Some(object) = object(sentence, governor)
        {
            return Some(phrase(sentence, self.nominals, object));
        }
        if is_participle(sentence, &self.groups[index]) && on_noun {
            return None;
        }
        subject()
    }
}

/// The child that is the group's own subject.
pub(super) fn own(sentence: &Sentence<'_>, group: &Group) -> Option<usize> {
    let tree = &sentence.tree;
    let mut found = None;
    for &member in &group.members {
        for child in tree.each(member, U::Nsubj) {
            let usable = !phrases::is_relative(sentence, child)
                && !phrases::is_clitic(sentence, child)
                && tree.child(child, U::Cop).is_none()
                && !matches!(sentence.pos(child), Pos::Punct | Pos::Aux);
            let verb = sentence.pos(child) == Pos::Verb && tree.child(child, U::Det).is_none();
            if usable && !verb && (found.is_none() || tree.relation(child).subtype != "outer") {
                found = Some(child);
            }
        }
    }
    found
}

/// The object of a group: who is made to do something.
pub(super) fn object(sentence: &Sentence<'_>, group: &Group) -> Option<usize> {
    let tree = &sentence.tree;
    let children = || group.members.iter().flat_map(|&member| tree.children(member).iter().copied());
    let nominal = |child: &usize| {
        phrases::is_nominal(sentence, *child) || phrases::is_clitic(sentence, *child) && sentence.low(*child) != "se"
    };
    let first = |relation: U| children().filter(|&child| tree.is(child, relation)).find(nominal);
    first(U::Obj).or_else(|| first(U::Iobj)).or_else(|| {
        children().find(|&child| {
            tree.is(child, U::Obl)
                && super::prepositions::of(sentence, child) == Some("a")
                && speech::gives(sentence.lemma(group.head))
        })
    })
}

/// The words of the noun that a clause describes, up to the clause.
pub(super) fn antecedent(sentence: &Sentence<'_>, nominals: &Nominals, group: &Group, noun: usize) -> Words {
    let tree = &sentence.tree;
    let mut top = noun;
    // "Ana Ruiz, a teacher who was held": the one phrase of both; of several joined by "and" only where the verb is plural.
    for _ in 0..6 {
        let Some(above) = tree.head(top) else { break };
        let plural = group.plural == Some(true) && sentence.word(top).form.plural != Some(true);
        let whole = match tree.relation(top).universal {
            U::Appos | U::Flat | U::Compound => nominals.reach(above).contains(&top),
            // "makeup artist Ana Ruiz, who fled": the role before the name is the name's.
            U::Nmod => above > top && nominals.reach(above).contains(&top) && above < group.words.start,
            U::Conj => plural && nominals.reach(above).contains(&top),
            _ => false,
        };
        if !whole {
            break;
        }
        top = above;
    }
    let mut found = phrase(sentence, nominals, top);
    let start = tree.children(group.top).first().map_or(group.words.start, |&first| first.min(group.words.start));
    if found.words.contains(&start) && start > found.words.start && start > noun {
        found.words.end = start;
        while found.words.len() > 1 && sentence.pos(found.words.end - 1) == Pos::Punct {
            found.words.end -= 1;
        }
    }
    found
}
