//! From tellings to steps: the same act told in several reports is one step that keeps every telling.
//!
//! Two tellings are one step where the code is the same, both say that it happened (or both deny it, or both only fear or plan it),
//! the dates meet, and the places fit. A vaguer telling joins a step only where it fits exactly one. Acts that happen again and
//! again (hearings, rulings, letters, beatings) are one step only on near dates, or where the very words are the same.

use crate::{
    Drafted, Step,
    dates::Days,
    fold, places,
    scope::{Scope, add, add_words, order},
};
use paradero_model::{Act, ActCode, Claim, Modality};

/// Days within which two tellings of an act that can happen again are one.
const NEAR: i64 = 3;

/// What the modality makes of an act: it happened, it did not, or it may.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sense {
    Happened,
    Denied,
    Possible,
}

fn sense(modality: Modality) -> Sense {
    match modality {
        Modality::Stated | Modality::Alleged => Sense::Happened,
        Modality::Denied => Sense::Denied,
        Modality::Possible => Sense::Possible,
    }
}

/// Whether the step tells of something that happened, by statement or allegation.
pub(crate) fn happened(step: &Step) -> bool {
    step.modality.iter().any(|modality| sense(*modality) == Sense::Happened)
}

/// Whether the step tells of something that is denied.
pub(crate) fn denied(step: &Step) -> bool {
    step.modality.iter().any(|modality| sense(*modality) == Sense::Denied)
}

/// A step being gathered.
struct Draft<'a> {
    tellings: Vec<(&'a Drafted, &'a Act)>,
    days: Days,
}

/// The steps of these acts, in no order that matters.
pub(crate) fn steps(scope: &Scope, acts: &[&Drafted]) -> Vec<Step> {
    let mut tellings: Vec<(&Drafted, &Act)> = acts
        .iter()
        .filter_map(|drafted| match drafted.statement.claim() {
            Claim::Act(act) => Some((*drafted, act)),
            _ => None,
        })
        .collect();
    // The most exact first, and with a place before without, so that the vaguer ones find the steps that they can belong to.
    tellings.sort_by_key(|(drafted, act)| {
        let days = Days::of(act.when.as_ref());
        (days.unknown(), days.width().unwrap_or(i64::MAX), act.place.is_none(), days.earliest, order(scope.record, drafted))
    });
    let mut drafts: Vec<Draft> = Vec::new();
    for (drafted, act) in tellings {
        let days = Days::of(act.when.as_ref());
        let fitting: Vec<usize> = (0..drafts.len()).filter(|place| fits(&drafts[*place], drafted, act, days)).collect();
        match the_one(&drafts, &fitting, drafted) {
            Some(one) => {
                let draft = &mut drafts[one];
                draft.days = draft.days.both(days);
                draft.tellings.push((drafted, act));
            }
            None => drafts.push(Draft { tellings: vec![(drafted, act)], days }),
        }
    }
    drafts.into_iter().map(|draft| step(scope, draft)).collect()
}

/// The step a telling belongs to: the only one that fits, or the only such that its own report tells, or the only undated one.
fn the_one(drafts: &[Draft], fitting: &[usize], drafted: &Drafted) -> Option<usize> {
    let text = drafted.statement.anchor().text();
    let told = |place: &usize| drafts[*place].tellings.iter().any(|(other, _)| other.statement.anchor().text() == text);
    let undated = |place: &usize| drafts[*place].days.unknown();
    let only = |places: Vec<usize>| if let [one] = places[..] { Some(one) } else { None };
    only(fitting.to_vec())
        .or_else(|| only(fitting.iter().copied().filter(told).collect()))
        .or_else(|| only(fitting.iter().copied().filter(undated).collect()))
}

/// Whether a telling can be of the same act.
fn fits(draft: &Draft, drafted: &Drafted, act: &Act, days: Days) -> bool {
    let Some((_, first)) = draft.tellings.first() else { return false };
    if first.code != act.code || sense(first.modality) != sense(act.modality) || !draft.days.meets(days) {
        return false;
    }
    let same_words = draft
        .tellings
        .iter()
        .any(|(other, _)| fold(other.statement.anchor().words()) == fold(drafted.statement.anchor().words()));
    let one_day = draft.days.one_day() && draft.days == days;
    let known: Vec<&str> = draft.tellings.iter().filter_map(|(_, told)| told.place.as_deref()).collect();
    let place = act.place.as_deref().is_none_or(|place| known.is_empty() || known.iter().any(|one| places::fits(one, place)));
    if again(act.code) {
        let doer = draft.tellings.iter().all(|(_, told)| places::can_be_one(told.who.as_deref(), act.who.as_deref()));
        let near =
            draft.days.both(days).width().is_some_and(|width| width <= NEAR) && days.width().is_some_and(|width| width <= NEAR);
        return same_words || near && place && doer;
    }
    same_words || place || one_day && once(act.code)
}

/// Acts that happen to a person again and again, so that two undated tellings need not be one.
fn again(code: ActCode) -> bool {
    matches!(
        code,
        ActCode::CustodyDenied
            | ActCode::IllTreatment
            | ActCode::Hearing
            | ActCode::Ruling
            | ActCode::LegalFiling
            | ActCode::Intervention
            | ActCode::Threat
    )
}

/// Acts that do not happen twice on one day: told of one day they are one, however the place is worded.
fn once(code: ActCode) -> bool {
    matches!(code, ActCode::Arrest | ActCode::Removal | ActCode::Release | ActCode::Return | ActCode::Exchange | ActCode::Death)
}

fn step(scope: &Scope, mut draft: Draft) -> Step {
    draft.tellings.sort_by_key(|(drafted, _)| order(scope.record, drafted));
    let mut step = Step {
        code: ActCode::Arrest,
        when: Vec::new(),
        earliest: draft.days.earliest,
        latest: draft.days.latest,
        places: Vec::new(),
        from: Vec::new(),
        who: Vec::new(),
        outcomes: Vec::new(),
        modality: Vec::new(),
        says: Vec::new(),
        statements: Vec::new(),
        origins: 0,
    };
    for (drafted, act) in &draft.tellings {
        step.code = act.code;
        act.when.iter().for_each(|when| add(&mut step.when, when.clone()));
        act.place.iter().for_each(|place| add_words(&mut step.places, place));
        act.from.iter().for_each(|from| add_words(&mut step.from, from));
        act.who.iter().for_each(|who| add_words(&mut step.who, who));
        act.outcome.iter().for_each(|outcome| add_words(&mut step.outcomes, outcome));
        act.says.iter().for_each(|says| add_words(&mut step.says, says));
        add(&mut step.modality, act.modality);
        step.statements.push(drafted.statement.id());
    }
    step.origins = scope.origins_of(&step.statements);
    step
}
