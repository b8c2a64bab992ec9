//! Fate and whereabouts: two questions, each answered only by the latest signs: as of, according to, last sign.
//!
//! No code picks a winner: where later or equal signs disagree, all of them stand side by side.

use crate::{
    Chronology, Step,
    dates::Days,
    fold,
    latest::{When, lasts, latest, rank},
    places,
    scope::{Scope, add, add_words},
    steps::happened,
};
use paradero_model::{ActCode, Day, Edtf, Modality, StatementId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

paradero_model::named! {
    /// What a sign says of the person's fate.
    FateSign {
        /// Freed, returned, or exchanged.
        Freed = "freed",
        /// Held: arrested, detained or transferred.
        Held = "held",
        /// Taken over a border by State power: which by itself says neither held nor free.
        Removed = "removed",
        /// Disappeared, or custody denied: nobody says where.
        Unaccounted = "unaccounted",
        /// Dead.
        Dead = "dead",
        /// Alive, neither held nor freed: fled, arrived, asked for asylum.
        Alive = "alive",
    }
}

/// The two questions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Fate {
    /// Alive, dead, freed, held, or unaccounted for: the latest signs, all of them. Empty: not recorded.
    pub fate: Vec<Sign<FateSign>>,
    /// Where: the latest signs, all of them. Empty: not recorded.
    pub whereabouts: Vec<Sign<WhereSign>>,
    /// Whether the latest signs of fate disagree.
    pub fate_conflict: bool,
    /// Whether the latest signs of whereabouts disagree.
    pub whereabouts_conflict: bool,
    /// Every earlier sign of fate, latest first: what the latest ones were laid over.
    pub earlier_fate: Vec<Sign<FateSign>>,
    /// Every earlier sign of whereabouts, latest first.
    pub earlier_whereabouts: Vec<Sign<WhereSign>>,
}

impl Fate {
    /// What the latest signs say of the fate: each once, in their order. For a line that has no room for the signs.
    #[must_use]
    pub fn fates(&self) -> Vec<FateSign> {
        let mut fates = Vec::new();
        self.fate.iter().for_each(|sign| add(&mut fates, sign.says));
        fates
    }

    /// Where the latest signs put the person: each answer once, in their order; places that differ only in case or accents are one.
    #[must_use]
    pub fn wheres(&self) -> Vec<&WhereSign> {
        let mut wheres: Vec<&WhereSign> = Vec::new();
        for sign in &self.whereabouts {
            if !wheres.iter().any(|one| one.same(&sign.says)) {
                wheres.push(&sign.says);
            }
        }
        wheres
    }
}

/// Where a sign puts the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WhereSign {
    /// At a place, as worded.
    At(String),
    /// Nobody says, or an authority refuses to say.
    Unknown,
}

impl WhereSign {
    /// Whether both give the same answer, case and accents apart.
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::At(a), Self::At(b)) => fold(a) == fold(b),
            (a, b) => a == b,
        }
    }
}

/// One sign: what it says, as of when, according to whom, and from what act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sign<T> {
    /// What it says.
    pub says: T,
    /// The act it is taken from.
    pub act: ActCode,
    /// As of: the date of the act as told; where not told, `None`, and only [`Sign::last_sign`] bounds it.
    pub as_of: Option<Edtf>,
    /// The latest day for which this was still told: the end of the act's date, or the report's publication where the act has none.
    pub last_sign: Option<Day>,
    /// According to whom, as worded; empty where only the reports' own voice.
    pub according_to: Vec<String>,
    /// The modalities it is told in.
    pub modality: Vec<Modality>,
    /// The statements.
    pub statements: Vec<StatementId>,
    /// How many independent origins.
    pub origins: usize,
}

/// The latest and the earlier signs of fate and whereabouts.
pub(crate) fn fate(scope: &Scope, chronology: &Chronology) -> Fate {
    let steps: Vec<&Step> = chronology.steps().filter(|step| happened(step)).collect();
    let once = !again(scope, &steps);
    let fates = steps.iter().filter_map(|step| Some(sign(scope, step, fate_of(step.code)?)));
    let wheres = steps.iter().flat_map(|step| where_of(step).into_iter().map(|place| sign(scope, step, place)));
    let (fate, earlier_fate) = split(fates.collect(), once);
    let (whereabouts, earlier_whereabouts) = split(wheres.collect(), once);
    let whereabouts_conflict = places_disagree(scope, &whereabouts);
    let fate = gathered(scope, fate, |a, b| a == b);
    let whereabouts = gathered(scope, whereabouts, WhereSign::same);
    let told: BTreeSet<FateSign> = fate.iter().map(|sign| sign.says).collect();
    Fate {
        fate_conflict: told.iter().any(|a| told.iter().any(|b| a < b && exclude(*a, *b))),
        whereabouts_conflict,
        fate,
        whereabouts,
        earlier_fate,
        earlier_whereabouts,
    }
}

/// Whether liberty was lost more than once: an arrest after a release, or two arrests that one report tells apart. Two reports that
/// give one arrest two dates are a conflict and no second arrest.
fn again(scope: &Scope, steps: &[&Step]) -> bool {
    let days = |step: &Step| Days { earliest: step.earliest, latest: step.latest };
    let texts = |step: &Step| -> BTreeSet<_> { step.statements.iter().filter_map(|id| scope.text(*id)).collect() };
    let frees = |step: &Step| fate_of(step.code) == Some(FateSign::Freed);
    let after = |late: &Step, early: &Step| matches!((late.earliest, early.latest), (Some(late), Some(early)) if late > early);
    let arrests: Vec<&&Step> = steps.iter().filter(|step| step.code == ActCode::Arrest).collect();
    arrests.iter().any(|arrest| steps.iter().any(|step| frees(step) && after(arrest, step)))
        || arrests
            .iter()
            .enumerate()
            .any(|(place, a)| arrests[place + 1..].iter().any(|b| !days(a).meets(days(b)) && !texts(a).is_disjoint(&texts(b))))
}

/// What an act says of the fate.
fn fate_of(code: ActCode) -> Option<FateSign> {
    match code {
        ActCode::Release | ActCode::Return | ActCode::Exchange => Some(FateSign::Freed),
        ActCode::Arrest | ActCode::Detention | ActCode::Transfer => Some(FateSign::Held),
        ActCode::Removal => Some(FateSign::Removed),
        ActCode::Disappearance | ActCode::CustodyDenied => Some(FateSign::Unaccounted),
        ActCode::Death => Some(FateSign::Dead),
        ActCode::Flight | ActCode::Arrival | ActCode::AsylumClaim => Some(FateSign::Alive),
        _ => None,
    }
}

/// Where an act puts the person.
fn where_of(step: &Step) -> Vec<WhereSign> {
    match step.code {
        ActCode::Disappearance | ActCode::CustodyDenied => vec![WhereSign::Unknown],
        // Freed: the place told is the one left behind, and no answer to where the person is now.
        ActCode::Release | ActCode::Exchange => vec![WhereSign::Unknown],
        // Fleeing, asking for asylum and the legal acts do not put a person anywhere.
        _ if step.code == ActCode::Flight || step.code == ActCode::AsylumClaim || fate_of(step.code).is_none() => Vec::new(),
        _ => step.places.iter().cloned().map(WhereSign::At).collect(),
    }
}

/// Whether two answers cannot both be true. Held and removed can: abroad, in a prison.
fn exclude(a: FateSign, b: FateSign) -> bool {
    let both = |x: FateSign, y: FateSign| (a == x && b == y) || (a == y && b == x);
    let alive_with = [FateSign::Freed, FateSign::Held, FateSign::Removed].iter().any(|sign| both(FateSign::Alive, *sign));
    !(alive_with || both(FateSign::Held, FateSign::Removed))
}

/// Whether two of the latest signs put the person in different places, and no one report tells both.
fn places_disagree(scope: &Scope, signs: &[Sign<WhereSign>]) -> bool {
    let texts = |sign: &Sign<WhereSign>| -> BTreeSet<_> { sign.statements.iter().filter_map(|id| scope.text(*id)).collect() };
    signs.iter().enumerate().any(|(place, a)| {
        signs[place + 1..].iter().any(|b| {
            let differ = match (&a.says, &b.says) {
                (WhereSign::At(a), WhereSign::At(b)) => !places::fits(a, b),
                (a, b) => a != b,
            };
            differ && texts(a).is_disjoint(&texts(b))
        })
    })
}

/// A sign with what is needed to order it.
fn sign<T>(scope: &Scope, step: &Step, says: T) -> (When, Sign<T>) {
    let texts: BTreeSet<_> = step.statements.iter().filter_map(|id| scope.text(*id)).collect();
    let told = texts.iter().filter_map(|text| scope.published(*text)).max();
    let days = Days { earliest: step.earliest, latest: step.latest };
    let words = step.statements.iter().filter_map(|id| scope.record.statement(*id));
    let lasts = words.into_iter().any(|drafted| lasts(drafted.statement.anchor().words()));
    let sign = Sign {
        says,
        act: step.code,
        as_of: step.when.iter().min_by_key(|when| Days::of(Some(when)).width().unwrap_or(i64::MAX)).cloned(),
        last_sign: step.latest.or(told),
        according_to: step.says.clone(),
        modality: step.modality.clone(),
        statements: step.statements.clone(),
        origins: step.origins,
    };
    (When { days, told, rank: rank(step.code), texts, lasts }, sign)
}

/// The latest signs, and the earlier ones, latest first. What is told with a date is not set back by the same told without one.
fn split<T: PartialEq>(signs: Vec<(When, Sign<T>)>, once: bool) -> (Vec<Sign<T>>, Vec<Sign<T>>) {
    // Freed and custody denied both leave the whereabouts unknown, and are not the same for that.
    let alike = |later: &Sign<T>, sign: &Sign<T>| later.says == sign.says && fate_of(later.act) == fate_of(sign.act);
    let vaguer = |later: &Sign<T>, sign: &Sign<T>| alike(later, sign) && later.as_of.is_none() && sign.as_of.is_some();
    let kept = latest(&signs, once, |(when, _)| when, |(_, later), (_, sign)| vaguer(later, sign));
    let (mut now, mut before) = (Vec::new(), Vec::new());
    for ((_, sign), kept) in signs.into_iter().zip(kept) {
        if kept { now.push(sign) } else { before.push(sign) }
    }
    before.sort_by_key(|sign| std::cmp::Reverse(sign.last_sign));
    (now, before)
}

/// Signs that say the same on dates that meet, as one sign with all their statements; each telling keeps its date in the chronology.
/// As of the most exact of the dates; told until the last of them.
fn gathered<T>(scope: &Scope, signs: Vec<Sign<T>>, same: impl Fn(&T, &T) -> bool) -> Vec<Sign<T>> {
    let days = |sign: &Sign<T>| Days::of(sign.as_of.as_ref());
    let width = |sign: &Sign<T>| days(sign).width().unwrap_or(i64::MAX);
    let mut gathered: Vec<(Days, Sign<T>)> = Vec::new();
    for sign in signs {
        let told = days(&sign);
        let Some((all, one)) = gathered.iter_mut().find(|(all, one)| same(&one.says, &sign.says) && all.meets(told)) else {
            gathered.push((told, sign));
            continue;
        };
        *all = all.both(told);
        if width(&sign) < width(one) {
            (one.as_of, one.act) = (sign.as_of.clone(), sign.act);
        }
        one.last_sign = one.last_sign.max(sign.last_sign);
        sign.according_to.iter().for_each(|who| add_words(&mut one.according_to, who));
        sign.modality.iter().for_each(|modality| add(&mut one.modality, *modality));
        sign.statements.iter().for_each(|id| add(&mut one.statements, *id));
        one.origins = scope.origins_of(&one.statements);
    }
    gathered.into_iter().map(|(_, sign)| sign).collect()
}
