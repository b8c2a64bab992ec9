//! Mentions: the persons of one text, each with every form of the name that the text uses for them.
//!
//! Who is a mention: whom a non-group act happened to, of whom an attribute is said, about whom a non-group allegation is made. A
//! speaker, accuser or doer is a mention only where the name is one of those, or is contained in exactly one of them.

use crate::{Record, fold, names::PersonName};
use paradero_model::{Claim, Mention, Property, Statement, Text, TextId};
use std::collections::{BTreeMap, BTreeSet};

/// One person of one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    /// The text and the fullest name in it.
    pub(crate) mention: Mention,
    /// Every form, as worded.
    pub(crate) forms: BTreeSet<String>,
    /// The fullest name, ready to be compared.
    pub(crate) name: PersonName,
}

/// Every mention of the record, sorted.
pub(crate) fn mentions(record: &Record) -> Vec<Seen> {
    let mut all: Vec<Seen> = record.texts().flat_map(|text| in_text(record, text)).collect();
    all.sort_by(|a, b| a.mention.cmp(&b.mention));
    all
}

/// The mentions of one text.
fn in_text(record: &Record, text: &Text) -> Vec<Seen> {
    let statements: Vec<&Statement> = record.statements_of(text.id()).map(|drafted| &drafted.statement).collect();
    let mut forms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for name in statements.iter().flat_map(|statement| named(statement.claim())).filter(|name| !fold(name).is_empty()) {
        forms.entry(PersonName::read(name).folded()).or_default().insert(name.to_owned());
    }
    let apart = apart(&statements);
    let mut seen: Vec<Seen> = heads(forms, &apart).into_iter().map(|forms| seen(text.id(), forms)).collect();
    for name in statements.iter().flat_map(|statement| voices(statement.claim())) {
        attach(&mut seen, name);
    }
    seen
}

/// The names that make a mention.
fn named(claim: &Claim) -> Vec<&str> {
    match claim {
        Claim::Act(act) if !act.group => act.whom.iter().map(String::as_str).collect(),
        Claim::Attribute(attribute) => vec![&attribute.person],
        Claim::Allegation(allegation) if !allegation.group => allegation.about.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

/// The names that may mean somebody who is a mention by another statement.
fn voices(claim: &Claim) -> Vec<&str> {
    let doer = match claim {
        Claim::Act(act) => act.who.as_deref(),
        _ => None,
    };
    claim.voice().into_iter().chain(doer).collect()
}

/// Pairs of folded names that one statement keeps apart: listed side by side, or one the other's relative.
fn apart(statements: &[&Statement]) -> BTreeSet<(String, String)> {
    let mut apart = BTreeSet::new();
    let mut keep = |a: &str, b: &str| {
        let (a, b) = (PersonName::read(a).folded(), PersonName::read(b).folded());
        apart.insert((a.clone(), b.clone()));
        apart.insert((b, a));
    };
    for statement in statements {
        let names = named(statement.claim());
        for (place, a) in names.iter().enumerate() {
            names[place + 1..].iter().for_each(|b| keep(a, b));
        }
        if let Claim::Attribute(attribute) = statement.claim()
            && attribute.property == Property::Family
        {
            keep(&attribute.person, relative(&attribute.value).1);
        }
    }
    apart
}

/// The relation and the name of a family value: "mother: Ana Gil".
pub(crate) fn relative(value: &str) -> (&str, &str) {
    value.split_once(':').map_or((value.trim(), ""), |(relation, name)| (relation.trim(), name.trim()))
}

/// Joins each name to the one longer name that holds it; a name that several longer ones hold stays by itself.
fn heads(forms: BTreeMap<String, BTreeSet<String>>, apart: &BTreeSet<(String, String)>) -> Vec<BTreeSet<String>> {
    let mut names: Vec<(PersonName, BTreeSet<String>)> =
        forms.into_values().filter_map(|forms| Some((PersonName::read(forms.first()?), forms))).collect();
    names.sort_by(|(a, _), (b, _)| b.core().len().cmp(&a.core().len()).then_with(|| a.cmp(b)));
    let mut heads: Vec<(PersonName, BTreeSet<String>)> = Vec::new();
    for (name, forms) in names {
        let holding: Vec<usize> = (0..heads.len())
            .filter(|place| {
                let head = &heads[*place].0;
                name.personal()
                    && head.personal()
                    && name.is_shorter_than(head)
                    && !apart.contains(&(name.folded(), head.folded()))
            })
            .collect();
        match holding.as_slice() {
            [one] => heads[*one].1.extend(forms),
            _ => heads.push((name, forms)),
        }
    }
    heads.into_iter().map(|(_, forms)| forms).collect()
}

fn seen(text: TextId, forms: BTreeSet<String>) -> Seen {
    let fullest = fullest(forms.iter().map(String::as_str)).unwrap_or_default().to_owned();
    let name = PersonName::read(&fullest);
    Seen { mention: Mention { text, name: fullest }, forms, name }
}

/// The fullest of some names: a name before a description, then the most words, then the longest, then the first by letters.
pub(crate) fn fullest<'a>(names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    names.max_by(|a, b| {
        let rank = |raw: &str| {
            let name = PersonName::read(raw);
            // A name in capitals only is a heading's; the same name in the text's own spelling is preferred.
            let shouted = !raw.chars().any(char::is_lowercase);
            (
                name.personal(),
                name.core().len() - usize::from(name.has_initials()).min(name.core().len()),
                !shouted,
                raw.chars().count(),
            )
        };
        rank(a).cmp(&rank(b)).then_with(|| b.cmp(a))
    })
}

/// Adds a form of a name to the one mention that it can mean.
fn attach(seen: &mut [Seen], raw: &str) {
    let name = PersonName::read(raw);
    if let Some(same) =
        seen.iter_mut().find(|seen| seen.forms.iter().any(|form| PersonName::read(form).folded() == name.folded()))
    {
        same.forms.insert(raw.to_owned());
        return;
    }
    let mut holding = seen.iter_mut().filter(|seen| name.personal() && seen.name.personal() && name.is_shorter_than(&seen.name));
    if let (Some(one), None) = (holding.next(), holding.next()) {
        one.forms.insert(raw.to_owned());
    }
}
