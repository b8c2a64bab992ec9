//! The words a person reads for every code of the model, in English and in Spanish.
//!
//! A wrong word here reverses a meaning (a release shown as an arrest), so each list is a table that the compiler forces to be
//! complete, and `tests/terms.rs` holds every pair against a list written by hand.

mod acts;
mod case;
mod dates;
mod phrases;
mod problems;
mod properties;
mod scales;

pub use dates::{as_of, date, day, moment};
pub use phrases::Phrase;

use paradero_model::{Lang, Property};

/// A value of a closed list that people read.
pub trait Term: Copy + 'static {
    /// Every value of the list.
    fn every() -> &'static [Self];

    /// The words in English and in Spanish.
    fn both(self) -> [&'static str; 2];

    /// The words in one language.
    fn say(self, lang: Lang) -> &'static str {
        let [en, es] = self.both();
        match lang {
            Lang::En => en,
            Lang::Es => es,
        }
    }
}

/// Fixed names of what a policy withholds ([`crate::Policy::withheld`]) or lets out, in words: "religion, health, minors".
#[must_use]
pub fn protected(names: &[impl AsRef<str>], lang: Lang) -> String {
    let said = names.iter().filter_map(|name| match Property::of_name(name.as_ref()) {
        Some(property) => Some(property.say(lang)),
        None => (name.as_ref() == crate::MINORS).then(|| Phrase::Minors.say(lang)),
    });
    said.collect::<Vec<_>>().join(", ").to_lowercase()
}
