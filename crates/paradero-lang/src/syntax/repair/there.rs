//! "The men sent there were freed": behind a participle "there" says where, and what follows is the verb of the noun before.

use super::plain;
use crate::{Pos, Relation, Universal as U, VerbForm, syntax::Sentence};

pub(super) fn mend(sentence: &mut Sentence<'_>) {
    for there in sentence.words.clone().skip(2) {
        if sentence.low(there) != "there" || sentence.lemma(there + 1) != "be" || sentence.pos(there - 1) != Pos::Verb {
            continue;
        }
        let (before, be) = (there - 1, there + 1);
        let Some(second) = (be + 1..(be + 4).min(sentence.words.end))
            .find(|&at| sentence.pos(at) == Pos::Verb && sentence.word(at).form.verb == Some(VerbForm::Participle))
        else {
            continue;
        };
        one(sentence, before, there, be, second);
        sentence.tree.lay();
    }
}

fn one(sentence: &mut Sentence<'_>, before: usize, there: usize, be: usize, second: usize) {
    let tree = &sentence.tree;
    let described = tree.head(before).filter(|&noun| tree.is(before, U::Acl) && noun < before);
    let own = tree.child(before, U::Nsubj).filter(|&noun| noun < before);
    let Some(noun) = described.or(own) else { return };
    // The whole that is freed: "hundreds of other migrants", "Ana and the others".
    let mut top = noun;
    while matches!(tree.relation(top).universal, U::Nmod | U::Conj)
        && let Some(above) =
            tree.head(top).filter(|&above| described.is_some() && above < top && sentence.pos(above) != Pos::Verb)
    {
        top = above;
    }
    let (head, relation) = if described.is_some() {
        match tree.head(top) {
            // What the noun seemed to be the object of says it.
            Some(verb) if verb < top && tree.is(top, U::Obj) => (Some(verb), plain(U::Ccomp)),
            Some(verb) if tree.is(top, U::Nsubj) && verb == second => (tree.head(second), tree.relation(second)),
            None => (None, Relation::ROOT),
            _ => return,
        }
    } else {
        (tree.head(before), tree.relation(before))
    };
    let moved: Vec<usize> =
        tree.children(be).iter().copied().filter(|&child| ![before, there, second, top].contains(&child)).collect();
    let loose: Vec<usize> =
        tree.children(before).iter().copied().filter(|&child| child > second || sentence.pos(child) == Pos::Punct).collect();
    if head.is_some_and(|head| head == before || head == be) {
        return;
    }
    sentence.tree.hang(second, head, relation);
    for child in moved.into_iter().chain(loose) {
        let own = sentence.tree.relation(child);
        sentence.tree.hang(child, Some(second), own);
    }
    sentence.tree.hang(be, Some(second), Relation { universal: U::Aux, subtype: "pass" });
    sentence.tree.hang(top, Some(second), Relation { universal: U::Nsubj, subtype: "pass" });
    sentence.tree.hang(before, Some(noun), plain(U::Acl));
    sentence.tree.hang(there, Some(before), plain(U::Advmod));
}
