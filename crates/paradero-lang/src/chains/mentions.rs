//! What may speak of somebody or something, in the order of the text, before it is known of whom.
//!
//! Names; pronouns and possessives ([`super::pronouns`]); descriptions of persons ([`super::descriptions`]); the unspoken subjects of
//! Spanish verbs; and every other noun phrase, which nobody takes up unless a pronoun does.

use super::tree::Tree;
use super::{descriptions, pronouns};
use crate::{Analysis, Gender, MentionForm, NameKind, Pos, Role, Universal};
use paradero_model::{Lang, Span};
use std::collections::HashMap;

/// How a description is introduced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Introduction {
    /// "the man", "el joven": somebody known.
    Definite,
    /// "a man", "un joven", "27 trabajadores": somebody new.
    Indefinite,
    /// "his lawyer", "su hijo": somebody known through another.
    Owned,
    /// "my son", "mi papá".
    Mine,
    /// "Gay asylum seeker" in a headline.
    Bare,
}

/// What a mention is, with what only its kind knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An index of the names.
    Name(usize),
    Pronoun,
    Possessive,
    /// Its head noun, lower-cased.
    Description(Introduction, String),
    Empty,
    /// Any other noun phrase.
    Thing,
    /// Several joined by "and".
    Joint,
}

/// Masculine, feminine, or of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sex {
    Masculine,
    Feminine,
    Neuter,
}

impl Sex {
    /// As an analysis says it.
    pub(super) fn gender(self) -> Option<Gender> {
        match self {
            Self::Masculine => Some(Gender::Masculine),
            Self::Feminine => Some(Gender::Feminine),
            Self::Neuter => None,
        }
    }

    fn of(gender: Gender) -> Self {
        match gender {
            Gender::Masculine => Self::Masculine,
            Gender::Feminine => Self::Feminine,
        }
    }
}

/// A mention not yet given to anybody.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub(super) span: Span,
    /// The word that heads it; of an empty subject, its verb.
    pub(super) head: usize,
    pub(super) kind: Kind,
    pub(super) sentence: usize,
    pub(super) paragraph: usize,
    pub(super) heading: bool,
    /// 1, 2 or 3.
    pub(super) person: u8,
    pub(super) gender: Option<Sex>,
    pub(super) plural: Option<bool>,
    pub(super) reflexive: bool,
    /// The verb or predicate it is an argument of, and by which relation.
    pub(super) governor: Option<(usize, Universal)>,
    /// Whether it is the subject of its clause.
    pub(super) subject: bool,
    /// The innermost quotation it stands in.
    pub(super) quote: Option<usize>,
    /// Of a possessive: whether what it owns is kin or a lawyer, as the one a text is about has.
    pub(super) close: bool,
}

impl Mention {
    /// As an analysis says it.
    pub(super) fn plain(&self) -> crate::Mention {
        let form = match self.kind {
            Kind::Name(_) => MentionForm::Name,
            Kind::Pronoun => MentionForm::Pronoun,
            Kind::Possessive => MentionForm::Possessive,
            Kind::Description(..) | Kind::Thing | Kind::Joint => MentionForm::Description,
            Kind::Empty => MentionForm::Empty,
        };
        let gender = self.gender.and_then(Sex::gender);
        crate::Mention { span: self.span, form, person: self.person, plural: self.plural, gender }
    }

    /// Whether it takes up something said before.
    pub(super) fn takes_up(&self) -> bool {
        matches!(self.kind, Kind::Pronoun | Kind::Possessive | Kind::Empty)
    }

    /// The predicate it is an argument of.
    pub(super) fn clause(&self) -> Option<usize> {
        self.governor.map(|(verb, _)| verb)
    }
}

/// What mentions are collected from.
pub(super) struct Scene<'a> {
    pub(super) body: &'a str,
    pub(super) found: &'a Analysis,
    pub(super) tree: &'a Tree<'a>,
    /// The span of the phrase that each word heads.
    pub(super) phrases: HashMap<usize, Span>,
    /// For each word, the innermost quotation.
    quotes: Vec<Option<usize>>,
}

impl<'a> Scene<'a> {
    pub(super) fn of(body: &'a str, found: &'a Analysis, tree: &'a Tree<'a>) -> Self {
        let phrases = found.phrases.iter().rev().map(|phrase| (phrase.head, phrase.span)).collect();
        Self { body, found, tree, phrases, quotes: quotes(found) }
    }

    /// A mention headed by word `head`, with what its place says.
    pub(super) fn mention(&self, span: Span, head: usize, kind: Kind) -> Mention {
        let sentence = self.tree.sentence[head];
        let place = self.found.sentences.get(sentence);
        let governor = if kind == Kind::Empty { Some((head, Universal::Nsubj)) } else { self.tree.governor(head) };
        let subject = governor.is_some_and(|(_, relation)| relation == Universal::Nsubj);
        let first = self.tree.joined_to(head);
        let direct = !matches!(
            self.tree.words[first].relation.universal,
            Universal::Nmod | Universal::Det | Universal::Amod | Universal::Compound
        );
        Mention {
            span,
            head,
            kind,
            sentence,
            paragraph: place.map_or(0, |place| place.paragraph),
            heading: place.is_some_and(|place| place.heading),
            person: 3,
            gender: None,
            plural: None,
            reflexive: false,
            governor,
            subject: subject && direct,
            quote: self.quotes.get(head).copied().flatten(),
            close: false,
        }
    }
}

/// For each word the innermost quotation around it.
fn quotes(found: &Analysis) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut next = 0;
    let quote = |word: &crate::Word| {
        while found.quotations.get(next).is_some_and(|quotation| quotation.inside.start() <= word.span.start()) {
            open.push(next);
            next += 1;
        }
        open.retain(|&quotation| found.quotations[quotation].inside.end() > word.span.start());
        open.iter().copied().min_by_key(|&quotation| found.quotations[quotation].inside.len())
    };
    found.words.iter().map(quote).collect()
}

/// The mentions of the text.
pub(super) fn collect(scene: &Scene) -> Vec<Mention> {
    let found = scene.found;
    let mut mentions: Vec<Mention> = (0..found.names.len()).filter_map(|at| name(scene, at)).collect();
    let mut named: Vec<bool> = vec![false; found.words.len()];
    for mention in &mentions {
        let first = found.words.partition_point(|word| word.span.end() <= mention.span.start());
        for (at, word) in found.words.iter().enumerate().skip(first) {
            if word.span.start() >= mention.span.end() {
                break;
            }
            named[at] = true;
        }
    }
    let titles = titles(found);
    for at in 0..found.words.len() {
        if let Some(said) = pronouns::read(scene.tree, found.lang, at).filter(|_| !named[at]) {
            mentions.push(Mention {
                person: said.person,
                gender: said.sex,
                plural: said.plural,
                reflexive: said.reflexive,
                close: said.possessive && descriptions::close(scene.tree, at),
                ..scene.mention(found.words[at].span, at, said.kind())
            });
        } else if !named[at]
            && !titles[at]
            && let Some(description) = descriptions::read(scene, at)
        {
            mentions.push(description);
        } else if !named[at]
            && let Some(thing) = thing(scene, at)
        {
            mentions.push(thing);
        }
        mentions.extend(joint(scene, at));
    }
    if found.lang == Lang::Es {
        mentions.extend(empty(scene));
    }
    mentions.sort_by_key(|mention| (mention.span.start(), mention.span.end(), mention.head));
    mentions.dedup_by_key(|mention| mention.span);
    mentions
}

/// Which words stand in the title of a person's name: they are no mention of their own.
fn titles(found: &Analysis) -> Vec<bool> {
    let mut inside = vec![false; found.words.len()];
    for title in found.names.iter().filter(|name| name.kind == NameKind::Person).filter_map(|name| name.title) {
        let first = found.words.partition_point(|word| word.span.start() < title.start());
        for (at, word) in found.words.iter().enumerate().skip(first) {
            if word.span.end() > title.end() {
                break;
            }
            inside[at] = true;
        }
    }
    inside
}

fn name(scene: &Scene, at: usize) -> Option<Mention> {
    let name = &scene.found.names[at];
    let words = &scene.found.words;
    let first = words.partition_point(|word| word.span.end() <= name.span.start());
    let inside = |word: &usize| words.get(*word).is_some_and(|word| word.span.start() < name.span.end());
    let head = (first..words.len())
        .take_while(inside)
        .find(|&word| scene.tree.head(word).is_none_or(|head| head < first || !inside(&head)))?;
    let mention = scene.mention(name.span, head, Kind::Name(at));
    Some(Mention { plural: Some(false).filter(|_| name.kind == NameKind::Person), ..mention })
}

/// A noun phrase that is neither a name nor describes a person.
fn thing(scene: &Scene, at: usize) -> Option<Mention> {
    let tree = scene.tree;
    let word = &tree.words[at];
    let relation = word.relation.universal;
    let modifies = matches!(
        relation,
        Universal::Flat
            | Universal::Fixed
            | Universal::Goeswith
            | Universal::Case
            | Universal::Mark
            | Universal::Advmod
            | Universal::Discourse
            | Universal::Expl
            | Universal::Cc
            | Universal::Aux
            | Universal::Punct
            | Universal::Amod
    );
    let argument = matches!(relation, Universal::Nsubj | Universal::Obj | Universal::Iobj | Universal::Obl);
    let noun = match word.pos {
        Pos::Noun | Pos::Propn => relation != Universal::Compound || word.pos == Pos::Propn,
        Pos::Pron => !matches!(word.feature("PronType"), Some("Rel" | "Int")),
        Pos::Num | Pos::Det | Pos::Adj | Pos::X => argument,
        _ => false,
    };
    if !noun || modifies {
        return None;
    }
    let (first, last) = tree.phrase(at);
    let span = scene.phrases.get(&at).copied().unwrap_or_else(|| tree.span(first, last));
    let plural = match word.feature("Number") {
        Some("Plur") => Some(true),
        Some("Sing") => Some(false),
        _ => word.form.plural,
    };
    let gender = if scene.found.lang == Lang::Es { word.form.gender.map(Sex::of) } else { None };
    Some(Mention { plural, gender, ..scene.mention(span, at, Kind::Thing) })
}

/// "Ana and her brother": the two together, where word `at` is the first of them.
fn joint(scene: &Scene, at: usize) -> Option<Mention> {
    let tree = scene.tree;
    if !matches!(tree.words[at].pos, Pos::Noun | Pos::Propn | Pos::Pron) {
        return None;
    }
    let nouns =
        |&child: &usize| tree.is(child, Universal::Conj) && matches!(tree.words[child].pos, Pos::Noun | Pos::Propn | Pos::Pron);
    let last = tree.children(at).iter().copied().rfind(nouns)?;
    let (first, _) = tree.phrase(at);
    let (_, end) = tree.phrase(last);
    (end > at).then(|| Mention { plural: Some(true), ..scene.mention(tree.span(first, end), at, Kind::Joint) })
}

/// The unspoken subjects of Spanish verbs, with what the verb and its participle say.
fn empty(scene: &Scene) -> Vec<Mention> {
    let found = scene.found;
    let mut mentions = Vec::new();
    for clause in &found.clauses {
        let group = clause.group.clone();
        let (Some(first), Some(last)) =
            (found.words.get(group.start), group.end.checked_sub(1).and_then(|last| found.words.get(last)))
        else {
            continue;
        };
        let span = first.span.to(last.span);
        if !clause.arguments.iter().any(|argument| argument.role == Role::Subject && argument.span == span) {
            continue;
        }
        let verb = |word: &&crate::Word| word.form.person.is_some() && matches!(word.pos, Pos::Verb | Pos::Aux);
        let finite = found.words[group.clone()].iter().find(verb);
        // "fue detenida", "está presa": the participle or adjective says the gender.
        let agrees = found.words[group.clone()]
            .iter()
            .rev()
            .find(|word| word.feature("VerbForm") == Some("Part") && clause.voice == crate::Voice::Passive);
        let predicate = clause.arguments.iter().find(|argument| argument.role == Role::Predicate);
        let predicate = predicate.and_then(|argument| found.words.get(argument.head)).filter(|word| word.pos == Pos::Adj);
        let gender = agrees.or(predicate).and_then(|word| word.form.gender).map(Sex::of);
        mentions.push(Mention {
            person: finite.and_then(|word| word.form.person).unwrap_or(3),
            plural: finite.and_then(|word| word.form.plural),
            gender,
            ..scene.mention(span, clause.head, Kind::Empty)
        });
    }
    mentions
}
