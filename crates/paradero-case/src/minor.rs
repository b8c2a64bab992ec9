//! Who is a minor: an age under eighteen, or the words for one. Such a person's identity is protected by default.

use crate::{facts::years, fold};
use paradero_model::{Claim, Property, Statement};

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

/// Whether this statement says that its person is under eighteen.
pub(crate) fn says_so(statement: &Statement) -> bool {
    let Claim::Attribute(attribute) = statement.claim() else { return false };
    if attribute.property != Property::Age {
        return false;
    }
    let value = fold(&attribute.value);
    let in_words = |words: &str| {
        words.split(' ').any(|word| WORDS.contains(&word)) || words.contains("menor de edad") || words.ends_with("menor")
    };
    let in_months = ["month", "months", "mes", "meses", "week", "weeks", "semanas", "dias"]
        .iter()
        .any(|unit| value.split(' ').any(|w| w == *unit));
    in_words(&value) || in_months || years(&value).is_some_and(|age| age < 18)
}
