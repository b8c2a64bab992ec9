//! What the chains of a document are worth: aligned with its gold mentions, tallied by class of pronoun, and as partitions.
//!
//! *Alignment.* A mention said and a gold mention are the same where their bytes are the same; else where the word that heads the gold
//! mention lies in the words said, and either the words said lie in the gold mention or both have the same head, and the gold mention
//! is no pronoun. Each is aligned once, those of the most alike bounds first.
//!
//! *Pronoun accuracy.* Counted is every gold mention headed by a personal, possessive or reflexive pronoun whose entity was mentioned
//! before it begins. It is right where the chain it was given has an earlier mention, and the nearest earlier one is aligned with a
//! gold mention of the same entity. Not found, unresolved, or resolved to words that are no gold mention: wrong.
//!
//! *Partitions.* Mentions headed by such pronouns or by proper nouns; of what is said, what is aligned with such a mention, and what
//! is aligned with none and calls itself a name or pronoun. Entities left with one mention are dropped on both sides.

use super::gold::{Document, GoldKind};
use super::metrics::{Clusters, Measures};
use paradero_model::Span;
use std::collections::HashMap;

/// A mention that was said.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    /// Its words.
    pub span: Span,
    /// The word that heads it.
    pub head: Span,
    /// Whether it calls itself a name or a pronoun.
    pub counted: bool,
}

/// Classes of pronouns, each with the words that are in it.
pub const CLASSES: [(&str, &[&str]); 6] = [
    ("I, we", &["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "’s", "'s"]),
    ("you", &["you", "your", "yours", "yourself", "yourselves", "ye", "ya", "y'all"]),
    ("he, she", &["he", "him", "his", "himself", "she", "her", "hers", "herself"]),
    ("it", &["it", "its", "itself", "it's"]),
    ("they", &["they", "them", "their", "theirs", "themselves", "themself", "em", "'em"]),
    ("other", &[]),
];

/// Right and all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many were right.
    pub right: usize,
    /// How many were given anybody.
    pub given: usize,
    /// How many there are.
    pub all: usize,
}

impl Tally {
    /// Right of all, in 0 to 1.
    pub fn accuracy(self) -> f64 {
        self.right as f64 / self.all.max(1) as f64
    }

    /// Right of those given anybody, in 0 to 1.
    pub fn precision(self) -> f64 {
        self.right as f64 / self.given.max(1) as f64
    }

    fn count(&mut self, right: bool, given: bool) {
        self.right += usize::from(right);
        self.given += usize::from(given);
        self.all += 1;
    }
}

/// The result over the documents added so far.
#[derive(Debug, Default)]
pub struct Result {
    /// By class, in the order of [`CLASSES`].
    pub classes: [Tally; 6],
    /// Possessives of every class.
    pub possessives: Tally,
    /// The partitions.
    pub measures: Measures,
}

impl Result {
    /// All pronouns.
    pub fn all(&self) -> Tally {
        self.sum(&[0, 1, 2, 3, 4, 5])
    }

    /// he, she, it, they.
    pub fn third(&self) -> Tally {
        self.sum(&[2, 3, 4])
    }

    fn sum(&self, classes: &[usize]) -> Tally {
        classes.iter().map(|&class| self.classes[class]).fold(Tally::default(), |sum, tally| Tally {
            right: sum.right + tally.right,
            given: sum.given + tally.given,
            all: sum.all + tally.all,
        })
    }

    /// Adds a document with the chains that were said of it.
    pub fn add(&mut self, gold: &Document, chains: &[Vec<Said>]) {
        let said: Vec<(usize, Said)> =
            chains.iter().enumerate().flat_map(|(chain, mentions)| mentions.iter().map(move |&said| (chain, said))).collect();
        let aligned = align(gold, &said);
        let back: HashMap<usize, usize> =
            aligned.iter().enumerate().filter_map(|(at, gold)| gold.map(|gold| (gold, at))).collect();
        for (at, right) in judge(gold, &said, &aligned, &back) {
            let mention = &gold.mentions[at];
            let word = gold.body[mention.span.range()].to_lowercase();
            let class = CLASSES.iter().position(|(_, words)| words.contains(&word.as_str())).unwrap_or(5);
            self.classes[class].count(right == Some(true), right.is_some());
            if gold.reading.words[mention.head].feature("Poss") == Some("Yes") {
                self.possessives.count(right == Some(true), right.is_some());
            }
        }
        let counted = |gold: &Document, at: usize| gold.mentions[at].kind != GoldKind::Other;
        let key = partition((0..gold.mentions.len()).filter(|&at| counted(gold, at)).map(|at| (gold.mentions[at].entity, at)));
        let answer =
            partition(said.iter().zip(&aligned).enumerate().filter_map(|(at, ((chain, said), gold_at))| match gold_at {
                Some(gold_at) => counted(gold, *gold_at).then_some((*chain, *gold_at)),
                None => said.counted.then_some((*chain, gold.mentions.len() + at)),
            }));
        self.measures.add(&key, &answer);
    }
}

/// Each anaphoric pronoun, an index of the gold mentions, and whether it is right; `None` where it is given nobody.
pub fn judge(
    gold: &Document,
    said: &[(usize, Said)],
    aligned: &[Option<usize>],
    back: &HashMap<usize, usize>,
) -> Vec<(usize, Option<bool>)> {
    let mut met: Vec<usize> = Vec::new();
    let mut first: HashMap<usize, usize> = HashMap::new();
    for mention in &gold.mentions {
        let start = first.entry(mention.entity).or_insert(mention.span.start());
        *start = mention.span.start().min(*start);
    }
    for (at, mention) in gold.mentions.iter().enumerate() {
        if mention.kind == GoldKind::Pronoun && first[&mention.entity] < mention.span.start() {
            met.push(at);
        }
    }
    met.into_iter()
        .map(|at| {
            let right = back.get(&at).and_then(|&own| {
                let (chain, own) = said[own];
                let earlier =
                    said.iter().enumerate().filter(|(_, (other, said))| *other == chain && said.span.start() < own.span.start());
                let (nearest, _) = earlier.max_by_key(|(_, (_, said))| said.span)?;
                Some(aligned[nearest].is_some_and(|other| gold.mentions[other].entity == gold.mentions[at].entity))
            });
            (at, right)
        })
        .collect()
}

/// For each mention said, the gold mention that is the same.
pub fn align(gold: &Document, said: &[(usize, Said)]) -> Vec<Option<usize>> {
    let exact: HashMap<Span, usize> = gold.mentions.iter().enumerate().rev().map(|(at, mention)| (mention.span, at)).collect();
    let mut taken = vec![false; gold.mentions.len()];
    let mut aligned: Vec<Option<usize>> = said
        .iter()
        .map(|(_, said)| {
            let at = *exact.get(&said.span)?;
            (!std::mem::replace(&mut taken[at], true)).then_some(at)
        })
        .collect();
    let mut near: Vec<(usize, usize, usize)> = Vec::new();
    for (at, (_, said)) in said.iter().enumerate().filter(|(at, _)| aligned[*at].is_none()) {
        for (other, mention) in gold.mentions.iter().enumerate().take_while(|(_, mention)| mention.span.start() < said.span.end())
        {
            let head = gold.reading.words[mention.head].span;
            let same = said.span.contains(head) && (mention.span.contains(said.span) || said.head == head);
            if same && !taken[other] && mention.kind != GoldKind::Pronoun {
                let apart = mention.span.start().abs_diff(said.span.start()) + mention.span.end().abs_diff(said.span.end());
                near.push((apart, at, other));
            }
        }
    }
    near.sort_unstable();
    for (_, at, other) in near {
        if aligned[at].is_none() && !std::mem::replace(&mut taken[other], true) {
            aligned[at] = Some(other);
        }
    }
    aligned
}

/// Entities of at least two mentions.
fn partition(mentions: impl Iterator<Item = (usize, usize)>) -> Clusters {
    let mut entities: HashMap<usize, Vec<usize>> = HashMap::new();
    for (entity, mention) in mentions {
        entities.entry(entity).or_default().push(mention);
    }
    let mut clusters: Clusters = entities.into_values().filter(|mentions| mentions.len() > 1).collect();
    clusters.sort();
    clusters
}

#[cfg(test)]
mod tests {
    use super::super::gold::{read, tests::INVENTED};
    use super::*;

    fn said(body: &str, chains: &[&[&str]]) -> Vec<Vec<Said>> {
        let one = |words: &&str| {
            let start = body.find(*words).expect("the words stand in the text");
            let span = Span::new(start, start + words.len());
            Said { span, head: span, counted: *words != "her lawyer" }
        };
        chains.iter().map(|chain| chain.iter().map(one).collect()).collect()
    }

    fn result(chains: &[&[&str]]) -> Result {
        let document = &read(INVENTED)[0];
        let mut result = Result::default();
        result.add(document, &said(&document.body, chains));
        result
    }

    #[test]
    fn true_chains_are_right() {
        let result = result(&[&["Ana Ruiz", "her"], &["her lawyer", "She"]]);
        assert_eq!(result.all(), Tally { right: 2, given: 2, all: 2 });
        assert_eq!(result.possessives, Tally { right: 1, given: 1, all: 1 });
        // "her lawyer" is neither a name nor a pronoun: one entity of two mentions is left.
        assert!((result.measures.conll() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_pronoun_given_to_the_wrong_person_is_wrong() {
        let result = result(&[&["Ana Ruiz", "her", "She"], &["her lawyer"]]);
        assert_eq!(result.all(), Tally { right: 1, given: 2, all: 2 });
        assert!(result.measures.conll() < 1.0);
    }

    #[test]
    fn the_nearest_earlier_mention_decides() {
        // "her lawyer" is nearer to "She" than "Ana Ruiz" is, so the chain that holds all three is right there and wrong in "her".
        let result = result(&[&["Ana Ruiz", "her lawyer", "She"]]);
        assert_eq!(result.all(), Tally { right: 1, given: 1, all: 2 });
    }

    #[test]
    fn a_pronoun_given_nobody_is_wrong() {
        assert_eq!(result(&[&["Ana Ruiz", "her"]]).all(), Tally { right: 1, given: 1, all: 2 });
        assert_eq!(result(&[]).all(), Tally { right: 0, given: 0, all: 2 });
    }

    #[test]
    fn a_part_that_holds_the_head_is_aligned() {
        let document = &read(INVENTED)[0];
        let own = said(&document.body, &[&["Ana"], &["Ruiz"]]);
        let own: Vec<(usize, Said)> = own.into_iter().enumerate().map(|(at, chain)| (at, chain[0])).collect();
        assert_eq!(align(document, &own), [Some(0), None]);
    }
}
