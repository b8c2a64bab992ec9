//! Which language each paragraph is in: English, Spanish, or another that is left alone.
//!
//! [`evidence`] weighs the words of one paragraph by `data/languages.txt` ([`table`]); [`paragraphs`] then chooses for all of them at
//! once the languages that fit best where a change between neighbours has its price, so that a heading, a list of names or a number
//! on a line of its own goes with what stands around it.

mod evidence;
mod table;

use evidence::Evidence;
use paradero_model::{Lang, Span};

/// A paragraph: lines without an empty line between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands, without white space around it; never empty.
    pub span: Span,
    /// The language it is in; `None` for a third language.
    pub lang: Option<Lang>,
}

/// What a change of language between two paragraphs costs, in nats.
const CHANGE: f32 = 4.0;
/// What speaks for the language that the source declares, in each paragraph, in nats: about one common word.
const DECLARED: f32 = 4.0;
/// What speaks against a third language from the start, in nats.
const FOREIGN: f32 = 3.0;

/// The paragraphs of `body` in their order, with their languages. The language that the source declares counts as some evidence for
/// every paragraph, which the words of a whole sentence outweigh; where nothing speaks for either, English.
///
/// Linear in the length of `body`.
#[must_use]
pub fn paragraphs(body: &str, declared: Option<Lang>) -> Vec<Paragraph> {
    let spans = spans(body);
    let weighed: Vec<Evidence> = spans.iter().map(|span| evidence::weigh(&body[span.range()])).collect();
    let langs = best_path(&weighed, declared);
    spans.into_iter().zip(langs).map(|(span, lang)| Paragraph { span, lang }).collect()
}

/// The language that most of the text is in, by length; `None` where no paragraph is in either.
#[must_use]
pub(crate) fn most(paragraphs: &[Paragraph]) -> Option<Lang> {
    let length = |lang: Lang| -> usize { paragraphs.iter().filter(|one| one.lang == Some(lang)).map(|one| one.span.len()).sum() };
    Lang::ALL.into_iter().filter(|lang| length(*lang) > 0).reduce(|a, b| if length(b) > length(a) { b } else { a })
}

/// Where the paragraphs stand: from the first line with a letter, digit or mark to the last before a line of white space only.
fn spans(body: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut open = false;
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        let end = at + line.trim_end().len();
        at += line.len();
        match found.last_mut() {
            _ if start >= end => open = false,
            Some(last) if open => *last = Span::new(last.start(), end),
            _ => {
                found.push(Span::new(start, end));
                open = true;
            }
        }
    }
    found
}

/// The states of the path, in the order of [`Evidence`]'s figures.
const STATES: [Option<Lang>; 3] = [Some(Lang::En), Some(Lang::Es), None];

/// The languages with the greatest sum of evidence less the price of changes (Viterbi's algorithm). Where two are even, a paragraph
/// goes with the one after it: a heading belongs to what it heads.
fn best_path(weighed: &[Evidence], declared: Option<Lang>) -> Vec<Option<Lang>> {
    let figures = |one: &Evidence| -> [f32; 3] {
        let prior = |lang| if declared == Some(lang) { DECLARED } else { 0.0 };
        [one.en + prior(Lang::En), one.es + prior(Lang::Es), one.other - FOREIGN]
    };
    // English wins where all else is even.
    let mut sums = [0.01, 0.0, 0.0];
    let mut from: Vec<[u8; 3]> = Vec::with_capacity(weighed.len());
    for (at, one) in weighed.iter().enumerate() {
        let here = figures(one);
        let mut back = [0, 1, 2];
        let mut next = [0.0; 3];
        for state in 0..3 {
            let mut best = sums[state];
            for before in (0..3).filter(|_| at > 0) {
                if sums[before] - CHANGE > best {
                    best = sums[before] - CHANGE;
                    back[state] = before as u8;
                }
            }
            next[state] = best + here[state];
        }
        // Sums are kept small: over a long text they would lose their last digits.
        let top = next.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        sums = next.map(|sum| sum - top);
        from.push(back);
    }
    let mut state = (0..3).rev().max_by(|a, b| sums[*a].total_cmp(&sums[*b])).unwrap_or(0);
    let mut path = vec![None; weighed.len()];
    for at in (0..weighed.len()).rev() {
        path[at] = STATES[state];
        state = usize::from(from[at][state]);
    }
    path
}

#[cfg(test)]
mod tests;
