//! Quotations, who speaks them, and the words that say so.
//!
//! [`marks`] finds the words inside quotation marks and behind dialogue dashes, [`turns`] the turns of interviews and of speech behind a
//! colon; [`cue`] finds the verb of saying and its speaker around each. A quotation without a cue takes the speaker of the one before it in
//! its paragraph. Words in marks that nobody says (titles, nicknames, scorn) keep no speaker.

mod cue;
mod marks;
mod speaker;
mod turns;

use crate::{Analysis, Quotation};
use paradero_model::Span;

/// Words in marks before anybody is known to speak them.
#[derive(Clone, Copy, Debug)]
struct Marked {
    /// With the marks.
    span: Span,
    /// Without.
    inside: Span,
    /// The quotation it stands in, as an index of the list it is in.
    outer: Option<usize>,
}

/// The quotations of the text. Reads everything before it.
pub(crate) fn find(body: &str, found: &Analysis) -> Vec<Quotation> {
    let mut marked = marks::find(body);
    // The mark of a withheld surname, Rigoberto “N”, is part of the name.
    if marked.iter().all(|quote| quote.outer.is_none()) {
        marked.retain(|quote| {
            let name = found.names.partition_point(|name| name.span.end() < quote.inside.end());
            !found.names.get(name).is_some_and(|name| name.span.contains(quote.inside) && name.span != quote.inside)
        });
    }
    let mut quotations: Vec<Quotation> = Vec::new();
    for (at, quote) in marked.iter().enumerate() {
        let cue = cue::find(body, found, &marked, at);
        let mut quotation = Quotation { span: quote.span, inside: quote.inside, speaker: None, cue: None };
        if let Some((speaker, words)) = cue {
            quotation.speaker = Some(speaker);
            quotation.cue = Some(words);
        } else if quote.outer.is_none() {
            quotation.speaker = carried(body, &marked, &quotations, at);
        }
        quotations.push(quotation);
    }
    for turn in turns::find(body, found) {
        let spoken = |quotation: &Quotation| quotation.span.overlaps(turn.inside) && !turn.inside.contains(quotation.span);
        if !quotations
            .iter()
            .any(|quotation| spoken(quotation) || quotation.inside == turn.inside || quotation.span == turn.inside)
        {
            quotations.push(turn);
        }
    }
    quotations.sort_by_key(|quotation| (quotation.span.start(), std::cmp::Reverse(quotation.span.end())));
    quotations
}

/// The speaker of the quotation before, where this one opens a sentence of its own in the same paragraph and has no cue.
fn carried(body: &str, marked: &[Marked], quotations: &[Quotation], at: usize) -> Option<Span> {
    let quote = marked[at];
    let last = (0..at).rev().find(|&n| marked[n].outer.is_none())?;
    let between = body.get(marked[last].span.end()..quote.span.start())?;
    let opens = between.trim_end().ends_with(['.', '!', '?', '…', ':']) || between.trim().is_empty();
    let inside = quote.inside.of(body)?;
    let long = inside.split_whitespace().count() >= 2;
    let capital = inside.trim_start_matches(['¿', '¡', '.', '…', ' ']).starts_with(char::is_uppercase);
    (opens && long && capital && !between.contains("\n\n") && !between.contains("\n\r\n")).then(|| quotations[last].speaker)?
}
