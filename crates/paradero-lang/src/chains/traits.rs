//! What a mention says by itself, read once: its class or kind, its role, where in its sentence it stands, which word heads it.

use super::entities::{Being, Entity};
use super::mentions::{Introduction, Kind, Mention, Scene, Sex};
use crate::{NameKind, Pos, Universal};
use paradero_grammar::lexicon::Lexicon;

/// What features of pairs are made of.
#[derive(Clone, Debug)]
pub(super) struct Traits {
    /// What kind of words it is.
    pub(super) kind: u32,
    /// Its role in its clause.
    pub(super) role: u32,
    /// How deep in other noun phrases it stands.
    pub(super) depth: usize,
    /// How many words of its sentence stand before it.
    pub(super) opens: usize,
    /// Whether its sentence asks.
    pub(super) asks: bool,
    /// Of a noun or name: numbers for its head word, from the word itself to the coarsest group of words used alike.
    pub(super) lexeme: Vec<u32>,
}

impl Traits {
    pub(super) fn of(scene: &Scene, mention: &Mention) -> Self {
        let sentence = scene.found.sentences.get(mention.sentence);
        Self {
            kind: kind(scene, mention),
            role: role(scene, mention),
            depth: depth(scene, mention),
            opens: sentence.map_or(0, |sentence| mention.head.saturating_sub(sentence.words.start)),
            asks: sentence.and_then(|sentence| sentence.span.of(scene.body)).is_some_and(|words| words.ends_with('?')),
            lexeme: if mention.takes_up() { Vec::new() } else { lexeme(scene, mention) },
        }
    }
}

/// The head word in numbers: the lemma, its ending, and the clusters of words used alike in ever wider circles. Of one language: what
/// is learnt of English words says nothing of Spanish ones.
fn lexeme(scene: &Scene, mention: &Mention) -> Vec<u32> {
    let lang = scene.found.lang;
    if lang != paradero_model::Lang::En {
        return Vec::new();
    }
    let head = &scene.tree.words[mention.head];
    let lemma = head.lemma.to_lowercase();
    let ending = lemma.char_indices().rev().nth(2).map_or("", |(at, _)| &lemma[at..]);
    let mut numbers = vec![word(&lemma), word(ending) ^ 1];
    if let Some(cluster) = Lexicon::of(lang).clusters.get(head.text(scene.body)) {
        numbers.extend([4, 6, 8, 10, 14].map(|steps| (steps << 24) | cluster.prefix(steps)));
    }
    numbers
}

/// The classes of pronouns, by what they say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    I = 1,
    We,
    You,
    He,
    She,
    It,
    They,
}

impl Class {
    /// Of a pronoun; where it leaves open what it is, as it would be in English for `entity`.
    pub(super) fn of(mention: &Mention, entity: Option<&Entity>) -> Self {
        match (mention.person, mention.plural, mention.gender) {
            (1, Some(true), _) => Self::We,
            (1, ..) => Self::I,
            (2, ..) => Self::You,
            (_, Some(true), _) => Self::They,
            (_, _, Some(Sex::Neuter)) => Self::It,
            (_, _, Some(Sex::Masculine)) => Self::He,
            (_, _, Some(Sex::Feminine)) => Self::She,
            (_, plural, None) => match entity {
                Some(entity) if plural.is_none() && entity.plural => Self::They,
                Some(entity) if matches!(entity.being, Being::Place | Being::Thing | Being::Group) => Self::It,
                Some(Entity { sex: Some(Sex::Feminine), .. }) => Self::She,
                _ => Self::He,
            },
        }
    }
}

/// A word as a number.
pub(super) fn word(text: &str) -> u32 {
    text.bytes().fold(0x811C_9DC5, |mixed, byte| (mixed ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Which role a relation is, as far as chains tell them apart.
fn role(scene: &Scene, mention: &Mention) -> u32 {
    let tree = scene.tree;
    let head = tree.joined_to(mention.head);
    let joined = u32::from(head != mention.head) * 16;
    let relation = tree.words[head].relation;
    let own = match (&mention.kind, relation.universal) {
        (Kind::Empty, _) => 1,
        (Kind::Possessive, _) => 9,
        (_, Universal::Nsubj) if relation.subtype == "pass" => 2,
        (_, Universal::Nsubj) => 1,
        (_, Universal::Obj) => 3,
        (_, Universal::Iobj) => 4,
        (_, Universal::Obl) => 5,
        (_, Universal::Nmod) if relation.subtype == "poss" => 9,
        (_, Universal::Nmod) => 6,
        (_, Universal::Root | Universal::Parataxis) => 7,
        (_, Universal::Appos) => 8,
        (_, Universal::Compound) => 10,
        (_, Universal::Vocative) => 11,
        (_, Universal::Expl) => 12,
        _ => 13,
    };
    own + joined
}

/// What kind of words a mention is.
fn kind(scene: &Scene, mention: &Mention) -> u32 {
    let word = &scene.tree.words[mention.head];
    match &mention.kind {
        Kind::Name(at) => match scene.found.names[*at].kind {
            NameKind::Person => 1,
            NameKind::Organisation => 2,
            NameKind::Place => 3,
            NameKind::Other => 4,
        },
        Kind::Pronoun | Kind::Empty => 10 + Class::of(mention, None) as u32,
        Kind::Possessive => 20 + Class::of(mention, None) as u32,
        Kind::Description(introduction, _) => match introduction {
            Introduction::Definite => 30,
            Introduction::Indefinite => 31,
            Introduction::Owned => 32,
            Introduction::Mine => 33,
            Introduction::Bare => 34,
        },
        Kind::Joint => 40,
        Kind::Thing => match word.pos {
            Pos::Noun => 50 + article(scene, mention.head),
            Pos::Propn => 60 + article(scene, mention.head),
            Pos::Pron => 70 + u32::from(word.feature("PronType") == Some("Dem")),
            Pos::Det => 72,
            _ => 73,
        },
    }
}

/// How a noun is introduced, in the tree.
fn article(scene: &Scene, head: usize) -> u32 {
    let tree = scene.tree;
    let possessed = tree.children(head).iter().any(|&child| tree.words[child].relation.subtype == "poss");
    match tree.child(head, Universal::Det).map(|det| &tree.words[det]) {
        Some(det) if det.feature("Definite") == Some("Ind") => 1,
        Some(det) if det.feature("PronType") == Some("Dem") => 2,
        Some(det) if det.feature("Definite") == Some("Def") => 3,
        Some(_) => 4,
        None if possessed => 5,
        None => 0,
    }
}

/// How deep in other noun phrases a mention stands.
fn depth(scene: &Scene, mention: &Mention) -> usize {
    let tree = scene.tree;
    let inside = |&word: &usize| {
        matches!(tree.words[word].relation.universal, Universal::Nmod | Universal::Acl | Universal::Compound | Universal::Appos)
    };
    std::iter::once(mention.head).chain(tree.above(mention.head)).take(20).filter(inside).count()
}
