//! Who the person is: attributes by property, each value with everyone who says it; values that differ stand side by side.

use paradero_model::{Modality, Property, StatementId};
use serde::Serialize;

/// Who the person is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Who {
    /// One entry for each property that something is said of, in the order of [`Property::ALL`].
    pub entries: Vec<Entry>,
}

/// What is said of one property.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Which property.
    pub property: Property,
    /// Whether a value can hurt the person if it is seen: hidden unless asked for.
    pub protected: bool,
    /// The different values, in the order in which they were first told. Equal but for case, accents and spacing count as one.
    pub values: Vec<Value>,
    /// Whether two of the values cannot both be true.
    pub conflict: bool,
}

/// One value and who says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Value {
    /// As first worded.
    pub value: String,
    /// The statements that say it.
    pub statements: Vec<StatementId>,
    /// The modalities it is said in, each once.
    pub modality: Vec<Modality>,
    /// How many independent origins say it: copies count once.
    pub origins: usize,
}
