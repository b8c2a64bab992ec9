//! Chains of mentions: which names, pronouns, possessives, descriptions and unspoken subjects are one person, group or thing.
//!
//! [`mentions`] collects what may speak of somebody, over the [`tree`] of each sentence; [`entities`] keeps those already met and joins their
//! names; [`resolve`] gives each description to whom [`described`] says, and each pronoun to whom the trained [`ranker`] finds likeliest by
//! its [`features`]; [`headline`] joins what a headline describes before it is named, [`first_person`] "I" to who speaks a quotation.
//! [`learn`] makes the ranker's weights. Spanish is read by rule: [`ruled`]. Where nothing tells two apart, a mention joins nobody: a wrong person is worse than none.

mod described;
mod descriptions;
mod entities;
mod features;
mod first_person;
mod headline;
mod learn;
mod mentions;
mod namesakes;
mod person_of;
mod pronouns;
mod ranker;
mod resolve;
pub(crate) mod ruled;
mod traits;
mod tree;

pub use learn::{Lesson, learn};
pub(crate) use person_of::person_of;

use crate::{Analysis, Chain};
use entities::Being;

/// The chains of an analysis whose trees, names and quotations are there. Chains it already has are not looked at.
#[must_use]
pub fn find(body: &str, found: &Analysis) -> Vec<Chain> {
    let tree = tree::Tree::of(body, found);
    let scene = mentions::Scene::of(body, found, &tree);
    let raw = mentions::collect(&scene);
    let (owner, entities) = resolve::read(&scene, &raw, &mut ranker::weights());
    let mut mentions: Vec<Vec<&mentions::Mention>> = vec![Vec::new(); entities.list.len()];
    for (mention, owner) in raw.iter().zip(&owner) {
        if let Some(entity) = *owner {
            mentions[entity].push(mention);
        }
    }
    let mut chains: Vec<Chain> = Vec::new();
    for (known, mentions) in entities.list.iter().zip(mentions) {
        // Things, and pronouns that take up nothing, are told of only where they are spoken of twice.
        let alone = known.being != Being::Person || known.name.is_none() && known.roles.is_empty();
        if mentions.is_empty() || alone && mentions.len() < 2 {
            continue;
        }
        let plain = mentions.iter().map(|mention| mention.plain()).collect();
        let spoken = (1..=2).find(|&person| mentions.iter().all(|mention| mention.person == person));
        chains.push(Chain {
            mentions: plain,
            name: known.name,
            person: spoken.unwrap_or(3),
            plural: known.plural,
            gender: known.sex.and_then(|sex| sex.gender()),
        });
    }
    chains.sort_by_key(|chain| chain.mentions[0].span);
    chains
}
