//! "Her arrest sparked protests, and thousands demanded …": the noun before a second verb is its subject, not a second object.

use super::plain;
use crate::{Pos, Universal as U, VerbForm, syntax::Sentence};

pub(super) fn mend(sentence: &mut Sentence<'_>) {
    for verb in sentence.words.clone() {
        let Some((noun, cc)) = misplaced(sentence, verb) else { continue };
        sentence.tree.hang(noun, Some(verb), plain(U::Nsubj));
        sentence.tree.hang(cc, Some(verb), plain(U::Cc));
        sentence.tree.hang(cc - 1, Some(verb), plain(U::Punct));
        sentence.tree.lay();
    }
}

/// The noun, joined by comma and "and" to an object of the first verb, that stands right before the second; and the conjunction.
fn misplaced(sentence: &Sentence<'_>, verb: usize) -> Option<(usize, usize)> {
    let tree = &sentence.tree;
    let second =
        tree.is(verb, U::Conj) && matches!(sentence.pos(verb), Pos::Verb | Pos::Aux) && tree.child(verb, U::Nsubj).is_none();
    let head =
        tree.head(verb).filter(|&head| second && head < verb && sentence.word(head).form.verb == Some(VerbForm::Finite))?;
    let noun = (head + 1..verb).rev().take(16).find(|&at| {
        tree.is(at, U::Conj) && tree.head(at).is_some_and(|one| tree.head(one) == Some(head) && tree.is(one, U::Obj))
    })?;
    let own = |at: usize| tree.head(at) == Some(verb) && matches!(tree.relation(at).universal, U::Aux | U::Advmod);
    let cc = (head + 1..=noun).rev().take(8).find(|&at| tree.is(at, U::Cc))?;
    let joined = tree.child(noun, U::Case).is_none() && sentence.low(cc - 1) == "," && cc > head + 1;
    (joined && (tree.last(noun) + 1..verb).all(own)).then_some((noun, cc))
}
