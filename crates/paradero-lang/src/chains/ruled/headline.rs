//! What a text describes before it names it: "Gay asylum seeker released …", "Detienen a un dirigente …"; and "my son", whom the speaker does not name.

use super::mentions::{Introduction, Kind, Raw};
use super::people::{People, Person};
use super::resolve::same_role;
use crate::names::lists;
use std::collections::HashMap;

/// How many sentences may stand between a description and the name.
const AHEAD: usize = 5;

/// The mentions that describe somebody whom the text names further on, with that person; `owner` and `people` are those of a first reading.
pub(super) fn join(raw: &[Raw], owner: &[Option<usize>], people: &People) -> HashMap<usize, usize> {
    let mut joined = HashMap::new();
    for (at, mention) in raw.iter().enumerate() {
        let Kind::Description(introduction, role) = &mention.kind else { continue };
        let unnamed = owner[at].is_some_and(|from| people.list[from].name.is_none() && !people.list[from].plural);
        if !unnamed || mention.plural == Some(true) {
            continue;
        }
        let person = match introduction {
            Introduction::Owned => None,
            Introduction::Mine => mine(people, mention, role),
            _ if mention.heading || mention.sentence <= 1 => named(people, mention, role),
            _ => None,
        };
        if let Some(person) = person {
            joined.insert(at, person);
        }
    }
    joined
}

/// The person meant: the one whose role is the same; else, for a word that fits anybody, the one the text is mostly about.
fn named(people: &People, mention: &Raw, role: &str) -> Option<usize> {
    let fits = |person: &Person| {
        let later = mention.heading || person.named_in.is_some_and(|sentence| sentence <= mention.sentence + AHEAD);
        let gender = mention.gender.is_none() || person.gender.is_none() || mention.gender == person.gender;
        person.name.is_some() && !person.plural && later && gender
    };
    let candidates: Vec<usize> = (0..people.list.len()).filter(|&at| fits(&people.list[at])).collect();
    let by_role: Vec<usize> =
        candidates.iter().copied().filter(|&at| people.list[at].roles.iter().any(|known| same_role(known, role))).collect();
    if let [one] = by_role[..] {
        return Some(one);
    }
    let kin = lists::roles().any(&["kin m", "kin f", "kin u"], role);
    if !by_role.is_empty() || kin || lists::chains().has("official", role) || lists::chains().has("unique", role) {
        return None;
    }
    most(people, &candidates)
}

/// "Mi hijo", "my client": the person the text is mostly about, where the gender is the same.
fn mine(people: &People, mention: &Raw, role: &str) -> Option<usize> {
    if !lists::chains().has("mine", role) {
        return None;
    }
    let same = |person: &Person| person.gender.is_some() && person.gender == mention.gender && person.name.is_some();
    let candidates: Vec<usize> = (0..people.list.len()).filter(|&at| same(&people.list[at]) && !people.list[at].plural).collect();
    most(people, &candidates)
}

/// The one of `candidates` who is spoken of clearly most often.
fn most(people: &People, candidates: &[usize]) -> Option<usize> {
    let mut weighed: Vec<(usize, usize)> = candidates.iter().map(|&at| (people.list[at].count, at)).collect();
    weighed.sort_unstable_by(|a, b| b.cmp(a));
    match weighed[..] {
        [(count, one)] if count >= 2 => Some(one),
        [(count, one), (second, _), ..] if count >= 3 && count > second + second / 2 => Some(one),
        _ => None,
    }
}
