//! The RFC 6962 Merkle tree over the entries, kept as its peaks so that appending never reads what is already there.

use paradero_model::Hash;
use sha2::{Digest as _, Sha256};

/// The hash of one leaf: SHA-256 of `0x00` and the entry.
pub(crate) fn leaf(entry: &[u8]) -> Hash {
    Hash(Sha256::new().chain_update([0]).chain_update(entry).finalize().into())
}

/// The hash of an inner node: SHA-256 of `0x01`, the left and the right hash.
fn node(left: Hash, right: Hash) -> Hash {
    Hash(Sha256::new().chain_update([1]).chain_update(left.0).chain_update(right.0).finalize().into())
}

/// A tree of `size` leaves: the roots of its perfect subtrees, the largest (leftmost) first, one for each set bit of `size`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tree {
    size: u64,
    peaks: Vec<Hash>,
}

impl Tree {
    /// The tree of these peaks, as [`Tree::peaks`] wrote them; `None` where they cannot be of a tree of that size.
    pub(crate) fn of_peaks(size: u64, bytes: &[u8]) -> Option<Self> {
        let (whole, rest) = bytes.as_chunks::<32>();
        let fits = rest.is_empty() && whole.len() == size.count_ones() as usize;
        fits.then(|| Self { size, peaks: whole.iter().map(|peak| Hash(*peak)).collect() })
    }

    /// The peaks, one after the other.
    pub(crate) fn peaks(&self) -> Vec<u8> {
        self.peaks.iter().flat_map(|peak| peak.0).collect()
    }

    /// How many leaves it has.
    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    /// Adds a leaf at the right end.
    pub(crate) fn push(&mut self, leaf: Hash) {
        let mut merged = leaf;
        for _ in 0..self.size.trailing_ones() {
            // A perfect subtree of the same size stands left of it: the two become one.
            if let Some(left) = self.peaks.pop() {
                merged = node(left, merged);
            }
        }
        self.peaks.push(merged);
        self.size += 1;
    }

    /// The root; of the empty tree, the SHA-256 of nothing.
    pub(crate) fn root(&self) -> Hash {
        self.peaks.iter().rev().copied().reduce(|right, left| node(left, right)).unwrap_or_else(|| Hash::of(b""))
    }
}
