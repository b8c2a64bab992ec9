//! Who does it: the subject of each verb group, and how its clause hangs on the rest.

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

    /// Whether an English base form has a subject of its own before it, after "that".
    fn subjunctive(&self, group: usize) -> bool {
        let place = self.places[group];
        let chunk = self.previous(place).filter(|&i| self.row.chunk(i).is_some());
        let that =
            (0..place).rev().take(6).take_while(|&i| self.row.verb(i).is_none()).any(|i| self.row.is(i, &Kind::Complementizer));
        self.sentence.lang == Lang::En && self.sentence.low(self.row.groups[group].words.start) != "to" && chunk.is_some() && that
    }

    fn finite_clause(&self, group: usize) -> Hanging {
        let (row, sentence) = (self.row, self.sentence);
        let place = self.places[group];
        let mut hanging = self.bare(group, Link::Main);
        if let Some(inside) = row.groups[group].inside {
            hanging.subject = Some(Words { words: inside..inside + 1, head: inside });
            return hanging;
        }
        let (mut at, mut commas, mut joined, mut broken, mut over) = (place, 0, false, false, false);
        let mut steps = 0;
        while at > 0 && steps < BACK {
            steps += 1;
            at -= 1;
            match &row.items[at].kind {
                Kind::Adverb => {}
                Kind::Preposition(_) => {}
                Kind::Comma => commas += 1,
                Kind::Coordinator if commas == 0 || !broken => {
                    joined = joined || self.only_loose(at + 1, place);
                }
                Kind::Coordinator => {}
                Kind::Mark
                    if joined
                        && matches!(sentence.low(row.items[at].words.start), "”" | "“" | "»" | "«" | "\"" | "''" | "``") => {
                }
                Kind::Mark => break,
                Kind::Complementizer => {
                    hanging.link = Link::Complement;
                    hanging.governor = self.opened_by(at);
                    return hanging;
                }
                Kind::Subordinator => {
                    if broken && (commas > 1 || over) {
                        continue;
                    }
                    hanging.link = Link::Adverbial;
                    hanging.governor = self.verb_before(at, |g| self.finite(g));
                    return hanging;
                }
                Kind::Relative => return self.relative(group, hanging, at),
                Kind::Verb(other) => {
                    let other = *other;
                    if joined {
                        if !self.finite(other) {
                            continue;
                        }
                        return self.share(group, hanging, self.joined_to(group, other));
                    }
                    let known = self.done[other].as_ref();
                    match row.groups[other].form {
                        VerbForm::Finite => {
                            let link = known.map_or(Link::Main, |k| k.link);
                            let past = match link {
                                Link::Relative => known.and_then(|k| k.antecedent).filter(|&a| a < at).map(|a| a + 1),
                                Link::Adverbial if commas > 0 || over => known
                                    .map(|k| k.left.min(at))
                                    .map(|left| if left > 0 && row.is(left - 1, &Kind::Subordinator) { left - 1 } else { left }),
                                _ => None,
                            };
                            match past {
                                Some(past) if past <= at => {
                                    at = past;
                                    broken = true;
                                }
                                _ => break,
                            }
                        }
                        VerbForm::Participle | VerbForm::Infinitive | VerbForm::Gerund => broken = true,
                    }
                }
                Kind::Chunk(chunk) => {
                    let chunk = *chunk;
                    let c = &row.chunks[chunk];
                    if joined || c.adjective || c.temporal && row.governed[chunk].is_none() || hanging.subject.is_some() {
                        continue;
                    }
                    // "Ana Ruiz, 29, was …": an age is no subject.
                    let apart = c.pronoun
                        && matches!(
                            sentence.low(c.head),
                            "all" | "both" | "some" | "most" | "many" | "each" | "todos" | "todas" | "ambos"
                        )
                        && at > 0
                        && row.is(at - 1, &Kind::Comma);
                    let aside = apart
                        || c.words.len() <= 2
                            && sentence.pos(c.head) == Pos::Num
                            && row.is(at + 1, &Kind::Comma)
                            && at > 0
                            && row.is(at - 1, &Kind::Comma);
                    if row.governed[chunk].is_some() || aside {
                        continue;
                    }
                    // "Falso, atajó su hija": what is said stands before the comma.
                    let said = commas == 1
                        && !broken
                        && sentence.lang == Lang::Es
                        && speech::says(sentence.lemma(row.groups[group].head), Lang::Es);
                    if said
                        && row.apposition[chunk].is_none()
                        && matches!(row.items.get(place + 1).map(|i| &i.kind), Some(Kind::Chunk(_)))
                    {
                        break;
                    }
                    let top = self.top(at);
                    let Some(top_chunk) = row.chunk(top) else { continue };
                    if row.governed[top_chunk].is_some() {
                        at = top;
                        continue;
                    }
                    // The object of a verb between: "the decision to deport him was …", "the man who killed Ana was …".
                    if let Some(other) = self.previous(top).and_then(|i| row.verb(i)) {
                        let relative = self.done[other].as_ref().is_some_and(|k| k.link == Link::Relative);
                        if matches!(row.groups[other].form, VerbForm::Infinitive | VerbForm::Gerund)
                            && !row.chunks[top_chunk].pronoun_subject(sentence)
                            || relative
                                && self.finite(other)
                                && !speech::says(sentence.lemma(row.groups[other].head), sentence.lang)
                        {
                            at = top;
                            continue;
                        }
                    }
                    if self.taken.contains(&row.chunks[top_chunk].head) {
                        at = top;
                        over = true;
                        continue;
                    }
                    let mut whole = self.whole(top_chunk);
                    if !broken {
                        whole.words.end = whole.words.end.max(self.with_complements(top, place));
                        hanging.start = whole.words.start;
                    }
                    hanging.left = top;
                    hanging.subject = Some(whole);
                    self.link(top, group, &mut hanging);
                    return hanging;
                }
            }
        }
        if hanging.subject.is_none() && sentence.lang == Lang::En {
            // English speaks every subject: one that is not found is that of the verb before.
            let other = self.verb_before(place, |g| self.finite(g));
            if let Some(other) = other.filter(|_| !speech::says(sentence.lemma(row.groups[group].head), sentence.lang)) {
                let link = hanging.link;
                hanging = self.share(group, hanging, other);
                hanging.link = link;
            }
            if hanging.subject.is_none() && !speech::says(sentence.lemma(row.groups[group].head), Lang::En) {
                // Too much stands between: the noun phrase that opens the sentence.
                let opener = (0..place).find_map(|i| {
                    row.chunk(i).filter(|&c| row.governed[c].is_none() && !row.chunks[c].temporal && !row.chunks[c].adjective)
                });
                hanging.subject = opener.map(|c| self.whole(c));
            }
        }
        hanging
    }

    /// The end of a subject with the prepositions that follow it, up to its verb at item `verb`.
    fn with_complements(&self, top: usize, verb: usize) -> usize {
        let row = self.row;
        let Some(chunk) = row.chunk(top) else { return 0 };
        let mut end = row.reach[chunk];
        let mut at = row.item_from(top + 1, end);
        while at < verb && matches!(row.items[at].kind, Kind::Preposition(_)) {
            let Some(inner) = row.chunk(at + 1).filter(|&inner| !row.chunks[inner].temporal) else { break };
            end = row.reach[inner].max(end);
            at = row.item_from(at + 2, end);
        }
        end
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

    /// Which verb a finite one is joined to by "and": the nearest, or the one that governs it where the tense is that one's.
    fn joined_to(&self, group: usize, nearest: usize) -> usize {
        let groups = &self.row.groups;
        let Some(known) = self.done[nearest].as_ref().filter(|k| k.link != Link::Main) else { return nearest };
        let governor = known.governor.filter(|&g| g < group && self.finite(g));
        let differs = groups[nearest].tense != groups[group].tense;
        governor.filter(|&g| differs && groups[g].tense == groups[group].tense).unwrap_or(nearest)
    }

    /// The governor of what "that" at item `at` opens; after "and" that of the one before: "said that … and that …".
    fn opened_by(&self, at: usize) -> Option<usize> {
        let nearest = self.verb_before(at, |_| true);
        if at > 0 && self.row.is(at - 1, &Kind::Coordinator) {
            let earlier =
                nearest.and_then(|g| self.done[g].as_ref()).filter(|k| k.link == Link::Complement).and_then(|k| k.governor);
            return earlier.or(nearest);
        }
        nearest
    }

    fn relative(&self, group: usize, mut hanging: Hanging, at: usize) -> Hanging {
        let (row, sentence) = (self.row, self.sentence);
        hanging.link = Link::Relative;
        hanging.start = row.items[at].words.start;
        hanging.left = at;
        // "a quien", "en la que", "of which".
        let mut before = at;
        while before > 0 && row.items[before - 1].kind == Kind::Adverb {
            before -= 1;
        }
        let preposition = before.checked_sub(1).and_then(|i| match &row.items[i].kind {
            Kind::Preposition(text) => Some((i, text.clone())),
            _ => None,
        });
        let from = preposition.as_ref().map_or(at, |(i, _)| *i);
        let found = (0..from).rev().take(6).find(|&i| {
            row.chunk(i).is_some_and(|c| !row.chunks[c].adjective && (!row.chunks[c].temporal || i + 1 == from))
                || row.verb(i).is_some()
        });
        let Some(antecedent) = found.filter(|&i| row.chunk(i).is_some()) else {
            hanging.governor = self.verb_before(at, |_| true);
            return hanging;
        };
        let antecedent = self.antecedent(antecedent, from, group);
        let Some(chunk) = row.chunk(antecedent) else { return hanging };
        hanging.antecedent = Some(antecedent);
        hanging.governor = self.verb_before(antecedent, |_| true);
        let words = self.described(antecedent, chunk, from);
        if let Some((i, text)) = preposition {
            hanging.start = row.items[i].words.start;
            hanging.left = i;
            let role = if text == "a" && row.groups[group].voice == Voice::Active { Role::Object } else { Role::Oblique };
            hanging.object = Some((words, role, (role == Role::Oblique).then_some(text)));
            return hanging;
        }
        // Spanish has no case: where the verb's number does not fit, the noun is the object.
        let fits = match (row.groups[group].plural, sentence.word(words.head).form.plural) {
            (Some(verb), Some(noun)) => verb == noun || words.words.len() > 4,
            _ => true,
        };
        if hanging.subject.is_none() && (fits || sentence.lang == Lang::En) {
            hanging.subject = Some(words);
        } else if sentence.pos(row.items[at].words.start) == Pos::Pron {
            hanging.object = Some((words, Role::Object, None));
        }
        hanging
    }

    /// The words of the chunk at `item` up to what describes it.
    fn described(&self, item: usize, chunk: usize, until: usize) -> Words {
        let mut words = self.whole(chunk);
        let limit = self.row.items.get(until).map_or(words.words.end, |i| i.words.start);
        words.words.end = words.words.end.min(limit).max(self.row.items[item].words.end);
        words
    }

    /// Which noun a relative clause or participle describes: the nearest, but with a comma between the one that holds the others.
    fn antecedent(&self, nearest: usize, until: usize, group: usize) -> usize {
        let (row, sentence) = (self.row, self.sentence);
        let agrees = |i: usize| {
            let Some(chunk) = row.chunk(i) else { return false };
            let head = sentence.word(row.chunks[chunk].head).form;
            let noun = (row.chunks[chunk].words.clone())
                .map(|at| sentence.word(at))
                .find(|w| w.pos == Pos::Noun)
                .map_or(head, |w| w.form);
            let verb = sentence.word(row.groups[group].head).form;
            let plural = if row.groups[group].form == VerbForm::Participle { verb.plural } else { row.groups[group].plural };
            let gender = if row.groups[group].form == VerbForm::Participle { verb.gender } else { None };
            let number = plural.is_none() || noun.plural.is_none() || plural == noun.plural;
            let gender = gender.is_none() || noun.gender.is_none() || gender == noun.gender;
            number && gender
        };
        let comma = (nearest + 1..until).any(|i| row.is(i, &Kind::Comma));
        let mut at = nearest;
        let mut best = nearest;
        // "hundreds of migrants sent there", "a deal with Maduro that saw …".
        let quantity = |i: usize| {
            row.chunk(i).is_some_and(|c| {
                [
                    "hundred",
                    "hundreds",
                    "thousand",
                    "thousands",
                    "dozen",
                    "dozens",
                    "group",
                    "number",
                    "cientos",
                    "miles",
                    "decena",
                    "decenas",
                    "grupo",
                    "score",
                    "scores",
                    "docena",
                    "docenas",
                ]
                .contains(&sentence.lemma(row.chunks[c].head))
            })
        };
        let person = row
            .items
            .get(until)
            .is_some_and(|item| matches!(sentence.low(item.words.start), "who" | "quien" | "quienes" | "whom"));
        let unlike = |i: usize| {
            row.chunk(i).is_some_and(|c| {
                let span = sentence.span(&row.chunks[c].words);
                let names = &sentence.found.names;
                let first = names.partition_point(|name| name.span.end() <= span.start());
                names.get(first).is_some_and(|name| name.span.start() < span.end() && name.kind != crate::NameKind::Person)
            })
        };
        let thing = row.items.get(until).is_some_and(|item| matches!(sentence.low(item.words.start), "that" | "which"));
        for _ in 0..2 {
            let Some(preposition) = row.chunk(best).and_then(|c| row.governed[c]) else { break };
            let Some(outer) = preposition.checked_sub(1).filter(|&i| row.chunk(i).is_some()) else { break };
            let name = row.chunk(best).is_some_and(|c| sentence.pos(row.chunks[c].head) == Pos::Propn);
            if quantity(outer) && self.is_of(preposition)
                || thing && name && !self.is_of(preposition)
                || person && name && unlike(best)
            {
                best = outer;
                at = outer;
            } else {
                break;
            }
        }
        // Up over "of": "the release of the men, announced on Friday".
        for _ in 0..6 {
            let Some(preposition) = row.chunk(at).and_then(|c| row.governed[c]) else { break };
            let Some(outer) = preposition.checked_sub(1).filter(|&i| row.chunk(i).is_some()) else { break };
            if !self.is_of(preposition) && agrees(best) {
                break;
            }
            at = outer;
            if !agrees(best) && agrees(at) || (comma && agrees(at) && self.is_of(preposition)) {
                best = at;
            }
        }
        let top = self.top(best);
        if comma && agrees(top) {
            top
        } else if row.chunk(top).is_some_and(|c| row.apposition[c].is_some()) {
            top
        } else {
            best
        }
    }

    fn is_of(&self, at: usize) -> bool {
        matches!(&self.row.items[at].kind, Kind::Preposition(text) if text == "of" || text == "de")
    }

    /// The link of a finite clause whose subject stands at item `subject`.
    fn link(&self, subject: usize, group: usize, hanging: &mut Hanging) {
        let row = self.row;
        let mut at = subject;
        let mut comma = false;
        while at > 0 {
            at -= 1;
            match &row.items[at].kind {
                Kind::Adverb => {}
                Kind::Preposition(_) => {}
                Kind::Comma => comma = true,
                Kind::Chunk(c) if row.governed[*c].is_some() || row.chunks[*c].temporal => {}
                Kind::Chunk(c) => {
                    // "the man police arrested": English leaves the relative word out.
                    let adjacent = at + 1 == subject
                        && !comma
                        && self.sentence.lang == Lang::En
                        && row.chunks[*c].words.len() > 1
                        && row.groups[group].voice == Voice::Active;
                    if adjacent && row.governed[*c].is_none() && self.objectless(group) {
                        hanging.link = Link::Relative;
                        hanging.antecedent = Some(at);
                        hanging.governor = self.verb_before(at, |_| true);
                        hanging.object = Some((self.described(at, *c, subject), Role::Object, None));
                    }
                    return;
                }
                Kind::Complementizer => {
                    hanging.link = Link::Complement;
                    hanging.governor = self.opened_by(at);
                    return;
                }
                Kind::Subordinator => {
                    hanging.link = Link::Adverbial;
                    hanging.left = at;
                    // "to say whether he is alive and where he is held".
                    let asks = matches!(
                        self.sentence.low(row.items[at].words.start),
                        "where" | "how" | "why" | "when" | "dónde" | "cómo" | "donde"
                    );
                    let earlier = self
                        .verb_before(at, |g| self.finite(g))
                        .and_then(|g| self.done[g].as_ref())
                        .filter(|k| k.link == Link::Complement);
                    if asks
                        && at > 0
                        && row.is(at - 1, &Kind::Coordinator)
                        && let Some(earlier) = earlier
                    {
                        hanging.link = Link::Complement;
                        hanging.governor = earlier.governor;
                        return;
                    }
                    hanging.governor = self.verb_before(at, |g| self.finite(g));
                    return;
                }
                Kind::Relative => {
                    let kept = hanging.clone();
                    *hanging = self.relative(group, hanging.clone(), at);
                    hanging.start = hanging.start.min(kept.start);
                    return;
                }
                Kind::Verb(other) => {
                    if !comma
                        && speech::takes_clause(self.sentence.lemma(row.groups[*other].head), self.sentence.lang)
                        && self.only_loose(at + 1, subject)
                    {
                        hanging.link = Link::Complement;
                        hanging.governor = Some(*other);
                    }
                    return;
                }
                Kind::Coordinator if self.sentence.low(row.items[at].words.start) == "ni" => {}
                Kind::Coordinator => {
                    if let Some(other) = self.verb_before(at, |g| self.finite(g))
                        && let Some(known) = self.done[other].as_ref().filter(|k| k.link == Link::Complement && !comma)
                    {
                        hanging.link = Link::Complement;
                        hanging.governor = known.governor;
                    }
                    return;
                }
                Kind::Mark => return,
            }
        }
    }

    /// Whether nothing that could be an object follows a group.
    fn objectless(&self, group: usize) -> bool {
        let next = self.places[group] + 1;
        self.row.chunk(next).is_none_or(|c| self.row.chunks[c].temporal)
    }

    fn infinitive(&self, group: usize) -> Hanging {
        let (row, sentence) = (self.row, self.sentence);
        let place = self.places[group];
        let mut hanging = self.bare(group, Link::Adverbial);
        let Some(before) = self.previous(place) else { return hanging };
        match &row.items[before].kind {
            Kind::Preposition(text) => {
                let outer = self.previous(before);
                let adverbial = matches!(
                    text.as_str(),
                    "tras" | "después de" | "antes de" | "sin" | "para" | "por" | "hasta" | "además de" | "en lugar de"
                ) || sentence.low(row.items[before].words.start) == "al";
                hanging.link = if adverbial { Link::Adverbial } else { Link::Complement };
                hanging.governor =
                    if adverbial { self.verb_before(before, |g| self.finite(g)) } else { self.verb_before(before, |_| true) };
                if text == "sin" {
                    hanging.negation = Some(row.items[before].words.start);
                }
                let object = outer.and_then(|i| row.chunk(i)).filter(|_| !adverbial).map(|c| self.whole(c));
                self.control(&mut hanging, object);
            }
            Kind::Verb(other) => {
                hanging.link = Link::Complement;
                hanging.governor = Some(*other);
                self.control(&mut hanging, None);
            }
            Kind::Chunk(chunk) => {
                hanging.link = Link::Complement;
                hanging.governor = self.verb_before(before, |_| true);
                let object = (row.governed[*chunk].is_none() && !row.chunks[*chunk].adjective && !row.chunks[*chunk].temporal)
                    .then(|| self.whole(*chunk));
                self.control(&mut hanging, object);
            }
            Kind::Coordinator => {
                if let Some(other) = self.verb_before(before, |g| row.groups[g].form == VerbForm::Infinitive) {
                    return self.share(group, hanging, other);
                }
                hanging.governor = self.verb_before(before, |_| true);
                self.control(&mut hanging, None);
            }
            Kind::Complementizer | Kind::Relative => {
                hanging.link = Link::Complement;
                hanging.governor = self.verb_before(before, |_| true);
                self.control(&mut hanging, None);
            }
            _ => {
                hanging.governor = self.verb_before(before, |g| self.finite(g));
                self.control(&mut hanging, None);
            }
        }
        hanging
    }

    /// The unspoken subject of an infinitive: who is made to, else who does what it hangs on.
    fn control(&self, hanging: &mut Hanging, object: Option<Words>) {
        const MAKES: [&str; 42] = [
            "order",
            "ask",
            "tell",
            "force",
            "compel",
            "oblige",
            "allow",
            "permit",
            "urge",
            "help",
            "let",
            "make",
            "want",
            "require",
            "instruct",
            "invite",
            "enable",
            "cause",
            "see",
            "hear",
            "beg",
            "warn",
            "encourage",
            "expect",
            "authorize",
            "direct",
            "obligar",
            "permitir",
            "impedir",
            "ordenar",
            "pedir",
            "prohibir",
            "hacer",
            "dejar",
            "mandar",
            "ver",
            "oír",
            "forzar",
            "instar",
            "autorizar",
            "invitar",
            "llamar",
        ];
        let Some(governor) = hanging.governor else { return };
        let lemma = self.sentence.lemma(self.row.groups[governor].head);
        let passive = self.row.groups[governor].voice == Voice::Passive;
        let made = MAKES.contains(&lemma) && !passive;
        let object =
            object.filter(|_| self.row.groups[governor].voice != Voice::Passive).or_else(|| self.objects[governor].clone());
        let known = self.done[governor].as_ref();
        if made && object.is_some() && hanging.link == Link::Complement {
            hanging.subject = object;
        } else if !(made && self.sentence.lang == Lang::Es && hanging.link == Link::Complement) {
            // "ordenó liberarlo": who frees is not said.
            hanging.subject = known.and_then(|k| k.subject.clone());
            hanging.shared = Some(governor);
        }
    }

    fn gerund(&self, group: usize) -> Hanging {
        let row = self.row;
        let place = self.places[group];
        let mut hanging = self.bare(group, Link::Adverbial);
        let before = self.previous(place);
        hanging.governor = self.verb_before(place, |g| self.finite(g));
        if before.is_some_and(|i| row.is(i, &Kind::Comma))
            && let Some(outer) = hanging
                .governor
                .and_then(|g| self.done[g].as_ref())
                .filter(|k| k.link == Link::Complement)
                .and_then(|k| k.governor)
        {
            hanging.governor = Some(outer); // "denied that it had arrested him, saying …": who denied says
        }
        match before.map(|i| (i, &row.items[i].kind)) {
            Some((_, Kind::Coordinator)) => {
                if let Some(other) = self.verb_before(place, |_| true).filter(|&g| row.groups[g].form == VerbForm::Gerund) {
                    return self.share(group, hanging, other);
                }
            }
            Some((i, Kind::Chunk(chunk))) => {
                let c = &row.chunks[*chunk];
                let before_any_verb = hanging.governor.is_none();
                let described = self.sentence.lang == Lang::En
                    && !c.temporal
                    && !c.adjective
                    && (before_any_verb || c.pronoun || row.governed[*chunk].is_some() && self.sentence.pos(c.head) == Pos::Noun);
                if described {
                    hanging.link = Link::Relative;
                    hanging.antecedent = Some(i);
                    hanging.subject = Some(self.whole(*chunk));
                    hanging.governor = self.verb_before(i, |_| true);
                    return hanging;
                }
            }
            Some((i, Kind::Preposition(text))) if text == "without" => hanging.negation = Some(row.items[i].words.start),
            Some((_, Kind::Verb(other))) => hanging.governor = Some(*other),
            _ => {}
        }
        if let Some(governor) = hanging.governor {
            hanging.subject = self.done[governor].as_ref().and_then(|k| k.subject.clone());
            hanging.shared = Some(governor);
        }
        hanging
    }

    fn participle(&self, group: usize) -> Hanging {
        let (row, sentence) = (self.row, self.sentence);
        let place = self.places[group];
        let headline = !row.groups.iter().any(|g| g.form == VerbForm::Finite);
        let mut hanging = self.bare(group, Link::Adverbial);
        let mut at = place;
        let mut comma = false;
        while at > 0 {
            at -= 1;
            match &row.items[at].kind {
                Kind::Adverb => {}
                Kind::Comma if !comma => comma = true,
                Kind::Chunk(c) if row.chunks[*c].temporal && row.governed[*c].is_none() || row.chunks[*c].adjective => {}
                Kind::Coordinator => {
                    let other =
                        self.verb_before(at, |g| sentence.word(row.groups[g].head).form.verb == Some(VerbForm::Participle));
                    if let Some(other) = other {
                        return self.share(group, hanging, other);
                    }
                    break;
                }
                Kind::Verb(other) => {
                    let other = *other;
                    hanging.governor = Some(other);
                    if comma && row.groups[other].form == VerbForm::Participle || headline {
                        return self.share(group, hanging, other);
                    }
                    hanging.link = if comma { Link::Adverbial } else { Link::Complement };
                    hanging.subject = self.objects[other]
                        .clone()
                        .filter(|_| !comma)
                        .or_else(|| self.done[other].as_ref().and_then(|k| k.subject.clone()));
                    hanging.shared = Some(other);
                    return hanging;
                }
                Kind::Chunk(_) => {
                    let earlier = self.verb_before(at, |_| true);
                    if headline
                        && comma
                        && let Some(earlier) = earlier
                    {
                        return self.share(group, hanging, earlier);
                    }
                    let antecedent = self.antecedent(at, place, group);
                    let Some(chunk) = row.chunk(antecedent) else { break };
                    let governed = row.governed[chunk].filter(|&p| !self.is_of(p));
                    let place_name = sentence.pos(row.chunks[chunk].head) == Pos::Propn && row.chunks[chunk].words.len() < 4;
                    let named = matches!(
                        sentence.lemma(row.groups[group].head),
                        "know" | "call" | "name" | "locate" | "conocer" | "llamar" | "ubicar" | "situar" | "denominar" | "base"
                    );
                    if governed.is_some() && (place_name || comma) && earlier.is_some() && !named {
                        hanging.governor = self.verb_before(at, |g| self.finite(g)).or(earlier);
                        hanging.subject = hanging.governor.and_then(|g| self.done[g].as_ref()).and_then(|k| k.subject.clone());
                        hanging.shared = hanging.governor;
                        return hanging;
                    }
                    hanging.link = if headline { Link::Main } else { Link::Relative };
                    hanging.antecedent = Some(antecedent);
                    hanging.governor = if headline { None } else { self.verb_before(antecedent, |_| true) };
                    let words = self.described(antecedent, chunk, place);
                    if !comma && (at == antecedent || words.words.end >= row.items[at].words.end) {
                        hanging.start = words.words.start;
                    }
                    hanging.left = antecedent;
                    hanging.subject = Some(words);
                    return hanging;
                }
                _ => break,
            }
        }
        if headline {
            hanging.link = Link::Main;
        }
        hanging
    }
}

impl super::chunks::Chunk {
    /// Whether it is a pronoun in the form of a subject: "he", "they".
    fn pronoun_subject(&self, sentence: &Sentence<'_>) -> bool {
        self.pronoun && matches!(sentence.low(self.head), "he" | "she" | "they" | "we" | "i" | "él" | "ella" | "ellos")
    }
}
