//! From mentions to sets of mentions: first what people judged, then what the safe rule joins, never across a judgement "different".

use crate::{
    Blocked, JoinedBy, Stories, against::against, facts::Facts, judged::Verdicts, mentions::Seen, safe_join::safe_join,
    sets::Sets,
};
use paradero_model::Verdict;
use std::collections::{BTreeMap, BTreeSet};

/// Mentions held to be one person, and why.
pub(crate) struct Joined {
    /// The sets, by their least mention: places in the list of mentions.
    pub(crate) groups: BTreeMap<usize, Vec<usize>>,
    /// Each join that was made.
    pub(crate) joins: Vec<(usize, usize, JoinedBy)>,
    /// Each judgement that could not be carried out.
    pub(crate) blocked: Vec<Blocked>,
}

/// Joins mentions.
pub(crate) fn join(seen: &[Seen], facts: &[Facts], stories: &Stories, verdicts: &Verdicts) -> Joined {
    let mut state =
        State { seen, facts, stories, verdicts, sets: Sets::new(0..seen.len()), joins: Vec::new(), blocked: Vec::new() };
    state.judged();
    state.by_rule();
    Joined { groups: state.sets.groups(), joins: state.joins, blocked: state.blocked }
}

struct State<'a> {
    seen: &'a [Seen],
    facts: &'a [Facts],
    stories: &'a Stories,
    verdicts: &'a Verdicts,
    sets: Sets<usize>,
    joins: Vec<(usize, usize, JoinedBy)>,
    blocked: Vec<Blocked>,
}

impl State<'_> {
    /// Carries out each judgement "same", unless it would join two mentions judged "different".
    fn judged(&mut self) {
        for ((a, b), word) in self.verdicts.all(Verdict::Same) {
            let (set_a, set_b) = (self.sets.find(a), self.sets.find(b));
            match self.verdicts.among(self.sets.members(a), self.sets.members(b), Verdict::Different) {
                Some(different) if set_a != set_b => self.blocked.push(Blocked {
                    same: word.index,
                    different: different.index,
                    a: self.seen[a].mention.clone(),
                    b: self.seen[b].mention.clone(),
                }),
                _ => {
                    self.sets.join(a, b);
                    self.joins.push((a, b, JoinedBy::Judgement { index: word.index, why: word.why.clone() }));
                }
            }
        }
    }

    /// Joins by the safe rule, one full name at a time.
    fn by_rule(&mut self) {
        let mut named: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, seen) in self.seen.iter().enumerate().filter(|(_, seen)| seen.name.full()) {
            named.entry(seen.name.folded()).or_default().push(place);
        }
        for mentions in named.into_values().filter(|mentions| mentions.len() > 1) {
            self.one_name(&mentions);
        }
    }

    fn one_name(&mut self, mentions: &[usize]) {
        let mut facts: BTreeMap<usize, Facts> = BTreeMap::new();
        let mut first: BTreeMap<usize, usize> = BTreeMap::new();
        for mention in mentions {
            let set = self.sets.find(*mention);
            first.entry(set).or_insert(*mention);
            facts.entry(set).or_insert_with(|| merged(self.facts, self.sets.members(set)));
        }
        let kept = self.undisputed(&facts);
        for (place, a) in kept.iter().enumerate() {
            for b in &kept[place + 1..] {
                if self.sets.find(*a) == self.sets.find(*b) {
                    continue;
                }
                let (one, other) = (first[a], first[b]);
                let names = (&self.seen[one].name, &self.seen[other].name);
                if let Some(reasons) = safe_join(names, &facts[a], &facts[b], self.stories)
                    && !self.forbidden(*a, *b)
                {
                    self.sets.join(*a, *b);
                    self.joins.push((one, other, JoinedBy::Rule(reasons)));
                }
            }
        }
    }

    /// The sets of one name without those that something stands against: the set that most others contradict goes first, and where
    /// several are contradicted equally all of them go, for nothing tells which is the stranger.
    fn undisputed(&self, facts: &BTreeMap<usize, Facts>) -> Vec<usize> {
        let mut kept: BTreeSet<usize> = facts.keys().copied().collect();
        let sets: Vec<usize> = kept.iter().copied().collect();
        let mut disputes: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (place, a) in sets.iter().enumerate() {
            for b in &sets[place + 1..] {
                let judged = [Verdict::Different, Verdict::Unsure]
                    .iter()
                    .any(|verdict| self.verdicts.among(self.sets.members(*a), self.sets.members(*b), *verdict).is_some());
                let one_text = facts[a].texts.intersection(&facts[b].texts).next().is_some();
                if judged || one_text || !against(&facts[a], &facts[b]).is_empty() {
                    disputes.entry(*a).or_default().insert(*b);
                    disputes.entry(*b).or_default().insert(*a);
                }
            }
        }
        while let Some(most) = disputes.values().map(BTreeSet::len).max().filter(|most| *most > 0) {
            let out: Vec<usize> = disputes.iter().filter(|(_, with)| with.len() == most).map(|(set, _)| *set).collect();
            for set in out {
                kept.remove(&set);
                disputes.remove(&set);
                disputes.values_mut().for_each(|with| {
                    with.remove(&set);
                });
            }
        }
        kept.into_iter().collect()
    }

    /// Whether the sets, as they have grown by now, may not become one: a judgement or a fact of another name stands between them.
    fn forbidden(&self, a: usize, b: usize) -> bool {
        let (a, b) = (self.sets.members(a), self.sets.members(b));
        if a.len() == 1 && b.len() == 1 {
            return false;
        }
        self.verdicts.among(a, b, Verdict::Different).is_some()
            || !against(&merged(self.facts, a), &merged(self.facts, b)).is_empty()
    }
}

/// The facts of several mentions together.
pub(crate) fn merged(facts: &[Facts], mentions: &[usize]) -> Facts {
    mentions.iter().fold(Facts::default(), |mut all, mention| {
        all.add(&facts[*mention]);
        all
    })
}
