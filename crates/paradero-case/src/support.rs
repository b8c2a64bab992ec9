//! What speaks for two mentions being one person, apart from the name.

use crate::{
    Reason, ReasonCode, Stories,
    against::{can_be_one, pairs},
    dates::Days,
    facts::{Facts, Happened},
    places,
};
use paradero_model::ActCode;

/// A date that allows more days than this is too vague to make two tellings one act.
const NEAR: i64 = 31;

/// Everything that speaks for one person.
pub(crate) fn support(a: &Facts, b: &Facts, stories: &Stories) -> Vec<Reason> {
    let story = pairs(&a.texts.iter().collect::<Vec<_>>(), &b.texts.iter().collect::<Vec<_>>())
        .any(|(a, b)| stories.story(**a) == stories.story(**b))
        .then(|| Reason::new(ReasonCode::SameStory, "", ""));
    story
        .into_iter()
        .chain(
            [ids, births, relatives, roles, lawyers, acts, in_one_place, ages, homes, occupations, nationalities]
                .iter()
                .filter_map(|rule| rule(a, b)),
        )
        .collect()
}

/// Whether a reason is one person's own, so that it carries even a common name of two words.
pub(crate) fn strong(code: ReasonCode) -> bool {
    matches!(
        code,
        ReasonCode::SameStory
            | ReasonCode::SameIdNumber
            | ReasonCode::SameBirthDate
            | ReasonCode::SameRelative
            | ReasonCode::SameRole
    )
}

fn ids(a: &Facts, b: &Facts) -> Option<Reason> {
    pairs(&a.ids, &b.ids).find(|(a, b)| a.key == b.key).map(|(a, b)| Reason::new(ReasonCode::SameIdNumber, &a.raw, &b.raw))
}

fn births(a: &Facts, b: &Facts) -> Option<Reason> {
    pairs(&a.births, &b.births)
        .find(|(a, b)| a.0.one_day() && a.0 == b.0)
        .map(|(a, b)| Reason::new(ReasonCode::SameBirthDate, &a.1, &b.1))
}

fn relatives(a: &Facts, b: &Facts) -> Option<Reason> {
    pairs(&a.relatives, &b.relatives)
        .find(|(a, b)| a.key.core().len() > 1 && b.key.core().len() > 1 && can_be_one(&a.key, &b.key))
        .map(|(a, b)| Reason::new(ReasonCode::SameRelative, &a.raw, &b.raw))
}

/// Acts whose place is told now as a prison, now as a town, now as a country: on the very same day they are one.
fn abroad(code: ActCode) -> bool {
    matches!(code, ActCode::Removal | ActCode::Release | ActCode::Return | ActCode::Exchange)
}

/// The same act in both: the code, dates near enough that meet, and either the same place or the very same day.
fn acts(a: &Facts, b: &Facts) -> Option<Reason> {
    let close = |days: Days| days.width().is_some_and(|width| width <= NEAR);
    let same = |a: &Happened, b: &Happened| {
        let fit = places::can_be_one(a.place.as_deref(), b.place.as_deref());
        let same_day = a.days.one_day() && a.days == b.days;
        let named = a.place.is_some() && b.place.is_some();
        a.code == b.code
            && close(a.days)
            && close(b.days)
            && a.days.meets(b.days)
            && (same_day && (abroad(a.code) || fit) || named && fit)
    };
    pairs(&a.acts, &b.acts).find(|(a, b)| same(a, b)).map(|(a, b)| Reason::new(ReasonCode::SameAct, &told(a), &told(b)))
}

/// The same kind of act in the same place, where a date is vague or not told. A country or a prison has thousands of such acts.
fn in_one_place(a: &Facts, b: &Facts) -> Option<Reason> {
    let same = |a: &Happened, b: &Happened| {
        a.code == b.code
            && a.days.meets(b.days)
            && a.place.is_some()
            && b.place.is_some()
            && places::can_be_one(a.place.as_deref(), b.place.as_deref())
    };
    let exact = acts(a, b).is_some();
    pairs(&a.acts, &b.acts)
        .find(|(a, b)| !exact && same(a, b))
        .map(|(a, b)| Reason::new(ReasonCode::SamePlace, &told(a), &told(b)))
}

/// An act in short: its code, its date and its place.
fn told(act: &Happened) -> String {
    [act.code.name(), act.when.as_str(), act.place.as_deref().unwrap_or("")]
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(", ")
}

fn ages(a: &Facts, b: &Facts) -> Option<Reason> {
    pairs(&a.ages, &b.ages)
        .find(|(a, b)| a.0.0 <= b.0.1 && b.0.0 <= a.0.1)
        .map(|(a, b)| Reason::new(ReasonCode::SameAge, &a.1, &b.1))
}

fn homes(a: &Facts, b: &Facts) -> Option<Reason> {
    pairs(&a.homes, &b.homes)
        .find(|(a, b)| places::fits(&a.key, &b.key))
        .map(|(a, b)| Reason::new(ReasonCode::SameHome, &a.raw, &b.raw))
}

fn occupations(a: &Facts, b: &Facts) -> Option<Reason> {
    pairs(&a.occupations, &b.occupations)
        .find(|(a, b)| a.key == b.key)
        .map(|(a, b)| Reason::new(ReasonCode::SameOccupation, &a.raw, &b.raw))
}

/// The same office or function, told in as many words or in fewer.
fn roles(a: &Facts, b: &Facts) -> Option<Reason> {
    pairs(&a.roles, &b.roles)
        .find(|(a, b)| places::fits(&a.key, &b.key))
        .map(|(a, b)| Reason::new(ReasonCode::SameRole, &a.raw, &b.raw))
}

/// The same lawyer, by a full name. A lawyer has many clients, so that this alone carries no common name.
fn lawyers(a: &Facts, b: &Facts) -> Option<Reason> {
    pairs(&a.lawyers, &b.lawyers)
        .find(|(a, b)| a.key.full() && a.key.folded() == b.key.folded())
        .map(|(a, b)| Reason::new(ReasonCode::SameLawyer, &a.raw, &b.raw))
}

fn nationalities(a: &Facts, b: &Facts) -> Option<Reason> {
    pairs(&a.nationalities, &b.nationalities)
        .find(|(a, b)| a.key == b.key)
        .map(|(a, b)| Reason::new(ReasonCode::SameNationality, &a.raw, &b.raw))
}
