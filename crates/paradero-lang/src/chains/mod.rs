//! Chains of mentions: which names, pronouns, possessives, descriptions and unspoken subjects are one person or one group.
//!
//! [`mentions`] collects what may speak of somebody, in the order of the text; [`people`] keeps those already met and joins their names;
//! [`resolve`] gives each pronoun and description to the likeliest of them; [`headline`] joins what a headline describes before it is named.
//! When quotations are known, [`first_person`] gives "I" and "mi" to who speaks them. Where two could be meant and nothing tells them apart, a mention joins nobody: a wrong person is worse than none.

mod first_person;
mod headline;
mod mentions;
mod people;
mod resolve;

pub(crate) use first_person::join as join_first_persons;

use crate::{Analysis, Chain, Mention, MentionForm, NameKind};
use paradero_model::Span;
use std::collections::HashMap;

/// The chains of the text. Reads everything but quotations.
pub(crate) fn find(body: &str, found: &Analysis) -> Vec<Chain> {
    let raw = mentions::collect(body, found);
    // Read twice: only the whole text tells whom it is mostly about, and whom its headline describes.
    let (first, people) = read(found, &raw, people::People::named(body, found), &HashMap::new());
    let joined = headline::join(&raw, &first, &people);
    let lead = people.lead();
    let (owner, people) = read(found, &raw, people::People::named(body, found).led_by(lead), &joined);
    let mut mentions: Vec<Vec<Mention>> = vec![Vec::new(); people.list.len()];
    for (mention, owner) in raw.iter().zip(&owner) {
        if let Some(person) = *owner {
            mentions[person].push(Mention { span: mention.span, form: mention.form() });
        }
    }
    let mut chains: Vec<Chain> = people
        .list
        .iter()
        .zip(mentions)
        .filter(|(_, mentions)| !mentions.is_empty())
        .map(|(known, mentions)| Chain { mentions, name: known.name, plural: known.plural, gender: known.gender })
        .collect();
    chains.sort_by_key(|chain| chain.mentions[0].span);
    chains
}

/// Gives every mention its person, in the order of the text; those in `joined` are known beforehand.
fn read(
    found: &Analysis,
    raw: &[mentions::Raw],
    mut people: people::People,
    joined: &HashMap<usize, usize>,
) -> (Vec<Option<usize>>, people::People) {
    let mut owner: Vec<Option<usize>> = vec![None; raw.len()];
    for (at, mention) in raw.iter().enumerate() {
        owner[at] = joined.get(&at).copied().or_else(|| resolve::one(found, &mut people, mention));
        if let Some(person) = owner[at] {
            people.saw(person, mention);
        }
    }
    (owner, people)
}

/// See [`Analysis::person_of`].
pub(crate) fn person_of(found: &Analysis, span: Span) -> Option<&Chain> {
    if let Some(chain) = found.chain_at(span) {
        return Some(chain);
    }
    // A part of a name ("Ruiz" of "Ana Ruiz") is who the name is.
    let whole = found.names.iter().find(|name| name.kind == NameKind::Person && name.span.contains(span));
    if let Some(chain) = whole.and_then(|name| found.chain_at(name.span)) {
        return Some(chain);
    }
    // The mention that is the head of the phrase, or that opens it.
    let phrase = found.phrases.iter().find(|phrase| phrase.span == span);
    let head = phrase.and_then(|phrase| found.words.get(phrase.head)).map(|word| word.span);
    let argument = found.clauses.iter().flat_map(|clause| &clause.arguments).find(|argument| argument.span == span);
    let head = head.or_else(|| argument.and_then(|argument| found.words.get(argument.head)).map(|word| word.span));
    let inside = || {
        found
            .chains
            .iter()
            .flat_map(|chain| chain.mentions.iter().map(move |mention| (chain, mention)))
            .filter(|(_, mention)| span.contains(mention.span))
    };
    if let Some(head) = head {
        let at_head = inside()
            .filter(|(_, mention)| mention.span.contains(head) && mention.form != MentionForm::Possessive)
            .min_by_key(|(_, mention)| mention.span.len());
        if let Some((chain, _)) = at_head {
            return Some(chain);
        }
    }
    // "Nicaraguan pastry cook Joel Ruiz", "his lawyer, Ana Paz": a name whose title starts where the span does.
    let named = found.names.iter().filter(|name| name.kind == NameKind::Person && span.contains(name.span)).find(|name| {
        let from = name
            .title
            .filter(|title| span.contains(*title))
            .map_or(name.span.start(), |title| title.start().min(name.span.start()));
        opens(found, span, from)
    });
    if let Some(chain) = named.and_then(|name| found.chain_at(name.span)) {
        return Some(chain);
    }
    inside()
        .find(|(_, mention)| mention.form == MentionForm::Description && opens(found, span, mention.span.start()))
        .map(|(chain, _)| chain)
}

/// Whether `at` is the start of `span`, or only articles and adjectives stand before it.
fn opens(found: &Analysis, span: Span, at: usize) -> bool {
    use crate::Pos;
    found
        .words_in(span)
        .take_while(|word| word.span.start() < at)
        .all(|word| matches!(word.pos, Pos::Det | Pos::Adj | Pos::Num | Pos::Propn | Pos::Noun) && word.span.end() <= at)
        && found.words_in(span).take_while(|word| word.span.start() < at).count() <= 6
}
