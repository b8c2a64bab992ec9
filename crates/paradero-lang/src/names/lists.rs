//! The word lists that names, numbers, quotations and chains share, read once from the files under `data/`.
//!
//! A line of a file is `key: word, word, several words`; `#` opens a comment; a key may come again. All words are lower-cased.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// Word lists by key.
pub(crate) struct Lists(HashMap<&'static str, HashSet<&'static str>>);

impl Lists {
    /// Reads the files: later files add to the keys of earlier ones.
    fn read(files: &[&'static str]) -> Self {
        let mut lists: HashMap<&'static str, HashSet<&'static str>> = HashMap::new();
        for file in files {
            for line in file.lines().filter(|line| !line.starts_with('#')) {
                if let Some((key, words)) = line.split_once(':') {
                    lists.entry(key.trim()).or_default().extend(words.split(',').map(str::trim).filter(|word| !word.is_empty()));
                }
            }
        }
        Self(lists)
    }

    /// Whether the list `key` holds `word` (lower-cased).
    pub(crate) fn has(&self, key: &str, word: &str) -> bool {
        self.0.get(key).is_some_and(|words| words.contains(word))
    }

    /// Whether one of the lists holds `word`.
    pub(crate) fn any(&self, keys: &[&str], word: &str) -> bool {
        keys.iter().any(|key| self.has(key, word))
    }
}

/// Given names: `m`, `f`, `u`.
pub(crate) fn given() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| Lists::read(&[include_str!("../../data/names-given.txt")]))
}

/// Roles: `honorific m|f|u`, `office m|f|u`, `kin m|f|u`, `person m|f|u`, `group u`, `adjective`, `complement`.
pub(crate) fn roles() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| Lists::read(&[include_str!("../../data/names-roles.txt")]))
}

/// Organisations: `head`, `tail`, `whole`.
pub(crate) fn organisations() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| Lists::read(&[include_str!("../../data/names-organisations.txt")]))
}

/// Places: `head`, `tail`, `opener`, `preposition`, `whole`.
pub(crate) fn places() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| Lists::read(&[include_str!("../../data/names-places.txt")]))
}

/// Words that are no names: `calendar`, `demonym m`, `demonym es`, `demonym plural`, `opening`, `shout`; and verbs of saying.
pub(crate) fn words() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| {
        Lists::read(&[include_str!("../../data/names-words.txt"), include_str!("../../data/quotations-words.txt")])
    })
}

/// Words that take up somebody known: `generic`, `never`, `synonym 1` and on.
pub(crate) fn chains() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| Lists::read(&[include_str!("../../data/chains-words.txt")]))
}

/// Number words by value, `scale N`, `vague`, `single`, the bounds `least`, `about`, `most`, and `unit`.
pub(crate) fn numbers() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| Lists::read(&[include_str!("../../data/numbers-words.txt")]))
}

/// The value of a number word.
pub(crate) fn number_value(word: &str) -> Option<u64> {
    static VALUES: OnceLock<HashMap<&'static str, u64>> = OnceLock::new();
    let read = || {
        numbers()
            .0
            .iter()
            .filter_map(|(key, words)| Some((key.parse().ok()?, words)))
            .flat_map(|(value, words)| words.iter().map(move |word| (*word, value)))
            .collect()
    };
    VALUES.get_or_init(read).get(word).copied()
}

/// Whether two role words can stand for each other: "lawyer" and "attorney".
pub(crate) fn synonyms(one: &str, other: &str) -> bool {
    chains().0.iter().any(|(key, words)| key.starts_with("synonym") && words.contains(one) && words.contains(other))
}

/// Whether `word` is a given name of either gender.
pub(crate) fn is_given(word: &str) -> bool {
    given().any(&["m", "f", "u"], word)
}

/// Whether `word` says an office, a profession or kin.
pub(crate) fn is_role(word: &str) -> bool {
    roles().any(&["office u", "office m", "office f", "kin m", "kin f", "kin u", "person m", "person f"], word)
        || (word.ends_with('.') && is_honorific(word))
        || ["señor", "señora", "doña", "don", "señorita"].contains(&word)
}

/// Whether `word` is a title that may stand right before a name.
pub(crate) fn is_honorific(word: &str) -> bool {
    roles().any(&["honorific m", "honorific f", "honorific u"], word)
}

/// Whether `word` says where somebody is from: "venezuelan", "cubana".
pub(crate) fn is_demonym(word: &str) -> bool {
    words().any(&["demonym m", "demonym es", "demonym plural"], word)
}
