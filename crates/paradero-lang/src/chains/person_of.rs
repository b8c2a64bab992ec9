//! Whom words speak of: the chain of the mention there, of the name in them, or of the description that opens them.

use crate::{Analysis, Chain, MentionForm, NameKind};
use paradero_model::Span;

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
