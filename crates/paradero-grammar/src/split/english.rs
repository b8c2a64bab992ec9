//! Words of an English token: "don't" is do + n't, "Ana's" is Ana + 's, "cannot" is can + not.

use super::Piece;
use crate::Part;
use paradero_model::Span;
use std::ops::Range;

/// Tokens without an apostrophe that are two words, and where the second begins. Of forms that are also words of their own ("its",
/// "wont", "id") only those that hardly ever are.
const GLUED: &[(&str, usize)] = &[
    ("cannot", 3),
    ("gonna", 3),
    ("wanna", 3),
    ("gotta", 3),
    ("outta", 3),
    ("dont", 2),
    ("doesnt", 4),
    ("didnt", 3),
    ("cant", 2),
    ("couldnt", 5),
    ("wouldnt", 5),
    ("shouldnt", 6),
    ("wont", 2),
    ("isnt", 2),
    ("arent", 3),
    ("arnt", 2),
    ("wasnt", 3),
    ("werent", 4),
    ("havent", 4),
    ("hasnt", 3),
    ("hadnt", 3),
    ("aint", 2),
    ("im", 1),
    ("ive", 1),
    ("youre", 3),
    ("youll", 3),
    ("youve", 3),
    ("theyre", 4),
    ("theyve", 4),
    ("thats", 4),
    ("theres", 5),
    ("whats", 4),
    ("hes", 2),
    ("shes", 3),
    ("itll", 2),
];
/// Endings behind an apostrophe that are words.
const TAILS: &[&str] = &["s", "re", "ve", "ll", "d", "m"];

/// The words of the token at `range` of `text`, into `pieces`.
pub(super) fn words(text: &str, range: Range<usize>, pieces: &mut Vec<Piece>) {
    let token = &text[range.clone()];
    let at = match token.rfind(['\'', '’', '`']) {
        Some(mark) => apostrophe(token, mark),
        None if token.len() <= 8 && token.is_ascii() => {
            GLUED.iter().find(|(word, _)| token.eq_ignore_ascii_case(word)).map(|&(_, at)| at)
        }
        None => None,
    };
    match at.filter(|&at| at > 0 && at < token.len() && token.is_char_boundary(at)) {
        Some(at) => {
            let middle = range.start + at;
            pieces.push(Piece { span: Span::new(range.start, middle), form: None, part: Part::First });
            pieces.push(Piece { span: Span::new(middle, range.end), form: None, part: Part::Rest });
        }
        None => match super::spanish::joined(token) {
            Some(form) => pieces.push(Piece { span: Span::new(range.start, range.end), form: Some(form), part: Part::Whole }),
            None => pieces.push(Piece::whole(range.start, range.end)),
        },
    }
}

/// Where the second word of a token with an apostrophe at `mark` begins.
fn apostrophe(token: &str, mark: usize) -> Option<usize> {
    let tail = token[mark..].trim_start_matches(['\'', '’', '`']);
    if tail.eq_ignore_ascii_case("t") && token[..mark].ends_with(['n', 'N']) {
        return Some(mark - 1);
    }
    if token[..mark].bytes().next()?.is_ascii_digit() || token.starts_with(['\'', '’', '`']) {
        return None; // "80's", "'90s"
    }
    TAILS.iter().any(|one| tail.eq_ignore_ascii_case(one)).then_some(mark)
}
