//! The door: what must hold of an event before it is recorded, and is asked again when it is read back.

use crate::error::{Error, Refusal};
use paradero_model::{Event, SourceId, Statement, Text, TextId};
use std::sync::Arc;

/// What is recorded already, as the door needs to know it.
pub(crate) trait Recorded {
    /// Whether the source is recorded.
    fn has_source(&self, id: SourceId) -> Result<bool, Error>;
    /// The text, where it is recorded.
    fn text(&self, id: TextId) -> Result<Option<Arc<Text>>, Error>;
}

/// Whether `event` may come in after what is `recorded`: `Ok(None)` where it may.
pub(crate) fn refusal(event: &Event, recorded: &impl Recorded) -> Result<Option<Refusal>, Error> {
    let texts_known = |texts: &[TextId]| -> Result<Option<Refusal>, Error> {
        for text in texts {
            if recorded.text(*text)?.is_none() {
                return Ok(Some(Refusal::UnknownText));
            }
        }
        Ok(None)
    };
    match event {
        // Bytes are the caller's to check: they do not stand in the event.
        Event::Captured(_) | Event::Published { .. } => Ok(None),
        Event::Read { text, .. } if !recorded.has_source(text.source())? => Ok(Some(Refusal::UnknownSource)),
        Event::Read { text, .. } => Ok(text_refusal(text)),
        Event::Drafted { statement, .. } => Ok(recorded
            .text(statement.anchor().text())?
            .map_or(Some(Refusal::UnknownText), |text| statement_refusal(statement, &text))),
        Event::Judged(judgement) => texts_known(&[judgement.a.text, judgement.b.text]),
        // An event that nobody has thought about here stays out.
        _ => Ok(Some(Refusal::UnknownEvent)),
    }
}

/// A text must be covered by its map, piece after piece, and have the id of its words.
fn text_refusal(text: &Text) -> Option<Refusal> {
    let mut end = 0;
    for piece in text.map().pieces() {
        let fits = piece.text.start() == end && (!piece.verbatim || piece.text.len() == piece.source.len());
        if !fits {
            return Some(Refusal::MapBroken);
        }
        end = piece.text.end();
    }
    if end != text.body().len() {
        return Some(Refusal::MapBroken);
    }
    let again =
        Text::new(text.source(), text.entry(), text.reader(), text.body().to_owned(), text.map().clone(), text.about.clone());
    (again.id() != text.id()).then_some(Refusal::WrongId)
}

/// Principle 1: the words of a statement stand in its text, and its id is made from them and its claim.
fn statement_refusal(statement: &Statement, text: &Text) -> Option<Refusal> {
    if !statement.anchor().holds(text) {
        return Some(Refusal::WordsNotThere);
    }
    let again = Statement::new(text, statement.anchor().span(), statement.claim().clone(), statement.rule());
    (again.as_ref() != Some(statement)).then_some(Refusal::WrongId)
}
