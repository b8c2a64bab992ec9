//! A leaf: the canonical bytes by which one entry stands in the tree. Nothing in it tells what was recorded: no name, no address, no plain hash of content.

use hmac::{Hmac, KeyInit as _, Mac as _};
use paradero_model::{Hash, Moment};
use sha2::Sha256;

/// The first part of every leaf: what it is, and the version of its encoding.
const DOMAIN: &[u8] = b"paradero/entry/v1";

/// One leaf of the tree, as it is hashed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Leaf {
    /// The type of the event, one of `Event::kind`'s fixed names.
    pub(crate) kind: String,
    /// A random number that names what was recorded, derived from nothing.
    pub(crate) object: [u8; 16],
    /// The time claimed by whoever appended it. Claimed: nothing proves it.
    pub(crate) at: Moment,
    /// HMAC-SHA-256 of the payload under a nonce that is kept with the payload.
    pub(crate) commitment: Hash,
}

impl Leaf {
    /// The canonical bytes: five parts (domain, kind, object, time, commitment), each after its length in eight bytes, big-endian.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let at = self.at.0.to_be_bytes();
        let parts: [&[u8]; 5] = [DOMAIN, self.kind.as_bytes(), &self.object, &at, &self.commitment.0];
        parts.iter().flat_map(|part| (part.len() as u64).to_be_bytes().into_iter().chain(part.iter().copied())).collect()
    }

    /// The leaf of these bytes; `None` where they are not exactly what [`Leaf::bytes`] writes.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes;
        let mut part = || -> Option<&[u8]> {
            let (length, after) = rest.split_first_chunk::<8>()?;
            let (part, after) = after.split_at_checked(usize::try_from(u64::from_be_bytes(*length)).ok()?)?;
            rest = after;
            Some(part)
        };
        let domain = part()?;
        let kind = std::str::from_utf8(part()?).ok()?.to_owned();
        let object = part()?.try_into().ok()?;
        let at = Moment(i64::from_be_bytes(part()?.try_into().ok()?));
        let commitment = Hash(part()?.try_into().ok()?);
        (domain == DOMAIN && rest.is_empty()).then_some(Self { kind, object, at, commitment })
    }
}

/// The commitment to a payload: without the nonce nobody can tell, or confirm by guessing, what it is.
pub(crate) fn commitment(nonce: &[u8], payload: &[u8]) -> Option<Hash> {
    let mac = Hmac::<Sha256>::new_from_slice(nonce).ok()?.chain_update(payload);
    Some(Hash(mac.finalize().into_bytes().into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_encoding_never_changes() {
        let leaf = Leaf { kind: "judged".into(), object: [7; 16], at: Moment(1_763_000_000), commitment: Hash([9; 32]) };
        assert_eq!(Hash::of(&leaf.bytes()).to_string(), "bb294662b569d3ce08f6237605d8da531de28e5befd49175e5e083a68f7c70a2");
        assert_eq!(Leaf::parse(&leaf.bytes()), Some(leaf));
    }

    #[test]
    fn a_commitment_is_hmac_sha_256_as_rfc_4231_writes_it() {
        let mac = commitment(&[0x0b; 20], b"Hi There").expect("any key will do");
        assert_eq!(mac.to_string(), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_leaf_written_so_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Some(leaf) = Leaf::parse(&bytes) {
                prop_assert_eq!(leaf.bytes(), bytes);
            }
        }
    }
}
