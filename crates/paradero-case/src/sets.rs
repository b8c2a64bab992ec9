//! Disjoint sets: things joined step by step. The answer does not depend on the order of the joins.

use std::collections::BTreeMap;

/// Things, each in exactly one set.
#[derive(Clone, Debug)]
pub(crate) struct Sets<T> {
    parent: BTreeMap<T, T>,
}

impl<T: Ord + Copy> Sets<T> {
    /// Each in a set of its own.
    pub(crate) fn new(things: impl IntoIterator<Item = T>) -> Self {
        Self { parent: things.into_iter().map(|thing| (thing, thing)).collect() }
    }

    /// The least member of the set: its name.
    pub(crate) fn find(&self, thing: T) -> T {
        let mut at = thing;
        while let Some(parent) = self.parent.get(&at).filter(|parent| **parent != at) {
            at = *parent;
        }
        at
    }

    /// Makes one set of the two that hold these.
    pub(crate) fn join(&mut self, a: T, b: T) {
        let (a, b) = (self.find(a), self.find(b));
        self.parent.insert(a.max(b), a.min(b));
    }

    /// Each thing with the least member of its set.
    pub(crate) fn least(&self) -> impl Iterator<Item = (T, T)> + '_ {
        self.parent.keys().map(|thing| (*thing, self.find(*thing)))
    }

    /// The sets, each by its least member.
    pub(crate) fn groups(&self) -> BTreeMap<T, Vec<T>> {
        let mut groups: BTreeMap<T, Vec<T>> = BTreeMap::new();
        for (thing, least) in self.least() {
            groups.entry(least).or_default().push(thing);
        }
        groups
    }
}
