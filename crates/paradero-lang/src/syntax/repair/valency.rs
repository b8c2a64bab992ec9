//! "accused 250 migrants of terrorism": of what somebody is accused hangs on the verb, not on whom.

use super::plain;
use crate::{Pos, Universal as U, syntax::Sentence};

/// Verbs that take a person and "of" or "de".
const VERBS: [&str; 22] = [
    "accuse",
    "convict",
    "suspect",
    "acquit",
    "rob",
    "deprive",
    "strip",
    "clear",
    "warn",
    "inform",
    "remind",
    "relieve",
    "acusar",
    "privar",
    "despojar",
    "absolver",
    "responsabilizar",
    "culpar",
    "exonerar",
    "sacar",
    "expulsar",
    "echar",
];

pub(super) fn mend(sentence: &mut Sentence<'_>) {
    for at in sentence.words.clone() {
        let tree = &sentence.tree;
        if !tree.is(at, U::Nmod) || !tree.each(at, U::Case).any(|case| case < at && matches!(sentence.low(case), "of" | "de")) {
            continue;
        }
        let Some(noun) = tree.head(at).filter(|&noun| noun < at && matches!(tree.relation(noun).universal, U::Obj | U::Nsubj))
        else {
            continue;
        };
        let Some(verb) = tree.head(noun).filter(|&verb| sentence.pos(verb) == Pos::Verb && VERBS.contains(&sentence.lemma(verb)))
        else {
            continue;
        };
        let person = sentence.pos(noun) == Pos::Propn || sentence.word(noun).form.plural == Some(true) && verb < noun;
        let only = !tree
            .children(verb)
            .iter()
            .any(|&child| tree.is(child, U::Obl) && sentence.tree.each(child, U::Case).any(|case| sentence.low(case) == "of"));
        if verb < noun && person && only {
            sentence.tree.hang(at, Some(verb), plain(U::Obl));
        }
    }
    sentence.tree.lay();
}
