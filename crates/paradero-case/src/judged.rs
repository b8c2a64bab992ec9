//! Judgements between mentions: the latest word on each pair, looked up by any form of the name in the text.

use crate::{Record, mentions::Seen};
use paradero_model::{Mention, Verdict};
use std::collections::BTreeMap;

/// The latest judgement of each pair of mentions.
pub(crate) struct Verdicts {
    latest: BTreeMap<(usize, usize), Word>,
}

/// One judgement in force.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) index: u64,
    pub(crate) verdict: Verdict,
    pub(crate) why: String,
}

impl Verdicts {
    /// The judgements in force, between places of `seen`. One whose mention is no longer there is passed over; it stays in the ledger.
    pub(crate) fn of(record: &Record, seen: &[Seen]) -> Self {
        let place = |mention: &Mention| {
            let known = |one: &Seen| one.mention.text == mention.text && one.forms.contains(&mention.name);
            seen.iter().position(|one| one.mention == *mention).or_else(|| seen.iter().position(known))
        };
        let mut latest: BTreeMap<(usize, usize), Word> = BTreeMap::new();
        for judged in record.judgements() {
            let judgement = &judged.judgement;
            if let (Some(a), Some(b)) = (place(&judgement.a), place(&judgement.b))
                && a != b
            {
                let word = Word { index: judged.index, verdict: judgement.verdict, why: judgement.why.clone() };
                let slot = latest.entry((a.min(b), a.max(b))).or_insert_with(|| word.clone());
                if slot.index <= word.index {
                    *slot = word;
                }
            }
        }
        Self { latest }
    }

    /// The pairs judged so, in the ledger's order.
    pub(crate) fn all(&self, verdict: Verdict) -> Vec<((usize, usize), &Word)> {
        let mut all: Vec<_> =
            self.latest.iter().filter(|(_, word)| word.verdict == verdict).map(|(pair, word)| (*pair, word)).collect();
        all.sort_by_key(|(_, word)| word.index);
        all
    }

    /// The judgement in force between two mentions.
    pub(crate) fn between(&self, a: usize, b: usize) -> Option<&Word> {
        self.latest.get(&(a.min(b), a.max(b)))
    }

    /// The first judgement of this kind between two sets of mentions.
    pub(crate) fn among(&self, a: &[usize], b: &[usize], verdict: Verdict) -> Option<&Word> {
        let words = a.iter().flat_map(|a| b.iter().filter_map(move |b| self.between(*a, *b)));
        words.filter(|word| word.verdict == verdict).min_by_key(|word| word.index)
    }
}
