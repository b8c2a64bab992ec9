//! Brown clusters from the package's JSON object of words and numbers, most frequent words first.
//!
//! A number is the word's path read backwards as a binary number: the first step is its lowest bit. Steps to the left at the end of a
//! path are lost in it, which no other path of a tree shares. 0 is no cluster.

use paradero_grammar::lexicon::pack::{Fault, Section};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

/// Words and their numbers in the order of the file.
pub struct Numbered(pub Vec<(String, u32)>);

impl<'de> Deserialize<'de> for Numbered {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Numbered;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "an object of words and numbers")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Numbered, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Numbered(pairs))
            }
        }
        from.deserialize_map(Pairs)
    }
}

impl Numbered {
    /// Reads the package's file.
    ///
    /// # Errors
    /// Where it is no such JSON.
    pub fn read(json: &[u8]) -> Result<Self, String> {
        serde_json::from_slice(json).map_err(|error| error.to_string())
    }

    /// The `count` most frequent words in lower case.
    #[must_use]
    pub fn ordinary(&self, count: usize) -> BTreeSet<&str> {
        let lower = |word: &&str| word.chars().all(char::is_lowercase);
        self.0.iter().map(|(word, _)| word.as_str()).filter(lower).take(count).collect()
    }
}

/// The sections of words and paths, of the first `most` words that have a cluster. A word whose lower-case form has the same cluster
/// is left out: the reader looks there next.
///
/// # Errors
/// When the automaton cannot be built.
pub fn sections(words: &Numbered, most: usize) -> Result<Vec<Section>, String> {
    use paradero_grammar::lexicon::clusters::{PATHS, WORDS};
    let known = |(word, number): &&(String, u32)| *number != 0 && !word.is_empty() && !word.contains(char::is_whitespace);
    let kept: BTreeMap<&str, u32> =
        words.0.iter().filter(known).take(most).map(|(word, number)| (word.as_str(), number.reverse_bits())).collect();
    let paths: BTreeSet<u32> = kept.values().copied().collect();
    let numbers: BTreeMap<u32, u64> = paths.iter().copied().zip(0..).collect();
    let mut map = fst::MapBuilder::memory();
    for (word, path) in &kept {
        let lower = word.to_lowercase();
        if lower == *word || kept.get(lower.as_str()) != Some(path) {
            map.insert(word, numbers[path]).map_err(|error| error.to_string())?;
        }
    }
    let map = map.into_inner().map_err(|error| error.to_string())?;
    if paths.len() > usize::from(u16::MAX) {
        return Err(Fault::Section(PATHS).to_string());
    }
    Ok(vec![(WORDS, map), (PATHS, paths.iter().flat_map(|path| path.to_le_bytes()).collect())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use paradero_grammar::lexicon::{Clusters, pack};

    fn clusters(json: &str, most: usize) -> Clusters {
        let words = Numbered::read(json.as_bytes()).expect("an object");
        let file = pack::write(&[], &sections(&words, most).expect("sections")).expect("small");
        Clusters::read(&pack::Pack::read(file.leak()).expect("whole")).expect("clusters")
    }

    #[test]
    fn the_lowest_bit_is_the_first_step() {
        let found = clusters(r#"{"lunes": 5, "martes": 13, "Rosa": 2, "rosa": 5, "?": 0}"#, 9);
        let prefix = |word: &str, steps| found.get(word).map(|cluster| cluster.prefix(steps));
        assert_eq!((prefix("lunes", 4), prefix("martes", 4), prefix("martes", 3)), (Some(0b1010), Some(0b1011), Some(0b101)));
        assert_eq!((prefix("Rosa", 2), prefix("rosa", 2), prefix("?", 2)), (Some(0b01), Some(0b10), None));
        assert_eq!(found.count(), 3);
        assert_eq!(found.get("martes").map(|cluster| cluster.bits()), Some("1011".to_owned()));
        assert_eq!(found.get("Rosa").map(|cluster| cluster.bits()), Some("0100".to_owned()));
    }

    #[test]
    fn only_the_most_frequent_words_are_kept() {
        let found = clusters(r#"{"uno": 1, "dos": 2, "tres": 3}"#, 2);
        assert!(found.get("dos").is_some() && found.get("tres").is_none());
    }
}
