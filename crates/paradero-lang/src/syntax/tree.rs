//! The tree of one sentence: heads, relations, and for each word its children in the order of the text.

use crate::{Relation, Universal, Word};
use std::ops::Range;

/// The tree of one sentence. Words are named by their index in the whole text.
pub(super) struct Tree {
    words: Range<usize>,
    heads: Vec<Option<usize>>,
    relations: Vec<Relation>,
    /// Where in `children` those of each word begin; one more than there are words.
    starts: Vec<usize>,
    children: Vec<usize>,
    /// Every word after the one it hangs on.
    down: Vec<usize>,
}

impl Tree {
    /// The tree as the words have it. A head outside the sentence or in a circle becomes the root's.
    pub(super) fn of(all: &[Word], words: Range<usize>) -> Self {
        let own = &all[words.clone()];
        let heads = own
            .iter()
            .enumerate()
            .map(|(at, word)| word.head.filter(|head| words.contains(head) && *head != at + words.start))
            .collect();
        let relations = own.iter().map(|word| word.relation).collect();
        let mut tree = Self { words, heads, relations, starts: Vec::new(), children: Vec::new(), down: Vec::new() };
        tree.lay();
        tree
    }

    /// Lays out the children of each word anew, after heads have changed.
    pub(super) fn lay(&mut self) {
        let count = self.words.len();
        self.starts = vec![0; count + 1];
        for head in self.heads.iter().flatten() {
            self.starts[head - self.words.start + 1] += 1;
        }
        for at in 0..count {
            self.starts[at + 1] += self.starts[at];
        }
        let mut next = self.starts.clone();
        self.children = vec![0; self.starts[count]];
        for (at, head) in self.heads.iter().enumerate() {
            if let Some(head) = head {
                let place = &mut next[head - self.words.start];
                self.children[*place] = at + self.words.start;
                *place += 1;
            }
        }
        self.down = (0..count).filter(|&at| self.heads[at].is_none()).map(|at| at + self.words.start).collect();
        let mut at = 0;
        while at < self.down.len() {
            let word = self.down[at] - self.words.start;
            self.down.extend_from_slice(&self.children[self.starts[word]..self.starts[word + 1]]);
            at += 1;
        }
        if self.down.len() < count {
            self.open_circles();
        }
    }

    /// Words in a circle hang on nothing that leads to a root: each is taken out of it.
    fn open_circles(&mut self) {
        let mut reached = vec![false; self.words.len()];
        for &word in &self.down {
            reached[word - self.words.start] = true;
        }
        let root = self.down.first().copied();
        for (at, reached) in reached.into_iter().enumerate() {
            if !reached {
                self.heads[at] = root.filter(|&root| root != at + self.words.start);
            }
        }
        self.lay();
    }

    pub(super) fn head(&self, at: usize) -> Option<usize> {
        self.heads[at - self.words.start]
    }

    pub(super) fn relation(&self, at: usize) -> Relation {
        self.relations[at - self.words.start]
    }

    pub(super) fn is(&self, at: usize, relation: Universal) -> bool {
        self.relation(at).universal == relation
    }

    /// The words that hang on `at`, in the order of the text.
    pub(super) fn children(&self, at: usize) -> &[usize] {
        let at = at - self.words.start;
        &self.children[self.starts[at]..self.starts[at + 1]]
    }

    /// The first child of `at` with this relation.
    pub(super) fn child(&self, at: usize, relation: Universal) -> Option<usize> {
        self.children(at).iter().copied().find(|&child| self.is(child, relation))
    }

    /// All children of `at` with this relation.
    pub(super) fn each(&self, at: usize, relation: Universal) -> impl Iterator<Item = usize> + '_ {
        self.children(at).iter().copied().filter(move |&child| self.is(child, relation))
    }

    /// The last word that hangs on `at`, followed down its last children; `at` itself where nothing hangs behind it.
    pub(super) fn last(&self, at: usize) -> usize {
        let mut end = at;
        while let Some(&child) = self.children(end).last().filter(|&&child| child > end) {
            end = child;
        }
        end
    }

    /// The first word that hangs on `at`, followed down its first children.
    pub(super) fn first(&self, at: usize) -> usize {
        let mut start = at;
        while let Some(&child) = self.children(start).first().filter(|&&child| child < start) {
            start = child;
        }
        start
    }

    /// Every word after the one it hangs on.
    pub(super) fn down(&self) -> &[usize] {
        &self.down
    }

    /// The words that `at` hangs on, from the nearest to the root.
    pub(super) fn up(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.head(at), |&at| self.head(at)).take(self.words.len())
    }

    /// Hangs `at` elsewhere. Call [`Tree::lay`] when done.
    pub(super) fn hang(&mut self, at: usize, head: Option<usize>, relation: Relation) {
        self.heads[at - self.words.start] = head.filter(|&head| head != at);
        self.relations[at - self.words.start] = relation;
    }
}
