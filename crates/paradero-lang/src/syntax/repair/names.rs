//! The words of one name hang together: where the parser parts them, one of them carries the rest.

use super::plain;
use crate::{Pos, Universal as U, syntax::Sentence};
use std::ops::Range;

pub(super) fn mend(sentence: &mut Sentence<'_>) {
    let all = &sentence.found.names;
    let span = sentence.found.sentences[sentence.index].span;
    let first = all.partition_point(|name| name.span.end() <= span.start());
    let names: Vec<Range<usize>> = all[first..]
        .iter()
        .take_while(|name| name.span.start() < span.end())
        .map(|name| {
            let own = &sentence.found.words;
            own.partition_point(|word| word.span.start() < name.span.start())
                ..own.partition_point(|word| word.span.end() <= name.span.end())
        })
        .filter(|words| words.len() > 1 && words.start >= sentence.words.start && words.end <= sentence.words.end)
        .collect();
    for words in names {
        one(sentence, words);
    }
    sentence.tree.lay();
}

fn one(sentence: &mut Sentence<'_>, words: Range<usize>) {
    let tree = &sentence.tree;
    let tops: Vec<usize> = words.clone().filter(|&at| tree.head(at).is_none_or(|head| !words.contains(&head))).collect();
    let proper = words.clone().all(|at| matches!(sentence.pos(at), Pos::Propn | Pos::Adp | Pos::Det | Pos::Noun | Pos::Adj));
    if tops.len() != 2 || !proper {
        return;
    }
    let argument = |at: &usize| {
        matches!(tree.relation(*at).universal, U::Nsubj | U::Obj | U::Iobj | U::Obl | U::Nmod | U::Appos | U::Conj)
            && tree.head(*at).is_some_and(|head| !words.contains(&head))
    };
    let Some(top) = tops.iter().copied().find(argument) else { return };
    for at in tops {
        if at != top
            && matches!(
                tree_relation(sentence, at),
                U::Root | U::Nsubj | U::Compound | U::Flat | U::Nmod | U::Dep | U::Appos | U::Vocative
            )
        {
            sentence.tree.hang(at, Some(top), plain(U::Flat));
        }
    }
}

fn tree_relation(sentence: &Sentence<'_>, at: usize) -> U {
    sentence.tree.relation(at).universal
}
