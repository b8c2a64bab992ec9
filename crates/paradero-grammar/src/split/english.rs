//! Words of an English token: "don't" is do + n't, "Ana's" is Ana + 's, "cannot" is can + not.

use super::{
    Piece,
    chunk::Chunk,
    joints::{self, Around},
    net::{Key, Net},
    spanish, token,
};
use crate::Part;
use paradero_model::{Lang, Span};
use std::ops::Range;

/// Tokens without a mark that are two words by the rules, and where the second begins.
const GLUED: &[&str] = &[
    "cannot", "gonna", "wanna", "gotta", "outta", "dont", "doesnt", "didnt", "cant", "couldnt", "wouldnt", "shouldnt", "wont",
    "isnt", "arent", "arnt", "wasnt", "werent", "havent", "hasnt", "hadnt", "aint", "im", "ive", "youre", "youll", "youve",
    "theyre", "theyve", "thats", "theres", "whats", "hes", "shes", "itll",
];
/// Endings behind an apostrophe that are words.
const TAILS: &[&str] = &["s", "re", "ve", "ll", "d", "m"];

/// Cuts stretches into words; holds what is used again and again.
#[derive(Default)]
pub(super) struct English {
    tokens: Vec<Range<usize>>,
    addresses: Vec<Range<usize>>,
    rule: Vec<usize>,
    places: Vec<joints::Place>,
    keys: Vec<Key>,
    cuts: Vec<usize>,
}

impl English {
    /// The words of `chunk`, into `pieces`.
    pub(super) fn words(&mut self, text: &str, chunk: &Chunk, around: Around, net: Option<&Net>, pieces: &mut Vec<Piece>) {
        let start = chunk.range.start;
        let word = &text[chunk.range.clone()];
        if !self.ask(text, chunk) {
            pieces.push(Piece::whole(start, chunk.range.end));
            return;
        }
        match net {
            Some(net) if !self.places.is_empty() => {
                joints::decide(word, around, &self.places, net, &mut self.keys, &mut self.cuts);
                put(word, start, &self.cuts, pieces);
            }
            _ => put(word, start, &self.rule, pieces),
        }
    }

    /// Fills in the rules' cuts and the places to ask about; false for a bare word that nothing is to be asked about.
    fn ask(&mut self, text: &str, chunk: &Chunk) -> bool {
        let word = &text[chunk.range.clone()];
        self.places.clear();
        self.rule.clear();
        if word.bytes().all(|byte| byte.is_ascii_alphabetic()) && joints::glued(word).is_none() {
            return false;
        }
        self.tokens.clear();
        self.addresses.clear();
        token::cut(text, chunk, Lang::En, &mut self.tokens, &mut self.addresses);
        for token in &self.tokens {
            if token.start > chunk.range.start {
                self.rule.push(token.start - chunk.range.start);
            }
            if let Some(at) = inside(&text[token.clone()]) {
                self.rule.push(token.start + at - chunk.range.start);
            }
        }
        // A word with a break or with marks of no width in it is left to the rules.
        if spanish::joined(word).is_none() {
            joints::places(word, &self.rule, &self.addresses, &mut self.places);
        }
        true
    }

    /// The questions that `chunk` poses, each with the byte of the text where a cut would be; `cut` knows the cuts that are.
    pub(super) fn questions(
        &mut self,
        text: &str,
        chunk: &Chunk,
        around: Around,
        cut: &dyn Fn(usize) -> bool,
        found: &mut Vec<super::Question>,
    ) {
        if !self.ask(text, chunk) {
            return;
        }
        let word = &text[chunk.range.clone()];
        let mut from = 0;
        for (number, place) in self.places.iter().enumerate() {
            let end = chunk.range.start + place.at;
            let answer = cut(end);
            if !place.sure {
                let mut keys = Vec::new();
                joints::see(word, around, &self.places, number, from, &mut keys);
                found.push(super::Question { keys, end, answer });
            }
            if answer {
                from = place.at;
            }
        }
    }
}

/// The words of `word`, which begins at byte `start` of its text, cut at `cuts`.
fn put(word: &str, start: usize, cuts: &[usize], pieces: &mut Vec<Piece>) {
    let mut from = 0;
    let mut glued = false;
    for end in cuts.iter().copied().chain([word.len()]) {
        let one = &word[from..end];
        let next = cuts.iter().copied().find(|cut| *cut > end).unwrap_or(word.len());
        let goes_on = end < word.len() && one_token(one, &word[end..next]);
        let part = match (glued, goes_on) {
            (true, _) => Part::Rest,
            (false, true) => Part::First,
            (false, false) => Part::Whole,
        };
        pieces.push(Piece { span: Span::new(start + from, start + end), form: spanish::joined(one), part });
        glued = goes_on;
        from = end;
    }
}

/// Whether two words are written as one token: a contraction, a possessive, letters with nothing between.
fn one_token(first: &str, second: &str) -> bool {
    let Some(before) = first.chars().next_back().filter(|c| c.is_alphanumeric()) else { return false };
    match second.chars().next() {
        Some('\'' | '’' | '`') => {
            let tail = &second[second.chars().next().map_or(0, char::len_utf8)..];
            (tail.is_empty() && matches!(before, 's' | 'S' | 'z' | 'x')) || TAILS.iter().any(|one| tail.eq_ignore_ascii_case(one))
        }
        Some(next) => before.is_alphabetic() && next.is_alphabetic(),
        None => false,
    }
}

/// Where the second word of a token begins, by the rules.
fn inside(token: &str) -> Option<usize> {
    let at = match token.rfind(['\'', '’', '`']) {
        Some(mark) => apostrophe(token, mark),
        None if token.len() <= 8 && token.is_ascii() && GLUED.iter().any(|word| token.eq_ignore_ascii_case(word)) => {
            joints::glued(token)
        }
        None => None,
    };
    at.filter(|&at| at > 0 && at < token.len() && token.is_char_boundary(at))
}

/// Where the second word of a token with an apostrophe at `mark` begins.
fn apostrophe(token: &str, mark: usize) -> Option<usize> {
    let tail = token[mark..].trim_start_matches(['\'', '’', '`']);
    if tail.eq_ignore_ascii_case("t") && token[..mark].ends_with(['n', 'N']) {
        return Some(mark - 1);
    }
    if token[..mark].bytes().next()?.is_ascii_digit() || token.starts_with(['\'', '’', '`']) {
        return None; // "80's", "'90s"
    }
    TAILS.iter().any(|one| tail.eq_ignore_ascii_case(one)).then_some(mark)
}
