//! `data/languages.txt` made ready: for each word, ending and letter, the languages it speaks for.

use std::{collections::HashMap, sync::LazyLock};

/// A set of languages, a bit each in the order of the file.
pub(super) type Set = u32;

/// Letters are looked up below this: all Latin ones lie there.
const LETTERS: usize = 0x1F00;

/// English's and Spanish's places in the file.
pub(super) const EN: usize = 0;
pub(super) const ES: usize = 1;

/// What the file says.
pub(super) struct Table {
    /// How many languages it has; at most 32.
    pub(super) languages: usize,
    /// The languages whose common words hold it, each with what it weighs there, in nats over a word that is not among them.
    pub(super) words: HashMap<&'static str, Vec<(usize, f32)>>,
    endings: HashMap<&'static str, Set>,
    has: Vec<Set>,
    rare: [Set; 26],
}

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("../../data/languages.txt")));

impl Table {
    fn parse(file: &'static str) -> Self {
        let mut table =
            Self { languages: 0, words: HashMap::new(), endings: HashMap::new(), has: vec![0; LETTERS], rare: [0; 26] };
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            let (kind, rest) = line.split_once(' ').unwrap_or((line, ""));
            if kind == "=" {
                table.languages += 1;
                for letter in 'a'..='z' {
                    table.has[letter as usize] |= 1 << (table.languages - 1);
                }
                continue;
            }
            let Some(language) = table.languages.checked_sub(1) else { continue };
            let set: Set = 1 << language;
            match kind {
                "letters" => rest.chars().filter_map(place).for_each(|at| table.has[at] |= set),
                "rare" => rest.bytes().filter(u8::is_ascii_lowercase).for_each(|c| table.rare[usize::from(c - b'a')] |= set),
                "ends" => rest.split(' ').for_each(|ending| *table.endings.entry(ending).or_default() |= set),
                "words" => {
                    for (rank, word) in rest.split(' ').enumerate() {
                        let known = table.words.entry(word).or_default();
                        if known.iter().all(|(other, _)| *other != language) {
                            known.push((language, worth(rank)));
                        }
                    }
                }
                _ => {}
            }
        }
        table
    }

    /// The languages that write all these letters, and those that hardly use one of them.
    pub(super) fn letters(&self, word: &str) -> (Set, Set) {
        word.chars().fold((Set::MAX, 0), |(has, rare), letter| {
            let hardly = if letter.is_ascii_lowercase() { self.rare[letter as usize - 'a' as usize] } else { 0 };
            (has & place(letter).map_or(0, |at| self.has[at]), rare | hardly)
        })
    }

    /// The languages that its longest known ending marks, of two to five letters; `None` where no ending of it is known.
    pub(super) fn ending(&self, word: &str) -> Option<Set> {
        let starts: Vec<usize> = word.char_indices().rev().map(|(at, _)| at).take(5).collect();
        starts.iter().skip(1).rev().filter(|at| **at > 0).find_map(|at| self.endings.get(&word[*at..]).copied())
    }
}

/// Where a letter stands in the table of letters.
fn place(letter: char) -> Option<usize> {
    Some(letter as usize).filter(|at| *at < LETTERS)
}

/// What the word of this rank (from 0) weighs: the logarithm of its share of a text by the law of Zipf and Mandelbrot over the share
/// that a word has in a language where it is not among the common ones.
fn worth(rank: usize) -> f32 {
    const ELSEWHERE: f32 = 0.0003;
    let rank = u16::try_from(rank).map_or(f32::MAX, f32::from);
    (0.145 / (rank + 3.7) / ELSEWHERE).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_words_and_english_and_spanish_come_first() {
        assert!((20..=32).contains(&TABLE.languages), "{}", TABLE.languages);
        for language in 0..TABLE.languages {
            let words = TABLE.words.values().flatten().filter(|(one, _)| *one == language).count();
            assert!(words >= 12, "language {language} has {words} words");
        }
        assert_eq!(TABLE.words["the"][0].0, EN);
        assert_eq!(TABLE.words["según"][0].0, ES);
    }

    #[test]
    fn letters_and_endings_tell_languages_apart() {
        let (has, rare) = TABLE.letters("señal");
        assert!(has & (1 << ES) != 0 && has & (1 << EN) == 0 && rare & (1 << ES) == 0);
        assert!(TABLE.letters("kiwi").1 & (1 << ES) != 0);
        assert_eq!(TABLE.ending("detención").map(|set| set & 3), Some(1 << ES));
        assert_eq!(TABLE.ending("ción"), None, "an ending is less than the word");
    }
}
