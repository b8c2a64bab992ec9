//! Disjoint sets: things joined step by step. The answer does not depend on the order of the joins.

use std::collections::BTreeMap;

/// Things, each in exactly one set. A set is named by its least member, and its members are sorted when asked for.
#[derive(Clone, Debug)]
pub(crate) struct Sets<T> {
    least: BTreeMap<T, T>,
    members: BTreeMap<T, Vec<T>>,
}

impl<T: Ord + Copy> Sets<T> {
    /// Each in a set of its own.
    pub(crate) fn new(things: impl IntoIterator<Item = T>) -> Self {
        let least: BTreeMap<T, T> = things.into_iter().map(|thing| (thing, thing)).collect();
        let members = least.keys().map(|thing| (*thing, vec![*thing])).collect();
        Self { least, members }
    }

    /// The least member of the set: its name.
    pub(crate) fn find(&self, thing: T) -> T {
        self.least.get(&thing).copied().unwrap_or(thing)
    }

    /// Everything in the set of a thing, in no order that matters.
    pub(crate) fn members(&self, thing: T) -> &[T] {
        self.members.get(&self.find(thing)).map_or(&[], Vec::as_slice)
    }

    /// Makes one set of the two that hold these.
    pub(crate) fn join(&mut self, a: T, b: T) {
        let (a, b) = (self.find(a), self.find(b));
        if a == b {
            return;
        }
        let moved = self.members.remove(&a.max(b)).unwrap_or_default();
        for thing in &moved {
            self.least.insert(*thing, a.min(b));
        }
        self.members.entry(a.min(b)).or_default().extend(moved);
    }

    /// Each thing with the least member of its set.
    pub(crate) fn least(&self) -> impl Iterator<Item = (T, T)> + '_ {
        self.least.iter().map(|(thing, least)| (*thing, *least))
    }

    /// The sets, each by its least member, sorted.
    pub(crate) fn groups(&self) -> BTreeMap<T, Vec<T>> {
        let mut groups = self.members.clone();
        groups.values_mut().for_each(|members| members.sort_unstable());
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_joins_does_not_matter() {
        let (mut one, mut other) = (Sets::new(0..6), Sets::new(0..6));
        [(4, 5), (1, 2), (2, 4)].iter().for_each(|(a, b)| one.join(*a, *b));
        [(2, 4), (5, 4), (2, 1), (1, 5)].iter().for_each(|(a, b)| other.join(*a, *b));
        assert_eq!(one.groups(), other.groups());
        assert_eq!((one.find(5), one.find(3), one.members(2).len()), (1, 3, 4));
    }
}
