//! Noun phrases with their possessor, complements and apposition.

use super::{
    Sentence,
    items::{Kind, Row},
};
use crate::{Complement, Phrase};

/// Adds the phrases of a sentence to those of the text.
pub(super) fn add(sentence: &Sentence<'_>, row: &Row, all: &mut Vec<Phrase>) {
    // Which phrase each chunk becomes: adjectives alone become none.
    let mut index = vec![None; row.chunks.len()];
    let mut next = all.len();
    for (chunk, place) in row.chunks.iter().zip(&mut index) {
        if !chunk.adjective {
            *place = Some(next);
            next += 1;
        }
    }
    let mut places = vec![usize::MAX; row.chunks.len()];
    for (at, item) in row.items.iter().enumerate() {
        if let Kind::Chunk(chunk) = item.kind {
            places[chunk] = at;
        }
    }
    for (at, chunk) in row.chunks.iter().enumerate().filter(|(_, chunk)| !chunk.adjective) {
        all.push(Phrase {
            span: sentence.span(&(chunk.words.start..row.reach[at].max(chunk.words.end))),
            sentence: sentence.index,
            head: chunk.head,
            possessor: chunk.possessor.as_ref().map(|words| sentence.span(words)),
            complements: if places[at] == usize::MAX { Vec::new() } else { complements(sentence, row, places[at]) },
            apposition: row.apposition[at].and_then(|other| index[other]),
        });
    }
}

/// Every preposition with its noun that follows the chunk at item `at` without a verb, comma or conjunction between.
fn complements(sentence: &Sentence<'_>, row: &Row, at: usize) -> Vec<Complement> {
    let mut found = Vec::new();
    let mut next = at + 1;
    while let Some(Kind::Preposition(text)) = row.items.get(next).map(|item| &item.kind) {
        let Some(inner) = row.chunk(next + 1) else { break };
        let end = row.reach[inner].max(row.chunks[inner].words.end);
        found.push(Complement {
            preposition: text.clone(),
            span: sentence.span(&(row.chunks[inner].words.start..end)),
            head: row.chunks[inner].head,
        });
        next = row.item_from(next + 2, end);
        // A date between: "his release on Friday from prison".
        while row.chunk(next).is_some_and(|c| row.chunks[c].temporal) {
            next += 1;
        }
    }
    found
}
