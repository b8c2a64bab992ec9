//! What disagrees: two or more values side by side, each with its statements. No code picks a winner.

use paradero_model::{ActCode, Property, StatementId};
use serde::{Deserialize, Serialize};

paradero_model::named! {
    /// What a conflict is about.
    ConflictKind {
        /// Values of a property that cannot both be true.
        Property = "property",
        /// Dates told of one act.
        Date = "date",
        /// Places told of one act.
        Place = "place",
        /// One report states what another denies.
        Denied = "denied",
        /// What the latest signs say of the fate.
        Fate = "fate",
        /// What the latest signs say of the whereabouts.
        Whereabouts = "whereabouts",
    }
}

/// Values that disagree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Conflict {
    /// What it is about.
    pub kind: ConflictKind,
    /// The property, for [`ConflictKind::Property`].
    pub property: Option<Property>,
    /// The act, for a date, a place, or a denial.
    pub act: Option<ActCode>,
    /// Whether the values are protected.
    pub protected: bool,
    /// The two or more sides.
    pub sides: Vec<Side>,
}

/// One side of a conflict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Side {
    /// The value, as worded; for dates EDTF; for fates, modalities the fixed name.
    pub value: String,
    /// The statements that say it.
    pub statements: Vec<StatementId>,
    /// How many independent origins say it.
    pub origins: usize,
}
