//! Fate and whereabouts: two questions, each answered only by the latest signs: as of, according to, last sign.
//!
//! No code picks a winner: where later or equal signs disagree, all of them stand side by side.

use paradero_model::{ActCode, Day, Edtf, Modality, StatementId};
use serde::{Deserialize, Serialize};

paradero_model::named! {
    /// What a sign says of the person's fate.
    FateSign {
        /// Freed, returned, or exchanged.
        Freed = "freed",
        /// Held: arrested, detained or transferred.
        Held = "held",
        /// Taken over a border by State power: which by itself says neither held nor free.
        Removed = "removed",
        /// Disappeared, or custody denied: nobody says where.
        Unaccounted = "unaccounted",
        /// Dead.
        Dead = "dead",
        /// Alive, neither held nor freed: fled, arrived, asked for asylum.
        Alive = "alive",
    }
}

/// The two questions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Fate {
    /// Alive, dead, freed, held, or unaccounted for: the latest signs, all of them. Empty: not recorded.
    pub fate: Vec<Sign<FateSign>>,
    /// Where: the latest signs, all of them. Empty: not recorded.
    pub whereabouts: Vec<Sign<WhereSign>>,
    /// Whether the latest signs of fate disagree.
    pub fate_conflict: bool,
    /// Whether the latest signs of whereabouts disagree.
    pub whereabouts_conflict: bool,
    /// Every earlier sign of fate, latest first: what the latest ones were laid over.
    pub earlier_fate: Vec<Sign<FateSign>>,
    /// Every earlier sign of whereabouts, latest first.
    pub earlier_whereabouts: Vec<Sign<WhereSign>>,
}

/// Where a sign puts the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WhereSign {
    /// At a place, as worded.
    At(String),
    /// Nobody says, or an authority refuses to say.
    Unknown,
}

/// One sign: what it says, as of when, according to whom, and from what act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sign<T> {
    /// What it says.
    pub says: T,
    /// The act it is taken from.
    pub act: ActCode,
    /// As of: the date of the act as told; where not told, `None`, and only [`Sign::last_sign`] bounds it.
    pub as_of: Option<Edtf>,
    /// The latest day for which this was still told: the end of the act's date, or the report's publication where the act has none.
    pub last_sign: Option<Day>,
    /// According to whom, as worded; empty where only the reports' own voice.
    pub according_to: Vec<String>,
    /// The modalities it is told in.
    pub modality: Vec<Modality>,
    /// The statements.
    pub statements: Vec<StatementId>,
    /// How many independent origins.
    pub origins: usize,
}
