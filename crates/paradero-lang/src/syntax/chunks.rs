//! Noun phrases without what hangs on them: from the determiner to the head, with its adjectives and its possessor before it.

use super::{Sentence, groups::Group, speech};
use crate::Pos;
use paradero_model::Lang;
use std::ops::Range;

/// A noun phrase without complements; or adjectives alone, as a predicate has them.
#[derive(Clone, Debug)]
pub(super) struct Chunk {
    pub(super) words: Range<usize>,
    pub(super) head: usize,
    /// The words of the possessor before its mark: "Ruiz" of "Ruiz’s release", "his" of "his release".
    pub(super) possessor: Option<Range<usize>>,
    /// No noun, name, number or pronoun in it.
    pub(super) adjective: bool,
    pub(super) pronoun: bool,
    /// It says when.
    pub(super) temporal: bool,
}

/// The chunks of a sentence, in order; none overlaps a verb group but a participle before its noun.
pub(super) fn find(sentence: &Sentence<'_>, groups: &[Group]) -> Vec<Chunk> {
    let base = sentence.words.start;
    let mut free = vec![true; sentence.words.len()];
    let mut participle = vec![false; sentence.words.len()];
    for group in groups {
        for at in group.words.clone() {
            free[at - base] = group.prenominal;
            participle[at - base] = group.prenominal;
        }
    }
    let inside = inside_names(sentence);
    let finder = Finder { sentence, free, participle, inside };
    let mut found = Vec::new();
    let mut at = sentence.words.start;
    while at < sentence.words.end {
        match finder.read(at) {
            Some(chunk) => {
                at = chunk.words.end;
                found.push(chunk);
            }
            None => at += 1,
        }
    }
    found
}

/// For each word whether it goes on with a name that began before it.
fn inside_names(sentence: &Sentence<'_>) -> Vec<bool> {
    let names = &sentence.found.names;
    let start = sentence.word(sentence.words.start).span.start();
    let mut next = names.partition_point(|name| name.span.end() <= start);
    sentence
        .words
        .clone()
        .map(|at| {
            let span = sentence.word(at).span;
            while names.get(next).is_some_and(|name| name.span.end() <= span.start()) {
                next += 1;
            }
            names.get(next).is_some_and(|name| name.span.start() < span.start() && span.end() <= name.span.end())
        })
        .collect()
}

struct Finder<'s, 'a> {
    sentence: &'s Sentence<'a>,
    free: Vec<bool>,
    participle: Vec<bool>,
    inside: Vec<bool>,
}

/// Pronouns that join a clause to a noun.
pub(super) fn relative(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.pos(at) == Pos::Pron
        && matches!(sentence.low(at), "who" | "whom" | "which" | "that" | "que" | "quien" | "quienes" | "cual" | "cuales")
        && (sentence.low(at) != "that" || after_noun(sentence, at))
}

fn after_noun(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or(Pos::Punct, |i| sentence.pos(i));
    matches!(before, Pos::Noun | Pos::Propn | Pos::Pron | Pos::Adj | Pos::Num)
}

impl Finder<'_, '_> {
    fn at(&self, list: &[bool], at: usize) -> bool {
        at.checked_sub(self.sentence.words.start).and_then(|i| list.get(i)).copied().unwrap_or(false)
    }

    fn read(&self, start: usize) -> Option<Chunk> {
        let sentence = self.sentence;
        if !self.at(&self.free, start) {
            return None;
        }
        if sentence.low(start) == "no" && sentence.low(start + 1) == "one" {
            return Some(self.chunk(start..start + 2, None));
        }
        if sentence.pos(start) == Pos::Pron {
            if relative(sentence, start) || matches!(sentence.low(start), "dónde" | "donde" | "cómo" | "cuándo" | "adónde") {
                return None;
            }
            return Some(self.chunk(start..start + 1, None));
        }
        if matches!(sentence.low(start), "whose" | "cuyo" | "cuya" | "cuyos" | "cuyas") {
            return None; // it opens a relative clause
        }
        let mut end = start + self.bound(start);
        let mut possessor = None;
        while end < sentence.words.end && end - start < 40 && self.fits(start, end) {
            if is_mark(sentence, end) {
                possessor = Some(start..end);
            }
            end += 1;
        }
        if matches!(
            sentence.lemma(start),
            "his" | "her" | "its" | "their" | "my" | "our" | "your" | "su" | "mi" | "tu" | "nuestro" | "nuestra"
        ) && possessor.is_none()
        {
            possessor = Some(start..start + 1);
        }
        // A determiner or an adverb alone is no chunk; one left over at the end goes back.
        while end > start
            && !self.at(&self.inside, end - 1)
            && matches!(sentence.pos(end - 1), Pos::Det | Pos::Adv | Pos::Cconj | Pos::Part | Pos::Sym)
            && !(sentence.pos(end - 1) == Pos::Det && end - 1 == start && self.alone(start))
        {
            end -= 1;
        }
        if end == start {
            return None;
        }
        possessor = possessor.filter(|p| p.end < end || p.len() == 1 && p.end <= end && end - start > 1);
        Some(self.chunk(start..end, possessor))
    }

    /// How many words before a number bound it: "at least 27", "más de 400".
    fn bound(&self, at: usize) -> usize {
        const BOUNDS: [&str; 20] = [
            "at least",
            "at most",
            "more than",
            "fewer than",
            "less than",
            "up to",
            "as many as",
            "close to",
            "no fewer than",
            "some",
            "al menos",
            "por lo menos",
            "más de",
            "menos de",
            "cerca de",
            "alrededor de",
            "poco más de",
            "hasta",
            "unos",
            "casi",
        ];
        let sentence = self.sentence;
        let counts = |at: usize| {
            sentence.pos(at) == Pos::Num && !sentence.is_dated(at)
                || matches!(
                    sentence.low(at),
                    "cientos" | "miles" | "decenas" | "hundreds" | "dozens" | "thousands" | "una" | "un" | "a"
                ) && matches!(sentence.low(at + 1), "decena" | "docena" | "centenar" | "dozen" | "hundred" | "de" | "of")
        };
        BOUNDS
            .iter()
            .find_map(|text| {
                let count = text.split(' ').count();
                let fits = text.split(' ').enumerate().all(|(i, part)| sentence.low(at + i) == part)
                    && (at..at + count).all(|i| self.at(&self.free, i));
                (fits && counts(at + count)).then_some(count)
            })
            .unwrap_or(0)
    }

    /// A demonstrative without a noun: "los que", "those who".
    fn alone(&self, at: usize) -> bool {
        matches!(self.sentence.low(at + 1), "que" | "who") && self.sentence.pos(at.wrapping_sub(1)) != Pos::Adp
    }

    /// Whether word `at` goes on with the chunk from `start`.
    fn fits(&self, start: usize, at: usize) -> bool {
        let sentence = self.sentence;
        if !self.at(&self.free, at) {
            return false;
        }
        if at > start && self.at(&self.inside, at) {
            return true;
        }
        let first = at == start;
        if !first && sentence.is_dated(at) && sentence.is_dated(at - 1) && matches!(sentence.pos(at), Pos::Adp | Pos::Num) {
            return true; // "el 10 de abril" is one phrase
        }
        let pos = sentence.pos(at);
        let before = if first { Pos::Punct } else { sentence.pos(at - 1) };
        let nominal_before = matches!(before, Pos::Noun | Pos::Propn);
        let dated = sentence.is_dated(at);
        if !first
            && matches!(
                sentence.low(at),
                "frente" | "junto" | "rumbo" | "pese" | "cerca" | "procedente" | "respecto" | "lejos" | "alrededor"
            )
            && super::items::long_preposition(sentence, at).is_some()
        {
            return false;
        }
        let which =
            pos == Pos::Adj && matches!(sentence.low(at), "pasado" | "pasada" | "próximo" | "próxima" | "siguiente" | "anterior");
        if !first && !which && dated != sentence.is_dated(at - 1) && nominal_or_number(before) {
            let after = (at..sentence.words.end).take(6).find(|&i| !sentence.is_dated(i));
            let noun_after = after.is_some_and(|i| sentence.pos(i) == Pos::Noun && self.at(&self.free, i));
            let owned = (start..at).any(|i| is_mark(sentence, i) || sentence.pos(i) == Pos::Det);
            if !(sentence.lang == Lang::En && owned && noun_after) {
                return false;
            }
        }
        match pos {
            Pos::Det => first || (matches!(before, Pos::Det) && sentence.low(at - 1) != sentence.low(at)),
            Pos::Num => first || !nominal_before || sentence.low(at).starts_with(|c: char| c.is_ascii_digit()) || dated,
            Pos::Noun | Pos::Propn => {
                if first || !nominal_before {
                    return true;
                }
                // A noun after a name ("El Salvador megaprison") is English; in Spanish a new noun after a name is a new phrase.
                sentence.lang == Lang::En || pos == Pos::Propn || before == Pos::Noun
            }
            Pos::Adj => {
                if first || !nominal_before {
                    return true;
                }
                if sentence.lang == Lang::Es {
                    return before == Pos::Noun || before == Pos::Propn && sentence.pos(at + 1) != Pos::Noun;
                }
                matches!(sentence.pos(at + 1), Pos::Noun | Pos::Propn)
                    && !matches!(
                        sentence.low(at),
                        "late" | "early" | "last" | "next" | "more" | "free" | "alive" | "other" | "such"
                    )
            }
            Pos::Verb => self.at(&self.participle, at),
            Pos::Part => !first && is_mark(sentence, at) && nominal_or_number(before),
            Pos::Sym => matches!(sentence.low(at), "$" | "%" | "€" | "£"),
            Pos::Adv => {
                let next = sentence.pos(at + 1);
                (first || before == Pos::Det)
                    && (next == Pos::Num
                        || (next == Pos::Adj && (!first || sentence.lang == Lang::En && sentence.pos(at + 2) == Pos::Noun)))
            }
            Pos::Cconj => before == Pos::Adj && sentence.pos(at + 1) == Pos::Adj,
            _ => false,
        }
    }

    fn chunk(&self, words: Range<usize>, possessor: Option<Range<usize>>) -> Chunk {
        let sentence = self.sentence;
        let nominal = |at: &usize| matches!(sentence.pos(*at), Pos::Noun | Pos::Propn);
        let own = possessor.as_ref().map_or(words.start, |p| if p.end < words.end { p.end } else { words.start });
        let head = if sentence.lang == Lang::En {
            (own..words.end).rev().find(nominal)
        } else {
            let noun = (own..words.end).find(nominal);
            let name = (own..words.end).find(|&at| sentence.pos(at) == Pos::Propn && !sentence.is_dated(at));
            name.or(noun)
        };
        let other = (own..words.end).rev().find(|&at| matches!(sentence.pos(at), Pos::Num | Pos::Pron));
        let adjective = head.is_none() && other.is_none() && sentence.pos(words.start) != Pos::Det;
        let head = head.or(other).unwrap_or(words.end - 1);
        let temporal = sentence.is_dated(head) || (speech::time(sentence.lemma(head)) && sentence.word(head).form.verb.is_none());
        Chunk { pronoun: sentence.pos(head) == Pos::Pron && words.len() == 1, head, possessor, adjective, temporal, words }
    }
}

fn nominal_or_number(pos: Pos) -> bool {
    matches!(pos, Pos::Noun | Pos::Propn | Pos::Num)
}

fn is_mark(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.pos(at) == Pos::Part && sentence.low(at) == "'s" || sentence.low(at) == "'" && sentence.pos(at) == Pos::Part
}
