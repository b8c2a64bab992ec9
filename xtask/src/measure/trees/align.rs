//! Which word of one file is which word of the other: by where they stand, and inside multiword tokens by their forms.
//!
//! As CoNLL 2018 defines it (<https://universaldependencies.org/conll18/evaluation.html>): a word that is a token of its own aligns
//! with one over exactly the same letters. Where either file has a multiword token, all words inside the smallest stretch of letters
//! that cuts no multiword token of either file are aligned by the longest common subsequence of their lower-cased forms.

use super::treebank::{Treebank, Word};
use std::ops::Range;

/// For each word of `system`, the word of `gold` it aligns with.
pub fn align(gold: &Treebank, system: &Treebank) -> Vec<Option<usize>> {
    let mut pairs = vec![None; system.words.len()];
    let zones = zones(gold, system);
    for (place, ours) in places(&system.words, &zones).into_iter().zip(&mut pairs) {
        if let Place::Alone(span) = place {
            let at = gold.words.partition_point(|word| word.span.start < span.start);
            let standing = gold.words[at..].iter().take_while(|word| word.span.start == span.start);
            *ours = standing.enumerate().find(|(_, word)| !word.multiword && word.span == span).map(|(more, _)| at + more);
        }
    }
    let (theirs, ours) = (inside(gold, &zones), inside(system, &zones));
    for (gold_words, system_words) in theirs.iter().zip(&ours) {
        subsequence(gold, gold_words, system, system_words, &mut pairs);
    }
    pairs
}

/// The stretches of letters that multiword tokens of either file cover, those that overlap joined.
fn zones(gold: &Treebank, system: &Treebank) -> Vec<Range<usize>> {
    let words = gold.words.iter().chain(&system.words);
    let mut spans: Vec<Range<usize>> = words.filter(|word| word.multiword).map(|word| word.span.clone()).collect();
    spans.sort_unstable_by_key(|span| (span.start, span.end));
    let mut zones: Vec<Range<usize>> = Vec::new();
    for span in spans {
        match zones.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => zones.push(span),
        }
    }
    zones
}

/// How a word is aligned.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    /// By the letters it stands on.
    Alone(Range<usize>),
    /// By its form among the words of a zone.
    Zone(usize),
}

fn places(words: &[Word], zones: &[Range<usize>]) -> Vec<Place> {
    let place = |word: &Word| {
        let at = zones.partition_point(|zone| zone.end <= word.span.start);
        match zones.get(at) {
            Some(zone) if zone.start <= word.span.start && word.span.end <= zone.end => Place::Zone(at),
            _ => Place::Alone(word.span.clone()),
        }
    };
    words.iter().map(place).collect()
}

/// The words of each zone.
fn inside(file: &Treebank, zones: &[Range<usize>]) -> Vec<Vec<usize>> {
    let mut inside = vec![Vec::new(); zones.len()];
    for (at, place) in places(&file.words, zones).into_iter().enumerate() {
        if let Place::Zone(zone) = place {
            inside[zone].push(at);
        }
    }
    inside
}

/// Aligns the words of one zone by the longest common subsequence of their forms.
fn subsequence(gold: &Treebank, theirs: &[usize], system: &Treebank, ours: &[usize], pairs: &mut [Option<usize>]) {
    let same = |g: usize, s: usize| gold.words[theirs[g]].form == system.words[ours[s]].form;
    // longest[g][s]: of what follows g and s.
    let mut longest = vec![vec![0_usize; ours.len() + 1]; theirs.len() + 1];
    for g in (0..theirs.len()).rev() {
        for s in (0..ours.len()).rev() {
            let either = longest[g + 1][s].max(longest[g][s + 1]);
            longest[g][s] = if same(g, s) { either.max(longest[g + 1][s + 1] + 1) } else { either };
        }
    }
    let (mut g, mut s) = (0, 0);
    while g < theirs.len() && s < ours.len() {
        if same(g, s) {
            pairs[ours[s]] = Some(theirs[g]);
            (g, s) = (g + 1, s + 1);
        } else if longest[g][s] == longest[g + 1][s] {
            g += 1;
        } else {
            s += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::treebank, *};

    /// A sentence of tokens; "del=de+el" is a multiword token.
    fn sentence(tokens: &str) -> Treebank {
        let mut file = String::new();
        let mut number = 1;
        for token in tokens.split(' ') {
            let (form, words) = token.split_once('=').unwrap_or((token, token));
            let words: Vec<&str> = words.split('+').collect();
            if words.len() > 1 {
                file += &format!("{number}-{}\t{form}\t_\t_\t_\t_\t_\t_\t_\t_\n", number + words.len() - 1);
            }
            for word in words {
                file += &format!("{number}\t{word}\t_\tX\t_\t_\t0\troot\t_\t_\n");
                number += 1;
            }
        }
        treebank::read(&file).expect("well formed")
    }

    fn aligned(gold: &str, system: &str) -> Vec<Option<usize>> {
        align(&sentence(gold), &sentence(system))
    }

    #[test]
    fn words_over_the_same_letters_align() {
        assert_eq!(aligned("Ana sale hoy", "Ana sa le hoy"), [Some(0), None, None, Some(2)]);
    }

    #[test]
    fn words_of_a_multiword_token_align_by_form() {
        assert_eq!(aligned("sale del=de+el bar", "sale del=de+el bar"), [Some(0), Some(1), Some(2), Some(3)]);
        assert_eq!(aligned("sale del=de+el bar", "sale del bar"), [Some(0), None, Some(3)]);
        assert_eq!(aligned("verlo=ver+lo ya", "verlo=VER+le ya"), [Some(0), None, Some(2)]);
    }

    #[test]
    fn a_multiword_token_that_cuts_a_word_takes_in_no_word_beyond_it() {
        // "del" and "bar" against "delba=delb+a" and "r": the zone is "delba", and "bar" reaches beyond it.
        assert_eq!(aligned("sale del bar", "sale delba=del+a r"), [Some(0), Some(1), None, None]);
        assert_eq!(aligned("a=x+y b", "ab=y+b"), [Some(1), Some(2)]);
    }
}
