//! Noun phrases: how far each reaches, its head, possessor, complements and apposition.

use super::{Sentence, prepositions, speech};
use crate::{Complement, Phrase, Pos, Universal as U, VerbForm};
use paradero_model::Lang;
use std::ops::Range;

/// How far the words of a sentence reach as heads of phrases; each list is indexed from the sentence's first word.
pub(super) struct Nominals {
    first: usize,
    /// With determiners, adjectives, "of" complements, what "and" joins and the apposition.
    reach: Vec<Range<usize>>,
    /// Without complements, conjuncts and appositions.
    core: Vec<Range<usize>>,
    /// The reach with the prepositions before it, or the mark of possession behind it.
    outer: Vec<Range<usize>>,
    /// For each word the nominal whose preposition stands there.
    opens: Vec<Option<usize>>,
}

impl Nominals {
    pub(super) fn reach(&self, at: usize) -> Range<usize> {
        self.reach[at - self.first].clone()
    }

    pub(super) fn outer(&self, at: usize) -> Range<usize> {
        self.outer[at - self.first].clone()
    }

    /// The nominal whose preposition stands at word `at`.
    pub(super) fn opens(&self, at: usize) -> Option<usize> {
        at.checked_sub(self.first).and_then(|at| *self.opens.get(at)?)
    }

    /// The nominals with a preposition that stand one after the other from word `from` on; dates may stand between.
    pub(super) fn row<'s>(&'s self, sentence: &'s Sentence<'_>, from: usize) -> impl Iterator<Item = usize> + 's {
        let mut at = from;
        std::iter::from_fn(move || {
            while sentence.is_dated(at) && self.opens(at).is_none() && at < sentence.words.end {
                at += 1;
            }
            let found = self.opens(at).filter(|&found| !is_relative(sentence, found))?;
            at = self.reach(found).end;
            Some(found)
        })
    }

    fn core(&self, at: usize) -> Range<usize> {
        self.core[at - self.first].clone()
    }
}

/// Measures how far each word of the sentence reaches, from the leaves of the tree up.
pub(super) fn measure(sentence: &Sentence<'_>) -> Nominals {
    let first = sentence.words.start;
    let alone: Vec<Range<usize>> = sentence.words.clone().map(|at| at..at + 1).collect();
    let mut all =
        Nominals { first, reach: alone.clone(), core: alone.clone(), outer: alone, opens: vec![None; sentence.words.len()] };
    for &at in sentence.tree.down().iter().rev() {
        let (core, reach) = reach(sentence, &all, at);
        all.outer[at - first] = outer(sentence, at, &reach);
        all.core[at - first] = core;
        all.reach[at - first] = reach;
    }
    for at in sentence.words.clone() {
        let outer = all.outer(at);
        if outer.start < all.reach(at).start && has_case(sentence, at) {
            let slot = &mut all.opens[outer.start - first];
            let wider = slot.is_none_or(|other| all.reach[other - first].len() < all.reach[at - first].len());
            if wider {
                *slot = Some(at);
            }
        }
    }
    all
}

fn has_case(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.tree.each(at, U::Case).any(|case| case < at)
}

/// What a child is to the phrase of the word it hangs on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A word of the phrase itself.
    Own,
    /// "of" with its noun, a conjunct, an apposition: they come after the phrase's own words.
    Added,
    /// A conjunct: what stands before it belongs to the phrase as well.
    Joined,
    Outside,
}

fn part(sentence: &Sentence<'_>, all: &Nominals, head: usize, child: usize) -> Part {
    let tree = &sentence.tree;
    let left = child < head;
    if modifies(sentence, head) && sentence.pos(child) != Pos::Punct {
        return if left || !clause_like(sentence, child) { Part::Own } else { Part::Outside };
    }
    // An age or a date set behind with a comma is no part of the phrase.
    if !left
        && sentence.pos(child) == Pos::Num
        && !tree.is(child, U::Conj)
        && sentence.low(all.outer(child).start) == ","
        && !(sentence.is_dated(child) && sentence.is_dated(head))
    {
        return Part::Outside;
    }
    let predicate = tree.child(head, U::Cop).is_some() || tree.child(head, U::Nsubj).is_some();
    let dated = !left && sentence.is_dated(child) && sentence.is_dated(head);
    match tree.relation(child).universal {
        _ if dated => Part::Added,
        U::Det | U::Nummod | U::Compound | U::Flat | U::Fixed | U::Goeswith | U::Clf => Part::Own,
        U::Cc if tree.relation(child).subtype == "preconj" => Part::Own,
        U::Amod if light(sentence, child) || sentence.pos(child) == Pos::Adj => Part::Own,
        U::Advmod | U::Nmod | U::Case if left && bounds(sentence, child, head) => Part::Own,
        U::Advmod if left && !is_nominal(sentence, head) && !predicate => Part::Own,
        U::Nmod if tree.relation(child).subtype == "poss" => Part::Own,
        U::Nmod if !has_case(sentence, child) => {
            let same = sentence.is_dated(child) == sentence.is_dated(head);
            if same { Part::Own } else { Part::Outside }
        }
        U::Nmod | U::Obl if !left && of(sentence, child) && sentence.low(all.outer(child).start) != "," => Part::Added,
        U::Appos if beside(sentence, head, child) => Part::Added,
        U::Conj if !predicate || !verbal(sentence, child) => {
            if !verbal(sentence, child) && same_case(sentence, head, child) {
                Part::Joined
            } else {
                Part::Outside
            }
        }
        _ => Part::Outside,
    }
}

/// Whether a word only modifies another: all that stands before it belongs to it ("**sky-high** valuation").
fn modifies(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.tree.relation(at).universal, U::Amod | U::Advmod | U::Nummod | U::Det)
}

fn clause_like(sentence: &Sentence<'_>, at: usize) -> bool {
    !matches!(
        sentence.tree.relation(at).universal,
        U::Conj | U::Fixed | U::Flat | U::Compound | U::Advmod | U::Cc | U::Goeswith | U::Nummod | U::Det
    )
}

/// Whether `at` is joined or set beside as a clause, not as a noun.
fn verbal(sentence: &Sentence<'_>, at: usize) -> bool {
    let tree = &sentence.tree;
    tree.children(at).iter().any(|&child| matches!(tree.relation(child).universal, U::Cop | U::Nsubj | U::Aux | U::Mark))
        || matches!(sentence.pos(at), Pos::Verb | Pos::Aux) && tree.child(at, U::Det).is_none()
}

/// "At least 27", "al menos 27", "más de 400": words that bound a number.
fn bounds(sentence: &Sentence<'_>, child: usize, head: usize) -> bool {
    let counts = sentence.pos(head) == Pos::Num || sentence.tree.children(head).iter().any(|&c| sentence.tree.is(c, U::Nummod));
    counts
        && matches!(
            sentence.low(child),
            "least"
                | "most"
                | "more"
                | "fewer"
                | "less"
                | "up"
                | "about"
                | "nearly"
                | "almost"
                | "around"
                | "over"
                | "some"
                | "al"
                | "menos"
                | "más"
                | "casi"
                | "unos"
                | "unas"
                | "cerca"
                | "alrededor"
                | "a"
                | "approximately"
                | "another"
        )
        && !(sentence.low(child) == "a" && sentence.low(child + 2) != "menos")
}

/// An adjective that brings no clause of its own: not "vestidos de civil".
fn light(sentence: &Sentence<'_>, at: usize) -> bool {
    let tree = &sentence.tree;
    !tree.children(at).iter().any(|&child| {
        matches!(
            tree.relation(child).universal,
            U::Obl | U::Nmod | U::Obj | U::Iobj | U::Nsubj | U::Ccomp | U::Xcomp | U::Advcl | U::Acl | U::Case | U::Mark
        ) && child > at
    })
}

/// Whether the preposition of `at` is "of" or "de".
fn of(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(prepositions::of(sentence, at), Some("of" | "de"))
}

/// Whether a conjunct stands with the preposition of the one before, or with none.
fn same_case(sentence: &Sentence<'_>, head: usize, child: usize) -> bool {
    let (own, other) = (prepositions::of(sentence, head), prepositions::of(sentence, child));
    other.is_none() || own == other
}

/// Whether an apposition belongs to the phrase: neither an age nor what stands in brackets.
fn beside(sentence: &Sentence<'_>, head: usize, child: usize) -> bool {
    let tree = &sentence.tree;
    let opening = tree.children(child).iter().any(|&mark| matches!(sentence.low(mark), "(" | "[" | "—" | "–" | "-" | ":"));
    let age = sentence.pos(child) == Pos::Num && sentence.pos(head) != Pos::Num;
    let quantity = sentence.pos(child) == Pos::Det;
    !opening && !age && !quantity && !verbal(sentence, child) && child > head && !has_case(sentence, child)
}

/// Whether only quotation marks, or for what is added commas, stand among `words`.
fn loose(sentence: &Sentence<'_>, mut words: Range<usize>, commas: bool) -> bool {
    words.all(|at| {
        sentence.pos(at) == Pos::Punct
            && (matches!(sentence.low(at), "\"" | "“" | "”" | "«" | "»" | "'" | "‘" | "-" | "``" | "''" | "/")
                || commas && matches!(sentence.low(at), "," | ";"))
    })
}

/// How many words may stand between two conjuncts of one phrase.
const BETWEEN: usize = 18;

/// The core and the reach of the phrase headed by `at`.
fn reach(sentence: &Sentence<'_>, all: &Nominals, at: usize) -> (Range<usize>, Range<usize>) {
    let children = sentence.tree.children(at);
    let split = children.partition_point(|&child| child < at);
    let mut words = at..at + 1;
    for &child in children[..split].iter().rev() {
        match part(sentence, all, at, child) {
            Part::Own
                if all.outer(child).end <= words.start
                    && loose(sentence, all.outer(child).end..words.start, sentence.tree.is(child, U::Amod)) =>
            {
                words.start = all.outer(child).start;
            }
            Part::Own => break,
            _ if sentence.pos(child) == Pos::Punct => {}
            _ if sentence.tree.is(child, U::Advmod) && child + 1 == words.start && !is_nominal(sentence, at) => break,
            _ => break,
        }
    }
    let mut core = words.clone();
    let mut open = true;
    for &child in &children[split..] {
        let outer = all.outer(child);
        let bracketed = matches!(sentence.low(outer.start), "(" | "[") && sentence.pos(child) != Pos::Punct;
        if bracketed {
            open = false;
            continue;
        }
        if outer.start < words.end {
            continue;
        }
        match part(sentence, all, at, child) {
            Part::Own if open && loose(sentence, words.end..outer.start, false) => {
                words.end = outer.end;
                core.end = outer.end;
            }
            Part::Added if open => {
                let appos = sentence.tree.is(child, U::Appos) || sentence.is_dated(child) && sentence.is_dated(at);
                if loose(sentence, words.end..outer.start, appos) {
                    words.end = all.reach(child).end;
                } else {
                    open = false;
                }
            }
            Part::Joined if outer.start - words.end <= BETWEEN => {
                words.end = all.reach(child).end;
                open = true;
            }
            _ if sentence.pos(child) == Pos::Punct => {}
            _ => open = false,
        }
    }
    // "del país": the letters of the article stand in the word before.
    if words.start < at && sentence.word(words.start).part == crate::Part::Rest && sentence.pos(words.start) == Pos::Det {
        words.start += 1;
        core.start = core.start.max(words.start);
    }
    core.start = words.start;
    if words.end > at + 1 && owner_mark(sentence, words.end - 1) {
        words.end -= 1;
        core.end = core.end.min(words.end);
    }
    if closes(sentence, &words) {
        words.end += 1;
        core.end = core.end.max(if core.end + 1 == words.end { words.end } else { core.end });
    }
    (core, words)
}

/// Whether a word is the mark of possession: "'s".
fn owner_mark(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.pos(at) == Pos::Part && matches!(sentence.low(at), "'s" | "'")
}

/// Whether the mark after `words` closes a quotation or bracket that opens inside them.
pub(super) fn closes(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let open = |mark: &str| words.clone().filter(|&at| sentence.low(at) == mark).count();
    match sentence.low(words.end) {
        "”" => open("“") > open("”"),
        "»" => open("«") > open("»"),
        "\"" => open("\"") % 2 == 1,
        ")" => open("(") > open(")"),
        _ => false,
    }
}

/// The reach with what marks it: prepositions and conjunctions before, "'s" behind.
fn outer(sentence: &Sentence<'_>, at: usize, reach: &Range<usize>) -> Range<usize> {
    let tree = &sentence.tree;
    let mut words = reach.clone();
    let marks = |word: usize| {
        let article = sentence.word(word).part == crate::Part::Rest && sentence.pos(word) == Pos::Det;
        let mut owner = tree.head(word);
        if tree.is(word, U::Fixed) {
            owner = owner.and_then(|first| tree.head(first));
        }
        owner == Some(at)
            && (article
                || matches!(tree.relation(word).universal, U::Case | U::Cc | U::Fixed)
                || sentence.pos(word) == Pos::Punct)
    };
    while words.start > sentence.words.start && marks(words.start - 1) {
        words.start -= 1;
    }
    if words.end < sentence.words.end && owner_mark(sentence, words.end) {
        words.end += 1;
    }
    words
}

/// Whether a word heads a noun phrase.
pub(super) fn is_nominal(sentence: &Sentence<'_>, at: usize) -> bool {
    let tree = &sentence.tree;
    let relation = tree.relation(at);
    if matches!(
        relation.universal,
        U::Det
            | U::Case
            | U::Mark
            | U::Cc
            | U::Aux
            | U::Cop
            | U::Punct
            | U::Fixed
            | U::Flat
            | U::Goeswith
            | U::Compound
            | U::Discourse
            | U::Expl
            | U::Nummod
            | U::Amod
            | U::Advmod
    ) {
        return false;
    }
    let argument = matches!(relation.universal, U::Nsubj | U::Obj | U::Iobj | U::Obl | U::Nmod | U::Appos | U::Conj | U::Root);
    match sentence.pos(at) {
        Pos::Noun | Pos::Propn => true,
        Pos::Pron => relation.subtype != "poss" && !is_relative(sentence, at) && !is_clitic(sentence, at) && !asks(sentence, at),
        Pos::Num | Pos::Sym | Pos::X => argument,
        Pos::Adj | Pos::Det => {
            argument
                && (tree.child(at, U::Det).is_some()
                    || has_case(sentence, at)
                    || !matches!(relation.universal, U::Conj | U::Root | U::Obj))
        }
        Pos::Verb => argument && tree.child(at, U::Det).is_some() && tree.child(at, U::Nsubj).is_none(),
        _ => false,
    }
}

fn asks(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.low(at), "dónde" | "donde" | "cómo" | "cuándo" | "adónde" | "cuando" | "where" | "when" | "how" | "why")
}

/// Pronouns that join a clause to a noun.
pub(super) fn is_relative(sentence: &Sentence<'_>, at: usize) -> bool {
    let low = sentence.low(at);
    matches!(low, "who" | "whom" | "which" | "that" | "que" | "quien" | "quienes" | "cual" | "cuales" | "cuyo" | "whose")
        && (sentence.pos(at) == Pos::Pron || low == "que" && sentence.pos(at) == Pos::Sconj)
        && (low != "that" || sentence.word(at).feature("PronType") != Some("Dem"))
        && (matches!(low, "that" | "que") || sentence.word(at).feature("PronType") != Some("Int"))
}

/// Spanish pronouns that lean on a verb.
pub(super) fn is_clitic(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.lang == Lang::Es
        && sentence.pos(at) == Pos::Pron
        && matches!(sentence.low(at), "me" | "te" | "se" | "nos" | "os" | "lo" | "la" | "los" | "las" | "le" | "les")
        && sentence.tree.head(at).is_some_and(|head| matches!(sentence.pos(head), Pos::Verb | Pos::Aux | Pos::Adj | Pos::Noun))
        && !has_case(sentence, at)
}

/// Whether a phrase says when.
pub(super) fn is_time(sentence: &Sentence<'_>, head: usize) -> bool {
    sentence.is_dated(head)
        || (speech::time(sentence.lemma(head)) && !matches!(sentence.word(head).form.verb, Some(VerbForm::Finite)))
}

/// The head as [`Phrase::head`] has it: a role with a name right after it is headed by the name, in English by its last word.
pub(super) fn head(sentence: &Sentence<'_>, at: usize) -> usize {
    let tree = &sentence.tree;
    let proper = |word: usize| sentence.pos(word) == Pos::Propn;
    let mut name = at;
    if !proper(at) {
        let beside = tree.children(at).iter().copied().find(|&child| {
            child > at
                && proper(child)
                && matches!(tree.relation(child).universal, U::Appos | U::Flat | U::Compound | U::Nmod)
                && !has_case(sentence, child)
                && !tree.children(child).iter().any(|&mark| mark < child && sentence.pos(mark) == Pos::Punct)
                && !(at + 1..child).any(|word| sentence.pos(word) == Pos::Punct)
        });
        match beside {
            Some(found) => name = found,
            None => return at,
        }
    }
    if sentence.lang == Lang::Es {
        return name;
    }
    let own = |word: usize| proper(word) && matches!(tree.relation(word).universal, U::Flat | U::Compound) && word > name;
    let mut last = name;
    for &child in tree.children(name) {
        if own(child) && child > last {
            last = child;
        }
    }
    if name != at {
        for &child in tree.children(at) {
            if own(child) && child > last && (last + 1 == child) {
                last = child;
            }
        }
    }
    last
}

/// Adds the phrases of a sentence to those of the text.
pub(super) fn add(sentence: &Sentence<'_>, nominals: &Nominals, all: &mut Vec<Phrase>) {
    let heads: Vec<usize> = sentence.words.clone().filter(|&at| is_nominal(sentence, at)).collect();
    let mut order = heads.clone();
    order.sort_by_key(|&at| (nominals.reach(at).start, std::cmp::Reverse(nominals.reach(at).end)));
    let mut index = vec![None; sentence.words.len()];
    for (place, &at) in order.iter().enumerate() {
        index[at - sentence.words.start] = Some(all.len() + place);
    }
    let of = |at: usize| index[at - sentence.words.start];
    for &at in &order {
        let beside = sentence.tree.child(at, U::Appos).and_then(of);
        let under = sentence.tree.head(at).filter(|_| sentence.tree.is(at, U::Appos)).and_then(of);
        all.push(Phrase {
            span: sentence.span(&nominals.reach(at)),
            sentence: sentence.index,
            head: head(sentence, at),
            possessor: possessor(sentence, nominals, at).map(|words| sentence.span(&words)),
            complements: complements(sentence, nominals, at),
            apposition: beside.or(under),
        });
    }
}

/// The words that say whose it is, without the mark of possession.
fn possessor(sentence: &Sentence<'_>, nominals: &Nominals, at: usize) -> Option<Range<usize>> {
    let tree = &sentence.tree;
    tree.children(at).iter().copied().find_map(|child| {
        let owner = tree.is(child, U::Nmod) && tree.relation(child).subtype == "poss";
        let own = tree.is(child, U::Det)
            && matches!(
                sentence.low(child),
                "su" | "sus"
                    | "mi"
                    | "mis"
                    | "tu"
                    | "tus"
                    | "nuestro"
                    | "nuestra"
                    | "nuestros"
                    | "nuestras"
                    | "his"
                    | "her"
                    | "its"
                    | "their"
                    | "my"
                    | "our"
                    | "your"
            );
        (owner && !matches!(sentence.low(child), "whose")).then(|| nominals.reach(child)).or(own.then_some(child..child + 1))
    })
}

/// Every preposition with its noun that follows the phrase's own words without a verb, comma or conjunction between, and what else
/// hangs on it with a preposition.
fn complements(sentence: &Sentence<'_>, nominals: &Nominals, at: usize) -> Vec<Complement> {
    let mut heads: Vec<usize> = nominals.row(sentence, nominals.core(at).end).collect();
    heads.extend(
        sentence
            .tree
            .each(at, U::Nmod)
            .filter(|child| *child > at && has_case(sentence, *child) && !heads.contains(child))
            .collect::<Vec<_>>(),
    );
    heads.sort_unstable();
    heads
        .into_iter()
        .filter_map(|child| {
            Some(Complement {
                preposition: prepositions::of(sentence, child)?.to_owned(),
                span: sentence.span(&nominals.reach(child)),
                head: head(sentence, child),
            })
        })
        .collect()
}
