//! What the words of one paragraph say of its language.

use super::table::{EN, ES, Set, TABLE};

/// How well a paragraph fits each language, in nats; only differences mean something.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Evidence {
    /// English.
    pub(super) en: f32,
    /// Spanish.
    pub(super) es: f32,
    /// The best of all others, known or not.
    pub(super) other: f32,
}

/// Words of one paragraph that are weighed: enough for any, and a bound on the time that a long one takes.
const WORDS: usize = 600;
/// Letters of a word that are looked at.
const LETTERS: usize = 24;
/// What an ending weighs for the languages it marks.
const ENDING: f32 = 1.2;
/// What a letter that a language does not write weighs against it, and one that it hardly uses.
const NO_LETTER: f32 = 2.5;
const RARE_LETTER: f32 = 1.5;
/// A capitalised word inside a sentence is likely a name, which says little of the language around it.
const NAME: f32 = 0.3;
/// For a language that is not in the table: what a word weighs that is common in some language of the table, and one that is not.
const UNLISTED_COMMON: f32 = 1.4;
const UNLISTED_RARE: f32 = 0.6;
/// What speaks against a language that is not in the table.
const UNLISTED: f32 = 8.0;
/// What a text in other letters than Latin weighs.
const OTHER_SCRIPT: f32 = 1_000.0;

/// A word of a paragraph, lower-cased, and how it is written.
struct Token {
    word: String,
    upper: usize,
    letters: usize,
    opens: bool,
}

/// Weighs a paragraph.
pub(super) fn weigh(paragraph: &str) -> Evidence {
    let (tokens, latin, foreign) = tokens(paragraph);
    if foreign > latin {
        return Evidence { other: OTHER_SCRIPT, ..Evidence::default() };
    }
    let lower = tokens.iter().filter(|token| token.upper == 0).count();
    let shouted = lower * 4 < tokens.len();
    let mut sums = [0.0_f32; 32];
    let mut unlisted = -UNLISTED;
    for token in &tokens {
        let share = match token.upper {
            0 => 1.0,
            _ if shouted => {
                if lower == 0 {
                    1.0
                } else {
                    NAME
                }
            }
            1 if token.opens => 1.0,
            1 => NAME,
            _ => continue,
        };
        unlisted += share * add(&mut sums, &token.word, share);
    }
    let others = sums[..TABLE.languages].iter().skip(2).copied().fold(unlisted, f32::max);
    Evidence { en: sums[EN], es: sums[ES], other: others }
}

/// Adds what a word weighs for each language; what it weighs for a language that is not in the table is returned.
fn add(sums: &mut [f32; 32], word: &str, share: f32) -> f32 {
    let (has, rare) = TABLE.letters(word);
    each(!has, |language| sums[language] -= share * NO_LETTER);
    each(has & rare, |language| sums[language] -= share * RARE_LETTER);
    if let Some(known) = TABLE.words.get(word) {
        known.iter().for_each(|(language, worth)| sums[*language] += share * worth);
        return UNLISTED_COMMON;
    }
    if let Some(set) = TABLE.ending(word) {
        each(set, |language| sums[language] += share * ENDING);
    }
    UNLISTED_RARE
}

/// Calls `with` for each language of the set that is in the table.
fn each(set: Set, mut with: impl FnMut(usize)) {
    let mut rest = if TABLE.languages < 32 { set & ((1 << TABLE.languages) - 1) } else { set };
    while rest != 0 {
        with(rest.trailing_zeros() as usize);
        rest &= rest - 1;
    }
}

/// The first words of a paragraph, and how many of its letters are Latin and how many are not. Addresses of the web and of letters
/// are in no language and left out.
fn tokens(paragraph: &str) -> (Vec<Token>, usize, usize) {
    let mut tokens: Vec<Token> = Vec::new();
    let (mut latin, mut foreign) = (0, 0);
    let (mut inside, mut opens) = (false, true);
    // Where the stretch between white space began, and whether it is an address.
    let (mut stretch, mut address) = (0, false);
    let mut letters = paragraph.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        let last = std::mem::replace(&mut before, letter);
        if is_mark(letter) && inside {
            continue;
        }
        if !letter.is_alphabetic() {
            inside = false;
            opens |= matches!(letter, '.' | '!' | '?' | '¿' | '¡' | '\n' | ':');
            let next = letters.peek().copied().unwrap_or(' ');
            address |= match letter {
                '@' | '_' => true,
                '/' => next == '/',
                '.' => last.is_ascii_alphanumeric() && next.is_ascii_alphanumeric(),
                _ => false,
            };
            if letter.is_whitespace() {
                if address {
                    tokens.truncate(stretch);
                }
                (stretch, address) = (tokens.len(), false);
            }
            continue;
        }
        if is_latin(letter) {
            latin += 1
        } else {
            foreign += 1
        }
        if !inside {
            if tokens.len() == WORDS {
                break;
            }
            tokens.push(Token { word: String::new(), upper: 0, letters: 0, opens });
            (inside, opens) = (true, false);
        }
        let Some(token) = tokens.last_mut() else { continue };
        token.letters += 1;
        if token.letters <= LETTERS {
            token.upper += usize::from(letter.is_uppercase());
            token.word.extend(letter.to_lowercase());
        } else if token.letters > 1_000 {
            // One endless word says nothing; its letters have been counted.
            break;
        }
    }
    if address {
        tokens.truncate(stretch);
    }
    (tokens, latin, foreign)
}

/// Whether it is an accent written as a character of its own.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

fn is_latin(letter: char) -> bool {
    matches!(letter, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2b0}'..='\u{2ff}')
}
