//! The trees of a text as chains ask of them: children, edges of what hangs on a word, who is subject of what.

use crate::{Analysis, Pos, Universal, Word};
use paradero_model::Span;

/// The words of an analysis with what hangs on each.
pub(super) struct Tree<'a> {
    pub(super) words: &'a [Word],
    /// The words lower-cased.
    pub(super) low: Vec<String>,
    /// The sentence of each word.
    pub(super) sentence: Vec<usize>,
    /// For each word the words that hang on it, in their order.
    children: Vec<Vec<usize>>,
    /// For each word the first and last word of all that hangs on it.
    edges: Vec<(usize, usize)>,
}

/// How many steps are followed up or down a tree before it is given up: far more than any sentence written for readers has.
const DEEP: usize = 60;

impl<'a> Tree<'a> {
    /// Reads the trees; heads that lie outside their sentence are left out.
    pub(super) fn of(body: &'a str, found: &'a Analysis) -> Self {
        let words = &found.words[..];
        let mut sentence = vec![0; words.len()];
        for (at, one) in found.sentences.iter().enumerate() {
            for word in one.words.clone() {
                if let Some(place) = sentence.get_mut(word) {
                    *place = at;
                }
            }
        }
        let low = words.iter().map(|word| word.text(body).to_lowercase()).collect();
        let mut tree = Self { words, low, sentence, children: vec![Vec::new(); words.len()], edges: Vec::new() };
        for at in 0..words.len() {
            if let Some(head) = tree.head(at) {
                tree.children[head].push(at);
            }
        }
        tree.edges = (0..words.len()).map(|at| (at, at)).collect();
        // Each word widens its heads, so far as trees reach.
        for at in 0..words.len() {
            let mut above = tree.head(at);
            for _ in 0..DEEP {
                let Some(head) = above else { break };
                let (first, last) = tree.edges[head];
                tree.edges[head] = (first.min(at), last.max(at));
                above = tree.head(head);
            }
        }
        tree
    }

    /// The word that `at` hangs on.
    pub(super) fn head(&self, at: usize) -> Option<usize> {
        let head = self.words[at].head?;
        (head != at && self.sentence.get(head) == Some(&self.sentence[at])).then_some(head)
    }

    /// Those that `at` hangs on, the nearest first.
    pub(super) fn above(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.head(at), |&word| self.head(word)).take(DEEP)
    }

    /// What hangs on `at`.
    pub(super) fn children(&self, at: usize) -> &[usize] {
        &self.children[at]
    }

    /// What hangs on `at` by `relation`.
    pub(super) fn child(&self, at: usize, relation: Universal) -> Option<usize> {
        self.children[at].iter().copied().find(|&child| self.is(child, relation))
    }

    /// Whether `at` hangs by this universal relation.
    pub(super) fn is(&self, at: usize, relation: Universal) -> bool {
        self.words[at].relation.universal == relation
    }

    /// The first of several joined by "and" to which `at` belongs: its relation is that of all.
    pub(super) fn joined_to(&self, at: usize) -> usize {
        let mut first = at;
        for _ in 0..DEEP {
            match self.head(first).filter(|_| self.is(first, Universal::Conj)) {
                Some(head) => first = head,
                None => break,
            }
        }
        first
    }

    /// The verb or predicate that `at` is an argument of, and the relation by which.
    pub(super) fn governor(&self, at: usize) -> Option<(usize, Universal)> {
        let mut word = self.joined_to(at);
        for _ in 0..DEEP {
            let head = self.head(word)?;
            let relation = self.words[word].relation.universal;
            if matches!(relation, Universal::Nmod | Universal::Appos | Universal::Det | Universal::Compound | Universal::Amod) {
                word = self.joined_to(head);
                continue;
            }
            return Some((head, relation));
        }
        None
    }

    /// The subject of predicate `at`, its own or, where it has none, that of the predicate it is joined to or completes.
    pub(super) fn subject(&self, at: usize) -> Option<usize> {
        let mut verb = at;
        for _ in 0..8 {
            let own = self.children[verb].iter().copied().find(|&child| self.is(child, Universal::Nsubj));
            if own.is_some() {
                return own;
            }
            let relation = self.words[verb].relation.universal;
            if !matches!(relation, Universal::Conj | Universal::Xcomp | Universal::Advcl | Universal::Parataxis) {
                return None;
            }
            verb = self.head(verb)?;
        }
        None
    }

    /// The words of a noun phrase without what describes it in a clause of its own: from its determiner to its last complement.
    pub(super) fn phrase(&self, head: usize) -> (usize, usize) {
        let (mut first, mut last) = (head, head);
        for &child in &self.children[head] {
            let (from, to) = self.edges[child];
            let kept = match self.words[child].relation.universal {
                Universal::Det
                | Universal::Amod
                | Universal::Nummod
                | Universal::Compound
                | Universal::Flat
                | Universal::Fixed
                | Universal::Goeswith => true,
                Universal::Nmod => true,
                Universal::Advmod => child < head,
                _ => false,
            };
            if kept && to.saturating_sub(from) < 30 {
                (first, last) = (first.min(from), last.max(to));
            }
        }
        // A preposition before the head is no part of what it governs.
        while first < head
            && (self.is(first, Universal::Case) || self.is(first, Universal::Punct))
            && self.head(first) == Some(head)
        {
            first += 1;
        }
        while last > head && self.words[last].pos == Pos::Punct {
            last -= 1;
        }
        (first, last)
    }

    /// The bytes from one word to another.
    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        self.words[first].span.to(self.words[last].span)
    }
}
