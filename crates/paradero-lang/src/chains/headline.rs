//! What a headline or an opening sentence describes before the text names it: "Gay asylum seeker released …", "Detienen a un dirigente …".

use super::mentions::{Introduction, Kind, Raw};
use super::people::{People, Person};
use super::resolve::same_role;
use crate::names::lists;

/// Gives descriptions at the start of the text that joined nobody to the one whom the text then names.
pub(super) fn join(raw: &[Raw], owner: &mut [Option<usize>], people: &People) {
    let early = raw.iter().take_while(|mention| mention.sentence <= 3).count();
    let mut moved: Vec<(usize, usize)> = Vec::new();
    for at in 0..early {
        let mention = &raw[at];
        let Kind::Description(introduction, role) = &mention.kind else { continue };
        let Some(from) = owner[at].filter(|&from| people.list[from].name.is_none() && !people.list[from].plural) else {
            continue;
        };
        let opens = mention.heading || mention.sentence <= 1;
        if *introduction == Introduction::Owned || !opens || moved.iter().any(|(known, _)| *known == from) {
            continue;
        }
        if let Some(to) = named(people, mention, role) {
            moved.push((from, to));
        }
    }
    for (from, to) in moved {
        owner.iter_mut().filter(|owner| **owner == Some(from)).for_each(|owner| *owner = Some(to));
    }
}

/// The person meant: the one whose role is the same; else, for a word that fits anybody, the one the text is mostly about.
fn named(people: &People, mention: &Raw, role: &str) -> Option<usize> {
    let fits = |person: &Person| {
        let later = person.named_in.is_some_and(|sentence| sentence <= mention.sentence + 5);
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
    let official =
        ["judge", "juez", "jueza", "president", "presidente", "minister", "ministro", "official", "fiscal", "prosecutor"]
            .contains(&role);
    if !by_role.is_empty() || kin || official {
        return None;
    }
    let mut weighed: Vec<(usize, usize)> = candidates.iter().map(|&at| (people.list[at].count, at)).collect();
    weighed.sort_unstable_by(|a, b| b.cmp(a));
    match weighed[..] {
        [(count, one)] if count >= 2 => Some(one),
        [(count, one), (second, _), ..] if count >= 3 && count >= second + second / 2 + 1 => Some(one),
        _ => None,
    }
}
