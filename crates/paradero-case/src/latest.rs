//! Which signs are the latest: a sign is set back only where another one is certainly later.
//!
//! A dated sign is set back by one that begins after it ends (on one day: by one that comes later in a case). A sign without a date
//! stands for the day its report was published. Inside one report, where only one loss of liberty is told, undated signs follow the
//! order of a case: held before removed, removed before freed. Whatever is not certain stays side by side.

use crate::{dates::Days, fold};
use paradero_model::{ActCode, Day, TextId};
use std::collections::BTreeSet;

/// Words by which a report says that a state lasts or has come back; such a sign is never set back by the order of a case.
const LASTING: &[&str] = &[
    "again",
    "still",
    "remain",
    "remains",
    "remained",
    "rearrested",
    "nuevamente",
    "nuevo",
    "vez",
    "sigue",
    "siguen",
    "permanece",
    "permanecen",
    "continua",
    "todavia",
    "aun",
];

/// What is needed to order a sign.
#[derive(Clone, Debug)]
pub(crate) struct When {
    pub(crate) days: Days,
    /// The latest publication of its tellings.
    pub(crate) told: Option<Day>,
    pub(crate) rank: u8,
    pub(crate) texts: BTreeSet<TextId>,
    /// Whether its words say that the state lasts, or is there again.
    pub(crate) lasts: bool,
}

/// How late in a case an act comes; only used between tellings that no date orders.
pub(crate) fn rank(code: ActCode) -> u8 {
    match code {
        ActCode::Flight | ActCode::Arrival | ActCode::AsylumClaim => 0,
        ActCode::Arrest => 1,
        ActCode::Detention => 2,
        ActCode::Transfer => 3,
        ActCode::Removal => 4,
        ActCode::Disappearance | ActCode::CustodyDenied => 5,
        ActCode::Release | ActCode::Exchange => 6,
        ActCode::Return => 7,
        _ => 8,
    }
}

/// Whether words say that a state lasts or has come back.
pub(crate) fn lasts(words: &str) -> bool {
    fold(words).split(' ').any(|word| LASTING.contains(&word))
}

/// Which of the signs are the latest: `true` for each that no other certainly follows. `once`: only one loss of liberty is told;
/// `spares(later, sign)`: the one does not set back the other whatever their dates.
pub(crate) fn latest<S>(signs: &[S], once: bool, when: fn(&S) -> &When, spares: impl Fn(&S, &S) -> bool) -> Vec<bool> {
    let set_back = |sign: &S| {
        signs.iter().any(|other| {
            follows(when(other), when(sign), once) && !follows(when(sign), when(other), once) && !spares(other, sign)
        })
    };
    let kept: Vec<bool> = signs.iter().map(|sign| !set_back(sign)).collect();
    // Signs that set each other back in a ring: none of them is certainly the latest.
    if kept.contains(&true) { kept } else { vec![true; signs.len()] }
}

/// Whether `later` certainly comes after `sign`.
fn follows(later: &When, sign: &When, once: bool) -> bool {
    let one_report = later.texts.intersection(&sign.texts).next().is_some();
    let by_case = once && !sign.lasts && later.rank > sign.rank;
    match (later.days.unknown(), sign.days.unknown()) {
        (false, false) => {
            // What has no end lasted until it was told.
            let end = sign.days.latest.or(sign.told);
            let after = matches!((later.days.earliest, end), (Some(start), Some(end)) if start > end || (start == end && later.rank > sign.rank));
            after || (one_report && later.days.meets(sign.days) && later.rank > sign.rank)
        }
        (false, true) => {
            let after = matches!((later.days.earliest, sign.told), (Some(start), Some(told)) if start > told);
            after || (one_report && !sign.lasts && once && later.rank >= sign.rank)
        }
        (true, false) => {
            let end = sign.days.latest.or(sign.told);
            let after =
                matches!((later.told, end), (Some(told), Some(end)) if told > end) && !one_report && later.rank >= sign.rank;
            after || (one_report && by_case) || (one_report && later.lasts && later.told > end)
        }
        (true, true) => {
            let after = matches!((later.told, sign.told), (Some(later), Some(told)) if later > told)
                && !one_report
                && later_or_lasting(later, sign);
            after || (one_report && by_case)
        }
    }
}

/// Of two undated signs of different reports, the later report's counts where it comes no earlier in a case, or says that it lasts.
fn later_or_lasting(later: &When, sign: &When) -> bool {
    later.rank >= sign.rank || later.lasts
}
