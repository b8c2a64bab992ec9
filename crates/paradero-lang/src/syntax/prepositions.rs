//! The preposition of a noun, whole: "according to", "con destino a".

use super::Sentence;
use crate::{Pos, Universal as U};
use paradero_model::Lang;

const ENGLISH: [&str; 25] = [
    "because of",
    "according to",
    "along with",
    "as part of",
    "out of",
    "in front of",
    "on behalf of",
    "instead of",
    "due to",
    "prior to",
    "ahead of",
    "in exchange for",
    "in connection with",
    "together with",
    "in addition to",
    "next to",
    "close to",
    "away from",
    "in return for",
    "in response to",
    "at the hands of",
    "in the custody of",
    "as a result of",
    "in the case of",
    "as well as",
];
const SPANISH: [&str; 44] = [
    "a bordo de",
    "con destino a",
    "con rumbo a",
    "rumbo a",
    "a manos de",
    "por parte de",
    "cerca de",
    "dentro de",
    "fuera de",
    "delante de",
    "después de",
    "antes de",
    "junto a",
    "junto con",
    "frente a",
    "debido a",
    "a causa de",
    "en contra de",
    "a favor de",
    "de acuerdo con",
    "a través de",
    "a cargo de",
    "al lado de",
    "a partir de",
    "en lugar de",
    "pese a",
    "a pesar de",
    "en manos de",
    "acerca de",
    "respecto a",
    "en torno a",
    "detrás de",
    "a la espera de",
    "a las puertas de",
    "en el marco de",
    "en compañía de",
    "por medio de",
    "en relación con",
    "alrededor de",
    "además de",
    "lejos de",
    "procedente de",
    "a cambio de",
    "en poder de",
];

/// The long preposition that begins at word `at`, with the word after it.
pub(super) fn long(sentence: &Sentence<'_>, at: usize) -> Option<(&'static str, usize)> {
    let list: &[&str] = if sentence.lang == Lang::En { &ENGLISH } else { &SPANISH };
    list.iter()
        .filter_map(|&text| {
            let mut end = at;
            for part in text.split(' ') {
                // "al lado de": written in one, two words of the tree.
                if part == "al" && sentence.low(end) == "a" && sentence.low(end + 1) == "el" {
                    end += 2;
                } else if sentence.low(end) == part {
                    end += 1;
                } else {
                    return None;
                }
            }
            Some((text, end))
        })
        .max_by_key(|(_, end)| *end)
}

/// The preposition of a noun, lower-cased and whole; `None` where it has none.
pub(super) fn of<'s>(sentence: &'s Sentence<'_>, at: usize) -> Option<&'s str> {
    sentence.prepositions[at - sentence.words.start].as_deref()
}

/// The prepositions of all words of the sentence.
pub(super) fn all(sentence: &Sentence<'_>) -> Vec<Option<String>> {
    sentence.words.clone().map(|at| whole(sentence, at)).collect()
}

fn whole(sentence: &Sentence<'_>, at: usize) -> Option<String> {
    let tree = &sentence.tree;
    let cases: Vec<usize> = tree.each(at, U::Case).filter(|&case| case < at && sentence.pos(case) != Pos::Part).collect();
    let first = *cases.first()?;
    // "up to 20 years" bounds a number.
    let to = cases.iter().copied().find(|&case| sentence.low(case) == "to");
    if to.is_some_and(|to| to > sentence.words.start && sentence.low(to - 1) == "up" && sentence.pos(to + 1) == Pos::Num) {
        return None;
    }
    // So do "al menos 27" and "por lo menos 27".
    let least = matches!((sentence.low(first), sentence.low(first + 1)), ("a", "el") | ("por", "lo"))
        && sentence.low(first + 2) == "menos";
    if least {
        return None;
    }
    if let Some((text, _)) = long(sentence, first).filter(|(_, end)| *end <= at) {
        return Some(text.to_owned());
    }
    // "from outside the shop": the last of several that are no fixed expression, with what is fixed to it.
    let last = *cases.last()?;
    let mut text = sentence.low(last).to_owned();
    for part in tree.each(last, U::Fixed) {
        text.push(' ');
        text.push_str(sentence.low(part));
    }
    Some(text)
}
