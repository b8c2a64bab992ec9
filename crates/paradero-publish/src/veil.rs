//! Finds what must be withheld wherever it stands, and masks it with a token that tells nothing of its length.
//!
//! *What it masks*: the words of `words/sensitive.toml` for every withheld property, each withheld value as a whole, the telling words
//! of a value (names, and all its words where the list knows none of them), document numbers however they are spaced, names of minors.
//! *What it never masks*: a single word of the person's own name. A name that is itself withheld is refused by [`crate::redact`].
//! *Known misses*: a paraphrase that shares no word with the value and none with the list.

use crate::{Policy, fold::Folded};
use aho_corasick::{AhoCorasick, MatchKind};
use paradero_model::Property;
use serde::Serialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    sync::LazyLock,
};

/// What stands where something is withheld, in [`Masked`] text and in JSON. Pages show it in their own language.
pub const TOKEN: &str = "‹withheld›";

/// A text that went through a [`Veil`]: the only kind of text that a [`crate::Release`] holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Masked(String);

impl Masked {
    /// The text, with [`TOKEN`] for what is withheld.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

static WORDS: LazyLock<BTreeMap<String, BTreeMap<String, Vec<String>>>> =
    LazyLock::new(|| toml::from_str(include_str!("../words/sensitive.toml")).unwrap_or_default());

/// Knows what must be withheld in one case file or one text.
pub struct Veil {
    finder: Option<AhoCorasick>,
    /// By pattern: whether it takes every ending.
    open: Vec<bool>,
    /// Digits of withheld document numbers.
    numbers: Vec<String>,
}

impl Veil {
    /// The veil for a policy, the withheld values with their properties (none for the name of a minor), and the names that stay.
    pub fn new<'a>(
        policy: &Policy,
        withheld: impl IntoIterator<Item = (Option<Property>, &'a str)>,
        own: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let own: BTreeSet<String> = own.into_iter().flat_map(words_of).chain(policy.names().flat_map(words_of)).collect();
        let listed = listed(policy);
        let mut patterns: BTreeSet<(String, bool)> = listed.iter().filter(|(word, _)| !own.contains(word)).cloned().collect();
        let mut numbers = Vec::new();
        for (property, value) in withheld {
            if property.is_some_and(|property| policy.shows(property)) {
                continue;
            }
            let whole = Folded::of(value).text;
            let digits: String = value.chars().filter(char::is_ascii_digit).collect();
            if digits.len() >= 4 {
                numbers.push(digits);
            }
            if !own.contains(&whole) {
                patterns.extend(
                    telling_words(property, value, &listed)
                        .into_iter()
                        .filter(|word| !own.contains(word))
                        .map(|word| (word, false)),
                );
                patterns.insert((whole, false));
            }
        }
        patterns.retain(|(word, _)| !word.is_empty());
        let open = patterns.iter().map(|(_, open)| *open).collect();
        let finder = AhoCorasick::builder().match_kind(MatchKind::Standard).build(patterns.iter().map(|(word, _)| word)).ok();
        Self { finder, open, numbers }
    }

    /// The veil for everything that [`Policy::guarding`] found, whoever it is of.
    #[must_use]
    pub fn of_policy(policy: &Policy) -> Self {
        Self::new(policy, policy.guarded().chain(policy.minors_named().map(|name| (None, name))), [])
    }

    /// The veil for these values as wholes and nothing else: whether a name tells one of them.
    pub(crate) fn of_wholes<'a>(values: impl IntoIterator<Item = &'a str>) -> Self {
        let wholes: Vec<String> =
            values.into_iter().map(|value| Folded::of(value).text).filter(|whole| !whole.is_empty()).collect();
        let finder = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&wholes).ok();
        Self { finder, open: vec![false; wholes.len()], numbers: Vec::new() }
    }

    /// Where `text` holds something withheld: ranges of bytes, in order, none touching another.
    #[must_use]
    pub fn spans(&self, text: &str) -> Vec<Range<usize>> {
        let folded = Folded::of(text);
        let mut found: Vec<Range<usize>> = self
            .finder
            .iter()
            .flat_map(|finder| finder.find_overlapping_iter(&folded.text))
            .filter_map(|hit| {
                if self.open[hit.pattern().as_usize()] {
                    folded.to_word_end(hit.start(), hit.end())
                } else {
                    folded.words(hit.start(), hit.end())
                }
            })
            .chain(self.numbers.iter().flat_map(|number| numbers_in(text, number)))
            .collect();
        found.sort_by_key(|range| (range.start, range.end));
        let mut joined: Vec<Range<usize>> = Vec::new();
        for range in found {
            match joined.last_mut() {
                // Two masked words side by side are one token: their number tells something too.
                Some(last)
                    if range.start <= last.end || text[last.end..range.start].chars().all(|letter| !letter.is_alphanumeric()) =>
                {
                    last.end = last.end.max(range.end);
                }
                _ => joined.push(range),
            }
        }
        joined
    }

    /// Whether `text` holds something withheld.
    #[must_use]
    pub fn touches(&self, text: &str) -> bool {
        !self.spans(text).is_empty()
    }

    /// The text with [`TOKEN`] for everything withheld.
    #[must_use]
    pub fn mask(&self, text: &str) -> Masked {
        let mut masked = String::new();
        let mut at = 0;
        for range in self.spans(text) {
            masked.push_str(&text[at..range.start]);
            masked.push_str(TOKEN);
            at = range.end;
        }
        masked.push_str(&text[at..]);
        Masked(masked)
    }

    /// The text, unless anything in it is withheld: for addresses, where a masked one would be false. Percent-encoding is looked through.
    #[must_use]
    pub fn whole(&self, text: &str) -> Option<Masked> {
        let decoded = percent_decoded(text);
        let held_inside = |text: &str| {
            let joined: String = Folded::of(text).text.split(' ').collect();
            self.touches(text) || self.finder.iter().flat_map(|finder| finder.find_iter(&joined)).any(|hit| hit.len() >= 5)
        };
        (!held_inside(text) && !held_inside(&decoded)).then(|| Masked(text.to_owned()))
    }
}

/// The words of the list for every property that the policy withholds.
fn listed(policy: &Policy) -> BTreeSet<(String, bool)> {
    policy
        .withheld_properties()
        .filter_map(|property| WORDS.get(property.name()))
        .flat_map(|languages| languages.values().flatten())
        .map(|word| (Folded::of(word.trim_end_matches('*')).text, word.ends_with('*')))
        .collect()
}

/// The words of a value that tell it on their own: every longer word where the list knows none of them; where it does, those of
/// orientation and health tell it by that word, while a religion, a party or a minor may still be told by a name (a capital letter).
fn telling_words(property: Option<Property>, value: &str, listed: &BTreeSet<(String, bool)>) -> BTreeSet<String> {
    let known = |word: &str| listed.iter().any(|(one, open)| if *open { word.starts_with(one) } else { word == one });
    // A minor's name has short words too: Luz, Ana, Leo.
    let least = if property.is_none() { 3 } else { 4 };
    let any_known = words_of(value).iter().any(|word| known(word));
    if any_known && matches!(property, Some(Property::Orientation | Property::Health)) {
        return BTreeSet::new();
    }
    value
        .split_whitespace()
        .filter(|raw| !any_known || raw.chars().any(|letter| letter.is_uppercase() || letter.is_ascii_digit()))
        .flat_map(words_of)
        .filter(|word| word.chars().count() >= least && !COMMON.contains(&word.as_str()))
        .collect()
}

fn words_of(text: &str) -> Vec<String> {
    Folded::of(text).text.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Words too common to tell anything on their own.
const COMMON: [&str; 41] = [
    "with", "from", "that", "this", "they", "were", "have", "been", "also", "para", "como", "pero", "este", "esta", "desde",
    "hasta", "entre", "sobre", "tiene", "tenia", "member", "miembro", "person", "persona", "people", "years", "anos", "group",
    "grupo", "after", "since", "their", "suffers", "good", "health", "salud", "buena", "estado", "very", "muy", "padece",
];

/// Where the digits of `number` stand in `text`, whatever single marks stand between them.
fn numbers_in(text: &str, number: &str) -> Vec<Range<usize>> {
    let mut digits = String::new();
    let mut places = Vec::new();
    let mut gap = 0;
    for (at, letter) in text.char_indices() {
        if letter.is_ascii_digit() {
            digits.push(letter);
            places.push(at);
            gap = 0;
        } else {
            gap += 1;
            if gap > 1 || letter.is_alphabetic() {
                digits.push(' ');
                places.push(at);
            }
        }
    }
    digits.match_indices(number).map(|(at, hit)| places[at]..places[at + hit.len() - 1] + 1).collect()
}

fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = text.get(at + 1..at + 3).and_then(|pair| u8::from_str_radix(pair, 16).ok());
        match (bytes[at], hex) {
            (b'%', Some(byte)) => {
                out.push(byte);
                at += 3;
            }
            (byte, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn veil(values: &[(Property, &'static str)]) -> Veil {
        Veil::new(&Policy::default(), values.iter().map(|(property, value)| (Some(*property), *value)), ["Ana Sol Islam"])
    }

    #[test]
    fn the_list_of_words_is_read_for_every_protected_property() {
        for property in ["orientation", "religion", "politics", "health"] {
            let languages = WORDS.get(property).expect(property);
            assert!(languages["en"].len() > 10 && languages["es"].len() > 10, "{property}");
            for word in languages.values().flatten() {
                let bare = word.trim_end_matches('*');
                assert_eq!(Folded::of(bare).text, bare, "write it folded");
            }
        }
    }

    #[test]
    fn a_protected_word_is_masked_in_a_headline() {
        let veil = veil(&[]);
        assert_eq!(veil.mask("Gay asylum seeker released").as_str(), "‹withheld› asylum seeker released");
        assert_eq!(
            veil.mask("LIBERAN A SOLICITANTE DE ASILO HOMOSEXUAL, VIH positivo").as_str(),
            "LIBERAN A SOLICITANTE DE ASILO ‹withheld›"
        );
        assert_eq!(veil.mask("Sra. Gayoso, from Caracas").as_str(), "Sra. Gayoso, from Caracas");
    }

    #[test]
    fn a_withheld_value_is_masked_however_it_is_written() {
        let veil = veil(&[(Property::Religion, "fiel de la Iglesia de Yemayá"), (Property::IdNumber, "V-12.345.678")]);
        assert_eq!(veil.mask("the church of YEMAYA said").as_str(), "the church of ‹withheld› said");
        assert_eq!(veil.mask("cédula 12345678, caso 99").as_str(), "cédula ‹withheld›, caso 99");
        assert_eq!(veil.mask("documento 12 345 678.").as_str(), "documento ‹withheld›.");
    }

    #[test]
    fn a_known_word_tells_an_orientation_and_the_rest_of_its_value_stays_elsewhere() {
        let veil = veil(&[(Property::Orientation, "Venezuelan gay makeup artist")]);
        assert_eq!(veil.mask("a Venezuelan citizen; a gay man").as_str(), "a Venezuelan citizen; a ‹withheld› man");
        assert_eq!(veil.mask("the Venezuelan gay makeup artist").as_str(), "the ‹withheld›");
    }

    #[test]
    fn the_persons_own_name_stays() {
        assert_eq!(veil(&[]).mask("Ana Sol Islam was freed").as_str(), "Ana Sol Islam was freed");
    }

    #[test]
    fn an_address_that_tells_is_left_out_whole() {
        let veil = veil(&[(Property::Health, "narcolepsia grave")]);
        assert!(veil.whole("https://news.example/a-gay-man-freed").is_none());
        assert!(veil.whole("https://news.example/%67%61%79-man").is_none());
        assert!(veil.whole("https://news.example/mujernarcolepsia2").is_none());
        assert!(veil.whole("https://news.example/2025/07/freed").is_some());
    }

    #[test]
    fn what_is_asked_for_is_not_masked() {
        let policy = Policy::default().showing(Property::Orientation);
        let veil = Veil::new(&policy, [(Some(Property::Orientation), "gay")], []);
        assert_eq!(veil.mask("a gay man with HIV").as_str(), "a gay man with ‹withheld›");
    }
}
