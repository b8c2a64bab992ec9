//! Stories: sets of reports that are near copies of each other.
//!
//! Two texts are near copies where they share most of the runs of four words of the shorter one. Fixed constants and a fixed
//! hash: the same texts make the same stories on every machine.

use crate::{Record, fold};
use paradero_model::{Hash, TextId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Words in a run.
const RUN: usize = 4;
/// Share of the shorter text's runs, in percent, that makes near copies.
const SHARE: usize = 60;
/// Runs that must be shared at least: a headline in common, or one short line with a name, is no copy.
const LEAST: usize = 12;
/// A run that stands in more texts than this is a phrase of the trade (or a page's furniture) and tells nothing.
const COMMON: usize = 200;

/// Names a story, from the least id of its texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StoryId(pub Hash);

/// Which story, and which independent origin, each text belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Stories {
    /// The story of a text.
    pub of: BTreeMap<TextId, StoryId>,
    /// The origin of a text, named by the least text of it: texts of one origin do not corroborate each other.
    pub origin: BTreeMap<TextId, TextId>,
}

impl Stories {
    /// The story of a text; a text that is not in the record is its own.
    #[must_use]
    pub fn story(&self, text: TextId) -> StoryId {
        self.of.get(&text).copied().unwrap_or(StoryId(text.0))
    }

    /// How many independent origins these texts have.
    #[must_use]
    pub fn origins_of(&self, texts: impl IntoIterator<Item = TextId>) -> usize {
        texts.into_iter().map(|text| self.origin.get(&text).copied().unwrap_or(text)).collect::<BTreeSet<_>>().len()
    }
}

/// The least text of the story of each text.
pub(crate) fn stories(record: &Record) -> BTreeMap<TextId, StoryId> {
    let mut sets = crate::sets::Sets::new(record.texts().map(|text| text.id()));
    let runs: BTreeMap<TextId, BTreeSet<u64>> = record.texts().map(|text| (text.id(), runs(text.body()))).collect();
    let mut holders: HashMap<u64, Vec<TextId>> = HashMap::new();
    let mut twins: BTreeMap<&BTreeSet<u64>, TextId> = BTreeMap::new();
    for (text, set) in &runs {
        // The very same words: joined at once, so that a thousand copies cost no more than one.
        match twins.get(set) {
            Some(twin) if set.len() >= LEAST => sets.join(*twin, *text),
            _ => {
                twins.insert(set, *text);
                for run in set {
                    holders.entry(*run).or_default().push(*text);
                }
            }
        }
    }
    let mut shared: BTreeMap<(TextId, TextId), usize> = BTreeMap::new();
    for texts in holders.values().filter(|texts| (2..=COMMON).contains(&texts.len())) {
        for (place, a) in texts.iter().enumerate() {
            for b in &texts[place + 1..] {
                *shared.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    for ((a, b), shared) in shared {
        let shorter = runs[&a].len().min(runs[&b].len());
        if shared >= LEAST && shared * 100 >= shorter * SHARE {
            sets.join(a, b);
        }
    }
    sets.least().map(|(text, least)| (text, StoryId(least.0))).collect()
}

/// The runs of words of a body, hashed.
fn runs(body: &str) -> BTreeSet<u64> {
    let folded = fold(body);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    if words.len() < RUN {
        return if words.is_empty() { BTreeSet::new() } else { BTreeSet::from([hash(&words)]) };
    }
    words.windows(RUN).map(hash).collect()
}

/// FNV-1a over the words, each ended by a byte that no word holds.
fn hash(words: &[&str]) -> u64 {
    words
        .iter()
        .flat_map(|word| word.bytes().chain([0xff]))
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
