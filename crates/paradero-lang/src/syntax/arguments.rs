//! What hangs on a verb group: objects, agent, predicate and what stands with a preposition.

use super::{
    Sentence,
    groups::{self, Group},
    links::Hanging,
    phrases::{self, Nominals},
    prepositions, speech,
    subjects::{self, Subject, Words},
};
use crate::{Link, NameKind, Pos, Role, Universal as U, VerbForm, Voice};
use paradero_model::Lang;

/// One argument, in words.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) role: Role,
    pub(super) words: Words,
    pub(super) preposition: Option<String>,
}

/// The arguments of a group, its subject included.
pub(super) fn find(
    sentence: &Sentence<'_>,
    nominals: &Nominals,
    group: &Group,
    hanging: &Hanging,
    subject: Option<&Subject>,
    limit: usize,
) -> Vec<Found> {
    let mut reader = Reader { sentence, nominals, group, hanging, found: Vec::new(), seen: Vec::new() };
    if let Some(subject) = subject {
        reader.seen.extend(subject.own);
        reader.found.push(Found { role: Role::Subject, words: subject.words.clone(), preposition: None });
    }
    reader.predicate();
    reader.children();
    reader.relative();
    reader.behind(limit);
    reader.settle();
    if reader.found.iter().filter(|found| found.role == Role::Subject).count() > 1 {
        reader.found.retain(|found| found.role != Role::Subject || !group.words.contains(&found.words.head));
    }
    reader.found
}

struct Reader<'s, 'a> {
    sentence: &'s Sentence<'a>,
    nominals: &'s Nominals,
    group: &'s Group,
    hanging: &'s Hanging,
    found: Vec<Found>,
    /// The words of the tree that are arguments already.
    seen: Vec<usize>,
}

impl Reader<'_, '_> {
    fn add(&mut self, role: Role, at: usize, preposition: Option<&str>) {
        if !self.seen.contains(&at) {
            self.seen.push(at);
            let words = subjects::phrase(self.sentence, self.nominals, at);
            self.found.push(Found { role, words, preposition: preposition.map(str::to_owned) });
        }
    }

    /// Whether the group has a subject that is spoken, not the verb group itself.
    fn spoken(&self) -> bool {
        self.found.iter().any(|found| found.role == Role::Subject && !self.group.words.contains(&found.words.head))
    }

    fn has(&self, role: Role) -> bool {
        self.found.iter().any(|found| found.role == role)
    }

    /// What a copula says of its subject.
    fn predicate(&mut self) {
        let Some(at) = self.group.predicate else { return };
        match prepositions::of(self.sentence, at) {
            Some(preposition) => self.add(Role::Oblique, at, Some(preposition)),
            None => match self.sentence.pos(at) {
                Pos::Adv if deictic(self.sentence.low(at)) => self.add(Role::Oblique, at, None),
                Pos::Adv | Pos::Verb | Pos::Aux | Pos::Punct | Pos::Sconj => {}
                Pos::Pron if self.sentence.low(at) == "where" || self.sentence.low(at) == "dónde" => {}
                // "¿Dónde está Luis?": who is somewhere is no predicate.
                Pos::Propn if self.sentence.lemma(self.group.head) == "estar" && !self.spoken() => {
                    self.add(Role::Subject, at, None)
                }
                _ => self.add(Role::Predicate, at, None),
            },
        }
    }

    fn children(&mut self) {
        let (sentence, tree) = (self.sentence, &self.sentence.tree);
        let children: Vec<usize> = self.group.members.iter().flat_map(|&member| tree.children(member).iter().copied()).collect();
        // Objects first: what an "a" means depends on whether there is one.
        let mut later = Vec::new();
        for child in children {
            if self.group.members.contains(&child) || self.seen.contains(&child) || phrases::is_relative(sentence, child) {
                continue;
            }
            if phrases::is_clitic(sentence, child) {
                self.clitic(child);
                continue;
            }
            let of_predicate = self.group.predicate.is_some();
            match tree.relation(child).universal {
                U::Obj if clausal(sentence, child) => {}
                U::Obj if prepositions::of(sentence, child).is_none() => {
                    if phrases::is_time(sentence, child) && self.has(Role::Object) {
                        self.add(Role::Oblique, child, None);
                    } else if sentence.pos(child) == Pos::Adj && tree.child(child, U::Det).is_none() {
                        self.add(Role::Predicate, child, None);
                    } else {
                        self.add(Role::Object, child, None);
                    }
                }
                U::Iobj if prepositions::of(sentence, child).is_none() => self.add(Role::Indirect, child, None),
                U::Obj | U::Iobj | U::Obl => later.push(child),
                U::Nmod if !of_predicate => later.push(child),
                U::Xcomp | U::Advcl
                    if !clausal(sentence, child)
                        && prepositions::of(sentence, child).is_none()
                        && matches!(
                            sentence.pos(child),
                            Pos::Adj | Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num | Pos::Verb
                        )
                        && child > self.group.head =>
                {
                    self.add(Role::Predicate, child, None);
                }
                U::Xcomp if !clausal(sentence, child) => later.push(child),
                U::Advmod if deictic(sentence.low(child)) => match prepositions::of(sentence, child) {
                    Some(preposition) => self.add(Role::Oblique, child, Some(preposition)),
                    None => self.add(Role::Oblique, child, None),
                },
                _ => {}
            }
        }
        for child in later {
            if clausal(sentence, child) {
                continue;
            }
            self.with_preposition(child);
            // "en Tula y desde Lara": a conjunct with a preposition of its own.
            let others: Vec<usize> = tree
                .each(child, U::Conj)
                .filter(|&other| prepositions::of(sentence, other).is_some() && !self.nominals.reach(child).contains(&other))
                .collect();
            others.into_iter().filter(|&other| !clausal(sentence, other)).for_each(|other| self.with_preposition(other));
        }
    }

    fn clitic(&mut self, at: usize) {
        let role = match self.sentence.low(at) {
            "se" => return,
            "le" | "les" => Role::Indirect,
            "me" | "te" | "nos" | "os" if self.sentence.tree.is(at, U::Iobj) || self.group.voice == Voice::Reflexive => {
                Role::Indirect
            }
            _ => Role::Object,
        };
        self.add(role, at, None);
    }

    fn with_preposition(&mut self, at: usize) {
        let (sentence, group) = (self.sentence, self.group);
        let Some(preposition) = prepositions::of(sentence, at) else {
            if phrases::is_nominal(sentence, at) || deictic(sentence.low(at)) {
                self.add(Role::Oblique, at, None);
            }
            return;
        };
        let time = phrases::is_time(sentence, at);
        let role = match preposition {
            "by" if group.voice == Voice::Passive && !time => Role::Agent,
            "por" | "por parte de"
                if group.voice == Voice::Passive && !time && (sentence.tree.relation(at).subtype == "agent" || self.acts(at)) =>
            {
                Role::Agent
            }
            "a" if !time && sentence.lang == Lang::Es => self.spanish_a(at),
            _ => Role::Oblique,
        };
        let preposition = (role == Role::Oblique).then_some(preposition);
        self.add(role, at, preposition);
    }

    /// What a relative pronoun stands for, where it is no subject.
    fn relative(&mut self) {
        let (Some(noun), true) = (self.hanging.noun, self.hanging.link == Link::Relative) else { return };
        if self.group.attributive || self.group.form != VerbForm::Finite {
            return;
        }
        let (sentence, tree) = (self.sentence, &self.sentence.tree);
        let words = subjects::antecedent(sentence, self.nominals, self.group, noun);
        if self.found.iter().any(|found| found.words == words) {
            return;
        }
        let (role, preposition) = match self.hanging.pronoun {
            Some(pronoun) => match (tree.relation(pronoun).universal, prepositions::of(sentence, pronoun)) {
                (U::Nsubj, _) => return,
                (_, None) if self.has(Role::Object) => return,
                (U::Iobj, _) => (Role::Indirect, None),
                (_, None) => (Role::Object, None),
                (_, Some(text)) if text == "a" && sentence.lang == Lang::Es && !self.has(Role::Object) => (Role::Object, None),
                (_, Some(text)) => (Role::Oblique, Some(text)),
            },
            None if sentence.lang == Lang::En
                && !self.has(Role::Object)
                && self.group.voice == Voice::Active
                && self.group.predicate.is_none() =>
            {
                (Role::Object, None)
            }
            None => return,
        };
        self.found.push(Found { role, words, preposition: preposition.map(str::to_owned) });
    }

    /// What follows an argument with a preposition may hang on the verb as well: "arrested two men in Laredo".
    fn behind(&mut self, limit: usize) {
        let (sentence, nominals) = (self.sentence, self.nominals);
        let starts: Vec<usize> = self
            .seen
            .iter()
            .filter(|&&at| at >= self.group.words.end || self.group.predicate == Some(at))
            .map(|&at| nominals.reach(at).end)
            .collect();
        for start in starts {
            let row: Vec<usize> =
                nominals.row(sentence, start).take(6).take_while(|&at| nominals.reach(at).start < limit).collect();
            for at in row {
                if !clausal(sentence, at) {
                    self.with_preposition(at);
                }
            }
        }
    }

    /// Two objects: one of them is told or given the other.
    fn settle(&mut self) {
        let objects: Vec<usize> = (0..self.found.len()).filter(|&at| self.found[at].role == Role::Object).collect();
        let clitic = |at: usize| phrases::is_clitic(self.sentence, self.found[at].words.head);
        if let [first, second, ..] = objects[..] {
            let indirect = if clitic(first)
                && matches!(self.sentence.low(self.found[first].words.head), "me" | "te" | "nos" | "os")
                || !clitic(second)
            {
                first
            } else {
                second
            };
            self.found[indirect].role = Role::Indirect;
        }
    }

    /// Whether what follows "por" acts: a name, a plural or a noun with an article, no bare cause.
    fn acts(&self, at: usize) -> bool {
        let sentence = self.sentence;
        let lemma = sentence.lemma(at);
        let words = self.nominals.reach(at);
        let abstracted = ["ción", "sión", "ismo", "dad", "miento", "ncia", "ión"].iter().any(|end| lemma.ends_with(end));
        let determined = matches!(sentence.pos(words.start), Pos::Det | Pos::Num)
            || words.start > sentence.words.start && sentence.pos(words.start - 1) == Pos::Det;
        sentence.pos(at) == Pos::Propn
            || speech::body(lemma)
            || (!abstracted && (determined || sentence.word(at).form.plural == Some(true))) && !speech::cause(lemma)
    }

    /// What "a" means: the person acted upon, the one spoken or given to, or where to.
    fn spanish_a(&self, at: usize) -> Role {
        let sentence = self.sentence;
        let lemma = sentence.lemma(self.group.head);
        let relation = sentence.tree.relation(at).universal;
        let span = sentence.span(&self.nominals.reach(at));
        let names = &sentence.found.names;
        let first = names.partition_point(|name| name.span.end() <= span.start());
        let place =
            names[first..].iter().take_while(|name| name.span.start() < span.end()).any(|name| name.kind == NameKind::Place);
        let person = sentence.pos(at) == Pos::Propn || sentence.pos(at) == Pos::Pron || speech::person(lemma_of(sentence, at));
        if relation == U::Iobj && !place {
            return Role::Indirect;
        }
        if place || self.group.voice == Voice::Passive || speech::goes(lemma) || sentence.pos(at) == Pos::Num {
            return Role::Oblique;
        }
        let other = self.has(Role::Object) || self.has(Role::Indirect);
        let says_what = sentence.tree.child(self.group.top, U::Ccomp).is_some();
        match relation {
            _ if (speech::gives(lemma) || self.has(Role::Indirect)) && (person || other || says_what) => Role::Indirect,
            U::Obj if !other => Role::Object,
            U::Obj => Role::Indirect,
            _ if person && other => Role::Indirect,
            _ if person => Role::Object,
            _ => Role::Oblique,
        }
    }
}

fn lemma_of<'a>(sentence: &Sentence<'a>, at: usize) -> &'a str {
    sentence.lemma(at)
}

/// Whether a child is a clause of its own.
fn clausal(sentence: &Sentence<'_>, at: usize) -> bool {
    let tree = &sentence.tree;
    let verb = matches!(sentence.pos(at), Pos::Verb | Pos::Aux) && !groups::adjectival(sentence, at);
    tree.child(at, U::Cop).is_some()
        || tree.child(at, U::Nsubj).is_some()
        || verb && tree.child(at, U::Det).is_none()
        || tree.child(at, U::Mark).is_some() && !phrases::is_nominal(sentence, at)
}

/// Adverbs that say where: they are arguments without a preposition.
fn deictic(low: &str) -> bool {
    matches!(low, "there" | "here" | "home" | "abroad" | "allí" | "allá" | "aquí" | "ahí" | "acá")
}
