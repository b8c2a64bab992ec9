//! Lemmas as their file holds them: a table of words, the edits, a linear model, and the lemmas of the treebanks.

use super::{
    Case, Edit, Shift,
    clues::{BUCKETS, Seen, clues, seen},
};
use crate::{
    Pos,
    lexicon::{
        Clusters,
        pack::{Fault, Pack},
    },
};
use paradero_model::Lang;

/// Words and the number of their edit: "form", tab, part of speech, and where that does not tell the lemma, tab and its features.
pub const TABLE: [u8; 4] = *b"ltab";
/// Edits, a line each: parts of speech that have it as a bit set, case, shift, ending that goes, ending that comes, with tabs between.
pub const EDITS: [u8; 4] = *b"ledt";
/// Weights, a signed byte each.
pub const WEIGHTS: [u8; 4] = *b"lwgt";
/// Lemmas that the treebanks have: lemma, tab, part of speech. The value is nothing.
pub const LEMMAS: [u8; 4] = *b"llem";
/// The longest form that is looked at, in bytes; longer ones are their own lemma.
const LONGEST: usize = 64;

/// The lemmas of one language.
pub struct Lemmas {
    language: Lang,
    table: fst::Map<&'static [u8]>,
    lemmas: fst::Map<&'static [u8]>,
    weights: &'static [u8],
    edits: Vec<Edit>,
    /// By part of speech, the edits it has, sorted by the ending that goes read backwards.
    by_pos: Vec<Vec<(String, usize)>>,
}

impl Lemmas {
    /// Reads them from the sections [`TABLE`], [`EDITS`], [`WEIGHTS`] and [`LEMMAS`].
    ///
    /// # Errors
    /// [`Fault::Section`] when one is missing or broken.
    pub fn read(pack: &Pack, language: Lang) -> Result<Self, Fault> {
        let weights = pack.section(WEIGHTS)?;
        if weights.len() != BUCKETS {
            return Err(Fault::Section(WEIGHTS));
        }
        let text = std::str::from_utf8(pack.section(EDITS)?).map_err(|_| Fault::Section(EDITS))?;
        let mut edits = Vec::new();
        let mut by_pos = vec![Vec::new(); Pos::ALL.len()];
        for line in text.lines() {
            let (set, edit) = edit(line).ok_or(Fault::Section(EDITS))?;
            for (pos, list) in by_pos.iter_mut().enumerate() {
                if set >> pos & 1 == 1 {
                    list.push((edit.from.chars().rev().collect(), edits.len()));
                }
            }
            edits.push(edit);
        }
        by_pos.iter_mut().for_each(|list: &mut Vec<(String, usize)>| list.sort());
        Ok(Self { language, table: pack.map(TABLE)?, lemmas: pack.map(LEMMAS)?, weights, edits, by_pos })
    }

    /// The lemma of `form`. `clusters` are those of the language.
    #[must_use]
    pub fn of(&self, form: &str, pos: Pos, features: &str, clusters: &Clusters) -> String {
        if form.len() > LONGEST {
            return form.to_owned();
        }
        if let Some(number) = number(form, pos, self.language) {
            return number;
        }
        self.of_seen(form, pos, &seen(features), clusters)
    }

    /// The lemma of a word that is no number, by the table, else by the model; `features` as [`seen`] writes them.
    #[must_use]
    pub fn of_seen(&self, form: &str, pos: Pos, features: &str, clusters: &Clusters) -> String {
        let lower = form.to_lowercase();
        self.listed(form, &lower, pos, features).unwrap_or_else(|| {
            let word = Seen { form, lower: &lower, pos, features };
            let candidates = fitting(&self.by_pos[pos as usize], &lower).into_iter().map(|edit| &self.edits[edit]);
            let known = |lemma: &str| self.lemmas.contains_key(key(lemma, pos, None));
            let weight = |bucket: usize| i32::from(self.weights[bucket].cast_signed());
            let best = best(&word, candidates, known, weight, clusters);
            best.map_or_else(|| if pos == Pos::Propn { form.to_owned() } else { lower.clone() }, |(_, lemma)| lemma)
        })
    }

    /// The lemma that the table holds.
    fn listed(&self, form: &str, lower: &str, pos: Pos, features: &str) -> Option<String> {
        for written in [form, lower] {
            for features in [Some(features), None] {
                if let Some(number) = self.table.get(key(written, pos, features)) {
                    return self.edits.get(usize::try_from(number).ok()?)?.apply(form, lower);
                }
            }
            if form == lower {
                break;
            }
        }
        None
    }
}

/// The key of a word in the table: `form`, part of speech, and its features as [`seen`] writes them.
#[must_use]
pub fn key(form: &str, pos: Pos, features: Option<&str>) -> String {
    match features {
        Some(features) => format!("{form}\t{pos}\t{features}"),
        None => format!("{form}\t{pos}"),
    }
}

/// The best of `candidates` that fit the word, and the lemma it makes: the one whose clues weigh most, the first of equals.
pub fn best<'a, W: std::iter::Sum + PartialOrd>(
    word: &Seen,
    candidates: impl Iterator<Item = &'a Edit>,
    known: impl Fn(&str) -> bool,
    weight: impl Fn(usize) -> W,
    clusters: &Clusters,
) -> Option<(&'a Edit, String)> {
    let mut found: Option<(W, &Edit, String)> = None;
    for edit in candidates {
        let Some(lemma) = edit.apply(word.form, word.lower) else { continue };
        let mut places = Vec::with_capacity(32);
        clues(word, edit, &lemma, known(&lemma), clusters, &mut |place| places.push(place));
        let score = places.into_iter().map(&weight).sum();
        if found.as_ref().is_none_or(|(best, ..)| score > *best) {
            found = Some((score, edit, lemma));
        }
    }
    found.map(|(_, edit, lemma)| (edit, lemma))
}

/// The numbers of the edits in `list` whose ending `lower` has.
#[must_use]
pub fn fitting(list: &[(String, usize)], lower: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut ending = String::new();
    let mut letters = lower.chars().rev();
    loop {
        let start = list.partition_point(|(from, _)| *from < ending);
        found.extend(list[start..].iter().take_while(|(from, _)| *from == ending).map(|(_, edit)| *edit));
        let Some(letter) = letters.next().filter(|_| ending.len() < 24) else { break };
        ending.push(letter);
    }
    found
}

/// The lemma of a number in digits as the treebanks write them: without marks between thousands, with a point before decimals.
fn number(form: &str, pos: Pos, language: Lang) -> Option<String> {
    let digits = form.chars().any(|c| c.is_ascii_digit()) && form.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',');
    if pos != Pos::Num || !digits {
        return None;
    }
    let (thousand, decimal) = match language {
        Lang::En => (',', '.'),
        Lang::Es => ('.', ','),
    };
    let (whole, rest) = form.split_once(decimal).map_or((form, None), |(whole, rest)| (whole, Some(rest)));
    let groups: Vec<&str> = whole.split(thousand).collect();
    let grouped = groups.len() > 1 && groups[1..].iter().all(|group| group.len() == 3);
    let whole = if grouped { groups.concat() } else { whole.to_owned() };
    Some(rest.map_or(whole.clone(), |rest| format!("{whole}.{rest}")))
}

/// Reads a line of [`EDITS`].
fn edit(line: &str) -> Option<(u32, Edit)> {
    let mut parts = line.split('\t');
    let set = parts.next()?.parse().ok()?;
    let case = match parts.next()? {
        "0" => Case::Lower,
        "1" => Case::Keep,
        "2" => Case::Title,
        _ => return None,
    };
    let shift = *Shift::ALL.get(parts.next()?.parse::<usize>().ok()?)?;
    Some((set, Edit { case, shift, from: parts.next()?.to_owned(), to: parts.next()?.to_owned() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_without_marks_between_thousands() {
        let of = |form| number(form, Pos::Num, Lang::Es);
        assert_eq!(of("1.252"), Some("1252".to_owned()));
        assert_eq!(of("6.097,9"), Some("6097.9".to_owned()));
        assert_eq!(of("10.30"), Some("10.30".to_owned()));
        assert_eq!(number("5,000", Pos::Num, Lang::En), Some("5000".to_owned()));
        assert_eq!(number("7.5", Pos::Num, Lang::En), Some("7.5".to_owned()));
        assert_eq!(of("dos"), None);
        assert_eq!(number("10", Pos::Noun, Lang::Es), None);
    }

    #[test]
    fn edits_are_found_by_the_end_of_the_word() {
        let mut list: Vec<(String, usize)> =
            ["", "s", "es", "ces"].iter().enumerate().map(|(at, from)| (from.chars().rev().collect(), at)).collect();
        list.sort();
        assert_eq!(fitting(&list, "voces"), [0, 1, 2, 3]);
        assert_eq!(fitting(&list, "casas"), [0, 1]);
        assert_eq!(fitting(&list, ""), [0]);
    }
}
