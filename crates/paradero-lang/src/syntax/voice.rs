//! What the words of a verb group say together: voice, form, tense, modal.

use super::{Sentence, groups, groups::Group, phrases, speech};
use crate::{Pos, Tense, Universal as U, VerbForm, Voice};
use paradero_model::Lang;

/// The form of one verb. The English present participle is a gerund here.
pub(super) fn form(sentence: &Sentence<'_>, at: usize) -> VerbForm {
    let form = sentence.word(at).form.verb.unwrap_or(VerbForm::Finite);
    if sentence.lang == Lang::En && form == VerbForm::Participle && hidden_past(sentence, at) {
        return VerbForm::Finite;
    }
    if sentence.lang == Lang::En && form == VerbForm::Finite && hidden_participle(sentence, at) {
        return VerbForm::Participle;
    }
    form
}

/// "Flown", "taken" are never past tenses; nor is what describes a noun without a subject of its own ("men deported to Cuba").
fn hidden_participle(sentence: &Sentence<'_>, at: usize) -> bool {
    let (tree, low) = (&sentence.tree, sentence.low(at));
    let past = sentence.word(at).form.tense == Some(Tense::Past);
    let shape = low != sentence.lemma(at) && (low.ends_with("wn") || low.ends_with("en"));
    let bare = !tree.children(at).iter().any(|&child| {
        matches!(tree.relation(child).universal, U::Nsubj | U::Aux | U::Mark | U::Cop) || phrases::is_relative(sentence, child)
    });
    let describes = tree.is(at, U::Acl) && tree.relation(at).subtype.is_empty() && tree.head(at).is_some_and(|noun| noun < at);
    past && (shape || bare && describes)
}

/// "Members threatened to kill her": with a subject, no auxiliary and an object or a clause behind it is no participle; nor is the main
/// verb of a sentence that is no heading.
fn hidden_past(sentence: &Sentence<'_>, at: usize) -> bool {
    let (tree, low) = (&sentence.tree, sentence.low(at));
    let children = tree.children(at);
    let shape = low.ends_with("wn") || low.ends_with("en");
    let subject = children.iter().any(|&child| tree.is(child, U::Nsubj) && tree.relation(child).subtype != "pass" && child < at);
    let helped = children.iter().any(|&child| matches!(tree.relation(child).universal, U::Aux | U::Cop));
    let taking =
        children.iter().any(|&child| matches!(tree.relation(child).universal, U::Obj | U::Xcomp | U::Ccomp) && child > at);
    let main = tree.is(at, U::Root) && !sentence.found.sentences[sentence.index].heading;
    subject && !helped && !shape && (taking || main)
}

/// A participle without an auxiliary.
pub(super) fn bare_participle(sentence: &Sentence<'_>, at: usize) -> bool {
    groups::participle(sentence, at)
        && !sentence.tree.children(at).iter().any(|&child| matches!(sentence.tree.relation(child).universal, U::Aux | U::Cop))
}

/// Fills in what the verbs of a group say; `verbs` are its auxiliaries and its head, in the order of the text.
pub(super) fn tell(sentence: &Sentence<'_>, mut group: Group, verbs: &[usize]) -> Group {
    let tree = &sentence.tree;
    let helpers: Vec<usize> = verbs.iter().copied().filter(|&verb| verb != group.head).collect();
    let first = verbs.first().copied().unwrap_or(group.head);
    let participle = group.predicate.is_none() && groups::participle(sentence, group.head);
    let last = helpers.iter().copied().rfind(|&verb| verb < group.head).or(helpers.last().copied());
    let helped = last.is_some_and(|at| {
        let lemma = sentence.lemma(at);
        matches!(lemma, "be" | "get" | "ser" | "estar") || speech::stays(lemma)
    });
    let told = tree
        .children(group.head)
        .iter()
        .any(|&child| tree.relation(child).subtype == "pass" && matches!(tree.relation(child).universal, U::Aux | U::Nsubj));
    let passive = participle && (last.is_none() || helped || told && sentence.lang == Lang::En);
    let reflexive = group.members.iter().any(|&member| {
        tree.children(member).iter().any(|&child| sentence.low(child) == "se" && phrases::is_clitic(sentence, child))
    });
    group.voice = if passive {
        Voice::Passive
    } else if reflexive {
        Voice::Reflexive
    } else {
        Voice::Active
    };
    let to = sentence.lang == Lang::En && (group.words.start..first.max(group.words.start)).any(|at| sentence.low(at) == "to");
    group.form = if to {
        VerbForm::Infinitive
    } else if first == group.head && participle {
        VerbForm::Participle
    } else {
        form(sentence, first)
    };
    // "Mientras era llevado": any finite word makes the group finite.
    if group.form != VerbForm::Finite
        && !to
        && verbs
            .iter()
            .any(|&verb| sentence.word(verb).feature("VerbForm") == Some("Fin") && form(sentence, verb) == VerbForm::Finite)
    {
        group.form = VerbForm::Finite;
    }
    group.modal = helpers.iter().copied().find(|&at| modal(sentence, at));
    if group.form == VerbForm::Finite {
        group.plural = sentence.word(first).form.plural;
        group.tense = tense(sentence, first, verbs);
    }
    group
}

fn modal(sentence: &Sentence<'_>, at: usize) -> bool {
    match sentence.lang {
        Lang::En => {
            matches!(sentence.lemma(at), "should" | "may" | "might" | "can" | "could" | "must" | "would" | "shall")
                || matches!(sentence.low(at), "should" | "may" | "might" | "can" | "could" | "must" | "would" | "shall" | "ca")
        }
        Lang::Es => matches!(sentence.lemma(at), "poder" | "deber" | "tener"),
    }
}

/// The tense of the whole: the perfect is past, "will" and "va a" are future.
fn tense(sentence: &Sentence<'_>, first: usize, verbs: &[usize]) -> Option<Tense> {
    let own = sentence.word(first).form.tense;
    let lemma = sentence.lemma(first);
    let helps = verbs.len() > 1;
    match sentence.lang {
        Lang::En if matches!(sentence.low(first), "will" | "'ll" | "wo" | "shall") && helps => return Some(Tense::Future),
        Lang::En if matches!(sentence.low(first), "would" | "'d") && lemma != "have" && helps => return Some(Tense::Conditional),
        _ => {}
    }
    match own {
        Some(Tense::Present) if helps && matches!(lemma, "have" | "haber") => Some(Tense::Past),
        Some(Tense::Present) if helps && lemma == "ir" && sentence.lang == Lang::Es => {
            let gerund = verbs.get(1).is_some_and(|&next| form(sentence, next) == VerbForm::Gerund);
            Some(if gerund { Tense::Present } else { Tense::Future })
        }
        None if sentence.lang == Lang::En && sentence.word(first).feature("Tense") == Some("Past") => Some(Tense::Past),
        None if sentence.pos(first) == Pos::Aux && sentence.lang == Lang::En => Some(Tense::Present),
        other => other,
    }
}
