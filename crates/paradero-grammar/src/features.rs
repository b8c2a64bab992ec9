//! What the network sees of a word: its letters, ends, shape, the cluster of words it belongs to, and whether a place is called so.
//!
//! A feature is a [`Key`], a hash of what it says. Training keeps the keys it saw often enough; the model file holds no words.

use crate::lexicon::{self, Cluster, PlaceKind};

/// A feature: the hash of its kind and its letters.
pub type Key = u64;

/// The key of the word itself, lower-cased: the first of [`of`]'s. Training hides it at times, so that unseen words are met too.
pub const WORD: u8 = 0;
/// The key that stands for a word never seen in training.
pub const UNSEEN: Key = 1;

/// Puts the features of `form` into `keys`; `cluster` is its Brown cluster, where it has one.
pub fn of(form: &str, cluster: Option<Cluster>, keys: &mut Vec<Key>) {
    keys.clear();
    let plain: Vec<char> = form
        .chars()
        .take(40)
        .flat_map(char::to_lowercase)
        .map(|letter| if letter.is_ascii_digit() { '0' } else { letter })
        .collect();
    keys.push(key(WORD, plain.iter().copied()));
    let length = plain.len();
    for (kind, count) in [(1, 1), (2, 2), (3, 3), (4, 4)] {
        if length >= count {
            keys.push(key(kind, plain[length - count..].iter().copied()));
        }
    }
    for (kind, count) in [(5, 1), (6, 2), (7, 3)] {
        if length > count {
            keys.push(key(kind, plain[..count].iter().copied()));
        }
    }
    keys.push(key(8, shape(form)));
    if let Some(cluster) = cluster {
        for (kind, steps) in [(9, 4), (10, 6), (11, 10)] {
            keys.push(key(kind, char::from_u32(cluster.prefix(steps)).into_iter()));
        }
        keys.push(key(12, char::from_u32(u32::from(cluster.number) + 0x1_0000).into_iter()));
    }
    if let Some(place) = lexicon::places().longest(form).filter(|place| place.length == form.len())
        && let Some(best) = place.candidates().next()
    {
        // A country, a part of one, a town of some size: the class is a power of two.
        keys.push(key(
            13,
            char::from_u32(match best.kind {
                PlaceKind::Country => 1,
                PlaceKind::Part => 2,
                PlaceKind::City => 3 + u32::from(best.class) / 3,
            })
            .into_iter(),
        ));
    }
}

/// The key of a mark that is on a word for another reason than its letters.
#[must_use]
pub fn mark(name: &str) -> Key {
    key(20, name.chars())
}

/// The shape of a word: "Xx" for "Ruiz", "X.X." for "U.S.", "0-0" for "12-03"; runs of one kind are one sign, at most twelve signs.
fn shape(form: &str) -> impl Iterator<Item = char> + '_ {
    let mut last = '\0';
    form.chars()
        .filter_map(move |letter| {
            let sign = if letter.is_uppercase() {
                'X'
            } else if letter.is_lowercase() {
                'x'
            } else if letter.is_numeric() {
                '0'
            } else if letter.is_alphabetic() {
                'a'
            } else {
                letter
            };
            // "XX" and "X" are told apart: an initial is not an acronym.
            let again = sign == last;
            last = sign;
            match sign {
                'X' if again => Some('Y'),
                _ if again => None,
                _ => Some(sign),
            }
        })
        .scan('\0', |last, sign| {
            let again = sign == 'Y' && *last == 'Y';
            *last = sign;
            Some((!again).then_some(sign))
        })
        .flatten()
        .take(12)
}

/// FNV-1a over a kind and letters, mixed once more at the end.
fn key(kind: u8, letters: impl Iterator<Item = char>) -> Key {
    let mut hash = (0xcbf2_9ce4_8422_2325 ^ u64::from(kind)).wrapping_mul(0x0000_0100_0000_01b3);
    for letter in letters {
        hash = (hash ^ u64::from(u32::from(letter))).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ (hash >> 29)
}
