//! What disagrees: two or more values side by side, each with its statements. No code picks a winner.

use crate::{
    Chronology, Fate, Step, WhereSign, Who,
    dates::Days,
    places,
    scope::Scope,
    steps::{denied, happened},
};
use paradero_model::{ActCode, Claim, Property, StatementId, TextId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

paradero_model::named! {
    /// What a conflict is about.
    ConflictKind {
        /// Values of a property that cannot both be true.
        Property = "property",
        /// Dates told of one act.
        Date = "date",
        /// Places told of one act.
        Place = "place",
        /// One report states what another denies.
        Denied = "denied",
        /// What the latest signs say of the fate.
        Fate = "fate",
        /// What the latest signs say of the whereabouts.
        Whereabouts = "whereabouts",
    }
}

/// Values that disagree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Conflict {
    /// What it is about.
    pub kind: ConflictKind,
    /// The property, for [`ConflictKind::Property`].
    pub property: Option<Property>,
    /// The act, for a date, a place, or a denial.
    pub act: Option<ActCode>,
    /// Whether the values are protected.
    pub protected: bool,
    /// The two or more sides.
    pub sides: Vec<Side>,
}

/// One side of a conflict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Side {
    /// The value, as worded; for dates EDTF; for fates and denials the fixed name; empty for whereabouts that nobody tells.
    pub value: String,
    /// The statements that say it.
    pub statements: Vec<StatementId>,
    /// How many independent origins say it.
    pub origins: usize,
}

/// Everything that disagrees in the sections of a case file.
pub(crate) fn conflicts(scope: &Scope, who: &Who, chronology: &Chronology, fate: &Fate) -> Vec<Conflict> {
    let mut conflicts: Vec<Conflict> = who
        .entries
        .iter()
        .filter(|entry| entry.conflict)
        .map(|entry| Conflict {
            kind: ConflictKind::Property,
            property: Some(entry.property),
            act: None,
            protected: entry.protected,
            sides: entry
                .values
                .iter()
                .map(|value| Side { value: value.value.clone(), statements: value.statements.clone(), origins: value.origins })
                .collect(),
        })
        .collect();
    conflicts.extend(dates(scope, chronology));
    conflicts.extend(places_told(scope, chronology));
    conflicts.extend(denials(chronology));
    conflicts.extend(fates(scope, fate));
    conflicts
}

/// Acts of which one loss of liberty has one: told on dates that do not meet, by different reports, they are a conflict.
const SINGLE: [ActCode; 7] = [
    ActCode::Arrest,
    ActCode::Disappearance,
    ActCode::Removal,
    ActCode::Release,
    ActCode::Exchange,
    ActCode::Return,
    ActCode::Death,
];

/// Dates that do not meet, of one act: no report tells both, and nothing between them would let it happen twice.
fn dates(scope: &Scope, chronology: &Chronology) -> Vec<Conflict> {
    let mut found = Vec::new();
    for code in SINGLE {
        let told: Vec<(usize, &Step)> =
            chronology.dated.iter().enumerate().filter(|(_, step)| step.code == code && happened(step)).collect();
        let mut group: Vec<&Step> = Vec::new();
        for (place, (index, step)) in told.iter().enumerate() {
            let before = place.checked_sub(1).map(|before| &told[before]);
            let again = before.is_some_and(|(start, before)| {
                let between = &chronology.dated[start + 1..*index];
                texts(scope, before).is_disjoint(&texts(scope, step)) && !between.iter().any(|step| turns(code, step))
            });
            if !again {
                found.extend(conflict_of_dates(scope, code, &group));
                group.clear();
            }
            group.push(step);
        }
        found.extend(conflict_of_dates(scope, code, &group));
    }
    found
}

/// Whether a step between two of `code` would let it happen again: freed between two arrests, held between two releases.
fn turns(code: ActCode, step: &Step) -> bool {
    let frees = matches!(step.code, ActCode::Release | ActCode::Return | ActCode::Exchange);
    let takes = matches!(step.code, ActCode::Arrest | ActCode::Detention | ActCode::Removal | ActCode::Disappearance);
    happened(step)
        && match code {
            ActCode::Release | ActCode::Exchange | ActCode::Return => takes,
            ActCode::Death => false,
            _ => frees,
        }
}

fn conflict_of_dates(scope: &Scope, code: ActCode, group: &[&Step]) -> Option<Conflict> {
    let apart = |a: &Step, b: &Step| !days(a).meets(days(b));
    if !group.iter().enumerate().any(|(place, a)| group[place + 1..].iter().any(|b| apart(a, b))) {
        return None;
    }
    let mut sides: BTreeMap<String, Vec<StatementId>> = BTreeMap::new();
    for id in group.iter().flat_map(|step| &step.statements) {
        if let Some(Claim::Act(act)) = scope.record.statement(*id).map(|drafted| drafted.statement.claim()) {
            let when = act.when.as_ref().map(ToString::to_string).unwrap_or_default();
            sides.entry(when).or_default().push(*id);
        }
    }
    sides.remove("");
    Some(of_act(scope, ConflictKind::Date, code, sides))
}

/// Places that do not fit, of one act on dates that meet.
fn places_told(scope: &Scope, chronology: &Chronology) -> Vec<Conflict> {
    let mut found = Vec::new();
    for code in SINGLE {
        let steps: Vec<&Step> = chronology.steps().filter(|step| step.code == code && happened(step)).collect();
        let mut group: BTreeMap<String, Vec<StatementId>> = BTreeMap::new();
        for (place, a) in steps.iter().enumerate() {
            if disagree_inside(a) {
                tell(scope, &mut group, a);
            }
            for b in &steps[place + 1..] {
                let apart = texts(scope, a).is_disjoint(&texts(scope, b)) && days(a).meets(days(b));
                if apart && a.places.iter().any(|one| b.places.iter().any(|other| !places::fits(one, other))) {
                    tell(scope, &mut group, a);
                    tell(scope, &mut group, b);
                }
            }
        }
        if group.len() > 1 {
            found.push(of_act(scope, ConflictKind::Place, code, group));
        }
    }
    found
}

fn disagree_inside(step: &Step) -> bool {
    step.places.iter().any(|one| step.places.iter().any(|other| !places::fits(one, other)))
}

fn tell(scope: &Scope, group: &mut BTreeMap<String, Vec<StatementId>>, step: &Step) {
    for id in &step.statements {
        if let Some(Claim::Act(act)) = scope.record.statement(*id).map(|drafted| drafted.statement.claim())
            && let Some(place) = &act.place
        {
            let told = group.entry(place.clone()).or_default();
            crate::scope::add(told, *id);
        }
    }
}

/// An act that one telling states and another denies, on dates and in places that fit.
fn denials(chronology: &Chronology) -> Vec<Conflict> {
    let steps: Vec<&Step> = chronology.steps().collect();
    let mut found = Vec::new();
    for no in steps.iter().filter(|step| denied(step)) {
        let fits = |yes: &&&Step| {
            happened(yes)
                && yes.code == no.code
                && days(yes).meets(days(no))
                && (yes.places.is_empty()
                    || no.places.is_empty()
                    || yes.places.iter().any(|a| no.places.iter().any(|b| places::fits(a, b))))
        };
        for yes in steps.iter().filter(fits) {
            let side = |step: &Step| Side {
                value: step.modality.first().map(|modality| modality.name()).unwrap_or_default().to_owned(),
                statements: step.statements.clone(),
                origins: step.origins,
            };
            found.push(Conflict {
                kind: ConflictKind::Denied,
                property: None,
                act: Some(no.code),
                protected: false,
                sides: vec![side(yes), side(no)],
            });
        }
    }
    found
}

/// The latest signs, where they disagree.
fn fates(scope: &Scope, fate: &Fate) -> Vec<Conflict> {
    let mut found = Vec::new();
    if fate.fate_conflict {
        let mut sides: BTreeMap<String, Vec<StatementId>> = BTreeMap::new();
        fate.fate.iter().for_each(|sign| sides.entry(sign.says.name().to_owned()).or_default().extend(&sign.statements));
        found.push(Conflict { act: None, ..of_act(scope, ConflictKind::Fate, ActCode::Arrest, sides) });
    }
    if fate.whereabouts_conflict {
        let mut sides: BTreeMap<String, Vec<StatementId>> = BTreeMap::new();
        for sign in &fate.whereabouts {
            let place = match &sign.says {
                WhereSign::At(place) => place.clone(),
                WhereSign::Unknown => String::new(),
            };
            sides.entry(place).or_default().extend(&sign.statements);
        }
        found.push(Conflict { act: None, ..of_act(scope, ConflictKind::Whereabouts, ActCode::Arrest, sides) });
    }
    found
}

fn of_act(scope: &Scope, kind: ConflictKind, code: ActCode, sides: BTreeMap<String, Vec<StatementId>>) -> Conflict {
    let side =
        |(value, statements): (String, Vec<StatementId>)| Side { origins: scope.origins_of(&statements), value, statements };
    Conflict { kind, property: None, act: Some(code), protected: false, sides: sides.into_iter().map(side).collect() }
}

fn days(step: &Step) -> Days {
    Days { earliest: step.earliest, latest: step.latest }
}

fn texts(scope: &Scope, step: &Step) -> BTreeSet<TextId> {
    step.statements.iter().filter_map(|id| scope.text(*id)).collect()
}
