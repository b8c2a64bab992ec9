//! Who is a minor: an age under eighteen, or the words for one. Such a person's identity is protected by default.

use crate::{Record, facts::years, fold, past_age::past_age};
use paradero_model::{Attribute, Claim, Modality, Property, Statement};

/// Words that say of a person that they are under age.
const WORDS: &[&str] = &[
    "minor",
    "underage",
    "teenage",
    "teenager",
    "toddler",
    "infant",
    "baby",
    "adolescente",
    "bebe",
    "nino",
    "nina",
    "child",
    "boy",
    "girl",
];

/// Whether this statement says that its person, whom `named` knows, is under eighteen.
///
/// Not where the age is told of another time ([`past_age`]), nor where the same voice tells an age of eighteen or more of the same
/// person in the same text: a report that tells of a man of thirty tells of his childhood. Two voices that differ (the family says
/// 16, the authority 19) leave the person protected.
pub(crate) fn says_so(record: &Record, statement: &Statement, named: impl Fn(&str) -> bool) -> bool {
    let Claim::Attribute(age) = statement.claim() else { return false };
    if age.property != Property::Age || !under_age(&age.value) || past_age(record, statement, &named) {
        return false;
    }
    let grown = |other: &Attribute| {
        other.property == Property::Age
            && other.modality == Modality::Stated
            && other.says == age.says
            && named(&other.person)
            && !under_age(&other.value)
            && years(&other.value).is_some()
    };
    let text = statement.anchor().text();
    !record.statements_of(text).any(|drafted| matches!(drafted.statement.claim(), Claim::Attribute(other) if grown(other)))
}

/// Whether a worded age is one under eighteen.
fn under_age(value: &str) -> bool {
    let value = fold(value);
    let in_words =
        value.split(' ').any(|word| WORDS.contains(&word)) || value.contains("menor de edad") || value.ends_with("menor");
    let in_months = ["month", "months", "mes", "meses", "week", "weeks", "semanas", "dias"]
        .iter()
        .any(|unit| value.split(' ').any(|w| w == *unit));
    in_words || in_months || years(&value).is_some_and(|age| age < 18)
}
