//! What speaks for and against a pronoun taking up an earlier mention, as numbered features for [`super::ranker`].
//!
//! All of it is read from the tree, the agreement of the two, the place of both in the text and what is already known of who is meant;
//! the same in both languages; only those of words themselves are of one language. Spanish words that leave gender or number open ("su",
//! an unspoken subject) are weighed against each candidate as the English pronoun that would take it up.

use super::entities::{Being, Entities, Entity};
use super::mentions::{Kind, Mention, Scene, Sex};
use super::traits::{Class, Traits, word};
use crate::Universal;
use paradero_model::Lang;

/// A case to decide: what speaks for nobody, and for each candidate.
pub(super) struct Case {
    pub(super) none: Vec<u32>,
    /// A mention, an index of all, and its features.
    pub(super) candidates: Vec<(usize, Vec<u32>)>,
}

/// The text so far.
pub(super) struct Past<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) mentions: &'a [Mention],
    pub(super) traits: &'a [Traits],
    pub(super) owner: &'a [Option<usize>],
    pub(super) entities: &'a Entities,
    /// How much of a dialogue the text is, from 0 to 2.
    pub(super) dialogue: u32,
}

/// 0, 1, 2, 3, then ever wider steps.
fn step(count: usize) -> u32 {
    match count {
        0..=3 => count as u32,
        4..=5 => 4,
        6..=8 => 5,
        9..=13 => 6,
        14..=25 => 7,
        26..=60 => 8,
        _ => 9,
    }
}

/// A feature's number: its rule and three values, mixed.
fn number(rule: u32, a: u32, b: u32, c: u32) -> u32 {
    let mut mixed = rule.wrapping_mul(0x9E37_79B1) ^ a.wrapping_mul(0x85EB_CA77) ^ b.wrapping_mul(0xC2B2_AE3D).rotate_left(13);
    mixed ^= c.wrapping_mul(0x27D4_EB2F).rotate_left(7);
    mixed ^= mixed >> 15;
    mixed = mixed.wrapping_mul(0x2C1B_3C6D);
    mixed ^= mixed >> 12;
    mixed = mixed.wrapping_mul(0x297A_2D39);
    mixed ^ (mixed >> 15)
}

/// Whether an entity agrees with a pronoun of this class, as far as both say.
fn agrees(class: Class, entity: &Entity) -> bool {
    match class {
        Class::I | Class::You => entity.said[1] + entity.said[2] > 0 || entity.being == Being::Person && !entity.plural,
        Class::We => entity.plural || entity.said[1] > 0 || entity.being == Being::Group,
        Class::He => entity.is_person() && entity.sex.is_none_or(|sex| sex == Sex::Masculine),
        Class::She => entity.is_person() && entity.sex.is_none_or(|sex| sex == Sex::Feminine),
        Class::It => !entity.plural && entity.being != Being::Person,
        Class::They => entity.plural || matches!(entity.being, Being::Group | Being::Unknown),
    }
}

/// The case of mention `at` against `candidates`, the newest first.
pub(super) fn case(past: &Past, at: usize, candidates: &[usize]) -> Case {
    let mention = &past.mentions[at];
    let entity = |candidate: usize| past.owner[candidate].map(|entity| &past.entities.list[entity]);
    let mut fitting: Vec<usize> = Vec::new();
    let mut features = Vec::with_capacity(candidates.len());
    let mut agreeing = 0;
    for &candidate in candidates {
        let (Some(owner), Some(entity)) = (past.owner[candidate], entity(candidate)) else { continue };
        let class = Class::of(mention, Some(entity));
        let fit = agrees(class, entity);
        if fit && !fitting.contains(&owner) && fitting.len() < 12 {
            fitting.push(owner);
        }
        let rank = if fit { fitting.iter().position(|&fitting| fitting == owner).unwrap_or(12) } else { 13 };
        agreeing += usize::from(fit && rank == 0);
        features.push((candidate, pair(past, at, candidate, class, entity, rank)));
    }
    Case { none: alone(past, at, fitting.len(), agreeing), candidates: features }
}

/// What speaks for a pronoun taking up nothing.
fn alone(past: &Past, at: usize, fitting: usize, agreeing: usize) -> Vec<u32> {
    let (mention, tree) = (&past.mentions[at], past.scene.tree);
    let class = Class::of(mention, None) as u32;
    let mut features =
        vec![number(1, 0, 0, 0), number(2, class, u32::from(mention.reflexive), u32::from(mention.kind == Kind::Possessive))];
    features.push(number(3, class, past.traits[at].role, 0));
    features.push(number(4, class, step(fitting), step(agreeing).min(3)));
    features.push(number(5, class, step(mention.sentence), 0));
    features.push(number(6, class, past.dialogue, 0));
    features.push(number(7, class, u32::from(mention.quote.is_some()), 0));
    let earlier = past.mentions[..at].iter().rev().take(80).filter(|other| other.takes_up());
    let same = earlier.filter(|other| Class::of(other, None) as u32 == class).count();
    features.push(number(8, class, step(same), 0));
    if let Some((governor, relation)) = mention.governor {
        let clause = |relation| u32::from(tree.child(governor, relation).is_some());
        let clauses =
            clause(Universal::Ccomp) + 2 * clause(Universal::Csubj) + 4 * clause(Universal::Xcomp) + 8 * clause(Universal::Cop);
        features.push(number(9, class, relation as u32, clauses));
        features.push(number(10, class, tree.words[governor].pos as u32, u32::from(clause(Universal::Advcl) > 0)));
        features.push(number(11, class, word(&tree.words[governor].lemma), 0));
    }
    if let Some(next) = tree.low.get(mention.head + 1).filter(|_| past.scene.found.lang == Lang::En) {
        features.push(number(12, class, word(next), 0));
    }
    features
}

/// What speaks for mention `at` taking up `candidate`.
fn pair(past: &Past, at: usize, candidate: usize, class: Class, entity: &Entity, rank: usize) -> Vec<u32> {
    let tree = past.scene.tree;
    let (mention, other) = (&past.mentions[at], &past.mentions[candidate]);
    let a = class as u32 + if mention.kind == Kind::Possessive { 8 } else { 0 } + if mention.reflexive { 16 } else { 0 };
    let coarse = class as u32;
    let traits = &past.traits[candidate];
    let (own, theirs, their_kind) = (past.traits[at].role, traits.role, traits.kind);
    let sentences = step(mention.sentence.abs_diff(other.sentence)).min(6);
    let paragraphs = step(mention.paragraph.abs_diff(other.paragraph)).min(5);
    let mentions = step(at - candidate);
    let rank = step(rank);
    let mut features = Vec::with_capacity(48);
    let mut add = |rule: u32, x: u32, y: u32| features.push(number(rule, a, x, y));
    add(20, their_kind, 0);
    add(21, own, theirs);
    add(22, sentences, theirs);
    add(23, mentions, 0);
    add(24, rank, 0);
    add(25, rank, theirs);
    add(26, sentences, rank);
    let number_known = match other.plural {
        Some(true) => 1,
        Some(false) => 2,
        None => 0,
    };
    add(27, number_known, u32::from(entity.plural));
    let sex = entity.sex.map_or(0, |sex| sex as u32 + 1);
    add(28, sex, u32::from(entity.name.is_some()));
    add(29, entity.being as u32, sex);
    // Arguments of one verb are two, but for "himself".
    let same_clause = mention.clause().is_some() && mention.clause() == other.clause();
    add(30, u32::from(same_clause), if same_clause { theirs } else { 0 });
    let mut above = tree.above(mention.head);
    let dominated = above.position(|word| word == other.head).map_or(0, |depth| step(depth + 1));
    add(31, dominated, if dominated > 0 { tree.words[mention.head].relation.universal as u32 } else { 0 });
    add(32, commands(past, mention, other), theirs);
    add(33, step(entity.count), u32::from(past.entities.lead.is_some() && past.owner[candidate] == past.entities.lead));
    add(34, step(mention.sentence.saturating_sub(entity.last.unwrap_or(0))), step(entity.count).min(3));
    add(35, u32::from(entity.latest == candidate), sentences);
    let said = usize::from(mention.person.min(3));
    add(36, step(entity.said[said]), step(entity.said[1] + entity.said[2] + entity.said[3] - entity.said[said]).min(2));
    add(37, paragraphs, their_kind);
    add(38, past.dialogue * 8 + paragraphs, their_kind);
    add(39, quoted(past, mention, other), 0);
    add(40, quoted(past, mention, other), their_kind);
    add(41, u32::from(tree.low[mention.head] == tree.low[other.head]), sentences);
    add(42, u32::from(other.heading), u32::from(mention.heading));
    let asked = traits.asks;
    add(43, paragraphs.min(2) * 2 + u32::from(asked), their_kind);
    add(44, past.dialogue * 8 + paragraphs, u32::from(asked));
    add(45, step(traits.depth), sentences);
    let words = mention.head.abs_diff(other.head);
    if sentences == 0 {
        add(46, step(words), theirs);
    }
    add(47, step(traits.opens).min(6), sentences);
    if let (Some((mine, _)), Some((yours, _))) = (mention.governor, other.governor) {
        add(48, u32::from(tree.words[mine].lemma == tree.words[yours].lemma), u32::from(own == theirs));
    }
    add(49, their_kind, sentences);
    add(50, their_kind, own);
    add(51, u32::from(entity.since == 0) + u32::from(entity.since <= 2), step(entity.count));
    add(52, u32::from(entity.led.is_some_and(|(sentence, _)| sentence + 1 >= mention.sentence)), theirs);
    let lead = past.entities.lead.is_some() && past.owner[candidate] == past.entities.lead;
    features.push(number(53, a, u32::from(mention.close), u32::from(lead)));
    for lexeme in &traits.lexeme {
        features.push(number(60, coarse, *lexeme, 0));
    }
    if let Some((governor, relation)) = mention.governor.filter(|_| past.scene.found.lang == Lang::En) {
        features.push(number(62, word(&tree.words[governor].lemma), relation as u32, their_kind));
    }
    features
}

/// How a candidate stands to the clauses around a pronoun: subject of its own clause, of the one above, …; or neither.
fn commands(past: &Past, mention: &Mention, other: &Mention) -> u32 {
    let tree = past.scene.tree;
    let Some(mut clause) = mention.clause() else { return 0 };
    for up in 1..5 {
        if tree.subject(clause).is_some_and(|subject| subject == other.head) {
            return up;
        }
        if other.clause() == Some(clause) {
            return up + 8;
        }
        let Some(above) = tree.governor(clause).map(|(above, _)| above).or_else(|| tree.head(clause)) else { return 0 };
        clause = above;
    }
    0
}

/// Whether the two stand in one quotation, and whether the candidate speaks the pronoun's.
fn quoted(past: &Past, mention: &Mention, other: &Mention) -> u32 {
    match (mention.quote, other.quote) {
        (None, None) => 0,
        (Some(mine), _) if past.scene.found.quotations[mine].speaker.is_some_and(|speaker| speaker.overlaps(other.span)) => 5,
        (Some(mine), Some(yours)) if mine == yours => 1,
        (Some(mine), Some(yours)) => {
            let spoken = |quote: usize| past.scene.found.quotations[quote].speaker;
            if spoken(mine).is_some() && spoken(mine) == spoken(yours) { 6 } else { 2 }
        }
        (Some(_), None) => 3,
        (None, Some(_)) => 4,
    }
}
