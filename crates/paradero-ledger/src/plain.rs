//! The rules of the format a second time, as plainly as their standards write them, shared with no code that writes.

use paradero_model::{Hash, Statement, Text};
use sha2::{Digest as _, Sha256};

/// The kind and the commitment of an entry: five parts, each after its length in eight bytes.
pub(crate) fn cut(entry: &[u8]) -> Option<(Vec<u8>, [u8; 32])> {
    let mut parts = Vec::new();
    let mut at = 0;
    while at < entry.len() {
        let length = usize::try_from(u64::from_be_bytes(entry.get(at..at + 8)?.try_into().ok()?)).ok()?;
        parts.push(entry.get(at + 8..(at + 8).checked_add(length)?)?);
        at += 8 + length;
    }
    let [domain, kind, object, time, commitment] = parts.as_slice() else { return None };
    let fits = *domain == b"paradero/entry/v1" && object.len() == 16 && time.len() == 8;
    fits.then_some((kind.to_vec(), (*commitment).try_into().ok()?))
}

/// HMAC-SHA-256 as RFC 2104 writes it, for a key no longer than a block of 64 bytes.
pub(crate) fn hmac(key: &[u8], message: &[u8]) -> [u8; 32] {
    let mut inner = [0x36; 64].to_vec();
    let mut outer = [0x5c; 64].to_vec();
    for (at, byte) in key.iter().enumerate().take(64) {
        inner[at] ^= byte;
        outer[at] ^= byte;
    }
    inner.extend_from_slice(message);
    outer.extend_from_slice(&Sha256::digest(&inner));
    Sha256::digest(&outer).into()
}

/// MTH of RFC 6962, 2.1, over leaves already hashed: split at the largest power of two below their number.
pub(crate) fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Hash(Sha256::digest([]).into()),
        [leaf] => *leaf,
        _ => {
            let split = 1 << (leaves.len() - 1).ilog2();
            Hash::of(&[&[1], root(&leaves[..split]).0.as_slice(), root(&leaves[split..]).0.as_slice()].concat())
        }
    }
}

/// The roots of the perfect subtrees that the leaves fall into, from the left.
pub(crate) fn peaks(leaves: &[Hash]) -> Vec<u8> {
    let mut rest = leaves;
    let mut out = Vec::new();
    while !rest.is_empty() {
        let (subtree, after) = rest.split_at(1 << rest.len().ilog2());
        out.extend_from_slice(&root(subtree).0);
        rest = after;
    }
    out
}

/// Whether the map leads from every byte of the text back to the source.
pub(crate) fn covered(text: &Text) -> bool {
    let pieces = text.map().pieces();
    let ends = pieces.iter().map(|piece| piece.text.end());
    let joined = pieces.iter().map(|piece| piece.text.start()).eq(std::iter::once(0).chain(ends).take(pieces.len()));
    joined
        && text.map().length() == text.body().len()
        && pieces.iter().all(|piece| !piece.verbatim || piece.text.len() == piece.source.len())
}

/// Whether the text is the one that its id names. Only asked of a text that is covered.
pub(crate) fn named(text: &Text) -> bool {
    let again =
        Text::new(text.source(), text.entry(), text.reader(), text.body().to_owned(), text.map().clone(), text.about.clone());
    again == *text
}

/// Whether the words stand in the text, byte for byte, and the statement is the one that its id names.
pub(crate) fn stands(statement: &Statement, text: &Text) -> bool {
    let anchor = statement.anchor();
    let words = text.body().as_bytes().get(anchor.span().start()..anchor.span().end());
    let same = !anchor.words().is_empty() && words == Some(anchor.words().as_bytes());
    same && Statement::new(text, anchor.span(), statement.claim().clone(), statement.rule())
        .is_some_and(|again| again.id() == statement.id())
}
