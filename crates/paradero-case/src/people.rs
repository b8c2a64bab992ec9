//! Stage 6: from statements and judgements to persons.

use crate::{Person, Reason, Record, Stories};
use paradero_model::Mention;
use serde::Serialize;

/// Everyone in the record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct People {
    /// The persons: those of the case first, then those only named; each by folded name, then id.
    pub persons: Vec<Person>,
    /// Pairs that may be one person, offered for judgement; the more reasons for it, the earlier.
    pub unsure: Vec<Unsure>,
    /// Judgements that could not be carried out because others stand against them.
    pub blocked: Vec<Blocked>,
    /// Which reports are near copies.
    pub stories: Stories,
}

/// Two mentions that may be one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unsure {
    /// One mention.
    pub a: Mention,
    /// The other.
    pub b: Mention,
    /// What speaks for and against.
    pub why: Vec<Reason>,
}

/// A judgement "same" that was not carried out: it would have joined two mentions judged "different".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Blocked {
    /// The event's index of the judgement "same".
    pub same: u64,
    /// The event's index of the judgement "different" that blocks it.
    pub different: u64,
    /// The mentions of the judgement "same".
    pub a: Mention,
    /// The other one.
    pub b: Mention,
}

/// Makes the persons of a record.
#[must_use]
pub fn people(record: &Record) -> People {
    let _ = record;
    People::default()
}
