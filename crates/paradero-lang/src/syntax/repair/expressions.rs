//! Prepositions of several words: "frente a la universidad" is a noun with the preposition "frente a".

use super::{
    super::{groups, prepositions, speech},
    plain,
};
use crate::{Pos, Universal as U, syntax::Sentence};
use paradero_model::Lang;

pub(super) fn mend(sentence: &mut Sentence<'_>) {
    let mut at = sentence.words.start;
    while at < sentence.words.end {
        match prepositions::long(sentence, at) {
            Some((_, end)) => {
                one(sentence, at, end);
                at = end;
            }
            None => at += 1,
        }
    }
    missing(sentence);
    least(sentence);
    stays(sentence);
    if sentence.lang == Lang::Es {
        objects(sentence);
    }
    sentence.tree.lay();
}

/// Hangs the noun behind the expression `first..end` where the expression hangs, and the expression on the noun.
fn one(sentence: &mut Sentence<'_>, first: usize, end: usize) {
    let tree = &sentence.tree;
    let last = end - 1;
    let counted = sentence.pos(end) == Pos::Num && matches!(sentence.low(first), "cerca" | "alrededor" | "close");
    if counted {
        return;
    }
    let governed = tree.head(last).filter(|&noun| noun >= end && matches!(tree.relation(last).universal, U::Case | U::Mark));
    let ahead = || {
        let noun =
            (end..sentence.words.end.min(end + 8)).find(|&word| !matches!(sentence.pos(word), Pos::Det | Pos::Adj | Pos::Num))?;
        matches!(sentence.pos(noun), Pos::Noun | Pos::Propn | Pos::Pron).then_some(noun)
    };
    let Some(noun) = governed.or_else(ahead) else { return };
    let inside = |word: usize| (first..end).contains(&word);
    // The word of the expression by which the whole hangs on the rest.
    let Some(top) = (first..end).find(|&word| tree.head(word).is_none_or(|head| head != noun && !inside(head))) else { return };
    let mark = if governed.is_some() { tree.relation(last) } else { plain(U::Case) };
    let under = tree.up(noun).take(4).any(|head| head == top);
    let (head, own) = if under || governed.is_none() && tree.is(noun, U::Nmod) {
        (tree.head(top), tree.relation(top).universal)
    } else if governed.is_none() {
        (tree.head(noun), U::Obl)
    } else {
        (tree.head(noun), tree.relation(noun).universal)
    };
    if head.is_some_and(inside) || head.is_some_and(|head| tree.up(head).take(6).any(|above| above == noun)) {
        return;
    }
    if head == Some(noun) {
        return;
    }
    let new = match (mark.universal, own) {
        (_, U::Root) => U::Root,
        (U::Mark, _) => U::Advcl,
        (_, U::Nmod | U::Obl | U::Conj) => own,
        _ => U::Obl,
    };
    let moved: Vec<usize> = tree.children(top).iter().copied().filter(|child| *child != noun && !inside(*child)).collect();
    sentence.tree.hang(noun, head, plain(new));
    sentence.tree.hang(first, Some(noun), mark);
    for word in first + 1..end {
        sentence.tree.hang(word, Some(first), plain(U::Fixed));
    }
    // What hung on the expression ("muy cerca de") hangs on the noun now.
    for word in moved {
        let own = sentence.tree.relation(word);
        sentence.tree.hang(word, Some(noun), own);
    }
}

/// "were reported missing on Friday": "missing" says what they are; what follows hangs on the verb.
fn missing(sentence: &mut Sentence<'_>) {
    for at in sentence.words.clone() {
        if sentence.low(at) != "missing" || !matches!(sentence.tree.relation(at).universal, U::Xcomp | U::Ccomp | U::Advcl) {
            continue;
        }
        let head = sentence.tree.head(at);
        let loose: Vec<usize> = sentence.tree.each(at, U::Obl).collect();
        for child in loose {
            let own = sentence.tree.relation(child);
            sentence.tree.hang(child, head, own);
        }
        sentence.tree.hang(at, head, plain(U::Xcomp));
    }
}

/// "Al menos 27 trabajadores han sido apresados": what bounds a number is no preposition.
fn least(sentence: &mut Sentence<'_>) {
    for at in sentence.words.clone() {
        let bound = (sentence.low(at) == "a" && sentence.low(at + 1) == "el"
            || sentence.low(at) == "por" && sentence.low(at + 1) == "lo")
            && sentence.low(at + 2) == "menos";
        let tree = &sentence.tree;
        let Some(noun) = tree.head(at).filter(|&noun| bound && noun > at && tree.is(noun, U::Obl)) else { continue };
        let Some(verb) = tree.head(noun).filter(|&verb| verb > noun && tree.child(verb, U::Nsubj).is_none()) else { continue };
        sentence.tree.hang(noun, Some(verb), plain(U::Nsubj));
    }
}

/// "sigue desaparecido": the participle belongs to the verb of staying right before it.
fn stays(sentence: &mut Sentence<'_>) {
    for at in sentence.words.clone() {
        let next = at + 1;
        let tree = &sentence.tree;
        let apart = sentence.words.contains(&next)
            && speech::stays(sentence.lemma(at))
            && matches!(sentence.pos(at), Pos::Verb | Pos::Aux)
            && tree.head(next) != Some(at)
            && tree.head(next) == tree.head(at)
            && tree.head(at).is_some()
            && groups::participle(sentence, next);
        if apart {
            sentence.tree.hang(next, Some(at), plain(U::Xcomp));
        }
    }
}

/// The Spanish treebanks call "insistió en su inocencia" an object; here an object has no preposition but the "a" of persons.
fn objects(sentence: &mut Sentence<'_>) {
    for at in sentence.words.clone() {
        // "con rumbo desconocido": an adjective right behind its noun.
        let noun = at.checked_sub(1).filter(|noun| sentence.words.contains(noun) && sentence.pos(*noun) == Pos::Noun);
        if let Some(noun) =
            noun.filter(|_| sentence.pos(at) == Pos::Adj && sentence.tree.is(at, U::Obl) && sentence.tree.children(at).is_empty())
        {
            sentence.tree.hang(at, Some(noun), plain(U::Amod));
            continue;
        }
        if !matches!(sentence.tree.relation(at).universal, U::Obj | U::Iobj) || sentence.pos(at) == Pos::Verb {
            continue;
        }
        let case = sentence.tree.each(at, U::Case).find(|case| *case < at);
        if case.is_some_and(|case| !matches!(sentence.low(case), "a" | "que")) {
            let head = sentence.tree.head(at);
            sentence.tree.hang(at, head, plain(U::Obl));
        }
    }
}
