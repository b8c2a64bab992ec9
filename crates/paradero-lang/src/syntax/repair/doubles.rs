//! A verb has one subject: of two, one belongs elsewhere.

use super::plain;
use crate::{Pos, Relation, Universal as U, syntax::Sentence};

pub(super) fn mend(sentence: &mut Sentence<'_>) {
    for verb in sentence.words.clone() {
        let subjects: Vec<usize> =
            sentence.tree.each(verb, U::Nsubj).filter(|&one| sentence.tree.relation(one).subtype != "outer").collect();
        if let [only] = subjects[..]
            && owned(sentence, only)
            && only < verb
        {
            alone(sentence, verb);
        }
        let [first, second, ..] = subjects[..] else { continue };
        if first > verb {
            continue;
        }
        if owned(sentence, second) && second < verb {
            described(sentence, verb, first);
        } else if let Some(other) = without_subject(sentence, verb, first, second) {
            let relation = sentence.tree.relation(first);
            sentence.tree.hang(first, Some(other), relation);
        } else if second < verb && enclosed(sentence, second) {
            // "Three of the men, all from Zulia, were": the second only says more of the first.
            sentence.tree.hang(second, Some(first), plain(U::Appos));
        } else {
            continue;
        }
        sentence.tree.lay();
    }
}

/// "Ana Ruiz has been released, her lawyer said": the first is the subject of what is said.
fn without_subject(sentence: &Sentence<'_>, verb: usize, first: usize, second: usize) -> Option<usize> {
    let tree = &sentence.tree;
    tree.children(verb).iter().copied().find(|&child| {
        matches!(tree.relation(child).universal, U::Ccomp | U::Parataxis | U::Advcl)
            && first < child
            && child < second
            && tree.child(child, U::Nsubj).is_none()
            && tree.child(child, U::Mark).is_none()
    })
}

fn owned(sentence: &Sentence<'_>, noun: usize) -> bool {
    sentence.tree.children(noun).iter().any(|&child| matches!(sentence.low(child), "whose" | "cuyo" | "cuya" | "cuyos" | "cuyas"))
}

/// "Ruiz, whose brother was killed, fled": the verb with "whose" describes the first; the verb joined to it is the first's.
fn described(sentence: &mut Sentence<'_>, verb: usize, first: usize) {
    let tree = &sentence.tree;
    let Some(other) = tree.children(verb).iter().copied().find(|&child| {
        child > verb
            && matches!(tree.relation(child).universal, U::Conj | U::Parataxis | U::Advcl | U::Ccomp)
            && matches!(sentence.pos(child), Pos::Verb | Pos::Aux)
            && tree.child(child, U::Nsubj).is_none()
    }) else {
        return;
    };
    let (head, relation, subject) = (tree.head(verb), tree.relation(verb), tree.relation(first));
    sentence.tree.hang(other, head, relation);
    sentence.tree.hang(first, Some(other), subject);
    sentence.tree.hang(verb, Some(first), Relation { universal: U::Acl, subtype: "relcl" });
}

/// The same where the parser already gave the joined verb its subject, which stands before "whose".
fn alone(sentence: &mut Sentence<'_>, verb: usize) {
    let tree = &sentence.tree;
    let found = tree.each(verb, U::Conj).find_map(|other| {
        let subject = tree.each(other, U::Nsubj).find(|&subject| subject < verb)?;
        Some((other, subject))
    });
    if let Some((other, subject)) = found {
        let (head, relation) = (tree.head(verb), tree.relation(verb));
        sentence.tree.hang(other, head, relation);
        sentence.tree.hang(verb, Some(subject), Relation { universal: U::Acl, subtype: "relcl" });
        sentence.tree.lay();
    }
}

/// Whether a comma stands before the word's phrase and another after.
fn enclosed(sentence: &Sentence<'_>, at: usize) -> bool {
    let tree = &sentence.tree;
    let first = tree.children(at).first().copied().unwrap_or(at).min(at);
    sentence.low(first) == "," || first > sentence.words.start && sentence.low(first - 1) == ","
}
