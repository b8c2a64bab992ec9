//! Verb groups: a verb with its auxiliaries, negation and, in Spanish, the pronouns at its sides.

use super::{Sentence, phrases, phrases::Nominals, speech, voice};
use crate::{Pos, Tense, Universal as U, VerbForm, Voice};
use paradero_model::Lang;
use std::ops::Range;

/// One verb group.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) words: Range<usize>,
    /// The word that carries the meaning.
    pub(super) head: usize,
    /// The word by which it hangs in the tree.
    pub(super) top: usize,
    /// The words of the tree whose children are its arguments: the head, the verbs it is merged with, the predicate of a copula.
    pub(super) members: Vec<usize>,
    /// Of a copula, its predicate.
    pub(super) predicate: Option<usize>,
    pub(super) voice: Voice,
    pub(super) form: VerbForm,
    pub(super) tense: Option<Tense>,
    pub(super) negation: Option<usize>,
    pub(super) modal: Option<usize>,
    /// A participle beside the noun that it describes, without a clause of its own: "imprisoned activists".
    pub(super) attributive: bool,
    /// Whether the finite verb is plural, where its form says.
    pub(super) plural: Option<bool>,
}

/// The verb groups of a sentence, in order.
pub(super) fn find(sentence: &Sentence<'_>, nominals: &Nominals) -> Vec<Group> {
    let mut merged = vec![false; sentence.words.len()];
    let mut found = Vec::new();
    for &at in sentence.tree.down() {
        if merged[at - sentence.words.start] || !heads_clause(sentence, at) {
            continue;
        }
        let group = read(sentence, nominals, at);
        for &member in &group.members {
            merged[member - sentence.words.start] = true;
        }
        found.push(group);
    }
    found.sort_by_key(|group: &Group| (group.words.start, group.head));
    // Groups never overlap: what two claim, the earlier keeps unless the head of the later stands there.
    for at in 1..found.len() {
        let (before, after) = found.split_at_mut(at);
        let (before, after) = (&mut before[at - 1], &mut after[0]);
        if before.words.end > after.words.start {
            before.words.end = before.words.end.min(after.words.start).max(before.head + 1);
            after.words.start = after.words.start.max(before.words.end).min(after.head);
        }
    }
    found
}

/// Whether a participle or adjective in participle form.
pub(super) fn participle(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    match sentence.pos(at) {
        Pos::Verb | Pos::Aux => voice::form(sentence, at) == VerbForm::Participle,
        Pos::Adj => {
            let low = sentence.low(at);
            word.feature("VerbForm") == Some("Part")
                || match sentence.lang {
                    Lang::En => low.len() > 4 && low.ends_with("ed"),
                    Lang::Es => {
                        low.len() > 4
                            && ["ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"].iter().any(|end| low.ends_with(end))
                    }
                }
        }
        _ => false,
    }
}

/// Whether word `at` heads a clause.
fn heads_clause(sentence: &Sentence<'_>, at: usize) -> bool {
    let tree = &sentence.tree;
    let relation = tree.relation(at);
    if matches!(
        relation.universal,
        U::Aux
            | U::Cop
            | U::Case
            | U::Mark
            | U::Fixed
            | U::Det
            | U::Flat
            | U::Cc
            | U::Punct
            | U::Goeswith
            | U::Compound
            | U::Reparandum
    ) {
        return false;
    }
    if tree.child(at, U::Cop).is_some() {
        return true;
    }
    let verb = matches!(sentence.pos(at), Pos::Verb | Pos::Aux) && !adjectival(sentence, at);
    match relation.universal {
        U::Amod => {
            let past = participle(sentence, at) && (verb || sentence.word(at).feature("VerbForm") == Some("Part"));
            past && (verb && sentence.lang == Lang::En || heavy(sentence, at))
        }
        U::Nsubj | U::Obj | U::Iobj | U::Nmod | U::Obl | U::Appos if verb => {
            tree.child(at, U::Det).is_none() || !voice::bare_participle(sentence, at) && heavy(sentence, at)
        }
        U::Acl => verb || participle(sentence, at) || passive_adjective(sentence, at),
        U::Advcl => verb || participle(sentence, at) && heavy(sentence, at),
        _ => verb || passive_adjective(sentence, at),
    }
}

/// "Were reported missing": an adjective, whatever its form.
pub(super) fn adjectival(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.low(at) == "missing" && !heavy(sentence, at)
}

/// Whether a verb has what only a clause has.
fn heavy(sentence: &Sentence<'_>, at: usize) -> bool {
    let tree = &sentence.tree;
    tree.children(at).iter().any(|&child| {
        matches!(
            tree.relation(child).universal,
            U::Obl | U::Obj | U::Iobj | U::Nsubj | U::Ccomp | U::Xcomp | U::Advcl | U::Aux | U::Mark
        )
    })
}

/// "Fue detenido" where the parser calls the participle an adjective.
fn passive_adjective(sentence: &Sentence<'_>, at: usize) -> bool {
    let tree = &sentence.tree;
    let graded = |child: usize| {
        tree.is(child, U::Advmod)
            && matches!(sentence.low(child), "más" | "muy" | "tan" | "menos" | "bastante" | "very" | "so" | "too" | "more")
    };
    participle(sentence, at)
        && !(sentence.pos(at) == Pos::Adj && tree.children(at).iter().any(|&child| graded(child)))
        && tree.children(at).iter().any(|&child| {
            let copula = sentence.pos(at) != Pos::Adj || sentence.word(at).feature("VerbForm") == Some("Part");
            (tree.is(child, U::Aux) || copula && tree.is(child, U::Cop))
                && (matches!(sentence.lemma(child), "be" | "ser" | "estar" | "get") || speech::stays(sentence.lemma(child)))
        })
}

struct Parts {
    /// Verbs and auxiliaries before the head, and the head.
    verbs: Vec<usize>,
    /// Words that belong to the group where they stand next to it.
    around: Vec<usize>,
}

fn read(sentence: &Sentence<'_>, nominals: &Nominals, top: usize) -> Group {
    let tree = &sentence.tree;
    let mut members = vec![top];
    let mut head = top;
    let mut parts = Parts { verbs: Vec::new(), around: Vec::new() };
    let mut predicate = None;
    let copula = tree.child(top, U::Cop).filter(|_| !(participle(sentence, top) && passive_adjective(sentence, top)));
    if let Some(copula) = copula {
        predicate = Some(top);
        head = copula;
    } else {
        for _ in 0..4 {
            let Some((next, links)) = merges(sentence, head) else { break };
            parts.verbs.push(head);
            parts.around.extend(links);
            members.push(next);
            head = next;
        }
    }
    parts.verbs.push(head);
    for &member in &members {
        for &child in tree.children(member) {
            match tree.relation(child).universal {
                U::Aux | U::Cop => {
                    parts.verbs.push(child);
                    parts.around.extend(tree.children(child).iter().filter(|&&sub| sub != child && negates(sentence, sub)));
                }
                U::Mark if sentence.low(child) == "to" && sentence.pos(child) == Pos::Part => parts.around.push(child),
                U::Advmod | U::Det if negates(sentence, child) => parts.around.push(child),
                _ if phrases::is_clitic(sentence, child) => parts.around.push(child),
                _ => {}
            }
        }
    }
    parts.verbs.sort_unstable();
    parts.verbs.dedup();
    let words = hull(sentence, head, &parts);
    let negation = parts.around.iter().copied().filter(|&at| negates(sentence, at)).min();
    let attributive = tree.is(top, U::Amod) && members.len() == 1;
    voice::tell(
        sentence,
        Group {
            words,
            head,
            top,
            members,
            predicate,
            voice: Voice::Active,
            form: VerbForm::Finite,
            tense: None,
            negation: negation.or_else(|| without(sentence, top)),
            modal: None,
            attributive: attributive && nominals.reach(tree.head(top).unwrap_or(top)).contains(&top),
            plural: None,
        },
        &parts.verbs,
    )
}

/// The verb that makes one group with `at`, and the words that link them: "remains detained", "va a ser liberado".
fn merges(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Vec<usize>)> {
    let tree = &sentence.tree;
    let lemma = sentence.lemma(at);
    let spanish = sentence.lang == Lang::Es;
    let stays = speech::stays(lemma) || lemma == "get";
    let leads = spanish
        && matches!(
            lemma,
            "ir" | "volver"
                | "tener"
                | "acabar"
                | "haber"
                | "dejar"
                | "poder"
                | "deber"
                | "soler"
                | "estar"
                | "seguir"
                | "continuar"
        );
    if !(stays || leads) {
        return None;
    }
    let next = tree.children(at).iter().copied().find(|&child| {
        child > at
            && matches!(
                tree.relation(child).universal,
                U::Xcomp | U::Ccomp | U::Advcl | U::Obj | U::Amod | U::Acl | U::Obl | U::Conj | U::Aux | U::Dep
            )
            && (matches!(sentence.pos(child), Pos::Verb | Pos::Aux) || participle(sentence, child))
            && tree.child(child, U::Nsubj).is_none_or(|subject| subject < at)
    })?;
    let between: Vec<usize> = (at + 1..next).filter(|&word| sentence.pos(word) != Pos::Adv).collect();
    let helpers = between.iter().all(|&word| {
        matches!(sentence.low(word), "a" | "de" | "que")
            || phrases::is_clitic(sentence, word)
            || tree.is(word, U::Aux)
            || tree.is(word, U::Cop)
    });
    if !helpers || between.len() > 4 {
        return None;
    }
    let linked = |text: &str| between.first().is_some_and(|&word| sentence.low(word) == text);
    let form = if participle(sentence, next) { VerbForm::Participle } else { voice::form(sentence, next) };
    let with_se = tree.children(at).iter().any(|&child| sentence.low(child) == "se");
    let first = match tree.children(next).iter().find(|&&child| child > at && tree.is(child, U::Aux)) {
        Some(&aux) => voice::form(sentence, aux),
        None => form,
    };
    let fits = match (lemma, first) {
        ("haber", VerbForm::Infinitive) => linked("de") || linked("que"),
        ("ir" | "volver", VerbForm::Infinitive) => linked("a"),
        ("tener", VerbForm::Infinitive) => linked("que"),
        ("acabar" | "dejar", VerbForm::Infinitive) => linked("de"),
        ("poder" | "deber" | "soler", VerbForm::Infinitive) => {
            between.is_empty() || linked("de") || !linked("a") && !linked("que")
        }
        ("estar" | "seguir" | "continuar" | "ir", VerbForm::Gerund) => between.is_empty(),
        ("encontrar" | "hallar" | "ver", VerbForm::Participle) => with_se && between.is_empty(),
        ("estar", VerbForm::Participle) => between.is_empty(),
        (_, VerbForm::Participle) => stays && between.is_empty(),
        _ => false,
    };
    fits.then_some((next, between))
}

/// Whether a word negates its verb: "no longer" does not.
pub(super) fn negates(sentence: &Sentence<'_>, at: usize) -> bool {
    (matches!(sentence.low(at), "not" | "n't" | "never" | "no" | "nunca" | "jamás" | "tampoco") || sentence.lemma(at) == "not")
        && sentence.low(at + 1) != "longer"
        && !matches!(sentence.pos(at), Pos::Det | Pos::Intj)
}

/// "sin avisar", "without telling": a word outside the group that negates it.
fn without(sentence: &Sentence<'_>, top: usize) -> Option<usize> {
    let tree = &sentence.tree;
    tree.children(top).iter().copied().find(|&child| {
        matches!(tree.relation(child).universal, U::Mark | U::Case) && matches!(sentence.low(child), "sin" | "without")
    })
}

/// The stretch of the group: from its head over what stands next to it with nothing but adverbs, or the subject of a question, between.
fn hull(sentence: &Sentence<'_>, head: usize, parts: &Parts) -> Range<usize> {
    let mut words = head..head + 1;
    let mut own: Vec<usize> = parts.verbs.iter().chain(&parts.around).copied().collect();
    own.sort_unstable();
    own.dedup();
    let between = |mut gap: Range<usize>| {
        let short = gap.len() <= 3;
        gap.all(|word| {
            matches!(sentence.pos(word), Pos::Adv | Pos::Part) && !sentence.is_dated(word)
                || own.contains(&word)
                || short
                    && sentence.lang == Lang::En
                    && matches!(sentence.pos(word), Pos::Pron | Pos::Det | Pos::Noun | Pos::Propn)
                || phrases::is_clitic(sentence, word)
                || sentence.lang == Lang::Es && short && matches!(sentence.low(word), "a" | "de" | "que")
        })
    };
    for &word in own.iter().rev().filter(|&&word| word < head) {
        if !between(word + 1..words.start) {
            break;
        }
        words.start = word;
    }
    for &word in own.iter().filter(|&&word| word > head) {
        let gap = words.end..word;
        if gap.len() > 2 || !gap.clone().all(|at| matches!(sentence.pos(at), Pos::Adv)) {
            break;
        }
        words.end = word + 1;
    }
    words
}
