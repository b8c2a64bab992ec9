//! What verifying answers: what it counted, the root it computed, and everything that is not as it was recorded.

use paradero_model::Hash;

/// What verifying found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Entries of the tree.
    pub entries: u64,
    /// Sources whose bytes are there.
    pub sources: u64,
    /// Texts, each counted once.
    pub texts: u64,
    /// Statements, each counted once.
    pub statements: u64,
    /// The root over all entries, as computed here.
    pub root: Hash,
    /// Everything that is not as it was recorded, in the order of the entries. Empty: the record is whole.
    pub faults: Vec<Fault>,
}

/// One thing that is not as it was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The entry, where one is to blame.
    pub index: Option<u64>,
    /// What is wrong.
    pub what: Wrong,
}

/// What can be wrong with a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Wrong {
    /// The database cannot be read here, or its inner structure is damaged.
    Unreadable,
    /// The tables or triggers are not those of the format.
    Tables,
    /// The head says another number of entries: some were removed, or added past the tree.
    Size,
    /// The entries do not make the recorded root: one was changed, removed or put in another place.
    Root,
    /// An entry is not there.
    EntryMissing,
    /// An entry is not written as the format says.
    EntryMalformed,
    /// The hash kept beside an entry is not its hash.
    Leaf,
    /// What the entry commits to is not there.
    PayloadMissing,
    /// What is there is not what the entry commits to.
    PayloadChanged,
    /// What the entry commits to is no event that this version can read.
    PayloadMalformed,
    /// The bytes of a source are not there.
    BytesMissing,
    /// The bytes of a source are not those that were captured.
    BytesChanged,
    /// There are bytes that no capture accounts for.
    BytesUnaccounted,
    /// A text is of a source that was not recorded before it, or is not the text that its id names.
    Text,
    /// The words of a statement do not stand in its text, or it is not the statement that its id names.
    Words,
    /// A judgement is about a text that was not recorded before it.
    Judgement,
    /// The views are not what the events give; rebuilding them repairs this.
    Views,
}

impl Verified {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.faults.is_empty()
    }
}
