//! Names of persons: folded so that case, accents and spacing do not matter, and compared word by word.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// Words that join the parts of a name and are no part of their own.
const PARTICLES: &[&str] = &[
    "de", "del", "la", "las", "los", "y", "e", "da", "do", "dos", "das", "di", "van", "von", "der", "den", "bin", "ibn", "al",
    "el",
];

/// Forms of address that a report may leave before a name.
const TITLES: &[&str] =
    &["mr", "mrs", "ms", "miss", "dr", "dra", "sr", "sra", "srta", "don", "dona", "rep", "sen", "gov", "lic", "ing"];

/// Lower case, no accents, one space between words, no punctuation but what joins a word: "José  Hernández" is "jose hernandez".
#[must_use]
pub fn fold(name: &str) -> String {
    let mut folded = String::new();
    for letter in name.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            folded.push(letter);
        } else if !matches!(letter, '\'' | '’' | 'ʼ' | '`') && !folded.ends_with(' ') && !folded.is_empty() {
            // An apostrophe stays inside its word: O'Brien and OBrien are one spelling.
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// A person's name, ready to be compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PersonName {
    /// Every word, folded, in the order given name to surname.
    words: Vec<String>,
    /// The words that are no particle.
    core: Vec<String>,
    /// Whether it looks like a name and not like a description ("the make-up artist").
    personal: bool,
}

impl PersonName {
    /// Reads a name as a report writes it; "Surname, Given" is turned round, a nickname in quotation marks or brackets left out.
    pub(crate) fn read(raw: &str) -> Self {
        let plain = without_asides(raw);
        let ordered = match plain.split_once(',') {
            Some((surname, given)) if !given.contains(',') && !is_suffix(&fold(given)) => {
                format!("{} {}", given.trim(), surname.trim())
            }
            _ => plain,
        };
        let folded = fold(&ordered);
        let mut words: Vec<String> = folded.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        while words.len() > 1 && TITLES.contains(&words[0].as_str()) {
            words.remove(0);
        }
        let core: Vec<String> = words.iter().filter(|word| !PARTICLES.contains(&word.as_str())).cloned().collect();
        let personal = !core.is_empty() && ordered.split_whitespace().all(is_name_word);
        Self { words, core, personal }
    }

    /// Whether it looks like a name.
    pub(crate) fn personal(&self) -> bool {
        self.personal
    }

    /// The folded words without particles.
    pub(crate) fn core(&self) -> &[String] {
        &self.core
    }

    /// The whole name, folded.
    pub(crate) fn folded(&self) -> String {
        self.words.join(" ")
    }

    /// Whether it is a full name: given name and surname, no initials, no description.
    pub(crate) fn full(&self) -> bool {
        self.personal && self.core.len() >= 2 && !self.has_initials()
    }

    /// Whether a word of it is a single letter.
    pub(crate) fn has_initials(&self) -> bool {
        self.core.iter().any(|word| word.chars().count() == 1)
    }

    /// Whether every word of this stands in `other`, in the same order, and `other` has more words.
    pub(crate) fn is_shorter_than(&self, other: &Self) -> bool {
        let mut rest = other.core.iter();
        self.core.len() < other.core.len() && !self.core.is_empty() && self.core.iter().all(|word| rest.any(|one| one == word))
    }
}

/// A word of a name: capital (or of a script without capitals), or a particle; no digits.
fn is_name_word(word: &str) -> bool {
    let folded = fold(word);
    PARTICLES.contains(&folded.as_str())
        || (!word.chars().any(char::is_numeric)
            && word.chars().find(|letter| letter.is_alphabetic()).is_some_and(|letter| !letter.is_lowercase()))
}

fn is_suffix(folded: &str) -> bool {
    matches!(folded, "jr" | "sr" | "junior" | "hijo" | "ii" | "iii" | "iv")
}

/// The name without what stands in brackets or quotation marks, unless nothing would be left.
fn without_asides(raw: &str) -> String {
    let mut kept = String::new();
    let mut closing: Option<char> = None;
    for letter in raw.chars() {
        match closing {
            Some(end) => {
                if letter == end {
                    closing = None;
                }
            }
            None => match letter {
                '(' => closing = Some(')'),
                '“' => closing = Some('”'),
                '«' => closing = Some('»'),
                '"' => closing = Some('"'),
                _ => kept.push(letter),
            },
        }
    }
    if closing.is_some() || kept.trim().is_empty() { raw.to_owned() } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_spacing_do_not_matter() {
        assert_eq!(fold("  JOSÉ  Hernández-Peña "), "jose hernandez pena");
        assert_eq!(fold("O’Brien"), fold("OBRIEN"));
        assert_eq!(PersonName::read("Pérez Gil, Ana").folded(), "ana perez gil");
        assert_eq!(PersonName::read("Ana “La Flaca” Pérez").folded(), "ana perez");
    }

    #[test]
    fn a_description_is_no_full_name() {
        assert!(!PersonName::read("the make-up artist").personal());
        assert!(!PersonName::read("A. Pérez").full());
        assert!(!PersonName::read("Pérez").full());
        assert!(PersonName::read("Ana de la Cruz").full());
    }

    #[test]
    fn a_shorter_name_has_its_words_in_order() {
        let long = PersonName::read("Ana María Pérez Gil");
        assert!(PersonName::read("Pérez Gil").is_shorter_than(&long));
        assert!(!PersonName::read("Gil Pérez").is_shorter_than(&long));
        assert!(!long.is_shorter_than(&long));
    }
}
