//! Gives every mention to whom it speaks of, in the order of the text.
//!
//! Names are joined beforehand by their writing ([`super::entities`]), descriptions by their role words ([`super::described`]); pronouns,
//! possessives and unspoken subjects are given to an earlier mention, or to nobody, by a judge: the trained one of [`super::ranker`].

use super::entities::Entities;
use super::features::{self, Case, Past};
use super::mentions::{Kind, Mention, Scene, Sex};
use super::traits::Traits;
use super::{described, first_person, headline};
use paradero_model::Lang;
use std::collections::HashMap;

/// How many mentions back a pronoun looks, and how many persons further back.
const NEAR: usize = 40;
const PERSONS: usize = 12;

/// Who decides what a pronoun takes up.
pub(super) trait Judge {
    /// One of the case's candidates, or nobody, for the `at`-th mention.
    fn choose(&mut self, at: usize, case: &Case) -> Option<usize>;
}

/// Reads the mentions; for each, whom it speaks of. Read twice: only the whole text tells whom it is mostly about, and whom its
/// headline describes.
pub(super) fn read(scene: &Scene, mentions: &[Mention], judge: &mut dyn Judge) -> (Vec<Option<usize>>, Entities) {
    let traits: Vec<Traits> = mentions.iter().map(|mention| Traits::of(scene, mention)).collect();
    let text = Text { scene, mentions, traits: &traits, dialogue: dialogue(mentions, scene.found.words.len()) };
    let named = Entities::named(scene.body, scene.found);
    let count = named.list.len();
    let spoken = first_person::spoken(scene, mentions, &named);
    let (first, known) = once(&text, named, &spoken, judge);
    let mut joined = headline::join(mentions, &first, &known);
    // Only those with names are the same in both readings.
    joined.retain(|_, entity| *entity < count);
    joined.extend(spoken);
    let known = Entities::named(scene.body, scene.found).led_by(known.lead());
    once(&text, known, &joined, judge)
}

/// What does not change while a text is read.
struct Text<'a> {
    scene: &'a Scene<'a>,
    mentions: &'a [Mention],
    traits: &'a [Traits],
    dialogue: u32,
}

fn once(
    text: &Text,
    mut entities: Entities,
    joined: &HashMap<usize, usize>,
    judge: &mut dyn Judge,
) -> (Vec<Option<usize>>, Entities) {
    let Text { scene, mentions, traits, dialogue } = *text;
    let mut owner: Vec<Option<usize>> = vec![None; mentions.len()];
    for (at, mention) in mentions.iter().enumerate() {
        let known = joined.get(&at).copied().or_else(|| match &mention.kind {
            Kind::Name(name) => entities.of_name(*name),
            Kind::Description(introduction, role) => described::known(&entities, mention, *introduction, role),
            Kind::Thing | Kind::Joint => None,
            Kind::Pronoun | Kind::Possessive | Kind::Empty => {
                let past = Past { scene, mentions, traits, owner: &owner, entities: &entities, dialogue };
                let case = features::case(&past, at, &candidates(&past, at));
                judge.choose(at, &case).and_then(|candidate| owner[candidate])
            }
        });
        let entity = known.unwrap_or_else(|| entities.meet(mention));
        owner[at] = Some(entity);
        entities.saw(entity, at, mention);
    }
    (owner, entities)
}

/// The earlier mentions that the `at`-th may take up, the newest first.
fn candidates(past: &Past, at: usize) -> Vec<usize> {
    let near = at.saturating_sub(NEAR)..at;
    let far = past.entities.recent.iter().rev().take(PERSONS).map(|&entity| past.entities.list[entity].latest);
    let far: Vec<usize> = far.filter(|&candidate| candidate < near.start).collect();
    near.rev().chain(far).filter(|&candidate| may(past, at, candidate)).collect()
}

/// Whether nothing forbids it: gender and number that clash, a phrase that holds the pronoun as its own possessor.
fn may(past: &Past, at: usize, candidate: usize) -> bool {
    let (mention, other) = (&past.mentions[at], &past.mentions[candidate]);
    let Some(entity) = past.owner[candidate].map(|entity| &past.entities.list[entity]) else { return false };
    let owned = mention.kind == Kind::Possessive && past.scene.tree.head(mention.head) == Some(other.head);
    if owned || other.head == mention.head || other.span.start() >= mention.span.start() {
        return false;
    }
    let one = |sex| matches!(sex, Sex::Masculine | Sex::Feminine);
    let clash = match (mention.gender, entity.sex) {
        (Some(mine), Some(theirs)) => mine != theirs && !(one(mine) && entity.plural),
        _ => false,
    };
    let number = past.scene.found.lang == Lang::Es && mention.plural.is_some_and(|plural| plural != entity.plural);
    // "La liberaron": an unspoken "they" whom nothing before names is nobody in particular.
    let nobody = other.kind == Kind::Empty && entity.plural && entity.name.is_none() && entity.count == 1;
    !clash && !number && !nobody
}

/// How much of a dialogue a text is, by its "I" and "you": 0 to 2.
fn dialogue(mentions: &[Mention], words: usize) -> u32 {
    let spoken = mentions.iter().filter(|mention| mention.takes_up() && mention.person < 3 && mention.quote.is_none()).count();
    match spoken * 1000 / words.max(1) {
        0..=9 => 0,
        10..=39 => 1,
        _ => 2,
    }
}
