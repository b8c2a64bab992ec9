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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plain::root;
    use proptest::prelude::*;

    /// The leaves that the Certificate Transparency implementations test with, and the root over the first n of them.
    const LEAVES: [&[u8]; 8] = [
        b"",
        b"\x00",
        b"\x10",
        b"\x20\x21",
        b"\x30\x31",
        b"\x40\x41\x42\x43",
        b"\x50\x51\x52\x53\x54\x55\x56\x57",
        b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
    ];
    const ROOTS: [&str; 9] = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    #[test]
    fn both_trees_have_the_published_roots() {
        let mut tree = Tree::default();
        let mut hashes = Vec::new();
        for (size, wanted) in ROOTS.iter().enumerate() {
            assert_eq!(tree.root().to_string(), *wanted, "size {size}");
            assert_eq!(root(&hashes).to_string(), *wanted, "size {size}, plainly");
            if let Some(entry) = LEAVES.get(size) {
                tree.push(leaf(entry));
                hashes.push(leaf(entry));
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn the_tree_is_the_one_of_the_definition_at_every_size(size in 0_u64..2_000, seed: u64) {
            let hashes: Vec<Hash> = (0..size).map(|index| leaf(&[seed.to_be_bytes(), index.to_be_bytes()].concat())).collect();
            let mut tree = Tree::default();
            hashes.iter().for_each(|hash| tree.push(*hash));
            prop_assert_eq!(tree.root(), root(&hashes));
            prop_assert_eq!(Tree::of_peaks(size, &tree.peaks()), Some(tree));
        }
    }
}
