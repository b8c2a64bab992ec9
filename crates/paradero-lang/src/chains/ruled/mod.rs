//! Chains of mentions by rule, for Spanish: there is no Spanish text with chains to learn from here, and what the trained ranker learnt in
//! English gives unspoken subjects and descriptions to the wrong person too often.
//!
//! [`mentions`] collects what may speak of somebody, in the order of the text; [`people`] keeps those already met and joins their names;
//! [`resolve`] gives each pronoun and description to the likeliest of them; [`headline`] joins what a headline describes before it is named.
//! When quotations are known, [`first_person`] gives "I" and "mi" to who speaks them. Where two could be meant and nothing tells them apart, a mention joins nobody: a wrong person is worse than none.

mod first_person;
mod headline;
mod mentions;
mod people;
mod resolve;

pub(crate) use first_person::join as join_first_persons;

use crate::{Analysis, Chain, Mention};
use std::collections::HashMap;

/// The chains of the text. Reads everything but quotations.
pub(crate) fn find(body: &str, found: &Analysis) -> Vec<Chain> {
    let raw = mentions::collect(body, found);
    // Read twice: only the whole text tells whom it is mostly about, and whom its headline describes.
    let (first, people) = read(found, &raw, people::People::named(body, found), &HashMap::new());
    let joined = headline::join(&raw, &first, &people);
    let lead = people.lead();
    let (owner, people) = read(found, &raw, people::People::named(body, found).led_by(lead), &joined);
    let mut mentions: Vec<Vec<Mention>> = vec![Vec::new(); people.list.len()];
    for (mention, owner) in raw.iter().zip(&owner) {
        if let Some(person) = *owner {
            mentions[person].push(Mention { span: mention.span, form: mention.form(), person: 3, plural: None, gender: None });
        }
    }
    let mut chains: Vec<Chain> = people
        .list
        .iter()
        .zip(mentions)
        .filter(|(_, mentions)| !mentions.is_empty())
        .map(|(known, mentions)| Chain { mentions, name: known.name, person: 3, plural: known.plural, gender: known.gender })
        .collect();
    chains.sort_by_key(|chain| chain.mentions[0].span);
    chains
}

/// Gives every mention its person, in the order of the text; those in `joined` are known beforehand.
fn read(
    found: &Analysis,
    raw: &[mentions::Raw],
    mut people: people::People,
    joined: &HashMap<usize, usize>,
) -> (Vec<Option<usize>>, people::People) {
    let mut owner: Vec<Option<usize>> = vec![None; raw.len()];
    for (at, mention) in raw.iter().enumerate() {
        owner[at] = joined.get(&at).copied().or_else(|| resolve::one(found, &mut people, mention));
        if let Some(person) = owner[at] {
            people.saw(person, mention);
        }
    }
    (owner, people)
}
