//! What the ledger records, and what it answers.

use crate::{Capture, Hash, Judgement, Moment, Statement, Text, TextId, Warning};
use serde::{Deserialize, Serialize};

/// One thing that happened to the record. Everything else is computed from these, in their order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Event {
    /// A source was got; its bytes are kept beside the event the first time.
    Captured(Capture),
    /// A text was read from a source.
    Read {
        /// The text.
        text: Box<Text>,
        /// What was wrong with the source.
        warnings: Vec<Warning>,
    },
    /// A statement was drafted.
    Drafted {
        /// The statement.
        statement: Box<Statement>,
        /// What drafted it: program version and codebook version.
        by: String,
    },
    /// A person judged two mentions.
    Judged(Judgement),
    /// A release was made.
    Published {
        /// Whose case file.
        name: String,
        /// SHA-256 of the released bytes.
        release: Hash,
        /// Where it was written, as the user gave it.
        to: String,
        /// Which properties the policy let out although they are protected.
        shown: Vec<String>,
        /// When.
        at: Moment,
    },
}

impl Event {
    /// The type of entry that the event makes in the tree: fixed names, no personal data.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Captured(_) => "source-captured",
            Self::Read { .. } => "text-read",
            Self::Drafted { .. } => "statement-drafted",
            Self::Judged(_) => "judged",
            Self::Published { .. } => "published",
        }
    }

    /// The text an event is about, where it is about one.
    #[must_use]
    pub fn text(&self) -> Option<TextId> {
        match self {
            Self::Read { text, .. } => Some(text.id()),
            Self::Drafted { statement, .. } => Some(statement.anchor().text()),
            _ => None,
        }
    }
}

/// The ledger's word that an event is kept: given only after it is on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The entry's index in the tree, from 0.
    pub index: u64,
}
