//! Groups words into sentences, headings and list items.
//!
//! An empty line always ends a sentence, a single line break where the line stands alone ([`super::lines`]). What lies between two such
//! ends is a block; inside it the network says after each word whether the sentence ends, with the rule of [`super::marks`] among what
//! it sees.

use super::{
    LONGEST, Piece, Stretch,
    lines::{self, Lines},
    looks::{self, COLON, Look},
    marks,
    net::{Key, Net, both, key},
};
use crate::Part;
use paradero_model::{Lang, Span};
use std::ops::Range;

/// The sentences of `text`, cut into `pieces`; by the rule alone where there is no network.
pub(super) fn sentences(text: &str, pieces: &[Piece], lang: Lang, net: Option<&Net>) -> Vec<Stretch> {
    let mut found = Vec::with_capacity(pieces.len() / 16);
    let mut keys = Vec::with_capacity(96);
    for block in blocks(text, pieces) {
        let mut walk = Walk::of(text, pieces, &block, lang);
        let mut first = block.words.start;
        let Block { words, .. } = block;
        for at in words.clone() {
            let ends = at + 1 == words.end || {
                let rule = walk.rule(at);
                match net {
                    None => rule,
                    Some(_) if walk.plain(at) => false,
                    Some(net) => {
                        walk.keys(at, rule, &mut keys);
                        net.weigh(&keys) > 0.0
                    }
                }
            };
            if ends {
                close(pieces, first, at, false, &mut found);
                first = at + 1;
                walk.begin(first);
            } else if at + 1 - first >= LONGEST {
                let last = cut(text, pieces, first, at);
                close(pieces, first, last, true, &mut found);
                first = last + 1;
                walk.begin(first);
            }
        }
    }
    found
}

/// A question to train the network with: whether a sentence ends after one word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is seen.
    pub keys: Vec<Key>,
    /// Where the word ends, in bytes.
    pub end: usize,
    /// Whether the sentence ends there.
    pub answer: bool,
}

/// The questions that a text poses whose sentences end at the bytes for which `ends` says so.
pub(super) fn questions(text: &str, pieces: &[Piece], lang: Lang, ends: impl Fn(usize) -> bool) -> Vec<Question> {
    let mut found = Vec::new();
    for block in blocks(text, pieces) {
        let mut walk = Walk::of(text, pieces, &block, lang);
        for (at, piece) in pieces.iter().enumerate().take(block.words.end - 1).skip(block.words.start) {
            let rule = walk.rule(at);
            let end = piece.span.end();
            let answer = ends(end);
            if !walk.plain(at) {
                let mut keys = Vec::new();
                walk.keys(at, rule, &mut keys);
                found.push(Question { keys, end, answer });
            }
            if answer {
                walk.begin(at + 1);
            }
        }
    }
    found
}

/// Words between two line ends that surely end a sentence.
struct Block {
    words: Range<usize>,
    /// Whether it is a line of a form, its label before a colon.
    form: bool,
}

/// The blocks of a text.
fn blocks(text: &str, pieces: &[Piece]) -> Vec<Block> {
    let mut found = Vec::new();
    let mut lines = Lines::default();
    let mut first = 0;
    let mut after_line = false;
    for at in 0..pieces.len() {
        let breaks = pieces.get(at + 1).map_or(2, |next| breaks(&text[pieces[at].span.end()..next.span.start()]));
        if breaks >= 2 || (breaks == 1 && lines.stands_alone(text, pieces, at)) {
            let line = &text[pieces[first].span.start()..pieces[at].span.end()];
            let form = (after_line || breaks == 1) && line.len() < 200 && lines::label(line);
            found.push(Block { words: first..at + 1, form });
            first = at + 1;
            after_line = breaks == 1;
        }
    }
    found
}

/// Line breaks in the white space between two words; two and more are an empty line.
pub(super) fn breaks(gap: &str) -> usize {
    if gap.len() <= 1 {
        return usize::from(matches!(gap, "\n" | "\r"));
    }
    gap.matches('\n').count().max(gap.matches('\r').count())
        + gap.matches('\u{2028}').count()
        + 2 * gap.matches('\u{2029}').count()
}

fn close(pieces: &[Piece], first: usize, last: usize, cut: bool, found: &mut Vec<Stretch>) {
    let span = Span::new(pieces[first].span.start(), pieces[last].span.end());
    found.push(Stretch { span, pieces: first..last + 1, cut });
}

/// Where a sentence that has grown too long by word `at` is cut: after the last comma, semicolon or line of its second half, else
/// before the last token begins.
fn cut(text: &str, pieces: &[Piece], first: usize, at: usize) -> usize {
    let half = first + LONGEST / 2;
    let good = |&one: &usize| {
        let word = &text[pieces[one].span.range()];
        let line = pieces.get(one + 1).is_some_and(|next| breaks(&text[pieces[one].span.end()..next.span.start()]) > 0);
        matches!(word, "," | ";" | ":") || line
    };
    let whole = |&one: &usize| pieces.get(one + 1).is_none_or(|next| next.part != Part::Rest);
    (half..=at).rev().find(good).or_else(|| (half..=at).rev().find(whole)).unwrap_or(at)
}

/// A walk through the words of one block.
struct Walk<'a> {
    text: &'a str,
    pieces: &'a [Piece],
    block: Range<usize>,
    form: bool,
    lang: Lang,
    /// What is seen of each word of the block, with [`AROUND`] empty ones before and behind.
    looks: Vec<Look>,
    /// The sentence's first word.
    first: usize,
    /// Open brackets since then, and the word counted last.
    depth: usize,
    counted: usize,
    /// Quotation marks of one shape for both sides since the block began.
    quotes: usize,
    /// How the block is written: end marks with a capital, a small letter, neither behind them; whether it begins with a capital.
    style: u64,
}

/// Words that are seen on either side.
const AROUND: usize = 4;

impl<'a> Walk<'a> {
    fn of(text: &'a str, pieces: &'a [Piece], block: &Block, lang: Lang) -> Self {
        let (block, form) = (block.words.clone(), block.form);
        let mut looks = vec![Look::default(); AROUND];
        looks.extend(block.clone().map(|at| {
            let next = if at + 1 < block.end { pieces[at + 1].span.start() } else { pieces[at].span.end() };
            looks::look(text, &pieces[at], &text[pieces[at].span.end()..next])
        }));
        looks.extend([Look::default(); AROUND]);
        let mut counts = [0_u64; 3];
        for two in looks.windows(2).filter(|two| matches!(two[0].kind, looks::STOP | 44 | 45) && two[0].gap > 0) {
            let which = match two[1].kind {
                2..=5 => 0,
                looks::LOWER => 1,
                _ => 2,
            };
            counts[which] += 1;
        }
        let begins = u64::from(looks[AROUND].kind == looks::LOWER);
        let style = counts[0].min(2) * 12 + counts[1].min(2) * 4 + counts[2].min(1) * 2 + begins;
        let first = block.start;
        Self { text, pieces, block, form, lang, looks, first, depth: 0, counted: first, quotes: 0, style }
    }

    /// Says that a sentence begins at word `first`.
    fn begin(&mut self, first: usize) {
        self.first = first;
        self.depth = 0;
    }

    fn seen(&self, at: usize) -> &Look {
        &self.looks[at - self.block.start + AROUND]
    }

    /// What the rule says about word `at`; words are asked about in order.
    fn rule(&mut self, at: usize) -> bool {
        while self.counted <= at {
            match self.seen(self.counted).kind {
                looks::OPEN => self.depth += 1,
                looks::CLOSE => self.depth = self.depth.saturating_sub(1),
                looks::QUOTE => self.quotes += 1,
                _ => {}
            }
            self.counted += 1;
        }
        marks::end(self.text, &self.pieces[..self.block.end], self.first, at, self.lang, self.depth)
    }

    /// Whether nobody would end a sentence after word `at`: inside a token, between the label of a form and what is filled in.
    fn plain(&self, at: usize) -> bool {
        self.pieces[at + 1].part == Part::Rest || (self.form && self.seen(at).kind == COLON && at < self.block.start + AROUND * 2)
    }

    /// What is seen after word `at`.
    fn keys(&self, at: usize, rule: bool, keys: &mut Vec<Key>) {
        keys.clear();
        let i = at - self.block.start + AROUND;
        let look = |offset: usize| &self.looks[i + offset - AROUND];
        let [l2, l1, a, b, r1, r2] = [look(2), look(3), look(4), look(5), look(6), look(7)];
        let l3 = look(1);
        let kind = |look: &Look| u64::from(look.kind);
        let rule = u64::from(rule);
        let gap = u64::from(a.gap);
        let since = bucket(at + 1 - self.first);
        let begun = bucket(at + 1 - self.block.start);
        let left = bucket(self.block.end - at - 1);
        let depth = self.depth.min(2) as u64;
        let quote = (self.quotes % 2) as u64;
        let pair = both(kind(a), kind(b));
        let here = both(pair, gap);
        let mut add = |kind: u32, value: u64| keys.push(key(kind, value));
        add(0, rule);
        add(1, here);
        add(2, both(here, rule));
        add(3, a.word);
        add(4, both(b.word, kind(b)));
        add(5, both(a.word, kind(b)));
        add(6, both(kind(a), both(b.word, kind(b))));
        add(7, both(l1.word, kind(a)));
        add(8, both(r1.word, kind(b)));
        add(9, both(kind(l1), here));
        add(10, both(here, kind(r1)));
        add(11, both(both(kind(l1), here), kind(r1)));
        add(12, both(both(kind(l2), kind(l1)), here));
        add(13, both(both(kind(r2), kind(r1)), here));
        add(14, both(a.word, b.word));
        add(15, both(since, pair));
        add(16, since);
        add(17, both(begun, pair));
        add(18, both(left, pair));
        add(19, left);
        add(20, both(depth, pair));
        add(21, both(quote, here));
        add(22, both(self.style, pair));
        add(23, both(self.style, rule));
        add(24, a.tail);
        add(25, both(b.head, kind(b)));
        add(26, both(b.tail, kind(b)));
        add(27, both(u64::from(a.long), pair));
        add(28, both(u64::from(b.long), pair));
        add(29, both(kind(l1), kind(l2)));
        add(30, both(kind(r1), kind(r2)));
        add(31, l1.word);
        add(32, r1.word);
        add(33, both(kind(r1), u64::from(b.gap) * 4 + u64::from(r1.gap)));
        add(34, both(both(b.word, r1.word), kind(a)));
        add(35, both(both(l1.word, a.word), kind(b)));
        add(36, both(kind(l3), both(kind(l2), kind(l1))));
        add(37, both(since, both(left, rule)));
        add(38, r2.word);
        add(39, l2.word);
        let [s0, s1] = [self.first, (self.first + 1).min(at)].map(|one| self.seen(one));
        add(40, both(s0.word, kind(b)));
        add(41, both(kind(s0), both(kind(s1), pair)));
        add(42, both(both(kind(l1), u64::from(l1.gap)), both(a.word, kind(b))));
        add(43, both(kind(look(8)), both(kind(r2), kind(r1))));
        add(44, both(begun, self.style));
    }
}

/// A length as one of a dozen.
fn bucket(length: usize) -> u64 {
    match length {
        0..=6 => length as u64,
        7..=9 => 7,
        10..=14 => 8,
        15..=24 => 9,
        25..=39 => 10,
        40..=69 => 11,
        _ => 12,
    }
}
