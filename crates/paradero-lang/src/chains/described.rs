//! Whom a description takes up: somebody of the same role, somebody whose role is not yet said, or for "the man" whoever is spoken of.

use super::entities::{Entities, Entity};
use super::mentions::{Introduction, Mention};
use super::namesakes::fold;
use crate::names::lists;

/// The person or group that a description takes up, of those met; `None` where it is somebody new.
pub(super) fn known(people: &Entities, mention: &Mention, introduction: Introduction, role: &str) -> Option<usize> {
    let plural = mention.plural == Some(true);
    let generic = lists::chains().has("generic", role);
    match introduction {
        Introduction::Definite => {
            let same = best(people, mention, 40, |person| person.roles.iter().any(|known| same_role(known, role)));
            let lead = people.lead.filter(|&lead| {
                let person = &people.list[lead];
                fits(person, mention)
                    && !is_official(person)
                    && person.last.is_some_and(|last| mention.sentence - last.min(mention.sentence) <= 6)
            });
            let anybody = || best(people, mention, 4, |person| !person.plural && !is_kin_only(person) && !is_official(person));
            // "el testigo", "the activist": a role not yet said of anybody, right behind somebody of whom no role is known.
            let unsaid = || best(people, mention, 2, |person| person.name.is_some() && person.roles.is_empty());
            let kin = lists::roles().any(&["kin m", "kin f", "kin u"], role);
            let other = !generic && !plural && !kin && !lists::chains().has("unique", role);
            same.or_else(|| if generic && !plural { lead.or_else(anybody) } else { None })
                .or_else(|| if other { unsaid() } else { None })
        }
        // "his lawyer" again is the same lawyer.
        Introduction::Owned | Introduction::Mine => {
            best(people, mention, 40, |person| person.roles.iter().any(|known| same_role(known, role)))
        }
        Introduction::Indefinite | Introduction::Bare => None,
    }
}

fn met(people: &Entities) -> impl Iterator<Item = (usize, &Entity)> {
    people.recent.iter().map(|&at| (at, &people.list[at]))
}

fn fits(person: &Entity, mention: &Mention) -> bool {
    let number = mention.plural.is_none_or(|plural| plural == person.plural);
    let gender = match (mention.gender, person.sex) {
        (Some(a), Some(b)) => a == b || person.plural,
        _ => true,
    };
    number && gender && person.until <= mention.span.start()
}

/// Whether all that is known of somebody is an office of power or speech.
fn is_official(person: &Entity) -> bool {
    person.roles.iter().any(|role| lists::chains().has("official", role))
}

/// Nearness, weight in the text, and whether they lead it.
fn weight(person: &Entity, mention: &Mention, lead: bool) -> i64 {
    let distance = mention.sentence.saturating_sub(person.last.unwrap_or(0)).min(100) as i64;
    let mut weight = if distance == 0 { 4 } else { -22 * distance };
    weight += if person.led.is_some_and(|(sentence, _)| sentence + 1 >= mention.sentence) { 18 } else { 0 };
    weight += 3 * person.count.min(6) as i64;
    weight += if person.name.is_some() { 12 } else { 0 };
    weight += match (lead, mention.subject) {
        (true, false) => 14,
        (true, true) => 8,
        _ => 0,
    };
    if is_official(person) {
        weight -= if person.name.is_some() { 4 } else { 24 };
    }
    weight += if mention.gender.is_some() && mention.gender == person.sex { 12 } else { 0 };
    weight
}

fn best(people: &Entities, mention: &Mention, reach: usize, allowed: impl Fn(&Entity) -> bool) -> Option<usize> {
    let near = |person: &Entity| person.last.is_some_and(|last| mention.sentence.saturating_sub(last) <= reach);
    met(people)
        .filter(|(_, person)| near(person) && fits(person, mention) && allowed(person))
        .max_by_key(|(at, person)| (weight(person, mention, people.lead == Some(*at)), person.until))
        .map(|(at, _)| at)
}

/// Whether nothing but kinship is known of somebody: "the man" is rarely a brother met in passing.
fn is_kin_only(person: &Entity) -> bool {
    person.name.is_none()
        && !person.roles.is_empty()
        && person.roles.iter().all(|role| lists::roles().any(&["kin m", "kin f", "kin u"], role))
}

/// Whether two role words can be of one person: the same but for gender, of one stem, or synonyms.
pub(super) fn same_role(known: &str, role: &str) -> bool {
    if known == role {
        return true;
    }
    let (a, b) = (fold(known), fold(role));
    let (a, b) = (a.trim_end_matches(['s', 'a', 'o', 'e']), b.trim_end_matches(['s', 'a', 'o', 'e']));
    let common = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let plural = known.ends_with('s') == role.ends_with('s');
    plural && (a == b || common >= 7) || lists::synonyms(known, role)
}
