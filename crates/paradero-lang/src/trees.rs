//! What an [`Analysis`] answers about a word: its tree, its name, its chain. No answer walks a tree by recursion, so that a deep
//! one cannot overflow the stack, and each takes time in the length of the word's sentence.

use crate::{Analysis, Chain, Name};
use paradero_model::Span;
use std::ops::Range;

impl Analysis {
    /// The words that hang on `word`, in the order of the text; none for a word that does not exist.
    pub fn children(&self, word: usize) -> impl Iterator<Item = usize> + '_ {
        self.sentence_words(word).filter(move |&other| self.words[other].head == Some(word))
    }

    /// The words that `word` hangs on: its head, the head of that, up to the root of the sentence.
    pub fn path(&self, word: usize) -> impl Iterator<Item = usize> + '_ {
        let longest = self.sentence_words(word).len();
        let head = move |at: usize| self.words.get(at).and_then(|word| word.head);
        std::iter::successors(head(word), move |&at| head(at)).take(longest)
    }

    /// The stretch from the first to the last word that is `word` or hangs on it, be it through others. In a tree that crosses itself
    /// a word of another branch may lie inside. The empty span at 0 for a word that does not exist.
    #[must_use]
    pub fn subtree(&self, word: usize) -> Span {
        let words = self.sentence_words(word);
        let Some(own) = self.words.get(word) else { return Span::new(0, 0) };
        let first = words.start;
        // Whether each word hangs on `word`; a walk up stops where that is known, so that each edge is walked once.
        let mut under: Vec<Option<bool>> = vec![None; words.len()];
        under[word - first] = Some(true);
        let mut span = own.span;
        let mut walked = Vec::new();
        for start in words.clone() {
            let mut at = Some(start).filter(|at| words.contains(at));
            let found = loop {
                let Some(here) = at else { break false };
                if let Some(known) = under[here - first] {
                    break known;
                }
                under[here - first] = Some(false); // A circle ends where it began.
                walked.push(here);
                at = self.words[here].head.filter(|head| words.contains(head));
            };
            for here in walked.drain(..) {
                under[here - first] = Some(found);
                if found {
                    span = span.to(self.words[here].span).to(span);
                }
            }
        }
        span
    }

    /// The name that `word` is a part of.
    #[must_use]
    pub fn name_of(&self, word: usize) -> Option<&Name> {
        let span = self.words.get(word)?.span;
        let at = self.names.partition_point(|name| name.span.end() <= span.start());
        self.names.get(at).filter(|name| name.span.overlaps(span))
    }

    /// The chain of the smallest mention that holds `word`: of "his" in "his lawyer" the owner's, of "lawyer" the lawyer's.
    #[must_use]
    pub fn chain_of(&self, word: usize) -> Option<&Chain> {
        let span = self.words.get(word)?.span;
        let mentions = self.chains.iter().flat_map(|chain| chain.mentions.iter().map(move |mention| (chain, mention.span)));
        mentions.filter(|(_, mention)| mention.contains(span)).min_by_key(|(_, mention)| mention.len()).map(|(chain, _)| chain)
    }

    /// The words of the sentence that `word` stands in.
    fn sentence_words(&self, word: usize) -> Range<usize> {
        let at = self.sentences.partition_point(|sentence| sentence.words.end <= word);
        self.sentences.get(at).filter(|sentence| sentence.words.contains(&word)).map_or(0..0, |sentence| sentence.words.clone())
    }
}
