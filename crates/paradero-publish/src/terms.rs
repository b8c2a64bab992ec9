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

use paradero_model::Lang;

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
