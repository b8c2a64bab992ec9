//! "I", "me", "mi": who speaks in a quotation or a turn of an interview is the one meant by its first person.

use crate::{Analysis, Chain, Mention, MentionForm, NameKind, Quotation, Role};
use paradero_model::{Lang, Span};
use std::collections::HashMap;

/// Adds the first persons inside quotations to the chains of their speakers. Reads everything.
pub(crate) fn join(body: &str, found: &mut Analysis) {
    let spans =
        found.chains.iter().enumerate().flat_map(|(at, chain)| chain.mentions.iter().map(move |mention| (mention.span, at)));
    let known: HashMap<Span, usize> = spans.collect();
    let speakers: Vec<Option<usize>> = found.quotations.iter().map(|quotation| chain(found, &known, quotation)).collect();
    let mut added: Vec<(usize, Mention)> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut next = 0;
    let empty = unspoken(found);
    let mut empties = empty.iter().peekable();
    for word in &found.words {
        while found.quotations.get(next).is_some_and(|quotation| quotation.inside.start() <= word.span.start()) {
            open.push(next);
            next += 1;
        }
        open.retain(|&quotation| found.quotations[quotation].inside.end() > word.span.start());
        let inner = open.iter().copied().min_by_key(|&quotation| found.quotations[quotation].inside.len());
        let speaker = inner.and_then(|quotation| speakers[quotation]);
        while let Some(span) = empties.peek().filter(|span| span.start() <= word.span.start()) {
            if let Some(chain) = speaker.filter(|_| span.start() == word.span.start()) {
                added.push((
                    chain,
                    Mention { span: **span, form: MentionForm::Empty, person: 1, plural: Some(false), gender: None },
                ));
            }
            empties.next();
        }
        let Some(text) = word.span.of(body).filter(|text| text.len() <= 8) else { continue };
        let form = match (found.lang, text.to_lowercase().as_str()) {
            (Lang::En, "i" | "me" | "myself") | (Lang::Es, "yo" | "me" | "mí" | "conmigo") => MentionForm::Pronoun,
            (Lang::En, "my" | "mine") | (Lang::Es, "mi" | "mis" | "mío" | "mía") => MentionForm::Possessive,
            _ => continue,
        };
        if let Some(chain) = speaker {
            added.push((chain, Mention { span: word.span, form, person: 1, plural: Some(false), gender: None }));
        }
    }
    for (chain, mention) in added {
        found.chains[chain].mentions.push(mention);
    }
    for chain in &mut found.chains {
        chain.mentions.sort_by_key(|mention| mention.span);
        chain.mentions.dedup_by_key(|mention| mention.span);
    }
    found.chains.sort_by_key(|chain| chain.mentions[0].span);
}

/// The chain of one person that speaks a quotation: of the words that name the speaker, or of the name inside them.
fn chain(found: &Analysis, known: &HashMap<Span, usize>, quotation: &Quotation) -> Option<usize> {
    let speaker = quotation.speaker?;
    let named = || {
        let first = found.names.partition_point(|name| name.span.start() < speaker.start());
        let inside = found.names[first..].iter().take_while(|name| name.span.end() <= speaker.end());
        inside.filter(|name| name.kind == NameKind::Person).find_map(|name| known.get(&name.span))
    };
    let at = *known.get(&speaker).or_else(named)?;
    let chain: &Chain = &found.chains[at];
    let single = !chain.plural && chain.mentions.iter().take(50).any(|mention| mention.form != MentionForm::Possessive);
    single.then_some(at)
}

/// Verb groups in the first person singular without a spoken subject: "No sé nada".
fn unspoken(found: &Analysis) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for clause in &found.clauses {
        let group = clause.group.clone();
        let (Some(first), Some(last)) =
            (found.words.get(group.start), group.end.checked_sub(1).and_then(|last| found.words.get(last)))
        else {
            continue;
        };
        let span = first.span.to(last.span);
        let alone = clause.arguments.iter().any(|argument| argument.role == Role::Subject && argument.span == span);
        let finite = found.words[group].iter().find(|word| word.form.person.is_some());
        if alone && finite.is_some_and(|word| word.form.person == Some(1) && word.form.plural != Some(true)) {
            spans.push(span);
        }
    }
    spans.sort();
    spans.dedup();
    spans
}
