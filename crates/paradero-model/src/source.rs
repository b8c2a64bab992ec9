//! The bytes as they were got, and each time they were got.

use crate::{Hash, canon::id};
use serde::{Deserialize, Serialize};

id! {
    /// Names a source: the plain SHA-256 of its bytes, so that the same bytes twice are one source.
    SourceId
}

impl SourceId {
    /// The id of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Hash::of(bytes))
    }
}

/// A moment: whole seconds since 1970-01-01 00:00 UTC. Libraries get it as an argument; only the program asks the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

/// Bytes together with how and when they were got. Never changed, never rendered as markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// How they came here.
    pub capture: Capture,
}

impl Source {
    /// The id of the bytes.
    #[must_use]
    pub fn id(&self) -> SourceId {
        SourceId::of(&self.bytes)
    }
}

/// One time that a source was got. A source got twice has two captures.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Capture {
    /// Which bytes.
    pub source: SourceId,
    /// How many bytes.
    pub length: u64,
    /// From where.
    pub from: Place,
    /// When they were got.
    pub at: Moment,
}

/// Where a source was got from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Place {
    /// A file; the path as the user gave it or as it was found in a folder the user gave.
    File(String),
    /// Standard input.
    Input,
}
