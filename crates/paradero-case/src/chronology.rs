//! What happened, in order: one step for each act, with every telling of it; vague dates in their place, undated steps apart.

use crate::{
    episodes::episodes,
    scope::{Scope, order},
    steps::steps,
};
use paradero_model::{ActCode, Day, Edtf, Modality, StatementId};
use serde::Serialize;
use std::cmp::Reverse;

/// The acts of the person's case, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Chronology {
    /// Steps with a date, by earliest day, then latest day, then the order of telling.
    pub dated: Vec<Step>,
    /// Steps whose date is not recorded or has no year, in the order of telling.
    pub undated: Vec<Step>,
    /// Losses of liberty, from arrest to release, as indexes into `dated`.
    pub episodes: Vec<Episode>,
}

/// One act, told in one or more reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// What happened.
    pub code: ActCode,
    /// The different dates told, as told; more than one only where they fit each other.
    pub when: Vec<Edtf>,
    /// First day that every telling allows: where the step stands in the chronology.
    pub earliest: Option<Day>,
    /// Last day that every telling allows.
    pub latest: Option<Day>,
    /// The different places told (for removal, transfer, return and arrival: where to), as worded.
    pub places: Vec<String>,
    /// The different places from where, as worded.
    pub from: Vec<String>,
    /// Who did it, as worded.
    pub who: Vec<String>,
    /// The deciding words of a ruling.
    pub outcomes: Vec<String>,
    /// The modalities it is told in, each once.
    pub modality: Vec<Modality>,
    /// Who says so, where that is not the report's own voice, each once.
    pub says: Vec<String>,
    /// Every telling.
    pub statements: Vec<StatementId>,
    /// How many independent origins tell it.
    pub origins: usize,
}

/// One loss of liberty: an arrest (or detention or removal) until a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Episode {
    /// The steps of it, as indexes into [`Chronology::dated`], in order; the first is its beginning.
    pub steps: Vec<usize>,
    /// The index of the release that ends it; `None` where none is recorded.
    pub end: Option<usize>,
    /// The places of custody inside it, in order.
    pub stints: Vec<Stint>,
}

/// One place of custody inside an episode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stint {
    /// The place as worded.
    pub place: String,
    /// The step that brings the person there, or first tells of them there: index into [`Chronology::dated`].
    pub step: usize,
}

impl Chronology {
    /// Every step: the dated ones first.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.dated.iter().chain(&self.undated)
    }
}

/// The chronology of the person's acts.
pub(crate) fn chronology(scope: &Scope) -> Chronology {
    let (mut dated, mut undated): (Vec<Step>, Vec<Step>) =
        steps(scope, &scope.acts).into_iter().partition(|step| step.earliest.is_some() || step.latest.is_some());
    let told =
        |step: &Step| step.statements.first().and_then(|id| scope.record.statement(*id)).map(|one| order(scope.record, one));
    // A date without a beginning ("before July 18") stands where it ends, after what is dated to that very day.
    dated.sort_by_key(|step| {
        let from = step.earliest.or(step.latest);
        (from, step.earliest.is_none(), step.latest.is_none(), step.latest, Reverse(progress(step)), told(step))
    });
    undated.sort_by_key(told);
    let episodes = episodes(&dated);
    Chronology { dated, undated, episodes }
}

/// On one and the same day, liberty is lost before it is regained: the later an act comes in a case, the smaller.
fn progress(step: &Step) -> u8 {
    match step.code {
        ActCode::Death => 0,
        ActCode::Return => 1,
        ActCode::Release | ActCode::Exchange => 2,
        ActCode::Removal => 4,
        ActCode::Transfer => 5,
        ActCode::Detention => 6,
        ActCode::Arrest => 7,
        _ => 3,
    }
}
