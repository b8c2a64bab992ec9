//! An English clause has a subject: where the parser found none, the noun right before the verb is it, though it seemed set beside
//! another ("According to the Chronicle, Ruiz's release was confirmed").

use super::plain;
use crate::{Pos, Relation, Universal as U, syntax::Sentence};

pub(super) fn mend(sentence: &mut Sentence<'_>) {
    owners(sentence);
    for verb in sentence.words.clone() {
        let tree = &sentence.tree;
        let helper = tree.each(verb, U::Aux).chain(tree.each(verb, U::Cop)).next().filter(|&helper| helper < verb);
        let free = matches!(tree.relation(verb).universal, U::Root | U::Ccomp | U::Parataxis)
            && !tree.children(verb).iter().any(|&child| matches!(tree.relation(child).universal, U::Nsubj | U::Csubj | U::Expl));
        let Some(helper) = helper.filter(|_| free) else { continue };
        let beside =
            tree.children(verb).iter().copied().filter(|&child| child < helper && tree.is(child, U::Obl)).find_map(|noun| {
                tree.each(noun, U::Appos).filter(|&one| one > noun && one < helper && comma_before(sentence, one)).last()
            });
        let Some(subject) = beside.filter(|&subject| (tree.last(subject) + 1..helper).all(|at| sentence.pos(at) == Pos::Punct))
        else {
            continue;
        };
        sentence.tree.hang(subject, Some(verb), plain(U::Nsubj));
        sentence.tree.lay();
    }
}

fn comma_before(sentence: &Sentence<'_>, at: usize) -> bool {
    let first = sentence.tree.first(at);
    sentence.low(first) == "," || first > sentence.words.start && sentence.low(first - 1) == ","
}

/// "Ruiz's release": with the mark of possession a noun is the owner of the next one.
fn owners(sentence: &mut Sentence<'_>) {
    for mark in sentence.words.clone() {
        let tree = &sentence.tree;
        if sentence.low(mark) != "'s" || sentence.pos(mark) != Pos::Part {
            continue;
        }
        let Some(owner) = tree.head(mark).filter(|&owner| owner < mark && tree.is(owner, U::Appos)) else { continue };
        let owned = (mark + 1..sentence.words.end.min(mark + 7))
            .take_while(|&at| sentence.pos(at) != Pos::Punct)
            .find(|&at| matches!(sentence.pos(at), Pos::Noun) && tree.head(at).is_none_or(|head| head <= owner || head > at + 3));
        if let Some(owned) = owned.filter(|&owned| !tree.up(owner).take(8).any(|above| above == owned)) {
            sentence.tree.hang(owner, Some(owned), Relation { universal: U::Nmod, subtype: "poss" });
            sentence.tree.lay();
        }
    }
}
