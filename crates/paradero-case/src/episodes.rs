//! Episodes: one loss of liberty from arrest to release, and the places of custody inside it.

use crate::{Episode, Step, Stint, fold, steps::happened};
use paradero_model::ActCode;

/// The episodes of dated steps, in order. Only what is said to have happened begins or ends one.
pub(crate) fn episodes(dated: &[Step]) -> Vec<Episode> {
    let mut episodes: Vec<Episode> = Vec::new();
    let mut open: Option<Episode> = None;
    for (place, step) in dated.iter().enumerate().filter(|(_, step)| happened(step)) {
        match step.code {
            ActCode::Release | ActCode::Exchange | ActCode::Death => {
                if let Some(mut episode) = open.take() {
                    episode.steps.push(place);
                    episode.end = Some(place);
                    episodes.push(episode);
                }
            }
            code if custody(code) || open.is_some() => {
                let episode = open.get_or_insert_with(|| Episode { steps: Vec::new(), end: None, stints: Vec::new() });
                episode.steps.push(place);
                if custody(code) && code != ActCode::Arrest {
                    stint(episode, step, place);
                }
            }
            _ => {}
        }
    }
    episodes.extend(open);
    episodes
}

/// Acts that begin or continue a loss of liberty.
fn custody(code: ActCode) -> bool {
    matches!(code, ActCode::Arrest | ActCode::Detention | ActCode::Transfer | ActCode::Removal)
}

/// The place that a step brings the person to, unless it is the one before.
fn stint(episode: &mut Episode, step: &Step, place: usize) {
    if let Some(named) = step.places.first()
        && episode.stints.last().is_none_or(|last| fold(&last.place) != fold(named))
    {
        episode.stints.push(Stint { place: named.clone(), step: place });
    }
}
