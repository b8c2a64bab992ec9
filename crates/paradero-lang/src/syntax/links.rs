//! How each verb group hangs on the others.

use super::{Sentence, groups, groups::Group, phrases, speech, voice};
use crate::{Link, Pos, Universal as U, VerbForm};
use paradero_model::Lang;

/// How one group hangs.
#[derive(Clone, Debug)]
pub(super) struct Hanging {
    pub(super) link: Link,
    /// The group it hangs on.
    pub(super) governor: Option<usize>,
    /// The group that it is joined to by "and".
    pub(super) joined: Option<usize>,
    /// The noun that a relative clause or participle describes.
    pub(super) noun: Option<usize>,
    /// The relative pronoun of the clause.
    pub(super) pronoun: Option<usize>,
}

/// Which group each word of the sentence is a member of.
pub(super) struct Members {
    first: usize,
    of: Vec<Option<usize>>,
}

impl Members {
    pub(super) fn new(sentence: &Sentence<'_>, groups: &[Group]) -> Self {
        let first = sentence.words.start;
        let mut of = vec![None; sentence.words.len()];
        for (index, group) in groups.iter().enumerate() {
            for &member in &group.members {
                of[member - first] = Some(index);
            }
        }
        Self { first, of }
    }

    pub(super) fn of(&self, at: usize) -> Option<usize> {
        self.of[at - self.first]
    }
}

/// How every group of the sentence hangs.
pub(super) fn find(sentence: &Sentence<'_>, groups: &[Group], members: &Members) -> Vec<Hanging> {
    let above = enclosing(sentence, members);
    let mut found: Vec<Option<Hanging>> = vec![None; groups.len()];
    for &top in sentence.tree.down() {
        let Some(index) = members.of(top).filter(|&index| groups[index].top == top) else { continue };
        found[index] = Some(hang(sentence, groups, members, &above, &found, index));
    }
    let mut found: Vec<Hanging> = found
        .into_iter()
        .map(|one| one.unwrap_or(Hanging { link: Link::Main, governor: None, joined: None, noun: None, pronoun: None }))
        .collect();
    speech_after(sentence, groups, members, &mut found);
    found
}

/// For each word the group that it or the nearest word above it belongs to.
fn enclosing(sentence: &Sentence<'_>, members: &Members) -> Vec<Option<usize>> {
    let mut above = vec![None; sentence.words.len()];
    for &at in sentence.tree.down() {
        let head = sentence.tree.head(at).and_then(|head| above[head - sentence.words.start]);
        above[at - sentence.words.start] = members.of(at).or(head);
    }
    above
}

fn hang(
    sentence: &Sentence<'_>,
    groups: &[Group],
    members: &Members,
    above: &[Option<usize>],
    found: &[Option<Hanging>],
    index: usize,
) -> Hanging {
    let tree = &sentence.tree;
    let group = &groups[index];
    let mut at = group.top;
    let pronoun = pronoun(sentence, group);
    while tree.is(at, U::Conj)
        && let Some(first) = tree.head(at)
    {
        if let Some(joined) = members.of(first)
            && let Some(known) = &found[joined]
        {
            let mut hanging = Hanging { joined: Some(joined), pronoun, ..known.clone() };
            // "dijo que … y que …": what the second "que" opens hangs on the verb of saying.
            if known.link == Link::Main
                && opens_said(sentence, group)
                && speech::says(sentence.lemma(groups[joined].head), sentence.lang)
            {
                hanging = Hanging { link: Link::Complement, governor: Some(joined), joined: None, noun: None, pronoun: None };
            }
            return hanging;
        }
        at = first;
    }
    let governor = tree.head(at).and_then(|head| above[head - sentence.words.start]);
    let mut hanging = Hanging { link: Link::Main, governor, joined: None, noun: None, pronoun };
    let form = group.form;
    let governs =
        |verb: fn(&str, Lang) -> bool| governor.is_some_and(|above| verb(sentence.lemma(groups[above].head), sentence.lang));
    let before = governor.is_some_and(|above| group.words.start < groups[above].words.start);
    hanging.link = match tree.relation(at).universal {
        U::Ccomp | U::Xcomp
            if form != VerbForm::Finite
                && (circumstance(sentence, group) || form == VerbForm::Gerund && after_comma(sentence, group)) =>
        {
            Link::Adverbial
        }
        U::Ccomp | U::Xcomp | U::Csubj => Link::Complement,
        // "ordered the agency to release him", where the parser takes what was ordered for a purpose.
        U::Advcl if form == VerbForm::Infinitive && !before && directs(sentence, groups, governor, group) => Link::Complement,
        U::Acl if at == group.top && asked(sentence, groups, governor, group, pronoun) => {
            hanging.pronoun = None;
            Link::Complement
        }
        U::Acl | U::Amod if at == group.top => {
            let link = describes(sentence, group, pronoun);
            hanging.noun = tree.head(at).filter(|_| link == Link::Relative);
            link
        }
        U::Acl | U::Amod => Link::Relative,
        U::Advcl | U::Obl
            if pronoun.is_some()
                && form == VerbForm::Finite
                && tree.head(at).is_some_and(|head| phrases::is_nominal(sentence, head)) =>
        {
            hanging.noun = tree.head(at);
            Link::Relative
        }
        U::Advcl if form == VerbForm::Finite && group.top == at && !subordinate(sentence, group) => {
            if governs(speech::says) && before { Link::Complement } else { Link::Main }
        }
        U::Advcl | U::Obl | U::Advmod => Link::Adverbial,
        U::Nsubj | U::Obj | U::Iobj | U::Nmod => Link::Complement,
        U::Parataxis | U::Dep | U::Appos
            if governor.is_some_and(|above| {
                speech::says(sentence.lemma(groups[above].head), sentence.lang) && groups[above].words.start < group.words.start
            }) =>
        {
            Link::Complement
        }
        _ => Link::Main,
    };
    // "denied that it had arrested him, saying …": who denied says so.
    if hanging.link == Link::Adverbial
        && form == VerbForm::Gerund
        && after_comma(sentence, group)
        && let Some(above) = governor.filter(|&above| groups[above].words.start < group.words.start)
        && let Some(Hanging { link: Link::Complement, governor: Some(higher), .. }) = &found[above]
        && speech::says(sentence.lemma(groups[*higher].head), sentence.lang)
    {
        hanging.governor = Some(*higher);
    }
    if hanging.link == Link::Main {
        hanging.governor = None;
    }
    hanging
}

/// Whether "que" or "that" opens the clause.
fn opens_said(sentence: &Sentence<'_>, group: &Group) -> bool {
    sentence.tree.each(group.top, U::Mark).any(|mark| matches!(sentence.low(mark), "que" | "that"))
}

/// Whether the group above makes or lets its object do something.
fn directs(sentence: &Sentence<'_>, groups: &[Group], governor: Option<usize>, group: &Group) -> bool {
    governor.is_some_and(|above| {
        let above = &groups[above];
        speech::directs(sentence.lemma(above.head))
            && super::subjects::object(sentence, above).is_some_and(|object| object < group.words.start)
            && above.words.end < group.words.start
    })
}

/// "sin avisar", "after leaving": a preposition that says when, why or how makes no complement.
fn circumstance(sentence: &Sentence<'_>, group: &Group) -> bool {
    sentence.tree.children(group.top).iter().any(|&child| {
        child < group.head
            && matches!(
                sentence.low(child),
                "sin"
                    | "para"
                    | "tras"
                    | "hasta"
                    | "without"
                    | "after"
                    | "before"
                    | "by"
                    | "while"
                    | "since"
                    | "despite"
                    | "when"
            )
            && matches!(sentence.tree.relation(child).universal, U::Mark | U::Case)
    })
}

fn after_comma(sentence: &Sentence<'_>, group: &Group) -> bool {
    group.words.start > sentence.words.start && sentence.low(group.words.start - 1) == ","
}

/// "pidió al juez que liberara a Ana": what is asked or said, not which judge.
fn asked(sentence: &Sentence<'_>, groups: &[Group], governor: Option<usize>, group: &Group, pronoun: Option<usize>) -> bool {
    let tree = &sentence.tree;
    let (Some(noun), Some(governor), Some(pronoun)) = (tree.head(group.top), governor, pronoun) else { return false };
    let governor = &groups[governor];
    let lemma = sentence.lemma(governor.head);
    sentence.lang == Lang::Es
        && sentence.low(pronoun) == "que"
        && governor.members.iter().any(|&member| tree.head(noun) == Some(member))
        && tree.each(noun, U::Case).any(|case| sentence.low(case) == "a")
        && (speech::gives(lemma) || speech::says(lemma, sentence.lang))
        && pronoun > sentence.words.start
        && sentence.pos(pronoun - 1) != Pos::Punct
        && tree.child(governor.top, U::Ccomp).is_none()
        && (noun..group.head).all(|at| !tree.is(at, U::Obj) || at == pronoun || at == noun)
}

/// Whether a word of the clause says that it is subordinate; without one, treebanks call a clause set beside another adverbial too.
fn subordinate(sentence: &Sentence<'_>, group: &Group) -> bool {
    let tree = &sentence.tree;
    group.members.iter().flat_map(|&member| tree.children(member)).any(|&child| {
        child < group.head
            && (matches!(tree.relation(child).universal, U::Mark | U::Case)
                || matches!(sentence.pos(child), Pos::Sconj)
                || matches!(
                    sentence.low(child),
                    "when"
                        | "while"
                        | "where"
                        | "as"
                        | "cuando"
                        | "mientras"
                        | "donde"
                        | "como"
                        | "según"
                        | "si"
                        | "aunque"
                        | "que"
                        | "pues"
                ))
    }) || sentence.low(group.words.start) == "had" // "had he been freed"
}

/// The link of a clause that hangs on a noun.
fn describes(sentence: &Sentence<'_>, group: &Group, pronoun: Option<usize>) -> Link {
    let tree = &sentence.tree;
    let says_where = group.members.iter().flat_map(|&member| tree.children(member)).any(|&child| {
        matches!(
            sentence.low(child),
            "where" | "when" | "donde" | "cuando" | "why" | "while" | "after" | "before" | "since" | "mientras"
        ) && child < group.head
            && matches!(tree.relation(child).universal, U::Advmod | U::Obl | U::Mark)
    });
    let that = tree.each(group.top, U::Mark).any(|mark| matches!(sentence.low(mark), "that" | "que" | "whether" | "si"));
    match group.form {
        _ if says_where => Link::Adverbial,
        VerbForm::Finite if that && pronoun.is_none() => Link::Complement,
        VerbForm::Infinitive if pronoun.is_none() => Link::Complement,
        // "the crime of leaving"
        VerbForm::Gerund
            if tree.children(group.top).iter().any(|&child| matches!(tree.relation(child).universal, U::Mark | U::Case)) =>
        {
            Link::Complement
        }
        VerbForm::Participle | VerbForm::Gerund
            if tree.head(group.top).is_some_and(|noun| noun > group.head) && !group.attributive =>
        {
            Link::Adverbial
        }
        _ => Link::Relative,
    }
}

/// The relative pronoun by which a group hangs, if one does.
fn pronoun(sentence: &Sentence<'_>, group: &Group) -> Option<usize> {
    let tree = &sentence.tree;
    group.members.iter().find_map(|&member| {
        tree.children(member).iter().copied().find(|&child| {
            child < group.head
                && phrases::is_relative(sentence, child)
                && (matches!(tree.relation(child).universal, U::Nsubj | U::Obj | U::Iobj | U::Obl | U::Nmod)
                    || relative_mark(sentence, group, member, child))
        })
    })
}

/// "74 dragones que procedían": some treebanks call this "que" a conjunction. Of what a noun contains ("la idea **de** que") it is one.
fn relative_mark(sentence: &Sentence<'_>, group: &Group, member: usize, child: usize) -> bool {
    let tree = &sentence.tree;
    sentence.lang == Lang::Es
        && sentence.low(child) == "que"
        && tree.is(child, U::Mark)
        && tree.is(group.top, U::Acl)
        && tree.each(member, U::Mark).count() == 1
        && tree.each(member, U::Case).count() == 0
}

/// "Fue detenido el martes, denunció su familia": what is said governs in the treebanks or is set beside; here speech governs.
fn speech_after(sentence: &Sentence<'_>, groups: &[Group], members: &Members, found: &mut [Hanging]) {
    let tree = &sentence.tree;
    for index in 0..groups.len() {
        let group = &groups[index];
        if !matches!(tree.relation(group.top).universal, U::Parataxis | U::Ccomp | U::Dep | U::Conj | U::Advcl | U::Discourse)
            || group.form != VerbForm::Finite
            || !speech::says(sentence.lemma(group.head), sentence.lang)
        {
            continue;
        }
        let Some(above) = tree.head(group.top).and_then(|head| members.of(head)) else { continue };
        let children = tree.children(group.top);
        let speaks = children.iter().any(|&child| tree.is(child, U::Nsubj) && !phrases::is_relative(sentence, child));
        let said = children.iter().any(|&child| {
            matches!(tree.relation(child).universal, U::Ccomp | U::Obj | U::Mark | U::Cc) && !phrases::is_clitic(sentence, child)
        });
        let start = tree.first(group.top).max(groups[above].words.end.min(group.words.start));
        let parted = start.checked_sub(1).is_some_and(|before| {
            sentence.words.contains(&before) && sentence.pos(before) == Pos::Punct || sentence.pos(start) == Pos::Punct
        });
        let after = groups[above].words.end <= group.words.start;
        let set_beside = tree.is(group.top, U::Parataxis) || after;
        if !speaks || said || !parted || !set_beside || found[index].joined.is_some() && !after {
            continue;
        }
        // What is said last belongs to the whole sentence before it.
        let mut above = above;
        while after
            && found[above].link != Link::Main
            && let Some(higher) =
                found[above].governor.filter(|&higher| higher != index && groups[higher].words.end <= group.words.start)
        {
            above = higher;
        }
        let over = found[above].clone();
        if over.link == Link::Relative {
            continue;
        }
        found[index] = Hanging { joined: None, ..over };
        let joined: Vec<usize> = (0..groups.len()).filter(|&one| one != index && found[one].joined == Some(above)).collect();
        for one in joined.into_iter().chain([above]) {
            found[one].link = Link::Complement;
            found[one].governor = Some(index);
        }
    }
}

/// Whether a group is a bare participle.
pub(super) fn is_participle(sentence: &Sentence<'_>, group: &Group) -> bool {
    group.form == VerbForm::Participle || groups::participle(sentence, group.head) && voice::bare_participle(sentence, group.head)
}
