//! Whom a pronoun or a description takes up: the likeliest of those lately spoken of, by gender, number, nearness and weight.

use super::mentions::{Introduction, Kind, Raw};
use super::people::{People, Person, fold};
use crate::Analysis;
use crate::names::lists;

/// How many sentences back a pronoun looks.
const REACH: usize = 3;

/// The person that `mention` speaks of, met or new; `None` where nobody fits.
pub(super) fn one(found: &Analysis, people: &mut People, mention: &Raw) -> Option<usize> {
    match &mention.kind {
        Kind::Name(name) => people.of_name(*name),
        Kind::Pronoun | Kind::Possessive => pronoun(found, people, mention),
        Kind::Empty => empty(people, mention),
        Kind::Description(introduction, role) => described(people, mention, *introduction, role),
    }
}

fn met(people: &People) -> impl Iterator<Item = (usize, &Person)> {
    people.recent.iter().map(|&at| (at, &people.list[at]))
}

fn fits(person: &Person, mention: &Raw) -> bool {
    let number = mention.plural.is_none_or(|plural| plural == person.plural);
    let gender = match (mention.gender, person.gender) {
        (Some(a), Some(b)) => a == b || person.plural,
        _ => true,
    };
    number && gender && person.until <= mention.span.start()
}

/// Whether all that is known of somebody is an office of power or speech.
fn is_official(person: &Person) -> bool {
    person.roles.iter().any(|role| lists::chains().has("official", role))
}

fn weight(person: &Person, mention: &Raw, lead: bool) -> i64 {
    let distance = mention.sentence.saturating_sub(person.last.unwrap_or(0)).min(100) as i64;
    let mut weight = if distance == 0 { 4 } else { -22 * distance };
    weight += if person.led.is_some_and(|(sentence, _)| sentence + 1 >= mention.sentence) { 18 } else { 0 };
    weight += 3 * person.count.min(6) as i64;
    weight += if person.name.is_some() { 12 } else { 0 };
    // Things are done to those the text is about; judges, agents and spokesmen are rarely taken up by "his" or "him".
    let acted_on = !mention.subject || mention.kind == Kind::Empty;
    weight += if lead && acted_on {
        14
    } else if lead {
        8
    } else {
        0
    };
    weight += if lead && mention.close { 16 } else { 0 };
    if is_official(person) {
        weight -= if person.name.is_some() { 4 } else { 24 };
    }
    weight += if mention.gender.is_some() && mention.gender == person.gender { 12 } else { 0 };
    weight
}

fn best(people: &People, mention: &Raw, reach: usize, allowed: impl Fn(&Person) -> bool) -> Option<usize> {
    let near = |person: &Person| person.last.is_some_and(|last| mention.sentence.saturating_sub(last) <= reach);
    met(people)
        .filter(|(_, person)| near(person) && fits(person, mention) && allowed(person))
        .max_by_key(|(at, person)| (weight(person, mention, people.lead == Some(*at)), person.until))
        .map(|(at, _)| at)
}

fn pronoun(found: &Analysis, people: &People, mention: &Raw) -> Option<usize> {
    // "Ana told him": an object is not the subject of its own clause; a possessive may be.
    let object = mention.kind == Kind::Pronoun && !mention.subject;
    let other = |person: &Person| !(object && mention.clause.is_some() && person.clause == mention.clause && person.subject);
    let reach = if mention.kind == Kind::Possessive && mention.gender.is_none() { 2 } else { REACH };
    let first = best(people, mention, reach, other);
    if first.is_none() && mention.plural == Some(false) && mention.gender.is_some() && !mention.heading {
        // Further back only the one the text is about.
        let paragraphs = found.sentences.len();
        let main = met(people)
            .filter(|(_, person)| fits(person, mention) && !person.plural && person.name.is_some())
            .max_by_key(|(_, person)| person.count)?;
        return (main.1.count >= 3 && paragraphs > 0 && mention.sentence - main.1.last.unwrap_or(0) <= 8).then_some(main.0);
    }
    first
}

/// An unspoken subject is mostly that of the clause before.
fn empty(people: &People, mention: &Raw) -> Option<usize> {
    let plural = mention.plural.unwrap_or(false);
    let near =
        |person: &Person| person.led.filter(|(sentence, at)| sentence + 1 >= mention.sentence && *at < mention.span.start());
    met(people)
        .filter(|(_, person)| person.plural == plural && fits(person, mention))
        .filter_map(|(at, person)| Some((near(person)?, at)))
        .max()
        .map(|(_, at)| at)
}

fn described(people: &mut People, mention: &Raw, introduction: Introduction, role: &str) -> Option<usize> {
    let plural = mention.plural == Some(true);
    let generic = lists::chains().has("generic", role);
    let known = match introduction {
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
    };
    known.or_else(|| Some(people.meet(plural, mention.gender, role)))
}

/// Whether nothing but kinship is known of somebody: "the man" is rarely a brother met in passing.
fn is_kin_only(person: &Person) -> bool {
    person.name.is_none() && person.roles.iter().all(|role| lists::roles().any(&["kin m", "kin f", "kin u"], role))
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
