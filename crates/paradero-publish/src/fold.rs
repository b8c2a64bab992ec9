//! Text folded so that a word is found however it is cased, accented, spaced or hyphenated, with the way back to the bytes.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// Folded text: lower-case letters and digits without accents, one space for anything between two words, none at the ends.
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each byte of `text`, the byte where the original character begins.
    starts: Vec<usize>,
    /// For each byte of `text`, the byte after the original character.
    ends: Vec<usize>,
}

impl Folded {
    /// Folds `text`.
    pub fn of(text: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), starts: Vec::new(), ends: Vec::new() };
        for (at, letter) in text.char_indices() {
            let end = at + letter.len_utf8();
            if invisible(letter) || is_combining_mark(letter) {
                // An accent or a zero-width character belongs to the letter before it.
                if let (Some(last), false) = (folded.ends.last_mut(), folded.text.ends_with(' ')) {
                    *last = end;
                }
                continue;
            }
            for part in letter.nfkd().filter(|part| !is_combining_mark(*part)).flat_map(char::to_lowercase) {
                if part.is_alphanumeric() {
                    folded.push(part, at, end);
                } else if !folded.text.is_empty() && !folded.text.ends_with(' ') {
                    folded.push(' ', at, end);
                }
            }
        }
        if folded.text.ends_with(' ') {
            folded.text.pop();
            folded.starts.pop();
            folded.ends.pop();
        }
        folded
    }

    fn push(&mut self, letter: char, start: usize, end: usize) {
        self.text.push(letter);
        self.starts.resize(self.text.len(), start);
        self.ends.resize(self.text.len(), end);
    }

    /// The bytes of the original that the folded bytes `start..end` stand for; `None` where they cut a word.
    pub fn words(&self, start: usize, end: usize) -> Option<std::ops::Range<usize>> {
        (self.begins(start) && self.finishes(end)).then(|| self.starts[start]..self.ends[end - 1])
    }

    /// The bytes of the original, from `start` to the end of the word that `end` stands in; `None` where `start` cuts a word.
    pub fn to_word_end(&self, start: usize, end: usize) -> Option<std::ops::Range<usize>> {
        let end = self.text[end..].find(' ').map_or(self.text.len(), |more| end + more);
        self.words(start, end)
    }

    fn begins(&self, at: usize) -> bool {
        at == 0 || self.text.as_bytes().get(at - 1) == Some(&b' ')
    }

    fn finishes(&self, at: usize) -> bool {
        at > 0 && (at == self.text.len() || self.text.as_bytes().get(at) == Some(&b' '))
    }
}

/// Characters that show nothing: soft hyphen, zero-width characters, marks of direction, tags.
fn invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_leads_back_to_the_very_bytes() {
        let text = "¿José\u{301} ES\tVIH-Positivo?";
        let folded = Folded::of(text);
        assert_eq!(folded.text, "jose es vih positivo");
        let at = folded.text.find("vih").expect("found");
        assert_eq!(folded.words(at, folded.text.len()).map(|range| &text[range]), Some("VIH-Positivo"));
        assert_eq!(folded.words(0, 4).map(|range| &text[range]), Some("José\u{301}"));
        assert_eq!(folded.words(1, 4), None);
    }

    #[test]
    fn a_word_broken_by_what_nobody_sees_is_the_word() {
        assert_eq!(Folded::of("g\u{200b}a\u{ad}y").text, "gay");
        assert_eq!(Folded::of("ｇａｙ").text, "gay");
    }
}
