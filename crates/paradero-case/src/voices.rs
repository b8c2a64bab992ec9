//! Words in quotation marks: by the person, or about the person.

use paradero_model::StatementId;
use serde::{Deserialize, Serialize};

paradero_model::named! {
    /// How a quotation belongs to the person.
    AboutVoice {
        /// The person speaks.
        Speaks = "speaks",
        /// The words name the person.
        NamesThem = "names_them",
        /// The words stand in a sentence or statement about the person.
        BesideThem = "beside_them",
        /// The words stand in a report that mentions the person.
        SameReport = "same_report",
    }
}

/// One quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Voice {
    /// Who speaks; `None` where the report does not say.
    pub speaker: Option<String>,
    /// The words inside the marks.
    pub quoted: String,
    /// How it belongs to the person.
    pub how: AboutVoice,
    /// The statements that tell it.
    pub statements: Vec<StatementId>,
    /// How many independent origins tell it.
    pub origins: usize,
}
