//! What can go wrong with a store. The program turns each into a sentence, in the reader's language, that says what to do.

use std::{error, fmt};

/// Why something with a store failed. [`Error::kind`] says what to tell the person; `source` is for who repairs the program.
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    source: Option<Box<dyn error::Error + Send + Sync>>,
}

/// What failed, as far as a person can do something about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// There is no file.
    Missing,
    /// The file is not a store of Paradero. Nothing was written.
    NotAStore,
    /// The store was made by a newer Paradero. Nothing was written.
    Newer {
        /// The version of the store's format.
        version: u32,
    },
    /// Another program has the store open.
    Busy,
    /// An entry may not come in. Nothing of its append was written.
    Refused {
        /// Which entry of the append, from 0.
        entry: usize,
        /// Why.
        why: Refusal,
    },
    /// What is on disk is not what was recorded. `paradero verify` names everything that is wrong.
    Corrupt {
        /// The entry, where one is to blame.
        at: Option<u64>,
    },
    /// The disk or the database failed: no room, no permission, a read error. The record is as it was before.
    Storage,
}

/// Why an entry may not come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// A source comes for the first time without its bytes.
    BytesMissing,
    /// The bytes are not those of the source: their SHA-256 or their length is another.
    BytesDiffer,
    /// Bytes came with an event that is not the capture of a source.
    BytesUnwanted,
    /// The source was never recorded.
    UnknownSource,
    /// The text was never recorded.
    UnknownText,
    /// The words do not stand in the text where the anchor says (principle 1: no words, no statement).
    WordsNotThere,
    /// The map does not lead from every byte of the text back to the source.
    MapBroken,
    /// The id is not the one made from the thing it names.
    WrongId,
    /// The event would not be read again as it was written.
    Unreadable,
    /// This version does not know what to ask of such an event.
    UnknownEvent,
}

impl Error {
    /// What failed.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    pub(crate) fn corrupt(at: u64) -> Self {
        ErrorKind::Corrupt { at: Some(at) }.into()
    }

    pub(crate) fn storage(source: impl Into<Box<dyn error::Error + Send + Sync>>) -> Self {
        Self { kind: ErrorKind::Storage, source: Some(source.into()) }
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self { kind, source: None }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let kind = match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => ErrorKind::NotAStore,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => ErrorKind::Busy,
            Some(ErrorCode::DatabaseCorrupt) => ErrorKind::Corrupt { at: None },
            Some(_) => ErrorKind::Storage,
            // No code of SQLite: a column has another type than the format says, or a row is not there.
            None => ErrorKind::Corrupt { at: None },
        };
        Self { kind, source: Some(error.into()) }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        let kind = if error.kind() == std::io::ErrorKind::NotFound { ErrorKind::Missing } else { ErrorKind::Storage };
        Self { kind, source: Some(error.into()) }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            ErrorKind::Missing => write!(f, "there is no store"),
            ErrorKind::NotAStore => write!(f, "the file is not a store of Paradero"),
            ErrorKind::Newer { version } => write!(f, "the store has the newer format {version}"),
            ErrorKind::Busy => write!(f, "another program has the store open"),
            ErrorKind::Refused { entry, why } => write!(f, "entry {entry} of the append was refused: {why:?}"),
            ErrorKind::Corrupt { at: Some(at) } => write!(f, "entry {at} is not what was recorded"),
            ErrorKind::Corrupt { at: None } => write!(f, "the store is damaged"),
            ErrorKind::Storage => write!(f, "the disk or the database failed"),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source.as_ref().map(|source| source.as_ref() as _)
    }
}
