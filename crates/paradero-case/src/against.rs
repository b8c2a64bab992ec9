//! What speaks against two mentions being one person. Each rule looks at one kind of fact.

use crate::{
    Reason, ReasonCode,
    facts::{Facts, Happened},
    likeness::{near, surnames_differ},
    names::PersonName,
    places,
};
use paradero_model::ActCode;

/// What cannot be true of one person. Any of these forbids a join by rule.
pub(crate) fn against(a: &Facts, b: &Facts) -> Vec<Reason> {
    [surnames, births, ages, sexes, nationalities, ids, parents, death].iter().filter_map(|rule| rule(a, b)).collect()
}

/// What makes one person less likely, though it may be a plain conflict of reports.
pub(crate) fn doubts(a: &Facts, b: &Facts) -> Vec<Reason> {
    [two_places, homes, spouses].iter().filter_map(|rule| rule(a, b)).collect()
}

fn surnames(a: &Facts, b: &Facts) -> Option<Reason> {
    pairs(&a.names, &b.names)
        .find(|(a, b)| surnames_differ(a, b))
        .map(|(a, b)| Reason::new(ReasonCode::SurnamesDiffer, &a.folded(), &b.folded()))
}

fn births(a: &Facts, b: &Facts) -> Option<Reason> {
    pairs(&a.births, &b.births).find(|(a, b)| !a.0.meets(b.0)).map(|(a, b)| Reason::new(ReasonCode::BirthDatesDiffer, &a.1, &b.1))
}

/// Ages that differ by more than a year once the dates of the reports are counted in; an age against a birth date the same.
fn ages(a: &Facts, b: &Facts) -> Option<Reason> {
    let years = |facts: &Facts| -> Vec<((i64, i64), String)> {
        let births = facts.births.iter().filter_map(|(days, raw)| Some(((days.earliest?.year, days.latest?.year), raw.clone())));
        facts.ages.iter().cloned().chain(births).collect()
    };
    let (all_a, all_b) = (years(a), years(b));
    let apart = |a: (i64, i64), b: (i64, i64)| a.0 > b.1 || b.0 > a.1;
    pairs(&all_a, &all_b).find(|(a, b)| apart(a.0, b.0)).map(|(a, b)| Reason::new(ReasonCode::AgesDiffer, &a.1, &b.1))
}

fn sexes(a: &Facts, b: &Facts) -> Option<Reason> {
    pairs(&a.sexes, &b.sexes).find(|(a, b)| a.key != b.key).map(|(a, b)| Reason::new(ReasonCode::SexesDiffer, &a.raw, &b.raw))
}

/// A person can have two nationalities; two persons are told apart only where they share none.
fn nationalities(a: &Facts, b: &Facts) -> Option<Reason> {
    let shared = pairs(&a.nationalities, &b.nationalities).any(|(a, b)| a.key == b.key);
    let (first, second) = (a.nationalities.first()?, b.nationalities.first()?);
    (!shared).then(|| Reason::new(ReasonCode::NationalitiesDiffer, &first.raw, &second.raw))
}

fn ids(a: &Facts, b: &Facts) -> Option<Reason> {
    let shared = pairs(&a.ids, &b.ids).any(|(a, b)| a.key == b.key);
    let (first, second) = (a.ids.first()?, b.ids.first()?);
    (!shared).then(|| Reason::new(ReasonCode::IdNumbersDiffer, &first.raw, &second.raw))
}

fn parents(a: &Facts, b: &Facts) -> Option<Reason> {
    pairs(&a.parents, &b.parents)
        .find(|(a, b)| a.0 == b.0 && !can_be_one(&a.1.key, &b.1.key))
        .map(|(a, b)| Reason::new(ReasonCode::RelativesDiffer, &a.1.raw, &b.1.raw))
}

/// Two wives or husbands: a doubt only, for people marry again.
fn spouses(a: &Facts, b: &Facts) -> Option<Reason> {
    pairs(&a.spouses, &b.spouses)
        .find(|(a, b)| !can_be_one(&a.key, &b.key))
        .map(|(a, b)| Reason::new(ReasonCode::RelativesDiffer, &a.raw, &b.raw))
}

/// Whether two names of a relative can be one person's.
pub(crate) fn can_be_one(a: &PersonName, b: &PersonName) -> bool {
    crate::likeness::likeness(a, b).is_some()
        || (a.core().len() == 1 || b.core().len() == 1)
            && a.core().iter().any(|word| b.core().iter().any(|other| near(word, other)))
}

/// Dead, and later alive.
fn death(a: &Facts, b: &Facts) -> Option<Reason> {
    alive_after(a, b)
        .map(|(death, act)| Reason::new(ReasonCode::ActsAfterDeath, &death, &act))
        .or_else(|| alive_after(b, a).map(|(death, act)| Reason::new(ReasonCode::ActsAfterDeath, &act, &death)))
}

/// The dates of a death of the one and of a later act of the other.
fn alive_after(dead: &Facts, living: &Facts) -> Option<(String, String)> {
    dead.acts.iter().filter(|act| act.code == ActCode::Death).find_map(|death| {
        let end = death.days.latest?;
        let act = living.acts.iter().find(|act| bodily(act.code) && act.days.earliest.is_some_and(|start| start > end))?;
        Some((death.when.clone(), act.when.clone()))
    })
}

/// On one day in two places.
fn two_places(a: &Facts, b: &Facts) -> Option<Reason> {
    let place = |act: &Happened| act.place.clone().unwrap_or_default();
    pairs(&a.acts, &b.acts)
        .find(|(a, b)| {
            let held = |act: &Happened| matches!(act.code, ActCode::Arrest | ActCode::Detention | ActCode::Death);
            held(a)
                && held(b)
                && a.days.one_day()
                && a.days == b.days
                && !places::can_be_one(a.place.as_deref(), b.place.as_deref())
        })
        .map(|(a, b)| Reason::new(ReasonCode::TwoPlacesAtOnce, &place(a), &place(b)))
}

fn homes(a: &Facts, b: &Facts) -> Option<Reason> {
    let shared = pairs(&a.homes, &b.homes).any(|(a, b)| places::fits(&a.key, &b.key));
    let (first, second) = (a.homes.first()?, b.homes.first()?);
    (!shared).then(|| Reason::new(ReasonCode::HomesDiffer, &first.raw, &second.raw))
}

/// Acts in which the person takes part alive.
fn bodily(code: ActCode) -> bool {
    matches!(
        code,
        ActCode::Flight
            | ActCode::Arrival
            | ActCode::AsylumClaim
            | ActCode::Arrest
            | ActCode::Detention
            | ActCode::Transfer
            | ActCode::Removal
            | ActCode::Release
            | ActCode::Return
            | ActCode::Exchange
            | ActCode::IllTreatment
    )
}

/// Every pair of one from each list.
pub(crate) fn pairs<'a, T, U>(a: &'a [T], b: &'a [U]) -> impl Iterator<Item = (&'a T, &'a U)> {
    a.iter().flat_map(move |a| b.iter().map(move |b| (a, b)))
}
