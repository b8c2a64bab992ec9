//! Stories: sets of reports that are near copies of each other.

use paradero_model::{Hash, TextId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Names a story, from the least id of its texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StoryId(pub Hash);

/// Which story each text belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Stories {
    /// By text.
    pub of: BTreeMap<TextId, StoryId>,
}
