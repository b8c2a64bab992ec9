//! Names as the trained tagger marks them on the words, in the words of names ([`super::scan`]).

use super::scan::Token;
use crate::{Analysis, NameKind, NameTag};
use std::ops::Range;

/// A name of the tagger.
#[derive(Clone, Debug)]
pub(super) struct Tagged {
    /// Its words.
    pub(super) words: Range<usize>,
    /// Of what.
    pub(super) kind: NameKind,
}

/// The names that the tags of `found` make, in the order of the text, over `tokens`. An inside tag that nothing of its kind begins
/// begins a name itself.
pub(super) fn names(found: &Analysis, tokens: &[Token]) -> Vec<Tagged> {
    let mut names: Vec<Tagged> = Vec::new();
    let mut open: Option<(usize, usize, NameKind)> = None;
    let mut close = |open: &mut Option<(usize, usize, NameKind)>| {
        let Some((start, end, kind)) = open.take() else { return };
        let first = tokens.partition_point(|token| token.end <= start);
        let last = tokens.partition_point(|token| token.start < end);
        if first < last && names.last().is_none_or(|name: &Tagged| name.words.end <= first) {
            names.push(Tagged { words: first..last, kind });
        }
    };
    let mut sentences = found.sentences.iter().map(|sentence| sentence.words.start).peekable();
    for (at, word) in found.words.iter().enumerate() {
        while sentences.next_if(|start| *start <= at).is_some_and(|start| start == at) {
            close(&mut open);
        }
        match (kind(word.tag), &mut open) {
            (Some((kind, false)), Some((_, end, name))) if *name == kind => *end = word.span.end(),
            (Some((kind, _)), _) => {
                close(&mut open);
                open = Some((word.span.start(), word.span.end(), kind));
            }
            (None, _) => close(&mut open),
        }
    }
    close(&mut open);
    names
}

/// Of what a tag is, and whether a name begins with it.
fn kind(tag: NameTag) -> Option<(NameKind, bool)> {
    Some(match tag {
        NameTag::Outside => return None,
        NameTag::BeginPerson => (NameKind::Person, true),
        NameTag::InPerson => (NameKind::Person, false),
        NameTag::BeginPlace => (NameKind::Place, true),
        NameTag::InPlace => (NameKind::Place, false),
        NameTag::BeginOrganisation => (NameKind::Organisation, true),
        NameTag::InOrganisation => (NameKind::Organisation, false),
        NameTag::BeginOther => (NameKind::Other, true),
        NameTag::InOther => (NameKind::Other, false),
    })
}
