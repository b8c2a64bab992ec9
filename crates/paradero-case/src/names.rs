//! Names of persons, folded so that case, accents and spacing do not matter.

/// Lower case, no accents, one space between words, no punctuation but what joins a word: "José  Hernández" is "jose hernandez".
#[must_use]
pub fn fold(name: &str) -> String {
    let mut folded = String::new();
    for letter in name.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            folded.push(letter);
        } else if matches!(letter, '\'' | '’' | 'ʼ' | '`') {
            // O'Brien is one word in every spelling.
        } else if !folded.ends_with(' ') && !folded.is_empty() {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};
