//! Pairs that may be one person and that no rule may join: offered for judgement, with what speaks for and against.

use crate::{
    Reason, ReasonCode, Stories, Unsure,
    against::{against, doubts},
    facts::Facts,
    joining::merged,
    judged::Verdicts,
    likeness::likeness,
    mentions::Seen,
    names::PersonName,
    support::support,
};
use paradero_model::Verdict;
use std::collections::{BTreeMap, BTreeSet};

/// A word of a name that more sets share than this says nothing by itself; the pair is found by another word, or by two together.
const COMMON: usize = 300;

/// One set of mentions, as it is compared.
struct Set {
    mentions: Vec<usize>,
    facts: Facts,
    names: BTreeMap<PersonName, usize>,
    of_the_case: bool,
}

/// The offers between the sets, those with most for them first.
pub(crate) fn offers(
    seen: &[Seen],
    facts: &[Facts],
    groups: &BTreeMap<usize, Vec<usize>>,
    of_the_case: &BTreeSet<usize>,
    stories: &Stories,
    verdicts: &Verdicts,
) -> Vec<Unsure> {
    let sets: Vec<Set> = groups
        .iter()
        .map(|(least, mentions)| Set {
            mentions: mentions.clone(),
            facts: merged(facts, mentions),
            names: mentions.iter().map(|place| (seen[*place].name.clone(), *place)).collect(),
            of_the_case: of_the_case.contains(least),
        })
        .collect();
    let mut offers: Vec<Unsure> = candidates(&sets)
        .into_iter()
        .filter_map(|(a, b)| {
            let (a, b) = (&sets[a], &sets[b]);
            if verdicts.among(&a.mentions, &b.mentions, Verdict::Different).is_some() {
                return None;
            }
            let judged = verdicts.among(&a.mentions, &b.mentions, Verdict::Unsure).is_some();
            let (one, other, why) = offer(a, b, judged, stories)?;
            Some(Unsure { a: seen[one].mention.clone(), b: seen[other].mention.clone(), why })
        })
        .collect();
    let weight = |unsure: &Unsure| unsure.why.iter().map(|reason| if reason.code.against() { -2 } else { 1 }).sum::<i64>();
    offers.sort_by(|x, y| weight(y).cmp(&weight(x)).then_with(|| (&x.a, &x.b).cmp(&(&y.a, &y.b))));
    offers
}

/// Pairs of sets whose names share a word, whose aliases are the other's name, or that have a number, birth date or relative in common; of the same name and not of the case, only one
/// pair for each further set.
fn candidates(sets: &[Set]) -> BTreeSet<(usize, usize)> {
    let mut holders: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (at, set) in sets.iter().enumerate() {
        let words = set.names.keys().flat_map(PersonName::core).map(String::as_str);
        let aliases = set.facts.aliases.iter().flat_map(|alias| alias.key.split(' '));
        for word in words.chain(aliases).filter(|word| word.len() > 1) {
            holders.entry(word.to_owned()).or_default().insert(at);
        }
        // Two words together are rarer than each: so a common given name hides no pair.
        for name in set.names.keys() {
            for (place, one) in name.core().iter().enumerate() {
                for other in &name.core()[place + 1..] {
                    holders.entry(format!("{} {}", one.min(other), one.max(other))).or_default().insert(at);
                }
            }
        }
        for own in own(&set.facts) {
            holders.entry(own).or_default().insert(at);
        }
    }
    let mut pairs = BTreeSet::new();
    for sharing in holders.values().filter(|sharing| (2..=COMMON).contains(&sharing.len())) {
        let sharing: Vec<usize> = sharing.iter().copied().collect();
        for (place, a) in sharing.iter().enumerate() {
            pairs.extend(sharing[place + 1..].iter().map(|b| (*a, *b)));
        }
    }
    let mut linked: BTreeMap<(String, usize), usize> = BTreeMap::new();
    pairs
        .into_iter()
        .filter(|(a, b)| {
            let (one, other) = (&sets[*a], &sets[*b]);
            if one.of_the_case || other.of_the_case {
                return true;
            }
            // Officials and lawyers: the same name again is offered once, and nothing that is only alike.
            let same = one.names.keys().find(|name| name.full() && other.names.contains_key(name));
            same.is_some_and(|name| *linked.entry((name.folded(), *b)).or_insert(*a) == *a)
        })
        .collect()
}

/// Whether a contradiction may be a plain error of a report: none, or ages or births only, a few years apart or with something in common.
fn arguable(contradictions: &[Reason], found: &[Reason]) -> bool {
    let number =
        |value: &str| value.split(|letter: char| !letter.is_ascii_digit()).filter_map(|part| part.parse::<i64>().ok()).max();
    let close = |reason: &Reason| matches!((number(&reason.a), number(&reason.b)), (Some(a), Some(b)) if a.abs_diff(b) <= 5);
    contradictions.iter().all(|reason| {
        matches!(reason.code, ReasonCode::AgesDiffer | ReasonCode::BirthDatesDiffer) && (close(reason) || !found.is_empty())
    })
}

/// What is a person's own, as keys that no word of a name equals.
fn own(facts: &Facts) -> Vec<String> {
    let ids = facts.ids.iter().map(|id| format!("id {}", id.key));
    let births =
        facts.births.iter().filter_map(|(days, _)| days.earliest.filter(|_| days.one_day())).map(|day| format!("born {day}"));
    let relatives = facts.relatives.iter().map(|relative| format!("relative {}", relative.key.folded()));
    ids.chain(births).chain(relatives).collect()
}

/// What speaks for and against two sets, and the two mentions whose names are most alike; `None` where there is nothing to ask.
fn offer(a: &Set, b: &Set, judged: bool, stories: &Stories) -> Option<(usize, usize, Vec<Reason>)> {
    let alike = a.names.iter().flat_map(|(name, one)| {
        b.names.iter().filter_map(move |(other, two)| Some((likeness(name, other)?, name.folded(), other.folded(), *one, *two)))
    });
    let alike = alike.min().or_else(|| alias(a, b));
    if alike.is_none() && own(&a.facts).is_empty() {
        return None;
    }
    let (found, contradictions, doubts) =
        (support(&a.facts, &b.facts, stories), against(&a.facts, &b.facts), doubts(&a.facts, &b.facts));
    let (code, name, other, one, two) = alike.or_else(|| evident(a, b, &found))?;
    let one_text = a.facts.texts.intersection(&b.facts.texts).next().is_some();
    let same = matches!(code, ReasonCode::SameFullName | ReasonCode::StatedAlias);
    if code == ReasonCode::OtherName && (one_text || !contradictions.is_empty()) {
        return None;
    }
    let short = [&name, &other].iter().any(|name| !name.contains(' '));
    // Only a full name is worth asking about against a contradiction; and a lone surname only where something else fits.
    if !judged
        && (!same && !arguable(&contradictions, &found) || short && !same && found.is_empty() && !one_text || one_text && !short)
    {
        return None;
    }
    let mut why = vec![Reason::new(code, &name, &other)];
    if same && found.is_empty() {
        why.push(Reason::new(ReasonCode::NameAlone, "", ""));
    }
    why.extend(found.into_iter().filter(|reason| !(one_text && reason.code == ReasonCode::SameStory)));
    why.extend(contradictions);
    why.extend(doubts);
    let mut add = |code: ReasonCode, holds: bool| {
        if holds {
            why.push(Reason::new(code, "", ""));
        }
    };
    add(ReasonCode::BothInOneText, one_text);
    add(ReasonCode::MinorNotJoined, a.facts.minor || b.facts.minor);
    add(ReasonCode::JudgedUnsure, judged);
    Some((one, two, why))
}

/// The names are not alike, but a number, a birth date or a relative is one person's own.
fn evident(a: &Set, b: &Set, found: &[Reason]) -> Option<(ReasonCode, String, String, usize, usize)> {
    let own = |code: ReasonCode| matches!(code, ReasonCode::SameIdNumber | ReasonCode::SameBirthDate | ReasonCode::SameRelative);
    let first = |set: &Set| set.names.iter().next().map(|(name, place)| (name.folded(), *place));
    let ((name, one), (other, two)) = (first(a)?, first(b)?);
    found.iter().any(|reason| own(reason.code)).then_some((ReasonCode::OtherName, name, other, one, two))
}

/// One set's stated alias is the other's name.
fn alias(a: &Set, b: &Set) -> Option<(ReasonCode, String, String, usize, usize)> {
    let names = |from: &Set, of: &Set| {
        from.facts.aliases.iter().find_map(|alias| {
            of.names.iter().find(|(name, _)| name.folded() == alias.key).map(|(name, place)| (name.folded(), *place))
        })
    };
    let first = |set: &Set| set.names.iter().next().map(|(name, place)| (name.folded(), *place));
    if let (Some((other, two)), Some((name, one))) = (names(a, b), first(a)) {
        return Some((ReasonCode::StatedAlias, name, other, one, two));
    }
    let ((name, one), (other, two)) = (names(b, a)?, first(b)?);
    Some((ReasonCode::StatedAlias, name, other, one, two))
}
