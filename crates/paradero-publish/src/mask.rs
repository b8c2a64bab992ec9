//! Withholding protected words wherever they stand: in values, in the words of other statements, in titles and quotes.
//!
//! What is withheld: the values of protected statements, and the protected words of `data/protected.toml` in both languages (a report
//! quotes across languages). A withheld stretch becomes one fixed token, whatever its length.

use crate::Policy;
use paradero_case::CaseFile;
use paradero_model::{Claim, Lang, Property, Statement};
use std::{collections::BTreeMap, sync::LazyLock};

static LEXICON: LazyLock<BTreeMap<String, BTreeMap<String, Vec<String>>>> =
    LazyLock::new(|| toml::from_str(include_str!("../data/protected.toml")).unwrap_or_default());

/// What a policy withholds from one case file or one text, as the words to look for.
#[derive(Clone, Debug)]
pub struct Mask {
    properties: Vec<Property>,
    person: bool,
    needles: Vec<Needle>,
}

/// Folded words, the last of which may stand for any ending.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Needle(Vec<(String, bool)>);

impl Mask {
    /// What `policy` withholds from a case file.
    #[must_use]
    pub fn new(file: &CaseFile, policy: &Policy) -> Self {
        let person = file.head.minor.is_some() && !policy.shows_minors();
        Self::make(file.cited.values().map(|cited| &cited.statement), policy, person)
    }

    /// What `policy` withholds from the statements of a text.
    #[must_use]
    pub fn of<'a>(statements: impl IntoIterator<Item = &'a Statement>, policy: &Policy) -> Self {
        Self::make(statements.into_iter(), policy, false)
    }

    fn make<'a>(statements: impl Iterator<Item = &'a Statement>, policy: &Policy, person: bool) -> Self {
        let properties: Vec<_> = Property::ALL.iter().copied().filter(|one| one.sensitive() && !policy.shows(*one)).collect();
        let words = |property: &Property| LEXICON.get(property.name()).into_iter().flat_map(BTreeMap::values).flatten();
        let mut needles: Vec<_> = properties.iter().flat_map(words).map(|word| Needle::parse(word)).collect();
        for statement in statements {
            if let Claim::Attribute(attribute) = statement.claim()
                && properties.contains(&attribute.property)
            {
                needles.push(Needle::exact(&attribute.value));
            }
        }
        needles.retain(|needle| !needle.0.is_empty());
        Self { properties, person, needles }
    }

    /// Whether values of a property are withheld.
    #[must_use]
    pub fn hides(&self, property: Property) -> bool {
        self.properties.contains(&property)
    }

    /// Whether the person's very identity is withheld (a minor).
    #[must_use]
    pub fn hides_person(&self) -> bool {
        self.person
    }

    /// What stands for withheld words.
    #[must_use]
    pub fn token(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => "‹withheld›",
            Lang::Es => "‹reservado›",
        }
    }

    /// `text` with what is withheld replaced by the token.
    #[must_use]
    pub fn text(&self, text: &str, lang: Lang) -> String {
        let words = words(text);
        let mut out = String::new();
        let (mut copied, mut at) = (0, 0);
        while at < words.len() {
            let longest = self.needles.iter().filter_map(|needle| needle.matches(&words[at..])).max().unwrap_or(0);
            if longest == 0 {
                at += 1;
                continue;
            }
            let (start, end) = (words[at].start, words[at + longest - 1].end);
            out.push_str(&text[copied..start]);
            if !out.trim_end().ends_with(self.token(lang)) || !text[copied..start].trim().is_empty() {
                out.push_str(self.token(lang));
            }
            copied = end;
            at += longest;
        }
        out.push_str(&text[copied..]);
        out
    }
}

impl Needle {
    fn parse(entry: &str) -> Self {
        Self(entry.split([' ', '-', '\'']).map(|word| (fold(word.trim_end_matches('*')), word.ends_with('*'))).collect())
    }

    fn exact(value: &str) -> Self {
        Self(words(value).into_iter().map(|word| (word.folded, false)).collect())
    }

    /// How many of the words it covers, from the first.
    fn matches(&self, words: &[Word]) -> Option<usize> {
        let fits = |((needle, open), word): (&(String, bool), &Word)| {
            if *open { word.folded.starts_with(needle.as_str()) } else { word.folded == *needle }
        };
        (words.len() >= self.0.len() && self.0.iter().zip(words).all(fits)).then_some(self.0.len())
    }
}

struct Word {
    start: usize,
    end: usize,
    folded: String,
}

/// The words of a text, folded, with their bytes.
fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphanumeric() || is_mark(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push(Word { start: from, end: at, folded: fold(&text[from..at]) });
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// Combining accents, which belong to the letter before them.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn fold(word: &str) -> String {
    paradero_case::fold(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn protected_words_are_withheld_wherever_they_stand_and_leave_no_width() {
        let mask = Mask::of(std::iter::empty(), &Policy::default());
        assert_eq!(mask.text("Gay asylum seeker released", Lang::En), "‹withheld› asylum seeker released");
        assert_eq!(mask.text("La mujer trans fue liberada", Lang::Es), "La ‹reservado› fue liberada");
        assert_eq!(mask.text("un preso político", Lang::Es), "un ‹reservado›");
        assert_eq!(mask.text("Nothing of that", Lang::En), "Nothing of that");
    }
}
