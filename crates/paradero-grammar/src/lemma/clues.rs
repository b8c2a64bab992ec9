//! What the linear model sees of a form and of a lemma that would come out of it. Training and reading share it.

use super::Edit;
use crate::{Pos, lexicon::Clusters, reading::feature};

/// How many weights a model has; a clue's hash is cut to this.
pub const BUCKETS: usize = 1 << 18;
/// Features that tell endings apart; others are not looked at.
const SEEN: [&str; 10] = ["Number", "Gender", "Degree", "VerbForm", "Mood", "Tense", "Person", "PronType", "Case", "Poss"];

/// The features of a word that matter to its lemma, in the order of [`SEEN`].
#[must_use]
pub fn seen(features: &str) -> String {
    let mut out = String::new();
    for name in SEEN {
        if let Some(value) = feature(features, name) {
            out.push_str(value);
        }
        out.push('|');
    }
    out
}

/// A word whose lemma is sought.
pub struct Seen<'a> {
    /// As it is written.
    pub form: &'a str,
    /// In small letters.
    pub lower: &'a str,
    /// Its part of speech.
    pub pos: Pos,
    /// [`seen`] of its features.
    pub features: &'a str,
}

/// Gives the clues for making `lemma` of a word by `edit`: places of weights, below [`BUCKETS`]. `known` is whether the lemma is one of
/// the treebanks'.
pub fn clues(word: &Seen, edit: &Edit, lemma: &str, known: bool, clusters: &Clusters, give: &mut impl FnMut(usize)) {
    let pos = word.pos as u8;
    let text = [&edit.from, ">", &edit.to].concat();
    let code = hash(1, [&[edit.case as u8, edit.shift as u8, pos], text.as_bytes()]);
    let mut one = |kind: u8, what: &[u8]| give(hash(kind, [&code.to_le_bytes(), what]) as usize % BUCKETS);
    one(2, b"");
    one(3, word.features.as_bytes());
    for value in word.features.split('|').filter(|value| !value.is_empty()) {
        one(4, value.as_bytes());
    }
    let ends: Vec<usize> = word.lower.char_indices().rev().map(|(at, _)| at).take(6).collect();
    for start in &ends {
        one(5, &word.lower.as_bytes()[*start..]);
    }
    if let Some(start) = ends.get(2) {
        one(6, [&word.lower[*start..], word.features].concat().as_bytes());
    }
    one(7, &[shape(word.form)]);
    // Of the lemma, whatever the edit was.
    let cluster = clusters.get(lemma);
    let mut other = |kind: u8, what: &[u8]| give(hash(kind, [&[pos], what]) as usize % BUCKETS);
    other(8, &[u8::from(known)]);
    other(9, &[u8::from(cluster.is_some()), u8::from(clusters.has(lemma)), shape(lemma)]);
    other(10, &cluster.map_or(u32::MAX, |cluster| cluster.prefix(10)).to_le_bytes());
    other(11, &cluster.map_or(u32::MAX, |cluster| cluster.prefix(5)).to_le_bytes());
    for (start, _) in lemma.char_indices().rev().skip(1).take(3) {
        other(12, &lemma.as_bytes()[start..]);
    }
    other(13, &[shape(lemma), shape(word.form)]);
}

/// How a word is written: 0 small, 1 the first letter large, 2 several large, 3 without letters.
fn shape(form: &str) -> u8 {
    let large = form.chars().filter(|letter| letter.is_uppercase()).count();
    match large {
        0 => 3 * u8::from(!form.chars().any(char::is_alphabetic)),
        1 if form.starts_with(char::is_uppercase) => 1 + 3 * u8::from(form.chars().count() == 1),
        _ => 2,
    }
}

/// FNV-1a, mixed once more at the end.
fn hash<const N: usize>(kind: u8, parts: [&[u8]; N]) -> u64 {
    let mut hash = (0xcbf2_9ce4_8422_2325 ^ u64::from(kind)).wrapping_mul(0x0000_0100_0000_01b3);
    for byte in parts.into_iter().flatten() {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ (hash >> 29)
}
