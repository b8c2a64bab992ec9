//! How two names that are not the same may still be one person's: reasons to offer a pair, never to join it.

use crate::{ReasonCode, names::PersonName};

/// How `a` and `b` are alike, where they are.
pub(crate) fn likeness(a: &PersonName, b: &PersonName) -> Option<ReasonCode> {
    if !a.personal() || !b.personal() {
        return None;
    }
    if a.folded() == b.folded() {
        return Some(if a.full() { ReasonCode::SameFullName } else { ReasonCode::NameAlone });
    }
    if a.is_shorter_than(b) || b.is_shorter_than(a) {
        return Some(ReasonCode::ShorterName);
    }
    let (short, long) = if a.core().len() <= b.core().len() { (a.core(), b.core()) } else { (b.core(), a.core()) };
    if short.is_empty() {
        return None;
    }
    if sorted(short) == sorted(long) && short.len() > 1 {
        return Some(if short == long { ReasonCode::NearSpelling } else { ReasonCode::OtherOrder });
    }
    if (a.has_initials() || b.has_initials())
        && aligned(short, long, |a, b| initial_or_same(a, b) || near(a, b))
        && short.iter().any(|word| long.contains(word))
    {
        return Some(ReasonCode::Initials);
    }
    if a.core().concat() == b.core().concat() || (short.len() > 1 && aligned(short, long, near)) {
        return Some(ReasonCode::NearSpelling);
    }
    None
}

/// Whether the two are the same name but for a last surname that cannot be one person's: "Ana Pérez Gil" and "Ana Pérez Mora".
pub(crate) fn surnames_differ(a: &PersonName, b: &PersonName) -> bool {
    let (a, b) = (a.core(), b.core());
    match (a.split_last(), b.split_last()) {
        (Some((last_a, rest_a)), Some((last_b, rest_b))) => {
            rest_a.len() >= 2 && rest_a == rest_b && !near(last_a, last_b) && !initial_or_same(last_a, last_b)
        }
        _ => false,
    }
}

/// Whether each word of `short` answers to a word of `long`, in order.
fn aligned(short: &[String], long: &[String], answers: fn(&str, &str) -> bool) -> bool {
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| answers(word, other)))
}

fn initial_or_same(a: &str, b: &str) -> bool {
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    a == b || initial(a, b) || initial(b, a)
}

/// The same word but for one slip of a letter (two in long words).
pub(crate) fn near(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let least = a.len().min(b.len());
    let allowed = match least {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    a.len().abs_diff(b.len()) <= allowed && distance(&a, &b) <= allowed
}

/// Edits between two words: a letter put in, left out, changed, or exchanged with its neighbour.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let change = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = change.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

fn sorted(words: &[String]) -> Vec<&String> {
    let mut words: Vec<&String> = words.iter().collect();
    words.sort();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(a: &str, b: &str) -> Option<ReasonCode> {
        likeness(&PersonName::read(a), &PersonName::read(b))
    }

    #[test]
    fn alike_names_say_how() {
        assert_eq!(like("Ana Pérez", "ANA PEREZ"), Some(ReasonCode::SameFullName));
        assert_eq!(like("Ana Pérez", "Ana Pérez Gil"), Some(ReasonCode::ShorterName));
        assert_eq!(like("A. M. Pérez Gil", "Ana María Pérez Gil"), Some(ReasonCode::Initials));
        assert_eq!(like("Ana Gil Pérez", "Ana Pérez Gil"), Some(ReasonCode::OtherOrder));
        assert_eq!(like("Yeferson Gonzales", "Jeferson González"), Some(ReasonCode::NearSpelling));
        assert_eq!(like("Ana Pérez", "Rosa Mora"), None);
        assert_eq!(like("the baker", "the baker"), None);
    }

    #[test]
    fn a_second_surname_can_speak_against() {
        let differ = |a: &str, b: &str| surnames_differ(&PersonName::read(a), &PersonName::read(b));
        assert!(differ("Ana Pérez Gil", "Ana Pérez Mora"));
        assert!(!differ("Ana Pérez Gil", "Ana Pérez"));
        assert!(!differ("Ana Pérez González", "Ana Pérez Gonzales"));
    }
}
