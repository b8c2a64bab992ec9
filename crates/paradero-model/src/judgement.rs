//! Mentions, and judgements that two of them are or are not one person.

use crate::{Moment, TextId};
use serde::{Deserialize, Serialize};

/// A person as one text names them: the fullest name (or description) that the text uses, and the text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mention {
    /// The text.
    pub text: TextId,
    /// The fullest name in it.
    pub name: String,
}

crate::named! {
    /// What was judged of two mentions.
    Verdict {
        /// They are one person.
        Same = "same",
        /// They are two persons.
        Different = "different",
        /// It cannot be told yet.
        Unsure = "unsure",
    }
}

/// A person's judgement of two mentions: reversible by a later one, always with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Judgement {
    /// One mention.
    pub a: Mention,
    /// The other.
    pub b: Mention,
    /// What was judged.
    pub verdict: Verdict,
    /// Why, in the judge's words.
    pub why: String,
    /// When.
    pub at: Moment,
}
